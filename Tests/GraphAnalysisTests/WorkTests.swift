import GraphAnalysis
import GraphModel
import Testing

/// Threads, samples and cancellation, which must change no answer without saying so.
@Suite struct WorkTests {
  private func index(nodes: Int, edges: Int, seed: UInt64) -> AdjacencyIndex {
    var random = SeededRandom(seed)
    return AdjacencyIndex(
      testGraph(nodes, randomEdges(nodes: nodes, edges: edges, random: &random)))
  }

  @Test(arguments: [CentralityMeasure.betweenness, .closeness, .harmonic])
  func givesTheSameBitsForAnyNumberOfThreads(measure: CentralityMeasure) throws {
    let index = index(nodes: 200, edges: 2600, seed: 11)
    for isWeighted in [false, true] {
      let options = CentralityOptions(isWeighted: isWeighted)
      let one = try index.centrality(measure, options: options, work: WorkContext(threads: 1))
      let four = try index.centrality(measure, options: options, work: WorkContext(threads: 4))
      #expect(one.values.map(\.bitPattern) == four.values.map(\.bitPattern))
    }
  }

  // Enough entries for several chunks and threads; a coarse tolerance ends after a few rounds.
  @Test func iterationsGiveTheSameBitsForAnyNumberOfThreads() throws {
    let index = index(nodes: 3000, edges: 125_000, seed: 16)
    for measure in [CentralityMeasure.pageRank, .eigenvector, .katz, .hubs] {
      let options = CentralityOptions(
        isDirected: false, katzAlpha: 0.0001, tolerance: 1e-5)
      let one = try index.centrality(measure, options: options, work: WorkContext(threads: 1))
      let two = try index.centrality(measure, options: options, work: WorkContext(threads: 2))
      #expect(one.values.map(\.bitPattern) == two.values.map(\.bitPattern))
    }
  }

  @Test func givesTheSameBitsForEdgesToo() throws {
    let index = index(nodes: 120, edges: 1200, seed: 12)
    for isWeighted in [false, true] {
      let options = CentralityOptions(isWeighted: isWeighted)
      let one = try index.edgeCentrality(
        .betweenness, options: options, work: WorkContext(threads: 1))
      let four = try index.edgeCentrality(
        .betweenness, options: options, work: WorkContext(threads: 4))
      #expect(one.values.map(\.bitPattern) == four.values.map(\.bitPattern))
    }
  }

  // A sample of all nodes is everything, in another order.
  @Test(arguments: [CentralityMeasure.betweenness, .closeness, .harmonic])
  func aWholeSampleIsExact(measure: CentralityMeasure) throws {
    let index = index(nodes: 200, edges: 700, seed: 13)
    for isWeighted in [false, true] {
      var options = CentralityOptions(isWeighted: isWeighted)
      let exact = try index.centrality(measure, options: options)
      options.samples = 1000
      let sampled = try index.centrality(measure, options: options)
      #expect(!sampled.isEstimate)
      for (value, wanted) in zip(sampled.values, exact.values) {
        #expect(abs(value - wanted) <= 1e-9 * max(1, abs(wanted)))
      }
    }
  }

  // Hoeffding: with 300 of 600 starts the mean of values in [0, 1] is within .1 but for one in 200.
  @Test func aSampleComesNearAndSaysThatItIsOne() throws {
    let index = index(nodes: 600, edges: 3000, seed: 14)
    var options = CentralityOptions()
    let exact = try index.centrality(.harmonic, options: options)
    options.samples = 300
    let sampled = try index.centrality(.harmonic, options: options)
    #expect(sampled.isEstimate)
    #expect(sampled.startsDone == 300)
    for (value, wanted) in zip(sampled.values, exact.values) {
      #expect(abs(value - wanted) / 600 < 0.1)
    }
    #expect(try index.centrality(.harmonic, options: options).values == sampled.values)
  }

  @Test(arguments: CentralityMeasure.allCases)
  func stopsWhenCancelled(measure: CentralityMeasure) throws {
    let index = index(nodes: 300, edges: 900, seed: 15)
    let cancellation = Cancellation()
    cancellation.cancel()
    let work = WorkContext(cancellation: cancellation)
    switch measure {
    case .degree, .inDegree, .outDegree:
      let stopped = try index.centrality(measure, work: work)
      #expect(try stopped.values == index.centrality(measure).values)
    case .closeness, .harmonic, .betweenness:
      #expect(throws: CentralityError.self) { try index.centrality(measure, work: work) }
    case .pageRank, .eigenvector, .katz, .hubs, .authorities:
      let stopped = try index.centrality(measure, work: work)
      #expect(try #require(stopped.remainingChange) > 0)
      #expect(stopped.values.count == 300)
    }
  }

  // The greater deadlines are twice the less: one of them ends between the first piece and the last.
  @Test(arguments: [CentralityMeasure.betweenness, .harmonic])
  func aDeadlineLeavesAnEstimate(measure: CentralityMeasure) throws {
    let index = index(nodes: 1500, edges: 6000, seed: 17)
    let exact = try index.centrality(measure)
    var seconds = 0.0005
    var estimate: CentralityScores?
    while estimate == nil, seconds < 100 {
      let work = WorkContext(cancellation: Cancellation(after: seconds))
      let scores = try? index.centrality(measure, work: work)
      if let scores, !scores.isEstimate { break }
      estimate = scores
      seconds *= 1.5
    }
    let scores = try #require(estimate)
    let margin = try #require(scores.margin(confidence: 0.999))
    for (value, wanted) in zip(scores.values, exact.values) {
      #expect(abs(value - wanted) <= margin)
    }
  }

  @Test func aFarDeadlineChangesNothing() throws {
    let index = index(nodes: 100, edges: 300, seed: 18)
    let work = WorkContext(cancellation: Cancellation(after: 1000))
    for measure in CentralityMeasure.allCases where measure != .eigenvector {
      let scores = try index.centrality(measure, work: work)
      #expect(!scores.isEstimate && scores.remainingChange == nil)
      for (value, wanted) in zip(scores.values, try index.centrality(measure).values) {
        #expect(abs(value - wanted) <= 1e-9 * max(1, abs(wanted)))
      }
    }
  }

  //  Ten layers of ten nodes, each leading to all of the next: 10⁹ paths, so many cycles.
  @Test func searchesThatAreStoppedSaySo() throws {
    var edges: [TestEdge] = [TestEdge(99, .causes, 0)]
    for node in 0..<90 {
      for next in 0..<10 { edges.append(TestEdge(node, .causes, (node / 10 + 1) * 10 + next)) }
    }
    let index = AdjacencyIndex(testGraph(100, edges))
    let over = WorkContext(cancellation: Cancellation(after: 0))
    let soon = WorkContext(cancellation: Cancellation(after: 0.05))
    for mode in PathQuery.Mode.allCases {
      for ranking in PathQuery.Ranking.allCases {
        let query = PathQuery(
          from: NodeIndex(0), to: NodeIndex(99), limit: 100_000_000, ranking: ranking, mode: mode)
        let none = try index.paths(query, work: over)
        if ranking == .evidence || mode == .all {
          #expect(none.isStopped && none.paths.isEmpty && none.absence == .undecided)
        }
        let some = try index.paths(query, work: soon)
        #expect(some.isStopped && some.isTruncated)
        #expect(some.paths.allSatisfy { $0.nodes.last == NodeIndex(99) })
      }
    }
    let cycles = index.cycles(limit: .max, work: soon)
    #expect(cycles.isStopped && cycles.isTruncated)
    #expect(!index.cycles(limit: 5).isStopped)
    let greatest = try? index.greatestHarmonic(count: 5, work: over)
    #expect(greatest == nil)
  }

  @Test(arguments: [0.0, -1, .nan])
  func aDeadlineThatIsPastIsOver(seconds: Double) {
    #expect(Cancellation(after: seconds).isCancelled)
    #expect(!Cancellation(after: 1000).isCancelled)
    #expect(!Cancellation(after: .infinity).isCancelled)
  }

  @Test func refusesNoSamples() throws {
    let index = index(nodes: 3, edges: 3, seed: 1)
    #expect(throws: CentralityError.invalidOption(name: "the number of samples", value: 0)) {
      try index.centrality(.harmonic, options: CentralityOptions(samples: 0))
    }
  }

  //  0 ─▶ 1 ─▶ … ─▶ 19999
  // By hand: node v of a path has betweenness v (n − 1 − v), and harmonic the v-th harmonic number.
  @Test func walksALongPathLevelByLevel() throws {
    let count = 20_000
    let index = AdjacencyIndex(testGraph(count, (1..<count).map { TestEdge($0 - 1, .causes, $0) }))
    var options = CentralityOptions(isNormalized: false, samples: 20)
    let sampled = try index.centrality(.harmonic, options: options)
    #expect(sampled.values[0] == 0)
    options.isWeighted = true
    #expect(try index.centrality(.betweenness, options: options).values[0] == 0)
  }

  @Test func aStarOfManyLeavesHasOneCentre() throws {
    let count = 3000
    let index = AdjacencyIndex(testGraph(count, (1..<count).map { TestEdge(0, .causes, $0) }))
    let options = CentralityOptions(isDirected: false)
    let values = try index.centrality(.betweenness, options: options).values
    #expect(abs(values[0] - 1) < 1e-12)
    #expect(values[1...].allSatisfy { $0 == 0 })
  }

  @Test(arguments: 0..<12)
  func theGreatestAreThoseOfAll(seed: Int) throws {
    let index = index(nodes: 150, edges: 320, seed: UInt64(seed) + 40)
    for isDirected in [true, false] {
      let all = try index.centrality(.harmonic, options: CentralityOptions(isDirected: isDirected))
      for count in [0, 1, 7, 150, 1000] {
        let greatest = try index.greatestHarmonic(
          count: count, isDirected: isDirected, work: WorkContext(threads: 3))
        let wanted = all.ranked(top: count)
        #expect(greatest.isComplete)
        try #require(greatest.scores.count == wanted.count)
        for (found, expected) in zip(greatest.scores, wanted) {
          #expect(abs(found.score - expected.score) < 1e-9)
          let value = try #require(all[found.node.index])
          #expect(abs(value - found.score) < 1e-9)
        }
      }
    }
  }

  /// Graphs in which few reach many, and some reach none.
  @Test(arguments: 0..<16, [true, false])
  func theNearestAreThoseOfAll(seed: Int, isNormalized: Bool) throws {
    let edges = [60, 150, 320, 900][seed % 4]
    let index = index(nodes: 150, edges: edges, seed: UInt64(seed) + 90)
    for isDirected in [true, false] {
      let options = CentralityOptions(isDirected: isDirected, isNormalized: isNormalized)
      let all = try index.centrality(.closeness, options: options)
      for count in [0, 1, 7, 150, 1000] {
        let wanted = all.ranked(top: count)
        var found: [[NodeScore]] = []
        for threads in [1, 3] {
          let greatest = try index.greatestCloseness(
            count: count, isDirected: isDirected, isNormalized: isNormalized,
            work: WorkContext(threads: threads))
          #expect(greatest.isComplete)
          found.append(greatest.scores)
        }
        // Whole distances add exactly, so the scores are the same to the last bit.
        #expect(found[0].map(\.score) == wanted.map(\.score))
        #expect(found[0].map(\.node.index) == wanted.map(\.node.index))
        #expect(found[0] == found[1])
      }
    }
  }

  // Serfling 1974 by hand: n = 600, k = 300, 600 values, δ = .05:
  // √((1 − 299/600) ln(24000) / 600) = .09183.
  @Test func theMarginIsThatOfSerfling() throws {
    let index = index(nodes: 600, edges: 3000, seed: 14)
    let scores = try index.centrality(.harmonic, options: CentralityOptions(samples: 300))
    let margin = try #require(scores.margin())
    #expect(abs(margin / 600 - 0.09183) < 0.0001)
    let exact = try index.centrality(.harmonic)
    #expect(exact.margin() == 0)
    for (value, wanted) in zip(scores.values, exact.values) {
      #expect(abs(value - wanted) <= margin)
    }
    let closeness = try index.centrality(.closeness, options: CentralityOptions(samples: 300))
    #expect(closeness.margin() == nil)
  }
}
