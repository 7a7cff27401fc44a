import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A hop that a walk can make: over which edge, to which node.
struct WalkHop: Sendable, Hashable {
  /// The node at the other end: where a hop from a node leads, or where a hop into a node starts.
  var node: UInt32
  var edge: UInt32
  /// Whether the hop goes from the edge's object to its subject.
  var isReversed: Bool
}

/// Which nodes a hop may lead to; asked first of every hop, before anything of its edge is read.
protocol NodeTest {
  func passes(_ node: UInt32) -> Bool
}

private struct AnyNode: NodeTest {
  @inline(__always) func passes(_ node: UInt32) -> Bool { true }
}

/// Which hops a walk may make, and what each costs.
///
/// Causal edges are walked forward only; associational and hierarchical edges are walked either
/// way, or not at all where only causes count. Self-loops are never walked: a path that repeats
/// no node has no use for them.
final class WalkRules: Sendable {
  let index: AdjacencyIndex
  private let isCausalOnly: Bool
  private let ranking: PathQuery.Ranking
  private let test: EdgeTest
  /// One answer per node; empty where no node is avoided.
  private let isAvoided: [Bool]
  /// Half of what each node on the way costs, in units of ``EdgeWeights``; empty for nothing. Every
  /// node on the way is an end of two hops, so that each hop can bear half of both its ends.
  private let halfPenalties: [UInt64]

  init(
    _ index: AdjacencyIndex, direction: PathQuery.Direction, filter: EdgeFilter,
    avoid: Set<NodeIndex>, ranking: PathQuery.Ranking, hubPenalty: Double = 0
  ) {
    self.index = index
    self.ranking = ranking
    isCausalOnly = direction == .causal
    test = EdgeTest(filter, in: index.graph)
    var avoided: [Bool] = []
    if !avoid.isEmpty {
      avoided = [Bool](repeating: false, count: index.nodeCount)
      for node in avoid where index.contains(node) { avoided[node.position] = true }
    }
    isAvoided = avoided
    halfPenalties =
      hubPenalty > 0
      ? (0..<index.nodeCount).map { node in
        let degree = max(1, index.outgoing.count(node) + index.incoming.count(node))
        return UInt64((hubPenalty * log(Double(degree)) / EdgeWeights.unit / 2).rounded())
      } : []
  }

  var nodeCount: Int { index.nodeCount }

  /// The hops that lead from a node.
  @inline(__always)
  func forEachHop(from node: Int, _ body: (WalkHop) -> Void) {
    forEachHop(from: node, to: AnyNode(), body)
  }

  /// The hops that lead into a node; `hop.node` is where each starts.
  @inline(__always)
  func forEachHop(into node: Int, _ body: (WalkHop) -> Void) {
    forEachHop(into: node, from: AnyNode(), body)
  }

  /// The hops that lead from a node to nodes that are wanted.
  @inline(__always)
  func forEachHop(from node: Int, to wanted: some NodeTest, _ body: (WalkHop) -> Void) {
    visit(index.outgoing, node, isReversed: false, wanted, body)
    if !isCausalOnly { visit(index.incoming, node, isReversed: true, wanted, body) }
  }

  /// The hops that lead into a node from nodes that are wanted.
  @inline(__always)
  func forEachHop(into node: Int, from wanted: some NodeTest, _ body: (WalkHop) -> Void) {
    visit(index.incoming, node, isReversed: false, wanted, body)
    if !isCausalOnly { visit(index.outgoing, node, isReversed: true, wanted, body) }
  }

  @inline(__always)
  private func visit(
    _ rows: AdjacencyRows, _ node: Int, isReversed: Bool, _ wanted: some NodeTest,
    _ body: (WalkHop) -> Void
  ) {
    let nodes = rows.nodes.unsafeBuffer
    let edges = rows.edges.unsafeBuffer
    for place in rows.range(node) {
      let next = nodes[place]
      guard wanted.passes(next), next != UInt32(truncatingIfNeeded: node) else { continue }
      let edge = edges[place]
      guard allows(Int(edge), isReversed: isReversed),
        isAvoided.isEmpty || !isAvoided[Int(next)]
      else { continue }
      body(WalkHop(node: next, edge: edge, isReversed: isReversed))
    }
  }

  @inline(__always)
  private func allows(_ edge: Int, isReversed: Bool) -> Bool {
    if isCausalOnly || isReversed {
      guard (index.weights.directness(edge) == .causal) == isCausalOnly else { return false }
    }
    return test.passesAll || test.passes(edge)
  }

  /// What a hop over an edge costs.
  @inline(__always)
  func cost(_ edge: UInt32) -> PathCost {
    var units = index.weights.units(Int(edge))
    if !halfPenalties.isEmpty {
      let edges = index.graph.storage.edges
      units += halfPenalties[Int(edges.subject.unsafeBuffer[Int(edge)])]
      units += halfPenalties[Int(edges.object.unsafeBuffer[Int(edge)])]
    }
    return cost(units)
  }

  /// No hop costs less.
  var leastCost: PathCost { cost(index.weights.leastUnits) }

  @inline(__always)
  private func cost(_ units: UInt64) -> PathCost {
    switch ranking {
    case .evidence: PathCost(major: units, minor: 1)
    case .hops: PathCost(major: 1, minor: units)
    }
  }

  /// The hops in a cost.
  @inline(__always)
  func hops(_ cost: PathCost) -> UInt64 { ranking == .hops ? cost.major : cost.minor }

  /// Whether hops and evidence can pull apart, so that a bound on the hops needs them both.
  var ranksByEvidence: Bool { ranking == .evidence }
}
