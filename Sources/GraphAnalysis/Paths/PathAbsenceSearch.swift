import GraphModel

extension PathSearch {
  /// Why there is no path, and the best one of any class where only causal ones were asked for.
  struct Explanation {
    var reason: PathAbsence
    var bestNonCausal: GraphPath?
  }

  /// Explains why there is no path.
  ///
  /// - Parameters:
  ///   - isSpent: whether the search was given up before that was known.
  ///   - isOfOtherSign: whether paths were found that are not of the sign that is wanted.
  func explainAbsence(isSpent: Bool = false, isOfOtherSign: Bool = false) -> Explanation {
    var bestNonCausal: GraphPath?
    if query.direction == .causal {
      var anyClass = query
      anyClass.direction = .any
      bestNonCausal = best(anyClass)
    }
    if isSpent { return Explanation(reason: .undecided, bestNonCausal: bestNonCausal) }
    if isOfOtherSign { return Explanation(reason: .notOfSign, bestNonCausal: bestNonCausal) }
    if bestNonCausal != nil {
      return Explanation(reason: .noCausalPath, bestNonCausal: bestNonCausal)
    }
    return Explanation(reason: absence(), bestNonCausal: nil)
  }

  /// Why there is no path: the first condition, in a fixed order, without which there is one.
  ///
  /// The bound on hops is dropped first, then the sign, the nodes on the way, the nodes to avoid, the
  /// filter, and last the direction; each in addition to those before.
  ///
  /// - Complexity: a search for one path for each condition that was set.
  private func absence() -> PathAbsence {
    var query = self.query
    query.limit = 1
    query.mode = .best
    if query.maxHops != nil {
      query.maxHops = nil
      query.ranking = .hops
      if let shortest = best(query) { return .beyondMaxHops(shortest: shortest.length) }
    }
    query.ranking = .evidence
    if query.sign != nil {
      query.sign = nil
      if best(query) != nil { return .notOfSign }
    }
    if !query.via.isEmpty {
      query.via = []
      if best(query) != nil { return .notThroughVia }
    }
    if !query.avoid.isEmpty {
      query.avoid = []
      if best(query) != nil { return .blockedByAvoided }
    }
    var whole = self
    if !query.filter.isEmpty || !index.filter.isEmpty {
      query.filter = .all
      if !index.filter.isEmpty { whole = PathSearch(query, on: AdjacencyIndex(index.graph), work) }
      if whole.best(query) != nil { return .excludedByFilter }
    }
    if query.direction == .causal {
      query.direction = .any
      if whole.best(query) != nil { return .noCausalPath }
    }
    let components = whole.index.connectedComponents().componentOfNode
    return components[query.from.position] == components[query.to.position]
      ? .onlyAgainstDirection : .differentComponents
  }
}
