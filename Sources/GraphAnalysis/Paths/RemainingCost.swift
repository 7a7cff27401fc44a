import GraphModel
import HeapModule

/// A lower bound on the cost from every node, at every stage, to the end of a path.
///
/// Dijkstra's algorithm backwards, stage by stage from the last, each until the start of its stage
/// is settled: E. W. Dijkstra 1959, doi:10.1007/BF01386390. A node that was not settled is at
/// least as far as the last that was; that bound keeps the estimate consistent, so that a search
/// guided by it settles no node twice (Hart, Nilsson & Raphael 1968,
/// doi:10.1109/TSSC.1968.300136).
///
/// The bound is for walks, which may repeat nodes at different stages; within a stage the best
/// walk repeats none.
///
/// - Complexity: O((k + 1)(n + m log n)) time and O((k + 1) n) space for k nodes on the way.
struct RemainingCost: Sendable {
  private var stages: [[PathCost]] = []
  /// How far each stage was searched; `unreachable` where it was searched to the end.
  private var radius: [PathCost] = []
  /// The hops that were looked at.
  private(set) var effort = 0

  /// - Parameters:
  ///   - countsHopsOnly: whether to bound the number of hops alone.
  ///   - isComplete: whether to search every stage to the end, so that every bound is exact.
  init(_ plan: PathPlan, countsHopsOnly: Bool = false, isComplete: Bool = false) {
    var initial = PathCost.zero
    for stage in stride(from: plan.lastStage, through: 0, by: -1) {
      let found = Self.search(
        plan, stage: stage, initial: initial, countsHopsOnly: countsHopsOnly,
        isComplete: isComplete, effort: &effort)
      stages.append(found.costs)
      radius.append(found.radius)
      initial = min(found.costs[plan.start(ofStage: stage)], found.radius)
      if initial == .unreachable {
        // Nothing before this stage can be completed either.
        let missing = stage
        stages.append(contentsOf: repeatElement([], count: missing))
        radius.append(contentsOf: repeatElement(.unreachable, count: missing))
        break
      }
    }
    stages.reverse()
    radius.reverse()
  }

  /// At least this much is missing to the end; `unreachable` where there is no way.
  @inline(__always)
  func bound(_ node: Int, stage: Int) -> PathCost {
    let costs = stages[stage]
    return costs.isEmpty ? .unreachable : min(costs[node], radius[stage])
  }

  private struct Entry: Comparable {
    var cost: PathCost
    var node: UInt32
    static func < (a: Entry, b: Entry) -> Bool {
      a.cost != b.cost ? a.cost < b.cost : a.node < b.node
    }
  }

  private struct StageSearch {
    var costs: [PathCost]
    var radius: PathCost
  }

  private static func search(
    _ plan: PathPlan, stage: Int, initial: PathCost, countsHopsOnly: Bool, isComplete: Bool,
    effort: inout Int
  ) -> StageSearch {
    let rules = plan.rules
    let start = plan.start(ofStage: stage)
    let stop = plan.stop(ofStage: stage)
    var costs = [PathCost](repeating: .unreachable, count: plan.nodeCount)
    var heap = Heap<Entry>()
    costs[stop] = initial
    heap.insert(Entry(cost: initial, node: UInt32(stop)))
    var seen = 0
    while let entry = heap.popMin() {
      let node = Int(entry.node)
      guard entry.cost == costs[node] else { continue }
      if node == start {
        if isComplete { continue }
        effort += seen
        return StageSearch(costs: costs, radius: entry.cost)
      }
      rules.forEachHop(into: node) { hop in
        seen += 1
        let before = Int(hop.node)
        guard before == start || plan.isPlain(before) else { return }
        let step = countsHopsOnly ? PathCost(major: 1, minor: 0) : rules.cost(hop.edge)
        let cost = entry.cost + step
        if cost < costs[before] {
          costs[before] = cost
          heap.insert(Entry(cost: cost, node: hop.node))
        }
      }
    }
    effort += seen
    return StageSearch(costs: costs, radius: .unreachable)
  }
}

extension PathPlan {
  /// Whether a node is neither an end nor one of the nodes on the way.
  @inline(__always)
  func isPlain(_ node: Int) -> Bool {
    node != source && node != target && (via.isEmpty || !via.contains(node))
  }
}
