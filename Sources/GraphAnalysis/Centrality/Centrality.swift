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
  /// The answer is the same bits for any number of threads. Stopped by the context's cancellation,
  /// an iteration gives the values of its last round (``CentralityScores/remainingChange``), and a
  /// measure of sampled starts an estimate from those that were done
  /// (``CentralityScores/startsDone``). With a deadline, closeness, harmonic and betweenness go
  /// through all starts in random order, so that they are such estimates at any time; without one
  /// they throw where they are stopped.
  ///
  /// - Throws: ``CentralityError`` where an option is outside its range, an iteration does not
  ///   converge or the work was stopped.
  /// - Complexity: O(n + m) for degree and for each iteration of PageRank, eigenvector, Katz and
  ///   HITS; O(n (n + m)) for closeness, harmonic and betweenness, O(n m log n) with weights.
  public func centrality(
    _ measure: CentralityMeasure, options: CentralityOptions = CentralityOptions(),
    work: WorkContext = WorkContext()
  ) throws(CentralityError) -> CentralityScores {
    try options.check(in: self)
    let values: [Double]
    var startsDone = nodeCount
    var remainingChange: Double?
    func settled(_ outcome: IterationOutcome) -> [Double] {
      remainingChange = outcome.remainingChange
      return outcome.values
    }
    switch measure {
    case _ where nodeCount == 0: values = []
    case .degree, .inDegree, .outDegree:
      values = Degree(index: self, options: options).values(of: measure)
    case .closeness, .harmonic:
      let closeness = try Closeness(self, options.ready(for: work, on: self), work: work)
      values = measure == .harmonic ? closeness.harmonic : closeness.closeness
      startsDone = closeness.startsDone
    case .betweenness:
      let betweenness = try Betweenness(
        self, options.ready(for: work, on: self), ofEdges: false, work: work)
      values = betweenness.nodeValues
      startsDone = betweenness.startsDone
    case .pageRank:
      values = settled(try PageRank(index: self, options: options, work: work).values())
    case .eigenvector:
      values = settled(try Eigenvector(index: self, options: options, work: work).values())
    case .katz: values = settled(try Katz(index: self, options: options, work: work).values())
    case .hubs, .authorities:
      values = settled(
        try HubsAndAuthorities(index: self, options: options, work: work).values(of: measure))
    }
    return CentralityScores(
      measure: measure, options: options, graph: graph, values: values, startsDone: startsDone,
      remainingChange: remainingChange)
  }

  /// The centrality of every edge of the index.
  ///
  /// - Throws: ``CentralityError`` where an option is outside its range or the work was stopped.
  /// - Complexity: O(n (n + m)), or O(n m log n) with weights.
  public func edgeCentrality(
    _ measure: EdgeCentralityMeasure, options: CentralityOptions = CentralityOptions(),
    work: WorkContext = WorkContext()
  ) throws(CentralityError) -> EdgeCentralityScores {
    try options.check(in: self)
    let edges = edgeRows.map(EdgeIndex.init(rawValue:))
    let values: [Double]
    let startsDone: Int
    switch measure {
    case .betweenness:
      let betweenness = try Betweenness(
        self, options.ready(for: work, on: self), ofEdges: true, work: work)
      values = betweenness.edgeValues(edges)
      startsDone = betweenness.startsDone
    }
    return EdgeCentralityScores(
      measure: measure, options: options, graph: graph, edges: edges, values: values,
      startsDone: startsDone)
  }
}

extension CentralityOptions {
  /// The options under which sweeps from all starts are a sample wherever the deadline ends them.
  fileprivate func ready(for work: WorkContext, on index: AdjacencyIndex) -> CentralityOptions {
    guard samples == nil, work.cancellation?.hasDeadline == true else { return self }
    var options = self
    options.samples = max(1, index.nodeCount)
    return options
  }

  /// Refuses options that have no meaning for any measure.
  fileprivate func check(in index: AdjacencyIndex) throws(CentralityError) {
    guard tolerance > 0, tolerance.isFinite else {
      throw .invalidOption(name: "the tolerance", value: tolerance)
    }
    guard maxIterations > 0 else {
      throw .invalidOption(name: "the number of iterations", value: Double(maxIterations))
    }
    if let samples, samples < 1 {
      throw .invalidOption(name: "the number of samples", value: Double(samples))
    }
    for node in personalization.sorted() where !index.contains(node) {
      throw .unknownNode(node)
    }
  }
}
