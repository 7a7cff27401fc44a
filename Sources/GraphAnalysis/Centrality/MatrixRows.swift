import GraphModel

/// The adjacency matrix of a centrality: entry (v, w) is the sum of the strengths of the edges from
/// v to w, or their number.
///
/// Without direction an edge counts both ways, and a self-loop once.
struct MatrixRows: Sendable {
  private let index: AdjacencyIndex
  private let isWeighted: Bool
  private let isDirected: Bool

  init(_ index: AdjacencyIndex, _ options: CentralityOptions) {
    self.index = index
    isWeighted = options.isWeighted
    isDirected = options.isDirected
  }

  var nodeCount: Int { index.nodeCount }

  /// One product with the matrix: each node gathers from the nodes that lead to it, xᵀA.
  func gatherFromPredecessors(_ x: [Double]) -> [Double] {
    gather(x, first: index.incoming, second: index.outgoing)
  }

  /// One product with the matrix: each node gathers from the nodes that it leads to, Ax.
  func gatherFromSuccessors(_ x: [Double]) -> [Double] {
    gather(x, first: index.outgoing, second: index.incoming)
  }

  private func gather(
    _ x: [Double], first: AdjacencyRows, second: AdjacencyRows
  ) -> [Double] {
    (0..<nodeCount).map { node in
      var sum = 0.0
      for position in first.range(node) {
        let entry = first.entries[position]
        sum += x[Int(entry.node)] * strength(entry.edge)
      }
      if isDirected { return sum }
      for position in second.range(node) {
        let entry = second.entries[position]
        if Int(entry.node) != node { sum += x[Int(entry.node)] * strength(entry.edge) }
      }
      return sum
    }
  }

  @inline(__always)
  private func strength(_ edge: UInt32) -> Double {
    isWeighted ? index.weights.strength(Int(edge)) : 1
  }
}

/// Σ |aᵢ − bᵢ|.
func sumOfChanges(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for row in a.indices { sum += abs(a[row] - b[row]) }
  return sum
}

/// The length of a vector, or 1 where it has none.
func lengthOrOne(_ x: [Double]) -> Double {
  let length = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return length > 0 ? length : 1
}
