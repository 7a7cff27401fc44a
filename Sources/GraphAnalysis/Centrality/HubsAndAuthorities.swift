import GraphModel

/// HITS: good hubs lead to good authorities, and good authorities are led to by good hubs.
///
/// Authorities are the leading eigenvector of AᵀA, hubs are A times that; each adds up to 1, as in
/// networkx's `hits`. From the uniform vector, which also decides where the leading eigenvector is
/// not unique, by ``LeadingVector`` and then power iteration. Parallel edges add. All scores are 0 in a graph without
/// edges. J. M. Kleinberg 1999, doi:10.1145/324133.324140.
///
/// - Complexity: O(n + m) time for each iteration, O(n) space.
struct HubsAndAuthorities {
  let index: AdjacencyIndex
  let options: CentralityOptions
  let work: WorkContext

  func values(
    of measure: CentralityMeasure
  ) throws(CentralityError) -> IterationOutcome {
    let count = index.nodeCount
    let rows = MatrixRows(index, options, work: work)
    let successors = rows.outOf
    var authorities = Buffer<Double>(repeating: 1 / Double(count), count: count)
    var next = Buffer<Double>(repeating: 0, count: count)
    let hubs = Buffer<Double>(repeating: 0, count: count)
    work.cancellation?.begin("iterating hubs and authorities")
    // AᵀA is symmetric: most of the way is short.
    LeadingVector(rows).better(authorities, tolerance: options.tolerance) { vector, product in
      let (values, from) = (product.base, vector.base)
      rows.gather(vector, successors, into: hubs) { _ in .zero }
      return rows.gather(hubs, rows.into, into: product) { nodes in
        var product = 0.0
        for node in nodes { product += values[node] * from[node] }
        return SIMD2(product, 0)
      }[0]
    }
    let total = total(authorities, rows)
    _ = rows.changeDividing(authorities, by: total > 0 ? total : 1, from: authorities)
    for _ in 0..<options.maxIterations {
      rows.gather(authorities, successors, into: hubs) { _ in .zero }
      rows.gather(hubs, rows.into, into: next) { _ in .zero }
      let sum = self.total(next, rows)
      let change = rows.changeDividing(next, by: sum > 0 ? sum : 1, from: authorities)
      swap(&authorities, &next)
      let isSettled = change < Double(count) * options.tolerance
      guard isSettled || work.isCancelled else { continue }
      var outcome = IterationOutcome(
        values: authorities.array, remainingChange: isSettled ? nil : change)
      if measure == .hubs {
        rows.gather(authorities, successors, into: hubs) { _ in .zero }
        let sum = self.total(hubs, rows)
        outcome.values = hubs.array.map { sum > 0 ? $0 / sum : $0 }
      }
      return outcome
    }
    throw .noConvergence(measure, iterations: options.maxIterations)
  }

  private func total(_ vector: Buffer<Double>, _ rows: MatrixRows) -> Double {
    let values = vector.base
    return rows.sumOverNodes { nodes in nodes.reduce(0) { $0 + values[$1] } }
  }
}
