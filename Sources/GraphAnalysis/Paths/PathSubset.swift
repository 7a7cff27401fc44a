/// All paths that share the first `prefix` hops of a walk and do not continue by a banned edge.
///
/// Subsets are ordered by the first path that each may hold: by its cost, then by its nodes, as far
/// as they are known, then by its edges. So a subset is searched only when no path that is already
/// known comes before all that it may hold.
struct PathSubset: Comparable, Sendable {
  /// nil for the set of all paths.
  var walk: WalkedPath?
  var prefix: Int
  var banned: [UInt32]
  /// No path of the set costs less.
  var bound: PathCost
  /// No path of that cost visits a lesser node after the prefix.
  var next: UInt32
  /// The best walk of the set, once it was searched.
  var best: WalkedPath?
  /// Tells subsets apart.
  var serial: Int

  static func == (a: PathSubset, b: PathSubset) -> Bool { a.serial == b.serial }

  static func < (a: PathSubset, b: PathSubset) -> Bool {
    if a.bound != b.bound { return a.bound < b.bound }
    switch a.compareNodes(b) {
    case .less: return true
    case .greater: return false
    case .same: break
    }
    guard let first = a.best else { return b.best != nil || a.serial < b.serial }
    guard let second = b.best else { return false }
    if WalkedPath.precedes(first, second) { return true }
    return WalkedPath.precedes(second, first) ? false : a.serial < b.serial
  }

  private enum Order { case less, same, greater }

  /// How many nodes of its first path are known.
  private var knownCount: Int {
    if let best { return best.nodes.count }
    return walk == nil ? 0 : prefix + 2
  }

  private func knownNode(_ place: Int) -> UInt32 {
    if let best { return best.nodes[place] }
    guard let walk, place <= prefix else { return next }
    return walk.nodes[place]
  }

  /// Compares what is known of the nodes; the start of a row of nodes comes before the row.
  private func compareNodes(_ other: PathSubset) -> Order {
    var place = 0
    if best == nil, other.best == nil, walk === other.walk {
      // They share the walk up to where the first of them leaves it.
      place = min(prefix, other.prefix)
    }
    let (mine, others) = (knownCount, other.knownCount)
    while place < min(mine, others) {
      let (node, rival) = (knownNode(place), other.knownNode(place))
      if node != rival { return node < rival ? .less : .greater }
      place += 1
    }
    return mine == others ? .same : mine < others ? .less : .greater
  }
}
