import GraphModel

/// The adjacency of a multigraph with parallel edges made one: each neighbour once, at the least
/// distance of the edges that lead there, and no self-loops.
///
/// Shortest paths are counted on it, since a path through a pair of nodes is one shortest path
/// however many edges join the pair, as networkx counts them. Rows are made by transposing the
/// index, which hands each row its neighbours in ascending order without a sort. Its nodes can be
/// numbered by falling degree, so that the memory of the busiest nodes lies together.
///
/// - Complexity: O(n + m) time to make, O(n + m) space.
final class SimpleRows: Sendable {
  let nodeCount: Int
  /// Where the entries of each node begin; one more than there are nodes.
  let offsets: Buffer<UInt32>
  /// The neighbours of each node, ascending.
  let neighbors: Buffer<UInt32>
  /// The distance to each neighbour in units of ``EdgeWeights``; empty without weights.
  let lengths: Buffer<UInt64>
  let isWeighted: Bool
  /// The number here of each node of the graph, and the node of the graph of each number.
  let numberOfNode: Buffer<UInt32>
  let nodeOfNumber: Buffer<UInt32>

  /// - Parameters:
  ///   - isReversed: whether to follow edges from object to subject.
  ///   - isByDegree: whether to number the nodes by falling degree, ties by node index.
  init(
    _ index: AdjacencyIndex, _ options: CentralityOptions, isReversed: Bool = false,
    isByDegree: Bool = false
  ) {
    let count = index.nodeCount
    let order = isByDegree ? Self.nodesByDegree(index) : (0..<UInt32(count)).map { $0 }
    let numbers = Buffer<UInt32>(capacity: count)
    let nodes = Buffer<UInt32>(capacity: count)
    for (number, node) in order.enumerated() {
      numbers.base[Int(node)] = UInt32(truncatingIfNeeded: number)
      nodes.base[number] = node
    }
    let isWeighted = options.isWeighted
    var sources: [AdjacencyRows] = []
    if !isReversed || !options.isDirected { sources.append(index.incoming) }
    if isReversed || !options.isDirected { sources.append(index.outgoing) }
    // Room for every entry; what parallel edges leave free is closed up afterwards.
    let start = Buffer<UInt32>(repeating: 0, count: count + 1)
    for rows in sources {
      for node in rows.nodes.unsafeBuffer { start.base[Int(numbers.base[Int(node)]) + 1] += 1 }
    }
    for node in 0..<count { start.base[node + 1] += start.base[node] }
    let capacity = Int(start[count])
    let next = Buffer<UInt32>(capacity: count)
    next.base.update(from: start.base, count: count)
    let found = Buffer<UInt32>(capacity: capacity)
    let reached = Buffer<UInt64>(capacity: isWeighted ? capacity : 0)
    for neighbor in 0..<count {
      for rows in sources {
        for position in rows.range(Int(nodes.base[neighbor])) {
          let entry = rows.entry(position)
          let node = Int(numbers.base[Int(entry.node)])
          guard node != neighbor else { continue }
          let length = isWeighted ? index.weights.units(Int(entry.edge)) : 1
          let place = Int(next.base[node])
          if place > Int(start.base[node]), Int(found.base[place - 1]) == neighbor {
            if isWeighted { reached.base[place - 1] = min(reached.base[place - 1], length) }
            continue
          }
          found.base[place] = UInt32(truncatingIfNeeded: neighbor)
          if isWeighted { reached.base[place] = length }
          next.base[node] += 1
        }
      }
    }
    var end = 0
    for node in 0..<count {
      let first = Int(start.base[node])
      let size = Int(next.base[node]) - first
      if end != first {
        (found.base + end).update(from: found.base + first, count: size)
        if isWeighted { (reached.base + end).update(from: reached.base + first, count: size) }
      }
      start.base[node] = UInt32(end)
      end += size
    }
    start.base[count] = UInt32(end)
    nodeCount = count
    offsets = start
    neighbors = found
    lengths = reached
    numberOfNode = numbers
    nodeOfNumber = nodes
    self.isWeighted = isWeighted
  }

  /// The nodes by how many entries lead to or from them, by a counting sort.
  private static func nodesByDegree(_ index: AdjacencyIndex) -> [UInt32] {
    let degrees = (0..<index.nodeCount).map { index.incoming.count($0) + index.outgoing.count($0) }
    let greatest = degrees.max() ?? 0
    var next = [Int](repeating: 0, count: greatest + 2)
    for degree in degrees { next[greatest - degree + 1] += 1 }
    for place in 1..<next.count { next[place] += next[place - 1] }
    var order = [UInt32](repeating: 0, count: degrees.count)
    for (node, degree) in degrees.enumerated() {
      order[next[greatest - degree]] = UInt32(truncatingIfNeeded: node)
      next[greatest - degree] += 1
    }
    return order
  }

  /// Values by number as values by node of the graph.
  func byNode(_ values: Buffer<Double>) -> [Double] {
    (0..<nodeCount).map { values.base[Int(numberOfNode.base[$0])] }
  }

  /// The number of entries.
  var entryCount: Int { Int(offsets[nodeCount]) }

  /// The places of a node's entries.
  @inline(__always)
  func range(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// The distance of the entry in a place: units of ``EdgeWeights``, or 1.
  @inline(__always)
  func length(_ place: Int) -> UInt64 { isWeighted ? lengths[place] : 1 }

  /// The place of the entry from one node to another; nil where they are not neighbours.
  func place(from node: Int, to neighbor: UInt32) -> Int? {
    let row = range(node)
    var low = row.lowerBound
    var high = row.upperBound
    while low < high {
      let middle = (low + high) / 2
      if neighbors[middle] < neighbor { low = middle + 1 } else { high = middle }
    }
    return low < row.upperBound && neighbors[low] == neighbor ? low : nil
  }

  /// A sum of lengths as a distance.
  func distance(_ length: UInt64) -> Double {
    isWeighted ? Double(length) * EdgeWeights.unit : Double(length)
  }
}
