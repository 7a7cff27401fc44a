/// Finds the completion of fewest hops of a path that has been walked in part, for questions ranked
/// by hops without nodes on the way.
///
/// Each is a search from both ends of its own (``FewestHops``), which on graphs of small diameter
/// looks at less than a bound on what is missing would cost to make.
struct HopCompletion: PathCompletion {
  let plan: PathPlan
  private(set) var effort: Int
  private var blocked: [UInt32] = []

  init(_ plan: PathPlan, effort: Int) {
    self.plan = plan
    self.effort = effort
  }

  mutating func spend(_ hops: Int) { effort -= hops }

  mutating func unblockAll() { blocked.removeAll(keepingCapacity: true) }

  mutating func block(_ node: UInt32) { blocked.append(node) }

  func isBlocked(_ node: UInt32) -> Bool { blocked.contains(node) }

  mutating func completion(
    from node: Int, stage: Int, walked: PathCost, banned: [UInt32]
  ) -> [WalkHop]? {
    guard effort >= 0, walked.major <= plan.maxHops else { return nil }
    let others = blocked.filter { Int($0) != node }
    var search = FewestHops(plan, from: node, blocked: others, banned: banned)
    let hops = search.path(maxHops: plan.maxHops - walked.major)
    effort -= search.effort
    if search.isStopped { effort = -1 }
    return effort >= 0 ? hops : nil
  }

  /// The best completion itself, summed up.
  mutating func outlook(
    from node: Int, stage: Int, walked: PathCost, banned: [UInt32]
  ) -> PathOutlook? {
    guard
      let hops = completion(from: node, stage: stage, walked: walked, banned: banned),
      let first = hops.first
    else { return nil }
    let cost = hops.reduce(walked) { $0 + plan.rules.cost($1.edge) }
    return PathOutlook(cost: cost, next: first.node)
  }
}
