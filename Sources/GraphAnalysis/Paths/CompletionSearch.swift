import GraphModel
import HeapModule

/// Finds the best way to complete a path that has been walked in part.
///
/// A* (Hart, Nilsson & Raphael 1968, doi:10.1109/TSSC.1968.300136) over the states of a
/// ``PathPlan``, guided by ``RemainingCost``. Where hops are bounded and evidence ranks, a state
/// keeps every label (cost, hops) that no other beats in both (Hansen 1980,
/// doi:10.1007/978-3-642-48782-8_9). All states on best completions are found, and the one whose
/// nodes come first in node order is taken, then the one whose edges come first: ties never depend
/// on the order of the search.
///
/// The completion avoids the nodes of the part already walked. It repeats no node at one stage,
/// but may repeat one at two stages; the caller looks for that.
///
/// - Complexity: O(m log n) time and O(n) space without a bound on the hops; times the bound
///   with one. The space is reused from search to search.
struct CompletionSearch: PathCompletion {
  let plan: PathPlan
  private var remaining: RemainingCost
  /// The hops that are missing at least; nil where the cost already tells.
  private let remainingHops: RemainingCost?
  /// How many hops may still be looked at.
  private(set) var effort: Int
  /// What the last path cost, where there is one.
  private var lastCost: PathCost?
  /// The hops that were looked at since the bounds were last made better.
  private var effortWithoutBounds = 0
  private static let fewHops = 1 << 18

  /// The nodes of the part already walked.
  private let blocked: SearchSpace<Bool>
  private var labels: CompletionLabels

  private struct Entry: Comparable {
    var bound: PathCost
    var label: Int
    static func < (a: Entry, b: Entry) -> Bool {
      a.bound != b.bound ? a.bound < b.bound : a.label < b.label
    }
  }

  init(_ plan: PathPlan, effort: Int) {
    self.plan = plan
    remaining = RemainingCost(plan)
    let needsHops = plan.hasHopBound && plan.rules.ranksByEvidence
    remainingHops = needsHops ? RemainingCost(plan, countsHopsOnly: true) : nil
    self.effort = effort - remaining.effort - (remainingHops?.effort ?? 0)
    if plan.isStopped { self.effort = -1 }
    let spaces = plan.rules.index.spaces
    blocked = spaces.lease(Bool.self, count: plan.nodeCount)
    let isReachable = remaining.bound(plan.source, stage: 0) != .unreachable
    labels = CompletionLabels(
      isReachable ? spaces.lease(Int.self, count: plan.stateCount) : nil,
      keepsParetoSet: needsHops)
  }

  mutating func spend(_ hops: Int) { effort -= hops }

  mutating func prepareForMore(beyond cost: PathCost) {
    lastCost = cost
    deepen(most: Self.fewHops)
  }

  /// Makes the bounds exact for more of what is near the best paths.
  private mutating func deepen(most: Int) {
    guard let lastCost else { return }
    let before = remaining.effort
    remaining.deepen(plan, beyond: lastCost, most: most)
    effort -= remaining.effort - before
    effortWithoutBounds = 0
    if plan.isStopped { effort = -1 }
  }

  // MARK: The part already walked

  func unblockAll() { blocked.map.removeAll() }

  func block(_ node: UInt32) { blocked.map.set(Int(node), true) }

  func isBlocked(_ node: UInt32) -> Bool { blocked.map.contains(Int(node)) }

  /// Looks one hop ahead of the node.
  mutating func outlook(
    from node: Int, stage: Int, walked: PathCost, banned: [UInt32]
  ) -> PathOutlook? {
    var best: PathOutlook?
    var seen = 0
    plan.rules.forEachHop(from: node) { hop in
      seen += 1
      guard !banned.contains(hop.edge), let bound = bound(over: hop, stage: stage, walked) else {
        return
      }
      if let best, (best.cost, best.next) <= (bound.total, hop.node) { return }
      best = PathOutlook(cost: bound.total, next: hop.node)
    }
    effort -= seen
    return best
  }

  private struct Bound {
    var walked: PathCost
    var total: PathCost
    var stage: Int
  }

  /// What a walk costs that makes a hop, and at least costs to the end; nil where it cannot go on.
  @inline(__always)
  private func bound(over hop: WalkHop, stage: Int, _ walked: PathCost) -> Bound? {
    guard !isBlocked(hop.node), let next = plan.stage(entering: hop.node, at: stage) else {
      return nil
    }
    let node = Int(hop.node)
    let missing = remaining.bound(node, stage: next)
    guard missing != .unreachable else { return nil }
    let cost = walked + plan.rules.cost(hop.edge)
    let total = cost + missing
    if plan.hasHopBound {
      var hops = plan.rules.hops(total)
      if let remainingHops {
        let least = remainingHops.bound(node, stage: next).major
        hops = plan.rules.hops(cost).addingReportingOverflow(least).partialValue
        if least == .max { return nil }
      }
      guard hops <= plan.maxHops else { return nil }
    }
    return Bound(walked: cost, total: total, stage: next)
  }

  // MARK: The search

  mutating func completion(
    from node: Int, stage: Int, walked: PathCost, banned: [UInt32]
  ) -> [WalkHop]? {
    guard !labels.hasNoStates else { return nil }
    // Searches that look at much lack bounds: as much again is spent on these, never more.
    if effortWithoutBounds > Self.fewHops { deepen(most: effortWithoutBounds) }
    let effortBefore = effort
    defer { effortWithoutBounds += effortBefore - effort }
    labels.removeAll()
    var heap = Heap<Entry>()
    let first = labels.add(plan.state(node, stage: stage), walked)
    heap.insert(Entry(bound: walked, label: first))
    var goal: Int?
    var settled = 0
    // From the beginning, with every edge and any number of hops, it is known what the best costs.
    let isWhole = node == plan.source && stage == 0 && walked == .zero && banned.isEmpty
    var goalCost = isWhole && !plan.hasHopBound ? remaining.best : .unreachable
    while let entry = heap.popMin(), entry.bound <= goalCost, effort >= 0 {
      settled &+= 1
      if settled & 1023 == 0, plan.isStopped { effort = -1 }
      let label = labels[entry.label]
      if labels.isBeaten(entry.label) { continue }
      labels[entry.label].isClosed = true
      if label.state == plan.goal {
        if goal == nil { goal = entry.label }
        continue
      }
      let here = plan.node(of: label.state)
      let stage = plan.stage(of: label.state)
      let isFirst = entry.label == first
      let rules = plan.rules
      rules.forEachHop(from: here) { hop in
        effort -= 1
        if isFirst, banned.contains(hop.edge) { return }
        guard let bound = bound(over: hop, stage: stage, label.cost), bound.total <= goalCost
        else { return }
        let state = plan.state(Int(hop.node), stage: bound.stage)
        guard !labels.contains(state, asGoodAs: bound.walked) else { return }
        // No way that costs more than one that is known is the best.
        if state == plan.goal { goalCost = min(goalCost, bound.walked) }
        heap.insert(Entry(bound: bound.total, label: labels.add(state, bound.walked)))
      }
    }
    guard let goal, effort >= 0 else { return nil }
    markBest(goal, first: first, banned: banned)
    return firstInOrder(from: first, to: goal, banned: banned)
  }

  // MARK: The first of the best

  /// Marks every label on a best completion, from the goal backwards.
  private mutating func markBest(_ goal: Int, first: Int, banned: [UInt32]) {
    labels[goal].isOnBest = true
    var stack = [goal]
    let rules = plan.rules
    while let number = stack.popLast() {
      if number == first { continue }
      let label = labels[number]
      let node = plan.node(of: label.state)
      let stage = plan.stage(before: node, at: plan.stage(of: label.state))
      rules.forEachHop(into: node) { hop in
        effort -= 1
        var before = labels.newest(plan.state(Int(hop.node), stage: stage))
        let step = rules.cost(hop.edge)
        while before >= 0 {
          let candidate = labels[before]
          if candidate.isClosed, !candidate.isOnBest, candidate.cost + step == label.cost,
            !(before == first && banned.contains(hop.edge))
          {
            labels[before].isOnBest = true
            stack.append(before)
          }
          before = candidate.next
        }
      }
    }
  }

  /// The best completion whose nodes, then whose edges, come first in order.
  private func firstInOrder(from first: Int, to goal: Int, banned: [UInt32]) -> [WalkHop]? {
    var hops: [WalkHop] = []
    var here = first
    while here != goal {
      let label = labels[here]
      let stage = plan.stage(of: label.state)
      var best: WalkHop?
      var next: Int = -1
      plan.rules.forEachHop(from: plan.node(of: label.state)) { hop in
        if here == first, banned.contains(hop.edge) { return }
        guard !isBlocked(hop.node), let entered = plan.stage(entering: hop.node, at: stage) else {
          return
        }
        let state = plan.state(Int(hop.node), stage: entered)
        let reached = labels.closed(state, label.cost + plan.rules.cost(hop.edge))
        guard reached >= 0, labels[reached].isOnBest else { return }
        if let best, (best.node, best.edge) <= (hop.node, hop.edge) { return }
        best = hop
        next = reached
      }
      guard let best, next >= 0 else { return nil }
      hops.append(best)
      here = next
    }
    return hops
  }
}
