import GraphModel

/// Degree centrality: how many edges touch, enter or leave a node, or the sum of their strengths.
///
/// Parallel edges count each; a self-loop counts once as entering and once as leaving. Without
/// direction all three are the same. Divided by n − 1 when normalised, and then 1 in a graph of one
/// node, as in networkx's `degree_centrality`, `in_degree_centrality` and `out_degree_centrality`,
/// which know no weights; the sums are `G.degree(weight="strength")`. L. C. Freeman 1978,
/// doi:10.1016/0378-8733(78)90021-7.
///
/// - Complexity: O(n) time, O(n + m) with weights; O(n) space.
struct Degree {
  let index: AdjacencyIndex
  let options: CentralityOptions

  func values(of measure: CentralityMeasure) -> [Double] {
    let countsIn = measure != .outDegree || !options.isDirected
    let countsOut = measure != .inDegree || !options.isDirected
    let count = index.nodeCount
    if options.isNormalized, count <= 1 { return [Double](repeating: 1, count: count) }
    let scale = options.isNormalized ? 1 / Double(count - 1) : 1
    return (0..<count).map { node in
      var sum = 0.0
      if countsIn { sum += total(index.incoming, node) }
      if countsOut { sum += total(index.outgoing, node) }
      return sum * scale
    }
  }

  private func total(_ rows: AdjacencyRows, _ node: Int) -> Double {
    guard options.isWeighted else { return Double(rows.count(node)) }
    return rows[node].reduce(0) { $0 + index.weights.strength(Int($1.edge)) }
  }
}
