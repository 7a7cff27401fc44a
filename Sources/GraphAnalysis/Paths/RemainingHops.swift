import GraphModel

/// The fewest hops from every node, at every stage, to the end of a path, as far as the bound on the
/// hops of a path lets them matter.
///
/// Breadth-first search from the end of each stage, from the last stage to the first. The fewest hops
/// are those of walks, which may repeat nodes at different stages.
///
/// - Complexity: O((k + 1)(n + m)) time and O((k + 1) n) space for k nodes on the way; what can be
///   reached in the hops of a path where these are bounded.
struct RemainingHops {
  /// By stage; nil where there is no way to the end.
  private var stages: [SearchSpace<UInt32>?]
  /// The hops that were looked at.
  private(set) var effort = 0

  init(_ plan: PathPlan) {
    stages = [SearchSpace<UInt32>?](repeating: nil, count: plan.lastStage + 1)
    var hops: UInt32? = 0
    for stage in stride(from: plan.lastStage, through: 0, by: -1) {
      guard let fewest = hops else { break }
      hops = search(plan, stage: stage, initial: fewest)
    }
  }

  /// The fewest hops to the end; nil where there is no way, or none of so few hops as a path may have
  /// after its first.
  @inline(__always)
  func count(_ node: Int, stage: Int) -> UInt64? {
    let known = stages[stage]?.map[node, default: .max] ?? .max
    return known == .max ? nil : UInt64(known)
  }

  /// - Returns: the fewest hops from the start of the stage; nil where there is no way.
  private mutating func search(_ plan: PathPlan, stage: Int, initial: UInt32) -> UInt32? {
    let (start, stop) = (plan.start(ofStage: stage), plan.stop(ofStage: stage))
    let space = plan.rules.index.spaces.lease(UInt32.self, count: plan.nodeCount)
    let found = space.map
    found.set(stop, initial)
    var frontier = [UInt32(truncatingIfNeeded: stop)]
    var hops = initial
    // What the first hop leads to has a hop less to go.
    while !frontier.isEmpty, !plan.hasHopBound || UInt64(hops) + 1 < plan.maxHops {
      hops += 1
      var next: [UInt32] = []
      for (number, node) in frontier.enumerated() where Int(node) != start {
        if number & 1023 == 1023, plan.isStopped { return nil }
        var seen = 0
        plan.rules.forEachHop(into: Int(node)) { hop in
          seen += 1
          let before = Int(hop.node)
          guard !found.contains(before), before == start || plan.isPlain(before) else { return }
          found.set(before, hops)
          next.append(hop.node)
        }
        effort += seen
      }
      frontier = next
    }
    stages[stage] = space
    return found.contains(start) ? found[start, default: .max] : nil
  }
}
