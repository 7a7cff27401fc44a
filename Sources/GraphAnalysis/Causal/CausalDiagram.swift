public import GraphModel

/// A graph taken as a causal diagram: its causal edges are the arrows, and where there is no arrow,
/// nothing is taken to act directly.
///
/// An arrow leads from the subject to the object of a causal edge that is not negated and that
/// passes the filter, whatever its certainty: raise the filter's least certainty to leave out what
/// is only supposed. Parallel edges are one arrow. Associations and taxonomy are no arrows.
///
/// The answers are about the diagram, not about the world: they hold as far as every common cause of
/// two nodes is drawn. Name nodes ``unobserved`` that are in the diagram but in no data.
///
/// A diagram has to be free of cycles, at least among the ancestors of the nodes in question, for
/// nothing else bears on the answer; otherwise the question throws the cycles that prevent it.
///
/// J. Pearl 2009, *Causality*, doi:10.1017/CBO9780511803161.
public struct CausalDiagram: Sendable {
  /// The graph that is taken as a diagram.
  public let graph: KnowledgeGraph
  /// The nodes that no data tell of, and that therefore cannot be conditioned on.
  public let unobserved: Set<NodeIndex>
  /// The causal edges, indexed.
  let arrows: AdjacencyIndex

  /// Takes the causal edges of a graph that pass a filter as arrows.
  ///
  /// - Complexity: O(n + m) time and space.
  public init(
    _ graph: KnowledgeGraph, filter: EdgeFilter = .all, unobserved: Set<NodeIndex> = []
  ) {
    var causal = filter
    causal.directness = (filter.directness ?? [.causal]).intersection([.causal])
    self.init(AdjacencyIndex(graph, filter: causal), unobserved: unobserved)
  }

  private init(_ arrows: AdjacencyIndex, unobserved: Set<NodeIndex>) {
    graph = arrows.graph
    self.arrows = arrows
    self.unobserved = unobserved
  }

  /// The number of causal edges; parallel ones are counted apart.
  public var arrowCount: Int { arrows.edgeCount }

  /// The edges that are taken as arrows, in canonical order.
  public var arrowEdges: [EdgeIndex] { arrows.edgeRows.map(EdgeIndex.init(rawValue:)) }

  /// Refuses nodes that the graph does not have, and nodes in two parts at once.
  func check(_ parts: [NodeIndex]...) throws(CausalError) {
    var seen: Set<NodeIndex> = []
    for node in parts.joined() {
      guard arrows.contains(node) else { throw .unknownNode(node) }
      guard seen.insert(node).inserted else { throw .repeats(node) }
    }
  }

  /// Refuses ancestral sets in which an arrow leads back.
  ///
  /// Takes away nodes without a parent until none is left (A. B. Kahn 1962,
  /// doi:10.1145/368996.369025).
  func checkAcyclic(_ ancestral: NodeMask) throws(CausalError) {
    guard !isAcyclic(ancestral) else { return }
    throw .cyclic(CausalCycles(in: arrows, ancestral).find(limit: 10))
  }

  func isAcyclic(_ ancestral: NodeMask) -> Bool {
    var waiting = [Int](repeating: 0, count: arrows.nodeCount)
    var ready: [Int] = []
    for node in ancestral.members {
      waiting[node] = arrows.incoming.count(node)
      if waiting[node] == 0 { ready.append(node) }
    }
    var taken = 0
    while let node = ready.popLast() {
      taken += 1
      for entry in arrows.outgoing[node] where ancestral[Int(entry.node)] {
        waiting[Int(entry.node)] -= 1
        if waiting[Int(entry.node)] == 0 { ready.append(Int(entry.node)) }
      }
    }
    return taken == ancestral.members.count
  }
}

/// A set of nodes, with its members in order.
struct NodeMask: Sendable {
  private var isMember: [Bool]
  /// Ascending.
  let members: [Int]

  init(_ isMember: [Bool]) {
    self.isMember = isMember
    members = isMember.indices.filter { isMember[$0] }
  }

  @inline(__always)
  subscript(node: Int) -> Bool { isMember[node] }
}

/// Finds one shortest cycle in each strongly connected part of a set of nodes that holds, with every
/// node, its ancestors.
struct CausalCycles {
  private let arrows: AdjacencyIndex
  private let ancestral: NodeMask
  private var search: StrongComponentSearch

  init(in arrows: AdjacencyIndex, _ ancestral: NodeMask) {
    self.arrows = arrows
    self.ancestral = ancestral
    search = StrongComponentSearch(nodeCount: arrows.nodeCount)
    for node in ancestral.members {
      search.visit(node, in: arrows.outgoing) { ancestral[$0] }
    }
  }

  /// The cycles, by their first node.
  ///
  /// - Complexity: O(n + m) time for every cycle that is found.
  func find(limit: Int) -> [GraphCycle] {
    var done = Set<UInt32>()
    var cycles: [GraphCycle] = []
    for node in ancestral.members where cycles.count < limit {
      guard done.insert(search.component[node]).inserted else { continue }
      if let cycle = shortestCycle(through: node) { cycles.append(cycle) }
    }
    return cycles
  }

  private func shortestCycle(through start: Int) -> GraphCycle? {
    var arrival: [Int: AdjacencyEntry] = [:]
    var layer = [start]
    while !layer.isEmpty {
      var next: [Int] = []
      for node in layer {
        for entry in arrows.outgoing[node] {
          let reached = Int(entry.node)
          guard search.component[reached] == search.component[start], arrival[reached] == nil,
            ancestral[reached]
          else { continue }
          arrival[reached] = AdjacencyEntry(node: UInt32(node), edge: entry.edge)
          if reached == start { return cycle(to: start, arrival) }
          next.append(reached)
        }
      }
      layer = next
    }
    return nil
  }

  private func cycle(to start: Int, _ arrival: [Int: AdjacencyEntry]) -> GraphCycle {
    var nodes: [NodeIndex] = []
    var edges: [EdgeIndex] = []
    var here = start
    while let entry = arrival[here] {
      edges.append(EdgeIndex(rawValue: entry.edge))
      here = Int(entry.node)
      nodes.append(NodeIndex(rawValue: entry.node))
      if here == start { break }
    }
    return GraphCycle(nodes: nodes.reversed(), edges: edges.reversed())
  }
}
