public import GraphModel

/// How a centrality is computed. Each measure reads the options that it has a meaning for.
public struct CentralityOptions: Sendable, Hashable {
  /// Whether edges count by their evidence: as strength (`Edge.score`) in degree, PageRank,
  /// eigenvector, Katz and HITS; as distance (−ln of the score) in closeness, harmonic and
  /// betweenness. Without, every edge counts 1.
  public var isWeighted: Bool
  /// Whether an edge leads only from its subject to its object, as it is stored, symmetric
  /// predicates included; without, every edge leads both ways.
  public var isDirected: Bool
  /// Whether degree is divided by n − 1, betweenness by the number of pairs, closeness scaled by
  /// the share of nodes that are reached (Wasserman & Faust), Katz to length 1. PageRank,
  /// eigenvector and HITS are normalised by definition, harmonic never is.
  public var isNormalized: Bool
  /// PageRank: how often the walker follows an edge rather than jumps; in [0, 1].
  public var damping: Double
  /// PageRank: where the walker jumps to, and goes from a dead end; empty for everywhere.
  public var personalization: Set<NodeIndex>
  /// Katz: how much a walk loses by each edge; below the reciprocal of the greatest eigenvalue.
  public var katzAlpha: Double
  /// Katz: what every node has of its own.
  public var katzBeta: Double
  /// An iteration has converged when the sum of the changes is below this times the number of
  /// nodes.
  public var tolerance: Double
  /// How many iterations may be made.
  public var maxIterations: Int
  /// Closeness, harmonic, betweenness: from how many nodes, drawn at random without replacement,
  /// to estimate the values; nil for the exact values from all.
  public var samples: Int?
  /// What the random numbers of a sample start from: the same seed gives the same sample.
  public var seed: UInt64

  /// Options, by default for the directed, unweighted, normalised measure.
  public init(
    isWeighted: Bool = false, isDirected: Bool = true, isNormalized: Bool = true,
    damping: Double = 0.85, personalization: Set<NodeIndex> = [], katzAlpha: Double = 0.1,
    katzBeta: Double = 1, tolerance: Double = 1e-14, maxIterations: Int = 20_000,
    samples: Int? = nil, seed: UInt64 = 1
  ) {
    self.isWeighted = isWeighted
    self.isDirected = isDirected
    self.isNormalized = isNormalized
    self.damping = damping
    self.personalization = personalization
    self.katzAlpha = katzAlpha
    self.katzBeta = katzBeta
    self.tolerance = tolerance
    self.maxIterations = maxIterations
    self.samples = samples
    self.seed = seed
  }
}

/// Why a centrality cannot be computed.
public enum CentralityError: Error, Sendable, Hashable {
  /// The iteration did not settle.
  case noConvergence(CentralityMeasure, iterations: Int)
  /// An option is outside its range.
  case invalidOption(name: String, value: Double)
  /// The graph has no node with this number.
  case unknownNode(NodeIndex)
  /// The work was stopped when this share of it was done.
  case cancelled(done: Double)
}

extension CentralityError: CustomStringConvertible {
  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .noConvergence(.katz, let iterations):
      "katz did not converge in \(iterations) iterations; use a smaller alpha"
    case .noConvergence(.eigenvector, let iterations):
      "eigenvector did not converge in \(iterations) iterations; "
        + "where few edges lie on cycles use katz, or ignore direction"
    case .noConvergence(let measure, let iterations):
      "\(measure.rawValue) did not converge in \(iterations) iterations; "
        + "allow more or use a greater tolerance"
    case .invalidOption(let name, let value): "\(name) cannot be \(value)"
    case .unknownNode(let node): "the graph has no node number \(node.rawValue)"
    case .cancelled(let done):
      "stopped before the end, \(Int((min(max(done, 0), 1) * 100).rounded(.down))) % done; "
        + "a sample gives an estimate sooner"
    }
  }
}
