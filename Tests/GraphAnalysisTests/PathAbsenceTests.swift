import GraphAnalysis
import GraphModel
import Testing

@Suite struct PathAbsenceTests {
  /// ```
  ///   0 ──causes (e0)──▶ 1 ──associated with (e1)── 2 ──causes (e2)──▶ 3        5
  ///                      └──causes (e3)──▶ 4 ──causes (e4)──▶ 2
  /// ```
  let index = AdjacencyIndex(
    testGraph(
      6,
      [
        TestEdge(0, .causes, 1), TestEdge(1, .associatedWith, 2), TestEdge(2, .causes, 3),
        TestEdge(1, .causes, 4), TestEdge(4, .causes, 2),
      ]))

  @Test func saysWhyThereIsNoPath() throws {
    let questions: [(PathQuery, PathAbsence?)] = [
      (PathQuery(from: node(0), to: node(3)), nil),
      (PathQuery(from: node(0), to: node(5)), .differentComponents),
      (PathQuery(from: node(3), to: node(0)), .onlyAgainstDirection),
      (PathQuery(from: node(3), to: node(0), direction: .causal), .onlyAgainstDirection),
      (PathQuery(from: node(2), to: node(4), direction: .causal), .noCausalPath),
      (PathQuery(from: node(0), to: node(3), maxHops: 2), .beyondMaxHops(shortest: 3)),
      (
        PathQuery(from: node(0), to: node(3), maxHops: 3, direction: .causal),
        .noCausalPath
      ),
      (PathQuery(from: node(0), to: node(3), via: [node(5)]), .notThroughVia),
      (PathQuery(from: node(0), to: node(3), via: [node(2), node(1)]), .notThroughVia),
      (PathQuery(from: node(0), to: node(3), avoid: [node(1)]), .blockedByAvoided),
      (
        PathQuery(from: node(0), to: node(3), filter: EdgeFilter(predicates: [.affects])),
        .excludedByFilter
      ),
      (
        PathQuery(
          from: node(0), to: node(3), filter: EdgeFilter(minimumCertainty: .established),
          maxHops: 9), .excludedByFilter
      ),
    ]
    for (query, absence) in questions {
      let report = try index.paths(query)
      #expect(report.absence == absence, "\(query)")
      #expect(report.paths.isEmpty == (absence != nil))
    }
  }

  @Test func namesTheBestPathThatIsNotCausal() throws {
    let report = try index.paths(PathQuery(from: node(2), to: node(4), direction: .causal))
    #expect(report.bestNonCausal?.edgeNumbers == [1, 3])
    #expect(report.bestNonCausal?.pathClass == .mixed)
    let causal = try index.paths(PathQuery(from: node(0), to: node(3), direction: .causal))
    #expect(causal.paths.map(\.edgeNumbers) == [[0, 3, 4, 2]])
    #expect(causal.bestNonCausal == nil)
  }

  @Test func looksBehindTheFilterOfTheIndex() throws {
    let causes = AdjacencyIndex(index.graph, filter: EdgeFilter(predicates: [.affects]))
    let report = try causes.paths(PathQuery(from: node(0), to: node(3)))
    #expect(report.absence == .excludedByFilter)
  }

  @Test func saysThatItGaveUp() throws {
    let report = try index.paths(PathQuery(from: node(0), to: node(3), effort: 3))
    #expect(report.paths.isEmpty)
    #expect(report.isTruncated)
    #expect(report.absence == .undecided)
  }

  @Test func refusesQuestionsWithoutMeaning() {
    let ends = (from: node(0), to: node(3))
    let questions: [(PathQuery, PathError)] = [
      (PathQuery(from: node(9), to: node(3)), .unknownNode(node(9))),
      (PathQuery(from: node(0), to: node(9)), .unknownNode(node(9))),
      (PathQuery(from: ends.from, to: ends.to, via: [node(9)]), .unknownNode(node(9))),
      (PathQuery(from: ends.from, to: ends.to, avoid: [node(9)]), .unknownNode(node(9))),
      (PathQuery(from: node(1), to: node(1)), .sameEnds(node(1))),
      (PathQuery(from: ends.from, to: ends.to, via: [node(0)]), .viaIsEnd(node(0))),
      (PathQuery(from: ends.from, to: ends.to, via: [node(3)]), .viaIsEnd(node(3))),
      (
        PathQuery(from: ends.from, to: ends.to, via: [node(1), node(2), node(1)]),
        .viaRepeats(node(1))
      ),
      (PathQuery(from: ends.from, to: ends.to, avoid: [node(0)]), .avoidsRequired(node(0))),
      (
        PathQuery(from: ends.from, to: ends.to, via: [node(1)], avoid: [node(1)]),
        .avoidsRequired(node(1))
      ),
      (PathQuery(from: ends.from, to: ends.to, limit: 0), .limitTooSmall(0)),
      (PathQuery(from: ends.from, to: ends.to, limit: -1), .limitTooSmall(-1)),
      (PathQuery(from: ends.from, to: ends.to, maxHops: 0), .maxHopsTooSmall(0)),
      (PathQuery(from: ends.from, to: ends.to, effort: 0), .effortTooSmall(0)),
    ]
    for (query, error) in questions {
      #expect(throws: error) { try index.paths(query) }
      #expect(!error.message(in: index.graph).isEmpty)
    }
    #expect(PathError.sameEnds(node(1)).message(in: index.graph).contains("'N1'"))
    #expect(PathError.unknownNode(node(9)).message(in: index.graph).contains("9"))
  }

  @Test func takesTheGreatestBounds() throws {
    let query = PathQuery(
      from: node(0), to: node(3), maxHops: .max, limit: .max, mode: .all, effort: .max)
    #expect(try index.paths(query).paths.count == 2)
  }
}
