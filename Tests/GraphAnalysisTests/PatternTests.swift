import GraphAnalysis
import GraphModel
import Testing

@Suite struct PatternTests {
  // Brute force: all simple paths of the pattern's length between all pairs, kept where they follow
  // it, in the order of the ranking.
  @Test(arguments: 0..<12)
  func findsEveryPathThatFollows(seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 70)
    let count = 7
    let edges = randomEdges(nodes: count, edges: 16, random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    for text in ["* causes *", "* * * causes *", "* causes * associated_with * *  *"] {
      let pattern = try #require(PathPattern(text))
      var expected: [GraphPath] = []
      for from in 0..<count {
        for to in 0..<count where to != from {
          let query = PathQuery(
            from: node(from), to: node(to), maxHops: pattern.length, limit: 10_000, mode: .all)
          expected += try index.paths(query).paths.filter { path in
            path.length == pattern.length
              && zip(path.steps, pattern.predicates).allSatisfy {
                $1 == nil || $0.edge.predicate == $1
              }
          }
        }
      }
      let report = try index.paths(following: PatternQuery(pattern, limit: 10_000))
      #expect(!report.isTruncated)
      #expect(Set(report.paths.map(\.edgeNumbers)) == Set(expected.map(\.edgeNumbers)))
      #expect(report.paths.count == expected.count)
      for (a, b) in zip(report.paths, report.paths.dropFirst()) {
        #expect(a.score >= b.score * (1 - 1e-9))
        if a.score == b.score, a.nodes != b.nodes, a.edgeNumbers.count == 1 {
          #expect(a.nodes.lexicographicallyPrecedes(b.nodes))
        }
      }
      let first = try index.paths(following: PatternQuery(pattern, limit: 2))
      #expect(first.paths.map(\.edgeNumbers) == report.paths.prefix(2).map(\.edgeNumbers))
      #expect(first.isTruncated == (report.paths.count > 2))
    }
  }

  @Test func keepsToCategoriesAndEnds() throws {
    var builder = GraphBuilder()
    let categories: [GraphModel.Category] = [.drug, .drug, .phenotypicFeature, .disease, .food]
    for (number, category) in categories.enumerated() {
      _ = builder.record(
        Concept(id: NodeID("test:\(number)"), label: "N\(number)", categories: [category]))
    }
    for (from, predicate, to) in [
      (0, GraphModel.Predicate.causes, 2), (1, .causes, 2), (4, .causes, 2),
      (2, .associatedWith, 3),
      (0, .causes, 3),
    ] {
      builder.add(Statement(node(from), predicate, node(to), certainty: .probable))
    }
    let index = AdjacencyIndex(builder.build())
    let pattern = try #require(
      PathPattern("Drug causes PhenotypicFeature associated_with Disease"))
    let found = try index.paths(following: PatternQuery(pattern)).paths
    #expect(found.map(\.nodeNumbers) == [[0, 2, 3], [1, 2, 3]])
    let one = try index.paths(following: PatternQuery(pattern, from: [node(1)])).paths
    #expect(one.map(\.nodeNumbers) == [[1, 2, 3]])
    let without = try index.paths(following: PatternQuery(pattern, avoid: [node(2)]))
    #expect(without.paths.isEmpty && !without.isTruncated)
  }

  @Test(arguments: ["", "Drug", "Drug causes", "Drug causes Disease causes"])
  func refusesWhatIsNoPattern(text: String) { #expect(PathPattern(text) == nil) }
}
