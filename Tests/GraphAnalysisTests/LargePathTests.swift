import GraphAnalysis
import GraphModel
import Testing

@Suite struct LargePathTests {
  @Test(arguments: PathQuery.Ranking.allCases, PathQuery.Mode.allCases)
  func walksAPathOfManyHops(_ ranking: PathQuery.Ranking, _ mode: PathQuery.Mode) throws {
    // 0 ─▶ 1 ─▶ 2 … ─▶ 6,000, and a ring back to 0.
    let count = 6_001
    let index = AdjacencyIndex(
      testGraph(count, (0..<count).map { TestEdge($0, .causes, ($0 + 1) % count) }))
    let query = PathQuery(
      from: node(0), to: node(count - 1), limit: 3, ranking: ranking, mode: mode)
    let report = try index.paths(query)
    #expect(report.paths.map(\.length) == [count - 1])
    #expect(!report.isTruncated)
    #expect(index.stronglyConnectedComponents().count == 1)
    #expect(index.cycles().cycles.map(\.length) == [count])
    #expect(index.bridges().isEmpty)
    #expect(index.cutNodes().isEmpty)
    let chokepoints = try index.chokepoints(ChokepointQuery(from: node(0), to: node(count - 1)))
    #expect(chokepoints.nodes.count == count - 2)
    #expect(chokepoints.steps.count == count - 1)
  }

  @Test(arguments: PathQuery.Mode.allCases)
  func stopsAtTheLimitAmongMorePathsThanCanBeCounted(_ mode: PathQuery.Mode) throws {
    // 1,100 diamonds in a row: 2¹¹⁰⁰ shortest paths, more than the greatest Double.
    //     ┌▶ b ┐
    //   a ┤    ├▶ a' …
    //     └▶ c ┘
    let diamonds = 1_100
    var edges: [TestEdge] = []
    for number in 0..<diamonds {
      let first = number * 3
      for middle in [first + 1, first + 2] {
        edges.append(TestEdge(first, .causes, middle))
        edges.append(TestEdge(middle, .causes, first + 3))
      }
    }
    let index = AdjacencyIndex(testGraph(diamonds * 3 + 1, edges))
    let query = PathQuery(from: node(0), to: node(diamonds * 3), limit: 3, mode: mode)
    let report = try index.paths(query)
    #expect(report.paths.count == 3)
    #expect(report.isTruncated)
    // The first in node order, then those that differ as late as possible.
    #expect(report.paths[0].nodeNumbers.allSatisfy { $0 % 3 != 2 })
    #expect(report.paths[1].nodeNumbers.last { $0 % 3 != 0 } == diamonds * 3 - 1)
  }
}
