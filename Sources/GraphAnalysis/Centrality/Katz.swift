import GraphModel

/// Katz centrality: the number of walks that lead to a node, each edge of a walk costing a factor
/// of α, plus β.
///
/// x = α Aᵀx + β by iteration from 0, as in networkx's `katz_centrality(alpha=…, beta=…)`, of
/// length 1 when normalised. Converges where α is below the reciprocal of the greatest eigenvalue
/// of A. Networkx knows no parallel edges; here they add. L. Katz 1953, doi:10.1007/BF02289026.
///
/// - Complexity: O(n + m) time for each iteration, O(n) space.
struct Katz {
  let index: AdjacencyIndex
  let options: CentralityOptions

  func values() throws(CentralityError) -> [Double] {
    guard options.katzAlpha.isFinite else {
      throw .invalidOption(name: "alpha", value: options.katzAlpha)
    }
    guard options.katzBeta.isFinite else {
      throw .invalidOption(name: "beta", value: options.katzBeta)
    }
    let count = index.nodeCount
    let rows = MatrixRows(index, options)
    var x = [Double](repeating: 0, count: count)
    for _ in 0..<options.maxIterations {
      let last = x
      x = rows.gatherFromPredecessors(last)
      for node in 0..<count { x[node] = options.katzAlpha * x[node] + options.katzBeta }
      let change = sumOfChanges(x, last)
      guard change.isFinite else { break }
      if change < Double(count) * options.tolerance {
        let length = options.isNormalized ? lengthOrOne(x) : 1
        return x.map { $0 / length }
      }
    }
    throw .noConvergence(.katz, iterations: options.maxIterations)
  }
}
