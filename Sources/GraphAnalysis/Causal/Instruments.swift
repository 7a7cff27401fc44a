public import GraphModel

/// The question which nodes can serve as instruments.
public struct InstrumentQuery: Sendable, Hashable {
  /// The exposure.
  public var cause: NodeIndex
  /// The outcome.
  public var outcome: NodeIndex

  /// The question about an exposure and an outcome.
  public init(of cause: NodeIndex, on outcome: NodeIndex) {
    self.cause = cause
    self.outcome = outcome
  }
}

/// A node that varies with the exposure, and with the outcome only by way of the exposure.
public struct Instrument: Sendable, Hashable {
  /// Why it varies with the exposure.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It leads to the exposure.
    case cause
    /// Something leads to both, or joins them once it is conditioned on.
    case proxy
    /// It follows from the exposure. Such a node meets the definition where nothing confounds
    /// exposure and outcome, but no one would choose it.
    case consequence
  }

  /// The instrument.
  public let node: NodeIndex
  /// What has to be conditioned on for it; ascending.
  public let given: [NodeIndex]
  /// Why it varies with the exposure.
  public let kind: Kind

  /// An instrument, what it needs, and why it varies with the exposure.
  public init(node: NodeIndex, given: [NodeIndex], kind: Kind) {
    self.node = node
    self.given = given
    self.kind = kind
  }
}

/// The instruments for an effect.
public struct InstrumentReport: Sendable {
  /// The question.
  public let query: InstrumentQuery
  /// The diagram that was asked.
  public let diagram: CausalDiagram
  /// The instruments: those that need fewer conditions first, then in canonical order.
  public let instruments: [Instrument]
  /// The nodes about which nothing is said, since their ancestors hold a cycle.
  public let undecided: [NodeIndex]
  /// Whether any directed path leads from the exposure to the outcome.
  public let hasEffect: Bool
}

extension CausalDiagram {
  /// The instruments, conditional ones included, for the effect of one node on another.
  ///
  /// Z is an instrument given W where, in the diagram without the first arrows from the exposure
  /// on its ways to the outcome, W separates Z from the outcome, holds no descendant of the outcome
  /// and nothing on those ways, and does not separate Z from the exposure. W is looked for among
  /// the ancestors of Z and of the outcome: where the diagram has any instrument, it has one of this
  /// kind, and where any such W serves Z, the separating set nearest to the outcome does, which is
  /// the one reported (B. van der Zander, J. Textor & M. Liśkiewicz 2015, *Efficiently finding
  /// conditional instruments for causal inference*, IJCAI). These are the instruments that DAGitty
  /// lists. The effect that an instrument gives is that of linear relations.
  ///
  /// Every observed node that a row of arrows, either way, joins to the exposure is looked at.
  ///
  /// - Throws: ``CausalError`` where nodes are unknown or the same, or where their ancestors hold a
  ///   cycle.
  /// - Complexity: O(n (n + m)) time, O(n + m) space.
  public func instruments(_ query: InstrumentQuery) throws(CausalError) -> InstrumentReport {
    try check([query.cause], [query.outcome])
    let (cause, outcome) = (query.cause.position, query.outcome.position)
    let whole = DiagramView(self)
    let causes = whole.ancestors(of: [cause])
    try checkAcyclic(whole.ancestors(of: [cause, outcome]))
    let ways = between(cause, outcome)
    let view = DiagramView(self, without: [cause], to: ways)
    var isBarred = [Bool](repeating: false, count: arrows.nodeCount)
    for node in ways { isBarred[node] = true }
    isBarred[cause] = true
    isBarred[outcome] = true
    let consequences = whole.descendants(of: [cause])
    let outcomes = view.descendants(of: [outcome])

    var instruments: [Instrument] = []
    var undecided: [NodeIndex] = []
    for node in connected(to: cause) where !isBarred[node] && isObserved(node) {
      guard causes[node] || isAcyclic(view.ancestors(of: [cause, outcome, node])) else {
        undecided.append(NodeIndex(node))
        continue
      }
      guard
        let moral = MoralSeparators(
          view, near: [outcome], far: [node], given: [],
          mayChoose: { $0 == cause || !isBarred[$0] && self.isObserved($0) })
      else { continue }
      let given = moral.nearest
      if given.contains(where: { $0 == cause || outcomes[$0] }) { continue }
      let search = ActivePathSearch(view, given: given)
      guard search.find(from: [cause], to: [node]) != nil else { continue }
      instruments.append(
        Instrument(
          node: NodeIndex(node), given: given.map(NodeIndex.init),
          kind: causes[node] ? .cause : consequences[node] ? .consequence : .proxy))
    }
    instruments.sort { ($0.given.count, $0.node) < ($1.given.count, $1.node) }
    return InstrumentReport(
      query: query, diagram: self, instruments: instruments, undecided: undecided,
      hasEffect: !ways.isEmpty)
  }

  /// The nodes that arrows, either way, join to a node, itself left out; ascending.
  private func connected(to start: Int) -> [Int] {
    var isReached = [Bool](repeating: false, count: arrows.nodeCount)
    isReached[start] = true
    var stack = [start]
    while let node = stack.popLast() {
      for rows in [arrows.outgoing, arrows.incoming] {
        for entry in rows[node] where !isReached[Int(entry.node)] {
          isReached[Int(entry.node)] = true
          stack.append(Int(entry.node))
        }
      }
    }
    isReached[start] = false
    return isReached.indices.filter { isReached[$0] }
  }
}
