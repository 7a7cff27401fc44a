import GraphModel

/// The adjacency of a multigraph with parallel edges made one: each neighbour once, at the least
/// distance of the edges that lead there, and no self-loops.
///
/// Shortest paths are counted on it, since a path through a pair of nodes is one shortest path
/// however many edges join the pair, as networkx counts them.
///
/// - Complexity: O(n + m log d) time to make for the greatest degree d, O(n + m) space.
struct SimpleRows: Sendable {
  /// Where the entries of each node begin; one more than there are nodes.
  private(set) var offsets: [Int] = [0]
  /// The neighbours of each node, ascending.
  private(set) var neighbors: [UInt32] = []
  /// The distance to each neighbour: units of ``EdgeWeights``, or 1.
  private(set) var lengths: [UInt64] = []
  let isWeighted: Bool

  /// - Parameter isReversed: whether to follow edges from object to subject.
  init(_ index: AdjacencyIndex, _ options: CentralityOptions, isReversed: Bool = false) {
    isWeighted = options.isWeighted
    offsets.reserveCapacity(index.nodeCount + 1)
    var row: [AdjacencyEntry] = []
    for node in 0..<index.nodeCount {
      row.removeAll(keepingCapacity: true)
      if !isReversed || !options.isDirected { row.append(contentsOf: index.outgoing[node]) }
      if isReversed || !options.isDirected { row.append(contentsOf: index.incoming[node]) }
      row.sort { $0.node < $1.node }
      for entry in row where Int(entry.node) != node {
        let length = isWeighted ? index.weights.units(Int(entry.edge)) : 1
        let last = neighbors.count - 1
        if last >= offsets[node], neighbors[last] == entry.node {
          lengths[last] = min(lengths[last], length)
        } else {
          neighbors.append(entry.node)
          lengths.append(length)
        }
      }
      offsets.append(neighbors.count)
    }
  }

  var nodeCount: Int { offsets.count - 1 }

  /// The places of a node's entries.
  @inline(__always)
  func range(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// The place of the entry from one node to another; nil where they are not neighbours.
  func place(from node: Int, to neighbor: UInt32) -> Int? {
    var low = offsets[node]
    var high = offsets[node + 1]
    while low < high {
      let middle = (low + high) / 2
      if neighbors[middle] < neighbor { low = middle + 1 } else { high = middle }
    }
    return low < offsets[node + 1] && neighbors[low] == neighbor ? low : nil
  }

  /// A sum of lengths as a distance.
  func distance(_ length: UInt64) -> Double {
    isWeighted ? Double(length) * EdgeWeights.unit : Double(length)
  }
}
