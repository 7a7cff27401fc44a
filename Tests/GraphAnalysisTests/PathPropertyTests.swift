import GraphAnalysis
import GraphModel
import Testing

/// Against every path found by brute force, on seeded random multigraphs.
@Suite struct PathPropertyTests {
  @Test(arguments: 0..<60)
  func ranksEveryPathThatBruteForceFinds(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let count = Int.random(in: 3...8, using: &random)
    let edges = randomEdges(
      nodes: count, edges: Int.random(in: 2...(2 * count), using: &random), random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    let plain = BruteForce(nodeCount: count, edges: edges)
    for _ in 0..<12 {
      let nodes = Array(0..<count).shuffled(using: &random)
      let via = Array(nodes.dropFirst(2).prefix(Int.random(in: 0...2, using: &random)))
      let avoid = Set(nodes.dropFirst(5).prefix(Int.random(in: 0...1, using: &random)))
      let maxHops = Bool.random(using: &random) ? Int.random(in: 1...6, using: &random) : nil
      var query = PathQuery(
        from: node(nodes[0]), to: node(nodes[1]), via: via.map(node),
        avoid: Set(avoid.map(node)), maxHops: maxHops, limit: 100_000,
        direction: Bool.random(using: &random) ? .any : .causal,
        ranking: Bool.random(using: &random) ? .evidence : .hops)
      let expected = plain.paths(
        from: nodes[0], to: nodes[1], via: via, avoid: avoid, maxHops: maxHops ?? .max,
        isCausalOnly: query.direction == .causal)
      let report = try index.paths(query)
      #expect(Set(report.paths.map(\.edgeNumbers)) == Set(expected.map { $0.map(\.edge) }))
      #expect(report.paths.count == expected.count)
      try expectOrder(report.paths, query.ranking)

      #expect(try index.bestPath(query) == report.paths.first)
      query.mode = .all
      #expect(try index.paths(query).paths == report.paths)
      query.limit = max(1, report.paths.count / 2)
      for mode in PathQuery.Mode.allCases {
        query.mode = mode
        let some = try index.paths(query)
        #expect(some.paths == Array(report.paths.prefix(query.limit)))
        #expect(some.isTruncated == (report.paths.count > query.limit))
      }
    }
  }

  @Test(arguments: 0..<20)
  func givesTheFirstPathOfManyQuestionsOnAnyNumberOfThreads(_ seed: Int) throws {
    var random = SeededRandom(UInt64(5000 + seed))
    let count = 60
    let edges = randomEdges(nodes: count, edges: 130, random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    let queries = (0..<200).map { number in
      let ends = Array(0..<count).shuffled(using: &random)
      return PathQuery(
        from: node(ends[0]), to: node(ends[1]),
        avoid: number % 3 == 0 ? [node(ends[2]), node(ends[3])] : [],
        maxHops: number % 5 == 0 ? 4 : nil,
        direction: number % 4 == 0 ? .causal : .any,
        ranking: number % 7 == 0 ? .evidence : .hops)
    }
    let expected = try queries.map { try index.paths($0).paths.first }
    #expect(expected.contains(nil) && expected.contains { ($0?.length ?? 0) > 3 })
    for threads in [1, 2, 5] {
      #expect(try index.bestPaths(queries, work: WorkContext(threads: threads)) == expected)
    }
  }

  /// Each path costs no less than the one before, and ties are in the order of nodes and edges.
  private func expectOrder(_ paths: [GraphPath], _ ranking: PathQuery.Ranking) throws {
    for (first, second) in zip(paths, paths.dropFirst()) {
      let isTie = abs(first.score - second.score) < 1e-9 * first.score
      switch ranking {
      case .evidence:
        #expect(isTie || first.score > second.score)
        #expect(!isTie || first.length <= second.length)
      case .hops:
        #expect(first.length <= second.length)
        #expect(first.length < second.length || isTie || first.score > second.score)
      }
      if isTie, first.length == second.length {
        let nodes = (first.nodeNumbers, second.nodeNumbers)
        #expect(
          nodes.0 == nodes.1
            ? first.edgeNumbers.lexicographicallyPrecedes(second.edgeNumbers)
            : nodes.0.lexicographicallyPrecedes(nodes.1))
      }
    }
  }

  @Test(arguments: 0..<40)
  func passesWhatEveryPathPasses(_ seed: Int) throws {
    var random = SeededRandom(UInt64(1000 + seed))
    let count = Int.random(in: 3...9, using: &random)
    let edges = randomEdges(nodes: count, edges: count + 4, random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    let plain = BruteForce(nodeCount: count, edges: edges)
    for _ in 0..<10 {
      let ends = Array(0..<count).shuffled(using: &random)
      let maxHops = Bool.random(using: &random) ? Int.random(in: 2...5, using: &random) : nil
      let direction: PathQuery.Direction = Bool.random(using: &random) ? .any : .causal
      let all = plain.paths(
        from: ends[0], to: ends[1], maxHops: maxHops ?? .max, isCausalOnly: direction == .causal)
      let report = try index.chokepoints(
        ChokepointQuery(
          from: node(ends[0]), to: node(ends[1]), maxHops: maxHops, direction: direction))
      #expect(report.isConnected == !all.isEmpty)
      let nodes = (0..<count).filter { inner in
        inner != ends[1] && all.allSatisfy { $0.contains { $0.to == inner } }
      }
      let hops = Set(all.first ?? []).filter { hop in all.allSatisfy { $0.contains(hop) } }
      #expect(
        Set(report.nodes.map { Int($0.rawValue) }) == (all.isEmpty ? [] : Set(nodes)))
      #expect(
        Set(
          report.steps.map {
            BruteForce.Hop(edge: Int($0.edge.index.rawValue), to: Int($0.to.rawValue))
          }) == hops)
    }
  }
}
