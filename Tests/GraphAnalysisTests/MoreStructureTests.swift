import GraphAnalysis
import GraphModel
import Testing

/// Cuts, dominators, cores and condensation against brute force.
@Suite struct MoreStructureTests {
  private let bothWays = [PathQuery.Direction.any, .causal]

  // Brute force: the fewest of the other nodes without which nothing is reached.
  @Test(arguments: 0..<12)
  func cutsAreTheFewestNodes(seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 900)
    let count = 7
    let edges = randomEdges(nodes: count, edges: 14, random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    let others = Array(1..<(count - 1))
    for direction in bothWays {
      let report = try index.minimumCut(
        ChokepointQuery(from: node(0), to: node(count - 1), direction: direction))
      func isCut(_ set: Set<Int>, ignoringDirect: Bool) throws -> Bool {
        let query = PathQuery(
          from: node(0), to: node(count - 1), avoid: Set(set.map(node)), limit: 1000,
          direction: direction, mode: .all)
        return try index.paths(query).paths.allSatisfy { ignoringDirect && $0.length == 1 }
      }
      let sizes = try (0..<(1 << others.count)).compactMap { bits -> Int? in
        let set = Set(others.indices.filter { bits >> $0 & 1 == 1 }.map { others[$0] })
        return try isCut(set, ignoringDirect: true) ? set.count : nil
      }
      #expect(report.nodes.count == sizes.min())
      #expect(try isCut(Set(report.nodes.map { Int($0.rawValue) }), ignoringDirect: true))
      #expect(try report.directSteps.isEmpty == isCut(Set(others), ignoringDirect: false))
      #expect(report.isConnected == !(report.nodes.isEmpty && report.directSteps.isEmpty))
    }
  }

  // By definition: a node dominates another when the other is not reached without it.
  @Test(arguments: 0..<30)
  func dominatorsAreWhatEveryWayPasses(seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 1900)
    let count = 9
    let edges = randomEdges(nodes: count, edges: 15, random: &random)
    let index = AdjacencyIndex(testGraph(count, edges))
    let found = try index.immediateDominators(from: node(0), direction: .causal)
    func reached(without: Int?) -> Set<Int> {
      var reached: Set<Int> = without == 0 ? [] : [0]
      var grows = true
      while grows {
        grows = false
        for edge in edges where edge.predicate.directness == .causal && !edge.isNegated {
          guard reached.contains(edge.subject), edge.object != without else { continue }
          grows = reached.insert(edge.object).inserted || grows
        }
      }
      return reached
    }
    let all = reached(without: nil)
    for target in 0..<count {
      guard all.contains(target), target != 0 else {
        #expect(found[target] == nil)
        continue
      }
      let dominators = all.filter { $0 != target && !reached(without: $0).contains(target) }
      // The immediate one is dominated by all others.
      let immediate = dominators.filter { one in
        dominators.allSatisfy { $0 == one || !reached(without: $0).contains(one) }
      }
      #expect(immediate.map(node) == [found[target]])
    }
  }

  // By definition: peel off nodes of fewer neighbours than k until none is left.
  @Test(arguments: 0..<30)
  func coresAreWhatPeelingLeaves(seed: Int) {
    var random = SeededRandom(UInt64(seed) + 2900)
    let count = 14
    let edges = randomEdges(nodes: count, edges: 34, random: &random)
    var neighbors = [Set<Int>](repeating: [], count: count)
    for edge in edges where !edge.isNegated && edge.subject != edge.object {
      neighbors[edge.subject].insert(edge.object)
      neighbors[edge.object].insert(edge.subject)
    }
    let expected = (0..<count).map { start in
      (0...count).last { least in
        var left = Set(0..<count)
        while let out = left.first(where: { neighbors[$0].intersection(left).count < least }) {
          left.remove(out)
        }
        return left.contains(start)
      }
    }
    #expect(AdjacencyIndex(testGraph(count, edges)).coreNumbers() == expected)
  }

  //  0 ⇄ 1 ─▶ 2 ─▶ 3 ⇄ 4,  0 ─▶ 2
  @Test func condensesCycles() {
    let pairs = [(0, 1), (1, 0), (1, 2), (2, 3), (3, 4), (4, 3), (0, 2)]
    let found = AdjacencyIndex(testGraph(5, pairs.map { TestEdge($0.0, .causes, $0.1) }))
      .condensation()
    #expect(found.components.componentOfNode == [0, 0, 1, 2, 2])
    #expect(found.successors == [[1], [2], []])
  }

  @Test func survivesTheSmallestGraphsAndLongWays() throws {
    #expect(AdjacencyIndex(KnowledgeGraph()).coreNumbers().isEmpty)
    #expect(AdjacencyIndex(KnowledgeGraph()).condensation().components.count == 0)
    let count = 50_000
    let index = AdjacencyIndex(testGraph(count, (1..<count).map { TestEdge($0 - 1, .causes, $0) }))
    #expect(try index.immediateDominators(from: node(0))[count - 1] == node(count - 2))
    #expect(index.coreNumbers().allSatisfy { $0 == 1 })
    let cut = try index.minimumCut(ChokepointQuery(from: node(0), to: node(count - 1)))
    #expect(cut.nodes.count == 1)
  }
}
