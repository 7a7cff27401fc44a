import GraphModel

/// PageRank: the share of its time that a walker spends at each node who follows edges, as often
/// as the damping says, and jumps anywhere, or to a node of the personalization, otherwise.
///
/// From a dead end the walker always jumps. Parallel edges add. Power iteration from the uniform
/// vector as in networkx's `pagerank(alpha=damping, personalization=…, weight="strength")`; with
/// weights the walker prefers strong edges. S. Brin & L. Page 1998,
/// doi:10.1016/S0169-7552(98)00110-X.
///
/// - Complexity: O(n + m) time for each iteration, O(n) space.
struct PageRank {
  let index: AdjacencyIndex
  let options: CentralityOptions
  let work: WorkContext

  func values() throws(CentralityError) -> IterationOutcome {
    guard (0...1).contains(options.damping) else {
      throw .invalidOption(name: "the damping", value: options.damping)
    }
    let count = index.nodeCount
    let rows = MatrixRows(index, options, work: work)
    let jump = jumpShares()
    let out = rows.outgoingStrengths(index, options)
    let damping = options.damping
    let x = Buffer<Double>(repeating: 1 / Double(count), count: count)
    /// What each node hands to each that it leads to, this round's and the next one's.
    var handed = Buffer<Double>(repeating: 0, count: count)
    var next = Buffer<Double>(repeating: 0, count: count)
    var atDeadEnds = rows.sumOverNodes { node in
      guard out[node] > 0 else { return SIMD2(x[node], 0) }
      handed[node] = x[node] / out[node]
      return .zero
    }[0]
    work.cancellation?.begin("iterating PageRank")
    for _ in 0..<options.maxIterations {
      let (values, following, found) = (x.base, next.base, atDeadEnds)
      let sums = out.withUnsafeBufferPointer { out in
        jump.withUnsafeBufferPointer { jump in
          rows.gather(handed, rows.into) { node, sum in
            let value = damping * (sum + found * jump[node]) + (1 - damping) * jump[node]
            let change = abs(value - values[node])
            values[node] = value
            guard out[node] > 0 else { return SIMD2(value, change) }
            following[node] = value / out[node]
            return SIMD2(0, change)
          }
        }
      }
      atDeadEnds = sums[0]
      swap(&handed, &next)
      if sums[1] < Double(count) * options.tolerance { return IterationOutcome(values: x.array) }
      if work.isCancelled { return IterationOutcome(values: x.array, remainingChange: sums[1]) }
    }
    throw .noConvergence(.pageRank, iterations: options.maxIterations)
  }

  private func jumpShares() -> [Double] {
    let chosen = options.personalization
    let share = 1 / Double(chosen.isEmpty ? index.nodeCount : chosen.count)
    var shares = [Double](repeating: chosen.isEmpty ? share : 0, count: index.nodeCount)
    for node in chosen { shares[node.position] = share }
    return shares
  }
}
