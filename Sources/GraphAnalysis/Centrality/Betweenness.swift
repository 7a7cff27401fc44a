import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Betweenness: the sum, over all pairs of nodes, of the share of the shortest paths between them
/// that pass a node or an edge.
///
/// The ends of a path do not count as passed. Pairs are ordered with direction, unordered without.
/// When normalised, divided by the number of pairs that there could be: (n − 1)(n − 2) for nodes
/// and n(n − 1) for edges, half of that without direction.
///
/// As networkx's `betweenness_centrality` and `edge_betweenness_centrality` on a multigraph:
/// parallel edges do not multiply paths; of parallel edges those of the least distance share the
/// value evenly, and the others have 0, and so have self-loops. Networkx compares sums of
/// floating-point weights; given the distances of ``EdgeWeights``, whose sums are exact, it finds
/// the same ties.
///
/// U. Brandes 2001, doi:10.1080/0022250X.2001.9990249, and 2008, doi:10.1016/j.socnet.2007.11.001.
/// Numbers of paths are `Double`; where even those overflow, their logarithms are used.
///
/// - Complexity: O(n (n + m)) time, or O(n m log n) with weights; O(n + m) space.
struct Betweenness {
  private let index: AdjacencyIndex
  private let options: CentralityOptions
  private let rows: SimpleRows
  /// The sum for every node.
  private var ofNode: [Double]
  /// The sum for every entry of the rows.
  private var ofPlace: [Double]

  init(_ index: AdjacencyIndex, _ options: CentralityOptions) {
    self.index = index
    self.options = options
    rows = SimpleRows(index, options)
    ofNode = [Double](repeating: 0, count: rows.nodeCount)
    ofPlace = [Double](repeating: 0, count: rows.neighbors.count)
    accumulateAll()
  }

  /// The betweenness of every node.
  var nodeValues: [Double] {
    let count = Double(rows.nodeCount)
    let pairs = options.isNormalized ? (count - 1) * (count - 2) : options.isDirected ? 1 : 2
    return count > 2 ? ofNode.map { $0 / pairs } : ofNode
  }

  /// The betweenness of some edges, in their order.
  func edgeValues(_ edges: [EdgeIndex]) -> [Double] {
    let count = Double(rows.nodeCount)
    let pairs = options.isNormalized ? count * (count - 1) : options.isDirected ? 1 : 2
    /// How many edges share the value of each entry.
    var sharers = [Double](repeating: 0, count: ofPlace.count)
    let places: [[Int]] = edges.map { placesShared(by: $0.position) }
    for place in places.joined() { sharers[place] += 1 }
    return places.map { (shared: [Int]) -> Double in
      var sum = 0.0
      for place in shared { sum += ofPlace[place] / sharers[place] }
      return sum > 0 ? sum / pairs : 0
    }
  }

  /// The entries whose value an edge shares: one along it, and one back without direction.
  private func placesShared(by edge: Int) -> [Int] {
    let subject = index.graph.storage.edges.subject[edge]
    let object = index.graph.storage.edges.object[edge]
    let length = options.isWeighted ? index.weights.units(edge) : 1
    let along = rows.place(from: Int(subject), to: object)
    let back = options.isDirected ? nil : rows.place(from: Int(object), to: subject)
    return [along, back].compactMap { $0 }.filter { rows.lengths[$0] == length }
  }

  private mutating func accumulateAll() {
    var sweep = DistanceSweep(rows)
    /// δ in Brandes's papers.
    var dependency = [Double](repeating: 0, count: rows.nodeCount)
    for start in 0..<rows.nodeCount {
      sweep.run(from: start)
      let overflows = sweep.order.contains { !sweep.pathCounts[$0].isFinite }
      let logarithms = overflows ? Self.logarithms(of: sweep) : []
      for node in sweep.order { dependency[node] = 0 }
      for node in sweep.order.reversed() {
        var sum = 0.0
        for place in rows.range(node) where sweep.isShortest(place, from: node) {
          let neighbor = Int(rows.neighbors[place])
          let share =
            overflows
            ? exp(logarithms[node] - logarithms[neighbor])
            : sweep.pathCounts[node] / sweep.pathCounts[neighbor]
          let passed = share * (1 + dependency[neighbor])
          ofPlace[place] += passed
          sum += passed
        }
        dependency[node] = sum
        if node != start { ofNode[node] += sum }
      }
    }
  }

  /// The logarithms of the numbers of shortest paths, added up as logarithms.
  private static func logarithms(of sweep: DistanceSweep) -> [Double] {
    var logarithms = [Double](repeating: -.infinity, count: sweep.rows.nodeCount)
    if let start = sweep.order.first { logarithms[start] = 0 }
    for node in sweep.order {
      for place in sweep.rows.range(node) where sweep.isShortest(place, from: node) {
        let neighbor = Int(sweep.rows.neighbors[place])
        let greater = max(logarithms[neighbor], logarithms[node])
        let less = min(logarithms[neighbor], logarithms[node])
        logarithms[neighbor] = greater + log1p(exp(less - greater))
      }
    }
    return logarithms
  }
}
