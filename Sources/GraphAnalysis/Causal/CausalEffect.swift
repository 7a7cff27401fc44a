public import GraphModel

/// The question what has to be held fixed to learn the effect of one node on another.
public struct CausalQuery: Sendable, Hashable {
  /// Whose effect is asked for: the exposure.
  public var exposure: NodeIndex
  /// On what: the outcome.
  public var outcome: NodeIndex
  /// The nodes that cannot be measured, so that no set may hold them.
  public var unobserved: Set<NodeIndex>
  /// The greatest number of sets to report.
  public var limit: Int

  /// The question for the effect of one node on another.
  public init(
    exposure: NodeIndex, outcome: NodeIndex, unobserved: Set<NodeIndex> = [], limit: Int = 100
  ) {
    self.exposure = exposure
    self.outcome = outcome
    self.unobserved = unobserved
    self.limit = limit
  }
}

/// Why a causal question cannot be answered.
public enum CausalError: Error, Sendable, Hashable {
  /// The graph has no node with this number.
  case unknownNode(NodeIndex)
  /// Exposure and outcome, or both ends of a separation, are the same.
  case sameEnds(NodeIndex)
  /// An end is named among the nodes that are held fixed or that cannot be measured.
  case endIsFixed(NodeIndex)
  /// The limit of sets is less than 1.
  case limitTooSmall(Int)
  /// The causal edges go round in a circle, so that there is no order of causes and effects.
  case cycle([NodeIndex])
}

extension CausalError {
  /// What is wrong, in one sentence without a full stop.
  public func message(in graph: KnowledgeGraph) -> String {
    func name(_ node: NodeIndex) -> String {
      node.position < graph.nodeCount ? "'\(graph[node].label)'" : "node \(node.rawValue)"
    }
    return switch self {
    case .unknownNode(let node): "the graph has no node number \(node.rawValue)"
    case .sameEnds(let node): "\(name(node)) is both ends of the question"
    case .endIsFixed(let node): "\(name(node)) is an end of the question and cannot be in a set"
    case .limitTooSmall(let limit): "the limit of sets must be at least 1, not \(limit)"
    case .cycle(let nodes):
      "the causal statements go round in a circle, so that no cause comes first: "
        + (nodes + nodes.prefix(1)).map { name($0) }.joined(separator: " → ")
    }
  }
}

/// What the causal edges of a graph say of learning one effect.
public struct CausalReport: Sendable, Hashable {
  /// A node that moves the exposure and the outcome only through it, once a set is held fixed.
  public struct Instrument: Sendable, Hashable {
    /// The instrument.
    public let node: NodeIndex
    /// What has to be held fixed, in node order; empty for nothing.
    public let given: [NodeIndex]
  }

  /// The question.
  public let query: CausalQuery
  /// Whether the graph has a causal path from exposure to outcome at all.
  public let hasCausalPath: Bool
  /// The nodes on causal paths from exposure to outcome, the ends left out.
  public let mediators: [NodeIndex]
  /// The minimal sufficient adjustment sets, those of fewer nodes first; empty where none suffices.
  /// An empty set among them says that nothing has to be held fixed.
  public let adjustmentSets: [[NodeIndex]]
  /// Whether these are all of them.
  public let isComplete: Bool
  /// The instruments.
  public let instruments: [Instrument]
}

extension CausalDiagram {
  /// Whether two nodes are d-separated by a set: whether the diagram makes them independent once
  /// the set is held fixed.
  ///
  /// - Complexity: O(n + m) time and space.
  public func areSeparated(
    _ from: NodeIndex, _ to: NodeIndex, given set: [NodeIndex] = []
  ) throws(CausalError) -> Bool {
    try check([from, to], apartFrom: set)
    try refuseCycles(among: areAncestors(of: [from.position, to.position] + set.map(\.position)))
    return areSeparated(from.position, to.position, given: set.map(\.position))
  }

  /// What has to be held fixed to learn the effect of one node on another, and what could stand in
  /// for an experiment.
  ///
  /// A set is sufficient when it holds no node that a node on a causal path leads to, and blocks
  /// every path that is not causal (I. Shpitser, T. VanderWeele & J. Robins 2010, arXiv:1203.3515);
  /// it is minimal when no part of it is sufficient. Those are the sets that DAGitty lists for the
  /// total effect (J. Textor et al. 2016, doi:10.1093/ije/dyw341). An instrument is connected with
  /// the exposure given its set, and with the outcome by nothing but the exposure's effect (B. van
  /// der Zander, J. Textor & M. Liśkiewicz 2015, *Efficiently Finding Conditional Instruments*);
  /// its set is the first minimal separator that serves, of ancestors of instrument and outcome.
  ///
  /// Only the ancestors of both ends and the nodes between them matter; a cycle among these makes
  /// the question unanswerable and is named.
  ///
  /// - Complexity: that of ``MoralSeparators`` for the adjustment sets, and once more for each node
  ///   that may be an instrument.
  public func effect(
    _ query: CausalQuery, work: WorkContext = WorkContext()
  ) throws(CausalError) -> CausalReport {
    try check([query.exposure, query.outcome], apartFrom: query.unobserved.sorted())
    guard query.limit >= 1 else { throw .limitTooSmall(query.limit) }
    let (from, to) = (query.exposure.position, query.outcome.position)
    let leadsToOutcome = areAncestors(of: [to])
    let comesFromExposure = areDescendants(of: [from])
    try refuseCycles(among: areAncestors(of: [from, to]))
    var isHidden = [Bool](repeating: false, count: nodeCount)
    for node in query.unobserved { isHidden[node.position] = true }
    let between = (0..<nodeCount).filter {
      $0 != from && comesFromExposure[$0] && leadsToOutcome[$0]
    }
    let isForbidden = areDescendants(of: between)
    // The proper back-door graph: without the first arrow of every causal path.
    let backDoor = without(arrowsFrom: from) { leadsToOutcome[$0] }
    let found = MoralSeparators(backDoor, from: from, to: to) {
      !isForbidden[$0] && !isHidden[$0]
    }.minimal(limit: query.limit) { work.isCancelled }
    var instruments: [CausalReport.Instrument] = []
    let mayMatter = areAncestors(of: [from, to])
    for node in 0..<nodeCount where mayMatter[node] && !isHidden[node] && !comesFromExposure[node] {
      if work.isCancelled { break }
      if node == to { continue }
      let sets = MoralSeparators(backDoor, from: to, to: node) {
        !isHidden[$0] && !comesFromExposure[$0]
      }.minimal(limit: 16).sets
      if let set = sets.first(where: { !backDoor.areSeparated(node, from, given: $0) }) {
        instruments.append(.init(node: NodeIndex(node), given: set.map { NodeIndex($0) }))
      }
    }
    return CausalReport(
      query: query, hasCausalPath: comesFromExposure[to],
      mediators: between.filter { $0 != to }.map { NodeIndex($0) },
      adjustmentSets: found.sets.map { $0.map { NodeIndex($0) } },
      isComplete: found.isWhole && !work.isCancelled,
      instruments: comesFromExposure[to] ? instruments : [])
  }

  private func check(_ ends: [NodeIndex], apartFrom set: [NodeIndex]) throws(CausalError) {
    for node in ends + set where node.position >= nodeCount { throw .unknownNode(node) }
    if ends[0] == ends[1] { throw .sameEnds(ends[0]) }
    for node in ends where set.contains(node) { throw .endIsFixed(node) }
  }

  private func refuseCycles(among isInside: [Bool]) throws(CausalError) {
    if let cycle = cycle(among: isInside) { throw .cycle(cycle.map { NodeIndex($0) }) }
  }
}
