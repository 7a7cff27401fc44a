import GraphModel

extension AdjacencyIndex {
  /// The simple paths from one node to another, best first.
  ///
  /// A path is a row of hops that visits no node twice; self-loops are never walked. On the
  /// multigraph every choice among parallel edges is a path of its own. Causal edges are walked
  /// from subject to object; others either way, or not at all with `direction` `causal`. Negated
  /// edges are never walked.
  ///
  /// Paths are ranked by the product of their edges' scores (``EvidenceScore``) and then by fewer
  /// hops, or the other way round with `ranking` `hops`; ties by the nodes of the path in graph
  /// order, then by its edges. Without paths the report says why.
  ///
  /// ```swift
  /// let index = AdjacencyIndex(graph)
  /// let report = try index.paths(PathQuery(from: stress.index, to: crohn.index, limit: 5))
  /// for path in report.paths { print(path.score, path.pathClass.name) }
  /// ```
  ///
  /// - Complexity: O(k l (m log n)) time at worst for k paths of l hops, in practice close to one
  ///   search for each path; exponential at worst with nodes on the way, up to `effort`.
  public func paths(_ query: PathQuery) throws(PathError) -> PathReport {
    try paths(query) { _ in true }
  }

  /// The simple paths from one node to another that are wanted, best first; the others are passed
  /// over, and at most 4,096 of them.
  ///
  /// Whether there are further paths is found out where that is little work; else the report says
  /// that it is truncated.
  ///
  /// - Complexity: as ``paths(_:)``, for the paths that are wanted and those that are passed over.
  public func paths(
    _ query: PathQuery, where isWanted: (GraphPath) -> Bool
  ) throws(PathError) -> PathReport {
    try query.check(in: self)
    let search = PathSearch(query, on: self)
    let found = search.run(query, where: isWanted)
    let explanation =
      found.paths.isEmpty && found.passedOver == 0
      ? search.explainAbsence(isSpent: found.isSpent) : nil
    return PathReport(
      query: query, graph: graph, paths: found.paths, isTruncated: found.isTruncated,
      passedOver: found.passedOver, absence: explanation?.reason,
      bestNonCausal: explanation?.bestNonCausal)
  }
}

extension AdjacencyIndex {
  /// The first of the paths that ``paths(_:)`` reports, alone; nil where there is none, or where the
  /// effort was spent before one was found.
  ///
  /// It looks at less than ``paths(_:)`` does, which also learns whether there are further paths.
  ///
  /// - Complexity: O(n + m) time ranked by hops without nodes on the way, O(m log n) ranked by
  ///   evidence; in practice far less, since two searches from both ends meet. A search touches no
  ///   memory but that of the nodes that it visits.
  public func bestPath(_ query: PathQuery) throws(PathError) -> GraphPath? {
    try query.check(in: self)
    return PathSearch(query, on: self).best(query)
  }

  /// The first path of each question, in the order of the questions.
  ///
  /// Many questions to one graph, on all cores. The same answers for any number of threads; nil also
  /// for questions that were not come to when the work was cancelled.
  public func bestPaths(
    _ queries: [PathQuery], work: WorkContext = WorkContext()
  ) throws(PathError) -> [GraphPath?] {
    for query in queries { try query.check(in: self) }
    let found = Buffer<Unmanaged<WalkedPath>?>(repeating: nil, count: queries.count)
    ChunkRunner.run(chunks: queries.count, threads: work.threads) { number in
      guard !work.isCancelled else { return }
      let query = queries[number]
      if let path = PathSearch(query, on: self).bestWalk(query) {
        found.base[number] = Unmanaged.passRetained(path)
      }
    }
    return queries.indices.map { found.base[$0]?.takeRetainedValue().graphPath(in: graph) }
  }
}

/// One question about paths, and the further questions that explain why there is none.
struct PathSearch {
  let query: PathQuery
  let index: AdjacencyIndex

  init(_ query: PathQuery, on index: AdjacencyIndex) {
    self.query = query
    self.index = index
  }

  struct Result {
    var paths: [GraphPath] = []
    var passedOver = 0
    var isTruncated = false
    var isSpent = false
  }

  /// So many paths are passed over at most.
  private static let mostPassedOver = 4096
  /// Whether there are further paths is found out as long as no more hops than this were looked at.
  private static let littleEffort = 250_000

  /// The best paths that are wanted, up to the limit.
  func run(_ query: PathQuery, where isWanted: (GraphPath) -> Bool) -> Result {
    let plan = PathPlan(query, on: index)
    var result = Result()
    var effort = query.effort
    if query.mode == .all {
      // Paths that end in the target are worth the work; dead ends only up to a bound.
      let most = min(effort / 2, 1_000_000 + min(query.limit, 1_000_000) * 1024)
      let all = AllPaths(plan, limit: query.limit, effort: most)
      if all.isComplete {
        let paths = all.paths.sorted(by: WalkedPath.precedes).map { $0.graphPath(in: index.graph) }
        result.paths = paths.filter(isWanted)
        result.passedOver = paths.count - result.paths.count
        return result
      }
      effort -= all.effort
    }
    var best = BestPaths(plan, effort: effort)
    while let walked = best.next() {
      let path = walked.graphPath(in: index.graph)
      guard isWanted(path) else {
        result.passedOver += 1
        guard result.passedOver < Self.mostPassedOver else {
          result.isTruncated = true
          return result
        }
        continue
      }
      guard result.paths.count < query.limit else {
        result.isTruncated = true
        return result
      }
      result.paths.append(path)
      if result.paths.count == query.limit, effort - best.effort > Self.littleEffort {
        result.isTruncated = true
        return result
      }
    }
    result.isSpent = best.isSpent
    result.isTruncated = best.isSpent
    return result
  }

  /// The best path alone.
  func best(_ query: PathQuery) -> GraphPath? {
    bestWalk(query)?.graphPath(in: index.graph)
  }

  func bestWalk(_ query: PathQuery) -> WalkedPath? {
    var one = query
    one.limit = 1
    one.mode = .best
    var best = BestPaths(PathPlan(one, on: index), effort: one.effort)
    return best.next()
  }
}
