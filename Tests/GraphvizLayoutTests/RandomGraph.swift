import GraphModel

/// A graph of a seed: cycles, self-loops, parallel and denied edges, groups, long and odd labels.
enum RandomGraph {
  /// SplitMix64: the same numbers on every machine.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  static func make(seed: UInt64, nodes: Int, edges: Int, hasRoles: Bool) -> KnowledgeGraph {
    var random = Generator(state: seed)
    var builder = GraphBuilder()
    builder.title = "Random graph \(seed)"
    let words = [
      "alpha", "beta-blocking", "gamma", "ω", "delta of the river", "epsilon", "睡眠", "zeta",
    ]
    let predicates: [Predicate] = [
      .causes, .contributesTo, .affects, .associatedWith, .hasPhenotype, .subclassOf,
      .preventativeFor, .partOf,
    ]
    var all: [NodeIndex] = []
    for number in 0..<nodes {
      let label = (0...Int.random(in: 0...4, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }
      let role = hasRoles ? Role.allCases.randomElement(using: &random) : nil
      let node = builder.node(
        for: Concept(
          id: NodeID("X:\(number)"), label: "\(label.joined(separator: " ")) \(number)",
          role: number % 7 == 6 ? nil : role))
      if role == .condition, number < 4 { builder.addFocus(node) }
      all.append(node)
    }
    guard !all.isEmpty else { return builder.build() }
    for _ in 0..<edges {
      let subject = all[Int.random(in: 0..<all.count, using: &random)]
      let object = all[Int.random(in: 0..<all.count, using: &random)]
      builder.add(
        Statement(
          subject, predicates[Int.random(in: 0..<predicates.count, using: &random)], object,
          isNegated: Int.random(in: 0..<12, using: &random) == 0,
          certainty: Certainty(rawValue: UInt8.random(in: 0...4, using: &random))))
    }
    return builder.build()
  }
}
