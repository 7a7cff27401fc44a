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

/// Adjacency rows, for the innermost loops of searches.
private struct RowPointers {
  let offsets: UnsafeBufferPointer<UInt32>
  let nodes: UnsafeBufferPointer<UInt32>
  let edges: UnsafeBufferPointer<UInt32>

  init(_ rows: AdjacencyRows) {
    offsets = rows.offsets.unsafeBuffer
    nodes = rows.nodes.unsafeBuffer
    edges = rows.edges.unsafeBuffer
  }
}

/// Which hops a walk may make, and what each costs.
///
/// Causal edges are walked forward only; associational and hierarchical edges are walked either
/// way, or not at all where only causes count. Self-loops are never walked: a path that repeats
/// no node has no use for them.
final class WalkRules: Sendable {
  let index: AdjacencyIndex
  /// The rows of the index, which holds them.
  nonisolated(unsafe) private let outgoing: RowPointers
  nonisolated(unsafe) private let incoming: RowPointers
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
    outgoing = RowPointers(index.outgoing)
    incoming = RowPointers(index.incoming)
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
    forEachHop(at: node, isForward: true, to: AnyNode(), body)
  }

  /// The hops that lead into a node; `hop.node` is where each starts.
  @inline(__always)
  func forEachHop(into node: Int, _ body: (WalkHop) -> Void) {
    forEachHop(at: node, isForward: false, to: AnyNode(), body)
  }

  /// The hops that lead from a node to nodes that are wanted, or into a node from such nodes.
  @inline(__always)
  func forEachHop(
    at node: Int, isForward: Bool, to wanted: some NodeTest, _ body: (WalkHop) -> Void
  ) {
    // One loop for the rows of both directions, so that what is done with a hop is compiled into it.
    for turn in 0..<(isCausalOnly ? 1 : 2) {
      let rows = (turn == 0) == isForward ? outgoing : incoming
      var place = Int(rows.offsets[node])
      let end = Int(rows.offsets[node + 1])
      while place < end {
        defer { place += 1 }
        let next = rows.nodes[place]
        guard wanted.passes(next), next != UInt32(truncatingIfNeeded: node) else { continue }
        let edge = rows.edges[place]
        guard allows(Int(edge), isReversed: turn == 1),
          isAvoided.isEmpty || !isAvoided[Int(next)]
        else { continue }
        body(WalkHop(node: next, edge: edge, isReversed: turn == 1))
      }
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
