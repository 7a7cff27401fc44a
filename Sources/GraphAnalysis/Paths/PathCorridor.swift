import HeapModule

/// What lies on ways from the beginning to the end that cost little more than the best: the search
/// from the end goes on where it met the one from the beginning, but guided by that one, so that it
/// settles nodes in the order of the least that a way over them costs (A*: Hart, Nilsson & Raphael
/// 1968, doi:10.1109/TSSC.1968.300136). It stays on the corridor between both ends, where a search
/// that is not guided would look at all that is as near to the end.
///
/// A node that was not settled lies on no way that costs less than ``reach``; so from it to the end
/// it costs at least that, less what it costs to get there from the beginning.
///
/// - Complexity: O(hops looked at · log n) time; the space of the two searches.
struct PathCorridor: Sendable {
  private let ahead: HalfSearch
  private let aheadHorizon: PathCost
  private let back: SearchSpace<PathCost>
  private var heap = Heap<NodeCost>()

  /// Goes on from two searches that have met; nil where one of them has nowhere to go.
  init?(back: HalfSearch, ahead: HalfSearch, leastCost: PathCost) {
    guard let space = back.space, ahead.space != nil else { return nil }
    self.ahead = ahead
    self.back = space
    aheadHorizon = ahead.top.map { $0 + leastCost } ?? .unreachable
    heap = Heap(
      back.entries.filter { $0.cost == back.cost(Int($0.node)) }.map {
        NodeCost(cost: $0.cost + least(toNode: Int($0.node)), node: $0.node)
      })
  }

  /// All ways that cost less lie on nodes that are settled.
  var reach: PathCost { heap.min?.cost ?? .unreachable }

  /// At least this much it costs to get to a node.
  @inline(__always)
  private func least(toNode node: Int) -> PathCost { min(ahead.cost(node), aheadHorizon) }

  /// At least this much is missing to the end from a node that was not settled.
  @inline(__always)
  func least(fromNode node: Int) -> PathCost { reach.less(least(toNode: node)) }

  /// Goes on until ``reach`` is above a cost, or so many hops were looked at.
  ///
  /// - Returns: how many hops were looked at.
  mutating func extend(on plan: PathPlan, to cost: PathCost, most: Int) -> Int {
    let start = plan.start(ofStage: 0)
    var (seen, settled) = (0, 0)
    while let entry = heap.min, entry.cost <= cost, seen < most {
      settled &+= 1
      if settled & 1023 == 0, plan.isStopped { break }
      heap.removeMin()
      let node = Int(entry.node)
      let walked = back.map[node, default: .unreachable]
      // Superseded since, or the beginning, from which no way goes back.
      guard node != start, entry.cost == walked + least(toNode: node) else { continue }
      plan.rules.forEachHop(into: node) { hop in
        seen += 1
        let before = Int(hop.node)
        guard before == start || plan.isPlain(before) else { return }
        let total = walked + plan.rules.cost(hop.edge)
        guard total < back.map[before, default: .unreachable] else { return }
        back.map.set(before, total)
        heap.insert(NodeCost(cost: total + least(toNode: before), node: hop.node))
      }
    }
    return seen
  }
}

extension PathCost {
  /// The difference of two costs, or less; zero where there is none.
  @inline(__always)
  fileprivate func less(_ other: PathCost) -> PathCost {
    guard self != .unreachable, other < self else {
      return self == .unreachable && other != .unreachable ? .unreachable : .zero
    }
    if minor >= other.minor {
      return PathCost(major: major - other.major, minor: minor - other.minor)
    }
    // The first number is greater, since the other cost is less.
    return PathCost(major: major - other.major - 1, minor: 1 << 62)
  }
}
