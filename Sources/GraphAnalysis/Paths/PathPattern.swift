public import GraphModel

/// A row of kinds of nodes and kinds of edges that a path is to follow: a metapath.
///
/// For instance any drug that contributes to any symptom that is associated with any disease.
public struct PathPattern: Sendable, Hashable {
  /// The category that each node must have; nil for any.
  public let categories: [Category?]
  /// The predicate that each edge must have, one fewer than there are nodes; nil for any.
  public let predicates: [Predicate?]

  /// A pattern from its parts; nil unless there is one category more than predicates, and at least
  /// one predicate.
  public init?(categories: [Category?], predicates: [Predicate?]) {
    guard !predicates.isEmpty, categories.count == predicates.count + 1 else { return nil }
    self.categories = categories
    self.predicates = predicates
  }

  /// A pattern from words in turn: a category, a predicate, a category and so on, `*` for any;
  /// nil where they are no such row.
  public init?(_ text: some StringProtocol) {
    let words = text.split(whereSeparator: \.isWhitespace)
    let nodes = stride(from: 0, to: words.count, by: 2).map { words[$0] }
    let edges = stride(from: 1, to: words.count, by: 2).map { words[$0] }
    self.init(
      categories: nodes.map { $0 == "*" ? nil : Category($0) },
      predicates: edges.map { $0 == "*" ? nil : Predicate($0) })
  }

  /// The number of edges.
  public var length: Int { predicates.count }
}

/// A question about the paths that follow a pattern.
public struct PatternQuery: Sendable, Hashable {
  /// The pattern.
  public var pattern: PathPattern
  /// The nodes where a path may start; empty for any that the pattern lets.
  public var from: Set<NodeIndex>
  /// The nodes where a path may end; empty for any that the pattern lets.
  public var to: Set<NodeIndex>
  /// The nodes that no path may visit.
  public var avoid: Set<NodeIndex>
  /// The edges that may be walked, besides what the index lets pass.
  public var filter: EdgeFilter
  /// The greatest number of paths to report.
  public var limit: Int
  /// How many hops may be looked at before the search gives up and the report says so.
  public var effort: Int

  /// The question for the paths that follow a pattern.
  public init(
    _ pattern: PathPattern, from: Set<NodeIndex> = [], to: Set<NodeIndex> = [],
    avoid: Set<NodeIndex> = [], filter: EdgeFilter = .all, limit: Int = 10,
    effort: Int = 100_000_000
  ) {
    self.pattern = pattern
    self.from = from
    self.to = to
    self.avoid = avoid
    self.filter = filter
    self.limit = limit
    self.effort = effort
  }
}

/// The paths that follow a pattern, best first.
public struct PatternReport: Sendable {
  /// The question.
  public let query: PatternQuery
  /// The graph that was asked.
  public let graph: KnowledgeGraph
  /// The paths, best first, at most as many as the limit.
  public let paths: [GraphPath]
  /// Whether there are more paths than are reported, or the search was given up before it could
  /// tell.
  public let isTruncated: Bool
  /// Whether the work was stopped before the answer was whole: the paths are the strongest, but there
  /// may be more within the limit.
  public let isStopped: Bool
}
