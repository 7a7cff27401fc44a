import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct KGXJSON {
  func read(_ text: String) -> (graph: KnowledgeGraph, diagnostics: [Diagnostic]) {
    var builder = GraphBuilder()
    let diagnostics = KGXJSONReader.read(InputFile(name: "g.json", text: text), into: &builder)
    return (builder.build(), diagnostics)
  }

  /// The same graph as the table test's, so that both readers agree.
  @Test func readsTheSameGraphAsTheTables() throws {
    let (graph, diagnostics) = read(
      """
      {"nodes": [
        {"id": "X:1", "category": ["biolink:ExposureEvent", "biolink:NamedThing"],
         "name": "stress", "synonym": ["strain", "worry"], "same_as": ["X:1", "M:9"],
         "close_match": "W:1", "weight": 7, "description": "Too much."},
        {"id": "X:2", "category": "PhenotypicFeature", "name": "leak"},
        {"id": "X:3", "name": "gas", "category": null}],
       "edges": [
        {"id": "e1", "subject": "X:1", "predicate": "biolink:affects", "object": "X:2",
         "knowledge_level": "knowledge_assertion", "agent_type": "manual_agent",
         "publications": ["PMID:12", "doi:10.1000/ABC"], "supporting_text": "Stress acts.",
         "negated": false, "object_direction_qualifier": "increased",
         "primary_knowledge_source": "infores:x", "certainty": "probable",
         "hedge": "is said to", "score": 0.5},
        {"id": "e2", "subject": "X:2", "predicate": "has_phenotype", "object": "X:3",
         "negated": true}]}
      """)
    #expect(diagnostics.isEmpty)
    let expected = KGXTables().read().graph
    #expect(graph.nodes.map(Summary.init) == expected.nodes.map(Summary.init))
    #expect(graph.edges.map(Summary.init) == expected.edges.map(Summary.init))
    #expect(graph.references == expected.references)
  }

  @Test func keepsNestedFieldsAsJSON() {
    let graph = read(#"{"nodes": [{"id": "X:1", "a": {"b": [1, "c"]}, "d": [1, 2]}]}"#).graph
    #expect(
      graph.nodes.first?.attributes == [
        Attribute(key: "a", value: #"{"b":[1,"c"]}"#), Attribute(key: "d", value: "[1,2]"),
      ])
  }

  @Test(arguments: [
    ("[]", "1:1", "a list, not a graph"),
    (#"{"a": 1}"#, "1:1", "neither \"nodes\" nor \"edges\""),
    (#"{"nodes": 1}"#, "1:11", "a number, not a list"),
    (#"{"nodes": [1]}"#, "1:12", "a number, not an object"),
    (#"{"nodes": [{"name": "x"}]}"#, "1:12", "a node has no id and is left out"),
    (#"{"edges": [{"subject": "X:1"}]}"#, "1:12", "an edge has no object and is left out"),
    (#"{"nodes": [}"#, "1:12", "no JSON value"),
  ])
  func tellsWhereAGraphIsWrong(text: String, place: String, message: String) {
    let errors = read(text).diagnostics.filter { $0.severity != .note }
    #expect(
      errors.contains {
        "\($0.location?.line ?? 0):\($0.location?.column ?? 0)" == place
          && $0.message.contains(message)
      })
  }

  @Test(arguments: ["\"maybe\"", "2", "[]", "{}", "[true]"])
  func leavesOutAnEdgeThatMayBeNegated(value: String) {
    let (graph, diagnostics) = read(
      #"{"edges": [{"subject": "X:1", "negated": \#(value), "object": "X:2"}]}"#)
    #expect(graph.edgeCount == 0)
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.location == SourceLocation(file: "g.json", line: 1, column: 42))
  }

  @Test func makesANodeOfAnUnknownEndAndWarns() {
    let text = #"{"edges": [{"subject": "X:1", "predicate": "causes", "object": "X:2"}]}"#
    let (graph, diagnostics) = read(text)
    #expect(graph.nodes.map(\.id) == ["X:1", "X:2"])
    #expect(diagnostics.map { $0.location?.column } == [24, 64])
  }
}

/// What two graphs are compared by.
struct Summary: Equatable, CustomStringConvertible {
  let description: String

  init(_ node: Node) {
    let parts: [String] = [
      node.id.rawValue, node.label, "\(node.categories)", "\(node.role?.name ?? "")",
      "\(node.synonyms)", "\(node.abbreviations)", "\(node.exactMatches)", "\(node.closeMatches)",
      node.description ?? "", "\(node.attributes.map { "\($0.key)=\($0.value)" })",
    ]
    description = parts.joined(separator: " · ")
  }

  init(_ edge: Edge) {
    let evidence = edge.evidence.map { piece in
      let works = piece.citations.map { "\(edge.graph[$0.reference].id) \($0.basis.name)" }
      let parts: [String] = [
        piece.document.map { edge.graph[$0].name } ?? "", piece.section ?? "", piece.quote,
        piece.range.map { "\($0)" } ?? "", piece.line.map { "\($0)" } ?? "", piece.hedge ?? "",
        piece.certainty?.name ?? "", piece.scope.name, piece.stance.name, "\(works)",
      ]
      return parts.joined(separator: "|")
    }
    let parts: [String] = [
      edge.id.rawValue, edge.subject.id.rawValue, edge.predicate.curie, edge.object.id.rawValue,
      "\(edge.isNegated)", edge.polarity.name, edge.certainty?.name ?? "",
      edge.knowledgeLevel.name, edge.agentType.name, edge.primaryKnowledgeSource ?? "",
      "\(edge.attributes.map { "\($0.key)=\($0.value)" })", "\(evidence)",
    ]
    description = parts.joined(separator: " · ")
  }
}
