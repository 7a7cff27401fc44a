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
  let work: WorkContext

  func values() throws(CentralityError) -> IterationOutcome {
    guard options.katzAlpha.isFinite else {
      throw .invalidOption(name: "alpha", value: options.katzAlpha)
    }
    guard options.katzBeta.isFinite else {
      throw .invalidOption(name: "beta", value: options.katzBeta)
    }
    let count = index.nodeCount
    let rows = MatrixRows(index, options, work: work)
    let (alpha, beta) = (options.katzAlpha, options.katzBeta)
    var x = Buffer<Double>(repeating: 0, count: count)
    var next = Buffer<Double>(repeating: 0, count: count)
    work.cancellation?.begin("iterating Katz")
    for _ in 0..<options.maxIterations {
      let (last, values) = (x.base, next.base)
      let sums = rows.gather(x, rows.into, into: next) { nodes in
        var (change, squares) = (0.0, 0.0)
        for node in nodes {
          let value = alpha * values[node] + beta
          values[node] = value
          change += abs(value - last[node])
          squares += value * value
        }
        return SIMD2(change, squares)
      }
      swap(&x, &next)
      guard sums[0].isFinite else { break }
      let isSettled = sums[0] < Double(count) * options.tolerance
      if isSettled || work.isCancelled {
        let length = options.isNormalized ? lengthOrOne(sums[1]) : 1
        return IterationOutcome(
          values: x.array.map { $0 / length }, remainingChange: isSettled ? nil : sums[0] / length)
      }
    }
    throw .noConvergence(.katz, iterations: options.maxIterations)
  }
}
