public import GraphModel

/// A question about the ways from any of some nodes to any of others.
public struct PairQuery: Sendable, Hashable {
  /// Where a path may start.
  public var from: Set<NodeIndex>
  /// Where a path may end.
  public var to: Set<NodeIndex>
  /// The nodes that no path may visit.
  public var avoid: Set<NodeIndex>
  /// The edges that may be walked, besides what the index lets pass.
  public var filter: EdgeFilter
  /// The greatest number of edges of a path; nil for no bound.
  public var maxHops: Int?
  /// The greatest number of pairs to report.
  public var limit: Int
  /// Which edges may be walked, and which way.
  public var direction: PathQuery.Direction
  /// What makes a path come first.
  public var ranking: PathQuery.Ranking
  /// How much a path loses by each node on its way that is connected with many others, as
  /// ``PathQuery/hubPenalty``.
  public var hubPenalty: Double
  /// How many hops may be looked at before the search gives up and the report says so.
  public var effort: Int

  /// The question for the best paths between two sets of nodes.
  public init(
    from: Set<NodeIndex>, to: Set<NodeIndex>, avoid: Set<NodeIndex> = [],
    filter: EdgeFilter = .all, maxHops: Int? = nil, limit: Int = 10,
    direction: PathQuery.Direction = .any, ranking: PathQuery.Ranking = .evidence,
    hubPenalty: Double = 0, effort: Int = 4_000_000_000
  ) {
    self.from = from
    self.to = to
    self.avoid = avoid
    self.filter = filter
    self.maxHops = maxHops
    self.limit = limit
    self.direction = direction
    self.ranking = ranking
    self.hubPenalty = hubPenalty
    self.effort = effort
  }

  /// The question about one of the pairs.
  func path(from start: NodeIndex, to end: NodeIndex) -> PathQuery {
    PathQuery(
      from: start, to: end, avoid: avoid, filter: filter, maxHops: maxHops, limit: 1,
      direction: direction, ranking: ranking, hubPenalty: hubPenalty)
  }

  /// Refuses a question that has no meaning.
  func check(in index: AdjacencyIndex) throws(PathError) {
    for node in from.sorted() + to.sorted() + avoid.sorted() where !index.contains(node) {
      throw .unknownNode(node)
    }
    try PathQuery.checkBounds(
      limit: limit, maxHops: maxHops, hubPenalty: hubPenalty, effort: effort)
  }
}

/// The best path of each of some pairs, best first.
public struct PairReport: Sendable {
  /// The question.
  public let query: PairQuery
  /// The graph that was asked.
  public let graph: KnowledgeGraph
  /// One path a pair, best first, at most as many as the limit.
  public let paths: [GraphPath]
  /// Whether there are more pairs that a path joins, or may be.
  public let isTruncated: Bool
  /// Whether the work was stopped before the answer was whole.
  public let isStopped: Bool
}
