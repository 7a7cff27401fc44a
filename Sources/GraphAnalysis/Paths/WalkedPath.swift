import GraphModel

/// A walk that was found: its hops, its nodes and its cost.
final class WalkedPath: Sendable {
  /// One more than there are hops.
  let nodes: [UInt32]
  let hops: [WalkHop]
  let cost: PathCost
  /// The place in `nodes` of the first node that was visited before; nil for a simple path.
  let firstRepeat: Int?

  /// - Parameter isSimple: whether it is known that no node repeats.
  init(source: Int, hops: [WalkHop], rules: WalkRules, isSimple: Bool) {
    self.hops = hops
    var nodes = [UInt32(source)]
    nodes.reserveCapacity(hops.count + 1)
    var cost = PathCost.zero
    for hop in hops {
      nodes.append(hop.node)
      cost = cost + rules.cost(hop.edge)
    }
    self.nodes = nodes
    self.cost = cost
    var seen = Set<UInt32>()
    firstRepeat = isSimple ? nil : nodes.firstIndex { !seen.insert($0).inserted }
  }

  /// Whether a path comes before another in the ranking: by cost, then by its nodes, then by its
  /// edges.
  static func precedes(_ a: WalkedPath, _ b: WalkedPath) -> Bool {
    if a.cost != b.cost { return a.cost < b.cost }
    if a.nodes != b.nodes { return a.nodes.lexicographicallyPrecedes(b.nodes) }
    return a.hops.lexicographicallyPrecedes(b.hops) { $0.edge < $1.edge }
  }

  /// The path as a caller sees it.
  func graphPath(in graph: KnowledgeGraph) -> GraphPath {
    GraphPath(
      checked: hops.map {
        PathStep(edge: graph[EdgeIndex(rawValue: $0.edge)], isReversed: $0.isReversed)
      },
      nodes: nodes.map(NodeIndex.init(rawValue:)))
  }
}
