import GraphModel

/// The nodes from which an analysis sweeps: all, or a sample of them.
struct SampledStarts: Sendable {
  /// The starts by their numbers in the rows: all in node order, or a sample in the order in which
  /// it was drawn.
  let nodes: [UInt32]
  private let nodeCount: Int

  /// Draws without replacement, from the seed alone; the order is random, so that the first few
  /// are a sample, too.
  init(_ rows: SimpleRows, _ options: CentralityOptions) {
    nodeCount = rows.nodeCount
    var nodes = (0..<UInt32(rows.nodeCount)).map { $0 }
    if let samples = options.samples {
      let count = min(samples, nodes.count)
      var random = SampleRandom(options.seed)
      for row in 0..<count { nodes.swapAt(row, row + random.next(below: nodes.count - row)) }
      nodes.removeSubrange(count...)
    }
    self.nodes = nodes.map { rows.numberOfNode[Int($0)] }
  }

  /// What a sum over the first starts is multiplied by to stand for the sum over all nodes.
  func scale(done: Int) -> Double { done < nodeCount ? Double(nodeCount) / Double(done) : 1 }
}

/// SplitMix64 (G. Steele, D. Lea & C. Flood 2014, doi:10.1145/2660193.2660195): the same numbers on
/// every machine from the same seed.
struct SampleRandom: Sendable {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Random numbers of a part of the work, which depend on its number alone.
  func split(_ part: UInt64) -> SampleRandom {
    var mixed = SampleRandom(state ^ (part &* 0xD134_2543_DE82_EF95))
    return SampleRandom(mixed.next())
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0 ..< `bound`, each as likely but for one part in 2³² at most (D. Lemire 2019,
  /// doi:10.1145/3230636, without the rejection). 0 where the bound is not positive.
  mutating func next(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in [0, 1).
  mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
