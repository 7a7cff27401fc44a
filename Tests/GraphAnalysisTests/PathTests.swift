import GraphAnalysis
import GraphModel
import Testing

/// Scores are those of `Certainty`: established .9, probable .7, possible .4, speculative .2.
@Suite struct PathTests {
  /// ```
  ///   0 ──causes .9 (e0)──▶ 1 ──causes .7 (e1)──▶ 2 ◀──subclass of .9 (e4)── 3
  ///   │                     └──affects .4 (e3)──▶ │
  ///   └──────── associated with .7 (e2) ──────────┘   stored as 2 → 0
  /// ```
  let index = AdjacencyIndex(
    testGraph(
      5,
      [
        TestEdge(0, .causes, 1, .established), TestEdge(1, .causes, 2, .probable),
        TestEdge(2, .associatedWith, 0, .probable), TestEdge(1, .affects, 2, .possible),
        TestEdge(3, .subclassOf, 2, .established),
      ]))

  @Test func ranksByTheProductOfScores() throws {
    let report = try index.paths(PathQuery(from: node(0), to: node(2)))
    #expect(report.paths.map(\.edgeNumbers) == [[2], [0, 1], [0, 3]])
    // .7, .9 · .7, .9 · .4
    for (path, score) in zip(report.paths, [0.7, 0.63, 0.36]) {
      #expect(abs(path.score - score) < 1e-12)
    }
    #expect(!report.isTruncated)
    #expect(report.absence == nil)
  }

  @Test func ranksByHopsAndThenByEvidence() throws {
    let report = try index.paths(PathQuery(from: node(1), to: node(0), ranking: .hops))
    // 1 → 2 by e1 or e3, then back over the association.
    #expect(report.paths.map(\.edgeNumbers) == [[1, 2], [3, 2]])
  }

  @Test func classesPathsByTheirHops() throws {
    let report = try index.paths(PathQuery(from: node(0), to: node(3)))
    #expect(report.paths.map(\.edgeNumbers) == [[2, 4], [0, 1, 4], [0, 3, 4]])
    #expect(report.paths.map(\.pathClass) == [.associational, .mixed, .mixed])
    let causal = try index.paths(PathQuery(from: node(0), to: node(2), direction: .causal))
    #expect(causal.paths.map(\.pathClass) == [.causal, .causal])
    #expect(causal.paths.map(\.edgeNumbers) == [[0, 1], [0, 3]])
  }

  @Test func marksHopsThatAreWalkedAgainstTheirStatement() throws {
    let report = try index.paths(PathQuery(from: node(0), to: node(3), limit: 1))
    let path = try #require(report.paths.first)
    #expect(path.steps.map(\.isReversed) == [true, true])
    #expect(path.nodeNumbers == [0, 2, 3])
    #expect(path.steps.map { Int($0.from.rawValue) } == [0, 2])
    #expect(path.steps.map { Int($0.to.rawValue) } == [2, 3])
    let back = try index.paths(PathQuery(from: node(2), to: node(0), limit: 1))
    #expect(back.paths.first?.steps.map(\.isReversed) == [false])
  }

  @Test func namesTheWeakestHop() throws {
    let report = try index.paths(PathQuery(from: node(0), to: node(3), filter: causesAndKinds))
    let path = try #require(report.paths.first)
    #expect(path.edgeNumbers == [0, 1, 4])
    #expect(path.weakestPosition == 1)
    #expect(path.weakest.edge.index == edge(1))
  }

  private var causesAndKinds: EdgeFilter { EdgeFilter(predicates: [.causes, .subclassOf]) }

  @Test func saysThatThereAreMorePathsThanTheLimit() throws {
    for limit in 1...4 {
      let report = try index.paths(PathQuery(from: node(0), to: node(2), limit: limit))
      #expect(report.paths.count == min(limit, 3))
      #expect(report.isTruncated == (limit < 3))
    }
  }

  @Test func neverWalksANegatedEdge() throws {
    // 0 ──does not cause──▶ 1
    let denied = AdjacencyIndex(testGraph(2, [TestEdge(0, .causes, 1, isNegated: true)]))
    let report = try denied.paths(PathQuery(from: node(0), to: node(1)))
    #expect(report.paths.isEmpty)
    #expect(report.absence == .differentComponents)
    #expect(denied.edgeCount == 0)
  }

  @Test func neverWalksASelfLoop() throws {
    let looped = AdjacencyIndex(
      testGraph(
        2,
        [
          TestEdge(0, .causes, 0), TestEdge(0, .associatedWith, 0), TestEdge(0, .causes, 1),
          TestEdge(1, .causes, 1),
        ]))
    let report = try looped.paths(PathQuery(from: node(0), to: node(1)))
    #expect(report.paths.map(\.edgeNumbers) == [[2]])
  }

  @Test func breaksTiesByNodesThenByEdges() throws {
    // Four ways 0 → 3 of the same score: over 2 or over 1, by either of two parallel edges.
    //   0 ─(e0)▶ 2 ─(e1)▶ 3      0 ─(e2)▶ 1 ═(e3, e4)▶ 3
    let tied = AdjacencyIndex(
      testGraph(
        4,
        [
          TestEdge(0, .causes, 2), TestEdge(2, .causes, 3), TestEdge(0, .causes, 1),
          TestEdge(1, .causes, 3), TestEdge(1, .affects, 3),
        ]))
    for ranking in PathQuery.Ranking.allCases {
      let report = try tied.paths(PathQuery(from: node(0), to: node(3), ranking: ranking))
      #expect(report.paths.map(\.edgeNumbers) == [[2, 3], [2, 4], [0, 1]])
    }
  }

  @Test func tiesDoNotDependOnTheOrderInWhichScoresAreMultiplied() throws {
    // .9 · .7 · .4 and .4 · .9 · .7 are the same evidence, though not the same bits.
    //   0 ─.4▶ 1 ─.9▶ 2 ─.7▶ 5     0 ─.9▶ 3 ─.7▶ 4 ─.4▶ 5
    let tied = AdjacencyIndex(
      testGraph(
        6,
        [
          TestEdge(0, .causes, 3, .established), TestEdge(3, .causes, 4, .probable),
          TestEdge(4, .causes, 5, .possible), TestEdge(0, .causes, 1, .possible),
          TestEdge(1, .causes, 2, .established), TestEdge(2, .causes, 5, .probable),
        ]))
    let report = try tied.paths(PathQuery(from: node(0), to: node(5)))
    #expect(report.paths.map(\.nodeNumbers) == [[0, 1, 2, 5], [0, 3, 4, 5]])
  }

  @Test(arguments: [
    ([Predicate.causes, .causes], Polarity.increases),
    ([.causes, .preventativeFor], .decreases),
    ([.preventativeFor, .treats], .increases),
    ([.causes, .affects], .unknown),
    ([.preventativeFor, .subclassOf], .decreases),
    ([.subclassOf, .subclassOf], .unknown),
  ])
  func multipliesTheSigns(_ predicates: [Predicate], _ sign: Polarity) throws {
    let chain = AdjacencyIndex(
      testGraph(3, [TestEdge(0, predicates[0], 1), TestEdge(1, predicates[1], 2)]))
    let report = try chain.paths(PathQuery(from: node(0), to: node(2)))
    #expect(report.paths.first?.sign == sign)
  }

  @Test func independentReferencesMakeAPathStronger() throws {
    var builder = GraphBuilder()
    let nodes = (0..<3).map { builder.node(for: Concept(label: "N\($0)")) }
    let works = ["a", "b"].map { builder.add(Reference(id: $0)) }
    let cited = works.map {
      Evidence(
        quote: "N0 may cause N2", certainty: .possible,
        citations: [Citation($0, basis: .stated)])
    }
    // Two sources at .4 are 1 − .6² = .64, which beats .7 · .7 = .49.
    builder.add(Statement(nodes[0], .causes, nodes[1], certainty: .probable))
    builder.add(Statement(nodes[1], .causes, nodes[2], certainty: .probable))
    builder.add(Statement(nodes[0], .affects, nodes[2]), evidence: cited)
    let index = AdjacencyIndex(builder.build())
    let report = try index.paths(PathQuery(from: nodes[0], to: nodes[2]))
    #expect(report.paths.map(\.length) == [1, 2])
    #expect(abs((report.paths.first?.score ?? 0) - 0.64) < 1e-12)
  }

  @Test func refusesHopsThatDoNotMeet() {
    let edges = index.graph.edges.map { PathStep(edge: $0, isReversed: false) }
    #expect(GraphPath(steps: []) == nil)
    #expect(GraphPath(steps: [edges[0], edges[2]]) == nil)
    #expect(GraphPath(steps: [edges[0], edges[1], edges[2]]) == nil)
    #expect(GraphPath(steps: [edges[0], edges[1]])?.nodeNumbers == [0, 1, 2])
  }

  //  0 ─▶ 1 ─▶ 4   1 is connected with 6 … 15, too
  //  0 ─▶ 2 ─▶ 3 ─▶ 4
  // By hand: .7² against .7³; with a penalty of 1, .7² / 12 against .7³ / 4.
  @Test func aPenaltyKeepsPathsOffHubs() throws {
    let leaves = (6...15).map { TestEdge(1, .causes, $0) }
    let ways = [(0, 1), (1, 4), (0, 2), (2, 3), (3, 4)].map { TestEdge($0.0, .causes, $0.1) }
    let index = AdjacencyIndex(testGraph(16, ways + leaves))
    var query = PathQuery(from: node(0), to: node(4), limit: 1)
    #expect(try index.paths(query).paths.first?.nodeNumbers == [0, 1, 4])
    query.hubPenalty = 1
    let best = try index.paths(query).paths.first
    #expect(best?.nodeNumbers == [0, 2, 3, 4])
    #expect(abs((best?.score ?? 0) - 0.343) < 1e-12)
    query.hubPenalty = .nan
    #expect(throws: PathError.self) { try index.paths(query) }
  }
}
