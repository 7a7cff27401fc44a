import Etiograph
import Foundation
import Testing

/// Tables as others publish them: every cell comes out as it went in.
@Suite struct KGXForeignTests {
  /// Columns and habits of the Monarch knowledge graph.
  private static let monarchNodes = table(
    #"id category name description xref provided_by synonym deprecated full_name in_taxon iri symbol"#,
    #"HGNC:4886 biolink:Gene HFE - ENSEMBL:ENSG00000010704|OMIM:613609 hgnc_gene HLA-H|hla-h|HFE -"#
      + #" homeostatic_iron_regulator NCBITaxon:9606 http://identifiers.org/hgnc/4886 HFE"#,
    #"MONDO:0006507 biolink:Disease hemochromatosis_"HH"_type A_C:\new_|_old_one. DOID:2352 phenio"#
      + #" HH||iron true - - - -"#,
    #"X:1 biolink:NamedThing "x" "said_""so""" | a_|_b|c - false "" "a\tb"|c [1,_2] {"a":"b|c"}"#)

  private static let monarchEdges = table(
    #"id original_subject predicate original_object category agent_type aggregator_knowledge_source"#
      + #" knowledge_level negated object_direction_qualifier primary_knowledge_source publications"#
      + #" qualifiers has_evidence has_count subject object evidence"#,
    #"uuid:1 - biolink:causes - biolink:CausalGeneToDiseaseAssociation manual_agent"#
      + #" infores:monarchinitiative|infores:omim knowledge_assertion - upregulated infores:omim"#
      + #" PMID:1|PMID:2 - ECO:0000322|ECO:0000304 3 HGNC:4886 MONDO:0006507 free_text"#,
    #"uuid:2 OMIM:1 biolink:affects OMIM:2 biolink:Association not_provided infores:x KL:high true"#
      + #" decreased infores:y - HP:1 - 0.50 MONDO:0006507 X:1 [{"id":"x"}]"#,
    #"uuid:3 - biolink:causes - - data_analysis_pipeline - prediction - increased - - - - - X:1"#
      + #" X:1 -"#)

  private static let hetionetNodes = table(
    "id name kind", "Gene::9021 SOCS3 Gene", "Gene::1 A|B Gene")

  private static let hetionetEdges = table(
    "subject predicate object unbiased sources z-score license",
    "Gene::9021 etiograph:GiG Gene::1 True Hetio-dag|II_literature -3.75e-2 CC_BY_4.0",
    "Gene::1 etiograph:GiG Gene::9021 False - - -")

  /// A table whose cells are separated by blanks here; `_` is a blank but in the names and levels
  /// of KGX, and `-` an empty cell.
  private static func table(_ rows: String...) -> String {
    let names = ["not_provided", "knowledge_assertion", "manual_agent", "hgnc_gene"]
    return rows.enumerated().map { number, row in
      row.split(separator: " ").map { cell in
        if cell == "-" { return "" }
        let isName = number == 0 || names.contains(String(cell)) || cell.hasSuffix("_pipeline")
        return isName ? String(cell) : cell.replacingOccurrences(of: "_", with: " ")
      }.joined(separator: "\t") + "\n"
    }.joined()
  }

  private func cells(_ text: String) -> [[String: String]] {
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(rows[0], row).filter { !$0.1.isEmpty })
    }
  }

  @Test(arguments: [
    (monarchNodes, monarchEdges), (hetionetNodes, hetionetEdges),
  ])
  func keepEveryCell(nodes: String, edges: String) throws {
    let files = [
      InputFile(name: "kg_nodes.tsv", text: nodes), InputFile(name: "kg_edges.tsv", text: edges),
    ]
    let written = try KGXRoundTripTests.files(KGXRoundTripTests.read(files), .kgxTSV)
    #expect(written.count == 2)
    for (old, new) in zip([nodes, edges], written) {
      let (before, after) = (cells(old), cells(String(decoding: new.bytes, as: UTF8.self)))
      #expect(before.count == after.count)
      for (row, again) in zip(before, after) {
        for (column, cell) in row.sorted(by: { $0.key < $1.key }) {
          // Empty values of lists that the model has are left out; blanks around a cell go.
          let wanted = column == "synonym" ? cell.replacingOccurrences(of: "||", with: "|") : cell
          #expect(
            again[column] == wanted.trimmingCharacters(in: .whitespaces), "\(column) of \(row)")
        }
        // An edge without an identifier or a level has them then; nothing else is added.
        let added = again.keys.filter { row[$0] == nil }.sorted()
        #expect(
          added.allSatisfy { ["id", "agent_type", "knowledge_level", "certainty"].contains($0) })
      }
    }
    // And through JSON Lines.
    let graph = try KGXRoundTripTests.read(files)
    let lines = try KGXRoundTripTests.read(KGXRoundTripTests.files(graph, .kgxJSONLines))
    #expect(try KGXRoundTripTests.files(lines, .kgxTSV) == written)
  }

  /// In JSON Lines several values are a list, and only a denied statement has `negated`.
  @Test func becomeListsInJSONLines() throws {
    let files = [
      InputFile(name: "kg_nodes.tsv", text: Self.monarchNodes),
      InputFile(name: "kg_edges.tsv", text: Self.monarchEdges),
    ]
    let written = try KGXRoundTripTests.files(KGXRoundTripTests.read(files), .kgxJSONLines)
    let edges = try String(decoding: written[1].bytes, as: UTF8.self).split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(edges[0]["has_evidence"] as? [String] == ["ECO:0000322", "ECO:0000304"])
    #expect(edges[0]["publications"] as? [String] == ["PMID:1", "PMID:2"])
    #expect(edges[0]["negated"] == nil)
    #expect(edges[1]["negated"] as? Bool == true)
    #expect(edges[1]["knowledge_level"] as? String == "KL:high")
  }
}
