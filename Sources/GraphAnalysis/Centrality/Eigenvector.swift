import GraphModel

/// Eigenvector centrality: each node's score is the sum of the scores of the nodes that lead to it,
/// up to one factor for all.
///
/// The leading left eigenvector of the adjacency matrix A, of length 1, by power iteration with
/// A + I from the uniform vector, as in networkx's `eigenvector_centrality`. Networkx knows no
/// parallel edges; here they add, so that its answer is that for a `DiGraph` whose weights are the
/// sums. Where no edge lies on a cycle there is no such vector, and the iteration does not
/// converge. P. Bonacich 1987, doi:10.1086/228631.
///
/// - Complexity: O(n + m) time for each iteration, O(n) space.
struct Eigenvector {
  let index: AdjacencyIndex
  let options: CentralityOptions

  func values() throws(CentralityError) -> [Double] {
    let count = index.nodeCount
    let rows = MatrixRows(index, options)
    var x = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<options.maxIterations {
      let last = x
      let gathered = rows.gatherFromPredecessors(last)
      for node in 0..<count { x[node] += gathered[node] }
      let length = lengthOrOne(x)
      for node in 0..<count { x[node] /= length }
      if sumOfChanges(x, last) < Double(count) * options.tolerance { return x }
    }
    throw .noConvergence(.eigenvector, iterations: options.maxIterations)
  }
}
