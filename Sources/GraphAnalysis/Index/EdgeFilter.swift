public import GraphModel

/// Which edges of a graph an analysis looks at.
///
/// An edge passes when it meets every condition that is set; the empty filter lets every edge
/// pass. Negated edges never pass: what is denied is not walked, counted or ranked.
public struct EdgeFilter: Sendable, Hashable {
  /// The predicates that pass; nil for all.
  public var predicates: Set<Predicate>?
  /// The categories that both the subject and the object must have one of; nil for all.
  public var categories: Set<Category>?
  /// The least certainty; edges that state none do not pass. nil for all.
  public var minimumCertainty: Certainty?
  /// Causal, associational, hierarchical; nil for all.
  public var directness: Set<Directness>?

  /// A filter of the given conditions.
  public init(
    predicates: Set<Predicate>? = nil, categories: Set<Category>? = nil,
    minimumCertainty: Certainty? = nil, directness: Set<Directness>? = nil
  ) {
    self.predicates = predicates
    self.categories = categories
    self.minimumCertainty = minimumCertainty
    self.directness = directness
  }

  /// The filter that every edge passes that is not negated.
  public static let all = EdgeFilter()

  /// Whether the filter lets every edge pass that is not negated.
  public var isEmpty: Bool { self == .all }
}

/// A filter made ready for one graph: an answer per edge in constant time.
///
/// - Complexity: to make, O(p + n) time and space for p distinct predicates and n nodes, and O(p)
///   where no category is asked for.
struct EdgeTest: Sendable {
  private let graph: KnowledgeGraph
  private let predicatePasses: [Bool]
  /// One answer per node; empty where no category is asked for.
  private let nodePasses: [Bool]
  private let leastCertainty: UInt8
  /// Whether every edge passes that is not negated.
  let passesAll: Bool

  init(_ filter: EdgeFilter, in graph: KnowledgeGraph) {
    self.graph = graph
    predicatePasses = graph.storage.edges.predicateTable.map { predicate in
      (filter.predicates?.contains(predicate) ?? true)
        && (filter.directness?.contains(predicate.directness) ?? true)
    }
    if let wanted = filter.categories {
      nodePasses = graph.nodes.map { $0.categories.contains(where: wanted.contains) }
    } else {
      nodePasses = []
    }
    leastCertainty = filter.minimumCertainty?.rawValue ?? 0
    passesAll = filter.isEmpty
  }

  /// Whether the edge in this row passes.
  func passes(_ row: Int) -> Bool {
    let columns = graph.storage.edges
    guard columns.flags[row] & 1 == 0 else { return false }
    if passesAll { return true }
    guard predicatePasses[Int(columns.predicate[row])], columns.certainty[row] >= leastCertainty
    else { return false }
    return nodePasses.isEmpty
      || (nodePasses[Int(columns.subject[row])] && nodePasses[Int(columns.object[row])])
  }
}
