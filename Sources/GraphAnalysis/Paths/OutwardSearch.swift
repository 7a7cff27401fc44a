import GraphModel
import HeapModule

/// The nearest of some ends from one start, over walks that do not turn in a taxonomy.
///
/// Dijkstra's algorithm (1959, doi:10.1007/BF01386390) over nodes and the way in which they were
/// come to: up a taxonomy, down it, or otherwise. With a bound on the hops, a state is come to again
/// where that takes fewer hops.
///
/// - Complexity: O(m log n) time at worst, for what is as near as the ends in practice; the space
///   that it touches is reused from search to search.
struct OutwardSearch {
  private let rules: WalkRules
  private let isEnd: [Bool]
  private let maxHops: UInt64
  private let best: SearchSpace<PathCost>
  /// The fewest hops in which a state was settled.
  private let fewestHops: SearchSpace<UInt64>
  /// 0 for no step in a taxonomy, 1 for a hop up where it is walked forward, 2 for one down.
  private let turn: [UInt8]
  private let predicate: Column<UInt16>

  struct Result {
    /// Nearest first.
    var ends: [NodeCost]
    /// Whether there are no others.
    var isComplete: Bool
  }

  private struct Entry: Comparable {
    var cost: PathCost
    var state: Int
    static func < (a: Entry, b: Entry) -> Bool {
      a.cost != b.cost ? a.cost < b.cost : a.state < b.state
    }
  }

  init(_ rules: WalkRules, isEnd: [Bool], maxHops: Int?) {
    self.rules = rules
    self.isEnd = isEnd
    self.maxHops = maxHops.map(UInt64.init) ?? .max
    let edges = rules.index.graph.storage.edges
    predicate = edges.predicate
    turn = edges.predicateTable.map { predicate in
      predicate.directness != .hierarchical ? 0 : predicate.readsDownwards ? 2 : 1
    }
    let spaces = rules.index.spaces
    best = spaces.lease(PathCost.self, count: 3 * rules.nodeCount)
    fewestHops = spaces.lease(UInt64.self, count: 3 * rules.nodeCount)
  }

  /// The nearest ends, at most this many; nil where the search was given up.
  func run(
    from start: Int, count: Int, effort: inout Int, isCancelled: () -> Bool
  ) -> Result? {
    let (best, fewest) = (best.map, fewestHops.map)
    best.removeAll()
    fewest.removeAll()
    var result = Result(ends: [], isComplete: false)
    var isFound: Set<UInt32> = []
    var heap = Heap<Entry>()
    heap.insert(Entry(cost: .zero, state: 3 * start))
    var settled = 0
    while let entry = heap.popMin() {
      settled &+= 1
      if effort < 0 || settled & 1023 == 0 && isCancelled() { return nil }
      let hops = rules.hops(entry.cost)
      guard hops < fewest[entry.state, default: .max] else { continue }
      fewest.set(entry.state, hops)
      let (node, cameBy) = (entry.state / 3, UInt8(entry.state % 3))
      let name = UInt32(truncatingIfNeeded: node)
      if node != start, isEnd[node], isFound.insert(name).inserted {
        result.ends.append(NodeCost(cost: entry.cost, node: name))
        if result.ends.count == count { return result }
      }
      guard hops < maxHops else { continue }
      var seen = 0
      rules.forEachHop(from: node) { hop in
        seen += 1
        guard Int(hop.node) != start else { return }
        var way = turn[Int(predicate[Int(hop.edge)])]
        if way != 0, hop.isReversed { way = 3 - way }
        if way != 0, cameBy != 0, way != cameBy { return }
        let state = 3 * Int(hop.node) + Int(way)
        let cost = entry.cost + rules.cost(hop.edge)
        // Without a bound on the hops, and ranked by hops, what costs more never matters.
        let isBetter =
          maxHops == .max || !rules.ranksByEvidence
          ? cost < best[state, default: .unreachable]
          : rules.hops(cost) < fewest[state, default: .max]
        guard isBetter else { return }
        best.set(state, min(cost, best[state, default: .unreachable]))
        heap.insert(Entry(cost: cost, state: state))
      }
      effort -= seen
    }
    result.isComplete = true
    return result
  }
}
