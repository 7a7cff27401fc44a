import GraphModel

/// Breadth-first search from one end of a path, a level at a time, which remembers every hop by
/// which a node can be reached in the fewest.
///
/// The searches from both ends share one map of the nodes that they visited, of which each node
/// belongs to one.
struct BreadthSide {
  /// The nodes of the last level.
  private(set) var frontier: [UInt32]
  /// How many hops away they are.
  private(set) var level: UInt32 = 0
  private let rules: WalkRules
  /// Whether hops are walked as they lead, or against it.
  private let isForward: Bool
  private let visits: BreadthVisits
  private let banned: BannedHops
  private var arcs: [Arc] = []

  /// The last hop of a shortest way to a node.
  private struct Arc {
    /// Towards the end where the search began.
    var hop: WalkHop
    /// The arc by which the same node was reached before; −1 for none.
    var previous: Int32
  }

  /// A hop between the nodes that the two searches have visited, in the direction of the path.
  struct Crossing {
    var from: UInt32
    var hop: WalkHop
  }

  /// Hops that must not be made: those from a node over some edges.
  struct BannedHops {
    var node: UInt32
    var edges: [UInt32]

    @inline(__always)
    func contains(from node: UInt32, over edge: UInt32) -> Bool {
      !edges.isEmpty && node == self.node && edges.contains(edge)
    }
  }

  init(
    _ start: UInt32, isForward: Bool, _ rules: WalkRules, sharing visits: BreadthVisits,
    banned: BannedHops
  ) {
    self.banned = banned
    self.rules = rules
    self.isForward = isForward
    self.visits = visits
    visits.set(start, BreadthVisit(visitor: Self.visitor(isForward), level: 0, arc: -1))
    frontier = [start]
  }

  private static func visitor(_ isForward: Bool) -> BreadthVisit.Visitor {
    isForward ? .forward : .backward
  }

  /// How many hops the next level looks at.
  var work: Int {
    let index = rules.index
    return frontier.reduce(0) { sum, node in
      sum + index.outgoing.count(Int(node)) + index.incoming.count(Int(node))
    }
  }

  /// Calls a closure with the last hop of every shortest way to a node; the hop's node is the one
  /// nearer to where the search began.
  @inline(__always)
  func forEachHop(backFrom node: UInt32, _ body: (WalkHop) -> Void) {
    var number = visits[node]?.arc ?? -1
    while number >= 0 {
      let arc = arcs[Int(number)]
      body(arc.hop)
      number = arc.previous
    }
  }

  /// The hops from the frontier to what the other search has visited; where there are none, the
  /// next level becomes the frontier.
  ///
  /// That the searches meet is seen before anything is written, so that the last and greatest
  /// level, which needs no more than that, costs a look at each of its nodes.
  mutating func advance() -> [Crossing] {
    let found = crossings()
    if found.isEmpty { visitNextLevel() }
    return found
  }

  private func crossings() -> [Crossing] {
    let others = VisitedBy(visitor: Self.visitor(!isForward), visits: visits)
    var found: [Crossing] = []
    for node in frontier {
      rules.forEachHop(at: Int(node), isForward: isForward, to: others) { hop in
        let (from, to) = isForward ? (node, hop.node) : (hop.node, node)
        if banned.contains(from: from, over: hop.edge) { return }
        found.append(Crossing(from: from, hop: hop.leading(to: to)))
      }
    }
    return found
  }

  private mutating func visitNextLevel() {
    level += 1
    let isNew = NewInLevel(visits: visits, level: level)
    let (visits, level, visitor) = (visits, level, Self.visitor(isForward))
    var next: [UInt32] = []
    var arcs = self.arcs
    self.arcs = []
    for node in frontier {
      rules.forEachHop(at: Int(node), isForward: isForward, to: isNew) { hop in
        if isForward, banned.contains(from: node, over: hop.edge) { return }
        let before = visits[hop.node]?.arc ?? -1
        if before < 0 { next.append(hop.node) }
        let arc = Int32(truncatingIfNeeded: arcs.count)
        visits.set(hop.node, BreadthVisit(visitor: visitor, level: level, arc: arc))
        arcs.append(Arc(hop: hop.leading(to: node), previous: before))
      }
    }
    self.arcs = arcs
    frontier = next
  }
}

extension WalkHop {
  /// A hop over the same edge to another node.
  fileprivate func leading(to node: UInt32) -> WalkHop {
    WalkHop(node: node, edge: edge, isReversed: isReversed)
  }
}

/// Whether a search has visited a node.
private struct VisitedBy: NodeTest {
  let visitor: BreadthVisit.Visitor
  let visits: BreadthVisits
  @inline(__always) func passes(_ node: UInt32) -> Bool {
    visits.mayContain(node) && visits[node]?.visitor == visitor
  }
}

/// Whether a node was not visited before a level was begun.
private struct NewInLevel: NodeTest {
  let visits: BreadthVisits
  let level: UInt32
  @inline(__always) func passes(_ node: UInt32) -> Bool {
    !visits.mayContain(node) || visits[node].map { $0.level == level } ?? true
  }
}
