import GraphExport
import GraphModel
import Testing

@Suite struct KGXJSONExporterTests {
  private func text(_ graph: KnowledgeGraph) throws -> String {
    String(decoding: try GraphExporter.export(graph, as: .kgxJSON).bytes, as: UTF8.self)
  }

  @Test func writesAnEmptyGraph() throws {
    #expect(
      try text(KnowledgeGraph()) == """
        {
          "base": "https://example.org/etiograph/",
          "documents": [],
          "references": [],
          "nodes": [],
          "edges": []
        }

        """)
  }

  @Test func writesTheBaseAndThePrefixesThatAreNotWellKnown() throws {
    var builder = GraphBuilder()
    builder.prefixes.base = "https://example.net/g/"
    builder.prefixes["ZZ"] = "https://example.net/zz/"
    builder.prefixes["HP"] = "https://example.net/hp/"
    #expect(
      try text(builder.build()).hasPrefix(
        """
        {
          "base": "https://example.net/g/",
          "prefixes": {
            "HP": "https://example.net/hp/",
            "ZZ": "https://example.net/zz/"
          },
        """))
  }

  /// `causes` implies an increase; the two others say something else.
  @Test func writesADirectionOnlyWhereThePredicateDoesNotTellIt() throws {
    var builder = GraphBuilder()
    let a = builder.record(Concept(id: "X:a", label: "a"))
    let b = builder.record(Concept(id: "X:b", label: "b"))
    for polarity in [Polarity.increases, .decreases, .unknown] {
      builder.add(Statement(a, .causes, b, polarity: polarity))
    }
    let lines = try text(builder.build()).split(separator: "\n")
      .filter { $0.contains("direction") }
      .map { String($0.drop { $0 == " " }) }
    #expect(
      lines == [
        #""object_direction_qualifier": "decreased","#,
        #""object_direction_qualifier": "unknown","#,
      ])
  }

  /// What was matched by its title is evidence of a kind, but no publication that was cited.
  @Test func namesOnlyStatedReferencesAsPublications() throws {
    let lines = try text(PublishedGraphs.small()).split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix(#""basis": "inferred""#) })
    let starts = lines.indices.filter { lines[$0].hasSuffix(#""publications": ["#) }
    #expect(starts.count == 1)
    #expect(starts.allSatisfy { lines[$0 + 1].hasSuffix("\"DOI:10.1000/abc.1\"") })
  }

  @Test func tellsDocumentsOfOneNameApart() throws {
    var builder = GraphBuilder()
    for _ in 0..<2 { _ = builder.add(SourceDocument(name: "a/b c.md")) }
    _ = builder.add(SourceDocument(name: "a/b c.md-2"))
    let text = try text(builder.build())
    for id in ["a/b%20c.md\"", "a/b%20c.md-2\"", "a/b%20c.md-2-2\""] {
      #expect(text.contains("etiograph:document/\(id)"))
    }
  }
}
