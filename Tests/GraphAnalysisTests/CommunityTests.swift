import GraphAnalysis
import GraphModel
import Testing

@Suite struct CommunityTests {
  private func index(_ count: Int, _ pairs: [(Int, Int)]) -> AdjacencyIndex {
    AdjacencyIndex(testGraph(count, pairs.map { TestEdge($0.0, .relatedTo, $0.1) }))
  }

  /// Zachary's karate club (1977, doi:10.1086/jar.33.4.3629752), its 78 friendships.
  private static let club: [(Int, Int)] = [
    (1, [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]),
    (2, [3, 4, 8, 14, 18, 20, 22, 31]), (3, [4, 8, 9, 10, 14, 28, 29, 33]), (4, [8, 13, 14]),
    (5, [7, 11]), (6, [7, 11, 17]), (7, [17]), (9, [31, 33, 34]), (10, [34]), (14, [34]),
    (15, [33, 34]), (16, [33, 34]), (19, [33, 34]), (20, [34]), (21, [33, 34]), (23, [33, 34]),
    (24, [26, 28, 30, 33, 34]), (25, [26, 28, 32]), (26, [32]), (27, [30, 34]), (28, [34]),
    (29, [32, 34]), (30, [33, 34]), (31, [33, 34]), (32, [33, 34]), (33, [34]),
  ].flatMap { pair in pair.1.map { (pair.0 - 1, $0 - 1) } }

  // The greatest modularity of the club is 0.4198, of four communities: U. Brandes et al. 2008,
  // doi:10.1109/TKDE.2007.190689, table 1.
  @Test(arguments: 1...8)
  func findsTheBestOfTheKarateClub(seed: UInt64) throws {
    #expect(Self.club.count == 78)
    let found = try index(34, Self.club).communities(CommunityOptions(seed: seed))
    #expect(found.modularity > 0.41)
    #expect(found.modularity < 0.41979)
    #expect(found.isComplete)
  }

  // By hand: ten cliques of five in a ring are each a community; m = 110, and modularity
  // 10 (10/110 − (22/220)²).
  @Test func findsTheCliquesOfARing() throws {
    var pairs: [(Int, Int)] = []
    for clique in 0..<10 {
      for a in 0..<5 { for b in 0..<a { pairs.append((5 * clique + a, 5 * clique + b)) } }
      pairs.append((5 * clique, (5 * clique + 5) % 50 + 1))
    }
    let found = try index(50, pairs).communities()
    #expect(
      found.components.members
        == (0..<10).map { clique in
          (0..<5).map { node(5 * clique + $0) }
        })
    #expect(abs(found.modularity - 10 * (10.0 / 110 - 0.01)) < 1e-12)
  }

  @Test(arguments: 0..<20)
  func communitiesAreConnectedAndNoWorseThanNone(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let edges = randomEdges(nodes: 60, edges: 110, random: &random)
    let index = AdjacencyIndex(testGraph(60, edges))
    for isWeighted in [false, true] {
      let found = try index.communities(CommunityOptions(isWeighted: isWeighted, seed: 3))
      #expect(found.modularity >= 0)
      for members in found.components.members {
        let inside = Set(members)
        var reached: Set<NodeIndex> = [members[0]]
        var grows = true
        while grows {
          grows = false
          for edge in edges where !edge.isNegated {
            let (a, b) = (node(edge.subject), node(edge.object))
            guard inside.contains(a), inside.contains(b) else { continue }
            if reached.contains(a) != reached.contains(b) {
              reached.formUnion([a, b])
              grows = true
            }
          }
        }
        #expect(reached == inside)
      }
      let again = try index.communities(CommunityOptions(isWeighted: isWeighted, seed: 3))
      #expect(again == found)
    }
  }

  @Test func theSmallestGraphsHaveCommunitiesToo() throws {
    #expect(try index(0, []).communities().components.count == 0)
    #expect(try index(2, []).communities().components.count == 2)
    #expect(try index(1, [(0, 0)]).communities().modularity == 0)
    #expect(throws: CentralityError.self) {
      try index(1, []).communities(CommunityOptions(resolution: .nan))
    }
  }

  @Test func stopsWhenCancelled() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let found = try index(34, Self.club).communities(
      work: WorkContext(cancellation: cancellation))
    #expect(!found.isComplete)
  }
}
