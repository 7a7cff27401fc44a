/// What makes a node important.
///
/// The raw value is the name on the command line. All definitions are those of networkx 3; see
/// the function that computes each.
public enum CentralityMeasure: String, Sendable, Hashable, CaseIterable {
  /// How many edges touch the node.
  case degree
  /// How many edges lead to the node.
  case inDegree = "in-degree"
  /// How many edges lead from the node.
  case outDegree = "out-degree"
  /// The reciprocal of the mean distance from the nodes that reach it.
  case closeness
  /// The sum of the reciprocals of the distances from the nodes that reach it.
  case harmonic
  /// The share of the shortest paths between other nodes that pass it.
  case betweenness
  /// The share of its time that a random walker spends there.
  case pageRank = "pagerank"
  /// The node's entry in the leading eigenvector: important where important nodes lead to it.
  case eigenvector
  /// The number of walks that lead to it, longer ones counting less.
  case katz
  /// HITS: how well it leads to authorities.
  case hubs
  /// HITS: how well hubs lead to it.
  case authorities
}

/// What makes an edge important.
public enum EdgeCentralityMeasure: String, Sendable, Hashable, CaseIterable {
  /// The share of all shortest paths that use it.
  case betweenness = "edge-betweenness"
}
