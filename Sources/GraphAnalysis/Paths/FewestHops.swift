import GraphModel

/// The best of the paths with the fewest hops between two nodes.
///
/// Breadth-first search from both ends, level by level, at each step from the end whose next level
/// has fewer edges (I. Pohl 1971, *Bi-directional search*). When the searches meet, all shortest
/// paths run over the hops where they do; on these paths alone the least cost to the end is worked
/// out, and the path whose nodes come first in node order is followed, by the first edge of
/// parallel ones of the same cost. That is the first path of ``BestPaths`` ranked by hops.
///
/// - Complexity: O(n + m) time and space at worst; what the two searches touch in practice, which
///   on graphs of small diameter is little.
struct FewestHops {
  private let rules: WalkRules
  private let source: UInt32
  private let target: UInt32
  private var ahead: BreadthSide
  private var back: BreadthSide
  private let best: SearchSpace<Step>
  /// How many hops were looked at, about.
  private(set) var effort = 0
  /// Whether the search was stopped before it came to its end.
  private(set) var isStopped = false
  private let plan: PathPlan

  /// The best way on from a node to the target.
  private struct Step: BitwiseCopyable {
    var cost: UInt64
    var hop: WalkHop

    static let unknown = Step(
      cost: .max, hop: WalkHop(node: .max, edge: .max, isReversed: false))
  }

  /// - Parameters:
  ///   - start: where the path starts, in place of the start of the plan.
  ///   - blocked: nodes that the path must not visit besides those of the plan.
  ///   - banned: edges over which it must not leave the start.
  init(_ plan: PathPlan, from start: Int, blocked: [UInt32] = [], banned: [UInt32] = []) {
    self.plan = plan
    rules = plan.rules
    source = UInt32(truncatingIfNeeded: start)
    target = UInt32(truncatingIfNeeded: plan.target)
    best = rules.index.spaces.lease(Step.self, count: rules.nodeCount)
    let visits = BreadthVisits(rules.index)
    for node in blocked { visits.block(node) }
    let banned = BreadthSide.BannedHops(node: source, edges: banned)
    ahead = BreadthSide(source, isForward: true, rules, sharing: visits, banned: banned)
    back = BreadthSide(target, isForward: false, rules, sharing: visits, banned: banned)
  }

  /// The hops of the path, at most this many; nil where there is none.
  mutating func path(maxHops: UInt64) -> [WalkHop]? {
    if source == target { return [] }
    var crossings: [BreadthSide.Crossing] = []
    while crossings.isEmpty {
      guard UInt64(ahead.level) + UInt64(back.level) < maxHops, !ahead.frontier.isEmpty,
        !back.frontier.isEmpty
      else { return nil }
      let work = (ahead.work, back.work)
      // A level of little work needs no look at the clock.
      if min(work.0, work.1) > 10_000, plan.isStopped {
        isStopped = true
        return nil
      }
      effort += min(work.0, work.1)
      crossings = work.0 <= work.1 ? ahead.advance() : back.advance()
    }
    workOutCosts(to: target, over: crossings)
    return followFromSource()
  }

  /// Works out the least cost to the target from every node of a shortest path.
  private func workOutCosts(to target: UInt32, over crossings: [BreadthSide.Crossing]) {
    let steps = best.map
    // Which nodes of the backward search lie on shortest paths, level by level to the target.
    var levels = [listed(crossings.map(\.hop.node))]
    for _ in 0..<back.level {
      var nearer: [UInt32] = []
      for node in levels[levels.count - 1] {
        back.forEachHop(backFrom: node) { nearer.append($0.node) }
      }
      levels.append(listed(nearer))
    }
    steps.set(Int(target), Step(cost: 0, hop: Step.unknown.hop))
    for level in levels.reversed() {
      for node in level { back.forEachHop(backFrom: node) { improve(node, by: $0) } }
    }
    // Every node of the forward search hands its cost on to those before it.
    var level = listed(crossings.map(\.from))
    for crossing in crossings { improve(crossing.from, by: crossing.hop) }
    for _ in 0..<ahead.level {
      var nearer: [UInt32] = []
      for node in level { ahead.forEachHop(backFrom: node) { nearer.append($0.node) } }
      let before = listed(nearer)
      for node in level {
        ahead.forEachHop(backFrom: node) { hop in
          improve(
            hop.node, by: WalkHop(node: node, edge: hop.edge, isReversed: hop.isReversed))
        }
      }
      level = before
    }
  }

  /// Each of the nodes once, its cost still unknown.
  private func listed(_ nodes: [UInt32]) -> [UInt32] {
    nodes.filter { node in
      guard !best.map.contains(Int(node)) else { return false }
      best.map.set(Int(node), .unknown)
      return true
    }
  }

  /// Takes a hop for the best way on from a node where it is better than the best so far.
  private func improve(_ node: UInt32, by hop: WalkHop) {
    let steps = best.map
    let known = steps[Int(node), default: Step.unknown]
    let onward = steps[Int(hop.node), default: Step.unknown].cost
    let cost = lengthSum(rules.cost(hop.edge).minor, onward)
    guard (cost, hop.node, hop.edge) < (known.cost, known.hop.node, known.hop.edge) else { return }
    steps.set(Int(node), Step(cost: cost, hop: hop))
  }

  private func followFromSource() -> [WalkHop] {
    var hops: [WalkHop] = []
    var node = source
    while node != target {
      let step = best.map[Int(node), default: Step.unknown]
      guard step.hop.node != .max else { break }
      hops.append(step.hop)
      node = step.hop.node
    }
    return hops
  }
}
