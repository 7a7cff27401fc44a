import GraphModel
import Testing

@testable import GraphBuilding

/// Lists of edges with named columns, and quoted cells.
@Suite struct EdgeListTests {
  private func read(
    _ text: String, name: String = "a.csv", columns: [String: String] = [:]
  ) throws -> BuildResult {
    try GraphSources(
      [InputFile(name: name, text: text)], columns: EdgeListColumns(columns)
    ).build()
  }

  private func lines(_ graph: KnowledgeGraph) -> [String] {
    graph.edges.map { "\($0.subject.id) \($0.predicate) \($0.object.id)" }
  }

  @Test(arguments: [
    "subject,object", "source,target", "Source,Target", "from,to", "head,tail", "start,end",
    ":START_ID,:END_ID", ":START_ID(Gene),:END_ID(Disease)", "gene:START_ID,disease:END_ID",
    "source_id,target_id",
    "source;target", "\"source\",\"target\"",
  ])
  func recognisesTheEnds(header: String) throws {
    let separator = header.contains(";") ? ";" : ","
    let result = try read("\(header)\nA:1\(separator)A:2\n")
    #expect(lines(result.graph) == ["A:1 biolink:related_to A:2"])
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    "predicate", "relation", "relationship", "metaedge", "edge_type", ":TYPE", "type",
    "interaction",
  ])
  func recognisesThePredicate(name: String) throws {
    let graph = try read("source,\(name),target,weight\nA:1,treats,A:2,0.5\nA:1,GiG,A:2,\n").graph
    #expect(lines(graph) == ["A:1 biolink:treats A:2", "A:1 etiograph:GiG A:2"])
    #expect(graph.edges.first?.attributes == [Attribute(key: "weight", value: "0.5")])
  }

  /// As Hetionet publishes its edges.
  @Test func readsHetionet() throws {
    let text = "source\tmetaedge\ttarget\nGene::9021\tGpBP\tBiological Process::GO:0071357\n"
    let packed = try #require(try Packing.run("gzip -c", on: text))
    let file = InputFile(name: "hetionet-v1.0-edges.sif.gz", bytes: packed)
    let result = try GraphSources([file]).build()
    #expect(lines(result.graph) == ["Gene::9021 etiograph:GpBP Biological Process::GO:0071357"])
    #expect(result.diagnostics.isEmpty)
  }

  /// A cell whose doubled quotes were taken out lies elsewhere in memory: its place is the row's.
  @Test(arguments: 1...40) func tellsThePlaceOfQuotedEnds(count: Int) throws {
    let rows = (0..<count).map { "\"A \"\"\($0)\"\"\",treats,\"B\"\"\($0)\"\n" }.joined()
    let files = [
      InputFile(name: "nodes.csv", text: "id,name\n\"x\"\"y\",\"z\"\"z\",\"t\"\"t\"\n"),
      InputFile(name: "edges.csv", text: "subject,predicate,object\n" + rows),
    ]
    let result = try GraphSources(files).build()
    #expect(result.graph.edgeCount == count)
    #expect(result.graph.nodes.contains { $0.id.rawValue == "A \"0\"" })
    for diagnostic in result.diagnostics { #expect((diagnostic.location?.column ?? 1) < 40) }
  }

  /// As `neo4j-admin database import` takes a graph.
  @Test(arguments: ["", "# Notes\n\nNothing is said here.\n"])
  func readsThePairOfNeo4j(article: String) throws {
    let files = [
      InputFile(
        name: "genes.csv",
        text: "gene:ID(Gene),name:string,synonym:string[],id,score:float,:LABEL\n"
          + "G:1,one,\"uno;ein, s\",7,0.5,Gene;Thing\n"),
      InputFile(name: "diseases.tsv", text: ":ID\tname\t:LABEL\nD:1\ttwo\tDisease\n"),
      InputFile(
        name: "edges.csv", text: ":START_ID(Gene),score:float,:END_ID,:TYPE\nG:1,0.5,D:1,HITS\n"),
    ]
    let beside = article.isEmpty ? [] : [InputFile(name: "a.md", text: article)]
    let result = try GraphSources(files + beside).build()
    #expect(result.diagnostics.filter { $0.severity != .note }.isEmpty || !article.isEmpty)
    #expect(lines(result.graph) == ["G:1 etiograph:HITS D:1"])
    let gene = try #require(result.graph.node(id: "G:1"))
    #expect(gene.label == "one")
    #expect(gene.synonyms == ["uno", "ein, s"])
    #expect(gene.categories == ["biolink:Gene", "biolink:Thing"].map { Category($0) })
    #expect(
      gene.attributes == [
        Attribute(key: "id", value: "7"), Attribute(key: "score:float", value: "0.5"),
      ])
    #expect(result.graph.node(id: "D:1")?.label == "two")
  }

  @Test func takesColumnsThatAreNamed() throws {
    let text = "gene,disease,rel,pmids,source,target\nG:1,D:1,biolink:causes,PMID:1|PMID:2,x,y\n"
    let graph = try read(
      text,
      columns: [
        "subject": "gene", "object": "Disease", "predicate": "rel", "publications": "pmids",
      ]
    ).graph
    #expect(lines(graph) == ["G:1 biolink:causes D:1"])
    #expect(graph.references.map(\.id) == ["PMID:1", "PMID:2"])
    #expect(
      graph.edges.first?.attributes == [
        Attribute(key: "source", value: "x"), Attribute(key: "target", value: "y"),
      ])
  }

  @Test(arguments: [
    (
      "gene,disease\nA,B\n",
      "it is not known which columns hold the ends of the edges; "
        + "its columns are 'gene', 'disease'"
    ),
    (
      "source,target,from,to\nA,B,C,D\n",
      "the ends of the edges may be source and target, or from "
        + "and to; its columns are 'source', 'target', 'from', 'to'"
    ),
  ])
  func listsTheColumnsOfAHeaderThatIsNotKnown(text: String, message: String) {
    let error = #expect(throws: DiagnosticError.self) { try read(text) }
    #expect(
      error?.description
        == "a.csv:1:1: error: \(message); name them with --column subject=NAME --column object=NAME"
    )
  }

  @Test func saysWhichNamedColumnIsMissing() {
    let error = #expect(throws: DiagnosticError.self) {
      try read("a,b\nA,B\n", columns: ["subject": "a", "object": "c"])
    }
    #expect(error?.description.contains("no column is named 'c'; its columns are 'a', 'b'") == true)
  }

  // MARK: Quotes

  @Test func readsQuotedCells() throws {
    let text =
      "subject,predicate,object,note,\"a \"\"b\"\"\"\r\n"
      + "\"A:1\",\"biolink:causes\",\"A:2\",\"comma, and \"\"quote\"\"\",\"two\nlines\"\r\n"
      + "A:1,biolink:treats,A:3,5\" wide,\n,biolink:causes,A:2,,"
    let result = try read(text)
    let graph = result.graph
    #expect(
      graph.edges.map(\.attributes) == [
        [
          Attribute(key: "note", value: "comma, and \"quote\""),
          Attribute(key: "a \"b\"", value: "two\nlines"),
        ], [Attribute(key: "note", value: "5\" wide")],
      ])
    // The broken row is on the fifth line, since one cell has two.
    let told = result.diagnostics.filter { $0.message.contains("left out") }
    #expect(told.map(\.location) == [SourceLocation(file: "a.csv", line: 5, column: 1)])
  }

  @Test(arguments: ["A:3,\"biolink:causes,A:4", "A:3,\"x\"y,A:4", "\"A:3,x,A:4"])
  func leavesOutALineWithATextThatIsNotClosed(line: String) throws {
    let result = try read(
      "subject,predicate,object\n\(line)\nA:1,biolink:causes,A:2\nA:5,biolink:causes,A:6\n")
    #expect(result.graph.edges.map(\.subject.id.rawValue) == ["A:1", "A:5"])
    #expect(result.diagnostics.first?.location?.line == 2)
    #expect(result.diagnostics.first?.message.hasPrefix("a text in quotes is not closed") == true)
  }

  /// Quoted line breaks at every distance from where a piece of a megabyte ends.
  @Test func cutsNoRowInTwo() throws {
    var text = "subject,predicate,object,note\n"
    for number in 0..<30_000 {
      let note = String(repeating: "x\n\"\",y", count: number % 13)
      text += "A:\(number),biolink:causes,B:\(number),\"\(note)\"\n"
    }
    let file = [InputFile(name: "a.csv", text: text)]
    let one = try #require(TableSources(file)).build(base: nil, threads: 1)
    let three = try #require(TableSources(file)).build(base: nil, threads: 3)
    #expect(one.graph.edgeCount == 30_000)
    #expect(one.graph.storage.edges.subject == three.graph.storage.edges.subject)
    #expect(
      one.diagnostics.isEmpty || one.diagnostics.allSatisfy { !$0.message.contains("left out") })
    #expect(one.graph.edges.last?.attributes.first?.value.contains("\",y") == (29_999 % 13 > 0))
  }

  @Test func bearsBeingCutAtEveryByte() throws {
    let bytes = Array("source,target,\"a\"\r\n\"A\",\"B\"\"\n\",é\n\"C\",D,\"\"\n".utf8)
    for count in 0...bytes.count {
      let sources = GraphSources([InputFile(name: "a.csv", bytes: Array(bytes[..<count]))])
      if let result = try? sources.build() { #expect(result.graph.edgeCount <= 2) }
      #expect(sources.check() == sources.check())
    }
  }

  @Test(arguments: [
    "", "\n", "source,target", "source,target\n", "\u{feff}source,target\nA,B",
    "source,target\rA,B\r",
    "source,target\nA,B,C,D\n", "source,target\n\0,\0\n", "source\ntarget\n", ",\n,\n", "\"",
    "source,target\n\"\",\"\"\n", "source,target\nA\n",
  ])
  func bearsOddFiles(text: String) {
    let sources = GraphSources([InputFile(name: "a.csv", text: text)])
    if let result = try? sources.build() { #expect(result.graph.edgeCount <= 1) }
    #expect(sources.check() == sources.check())
  }

  @Test func readsKGXInCSV() throws {
    let files = [
      InputFile(name: "kg_nodes.csv", text: "id,name,category\nA:1,\"one, two\",biolink:Gene\n"),
      InputFile(
        name: "kg_edges.csv", text: "subject,predicate,object\nA:1,biolink:causes,A:2\n"),
    ]
    for graph in [
      try GraphSources(files).build().graph, SourcesReading(files, base: nil).builder.build(),
    ] {
      #expect(graph.nodes.first?.label == "one, two")
      #expect(graph.edgeCount == 1)
    }
  }
}
