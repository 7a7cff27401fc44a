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

  func values() throws(CentralityError) -> [Double] {
    guard (0...1).contains(options.damping) else {
      throw .invalidOption(name: "the damping", value: options.damping)
    }
    let count = index.nodeCount
    let rows = MatrixRows(index, options)
    let jump = jumpShares()
    let out = rows.gatherFromSuccessors([Double](repeating: 1, count: count))
    let damping = options.damping
    var x = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<options.maxIterations {
      let last = x
      var atDeadEnds = 0.0
      var perStrength = x
      for node in 0..<count {
        if out[node] > 0 { perStrength[node] /= out[node] } else { atDeadEnds += x[node] }
      }
      x = rows.gatherFromPredecessors(perStrength)
      for node in 0..<count {
        x[node] = damping * (x[node] + atDeadEnds * jump[node]) + (1 - damping) * jump[node]
      }
      if sumOfChanges(x, last) < Double(count) * options.tolerance { return x }
    }
    throw .noConvergence(.pageRank, iterations: options.maxIterations)
  }

  private func jumpShares() -> [Double] {
    let chosen = options.personalization
    let share = 1 / Double(chosen.isEmpty ? index.nodeCount : chosen.count)
    return (0..<index.nodeCount).map {
      chosen.isEmpty || chosen.contains(NodeIndex($0)) ? share : 0
    }
  }
}
