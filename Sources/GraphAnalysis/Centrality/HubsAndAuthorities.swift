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
    let rows = MatrixRows(index, options, work: work, bothSides: true)
    guard let successors = rows.outOf else { return IterationOutcome(values: []) }
    var authorities = Buffer<Double>(repeating: 1 / Double(count), count: count)
    var next = Buffer<Double>(repeating: 0, count: count)
    let hubs = Buffer<Double>(repeating: 0, count: count)
    func updateHubs() -> Double {
      let values = hubs.base
      return rows.gather(authorities, successors) { node, sum in
        values[node] = sum
        return SIMD2(sum, 0)
      }[0]
    }
    work.cancellation?.begin("iterating hubs and authorities")
    // AᵀA is symmetric: most of the way is short.
    LeadingVector(rows).better(authorities, tolerance: options.tolerance) { vector, product in
      let (between, values, from) = (hubs.base, product.base, vector.base)
      _ = rows.gather(vector, successors) { node, sum in
        between[node] = sum
        return .zero
      }
      return rows.gather(hubs, rows.into) { node, sum in
        values[node] = sum
        return SIMD2(sum * from[node], 0)
      }[0]
    }
    let sum = rows.sumOverNodes { [values = authorities.base] in SIMD2(values[$0], 0) }[0]
    for node in 0..<count { authorities.base[node] /= sum > 0 ? sum : 1 }
    for _ in 0..<options.maxIterations {
      _ = updateHubs()
      let (last, values) = (authorities.base, next.base)
      let sum = rows.gather(hubs, rows.into) { node, sum in
        values[node] = sum
        return SIMD2(sum, 0)
      }[0]
      let total = sum > 0 ? sum : 1
      let change = rows.sumOverNodes { node in
        let value = values[node] / total
        values[node] = value
        return SIMD2(abs(value - last[node]), 0)
      }[0]
      swap(&authorities, &next)
      let isSettled = change < Double(count) * options.tolerance
      guard isSettled || work.isCancelled else { continue }
      var outcome = IterationOutcome(
        values: authorities.array, remainingChange: isSettled ? nil : change)
      if measure == .hubs {
        let sum = updateHubs()
        outcome.values = hubs.array.map { sum > 0 ? $0 / sum : $0 }
      }
      return outcome
    }
    throw .noConvergence(measure, iterations: options.maxIterations)
  }
}
