import GraphModel

/// Every simple path, in no order.
///
/// Depth-first search from the start with the hops of the present path on a stack of its own, so
/// that the length of a path is bounded by memory alone. A hop is made only where the end can be
/// reached from there in the hops that are left, as if the path so far did not stand in the way.
///
/// - Complexity: O(n + m) space. Time grows with the number of paths and of dead ends, which can
///   be exponential in n; the search stops at its bounds.
struct AllPaths {
  /// The paths that were found.
  private(set) var paths: [WalkedPath] = []
  /// Whether every path was found.
  private(set) var isComplete = true
  /// The hops that were looked at.
  private(set) var effort: Int

  /// Looks for every path.
  ///
  /// - Parameters:
  ///   - limit: stops when there are more paths.
  ///   - most: stops when more hops were looked at.
  init(_ plan: PathPlan, limit: Int, effort most: Int) {
    let missing = RemainingHops(plan)
    effort = missing.effort
    if plan.isStopped {
      isComplete = false
      return
    }
    var isOnPath = [Bool](repeating: false, count: plan.nodeCount)
    isOnPath[plan.source] = true
    /// The hops that are still to be tried, and for each node of the path where they begin.
    var open: [WalkHop] = []
    var frames = [Frame(start: 0, stage: 0)]
    var path: [WalkHop] = []
    var steps = 0

    func push(from node: Int, stage: Int) {
      let left = plan.maxHops - UInt64(path.count)
      plan.rules.forEachHop(from: node) { hop in
        effort += 1
        guard !isOnPath[Int(hop.node)], let next = plan.stage(entering: hop.node, at: stage),
          let rest = missing.count(Int(hop.node), stage: next), rest < left
        else { return }
        open.append(hop)
      }
    }

    push(from: plan.source, stage: 0)
    while let frame = frames.last {
      steps &+= 1
      guard effort <= most, steps & 1023 != 0 || !plan.isStopped else {
        isComplete = false
        return
      }
      guard open.count > frame.start, let hop = open.popLast() else {
        frames.removeLast()
        if let last = path.popLast() { isOnPath[Int(last.node)] = false }
        continue
      }
      effort += 1
      let node = Int(hop.node)
      let stage = plan.stage(entering: hop.node, at: frame.stage) ?? frame.stage
      if node == plan.target {
        guard paths.count < limit else {
          isComplete = false
          return
        }
        effort += path.count
        paths.append(
          WalkedPath(
            source: plan.source, hops: path + [hop], rules: plan.rules, isSimple: true))
        continue
      }
      path.append(hop)
      isOnPath[node] = true
      frames.append(Frame(start: open.count, stage: stage))
      push(from: node, stage: stage)
    }
  }

  private struct Frame {
    /// Where its hops begin in the list of open hops.
    var start: Int
    var stage: Int
  }
}
