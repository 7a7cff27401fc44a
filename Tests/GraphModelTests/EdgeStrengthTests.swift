import Testing

@testable import GraphModel

@Suite struct EdgeStrengthTests {
  /// Every kind of evidence that the short way knows or leaves to the long one.
  @Test func areTheScoresOfTheEdges() throws {
    var builder = GraphBuilder()
    let document = builder.add(SourceDocument(name: "a.md"))
    let works = (0..<12).map { builder.add(Reference(id: "PMID:\($0 + 1)", pmid: "\($0 + 1)")) }
    let nodes = (0..<40).map { builder.record(Concept(id: NodeID("X:\($0)"), label: "x\($0)")) }
    func cited(_ count: Int, _ basis: Citation.Basis = .stated) -> [Citation] {
      works.prefix(count).map { Citation($0, basis: basis) }
    }
    var kinds: [[Evidence]] = [[]]
    for count in 0...12 { kinds.append([Evidence(quote: "q", citations: cited(count))]) }
    for certainty in Certainty.allCases {
      kinds.append([Evidence(document: document, certainty: certainty, citations: cited(2))])
    }
    kinds.append([Evidence(quote: "q", citations: cited(2, .inferred))])
    kinds.append([Evidence(quote: "q", citations: cited(1) + cited(1))])
    kinds.append([Evidence(quote: "q", stance: .contradicts, citations: cited(2))])
    kinds.append([Evidence(quote: "q"), Evidence(quote: "r", citations: cited(1))])
    for (number, kind) in kinds.enumerated() {
      builder.add(Statement(nodes[number], .causes, nodes[number + 1]), evidence: kind)
    }
    let graph = builder.build()
    let plain = PlainStrengths(graph)
    #expect((0..<graph.edgeCount).map(plain.strength) == graph.edges.map(\.score))
    let strengths = try #require(EdgeStrengths(graph))
    #expect(strengths.codes.map { strengths.table[Int($0)] } == graph.edges.map(\.score))
    #expect(Array(strengths.table) == Set(graph.edges.map(\.score)).sorted())
    #expect(EdgeStrengths(KnowledgeGraph()) == nil)
  }
}
