import HeapModule

/// Dijkstra's algorithm from one end, which may be several nodes (E. W. Dijkstra 1959,
/// doi:10.1007/BF01386390): what is settled, and what it costs to reach it.
struct HalfSearch: Sendable {
  let space: SearchSpace<PathCost>?
  private var heap = Heap<NodeCost>()

  /// A search that has nowhere to go.
  init() { space = nil }

  init(_ space: SearchSpace<PathCost>, from nodes: some Sequence<Int>, at cost: PathCost) {
    self.space = space
    for node in nodes {
      space.map.set(node, cost)
      heap.insert(NodeCost(cost: cost, node: UInt32(truncatingIfNeeded: node)))
    }
  }

  /// What it costs to reach a node, as far as is known.
  @inline(__always)
  func cost(_ node: Int) -> PathCost {
    space?.map[node, default: .unreachable] ?? .unreachable
  }

  /// The least cost of what is not settled; nil where everything is.
  var top: PathCost? { heap.min?.cost }

  /// How many entries wait to be settled.
  var waiting: Int { heap.count }

  /// What waits to be settled, in no order.
  var entries: [NodeCost] { heap.unordered }

  /// Settles a node; nil where the entry was superseded.
  mutating func pop() -> NodeCost? {
    guard let entry = heap.popMin(), entry.cost == cost(Int(entry.node)) else { return nil }
    return entry
  }

  /// Whether a node is reached for less than before.
  @discardableResult @inline(__always)
  mutating func reach(_ node: UInt32, at newCost: PathCost) -> Bool {
    guard let space, newCost < cost(Int(node)) else { return false }
    space.map.set(Int(node), newCost)
    heap.insert(NodeCost(cost: newCost, node: node))
    return true
  }
}

/// A node and what the way to it costs.
struct NodeCost: Comparable, Sendable {
  var cost: PathCost
  var node: UInt32

  static func < (a: NodeCost, b: NodeCost) -> Bool {
    a.cost != b.cost ? a.cost < b.cost : a.node < b.node
  }
}
