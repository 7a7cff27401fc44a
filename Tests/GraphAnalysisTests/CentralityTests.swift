import GraphAnalysis
import GraphModel
import Testing

@Suite struct CentralityTests {
  /// ```
  ///   0 ─▶ 1 ─▶ 2 ─▶ 3
  /// ```
  let chain = AdjacencyIndex(testGraph(4, (0..<3).map { TestEdge($0, .causes, $0 + 1) }))

  @Test func passesEveryPathThroughTheMiddleOfAChain() throws {
    // By hand: 0→2, 0→3 pass 1 and 0→3, 1→3 pass 2, of (n − 1)(n − 2) = 6 pairs.
    #expect(try chain.centrality(.betweenness).values == [0, 2.0 / 6, 2.0 / 6, 0])
    let raw = CentralityOptions(isNormalized: false)
    // By hand: 0→1, 0→2, 0→3; 0→2, 0→3, 1→2, 1→3; 0→3, 1→3, 2→3.
    #expect(try chain.edgeCentrality(.betweenness, options: raw).values == [3, 4, 3])
  }

  @Test func looksAtDistancesToTheNode() throws {
    // By hand: 3 is reached from 3, 2, 1 steps away: closeness 3 / 6 · 3 / 3, harmonic 11/6.
    let closeness = try chain.centrality(.closeness).values
    #expect(closeness[0] == 0)
    #expect(abs(closeness[3] - 0.5) < 1e-15)
    #expect(try abs(chain.centrality(.harmonic).values[3] - 11.0 / 6) < 1e-15)
  }

  @Test func takesStrengthForDegreeAndDistanceForCloseness() throws {
    // 0 ─.9▶ 1 ◀.2─ 2
    let index = AdjacencyIndex(
      testGraph(3, [TestEdge(0, .causes, 1, .established), TestEdge(2, .causes, 1, .speculative)]))
    let options = CentralityOptions(isWeighted: true, isNormalized: false)
    let degree = try index.centrality(.inDegree, options: options).values
    #expect(abs(degree[1] - 1.1) < 1e-12)
    // By hand: 2 / (−ln .9 − ln .2) = 2 / (.105360516 + 1.609437912).
    let closeness = try index.centrality(.closeness, options: options).values
    #expect(abs(closeness[1] - 2 / 1.714798428) < 1e-8)
  }

  /// Degrees tie often; the first few are looked for without sorting all.
  @Test(arguments: 0..<8) func theFirstFewAreTheFirstOfAll(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let edges = randomEdges(nodes: 120, edges: 60 * seed, random: &random)
    let scores = try AdjacencyIndex(testGraph(120, edges)).centrality(.inDegree)
    let all = scores.ranked()
    for count in [0, 1, 2, 3, 7, 29, 30, 119, 120, 500] {
      #expect(scores.ranked(top: count) == Array(all.prefix(count)), "the first \(count)")
    }
  }

  @Test func breaksTiesByNode() throws {
    let ranked = try chain.centrality(.betweenness).ranked()
    #expect(ranked.map { Int($0.node.index.rawValue) } == [1, 2, 0, 3])
    #expect(try chain.centrality(.betweenness).ranked(top: 2).count == 2)
    #expect(try chain.centrality(.betweenness).ranked(top: -1).isEmpty)
    let edges = try chain.edgeCentrality(.betweenness).ranked(top: 2)
    #expect(edges.map { Int($0.edge.index.rawValue) } == [1, 0])
    #expect(try chain.centrality(.betweenness).shares == [0, 1, 1, 0])
  }

  @Test func ignoresNegatedAndFilteredEdges() throws {
    let index = AdjacencyIndex(
      testGraph(
        3,
        [
          TestEdge(0, .causes, 1), TestEdge(0, .causes, 2, isNegated: true),
          TestEdge(1, .associatedWith, 2),
        ]), filter: EdgeFilter(directness: [.causal]))
    let raw = CentralityOptions(isNormalized: false)
    #expect(try index.centrality(.degree, options: raw).values == [1, 1, 0])
    #expect(try index.edgeCentrality(.betweenness).edges == [edge(0)])
  }

  @Test(arguments: CentralityMeasure.allCases)
  func answersForGraphsOfAlmostNothing(_ measure: CentralityMeasure) throws {
    #expect(try AdjacencyIndex(KnowledgeGraph()).centrality(measure).values.isEmpty)
    let lonely = try AdjacencyIndex(testGraph(1, [])).centrality(measure).values
    #expect(lonely.count == 1)
    #expect(lonely.allSatisfy { $0.isFinite })
    let looped = AdjacencyIndex(testGraph(1, [TestEdge(0, .causes, 0)]))
    #expect(try looped.centrality(measure).values.allSatisfy { $0.isFinite })
    #expect(try looped.edgeCentrality(.betweenness).values == [0])
    let apart = try AdjacencyIndex(testGraph(3, [])).centrality(measure).values
    #expect(apart.count == 3 && apart.allSatisfy { $0.isFinite })
  }

  @Test func saysThatAnIterationDoesNotSettle() throws {
    let error = CentralityError.noConvergence(.eigenvector, iterations: 20_000)
    #expect(throws: error) { try chain.centrality(.eigenvector) }
    let ring = AdjacencyIndex(
      testGraph(2, [TestEdge(0, .causes, 1), TestEdge(1, .causes, 0)]))
    #expect(throws: CentralityError.noConvergence(.katz, iterations: 20_000)) {
      try ring.centrality(.katz, options: CentralityOptions(katzAlpha: 2))
    }
    #expect(error.description.contains("katz"))
  }

  @Test func refusesOptionsOutsideTheirRange() {
    let wrong: [(CentralityMeasure, CentralityOptions)] = [
      (.pageRank, CentralityOptions(damping: 1.5)),
      (.pageRank, CentralityOptions(damping: .nan)),
      (.pageRank, CentralityOptions(personalization: [node(77)])),
      (.katz, CentralityOptions(katzAlpha: .infinity)),
      (.katz, CentralityOptions(katzBeta: .nan)),
      (.degree, CentralityOptions(tolerance: 0)),
      (.degree, CentralityOptions(maxIterations: 0)),
    ]
    for (measure, options) in wrong {
      #expect(throws: CentralityError.self) {
        try chain.centrality(measure, options: options)
      }
    }
  }

  @Test(arguments: 0..<30)
  func keepsItsInvariants(_ seed: Int) throws {
    var random = SeededRandom(UInt64(2000 + seed))
    let count = Int.random(in: 2...12, using: &random)
    let edges = randomEdges(nodes: count, edges: 2 * count, random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    let rank = try index.centrality(.pageRank).values
    #expect(abs(rank.reduce(0, +) - 1) < 1e-9)
    #expect(rank.allSatisfy { $0 > 0 })
    // Every pair's shortest paths have as many edges as the distance, and one node fewer.
    let raw = CentralityOptions(isNormalized: false)
    let nodes = try index.centrality(.betweenness, options: raw).values.reduce(0, +)
    let hops = try index.edgeCentrality(.betweenness, options: raw).values.reduce(0, +)
    let plain = BruteForce(nodeCount: count, edges: edges)
    let pairs = (0..<count).reduce(0) { $0 + plain.reached(from: $1, bothWays: false).count - 1 }
    #expect(abs(hops - nodes - Double(pairs)) < 1e-9 * max(1, hops))
  }

  @Test func countsMorePathsThanADoubleHolds() throws {
    // 650 layers of three nodes, each node leading to all of the next layer: 3⁶⁴⁸ paths between
    // two nodes of the first and the last layer, more than the greatest Double.
    let layers = 650
    var edges: [TestEdge] = []
    for layer in 0..<(layers - 1) {
      for a in 0..<3 {
        for b in 0..<3 {
          edges.append(TestEdge(layer * 3 + a, .causes, layer * 3 + 3 + b))
        }
      }
    }
    let index = AdjacencyIndex(testGraph(layers * 3, edges))
    let raw = CentralityOptions(isNormalized: false)
    let values = try index.centrality(.betweenness, options: raw).values
    // By hand: every pair with one node before a layer and one behind it passes that layer, and
    // by symmetry each of its nodes a third of the time.
    for layer in 0..<layers {
      let expected = Double(3 * layer) * Double(3 * (layers - 1 - layer)) / 3
      for node in 0..<3 {
        #expect(abs(values[layer * 3 + node] - expected) <= 1e-9 * max(1, expected))
      }
    }
  }
}
