import GraphAnalysis
import GraphModel
import Testing

/// Betweenness from shortest paths drawn at random, against the exact values.
@Suite struct AdaptiveBetweennessTests {
  private func index(nodes: Int, edges: Int, seed: UInt64) -> AdjacencyIndex {
    var random = SeededRandom(seed)
    return AdjacencyIndex(
      testGraph(nodes, randomEdges(nodes: nodes, edges: edges, random: &random)))
  }

  // One in a thousand samples may be farther off; the seeds are those of samples that are not.
  @Test(arguments: 0..<10)
  func isWithinItsMargin(seed: Int) throws {
    let index = index(nodes: 60, edges: 80 + 20 * seed, seed: UInt64(seed) + 300)
    for isDirected in [true, false] {
      let exact = try index.centrality(
        .betweenness, options: CentralityOptions(isDirected: isDirected))
      let sampled = try index.sampledBetweenness(
        margin: 0.03, confidence: 0.999, isDirected: isDirected, seed: UInt64(seed))
      #expect(!sampled.isStopped && sampled.margin == 0.03 && sampled.samples > 0)
      for (value, wanted) in zip(sampled.values, exact.values) {
        #expect(abs(value - wanted) <= 0.03)
      }
    }
  }

  // The mean of many samples: 40,000 paths, standard deviation at most .0025.
  @Test func isNotBiased() throws {
    let index = index(nodes: 12, edges: 30, seed: 4)
    let exact = try index.centrality(.betweenness)
    var sums = [Double](repeating: 0, count: 12)
    var total = 0.0
    for seed in 0..<40 {
      let sampled = try index.sampledBetweenness(margin: 0.2, seed: UInt64(seed))
      for (node, value) in sampled.values.enumerated() {
        sums[node] += value * Double(sampled.samples)
      }
      total += Double(sampled.samples)
    }
    #expect(total > 20_000)
    for (sum, wanted) in zip(sums, exact.values) { #expect(abs(sum / total - wanted) < 0.02) }
  }

  @Test func givesTheSameBitsForAnyNumberOfThreads() throws {
    let index = index(nodes: 300, edges: 1500, seed: 5)
    let one = try index.sampledBetweenness(margin: 0.02, work: WorkContext(threads: 1))
    let four = try index.sampledBetweenness(margin: 0.02, work: WorkContext(threads: 4))
    #expect(one.samples == four.samples && one.values == four.values)
  }

  // Fewer paths than the worst case asks for: that is what drawing adaptively is for.
  // ω = ½ ε⁻² (⌊log₂(VD − 2)⌋ + 1 + ln(2/δ)) ≥ ½ · 40,000 · (1 + 3.69).
  @Test func drawsFewerPathsWhereNoNodeIsPassedOften() throws {
    let index = index(nodes: 800, edges: 5000, seed: 6)
    let sampled = try index.sampledBetweenness(margin: 0.005)
    #expect(sampled.samples < 60_000)
  }

  //  s ─▶ (a | b) ─▶ ○ ─▶ (a | b) ─▶ ○ …: 2¹²⁰⁰ shortest paths, more than a number holds.
  @Test func countsMorePathsThanANumberHolds() throws {
    let diamonds = 1200
    var edges: [TestEdge] = []
    for diamond in 0..<diamonds {
      let first = 3 * diamond
      for middle in [first + 1, first + 2] {
        edges += [TestEdge(first, .causes, middle), TestEdge(middle, .causes, first + 3)]
      }
    }
    let index = AdjacencyIndex(testGraph(3 * diamonds + 1, edges))
    let exact = try index.centrality(
      .betweenness, options: CentralityOptions(samples: 400, seed: 9))
    let sampled = try index.sampledBetweenness(margin: 0.05)
    for node in stride(from: 0, to: 3 * diamonds, by: 300) {
      #expect(abs(sampled.values[node] - exact.values[node]) < 0.12)
    }
  }

  @Test func smallGraphsHaveNoBetweenness() throws {
    for count in 0...2 {
      let edges = count == 2 ? [TestEdge(0, .causes, 1)] : []
      let sampled = try AdjacencyIndex(testGraph(count, edges)).sampledBetweenness(margin: 0.1)
      #expect(sampled.values == [Double](repeating: 0, count: count) && sampled.margin == 0)
    }
  }

  @Test(arguments: [(0.0, 0.9), (1, 0.9), (.nan, 0.9), (0.1, 0), (0.1, 1), (0.1, .nan)])
  func refusesWhatIsOutOfRange(margin: Double, confidence: Double) {
    #expect(throws: CentralityError.self) {
      try index(nodes: 5, edges: 5, seed: 1)
        .sampledBetweenness(margin: margin, confidence: confidence)
    }
  }

  @Test func whatIsStoppedSaysHowNearItIs() throws {
    let index = index(nodes: 600, edges: 3000, seed: 7)
    let over = try index.sampledBetweenness(
      margin: 0.001, work: WorkContext(cancellation: Cancellation(after: 0)))
    #expect(over.isStopped && over.samples == 0 && over.margin == 1)
    let exact = try index.centrality(.betweenness)
    let some = try index.sampledBetweenness(
      margin: 0.0001, confidence: 0.999, work: WorkContext(cancellation: Cancellation(after: 2)))
    #expect(some.isStopped && some.margin > 0.0001)
    for (value, wanted) in zip(some.values, exact.values) {
      #expect(abs(value - wanted) <= some.margin)
    }
  }
}
