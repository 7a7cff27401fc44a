import GraphModel

/// PageRank: the share of its time that a walker spends at each node who follows edges, as often
/// as the damping says, and jumps anywhere, or to a node of the personalization, otherwise.
///
/// From a dead end the walker always jumps. Parallel edges add. Power iteration from the uniform
/// vector, sped up by ``AcceleratedIterates``, as in networkx's
/// `pagerank(alpha=damping, personalization=…, weight="strength")`; with weights the walker prefers
/// strong edges. S. Brin & L. Page 1998, doi:10.1016/S0169-7552(98)00110-X.
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
    let jump = jumpShares
    let shares = handedShares(rows)
    let damping = options.damping
    var iterates = AcceleratedIterates(
      from: Buffer(repeating: 1 / Double(count), count: count), rows, isPlain: damping == 1)
    /// What each node hands to each that it leads to, this round's and the next one's.
    var handed = Buffer<Double>(repeating: 0, count: count)
    var following = Buffer<Double>(repeating: 0, count: count)
    var atDeadEnds = hand(iterates.last, shares, into: handed, rows)
    work.cancellation?.begin("iterating PageRank")
    for _ in 0..<options.maxIterations {
      let (last, values) = (iterates.last.base, iterates.next.base)
      let (jumps, parts, handing) = (jump.base, shares.base, following.base)
      let jumping = damping * atDeadEnds + 1 - damping
      let sums = rows.gather(handed, rows.into, into: iterates.next) { nodes in
        var (stuck, change) = (0.0, 0.0)
        for node in nodes {
          let value = damping * values[node] + jumping * jumps[node]
          change += abs(value - last[node])
          values[node] = value
          handing[node] = value * parts[node]
          stuck += parts[node] == 0 ? value : 0
        }
        return SIMD2(stuck, change)
      }
      if sums[1] < Double(count) * options.tolerance {
        return IterationOutcome(values: iterates.next.array.map { max(0, $0) })
      }
      if work.isCancelled {
        return IterationOutcome(values: iterates.next.array, remainingChange: sums[1])
      }
      if iterates.advance(change: sums[1]) {
        atDeadEnds = hand(iterates.last, shares, into: handed, rows)
      } else {
        atDeadEnds = sums[0]
        swap(&handed, &following)
      }
    }
    throw .noConvergence(.pageRank, iterations: options.maxIterations)
  }

  /// The share of what a node has that it hands on by each edge, or each unit of strength; 0 at dead ends.
  private func handedShares(_ rows: MatrixRows) -> Buffer<Double> {
    let shares = rows.outgoingStrengths
    for node in 0..<index.nodeCount where shares[node] > 0 { shares[node] = 1 / shares[node] }
    return shares
  }

  /// - Returns: what is at dead ends.
  private func hand(
    _ values: Buffer<Double>, _ shares: Buffer<Double>, into handed: Buffer<Double>,
    _ rows: MatrixRows
  ) -> Double {
    let (values, shares, handed) = (values.base, shares.base, handed.base)
    return rows.sumOverNodes { nodes in
      var stuck = 0.0
      for node in nodes {
        handed[node] = values[node] * shares[node]
        stuck += shares[node] == 0 ? values[node] : 0
      }
      return stuck
    }
  }

  private var jumpShares: Buffer<Double> {
    let chosen = options.personalization
    let share = 1 / Double(chosen.isEmpty ? index.nodeCount : chosen.count)
    let shares = Buffer<Double>(repeating: chosen.isEmpty ? share : 0, count: index.nodeCount)
    for node in chosen { shares[node.position] = share }
    return shares
  }
}
