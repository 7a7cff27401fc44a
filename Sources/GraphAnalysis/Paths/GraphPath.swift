public import GraphModel

/// One hop of a path: an edge, and which way it is walked.
public struct PathStep: Sendable, Hashable {
  /// The edge that is walked.
  public let edge: Edge
  /// Whether the hop goes from the edge's object to its subject, against the way in which the
  /// statement reads. Causal edges are never reversed; symmetric ones may be.
  public let isReversed: Bool

  /// A hop over an edge.
  public init(edge: Edge, isReversed: Bool) {
    self.edge = edge
    self.isReversed = isReversed
  }

  /// Where the hop starts.
  public var from: NodeIndex { isReversed ? edge.objectIndex : edge.subjectIndex }
  /// Where the hop ends.
  public var to: NodeIndex { isReversed ? edge.subjectIndex : edge.objectIndex }
  /// How strongly the evidence speaks for the edge, in (0, 1).
  public var score: Double { edge.score }
}

/// What a path is worth as an argument that one thing brings another about.
public enum PathClass: UInt8, Sendable, Hashable, CaseIterable {
  /// Every hop is causal and walked forward.
  case causal = 1
  /// At least one hop is causal, and at least one is not.
  case mixed
  /// No hop is causal.
  case associational

  /// The name used in every file format.
  public var name: String {
    switch self {
    case .causal: "causal"
    case .mixed: "mixed"
    case .associational: "associational"
    }
  }
}

/// A simple path: hops in a row that visit no node twice.
///
/// Two paths over the same nodes by different parallel edges are two paths.
public struct GraphPath: Sendable, Hashable {
  /// The hops, at least one, from the start to the end.
  public let steps: [PathStep]
  /// The nodes, one more than there are hops, from the start to the end.
  public let nodes: [NodeIndex]
  /// The product of the scores of the edges, in (0, 1).
  ///
  /// A path of very many hops may have the score 0, when the product is less than the least
  /// positive number; its rank is still right.
  public let score: Double
  /// Causal, mixed or associational.
  public let pathClass: PathClass
  /// Which way the end goes when the start goes up: the product over the hops.
  ///
  /// Hierarchical hops are neutral; one hop of unknown polarity makes the whole unknown, and so
  /// does a path of hierarchical hops alone.
  public let sign: Polarity
  /// The place in ``steps`` of the hop with the least score; the first of several.
  public let weakestPosition: Int

  /// The number of hops.
  public var length: Int { steps.count }

  /// The hop with the least score; the first of several.
  public var weakest: PathStep { steps[weakestPosition] }

  /// A path from its hops; nil where there is none, where they do not meet or where a node
  /// repeats.
  ///
  /// - Complexity: O(length) expected.
  public init?(steps: [PathStep]) {
    guard let first = steps.first else { return nil }
    var nodes = [first.from]
    nodes.reserveCapacity(steps.count + 1)
    var seen: Set<NodeIndex> = [first.from]
    for step in steps {
      guard step.from == nodes[nodes.count - 1], seen.insert(step.to).inserted else { return nil }
      nodes.append(step.to)
    }
    self.init(checked: steps, nodes: nodes)
  }

  init(checked steps: [PathStep], nodes: [NodeIndex]) {
    self.steps = steps
    self.nodes = nodes
    var product = 1.0
    var least = Double.infinity
    var weakest = 0
    var causalHops = 0
    var sign: Polarity?
    for (position, step) in steps.enumerated() {
      let score = step.score
      product *= score
      if score < least {
        least = score
        weakest = position
      }
      let directness = step.edge.directness
      if directness == .causal { causalHops += 1 }
      if directness != .hierarchical {
        let polarity = step.edge.polarity
        sign = sign.map { $0.then(polarity) } ?? polarity
      }
    }
    score = product
    weakestPosition = weakest
    pathClass =
      causalHops == 0 ? .associational : causalHops == steps.count ? .causal : .mixed
    self.sign = sign ?? .unknown
  }
}
