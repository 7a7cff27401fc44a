import GraphAnalysis
import GraphModel
import Testing

/// The best pairs between two sets of nodes, against a question for each pair.
@Suite struct PairTests {
  private struct Pair: Hashable {
    var from: NodeIndex
    var to: NodeIndex
  }

  private func asked(_ index: AdjacencyIndex, _ query: PairQuery) throws -> [Pair: GraphPath] {
    var found: [Pair: GraphPath] = [:]
    for start in query.from.subtracting(query.avoid) {
      for end in query.to.subtracting(query.avoid) where start != end {
        let report = try index.paths(
          PathQuery(
            from: start, to: end, avoid: query.avoid, filter: query.filter,
            maxHops: query.maxHops, limit: 1, direction: query.direction, ranking: query.ranking,
            hubPenalty: query.hubPenalty)
        ) { !$0.turnsInTaxonomy }
        if let path = report.paths.first { found[Pair(from: start, to: end)] = path }
      }
    }
    return found
  }

  @Test(arguments: 0..<40)
  func areWhatAQuestionForEachPairGives(seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 900)
    let count = 14
    let index = AdjacencyIndex(
      testGraph(count, randomEdges(nodes: count, edges: 18 + seed, random: &random)))
    func some(_ number: Int) -> Set<NodeIndex> {
      Set((0..<number).map { _ in NodeIndex(Int.random(in: 0..<count, using: &random)) })
    }
    let query = PairQuery(
      from: some(4), to: some(5), avoid: seed % 3 == 0 ? some(2) : [],
      maxHops: seed % 4 == 0 ? 3 : nil, limit: 1000, direction: seed % 5 == 0 ? .causal : .any,
      ranking: seed % 2 == 0 ? .evidence : .hops, hubPenalty: seed % 7 == 0 ? 0.5 : 0)
    let expected = try asked(index, query)
    let report = try index.pairs(query)
    #expect(!report.isTruncated && !report.isStopped)
    var found: [Pair: GraphPath] = [:]
    for path in report.paths {
      let (from, to) = (try #require(path.nodes.first), try #require(path.nodes.last))
      #expect(found.updateValue(path, forKey: Pair(from: from, to: to)) == nil)
    }
    #expect(found == expected)
    if query.hubPenalty == 0 {
      for (better, worse) in zip(report.paths, report.paths.dropFirst()) {
        switch query.ranking {
        case .evidence: #expect(better.score >= worse.score - 1e-9)
        case .hops: #expect(better.length <= worse.length)
        }
      }
    }
    for limit in [1, 2, 5] {
      var few = query
      few.limit = limit
      let some = try index.pairs(few)
      #expect(some.paths == Array(report.paths.prefix(limit)))
      #expect(some.isTruncated == (report.paths.count > limit))
    }
  }

  //  0 ─▶ 1 ─▶ 2: all are starts, and all are ends.
  @Test func aNodeIsNoPairWithItself() throws {
    let index = AdjacencyIndex(testGraph(3, [TestEdge(0, .causes, 1), TestEdge(1, .causes, 2)]))
    let all = Set((0..<3).map { NodeIndex($0) })
    let report = try index.pairs(PairQuery(from: all, to: all, direction: .causal))
    #expect(
      report.paths.map { $0.nodes.map(\.position) } == [[0, 1], [1, 2], [0, 1, 2]])
  }

  //  0 ──▷ 2 ◁── 1: two kinds of one thing say nothing of each other.
  @Test func whatOnlySharesAGroupIsNoPair() throws {
    let index = AdjacencyIndex(
      testGraph(3, [TestEdge(0, .subclassOf, 2), TestEdge(1, .subclassOf, 2)]))
    let report = try index.pairs(PairQuery(from: [NodeIndex(0)], to: [NodeIndex(1)]))
    #expect(report.paths.isEmpty && !report.isTruncated)
  }

  @Test func refusesWhatHasNoMeaning() throws {
    let index = AdjacencyIndex(testGraph(2, [TestEdge(0, .causes, 1)]))
    let node = NodeIndex(0)
    #expect(throws: PathError.unknownNode(NodeIndex(7))) {
      try index.pairs(PairQuery(from: [node], to: [NodeIndex(7)]))
    }
    #expect(throws: PathError.limitTooSmall(0)) {
      try index.pairs(PairQuery(from: [node], to: [node], limit: 0))
    }
    #expect(throws: PathError.maxHopsTooSmall(0)) {
      try index.pairs(PairQuery(from: [node], to: [node], maxHops: 0))
    }
    #expect(try index.pairs(PairQuery(from: [], to: [node])).paths.isEmpty)
  }

  @Test func aSearchThatIsStoppedSaysSo() throws {
    var random = SeededRandom(5)
    let index = AdjacencyIndex(
      testGraph(3000, randomEdges(nodes: 3000, edges: 9000, random: &random)))
    let all = Set((0..<3000).map { NodeIndex($0) })
    let work = WorkContext(cancellation: Cancellation(after: 0))
    let report = try index.pairs(PairQuery(from: all, to: all), work: work)
    #expect(report.isStopped && report.isTruncated && report.paths.isEmpty)
    let spent = try index.pairs(PairQuery(from: all, to: all, limit: 100_000, effort: 5000))
    #expect(spent.isTruncated && !spent.isStopped)
  }
}
