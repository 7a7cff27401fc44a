import GraphModel
import Testing

@testable import GraphBuilding

/// Rows of data files that cannot be read as they stand.
@Suite struct BrokenRowTests {
  /// Files with one whole edge from X:1 to X:2 and three broken rows.
  static let broken: [[InputFile]] = [
    [
      InputFile(
        name: "edges.tsv",
        text: "subject\tpredicate\tobject\tnegated\nX:1\tbiolink:causes\tX:2\t\n"
          + "\tbiolink:causes\tX:2\t\nX:1\tbiolink:causes\t\t\n"
          + "X:2\tbiolink:causes\tX:1\tperhaps\n")
    ],
    [
      InputFile(
        name: "g.json",
        text: """
          {"nodes": [{"id": "X:1"}, {"id": "X:2"}], "edges": [
            {"subject": "X:1", "predicate": "biolink:causes", "object": "X:2"},
            {"predicate": "biolink:causes", "object": "X:2"}, 5,
            {"subject": "X:2", "predicate": "biolink:causes", "object": "X:1", "negated": "perhaps"}
          ]}
          """)
    ],
  ]

  @Test(arguments: broken) func areLeftOutAndTold(files: [InputFile]) throws {
    let result = try GraphSources(files).build()
    #expect(result.graph.edges.map { "\($0.subject.id) \($0.object.id)" } == ["X:1 X:2"])
    let told = result.diagnostics.filter { !$0.message.contains("nodes") }
    #expect(told.count == 3, "\(told)")
    #expect(told.allSatisfy { $0.severity == .warning && $0.location?.line != nil })
    #expect(GraphSources(files).check().allSatisfy { $0.severity != .error })
  }

  @Test(arguments: broken) func areErrorsWhereThatIsAskedFor(files: [InputFile]) throws {
    let sources = GraphSources(files, isStrict: true)
    let error = #expect(throws: DiagnosticError.self) { try sources.build() }
    #expect(error?.diagnostics.count { $0.severity == .error } == 3)
    #expect(sources.check().count { $0.severity == .error } == 3)
  }

  @Test func cellsThatAreUnreadAndBytesThatAreReplacedAreBroken() throws {
    for text in ["id\tname\nX:1\tone\tmore\n", "id\tname\nX:1\tcaf\u{0}\n"] {
      let bytes = Array(text.utf8).map { $0 == 0 ? 0xe9 : $0 }
      let files = [InputFile(name: "nodes.tsv", bytes: bytes)]
      #expect(try GraphSources(files).build().graph.nodeCount == 1)
      #expect(throws: DiagnosticError.self) { try GraphSources(files, isStrict: true).build() }
    }
  }

  /// Reports are bounded: the first few, and how many there were.
  @Test func manyAreCounted() throws {
    let rows = String(repeating: "X:1\tcauses\t\n", count: 1000)
    let files = [InputFile(name: "edges.tsv", text: "subject\tpredicate\tobject\n" + rows)]
    let result = try GraphSources(files).build()
    #expect(result.diagnostics.count == ProblemLog.limit + 1)
    #expect(
      result.diagnostics.contains { $0.message.hasPrefix("1000 edges without an end in all") })
  }

  // MARK: Statements that stand twice

  /// By both readers: the attributes and the source of a second row are the edge's, too.
  @Test func nothingOfASecondRowIsLost() throws {
    let header = "subject\tpredicate\tobject\tscore\tprimary_knowledge_source\tnote\n"
    let rows = """
      X:1\tbiolink:causes\tX:2\t0.5\tinfores:a\tsame
      X:1\tbiolink:causes\tX:2\t0.7\tinfores:b\tsame
      X:1\tbiolink:causes\tX:2\t0.5\tinfores:a\tsame
      """
    let expected = [
      Attribute(key: "score", value: "0.5"), Attribute(key: "note", value: "same"),
      Attribute(key: "score", value: "0.7"),
      Attribute(key: "primary_knowledge_source", value: "infores:b"),
    ]
    let tables = [InputFile(name: "edges.tsv", text: header + rows)]
    for graph in [
      try GraphSources(tables).build().graph, SourcesReading(tables, base: nil).builder.build(),
    ] {
      let edge = try #require(graph.edges.first)
      #expect(graph.edgeCount == 1)
      #expect(edge.attributes == expected)
      #expect(edge.primaryKnowledgeSource == "infores:a")
    }
  }

  @Test func aStatementThatStandsOftenIsReadInTime() throws {
    var text = "subject\tpredicate\tobject\tscore\tpublications\n"
    for number in 0..<20_000 { text += "X:1\tcauses\tX:2\t\(number)\tPMID:\(number)\n" }
    let graph = try GraphSources([InputFile(name: "edges.tsv", text: text)]).build().graph
    #expect(graph.edges.first?.attributes.count == 20_000)
    #expect(graph.edges.first?.evidence.count == 20_000)
  }
}
