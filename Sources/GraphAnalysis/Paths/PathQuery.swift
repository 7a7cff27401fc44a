public import GraphModel

/// A question about the ways from one node to another.
public struct PathQuery: Sendable, Hashable {
  /// Which edges may be walked, and which way.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Causal edges forward only; associational and hierarchical edges either way.
    case any
    /// Causal edges forward only, and nothing else.
    case causal
  }

  /// What makes a path come first.
  public enum Ranking: String, Sendable, Hashable, CaseIterable {
    /// The product of the edge scores, greatest first; then fewer hops.
    case evidence
    /// Fewer hops; then the product of the edge scores, greatest first.
    case hops
  }

  /// How the paths are looked for. The answer is the same; the work is not.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// The best paths one after another, each found when it is asked for.
    case best
    /// All paths at once, sorted afterwards; turns to ``best`` where there are more than the
    /// limit.
    case all
  }

  /// Where the path starts.
  public var from: NodeIndex
  /// Where the path ends.
  public var to: NodeIndex
  /// The nodes that the path must visit, in this order.
  public var via: [NodeIndex]
  /// The nodes that the path must not visit.
  public var avoid: Set<NodeIndex>
  /// The edges that may be walked, besides what the index lets pass.
  public var filter: EdgeFilter
  /// The greatest number of edges of a path; nil for no bound.
  public var maxHops: Int?
  /// The greatest number of paths to report.
  public var limit: Int
  /// Which edges may be walked, and which way.
  public var direction: Direction
  /// What makes a path come first.
  public var ranking: Ranking
  /// How the paths are looked for.
  public var mode: Mode
  /// How much a path loses by each node on its way that is connected with many others: such a node
  /// of d edges costs as much as a hop of score d^−penalty. 0 for nothing; 0.5 and more keep paths
  /// from winning by way of concepts that everything is connected with. The scores in the report
  /// stay those of the evidence, so that paths are no longer in the order of their scores alone.
  /// Ranked by hops it only breaks ties.
  public var hubPenalty: Double
  /// Which way the end must go when the start goes up, over the whole path; nil for any, and for ways
  /// that do not say. Only edges that state a polarity are walked then, and hierarchical ones.
  public var sign: Polarity?
  /// How many hops may be looked at before the search gives up and the report says so.
  ///
  /// Only paths through several `via` nodes can need more than a few sweeps over the graph: the
  /// question whether there is any is NP-hard (Fortune, Hopcroft & Wyllie 1980).
  public var effort: Int

  /// The edges that may be walked, those that the sign asks for alone.
  var walkedFilter: EdgeFilter {
    var filter = filter
    if sign != nil { filter.statesPolarity = true }
    return filter
  }

  /// The question for the paths between two nodes.
  public init(
    from: NodeIndex, to: NodeIndex, via: [NodeIndex] = [], avoid: Set<NodeIndex> = [],
    filter: EdgeFilter = .all, maxHops: Int? = nil, limit: Int = 10,
    direction: Direction = .any, ranking: Ranking = .evidence, mode: Mode = .best,
    hubPenalty: Double = 0, sign: Polarity? = nil, effort: Int = 1_000_000_000
  ) {
    self.from = from
    self.to = to
    self.via = via
    self.avoid = avoid
    self.filter = filter
    self.maxHops = maxHops
    self.limit = limit
    self.direction = direction
    self.ranking = ranking
    self.mode = mode
    self.hubPenalty = hubPenalty
    self.sign = sign
    self.effort = effort
  }
}
