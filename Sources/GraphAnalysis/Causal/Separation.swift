public import GraphModel

/// The question whether two nodes are independent once others are known.
public struct SeparationQuery: Sendable, Hashable {
  /// One side.
  public var from: NodeIndex
  /// The other side.
  public var to: NodeIndex
  /// What is known, or conditioned on.
  public var given: [NodeIndex]
  /// The greatest number of separating sets to list.
  public var limit: Int

  /// The question about two nodes.
  public init(from: NodeIndex, to: NodeIndex, given: [NodeIndex] = [], limit: Int = 10) {
    self.from = from
    self.to = to
    self.given = given
    self.limit = limit
  }
}

/// Whether two nodes of a diagram are independent once others are known.
public struct SeparationReport: Sendable {
  /// The question.
  public let query: SeparationQuery
  /// The diagram that was asked.
  public let diagram: CausalDiagram
  /// A shortest path that carries dependence; nil where the two are d-separated.
  public let openPath: [PathStep]?
  /// The nodes of the open path at which two arrows meet, and which are open because they or what
  /// they lead to is known.
  public let openedColliders: [NodeIndex]
  /// The sets that would separate the two, with everything that is given, and of which no node can
  /// be left out; by number of nodes. Empty where they are separated as asked, and where nothing
  /// separates them.
  public let separators: [[NodeIndex]]
  /// Whether there are more such sets.
  public let isTruncated: Bool

  /// Whether the two are d-separated: independent in every world that the diagram describes.
  public var isSeparated: Bool { openPath == nil }
}

extension CausalDiagram {
  /// Whether two nodes are d-separated given others (J. Pearl 1988, doi:10.1016/C2009-0-27609-4),
  /// and what would separate them.
  ///
  /// Only the ancestors of the nodes that are named bear on it; cycles elsewhere do not matter.
  /// Unobserved nodes are in no separating set.
  ///
  /// - Throws: ``CausalError`` where nodes are unknown, repeated, unobserved and given, or where
  ///   their ancestors hold a cycle.
  /// - Complexity: O(n + m) time and space, and O(k s (n + m)) more for k separating sets of at
  ///   most s nodes.
  public func separation(_ query: SeparationQuery) throws(CausalError) -> SeparationReport {
    try check([query.from], [query.to], query.given)
    if query.limit < 1 { throw .limitTooSmall(query.limit) }
    for node in query.given where unobserved.contains(node) { throw .unobserved(node) }
    let (source, target) = (query.from.position, query.to.position)
    let given = query.given.map(\.position)
    let view = DiagramView(self)
    try checkAcyclic(view.ancestors(of: [source, target] + given))
    let path = ActivePathSearch(view, given: given).find(from: [source], to: [target])
    var sets: [[Int]] = []
    var isTruncated = false
    if path != nil,
      let moral = MoralSeparators(
        view, near: [source], far: [target], given: given, mayChoose: isObserved)
    {
      (sets, isTruncated) = moral.all(limit: query.limit)
    }
    return SeparationReport(
      query: query, diagram: self, openPath: path, openedColliders: colliders(of: path ?? []),
      separators: sets.map { $0.map(NodeIndex.init) }, isTruncated: isTruncated)
  }

  func isObserved(_ node: Int) -> Bool { !unobserved.contains(NodeIndex(node)) }

  /// The nodes of a path at which two arrows meet.
  func colliders(of path: [PathStep]) -> [NodeIndex] {
    zip(path, path.dropFirst()).compactMap { before, after in
      !before.isReversed && after.isReversed ? before.to : nil
    }
  }
}
