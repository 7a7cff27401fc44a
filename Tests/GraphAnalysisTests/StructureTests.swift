import GraphAnalysis
import GraphModel
import Testing

@Suite struct StructureTests {
  /// ```
  ///   0 ─▶ 1 ─▶ 2 ─▶ 0     a triangle (e0, e1, e2)
  ///   2 ─▶ 3               a bridge (e3)
  ///   3 ═▶ 4               two parallel edges (e4, e5), no bridge
  ///   4 ─▶ 4               a self-loop (e6)
  ///   5                    alone
  /// ```
  let index = AdjacencyIndex(
    testGraph(
      6,
      [
        TestEdge(0, .causes, 1), TestEdge(1, .causes, 2), TestEdge(2, .causes, 0),
        TestEdge(2, .causes, 3), TestEdge(3, .causes, 4), TestEdge(3, .affects, 4),
        TestEdge(4, .causes, 4),
      ]))

  @Test func findsComponents() {
    #expect(index.connectedComponents().componentOfNode == [0, 0, 0, 0, 0, 1])
    #expect(index.connectedComponents().largest?.count == 5)
    let strong = index.stronglyConnectedComponents()
    #expect(strong.componentOfNode == [0, 0, 0, 1, 2, 3])
    #expect(strong.members.first == [node(0), node(1), node(2)])
  }

  @Test func findsBridgesAndCutNodes() {
    #expect(index.bridges() == [edge(3)])
    #expect(index.cutNodes() == [node(2), node(3)])
  }

  @Test func findsCyclesWithSelfLoops() {
    let report = index.cycles()
    #expect(report.cycles.map(\.edges) == [[edge(0), edge(1), edge(2)], [edge(6)]])
    #expect(report.cycles.map(\.nodes) == [[node(0), node(1), node(2)], [node(4)]])
    #expect(!report.isTruncated)
  }

  @Test func boundsCyclesByNumberAndLength() {
    #expect(index.cycles(limit: 1).cycles.count == 1)
    #expect(index.cycles(limit: 1).isTruncated)
    #expect(index.cycles(limit: 0).isTruncated)
    #expect(index.cycles(limit: -5).cycles.isEmpty)
    #expect(index.cycles(maxLength: 2).cycles.map(\.length) == [1])
    #expect(index.cycles(maxLength: 3).cycles.count == 2)
    #expect(index.cycles(maxLength: 0).cycles.isEmpty)
    #expect(!index.cycles(limit: .max, maxLength: .max).isTruncated)
  }

  @Test func findsNothingInAGraphWithoutNodes() {
    let empty = AdjacencyIndex(KnowledgeGraph())
    #expect(empty.connectedComponents().count == 0)
    #expect(empty.connectedComponents().largest == nil)
    #expect(empty.stronglyConnectedComponents().count == 0)
    #expect(empty.cycles().cycles.isEmpty)
    #expect(empty.bridges().isEmpty)
    #expect(empty.cutNodes().isEmpty)
  }

  /// Enough nodes that the greatest component is found by itself, in shuffled order, so that chains
  /// run against the order of the nodes.
  @Test(arguments: 0..<24)
  func strongComponentsAreThoseWhoseNodesReachOneAnother(_ seed: Int) {
    var random = SeededRandom(UInt64(900 + seed))
    let count = Int.random(in: 65...260, using: &random)
    var edges = randomEdges(nodes: count, edges: count * (seed % 4) / 2, random: &random)
    let order = (0..<count).shuffled(using: &random)
    for place in order.indices.dropLast(seed % 3 * 40) {
      edges.append(TestEdge(order[place], .causes, order[(place + 1) % count]))
    }
    let plain = BruteForce(nodeCount: count, edges: edges)
    let along = (0..<count).map { plain.reached(from: $0, bothWays: false) }
    var expected: [UInt32] = []
    for node in 0..<count {
      let first = (0...node).first { along[node].contains($0) && along[$0].contains(node) }
      expected.append(
        first.flatMap { $0 < node ? expected[$0] : nil } ?? (expected.max().map { $0 + 1 } ?? 0))
    }
    let strong = AdjacencyIndex(testGraph(count, edges)).stronglyConnectedComponents()
    #expect(strong.componentOfNode == expected)
    #expect(strong.members.map(\.count).reduce(0, +) == count)
  }

  @Test(arguments: 0..<60)
  func agreesWithRemovingEveryNodeAndEdge(_ seed: Int) {
    var random = SeededRandom(UInt64(500 + seed))
    let count = Int.random(in: 1...9, using: &random)
    let edges = randomEdges(nodes: count, edges: count + 2, random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    let plain = BruteForce(nodeCount: count, edges: edges)

    let weak = index.connectedComponents().componentOfNode
    let strong = index.stronglyConnectedComponents().componentOfNode
    let along = (0..<count).map { plain.reached(from: $0, bothWays: false) }
    for a in 0..<count {
      let both = plain.reached(from: a, bothWays: true)
      for b in 0..<count {
        #expect((weak[a] == weak[b]) == both.contains(b))
        #expect((strong[a] == strong[b]) == (along[a].contains(b) && along[b].contains(a)))
      }
    }

    let bridges = edges.indices.filter { number in
      let edge = edges[number]
      return !edge.isNegated
        && !plain.reached(from: edge.subject, bothWays: true, withoutEdge: number)
          .contains(edge.object)
    }
    #expect(index.bridges() == bridges.map(edge))
    let cuts = (0..<count).filter { cut in
      let others = plain.reached(from: cut, bothWays: true).subtracting([cut]).sorted()
      guard let first = others.first else { return false }
      return plain.reached(from: first, bothWays: true, without: cut).count < others.count
    }
    #expect(index.cutNodes() == cuts.map(node))
  }

  @Test(arguments: 0..<40)
  func boundedCyclesAreTheShortOnesOfAll(_ seed: Int) {
    var random = SeededRandom(UInt64(900 + seed))
    let edges = randomEdges(nodes: 7, edges: 16, random: &random)
    let index = AdjacencyIndex(testGraph(7, edges))
    let all = index.cycles(limit: 100_000).cycles
    for length in 1...7 {
      let short = index.cycles(limit: 100_000, maxLength: length).cycles
      #expect(Set(short) == Set(all.filter { $0.length <= length }))
    }
    for cycle in all {
      for (place, number) in cycle.edges.enumerated() {
        let edge = index.graph[number]
        #expect(edge.subjectIndex == cycle.nodes[place])
        #expect(edge.objectIndex == cycle.nodes[(place + 1) % cycle.length])
        #expect(!edge.isNegated)
      }
      #expect(cycle.nodes.min() == cycle.nodes.first)
    }
  }
}
