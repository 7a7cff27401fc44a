import GraphModel
import HeapModule

/// The best simple paths, one after another.
///
/// J. Y. Yen 1971, doi:10.1287/mnsc.17.11.712, in the form of E. L. Lawler 1972,
/// doi:10.1287/mnsc.18.7.401: the paths that are left are kept as disjoint sets, each of all paths
/// that start with the same hops and then leave a node by another edge than some that are banned.
/// A set waits in a heap under a lower bound and is searched only when that bound is the least, so
/// most sets never are.
///
/// On the multigraph a path is told by its edges: parallel edges make different paths.
///
/// With nodes on the way, the best completion is a walk that may pass a node twice. Then it is no
/// path but a bound, and its set is divided along the walk up to the repetition: branch and bound,
/// ranked over all simple paths. ``PathBlock`` and ``DisjointLegs`` drop sets that cannot hold a
/// path.
///
/// - Complexity: O(k l (m log n)) time for k paths of l hops without nodes on the way, far less in
///   practice, and O(n + k l) space. With nodes on the way the worst case is exponential, since
///   the question is NP-hard; see `PathQuery.effort`.
struct BestPaths {
  private var search: any PathCompletion
  private var heap = Heap<PathSubset>()
  private var serial = 0
  /// When no more work than this is left, sets are checked again.
  private var effortOfNextCheck = Int.max
  private let plan: PathPlan
  /// Along a path of more hops than this, one bound for all nodes is less work than a search for
  /// each.
  private static let mostHopsSearchedAnew = 64
  /// The set that the last path came from; divided when the next path is asked for.
  private var last: (subset: PathSubset, path: WalkedPath)?

  init(_ plan: PathPlan, effort: Int) {
    self.plan = plan
    let needsStages = plan.rules.ranksByEvidence || !plan.via.isEmpty
    search =
      needsStages
      ? CompletionSearch(plan, effort: effort) : HopCompletion(plan, effort: effort)
    heap.insert(PathSubset(walk: nil, prefix: 0, banned: [], bound: .zero, next: 0, serial: 0))
  }

  private var isStopped = false
  /// Whether the search was given up.
  var isSpent: Bool { isStopped || search.isSpent }

  /// How many hops may still be looked at.
  var effort: Int { search.effort }

  /// The next best path; nil where there is none, or where the search was given up.
  mutating func next() -> WalkedPath? {
    if let (subset, path) = last {
      last = nil
      if search is HopCompletion, path.hops.count > Self.mostHopsSearchedAnew {
        search = CompletionSearch(plan, effort: search.effort)
      }
      search.prepareForMore(beyond: path.cost)
      divide(subset, along: path, upTo: path.hops.count)
    }
    while !isSpent, let subset = heap.popMin() {
      if plan.isStopped {
        isStopped = true
        break
      }
      guard let best = subset.best else {
        evaluate(subset)
        continue
      }
      if let position = best.firstRepeat {
        if mayHoldPath(subset) { divide(subset, along: best, upTo: position) }
      } else {
        last = (subset, best)
        return best
      }
    }
    return nil
  }

  /// Puts a set back under the best walk in it.
  private mutating func evaluate(_ subset: PathSubset) {
    var subset = subset
    let start = walk(to: subset)
    guard
      let rest = search.completion(
        from: start.node, stage: start.stage, walked: start.cost, banned: subset.banned)
    else { return }
    let hops = (subset.walk?.hops.prefix(subset.prefix) ?? []) + rest
    let best = WalkedPath(
      source: plan.source, hops: Array(hops), rules: plan.rules, isSimple: plan.via.isEmpty)
    subset.best = best
    subset.bound = best.cost
    heap.insert(subset)
  }

  private struct Position {
    var node: Int
    var stage: Int
    var cost: PathCost
  }

  /// Blocks the nodes of the hops that the paths of a set share, and says where these end.
  private mutating func walk(to subset: PathSubset) -> Position {
    search.unblockAll()
    var position = Position(node: plan.source, stage: 0, cost: .zero)
    search.block(UInt32(plan.source))
    for hop in subset.walk?.hops.prefix(subset.prefix) ?? [] { step(&position, over: hop) }
    return position
  }

  private mutating func step(_ position: inout Position, over hop: WalkHop) {
    position.stage = plan.stage(entering: hop.node, at: position.stage) ?? position.stage
    position.node = Int(hop.node)
    position.cost = position.cost + plan.rules.cost(hop.edge)
    search.block(hop.node)
  }

  /// Divides a set, less the given walk, by the hop at which its paths leave that walk.
  private mutating func divide(_ subset: PathSubset, along walk: WalkedPath, upTo end: Int) {
    var position = self.walk(to: subset)
    for prefix in subset.prefix..<max(subset.prefix, end) {
      if plan.isStopped { return isStopped = true }
      let hop = walk.hops[prefix]
      let banned = (prefix == subset.prefix ? subset.banned : []) + [hop.edge]
      if let outlook = search.outlook(
        from: position.node, stage: position.stage, walked: position.cost, banned: banned)
      {
        serial += 1
        heap.insert(
          PathSubset(
            walk: walk, prefix: prefix, banned: banned, bound: outlook.cost, next: outlook.next,
            serial: serial))
      }
      step(&position, over: hop)
    }
  }

  /// Whether the rest of the way can be walked without passing a node twice, as far as that can be
  /// told.
  ///
  /// The checks sweep over the graph, so they are made when the searches since the last ones have
  /// cost as much: they never do more than double the work, and keep it from growing without end
  /// where there is no path.
  private mutating func mayHoldPath(_ subset: PathSubset) -> Bool {
    guard search.effort <= effortOfNextCheck else { return true }
    let before = search.effort
    let isPossible = passesChecks(subset)
    effortOfNextCheck = search.effort - (before - search.effort)
    return isPossible
  }

  private mutating func passesChecks(_ subset: PathSubset) -> Bool {
    let start = walk(to: subset)
    let search = self.search
    let block = PathBlock(
      plan, from: start.node, banned: subset.banned, isBlocked: search.isBlocked)
    self.search.spend(block.effort)
    guard plan.via[start.stage...].allSatisfy(block.contains) else { return false }
    var legs = DisjointLegs(plan, from: start.node, stage: start.stage, banned: subset.banned)
    let isPossible = legs.exist(isBlocked: search.isBlocked)
    self.search.spend(legs.effort)
    return isPossible
  }
}
