import GraphAnalysis
import GraphModel
import Testing

/// Every expected value is networkx's own; see `Golden/networkx.json` for its version.
@Suite struct NetworkxTests {
  let golden: NetworkxGolden

  init() throws { golden = try NetworkxGolden.load() }

  @Test func equalsNetworkxInEveryCentrality() throws {
    var compared = 0
    for (number, sample) in golden.graphs.enumerated() {
      let index = AdjacencyIndex(sample.graph)
      for expected in sample.centrality {
        let options = CentralityOptions(
          isWeighted: expected.weighted, isDirected: expected.directed,
          isNormalized: expected.normalized, damping: expected.damping ?? 0.85,
          personalization: Set((expected.personalization ?? []).map(node)), katzAlpha: 0.04,
          katzBeta: 0.7, tolerance: 1e-14, maxIterations: 100_000)
        let values: [Double]
        if let measure = CentralityMeasure(rawValue: expected.measure) {
          values = try index.centrality(measure, options: options).values
        } else {
          let measure = try #require(EdgeCentralityMeasure(rawValue: expected.measure))
          values = try index.edgeCentrality(measure, options: options).values
        }
        try #require(values.count == expected.values.count)
        for (row, value) in values.enumerated() {
          let wanted = expected.values[row]
          #expect(
            abs(value - wanted) <= 1e-9 * max(1, abs(wanted)),
            """
            graph \(number), \(expected.measure), directed \(expected.directed), weighted \
            \(expected.weighted), normalized \(expected.normalized), row \(row): \
            \(value) instead of \(wanted)
            """)
          compared += 1
        }
      }
    }
    #expect(compared > 5000)
  }

  @Test func findsTheSameComponentsBridgesAndCutNodes() {
    for sample in golden.graphs {
      let index = AdjacencyIndex(sample.graph)
      #expect(numbers(index.connectedComponents()) == sample.structure.weak)
      #expect(numbers(index.stronglyConnectedComponents()) == sample.structure.strong)
      #expect(index.bridges().map { Int($0.rawValue) } == sample.structure.bridges)
      #expect(index.cutNodes().map { Int($0.rawValue) } == sample.structure.cutNodes)
    }
  }

  private func numbers(_ components: Components) -> [[Int]] {
    components.members.map { $0.map { Int($0.rawValue) } }
  }

  @Test func findsTheSameCyclesOncePerChoiceOfParallelEdges() {
    for sample in golden.graphs {
      let report = AdjacencyIndex(sample.graph).cycles(limit: 1_000_000)
      #expect(!report.isTruncated)
      var wanted: [[Int]: Int] = [:]
      for cycle in sample.structure.cycles {
        let pairs = zip(cycle, cycle.dropFirst() + cycle.prefix(1))
        wanted[cycle] = pairs.reduce(1) { product, pair in
          product * sample.edges.count { $0[0] == pair.0 && $0[1] == pair.1 }
        }
      }
      var found: [[Int]: Int] = [:]
      for cycle in report.cycles { found[cycle.nodes.map { Int($0.rawValue) }, default: 0] += 1 }
      #expect(found == wanted)
      #expect(Set(report.cycles).count == report.cycles.count)
    }
  }

  @Test(arguments: PathQuery.Mode.allCases)
  func findsTheSamePathsInTheSameOrder(_ mode: PathQuery.Mode) throws {
    for sample in golden.graphs {
      let index = AdjacencyIndex(sample.graph)
      for question in sample.paths {
        var query = try query(question)
        query.mode = mode
        query.limit = 1_000_000
        let all = try index.paths(query)
        #expect(all.paths.count == question.count)
        #expect(all.paths.prefix(8).map(\.edgeNumbers) == question.best)
        #expect((all.absence == nil) == (question.count > 0))
        #expect(!all.isTruncated)
        guard question.count > 1 else { continue }
        query.limit = question.count - 1
        let some = try index.paths(query)
        #expect(some.paths == Array(all.paths.dropLast()))
        #expect(some.isTruncated)
      }
    }
  }

  @Test func findsWhatAllPathsOfNetworkxPass() throws {
    for sample in golden.graphs {
      let index = AdjacencyIndex(sample.graph)
      for question in sample.paths {
        guard let nodes = question.chokeNodes, let edges = question.chokeEdges else { continue }
        let query = try query(question)
        let report = try index.chokepoints(
          ChokepointQuery(
            from: query.from, to: query.to, avoid: query.avoid, maxHops: query.maxHops,
            direction: query.direction))
        #expect(report.nodes.map { Int($0.rawValue) } == nodes)
        #expect(report.steps.map { Int($0.edge.index.rawValue) } == edges)
        #expect(report.isConnected == (question.count > 0))
      }
    }
  }

  private func query(_ question: NetworkxGolden.Question) throws -> PathQuery {
    PathQuery(
      from: node(question.from), to: node(question.to), via: question.via.map(node),
      avoid: Set(question.avoid.map(node)), maxHops: question.maxHops,
      direction: try #require(PathQuery.Direction(rawValue: question.direction)),
      ranking: try #require(PathQuery.Ranking(rawValue: question.ranking)))
  }
}
