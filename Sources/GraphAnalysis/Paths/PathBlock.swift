import GraphModel

/// The nodes that a simple path between two nodes can visit, directions ignored.
///
/// If the two were joined by an edge, these would be the nodes of the biconnected component (the
/// block) of that edge: a node beside it hangs on a single node, which a path would have to pass
/// twice. J. Hopcroft & R. Tarjan 1973, doi:10.1145/362248.362272, with a stack of its own.
///
/// - Complexity: O(n + m) time, O(n) space.
struct PathBlock {
  private var isInside: [Bool]
  /// The hops that were looked at.
  private(set) var effort = 0

  private struct Call {
    var node: Int
    var neighbors: [UInt32]
  }

  /// - Parameters:
  ///   - origin: where the rest of the path starts.
  ///   - banned: edges over which it must not leave the origin.
  ///   - isBlocked: whether a node must not be visited; the origin is never asked about.
  init(
    _ plan: PathPlan, from origin: Int, banned: [UInt32], isBlocked: (UInt32) -> Bool
  ) {
    let target = plan.target
    isInside = [Bool](repeating: false, count: plan.nodeCount)
    /// When each node was first seen, and the earliest that is reached from behind it.
    var number = [UInt32](repeating: 0, count: plan.nodeCount)
    var low = number
    var clock: UInt32 = 1
    var open: [Int] = []
    var calls: [Call] = []
    number[origin] = 1

    func enter(_ node: Int) {
      clock += 1
      number[node] = clock
      low[node] = clock
      open.append(node)
      var neighbors: [UInt32] = []
      func add(_ hop: WalkHop) {
        effort += 1
        if Int(hop.node) == origin {
          // A hop from the origin is one that may be made; one back to it never is.
          if !banned.contains(hop.edge) { low[node] = 1 }
        } else if !isBlocked(hop.node) {
          neighbors.append(hop.node)
        }
      }
      plan.rules.forEachHop(from: node, add)
      plan.rules.forEachHop(into: node, add)
      calls.append(Call(node: node, neighbors: neighbors))
    }

    // The edge that would join the two is the first of the search.
    enter(target)
    while let node = calls.last?.node {
      guard let next = calls[calls.count - 1].neighbors.popLast() else {
        calls.removeLast()
        guard let caller = calls.last?.node else { break }
        low[caller] = min(low[caller], low[node])
        if low[node] >= number[caller] {
          while let member = open.popLast(), member != node {}
        }
        continue
      }
      let other = Int(next)
      if number[other] == 0 {
        enter(other)
      } else {
        // Going back to the caller by the same edge changes nothing: its number is not less than
        // its own.
        low[node] = min(low[node], number[other])
      }
    }
    for node in open { isInside[node] = true }
  }

  /// Whether a path can visit a node.
  func contains(_ node: Int) -> Bool { isInside[node] }
}
