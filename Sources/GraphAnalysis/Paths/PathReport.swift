public import GraphModel

/// Why there is no path.
public enum PathAbsence: Sendable, Hashable {
  /// No chain of edges joins the two, whatever their direction.
  case differentComponents
  /// A chain of edges joins them, but a causal one in it would be walked from effect to cause.
  case onlyAgainstDirection
  /// Only causal edges were to be walked, and none leads there; associations do.
  case noCausalPath
  /// A path exists only over edges that the filter excludes.
  case excludedByFilter
  /// Every path visits a node that is to be avoided.
  case blockedByAvoided
  /// Paths exist, but none visits the nodes on the way in their order.
  case notThroughVia
  /// Paths exist, but none that states the wanted direction of change in all its hops.
  case notOfSign
  /// The shortest path has more hops than were allowed.
  case beyondMaxHops(shortest: Int)
  /// The search was given up; there may or may not be a path.
  case undecided

  /// What is the case, in a clause without a full stop.
  public var explanation: String {
    switch self {
    case .differentComponents: "nothing in the graph connects them"
    case .onlyAgainstDirection:
      "they are connected only by walking from an effect back to its cause"
    case .noCausalPath: "no chain of causes leads there"
    case .excludedByFilter: "every path uses statements that were excluded"
    case .blockedByAvoided: "every path visits a node that is to be avoided"
    case .notThroughVia: "no path visits the given nodes in their order"
    case .notOfSign: "no path states that direction of change in all its hops"
    case .beyondMaxHops(let shortest): "the shortest path has \(shortest) hops"
    case .undecided: "the search was given up before it was complete"
    }
  }
}

/// The paths from one node to another, best first.
public struct PathReport: Sendable {
  /// The question.
  public let query: PathQuery
  /// The graph that was asked.
  public let graph: KnowledgeGraph
  /// The paths, best first, at most as many as the limit.
  public let paths: [GraphPath]
  /// Whether there are more paths than are reported, or may be: where the search was given up
  /// before it could tell, or telling would have been much work.
  public let isTruncated: Bool
  /// Whether the work was stopped before the answer was whole: there may be more paths within the
  /// limit, and, where all paths were asked for, better ones.
  public let isStopped: Bool
  /// How many paths were passed over because they were not wanted.
  public let passedOver: Int
  /// Why there is no path; nil where there is one.
  public let absence: PathAbsence?
  /// The best path of any class, where only causal ones were asked for and there is none.
  ///
  /// It meets every other condition of the question.
  public let bestNonCausal: GraphPath?

  /// Where the paths start.
  public var from: Node { graph[query.from] }
  /// Where the paths end.
  public var to: Node { graph[query.to] }
}
