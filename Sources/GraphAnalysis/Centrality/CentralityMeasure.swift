/// What makes a node important.
///
/// The raw value is the name on the command line. The definitions are those of networkx 3; each
/// case names the function that gives the same numbers. Where networkx takes a `weight`, that is
/// `Edge.score`; where it takes a `distance`, that is −ln of it, rounded to a multiple of 2⁻⁴⁰.
public enum CentralityMeasure: String, Sendable, Hashable, CaseIterable {
  /// How many edges touch the node, or the sum of their strengths: `degree_centrality`.
  ///
  /// Parallel edges count each, a self-loop twice. Divided by n − 1 when normalised.
  case degree
  /// How many edges lead to the node, or the sum of their strengths: `in_degree_centrality`.
  case inDegree = "in-degree"
  /// How many edges lead from the node, or the sum of their strengths: `out_degree_centrality`.
  case outDegree = "out-degree"
  /// The reciprocal of the mean distance from the nodes that reach it: `closeness_centrality`.
  ///
  /// When normalised it is scaled by the share of the nodes that reach it (`wf_improved`). 0 where
  /// none does.
  case closeness
  /// The sum of the reciprocals of the distances from the nodes that reach it:
  /// `harmonic_centrality`.
  case harmonic
  /// The share of the shortest paths between other nodes that pass it: `betweenness_centrality`.
  ///
  /// Parallel edges do not multiply paths; with weights the least distance of them counts.
  case betweenness
  /// The share of its time that a random walker spends there: `pagerank`.
  ///
  /// From a dead end the walker jumps. Parallel edges add.
  case pageRank = "pagerank"
  /// The node's entry in the leading eigenvector, important where important nodes lead to it:
  /// `eigenvector_centrality`.
  ///
  /// Parallel edges add, as in a `DiGraph` of their sums. Does not converge in a directed graph
  /// without cycles, where it has no meaning.
  case eigenvector
  /// The number of walks that lead to it, longer ones counting less: `katz_centrality`.
  ///
  /// Parallel edges add, as in a `DiGraph` of their sums.
  case katz
  /// How well it leads to authorities: the first result of `hits`. Parallel edges add.
  case hubs
  /// How well hubs lead to it: the second result of `hits`. Parallel edges add.
  case authorities
}

/// What makes an edge important.
public enum EdgeCentralityMeasure: String, Sendable, Hashable, CaseIterable {
  /// The share of all shortest paths that use it: `edge_betweenness_centrality`.
  ///
  /// Of parallel edges those of the least distance share the value evenly; the others, and
  /// self-loops, have 0.
  case betweenness = "edge-betweenness"
}
