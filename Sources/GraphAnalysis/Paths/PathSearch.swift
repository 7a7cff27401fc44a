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
    try query.check(in: self)
    let search = PathSearch(query, on: self)
    let found = search.run(query)
    let explanation = found.paths.isEmpty ? search.explainAbsence(isSpent: found.isSpent) : nil
    return PathReport(
      query: query, graph: graph, paths: found.paths.map { $0.graphPath(in: graph) },
      isTruncated: found.isTruncated, absence: explanation?.reason,
      bestNonCausal: explanation?.bestNonCausal)
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
    var paths: [WalkedPath] = []
    var isTruncated = false
    var isSpent = false
  }

  /// The best paths, up to the limit.
  func run(_ query: PathQuery) -> Result {
    let plan = PathPlan(query, on: index)
    var effort = query.effort
    if query.mode == .all {
      // Paths that end in the target are worth the work; dead ends only up to a bound.
      let most = min(effort / 2, 1_000_000 + min(query.limit, 1_000_000) * 1024)
      let all = AllPaths(plan, limit: query.limit, effort: most)
      if all.isComplete { return Result(paths: all.paths.sorted(by: WalkedPath.precedes)) }
      effort -= all.effort
    }
    var result = Result()
    var best = BestPaths(plan, effort: effort)
    while let path = best.next() {
      guard result.paths.count < query.limit else {
        result.isTruncated = true
        return result
      }
      result.paths.append(path)
    }
    result.isSpent = best.isSpent
    result.isTruncated = best.isSpent
    return result
  }

  /// The best path alone.
  func best(_ query: PathQuery) -> GraphPath? {
    var one = query
    one.limit = 1
    one.mode = .best
    var best = BestPaths(PathPlan(one, on: index), effort: one.effort)
    return best.next()?.graphPath(in: index.graph)
  }
}
