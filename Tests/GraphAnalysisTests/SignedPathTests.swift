import GraphAnalysis
import GraphModel
import Testing

/// Paths that state which way the end goes when the start goes up.
@Suite struct SignedPathTests {
  @Test(arguments: 0..<30)
  func areThoseOfAllPathsThatSaySo(seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 77)
    let predicates: [Predicate] = [
      .causes, .preventativeFor, .exacerbates, .ameliorates, .associatedWith, .subclassOf,
    ]
    let edges = (0..<22).map { _ in
      TestEdge(
        Int.random(in: 0..<8, using: &random),
        predicates[Int.random(in: 0..<predicates.count, using: &random)],
        Int.random(in: 0..<8, using: &random))
    }
    let index = AdjacencyIndex(testGraph(8, edges))
    for ranking in PathQuery.Ranking.allCases {
      var query = PathQuery(
        from: NodeIndex(0), to: NodeIndex(7), limit: 100_000, ranking: ranking, mode: .all)
      let all = try index.paths(query)
      for sign in [Polarity.increases, .decreases] {
        for mode in PathQuery.Mode.allCases {
          (query.sign, query.mode) = (sign, mode)
          let report = try index.paths(query)
          #expect(report.paths == all.paths.filter { $0.sign == sign })
          #expect(try index.bestPath(query) == report.paths.first)
          if report.paths.isEmpty {
            #expect(report.absence == (all.paths.isEmpty ? all.absence : .notOfSign))
          }
        }
      }
    }
  }

  //  0 eases 1, 1 eases 2: less of less is more.
  @Test func twoDecreasesMakeAnIncrease() throws {
    let index = AdjacencyIndex(
      testGraph(3, [TestEdge(0, .ameliorates, 1), TestEdge(1, .ameliorates, 2)]))
    func count(_ sign: Polarity) throws -> Int {
      try index.paths(PathQuery(from: NodeIndex(0), to: NodeIndex(2), sign: sign)).paths.count
    }
    #expect(try count(.increases) == 1)
    #expect(try count(.decreases) == 0)
  }
}
