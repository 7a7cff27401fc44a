import GraphModel

extension AdjacencyIndex {
  /// The centrality of every node.
  ///
  /// The graph that is measured has one directed edge from subject to object for every edge of the
  /// index, as it is stored, whatever its predicate: symmetric predicates are not doubled. With
  /// `isDirected` false every edge leads both ways. Negated edges are not in the index. What
  /// parallel edges, self-loops and parts that do not reach one another do is said with each
  /// ``CentralityMeasure``.
  ///
  /// ```swift
  /// let scores = try AdjacencyIndex(graph).centrality(.betweenness)
  /// for entry in scores.ranked(top: 10) { print(entry.node.label, entry.score) }
  /// ```
  ///
  /// - Throws: ``CentralityError`` where an option is outside its range or an iteration does not
  ///   converge.
  /// - Complexity: O(n + m) for degree and for each iteration of PageRank, eigenvector, Katz and
  ///   HITS; O(n (n + m)) for closeness, harmonic and betweenness, O(n m log n) with weights.
  public func centrality(
    _ measure: CentralityMeasure, options: CentralityOptions = CentralityOptions()
  ) throws(CentralityError) -> CentralityScores {
    try options.check(in: self)
    let values: [Double]
    switch measure {
    case _ where nodeCount == 0: values = []
    case .degree, .inDegree, .outDegree:
      values = Degree(index: self, options: options).values(of: measure)
    case .closeness: values = Closeness(index: self, options: options).closeness()
    case .harmonic: values = Closeness(index: self, options: options).harmonic()
    case .betweenness: values = Betweenness(self, options).nodeValues
    case .pageRank: values = try PageRank(index: self, options: options).values()
    case .eigenvector: values = try Eigenvector(index: self, options: options).values()
    case .katz: values = try Katz(index: self, options: options).values()
    case .hubs, .authorities:
      values = try HubsAndAuthorities(index: self, options: options).values(of: measure)
    }
    return CentralityScores(measure: measure, options: options, graph: graph, values: values)
  }

  /// The centrality of every edge of the index.
  ///
  /// - Throws: ``CentralityError`` where an option is outside its range.
  /// - Complexity: O(n (n + m)), or O(n m log n) with weights.
  public func edgeCentrality(
    _ measure: EdgeCentralityMeasure, options: CentralityOptions = CentralityOptions()
  ) throws(CentralityError) -> EdgeCentralityScores {
    try options.check(in: self)
    let edges = edgeRows.map(EdgeIndex.init(rawValue:))
    let values =
      switch measure {
      case .betweenness: Betweenness(self, options).edgeValues(edges)
      }
    return EdgeCentralityScores(
      measure: measure, options: options, graph: graph, edges: edges, values: values)
  }
}

extension CentralityOptions {
  /// Refuses options that have no meaning for any measure.
  fileprivate func check(in index: AdjacencyIndex) throws(CentralityError) {
    guard tolerance > 0, tolerance.isFinite else {
      throw .invalidOption(name: "the tolerance", value: tolerance)
    }
    guard maxIterations > 0 else {
      throw .invalidOption(name: "the number of iterations", value: Double(maxIterations))
    }
    for node in personalization.sorted() where !index.contains(node) {
      throw .unknownNode(node)
    }
  }
}
