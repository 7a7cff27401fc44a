import GraphAnalysis
import GraphModel
import Testing

@Suite struct ChokepointTests {
  /// ```
  ///        ┌─▶ 1 ─┐                  ┌──(e6)──▶┐
  ///   0 ───┤      ├──▶ 3 ──(e4)──▶ 4 ┤         ├─▶ 5
  ///        └─▶ 2 ─┘                  └──(e7)──▶┘
  ///        3 ◀── 6 (e5)
  /// ```
  let index = AdjacencyIndex(
    testGraph(
      7,
      [
        TestEdge(0, .causes, 1), TestEdge(0, .causes, 2), TestEdge(1, .causes, 3),
        TestEdge(2, .causes, 3), TestEdge(3, .causes, 4), TestEdge(6, .causes, 3),
        TestEdge(4, .causes, 5), TestEdge(4, .affects, 5),
      ]))

  @Test func namesNodesAndHopsInTheOrderOfThePaths() throws {
    let report = try index.chokepoints(ChokepointQuery(from: node(0), to: node(5)))
    #expect(report.nodes == [node(3), node(4)])
    #expect(report.steps.map(\.edge.index) == [edge(4)])
    #expect(report.isConnected)
  }

  @Test func countsAvoidedNodesAndFiltersOut() throws {
    let query = ChokepointQuery(
      from: node(0), to: node(5), avoid: [node(1)], filter: EdgeFilter(predicates: [.causes]))
    let report = try index.chokepoints(query)
    #expect(report.nodes == [node(2), node(3), node(4)])
    #expect(report.steps.map(\.edge.index) == [edge(1), edge(3), edge(4), edge(6)])
  }

  @Test func saysWhyThereIsNoPath() throws {
    let report = try index.chokepoints(ChokepointQuery(from: node(5), to: node(0)))
    #expect(report.absence == .onlyAgainstDirection)
    #expect(report.nodes.isEmpty && report.steps.isEmpty && !report.isConnected)
    let bound = ChokepointQuery(from: node(0), to: node(5), maxHops: 2)
    #expect(try index.chokepoints(bound).absence == .beyondMaxHops(shortest: 4))
  }

  @Test func refusesQuestionsWithoutMeaning() {
    #expect(throws: PathError.sameEnds(node(1))) {
      try index.chokepoints(ChokepointQuery(from: node(1), to: node(1)))
    }
    #expect(throws: PathError.unknownNode(node(99))) {
      try index.chokepoints(ChokepointQuery(from: node(1), to: node(99)))
    }
  }
}
