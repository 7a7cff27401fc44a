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
  /// order, then by its edges. Without paths the report says why. Stopped by the context's
  /// cancellation, it has the best paths as far as they were found (``PathReport/isStopped``).
  ///
  /// ```swift
  /// let index = AdjacencyIndex(graph)
  /// let report = try index.paths(PathQuery(from: stress.index, to: crohn.index, limit: 5))
  /// for path in report.paths { print(path.score, path.pathClass.name) }
  /// ```
  ///
  /// - Complexity: O(k l (m log n)) time at worst for k paths of l hops, in practice close to one
  ///   search for each path; exponential at worst with nodes on the way, up to `effort`.
  public func paths(
    _ query: PathQuery, work: WorkContext = WorkContext()
  ) throws(PathError) -> PathReport {
    try paths(query, work: work) { _ in true }
  }

  /// The simple paths from one node to another that are wanted, best first; the others are passed
  /// over, and at most 4,096 of them.
  ///
  /// Whether there are further paths is found out where that is little work; else the report says
  /// that it is truncated.
  ///
  /// - Complexity: as ``paths(_:)``, for the paths that are wanted and those that are passed over.
  public func paths(
    _ query: PathQuery, work: WorkContext = WorkContext(), where isWanted: (GraphPath) -> Bool
  ) throws(PathError) -> PathReport {
    try query.check(in: self)
    work.cancellation?.begin("looking for paths")
    let search = PathSearch(query, on: self, work)
    var ofOtherSign = 0
    let found = search.run(query) { path in
      guard query.sign == nil || path.sign == query.sign else {
        ofOtherSign += 1
        return false
      }
      return isWanted(path)
    }
    let passedOver = found.passedOver - ofOtherSign
    var explanation =
      found.paths.isEmpty && passedOver == 0
      ? search.explainAbsence(
        isSpent: found.isSpent || found.isTruncated || work.isCancelled,
        isOfOtherSign: ofOtherSign > 0) : nil
    // What was looked for in a hurry proves nothing.
    if work.isCancelled { explanation?.reason = .undecided }
    return PathReport(
      query: query, graph: graph, paths: found.paths, isTruncated: found.isTruncated,
      isStopped: found.isSpent && work.isCancelled, passedOver: passedOver,
      absence: explanation?.reason, bestNonCausal: explanation?.bestNonCausal)
  }
}

extension AdjacencyIndex {
  /// The first of the paths that ``paths(_:)`` reports, alone; nil where there is none, or where the
  /// effort was spent or the work was stopped before one was found.
  ///
  /// It looks at less than ``paths(_:)`` does, which also learns whether there are further paths.
  ///
  /// - Complexity: O(n + m) time ranked by hops without nodes on the way, O(m log n) ranked by
  ///   evidence; in practice far less, since two searches from both ends meet. A search touches no
  ///   memory but that of the nodes that it visits.
  public func bestPath(
    _ query: PathQuery, work: WorkContext = WorkContext()
  ) throws(PathError) -> GraphPath? {
    try query.check(in: self)
    return PathSearch(query, on: self, work).best(query)
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
      if let path = PathSearch(query, on: self, work).bestWalk(query) {
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
  let work: WorkContext

  init(
    _ query: PathQuery, on index: AdjacencyIndex, _ work: WorkContext = WorkContext()
  ) {
    self.query = query
    self.index = index
    self.work = work
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
    let plan = PathPlan(query, on: index, work)
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
      if work.isCancelled {
        // In no order: the best of those that were found, though there may be better ones.
        result.paths = all.paths.sorted(by: WalkedPath.precedes)
          .map { $0.graphPath(in: index.graph) }.filter(isWanted)
        (result.isTruncated, result.isSpent) = (true, true)
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
    var best = BestPaths(PathPlan(one, on: index, work), effort: one.effort)
    guard let sign = query.sign else { return best.next() }
    for _ in 0..<Self.mostPassedOver {
      guard let walk = best.next() else { return nil }
      if walk.graphPath(in: index.graph).sign == sign { return walk }
    }
    return nil
  }
}
