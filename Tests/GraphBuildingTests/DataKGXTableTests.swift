import GraphModel
import Testing

@testable import GraphBuilding

/// The tables of a small graph:
///
///     stress ──contributes_to──▶ leak ──has_phenotype──▶ gas
@Suite struct KGXTables {
  static let nodes = """
    id\tcategory\tname\tsynonym\tsame_as\tclose_match\tweight\tdescription
    X:1\tbiolink:ExposureEvent|biolink:NamedThing\tstress\tstrain | worry\tX:1|M:9\tW:1\t7\tToo much.

    X:2\tPhenotypicFeature\tleak\t\t\t\t\t\r
    X:3\t\tgas
    """
  static let edges = """
    id\tsubject\tpredicate\tobject\tknowledge_level\tagent_type\tpublications\tsupporting_text\tnegated\tobject_direction_qualifier\tprimary_knowledge_source\tcertainty\thedge\tscore
    e1\tX:1\tbiolink:affects\tX:2\tknowledge_assertion\tmanual_agent\tPMID:12|doi:10.1000/ABC\tStress acts.\tFalse\tincreased\tinfores:x\tprobable\tis said to\t0.5
    e2\tX:2\thas_phenotype\tX:3\t\t\t\t\tTrue
    """

  func read(
    nodes: String = KGXTables.nodes, edges: String = KGXTables.edges
  ) -> (graph: KnowledgeGraph, diagnostics: [Diagnostic]) {
    var builder = GraphBuilder()
    let first = KGXTableReader.readNodes(
      InputFile(name: "nodes.tsv", text: nodes), into: &builder)
    let second = KGXTableReader.readEdges(
      InputFile(name: "edges.tsv", text: edges), into: &builder)
    return (builder.build(), first + second)
  }

  @Test func readsEveryColumnOfANode() throws {
    let (graph, diagnostics) = read()
    #expect(diagnostics.isEmpty)
    #expect(graph.nodes.map(\.id) == ["X:1", "X:2", "X:3"])
    let stress = try #require(graph.node(id: "X:1"))
    #expect(stress.label == "stress")
    #expect(stress.categories == [.exposureEvent, .namedThing])
    #expect(stress.synonyms == ["strain", "worry"])
    #expect(stress.exactMatches == ["M:9"])
    #expect(stress.closeMatches == ["W:1"])
    #expect(stress.description == "Too much.")
    #expect(stress.attributes == [Attribute(key: "weight", value: "7")])
    #expect(graph.node(id: "X:2")?.category == .phenotypicFeature)
  }

  @Test func readsEveryColumnOfAnEdge() throws {
    let graph = read().graph
    let edge = try #require(graph.edges.first)
    #expect(edge.id.rawValue == "e1")
    #expect(edge.predicate == .affects)
    #expect(edge.polarity == .increases)
    #expect(edge.certainty == .probable)
    #expect(edge.knowledgeLevel == .knowledgeAssertion)
    #expect(edge.agentType == .manualAgent)
    #expect(edge.primaryKnowledgeSource == "infores:x")
    #expect(edge.attributes == [Attribute(key: "score", value: "0.5")])
    let evidence = try #require(edge.evidence.first)
    #expect(evidence.quote == "Stress acts.")
    #expect(evidence.hedge == "is said to")
    #expect(evidence.citations.map { graph[$0.reference].id } == ["PMID:12", "DOI:10.1000/abc"])
    #expect(evidence.citations.allSatisfy { $0.basis == .stated })
    let last = try #require(graph.edges.last)
    #expect(last.isNegated)
    #expect(last.certainty == nil)
    #expect(last.evidence.isEmpty)
  }

  @Test func makesANodeOfAnUnknownEndAndWarns() {
    let (graph, diagnostics) = read(edges: "subject\tpredicate\tobject\nX:1\tcauses\tY:5\n")
    #expect(graph.node(id: "Y:5")?.label == "Y:5")
    #expect(
      diagnostics.map(\.description) == [
        "edges.tsv:2:12: warning: 'Y:5' is in no table of nodes; "
          + "add a row for it to the nodes; it has no name until then"
      ])
  }

  @Test func sumsUpWhatOccursTooOften() throws {
    let rows = (1...10_000).map { "X:1\tcauses\tY:\($0)" }.joined(separator: "\n")
    let diagnostics = read(edges: "subject\tpredicate\tobject\n" + rows).diagnostics
    #expect(diagnostics.count == ProblemLog.limit + 1)
    #expect(try #require(diagnostics.last).message.hasPrefix("10000 identifiers in no table"))
  }

  @Test func findsEveryProblemOfATableAtOnce() {
    let edges = """
      subject\tpredicate\tobject\tnegated\tknowledge_level
      X:1\tcauses
      \tcauses\tX:2
      X:1\tcauses\tX:2\tperhaps\tguess\tmore
      X:1\t\tX:2
      """
    let diagnostics = read(edges: edges).diagnostics
    #expect(
      diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)" }
        == [
          "2:1 an edge has no object and is left out", "3:1 an edge has no subject and is left out",
          "4:30 the row has 6 cells, the header 5; the rest is unread",
          "4:16 'perhaps' is no value of negated", "4:24 'guess' is no value of knowledge_level",
          "5:1 an edge has no predicate; it is read as 'related to'",
        ])
  }

  /// "perhaps" may mean that it does not: an edge that affirmed it would be a false claim.
  @Test(arguments: ["perhaps", "maybe", "not", "2", "t", "none"])
  func leavesOutAnEdgeThatMayBeNegated(value: String) {
    let edges = "subject\tpredicate\tobject\tnegated\nX:1\tcauses\tX:2\t\(value)"
    let (graph, diagnostics) = read(edges: edges)
    #expect(graph.edgeCount == 0)
    #expect(
      diagnostics.map(\.description) == [
        "edges.tsv:2:16: warning: '\(value)' is no value of negated; "
          + "write true or false; the edge is left out"
      ])
  }

  @Test(arguments: [("", false), ("FALSE", false), ("no", false), ("Yes", true), ("1", true)])
  func knowsWaysToWriteTruth(value: String, isNegated: Bool) {
    let edges = "subject\tpredicate\tobject\tnegated\nX:1\tcauses\tX:2\t\(value)"
    #expect(read(edges: edges).graph.edges.map(\.isNegated) == [isNegated])
  }

  @Test(arguments: [
    ("", "is empty"), ("\n\n", "is empty"), ("name\tcategory\nx\ty", "no column is named 'id'"),
    ("id\tid\nX:1\tX:1", "two columns are named 'id'"),
    ("id\tname\n\tx", "a node has no id and is left out"),
    ("id\trole\nX:1\tvillain", "'villain' is no role"),
  ])
  func reportsATableOfNodesThatCannotBeUsed(text: String, message: String) {
    var builder = GraphBuilder()
    let diagnostics = KGXTableReader.readNodes(
      InputFile(name: "nodes.tsv", text: text), into: &builder)
    #expect(diagnostics.contains { $0.message.contains(message) })
  }

  @Test func takesThePredicateOfGraphsFromBeforeBiolink() throws {
    let graph = read(edges: "subject\tedge_label\tobject\trelation\nX:1\tcauses\tX:2\tRO:1").graph
    let edge = try #require(graph.edges.first)
    #expect(edge.predicate == .causes)
    #expect(edge.attributes == [Attribute(key: "relation", value: "RO:1")])
  }

  @Test func readsWhatIsNotUTF8WithAWarning() {
    var builder = GraphBuilder()
    let bytes = Array("id\tname\nX:1\t".utf8) + [0xff, 0x0a]
    let diagnostics = KGXTableReader.readNodes(
      InputFile(name: "nodes.tsv", bytes: bytes), into: &builder)
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(builder.build().nodes.first?.label == "\u{fffd}")
  }

  @Test func keepsAnIdentifierOfItsOwnMakingAsAHash() throws {
    let first = try #require(
      read(edges: "subject\tpredicate\tobject\nX:1\tcauses\tX:2").graph.edges.first)
    let edges = "id\tsubject\tpredicate\tobject\n\(first.id)\tX:1\tcauses\tX:2\nX\tX:1\tcauses\tX:2"
    let graph = read(edges: edges).graph
    #expect(graph.edges.map(\.id.rawValue) == [first.id.rawValue, "X"])
  }
}
