public import GraphModel

/// A partition of the nodes of a graph.
public struct Components: Sendable, Hashable {
  /// The number of the component of every node, in node order. Components are numbered by their
  /// first node.
  public let componentOfNode: [UInt32]
  /// The nodes of each component, ascending; components by their first node.
  public let members: [[NodeIndex]]

  /// The number of components.
  public var count: Int { members.count }

  /// The component with the most nodes, the first of several; nil in a graph without nodes.
  public var largest: [NodeIndex]? {
    members.reduce(nil) { best, next in next.count > (best?.count ?? 0) ? next : best }
  }
}

/// A cycle: edges in a row, each from its subject to its object, that end where they start and
/// visit no other node twice.
public struct GraphCycle: Sendable, Hashable {
  /// The nodes, the smallest first.
  public let nodes: [NodeIndex]
  /// The edges: edge `i` leads from node `i` to node `i + 1`, the last one back to the first.
  public let edges: [EdgeIndex]

  /// The number of edges.
  public var length: Int { edges.count }
}

/// The cycles of a graph, as many as were asked for.
public struct CycleReport: Sendable, Hashable {
  /// The cycles, by their smallest node.
  public let cycles: [GraphCycle]
  /// Whether there are more, or may be.
  public let isTruncated: Bool
  /// Whether the work was stopped before all were found.
  public let isStopped: Bool
}

/// The question which nodes and edges every path passes.
public struct ChokepointQuery: Sendable, Hashable {
  /// Where the paths start.
  public var from: NodeIndex
  /// Where the paths end.
  public var to: NodeIndex
  /// The nodes that the paths must not visit.
  public var avoid: Set<NodeIndex>
  /// The edges that may be walked, besides what the index lets pass.
  public var filter: EdgeFilter
  /// The greatest number of edges of a path; nil for no bound.
  public var maxHops: Int?
  /// Which edges may be walked, and which way.
  public var direction: PathQuery.Direction

  /// The question for the chokepoints between two nodes.
  public init(
    from: NodeIndex, to: NodeIndex, avoid: Set<NodeIndex> = [], filter: EdgeFilter = .all,
    maxHops: Int? = nil, direction: PathQuery.Direction = .any
  ) {
    self.from = from
    self.to = to
    self.avoid = avoid
    self.filter = filter
    self.maxHops = maxHops
    self.direction = direction
  }
}

/// The nodes and edges that every path from one node to another passes.
public struct ChokepointReport: Sendable {
  /// The question.
  public let query: ChokepointQuery
  /// The graph that was asked.
  public let graph: KnowledgeGraph
  /// The nodes that every path visits, the ends left out, in the order in which paths visit them.
  public let nodes: [NodeIndex]
  /// The hops that every path makes, in the order in which paths make them.
  public let steps: [PathStep]
  /// Why there is no path; nil where there is one.
  public let absence: PathAbsence?

  /// Whether there is any path, without which nothing is a chokepoint.
  public var isConnected: Bool { absence == nil }
}
