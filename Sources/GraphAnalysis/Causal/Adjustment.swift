public import GraphModel

/// The question what to adjust for, to estimate an effect from data.
public struct AdjustmentQuery: Sendable, Hashable {
  /// Which effect is to be estimated.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// Along all ways.
    case total
    /// By the arrow alone, with what lies between held fixed.
    case direct
  }

  /// The exposure.
  public var cause: NodeIndex
  /// The outcome.
  public var outcome: NodeIndex
  /// What is adjusted for in any case.
  public var given: [NodeIndex]
  /// Which effect is to be estimated.
  public var effect: Effect
  /// The greatest number of sets to list.
  public var limit: Int

  /// The question about an exposure and an outcome.
  public init(
    of cause: NodeIndex, on outcome: NodeIndex, given: [NodeIndex] = [], effect: Effect = .total,
    limit: Int = 10
  ) {
    self.cause = cause
    self.outcome = outcome
    self.given = given
    self.effect = effect
    self.limit = limit
  }
}

/// What to adjust for, to estimate an effect from data.
public struct AdjustmentReport: Sendable {
  /// The question.
  public let query: AdjustmentQuery
  /// The diagram that was asked.
  public let diagram: CausalDiagram
  /// The minimal sufficient sets: each with everything that is given suffices, and of which no
  /// node can be left out; by number of nodes. One empty set where nothing is to be adjusted for;
  /// no set where no adjustment suffices.
  public let sets: [[NodeIndex]]
  /// Whether there are more sets.
  public let isTruncated: Bool
  /// Whether the diagram has the effect at all: a directed path, or for the direct effect an arrow.
  public let hasEffect: Bool
  /// The nodes that must not be adjusted for, since they lie on the way of the effect or follow
  /// from it; the outcome left out. Ascending.
  public let forbidden: [NodeIndex]
  /// What is given although it must not be.
  public let wronglyGiven: [NodeIndex]
  /// Where no adjustment suffices, a path that stays open whatever is adjusted for.
  public let openPath: [PathStep]?
}

extension CausalDiagram {
  /// The minimal sufficient adjustment sets for the effect of one node on another.
  ///
  /// For the total effect, by the adjustment criterion, which is complete: a set suffices exactly
  /// where it holds no node on a proper causal path, nor any descendant of one, and separates the
  /// two in the diagram without the first arrows of those paths (I. Shpitser et al. 2010,
  /// arXiv:1203.3515; B. van der Zander et al. 2019, doi:10.1016/j.artint.2018.12.006). For the
  /// direct effect, by the single-door criterion: no descendant of the outcome, and separation in
  /// the diagram without the arrow itself (J. Pearl 2009, theorem 5.3.1), which presumes linear
  /// relations. The sets are those that DAGitty lists (J. Textor et al. 2016,
  /// doi:10.1093/ije/dyw341).
  ///
  /// Only ancestors of the nodes that are named are listed, as is every minimal set; cycles among
  /// other nodes do not matter.
  ///
  /// - Throws: ``CausalError`` where nodes are unknown, repeated, unobserved and given, or where
  ///   their ancestors hold a cycle.
  /// - Complexity: O(n + m) time and space, and O(k s (n + m)) more for k sets of at most s nodes.
  public func adjustment(_ query: AdjustmentQuery) throws(CausalError) -> AdjustmentReport {
    try check([query.cause], [query.outcome], query.given)
    if query.limit < 1 { throw .limitTooSmall(query.limit) }
    for node in query.given where unobserved.contains(node) { throw .unobserved(node) }
    let (cause, outcome) = (query.cause.position, query.outcome.position)
    let given = query.given.map(\.position)
    let whole = DiagramView(self)
    try checkAcyclic(whole.ancestors(of: [cause, outcome] + given))

    let view: DiagramView
    let forbidden: NodeMask
    var hasEffect: Bool
    switch query.effect {
    case .total:
      let between = between(cause, outcome)
      hasEffect = !between.isEmpty
      view = DiagramView(self, without: [cause], to: between)
      forbidden = whole.descendants(of: between)
    case .direct:
      hasEffect = arrows.outgoing[cause].contains { Int($0.node) == outcome }
      view = DiagramView(self, without: [cause], to: [outcome])
      forbidden = whole.descendants(of: [outcome])
    }
    let wronglyGiven = given.filter { forbidden[$0] }
    var sets: [[Int]] = []
    var isTruncated = false
    var openPath: [PathStep]?
    if wronglyGiven.isEmpty {
      let mayChoose = { node in !forbidden[node] && self.isObserved(node) }
      if let moral = MoralSeparators(
        view, near: [cause], far: [outcome], given: given, mayChoose: mayChoose)
      {
        (sets, isTruncated) = moral.all(limit: query.limit)
      } else {
        let all = view.ancestors(of: [cause, outcome] + given).members.filter {
          $0 != cause && $0 != outcome && mayChoose($0) && !given.contains($0)
        }
        openPath = ActivePathSearch(view, given: given + all).find(from: [cause], to: [outcome])
      }
    }
    return AdjustmentReport(
      query: query, diagram: self, sets: sets.map { $0.map(NodeIndex.init) },
      isTruncated: isTruncated, hasEffect: hasEffect,
      forbidden: forbidden.members.filter { $0 != outcome && $0 != cause }.map(NodeIndex.init),
      wronglyGiven: wronglyGiven.map(NodeIndex.init), openPath: openPath)
  }

  /// The nodes on the directed paths from one node to another that do not come back to it, the
  /// second included and the first left out; ascending.
  func between(_ cause: Int, _ outcome: Int) -> [Int] {
    let view = DiagramView(self)
    let children = arrows.outgoing[cause].map { Int($0.node) }.filter { $0 != cause }
    let reached = view.descendants(of: children, barring: [cause])
    let leading = view.ancestors(of: [outcome], barring: [cause])
    return leading.members.filter { reached[$0] && $0 != cause }
  }
}
