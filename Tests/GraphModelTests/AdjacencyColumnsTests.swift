import Testing

@testable import GraphModel

@Suite struct AdjacencyColumnsTests {
  /// Rows of edges, with self-loops, parallel edges, nodes without any and edges that do not pass,
  /// against picking them out node by node.
  @Test(arguments: 0..<40) func rowsHoldTheirEdgesInOrder(seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let nodeCount = seed == 0 ? 0 : 1 + next(30)
    let edgeCount = nodeCount == 0 ? 0 : next(seed % 3 == 0 ? 3 : 200)
    var edges = EdgeColumns()
    edges.subject = Column((0..<edgeCount).map { _ in UInt32(next(nodeCount)) })
    edges.object = Column((0..<edgeCount).map { _ in UInt32(next(nodeCount)) })
    let passes = (0..<edgeCount).map { _ in next(4) > 0 }
    for passing in [nil, Column(passes)] {
      let columns = AdjacencyColumns(edges, passing: passing, nodeCount: nodeCount)
      for (rows, from, to) in [
        (columns.outgoing, edges.subject, edges.object),
        (columns.incoming, edges.object, edges.subject),
      ] {
        #expect(rows.offsets.count == nodeCount + 1)
        for node in 0..<nodeCount {
          let wanted = (0..<edgeCount).filter {
            Int(from[$0]) == node && (passing == nil || passes[$0])
          }
          let range = Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
          #expect(range.map { Int(rows.edges[$0]) } == wanted)
          #expect(range.map { rows.nodes[$0] } == wanted.map { to[$0] })
        }
      }
    }
  }
}
