import DequeModule
public import GraphModel

extension AdjacencyIndex {
  /// The fewest nodes that would have to be blocked so that no path is left from one node to
  /// another, walked by the rules of ``paths(_:)``.
  ///
  /// By Menger's theorem (1927) it is as many as there are paths that share no node between their
  /// ends. Such paths are found one after another, each by a breadth-first search that may also
  /// take back hops of those before (L. R. Ford & D. R. Fulkerson 1956, doi:10.4153/CJM-1956-045-5,
  /// with each node split in two). Of several sets the one nearest the start is given. A hop from
  /// start to end passes no node: such statements would have to fall themselves, and are listed
  /// apart. A bound on the hops of the question is not taken into account.
  ///
  /// - Complexity: O(k (n + m)) time for a cut of k nodes, O(n + m) space.
  public func minimumCut(_ query: ChokepointQuery) throws(PathError) -> CutReport {
    let paths = PathQuery(
      from: query.from, to: query.to, avoid: query.avoid, filter: query.filter,
      direction: query.direction, ranking: .hops)
    try paths.check(in: self)
    let rules = WalkRules(
      self, direction: query.direction, filter: query.filter, avoid: query.avoid, ranking: .hops)
    var search = CutFlow(rules, from: query.from.position, to: query.to.position)
    while search.augment() {}
    let direct = search.directHops
    let isConnected = search.size > 0 || !direct.isEmpty
    return CutReport(
      query: query, graph: graph, nodes: search.cut.map { NodeIndex($0) },
      directSteps: direct.map {
        PathStep(edge: graph[EdgeIndex(rawValue: $0.edge)], isReversed: $0.isReversed)
      },
      absence: isConnected ? nil : PathSearch(paths, on: self).explainAbsence().reason)
  }
}

/// What would have to be blocked so that nothing leads from one node to another.
public struct CutReport: Sendable {
  /// The question.
  public let query: ChokepointQuery
  /// The graph that was asked.
  public let graph: KnowledgeGraph
  /// The fewest nodes that every path of more than one hop passes one of, in node order.
  public let nodes: [NodeIndex]
  /// The hops that lead from the start to the end at once, which no node can block.
  public let directSteps: [PathStep]
  /// Why there is no path; nil where there is one.
  public let absence: PathAbsence?

  /// Whether there is any path, without which nothing needs to be blocked.
  public var isConnected: Bool { absence == nil }
}

/// Paths from one node to another that share no node, as a flow of one unit through each.
private struct CutFlow {
  private let rules: WalkRules
  private let source: Int
  private let target: Int
  private static let none = -1
  /// The node before and after each node on the path that passes it.
  private var before: [Int]
  private var after: [Int]
  /// How each half of a node was reached: 2v where v is entered, 2v + 1 where it is left.
  private var arrival: [Int]
  /// The number of paths.
  private(set) var size = 0

  init(_ rules: WalkRules, from source: Int, to target: Int) {
    self.rules = rules
    self.source = source
    self.target = target
    before = [Int](repeating: Self.none, count: rules.nodeCount)
    after = before
    arrival = [Int](repeating: Self.none, count: 2 * rules.nodeCount)
  }

  /// The hops from start to end, which are no part of the flow.
  var directHops: [WalkHop] {
    var hops: [WalkHop] = []
    rules.forEachHop(from: source) { if Int($0.node) == target { hops.append($0) } }
    return hops.sorted { $0.edge < $1.edge }
  }

  /// Where the last, vain search came to an end: nodes that are entered but not left.
  var cut: [Int] {
    before.indices.filter {
      $0 != source && $0 != target && arrival[2 * $0] != Self.none
        && arrival[2 * $0 + 1] == Self.none
    }
  }

  /// Finds one more path; false where there is none.
  mutating func augment() -> Bool {
    for state in arrival.indices { arrival[state] = Self.none }
    let start = 2 * source + 1
    var queue: Deque<Int> = [start]
    arrival[start] = start
    var last = Self.none
    func reach(_ state: Int, from origin: Int) {
      guard arrival[state] == Self.none else { return }
      arrival[state] = origin
      queue.append(state)
    }
    while last == Self.none, let state = queue.popFirst() {
      let node = state / 2
      guard state % 2 == 1 else {
        // Entered: go through where no path does, or take back the hop by which one came.
        if before[node] == Self.none {
          reach(state + 1, from: state)
        } else if before[node] != source {
          reach(2 * before[node] + 1, from: state)
        }
        continue
      }
      if node != source, before[node] != Self.none { reach(state - 1, from: state) }
      rules.forEachHop(from: node) { hop in
        let next = Int(hop.node)
        if next == source { return }
        if next == target {
          if node != source, after[node] != target, last == Self.none { last = state }
        } else {
          // Hops have room for any number of paths; it is nodes that have not.
          reach(2 * next, from: state)
        }
      }
    }
    guard last != Self.none else { return false }
    apply(endingIn: last)
    size += 1
    return true
  }

  /// Takes back hops and adds others along the way that was found.
  private mutating func apply(endingIn last: Int) {
    var hops = [(from: last / 2, to: target)]
    var state = last
    while arrival[state] != state {
      let origin = arrival[state]
      let (node, previous) = (state / 2, origin / 2)
      if node != previous {
        if origin % 2 == 1 {
          hops.append((from: previous, to: node))
        } else {
          // From where the hop led back to where it started.
          before[previous] = Self.none
          after[node] = Self.none
        }
      }
      state = origin
    }
    for hop in hops {
      if hop.to != target { before[hop.to] = hop.from }
      if hop.from != source { after[hop.from] = hop.to }
    }
  }
}
