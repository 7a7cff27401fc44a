import GraphModel
import HeapModule

extension AdjacencyIndex {
  /// The simple paths that follow a pattern, the strongest first.
  ///
  /// Edges are walked by the rules of ``paths(_:)``: causal ones from subject to object, others
  /// either way, negated ones never. Paths are ranked by the product of their edges' scores, ties by
  /// the nodes of the path in graph order, then by its edges. Parallel edges make different paths.
  ///
  /// From the last node of the pattern to the first, the least cost to the end is worked out for
  /// every node; a best-first search from all starts at once that is guided by it looks at little
  /// else than what it reports (Hart, Nilsson & Raphael 1968, doi:10.1109/TSSC.1968.300136).
  ///
  /// - Throws: ``PathError`` for a node that the graph has not, a limit or an effort below 1.
  /// - Complexity: O(l (n + m)) time and O(l n) space for a pattern of l edges, and O(d log s) time
  ///   for each hop of a path for the greatest degree d and s paths in view.
  public func paths(
    following query: PatternQuery, work: WorkContext = WorkContext()
  ) throws(PathError) -> PatternReport {
    for node in query.from.sorted() + query.to.sorted() + query.avoid.sorted()
    where !contains(node) { throw .unknownNode(node) }
    try PathQuery.checkBounds(limit: query.limit, effort: query.effort)
    work.cancellation?.begin("following the pattern")
    var search = PatternSearch(query, on: self)
    let isWhole = search.run(work)
    return PatternReport(
      query: query, graph: graph, paths: search.found, isTruncated: !isWhole,
      isStopped: !isWhole && search.found.count < query.limit && work.isCancelled)
  }
}

/// Best-first search along a pattern.
private struct PatternSearch {
  private let index: AdjacencyIndex
  private let query: PatternQuery
  private let rules: WalkRules
  /// For each place of the pattern, the least cost from every node to the end; `UInt64.max` for
  /// none.
  private var remaining: [[UInt64]] = []
  private var effort: Int
  private(set) var found: [GraphPath] = []

  private struct Partial: Comparable {
    var bound: UInt64
    var cost: UInt64
    var nodes: [UInt32]
    var hops: [WalkHop]

    static func < (a: Partial, b: Partial) -> Bool {
      if a.bound != b.bound { return a.bound < b.bound }
      if a.nodes != b.nodes { return a.nodes.lexicographicallyPrecedes(b.nodes) }
      return a.hops.lexicographicallyPrecedes(b.hops) { $0.edge < $1.edge }
    }
    static func == (a: Partial, b: Partial) -> Bool {
      a.bound == b.bound && a.nodes == b.nodes && a.hops == b.hops
    }
  }

  init(_ query: PatternQuery, on index: AdjacencyIndex) {
    self.index = index
    self.query = query
    effort = query.effort
    rules = WalkRules(
      index, direction: .any, filter: query.filter, avoid: query.avoid, ranking: .evidence)
  }

  /// Whether each node may stand in a place of the pattern.
  private func mayStand(at place: Int) -> [Bool] {
    var may = [Bool](repeating: true, count: index.nodeCount)
    if let category = query.pattern.categories[place] {
      may = index.graph.nodes.map { $0.categories.contains(category) }
    }
    let ends = place == 0 ? query.from : place == query.pattern.length ? query.to : []
    if !ends.isEmpty {
      for node in may.indices where !ends.contains(NodeIndex(node)) { may[node] = false }
    }
    for node in query.avoid { may[node.position] = false }
    return may
  }

  /// Whether each predicate of the graph may stand in a place of the pattern.
  private func predicates(at place: Int) -> [Bool] {
    let wanted = query.pattern.predicates[place]
    return index.graph.storage.edges.predicateTable.map { wanted == nil || $0 == wanted }
  }

  /// Finds the paths; false where there are more than the limit or the search was given up.
  mutating func run(_ work: WorkContext) -> Bool {
    let length = query.pattern.length
    let predicateOfEdge = index.graph.storage.edges.predicate
    let allowed = (0..<length).map(predicates)
    func allows(_ edge: UInt32, at place: Int) -> Bool {
      allowed[place][Int(predicateOfEdge[Int(edge)])]
    }
    remaining = [mayStand(at: length).map { $0 ? 0 : .max }]
    for place in stride(from: length - 1, through: 0, by: -1) {
      guard !work.isCancelled else { return false }
      let may = mayStand(at: place)
      let behind = remaining[remaining.count - 1]
      var costs = [UInt64](repeating: .max, count: index.nodeCount)
      for node in 0..<index.nodeCount where may[node] {
        rules.forEachHop(from: node) { hop in
          guard behind[Int(hop.node)] != .max, allows(hop.edge, at: place) else { return }
          costs[node] = min(
            costs[node], lengthSum(rules.cost(hop.edge).major, behind[Int(hop.node)]))
        }
      }
      remaining.append(costs)
    }
    remaining.reverse()
    var heap = Heap(
      remaining[0].indices.lazy.filter { [remaining] in remaining[0][$0] != .max }.map {
        [remaining] node in
        Partial(bound: remaining[0][node], cost: 0, nodes: [UInt32(node)], hops: [])
      })
    while let partial = heap.popMin() {
      let place = partial.hops.count
      if place == length {
        guard found.count < query.limit else { return false }
        found.append(path(partial))
        continue
      }
      guard effort > 0, !work.isCancelled, let last = partial.nodes.last else { return false }
      rules.forEachHop(from: Int(last)) { hop in
        effort -= 1
        let missing = remaining[place + 1][Int(hop.node)]
        guard missing != .max, allows(hop.edge, at: place), !partial.nodes.contains(hop.node)
        else { return }
        let cost = lengthSum(partial.cost, rules.cost(hop.edge).major)
        heap.insert(
          Partial(
            bound: lengthSum(cost, missing), cost: cost, nodes: partial.nodes + [hop.node],
            hops: partial.hops + [hop]))
      }
    }
    return true
  }

  private func path(_ partial: Partial) -> GraphPath {
    GraphPath(
      checked: partial.hops.map {
        PathStep(edge: index.graph[EdgeIndex(rawValue: $0.edge)], isReversed: $0.isReversed)
      },
      nodes: partial.nodes.map(NodeIndex.init(rawValue:)))
  }
}
