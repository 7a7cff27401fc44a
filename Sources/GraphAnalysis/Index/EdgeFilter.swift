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
  /// Whether an edge must state which way its object goes when its subject goes up. Hierarchical
  /// edges, which are neutral, pass all the same.
  public var statesPolarity: Bool

  /// A filter of the given conditions.
  public init(
    predicates: Set<Predicate>? = nil, categories: Set<Category>? = nil,
    minimumCertainty: Certainty? = nil, directness: Set<Directness>? = nil,
    statesPolarity: Bool = false
  ) {
    self.predicates = predicates
    self.categories = categories
    self.minimumCertainty = minimumCertainty
    self.directness = directness
    self.statesPolarity = statesPolarity
  }

  /// The filter that every edge passes that is not negated.
  public static let all = EdgeFilter()

  /// Whether the filter lets every edge pass that is not negated.
  public var isEmpty: Bool { self == .all }
}
