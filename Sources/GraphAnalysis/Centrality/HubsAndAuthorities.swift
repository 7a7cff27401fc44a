import GraphModel

/// HITS: good hubs lead to good authorities, and good authorities are led to by good hubs.
///
/// Authorities are the leading eigenvector of AᵀA, hubs are A times that; each adds up to 1, as in
/// networkx's `hits`. Power iteration from the uniform vector, which also decides where the
/// leading eigenvector is not unique. Parallel edges add. All scores are 0 in a graph without
/// edges. J. M. Kleinberg 1999, doi:10.1145/324133.324140.
///
/// - Complexity: O(n + m) time for each iteration, O(n) space.
struct HubsAndAuthorities {
  let index: AdjacencyIndex
  let options: CentralityOptions

  func values(of measure: CentralityMeasure) throws(CentralityError) -> [Double] {
    let count = index.nodeCount
    let rows = MatrixRows(index, options)
    var authorities = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<options.maxIterations {
      let last = authorities
      authorities = shares(rows.gatherFromPredecessors(rows.gatherFromSuccessors(last)))
      if sumOfChanges(authorities, last) < Double(count) * options.tolerance {
        return measure == .hubs ? shares(rows.gatherFromSuccessors(authorities)) : authorities
      }
    }
    throw .noConvergence(measure, iterations: options.maxIterations)
  }

  private func shares(_ x: [Double]) -> [Double] {
    let sum = x.reduce(0, +)
    return sum > 0 ? x.map { $0 / sum } : x
  }
}
