public import GraphModel

/// A node and its centrality.
public struct NodeScore: Sendable, Hashable {
  /// The node.
  public let node: Node
  /// Its centrality.
  public let score: Double
}

/// An edge and its centrality.
public struct EdgeScore: Sendable, Hashable {
  /// The edge.
  public let edge: Edge
  /// Its centrality.
  public let score: Double
}

/// The centrality of every node of a graph.
public struct CentralityScores: Sendable {
  /// What was measured.
  public let measure: CentralityMeasure
  /// How it was measured.
  public let options: CentralityOptions
  /// The graph that was measured.
  public let graph: KnowledgeGraph
  /// One score per node, in node order.
  public let values: [Double]
  /// From how many nodes was swept; where that is fewer than there are nodes, the values of
  /// closeness, harmonic and betweenness are estimates.
  public let startsDone: Int
  /// How much the last round of an iteration changed the values, all together, where it was stopped
  /// before it had converged; nil otherwise.
  public let remainingChange: Double?

  /// Whether the values are estimates from a sample.
  public var isEstimate: Bool { startsDone < graph.nodeCount }

  /// The score of a node; nil where the graph has no such node.
  public subscript(node: NodeIndex) -> Double? {
    node.position < values.count ? values[node.position] : nil
  }

  /// The nodes by score, greatest first, ties by node index; all of them, or the first few.
  ///
  /// - Complexity: O(n log n), or O(n log k) at most for the first k.
  public func ranked(top count: Int? = nil) -> [NodeScore] {
    rankedRows(values, top: count).map {
      NodeScore(node: graph[NodeIndex($0)], score: values[$0])
    }
  }

  /// The scores as shares of the greatest, in [0, 1], in node order: all 0 where none is positive.
  public var shares: [Double] {
    let greatest = values.max() ?? 0
    return greatest > 0 ? values.map { max(0, $0 / greatest) } : values.map { _ in 0 }
  }
}

/// The centrality of every edge that an index holds.
public struct EdgeCentralityScores: Sendable {
  /// What was measured.
  public let measure: EdgeCentralityMeasure
  /// How it was measured.
  public let options: CentralityOptions
  /// The graph that was measured.
  public let graph: KnowledgeGraph
  /// The edges that were scored, in canonical order.
  public let edges: [EdgeIndex]
  /// One score per edge, in the order of ``edges``.
  public let values: [Double]
  /// From how many nodes was swept; where that is fewer than there are nodes, the values are
  /// estimates.
  public let startsDone: Int

  /// Whether the values are estimates from a sample.
  public var isEstimate: Bool { startsDone < graph.nodeCount }

  /// The edges by score, greatest first, ties by edge index; all of them, or the first few.
  ///
  /// - Complexity: O(m log m), or O(m log k) at most for the first k.
  public func ranked(top count: Int? = nil) -> [EdgeScore] {
    rankedRows(values, top: count).map { EdgeScore(edge: graph[edges[$0]], score: values[$0]) }
  }
}

/// The rows by value, greatest first, ties by row; all, or the first few.
///
/// Of few, twice as many are held at most: when they are full, the lesser half goes, and what is no
/// greater than the least that stayed need not be looked at.
func rankedRows(_ values: [Double], top count: Int?) -> [Int] {
  func precedes(_ a: Int, _ b: Int) -> Bool {
    values[a] != values[b] ? values[a] > values[b] : a < b
  }
  guard let count, count < values.count / 4 else {
    let sorted = values.indices.sorted(by: precedes)
    return count.map { Array(sorted.prefix(max(0, $0))) } ?? sorted
  }
  guard count > 0 else { return [] }
  var best: [Int] = []
  var least: Double?
  for row in values.indices {
    // A later row of the same value comes behind.
    if let least, !(values[row] > least) { continue }
    best.append(row)
    if best.count == 2 * count {
      best.sort(by: precedes)
      best.removeLast(count)
      least = values[best[count - 1]]
    }
  }
  return Array(best.sorted(by: precedes).prefix(count))
}
