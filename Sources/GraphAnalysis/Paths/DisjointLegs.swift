import DequeModule
import GraphModel

/// Whether the legs of a path through nodes on the way could be walked without meeting.
///
/// A simple path from A through V₁ … Vₖ to B is k + 1 legs that share no inner node. If there are
/// no k + 1 node-disjoint walks that leave A, V₁ … Vₖ once each and enter V₁ … Vₖ, B once each, in
/// whatever pairing, there is no such path. That many exist if and only if the maximum flow
/// through unit nodes is k + 1: L. R. Ford & D. R. Fulkerson 1956, doi:10.4153/CJM-1956-045-5,
/// found by shortest augmenting walks (J. Edmonds & R. M. Karp 1972, doi:10.1145/321694.321699).
/// The converse does not hold, so this drops sets that hold no path, but not all of them.
///
/// - Complexity: O((k + 1)(n + m)) time, O(n) space.
struct DisjointLegs {
  private let plan: PathPlan
  private let starts: [Int]
  private let stops: [Int]
  private let origin: Int
  private let banned: [UInt32]
  /// The hops that were looked at.
  private(set) var effort = 0
  /// Where the flow through a node comes from and goes to.
  private var flowFrom: [UInt32]
  private var flowTo: [UInt32]
  /// Stands for "nowhere".
  private static let none = UInt32.max

  private struct Leg {
    var from: Int
    var to: Int
  }

  /// The legs that are left at a node.
  init(_ plan: PathPlan, from node: Int, stage: Int, banned: [UInt32]) {
    self.plan = plan
    self.banned = banned
    origin = node
    starts = [node] + plan.via[stage...]
    stops = plan.via[stage...] + [plan.target]
    flowFrom = [UInt32](repeating: Self.none, count: plan.nodeCount)
    flowTo = flowFrom
  }

  /// Whether the legs may exist.
  mutating func exist(isBlocked: (UInt32) -> Bool) -> Bool {
    for _ in stops {
      guard augment(isBlocked) else { return false }
    }
    return true
  }

  /// A node is two points: 2·node where flow enters, 2·node + 1 where it leaves.
  private mutating func augment(_ isBlocked: (UInt32) -> Bool) -> Bool {
    var parent = [Int](repeating: -1, count: 2 * plan.nodeCount)
    var queue = Deque<Int>()
    for start in starts where flowTo[start] == Self.none {
      parent[2 * start + 1] = 2 * start + 1
      queue.append(2 * start + 1)
    }
    while let point = queue.popFirst() {
      let node = point / 2
      func reach(_ next: Int) {
        guard parent[next] < 0 else { return }
        parent[next] = point
        queue.append(next)
      }
      if point % 2 == 1 {
        // Flow that enters here could be sent back.
        if !starts.contains(node), flowFrom[node] != Self.none { reach(2 * node) }
        var seen = 0
        plan.rules.forEachHop(from: node) { hop in
          seen += 1
          guard !isBlocked(hop.node), Int(hop.node) != plan.source,
            !(node == origin && banned.contains(hop.edge)), flowTo[node] != hop.node
          else { return }
          reach(2 * Int(hop.node))
        }
        effort += seen
      } else if flowFrom[node] != Self.none {
        reach(2 * Int(flowFrom[node]) + 1)
      } else if stops.contains(node) {
        flow(along: parent, to: point)
        return true
      } else {
        reach(point + 1)
      }
    }
    return false
  }

  private mutating func flow(along parent: [Int], to end: Int) {
    // Cancel first, then add, since a node's flow may be moved from one hop to another.
    var added: [Leg] = []
    var point = end
    while parent[point] != point {
      let before = parent[point]
      if before % 2 == 1, point % 2 == 0, before / 2 != point / 2 {
        added.append(Leg(from: before / 2, to: point / 2))
      } else if before % 2 == 0, point % 2 == 1, before / 2 != point / 2 {
        flowTo[point / 2] = Self.none
        flowFrom[before / 2] = Self.none
      }
      point = before
    }
    for hop in added {
      flowTo[hop.from] = UInt32(hop.to)
      flowFrom[hop.to] = UInt32(hop.from)
    }
  }
}
