import GraphModel

/// Closeness and harmonic centrality: how near the nodes are that reach a node.
///
/// Both look at distances *to* the node along the direction of the edges. Closeness is (r − 1) / Σd
/// over the r nodes that reach it, itself included, times (r − 1) / (n − 1) when normalised
/// (S. Wasserman & K. Faust 1994, doi:10.1017/CBO9780511815478, eq. 5.22): networkx's
/// `closeness_centrality(distance=…, wf_improved=…)`. Harmonic is Σ 1/d (M. Marchiori & V. Latora
/// 2000, doi:10.1016/S0378-4371(00)00311-3): networkx's `harmonic_centrality`. A node that nothing
/// reaches has 0 in both; of parallel edges the shortest counts, and self-loops do not.
///
/// - Complexity: O(n (n + m)) time, or O(n m log n) with weights; O(n + m) space.
struct Closeness {
  let index: AdjacencyIndex
  let options: CentralityOptions

  func closeness() -> [Double] {
    let count = Double(index.nodeCount)
    return values { sweep in
      let reached = Double(sweep.order.count - 1)
      let total = sweep.order.reduce(0) { $0 + sweep.rows.distance(sweep.lengths[$1]) }
      guard total > 0 else { return 0 }
      return reached / total * (options.isNormalized ? reached / (count - 1) : 1)
    }
  }

  func harmonic() -> [Double] {
    values { sweep in
      sweep.order.dropFirst().reduce(0) { $0 + 1 / sweep.rows.distance(sweep.lengths[$1]) }
    }
  }

  private func values(_ score: (DistanceSweep) -> Double) -> [Double] {
    var sweep = DistanceSweep(SimpleRows(index, options, isReversed: true))
    return (0..<index.nodeCount).map { node in
      sweep.run(from: node)
      return score(sweep)
    }
  }
}
