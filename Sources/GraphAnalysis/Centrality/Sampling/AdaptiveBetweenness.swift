public import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Betweenness as far as shortest paths drawn at random tell it.
public struct SampledBetweenness: Sendable {
  /// The graph that was measured.
  public let graph: KnowledgeGraph
  /// One value per node, in node order: that of ``CentralityMeasure/betweenness``, normalised, but for
  /// the margin.
  public let values: [Double]
  /// How many pairs of nodes were drawn.
  public let samples: Int
  /// With the probability ``confidence`` every value is within this of the exact one.
  public let margin: Double
  /// The probability with which all values are that near.
  public let confidence: Double
  /// Whether the work was stopped before the wanted margin was reached.
  public let isStopped: Bool

  /// The nodes by value, greatest first, ties by node index; all of them, or the first few.
  ///
  /// - Complexity: O(n log n).
  public func ranked(top count: Int? = nil) -> [NodeScore] {
    rankedRows(values, top: count).map { NodeScore(node: graph[NodeIndex($0)], score: values[$0]) }
  }
}

extension AdjacencyIndex {
  /// The betweenness of every node within a margin, from as few shortest paths as that takes.
  ///
  /// KADABRA: M. Borassi & E. Natale 2019, *KADABRA is an ADaptive Algorithm for Betweenness via
  /// Random Approximation*, doi:10.1145/3284359. Paths are drawn until, for every node, the bounds
  /// of the paper (its theorem 9) say that its value is near enough; nodes that few paths pass need
  /// far fewer than the worst case. Of the risk 1 − `confidence`, half is for the greatest number of
  /// paths, which follows from the number of nodes of the longest shortest path (M. Riondato & E.
  /// Kornaropoulos 2016, doi:10.1007/s10618-015-0423-0), and half is shared out among the nodes by what
  /// a first sample, which is then forgotten, says of them.
  ///
  /// Parallel edges, self-loops and direction count as for ``CentralityMeasure/betweenness`` without
  /// weights; the same seed gives the same bits for any number of threads. Stopped by the context's
  /// cancellation, it gives the margin that was reached.
  ///
  /// - Parameters:
  ///   - margin: how far a value may be from the exact one, in (0, 1).
  ///   - confidence: the probability that all are as near, in (0, 1).
  /// - Throws: ``CentralityError`` where an argument is outside its range.
  /// - Complexity: O((ln n + 1/δ) / ε²) paths at worst, each a search from both ends.
  public func sampledBetweenness(
    margin: Double, confidence: Double = 0.95, isDirected: Bool = true, seed: UInt64 = 1,
    work: WorkContext = WorkContext()
  ) throws(CentralityError) -> SampledBetweenness {
    guard margin > 0, margin < 1 else { throw .invalidOption(name: "the margin", value: margin) }
    guard confidence > 0, confidence < 1 else {
      throw .invalidOption(name: "the confidence", value: confidence)
    }
    guard nodeCount > 2 else {
      return SampledBetweenness(
        graph: graph, values: [Double](repeating: 0, count: nodeCount), samples: 0, margin: 0,
        confidence: confidence, isStopped: false)
    }
    // Pairs drawn may end at a node, pairs that could pass it may not: n (n − 1) and (n − 1)(n − 2).
    let factor = Double(nodeCount) / Double(nodeCount - 2)
    let options = CentralityOptions(isDirected: isDirected)
    let along = SimpleRows(self, options, isByDegree: true)
    let against = SimpleRows(self, options, isReversed: true, isByDegree: true)
    let diameter = vertexDiameterBound(along: along, against: against, isDirected: isDirected)
    var sampling = AdaptiveSampling(
      nodeCount: nodeCount, diameter: diameter, margin: margin / factor, risk: 1 - confidence)
    work.cancellation?.begin("drawing shortest paths", steps: sampling.greatestCount)
    let isWhole = sampling.run(along, against, seed: seed, work)
    let counts = sampling.counts
    let total = Double(max(1, sampling.drawn))
    return SampledBetweenness(
      graph: graph,
      values: (0..<nodeCount).map { Double(counts[Int(along.numberOfNode[$0])]) / total * factor },
      samples: sampling.drawn, margin: isWhole ? margin : min(1, sampling.reached * factor),
      confidence: confidence, isStopped: !isWhole)
  }
}

/// Draws paths until every node's value is near enough.
private struct AdaptiveSampling {
  private let margin: Double
  private let risk: Double
  /// ω of the paper: with so many paths all values are near enough, whatever they are.
  let greatestCount: Int
  /// How often a path passed each node, by its number in the rows.
  private(set) var counts: [UInt64]
  private(set) var drawn = 0
  /// ln(1/δ) of every node.
  private var exponents: [Double]

  /// Paths in a chunk, whose random numbers depend on its number alone.
  private static let chunkSize = 64

  init(nodeCount: Int, diameter: Int, margin: Double, risk: Double) {
    self.margin = margin
    self.risk = risk
    let levels = diameter > 3 ? log2(Double(diameter - 2)).rounded(.down) : 0
    let most = 0.5 / (margin * margin) * (levels + 1 + log(2 / risk))
    greatestCount = Int(min(1e15, most.rounded(.up)))
    counts = [UInt64](repeating: 0, count: nodeCount)
    exponents = [Double](repeating: log(4 * Double(nodeCount) / risk), count: nodeCount)
  }

  /// Draws until the margin is reached; false where the work was stopped before.
  mutating func run(
    _ along: SimpleRows, _ against: SimpleRows, seed: UInt64, _ work: WorkContext
  ) -> Bool {
    // A first sample says how the risk is best shared out. It must not count itself.
    let first = max(Self.chunkSize * 16, greatestCount / 100)
    guard draw(first, along, against, SampleRandom(seed), work) else {
      drawn = 0
      counts = counts.map { _ in 0 }
      return false
    }
    shareOutRisk()
    counts = counts.map { _ in 0 }
    drawn = 0
    var random = SampleRandom(seed)
    let second = SampleRandom(random.next())
    while drawn < greatestCount, reached > margin {
      let next = max(Self.chunkSize * 16, min(drawn / 8, greatestCount - drawn))
      guard draw(next, along, against, second, work) else { return false }
    }
    return true
  }

  /// Gives nodes that many paths pass the greater part of the risk: ln(1/δ) is C ε² / b of a node of
  /// value b, with the C for which the parts add up, and a small part is for all alike.
  private mutating func shareOutRisk() {
    let values = counts.map { max(Double($0), 1) / Double(max(1, drawn)) }
    let alike = risk / 4 * 0.01 / Double(counts.count)
    func part(_ factor: Double, _ value: Double) -> Double {
      exp(-factor * margin * margin / value) + alike
    }
    var (low, high) = (0.0, 2 / (margin * margin) * log(4 * Double(counts.count) / risk))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      // Each node has a part for being too low and one for being too high.
      let sum = values.reduce(0) { $0 + 2 * part(middle, $1) }
      if sum > risk / 2 { low = middle } else { high = middle }
    }
    guard values.reduce(0, { $0 + 2 * part(high, $1) }) <= risk / 2 else { return }
    exponents = values.map { -log(part(high, $0)) }
  }

  /// The greatest distance that a value may have from the exact one, by the paper's theorem 9.
  var reached: Double {
    guard drawn > 0 else { return 1 }
    let count = Double(drawn)
    let most = Double(greatestCount)
    if drawn >= greatestCount { return margin }
    let ratio = most / count
    var greatest = 0.0
    for (node, exponent) in exponents.enumerated() {
      let value = Double(counts[node]) / count
      let square = 2 * value * most / exponent
      let low = (1 / 3 - ratio) + ((1 / 3 - ratio) * (1 / 3 - ratio) + square).squareRoot()
      let high = (1 / 3 + ratio) + ((1 / 3 + ratio) * (1 / 3 + ratio) + square).squareRoot()
      greatest = max(greatest, max(low, high) * exponent / count)
    }
    return greatest
  }

  /// Draws more paths, in whole chunks; false where the work was stopped, with what was drawn of a
  /// first part of the chunks kept.
  private mutating func draw(
    _ wanted: Int, _ along: SimpleRows, _ against: SimpleRows, _ random: SampleRandom,
    _ work: WorkContext
  ) -> Bool {
    let size = Self.chunkSize
    let chunks = (wanted + size - 1) / size
    let firstChunk = drawn / size
    let order = ChunkOrder()
    let sums = Buffer<UInt64>(repeating: 0, count: counts.count)
    var done = 0
    var isWhole = true
    ChunkRunner.run(
      chunks: chunks, threads: work.threads,
      state: { ShortestPathSample(along: along, against: against) }
    ) { sample, chunk in
      var passed: [UInt32] = []
      var random = random.split(UInt64(firstChunk + chunk))
      var isDone = true
      for _ in 0..<size {
        if work.isCancelled {
          isDone = false
          break
        }
        sample.draw(&random) { passed.append(UInt32(truncatingIfNeeded: $0)) }
      }
      work.cancellation?.advance(by: size)
      order.take(chunk) {
        isWhole = isWhole && isDone
        guard isWhole else { return }
        done += size
        for node in passed { sums[Int(node)] += 1 }
      }
    }
    for node in counts.indices { counts[node] += sums[node] }
    drawn += done
    return isWhole
  }
}
