import GraphModel
import HeapModule

extension AdjacencyIndex {
  /// The best path of each pair of a start and an end, the best pairs first.
  ///
  /// From any of some nodes to any of others: what ``paths(_:)`` would give first for each pair
  /// without the paths that turn in a taxonomy (``GraphPath/turnsInTaxonomy``), ranked over all
  /// pairs; ties by the start, then by the end, in graph order. A path may pass other starts and ends.
  /// A node that is both is no pair with itself. Nodes to avoid are neither start nor end.
  ///
  /// One search from all ends at once says how near each start is to its nearest end, nearest first
  /// (E. W. Dijkstra 1959, doi:10.1007/BF01386390). Only starts that can be among the best are
  /// searched from, each for as many ends as are reported of it.
  ///
  /// - Throws: ``PathError`` for a node that the graph has not, or a bound that is out of range.
  /// - Complexity: O(m log n) time for the search from the ends and at worst for each start that is
  ///   searched from, in practice for what lies as near as the pairs that are reported; O(n) space.
  public func pairs(
    _ query: PairQuery, work: WorkContext = WorkContext()
  ) throws(PathError) -> PairReport {
    try query.check(in: self)
    work.cancellation?.begin("looking for pairs")
    var search = PairSearch(query, on: self, work)
    let isWhole = search.run()
    return PairReport(
      query: query, graph: graph, paths: search.found, isTruncated: !isWhole,
      isStopped: search.isStopped && work.isCancelled)
  }
}

/// The best pairs, one after another.
private struct PairSearch {
  private let query: PairQuery
  private let index: AdjacencyIndex
  private let work: WorkContext
  /// How near each node is to the nearest of the ends, the nearest nodes first.
  private var ends: HalfSearch
  private var outward: OutwardSearch
  private let rules: WalkRules
  private let isStart: [Bool]
  private var heap = Heap<Entry>()
  /// The nearest ends of each start that was searched from, as many as were asked for.
  private var nearest: [UInt32: OutwardSearch.Result] = [:]
  private(set) var found: [GraphPath] = []
  private(set) var isStopped = false

  /// A start and the next of its ends; without an end, it is not known yet, and the cost a bound.
  private struct Entry: Comparable {
    var cost: PathCost
    var end: UInt32?
    var start: UInt32
    /// How many of its ends are nearer.
    var place: Int
    /// The path, where it costs more than the walk that was found first, which repeats a node.
    var path: GraphPath?

    static func < (a: Entry, b: Entry) -> Bool {
      if a.cost != b.cost { return a.cost < b.cost }
      if a.start != b.start { return a.start < b.start }
      // What is not known yet may come before what is.
      if (a.end == nil) != (b.end == nil) { return a.end == nil }
      return (a.end ?? 0) < (b.end ?? 0)
    }
  }

  init(_ query: PairQuery, on index: AdjacencyIndex, _ work: WorkContext) {
    self.query = query
    self.index = index
    self.work = work
    let rules = WalkRules(
      index, direction: query.direction, filter: query.filter, avoid: query.avoid,
      ranking: query.ranking, hubPenalty: query.hubPenalty)
    self.rules = rules
    func flags(_ nodes: Set<NodeIndex>) -> [Bool] {
      var flags = [Bool](repeating: false, count: index.nodeCount)
      for node in nodes where !query.avoid.contains(node) { flags[node.position] = true }
      return flags
    }
    isStart = flags(query.from)
    let isEnd = flags(query.to)
    ends = HalfSearch(
      index.spaces.lease(PathCost.self, count: index.nodeCount),
      from: isEnd.indices.lazy.filter { isEnd[$0] }, at: .zero)
    outward = OutwardSearch(rules, isEnd: isEnd, maxHops: query.maxHops)
  }

  /// Finds the pairs; false where there are more than the limit or the search was given up.
  mutating func run() -> Bool {
    var effort = query.effort
    while true {
      guard effort > 0, !work.isCancelled else { return give() }
      guard activateStarts() else { return give() }
      guard let entry = heap.popMin() else { return true }
      if let path = entry.path {
        guard found.count < query.limit else { return false }
        found.append(path)
      } else if let end = entry.end {
        guard found.count < query.limit else { return false }
        accept(entry, end)
        heap.insert(Entry(cost: entry.cost, end: nil, start: entry.start, place: entry.place + 1))
      } else {
        let known = nearest[entry.start]
        if known.map({ $0.ends.count <= entry.place && !$0.isComplete }) ?? true {
          guard
            let result = outward.run(
              from: Int(entry.start), count: max(1, entry.place * 2), effort: &effort,
              isCancelled: { work.isCancelled })
          else { return give() }
          nearest[entry.start] = result
        }
        guard let ends = nearest[entry.start]?.ends, entry.place < ends.count else { continue }
        let next = ends[entry.place]
        heap.insert(
          Entry(cost: next.cost, end: next.node, start: entry.start, place: entry.place))
      }
    }
  }

  private mutating func give() -> Bool {
    isStopped = true
    return false
  }

  /// Goes on from the ends until no other start can be as near as the first in the heap; false
  /// where the work was stopped.
  private mutating func activateStarts() -> Bool {
    var settled = 0
    while let radius = ends.top, heap.min.map({ $0.cost >= radius }) ?? true {
      settled += 1
      if settled & 1023 == 0, work.isCancelled { return false }
      guard let next = ends.pop() else { continue }
      rules.forEachHop(into: Int(next.node)) { hop in
        ends.reach(hop.node, at: next.cost + rules.cost(hop.edge))
      }
      guard isStart[Int(next.node)] else { continue }
      heap.insert(Entry(cost: next.cost, end: nil, start: next.node, place: 0))
    }
    return true
  }

  /// Takes the best path of a pair, or puts it back where other pairs may come before it.
  private mutating func accept(_ entry: Entry, _ end: UInt32) {
    let question = query.path(
      from: NodeIndex(rawValue: entry.start), to: NodeIndex(rawValue: end))
    let search = PathSearch(question, on: index, work)
    guard let path = search.run(question, where: { !$0.turnsInTaxonomy }).paths.first else {
      return
    }
    let cost = path.steps.reduce(PathCost.zero) { $0 + rules.cost($1.edge.index.rawValue) }
    guard cost > entry.cost else { return found.append(path) }
    heap.insert(
      Entry(cost: cost, end: end, start: entry.start, place: entry.place, path: path))
  }
}
