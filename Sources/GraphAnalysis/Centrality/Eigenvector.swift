import GraphModel

/// Eigenvector centrality: each node's score is the sum of the scores of the nodes that lead to it,
/// up to one factor for all.
///
/// The leading left eigenvector of the adjacency matrix A, of length 1, by power iteration with
/// A + I from the uniform vector, without direction after ``LeadingVector``, as in networkx's `eigenvector_centrality`. Networkx knows no
/// parallel edges; here they add, so that its answer is that for a `DiGraph` whose weights are the
/// sums. Where no edge lies on a cycle there is no such vector, and the iteration does not
/// converge. P. Bonacich 1987, doi:10.1086/228631.
///
/// - Complexity: O(n + m) time for each iteration, O(n) space.
struct Eigenvector {
  let index: AdjacencyIndex
  let options: CentralityOptions
  let work: WorkContext

  func values() throws(CentralityError) -> IterationOutcome {
    let count = index.nodeCount
    let rows = MatrixRows(index, options, work: work)
    var x = Buffer<Double>(repeating: 1 / Double(count), count: count)
    var next = Buffer<Double>(repeating: 0, count: count)
    work.cancellation?.begin("iterating the eigenvector")
    if !options.isDirected {
      // A is symmetric: most of the way is short.
      LeadingVector(rows).better(x, tolerance: options.tolerance) { vector, product in
        let (from, values) = (vector.base, product.base)
        return rows.gather(vector, rows.into, into: product) { nodes in
          var product = 0.0
          for node in nodes {
            values[node] += from[node]
            product += values[node] * from[node]
          }
          return SIMD2(product, 0)
        }[0]
      }
    }
    for _ in 0..<options.maxIterations {
      let (last, values) = (x.base, next.base)
      let squares = rows.gather(x, rows.into, into: next) { nodes in
        var squares = 0.0
        for node in nodes {
          values[node] += last[node]
          squares += values[node] * values[node]
        }
        return SIMD2(squares, 0)
      }[0]
      let change = rows.changeDividing(next, by: lengthOrOne(squares), from: x)
      swap(&x, &next)
      if change < Double(count) * options.tolerance { return IterationOutcome(values: x.array) }
      if work.isCancelled { return IterationOutcome(values: x.array, remainingChange: change) }
    }
    throw .noConvergence(.eigenvector, iterations: options.maxIterations)
  }
}
