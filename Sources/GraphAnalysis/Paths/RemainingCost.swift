import GraphModel

/// A lower bound on the cost from every node, at every stage, to the end of a path.
///
/// Dijkstra's algorithm from both ends of each stage, from the last stage to the first: E. W.
/// Dijkstra 1959, doi:10.1007/BF01386390, and I. Pohl 1971, *Bi-directional search*, of whom is the
/// rule that the search with less before it goes on: where one end has but weak statements, the other
/// does not look at all that is as far away as these are weak. When the two searches have met, the
/// backward one ends: it has covered a part of the way, and the search that it guides covers the
/// rest. The way from a node that was not settled runs over the node that
/// would be settled next or one as far away: it costs what is known of it, or at least a hop more
/// than that node. This bound keeps the estimate consistent, so that a search guided by it settles
/// no node twice (Hart, Nilsson & Raphael 1968, doi:10.1109/TSSC.1968.300136); the hop more spares
/// the search all that is just as far as where the two have met.
///
/// The bound is for walks, which may repeat nodes at different stages; within a stage the best
/// walk repeats none.
///
/// Where more than one path is asked for, ``deepen(_:beyond:most:)`` goes on with the backward search, but
/// along the best paths only (``PathCorridor``): the bound is then exact for all that a path of little
/// more cost can visit, and a search that it guides visits little besides its path.
///
/// - Complexity: O((k + 1)(n + m log n)) time and O((k + 1) n) space for k nodes on the way.
struct RemainingCost: Sendable {
  /// The cost from each node that was reached, by stage; nil where there is no way.
  private var stages: [SearchSpace<PathCost>?] = []
  /// What is missing at least from a node that was not reached, by stage; `unreachable` where the
  /// stage was searched to the end.
  private var horizon: [PathCost] = []
  /// The cost of the best walk from the beginning to the end; `unreachable` where there is none.
  private(set) var best = PathCost.unreachable
  /// Both searches, where there is but one stage and they have ended with the meeting.
  private var unfinished: (back: HalfSearch, ahead: HalfSearch)?
  /// What is near the best path, where that was looked at.
  private var corridor: PathCorridor?
  /// The hops that were looked at.
  private(set) var effort = 0

  /// - Parameter countsHopsOnly: whether to bound the number of hops alone.
  init(_ plan: PathPlan, countsHopsOnly: Bool = false) {
    var initial = PathCost.zero
    for stage in stride(from: plan.lastStage, through: 0, by: -1) {
      let found = Self.search(
        plan, stage: stage, initial: initial, countsHopsOnly: countsHopsOnly,
        effort: &effort)
      stages.append(found.start == .unreachable ? nil : found.back.space)
      horizon.append(found.horizon)
      if plan.lastStage == 0, !countsHopsOnly {
        unfinished = (found.back, found.ahead)
      }
      initial = found.start
      if initial == .unreachable {
        // Nothing before this stage can be completed either.
        let missing = stage
        stages.append(contentsOf: repeatElement(nil, count: missing))
        horizon.append(contentsOf: repeatElement(.unreachable, count: missing))
        break
      }
    }
    best = initial
    stages.reverse()
    horizon.reverse()
  }

  /// At least this much is missing to the end; `unreachable` where there is no way.
  @inline(__always)
  func bound(_ node: Int, stage: Int) -> PathCost {
    guard let costs = stages[stage] else { return .unreachable }
    let known = costs.map[node, default: .unreachable]
    guard let corridor else { return min(known, horizon[stage]) }
    return min(known, max(horizon[stage], corridor.least(fromNode: node)))
  }

  /// Makes the bound exact for what lies on ways that cost little more than a path that was found,
  /// as far as `most` hops tell.
  mutating func deepen(_ plan: PathPlan, beyond cost: PathCost, most: Int) {
    if let (back, ahead) = unfinished {
      unfinished = nil
      guard best != .unreachable else { return }
      corridor = PathCorridor(back: back, ahead: ahead, leastCost: plan.rules.leastCost)
    }
    let limit = PathCost(major: cost.major + cost.major / 4, minor: .max)
    effort += corridor?.extend(on: plan, to: limit, most: most) ?? 0
  }

  private struct StageSearch {
    /// The search from the end of the stage.
    var back: HalfSearch
    /// The search from its start.
    var ahead: HalfSearch
    var horizon: PathCost
    /// The cost from the start of the stage; `unreachable` where there is no way.
    var start: PathCost
  }

  private static func search(
    _ plan: PathPlan, stage: Int, initial: PathCost, countsHopsOnly: Bool, effort: inout Int
  ) -> StageSearch {
    let rules = plan.rules
    let start = plan.start(ofStage: stage)
    let stop = plan.stop(ofStage: stage)
    let spaces = rules.index.spaces
    var back = HalfSearch(
      spaces.lease(PathCost.self, count: plan.nodeCount), from: CollectionOfOne(stop), at: initial)
    var ahead = HalfSearch(
      spaces.lease(PathCost.self, count: plan.nodeCount), from: CollectionOfOne(start), at: .zero)
    /// The least cost of a way on which the searches have met.
    var best = start == stop ? initial : PathCost.unreachable
    var seen = 0
    @inline(__always) func cost(_ edge: UInt32) -> PathCost {
      countsHopsOnly ? PathCost(major: 1, minor: 0) : rules.cost(edge)
    }
    var settled = 0
    while let top = back.top {
      settled &+= 1
      if settled & 1023 == 0, plan.isStopped { break }
      guard let other = ahead.top, best == .unreachable || top + other < best else { break }
      if ahead.waiting < back.waiting || ahead.waiting == back.waiting && other < top {
        guard let entry = ahead.pop() else { continue }
        rules.forEachHop(from: Int(entry.node)) { hop in
          seen += 1
          let reached = entry.cost + cost(hop.edge)
          let next = Int(hop.node)
          guard next == stop || plan.isPlain(next) else { return }
          if ahead.reach(hop.node, at: reached) { best = min(best, reached + back.cost(next)) }
        }
        continue
      }
      seen += back.settle(on: plan, start: start, cost: cost) { node, cost in
        best = min(best, cost + ahead.cost(node))
      }
    }
    effort += seen
    let least = countsHopsOnly ? PathCost(major: 1, minor: 0) : rules.leastCost
    let horizon = back.top.map { $0 + least } ?? .unreachable
    return StageSearch(back: back, ahead: ahead, horizon: horizon, start: best)
  }
}

extension HalfSearch {
  /// Settles the next node and goes from it a hop towards the start of a stage, beyond which the
  /// search does not go; says of every node that is reached for less than before what it costs.
  ///
  /// - Returns: how many hops were looked at.
  @inline(__always)
  fileprivate mutating func settle(
    on plan: PathPlan, start: Int, cost: (UInt32) -> PathCost, reached: (Int, PathCost) -> Void
  ) -> Int {
    guard let entry = pop(), Int(entry.node) != start else { return 0 }
    var seen = 0
    plan.rules.forEachHop(into: Int(entry.node)) { hop in
      seen += 1
      let before = Int(hop.node)
      guard before == start || plan.isPlain(before) else { return }
      let total = entry.cost + cost(hop.edge)
      if reach(hop.node, at: total) { reached(before, total) }
    }
    return seen
  }
}

extension PathPlan {
  /// Whether a node is neither an end nor one of the nodes on the way.
  @inline(__always)
  func isPlain(_ node: Int) -> Bool {
    node != source && node != target && (via.isEmpty || !via.contains(node))
  }
}
