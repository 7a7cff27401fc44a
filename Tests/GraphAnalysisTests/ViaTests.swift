import GraphAnalysis
import GraphModel
import Testing

@Suite struct ViaTests {
  @Test func doesNotGlueShortestPartsThatMeet() throws {
    // The shortest way to 2 and the shortest way on both pass 1; the only simple path goes round.
    //   0 ── 1 ── 2        all edges associated with
    //   │    │    │
    //   4 ── 3 ── 5        target 3
    let index = AdjacencyIndex(
      testGraph(
        6,
        [
          TestEdge(0, .associatedWith, 1), TestEdge(1, .associatedWith, 2),
          TestEdge(1, .associatedWith, 3), TestEdge(0, .associatedWith, 4),
          TestEdge(4, .associatedWith, 3), TestEdge(2, .associatedWith, 5, .speculative),
          TestEdge(5, .associatedWith, 3, .speculative),
        ]))
    let report = try index.paths(PathQuery(from: node(0), to: node(3), via: [node(2)]))
    #expect(report.paths.map(\.nodeNumbers) == [[0, 1, 2, 5, 3]])
  }

  @Test func visitsTheNodesInTheirOrder() throws {
    // A complete graph of associations on 6 nodes.
    var edges: [TestEdge] = []
    for a in 0..<6 { for b in (a + 1)..<6 { edges.append(TestEdge(a, .associatedWith, b)) } }
    let index = AdjacencyIndex(testGraph(6, edges))
    let query = PathQuery(from: node(0), to: node(5), via: [node(3), node(1)], limit: 1000)
    let report = try index.paths(query)
    // 2 and 4 are free to be left out or put into the three gaps: 1 + 2·3 + 3·4 ways.
    #expect(report.paths.count == 19)
    #expect(report.paths.first?.nodeNumbers == [0, 3, 1, 5])
    for path in report.paths {
      let nodes = path.nodeNumbers
      let first = try #require(nodes.firstIndex(of: 3))
      let second = try #require(nodes.firstIndex(of: 1))
      #expect(first < second)
    }
  }

  @Test func seesAtOnceThatALeafIsNoWayThrough() throws {
    // A grid of associations, in which a search over all paths would never end, and a leaf.
    let side = 12
    var edges: [TestEdge] = []
    for row in 0..<side {
      for column in 0..<side {
        let here = row * side + column
        if column + 1 < side { edges.append(TestEdge(here, .associatedWith, here + 1)) }
        if row + 1 < side { edges.append(TestEdge(here, .associatedWith, here + side)) }
      }
    }
    let leaf = side * side
    edges.append(TestEdge(leaf / 2, .associatedWith, leaf))
    let index = AdjacencyIndex(testGraph(leaf + 1, edges))
    let query = PathQuery(
      from: node(0), to: node(leaf - 1), via: [node(leaf)], effort: 1_000_000)
    #expect(try index.paths(query).absence == .notThroughVia)
  }
}
