import GraphModel

/// The rows of a matrix in one direction.
final class MatrixSide: Sendable {
  let chunks: RowChunks
  /// The number of entries of all rows.
  let entryCount: Int
  fileprivate let parts: [Part]

  /// Entries with their strengths, in the order of the places; without weights there are none.
  fileprivate struct Part: Sendable {
    let rows: AdjacencyRows
    let strengths: Buffer<Double>?
    /// Whether entries of a node to itself are counted elsewhere.
    let skipsLoops: Bool
  }

  /// - Parameters:
  ///   - first: the entries of each node.
  ///   - second: the other entries, where there are more; a self-loop is in both.
  ///   - weights: what an edge counts; nil where each counts 1.
  init(_ first: AdjacencyRows, _ second: AdjacencyRows?, _ weights: EdgeWeights?) {
    let all = [first] + (second.map { [$0] } ?? [])
    parts = all.enumerated().map { number, rows in
      Part(
        rows: rows, strengths: weights.map { Self.strengths(of: rows, $0) },
        skipsLoops: number > 0 && Self.hasLoops(rows))
    }
    entryCount = all.reduce(0) { $0 + $1.count }
    let (offsets, others) = (first.offsets.unsafeBuffer, second?.offsets.unsafeBuffer)
    chunks = RowChunks(rowCount: max(0, offsets.count - 1)) { row in
      Int(offsets[row]) + (others.map { Int($0[row]) } ?? 0)
    }
  }

  private static func strengths(of rows: AdjacencyRows, _ weights: EdgeWeights) -> Buffer<Double> {
    let strengths = Buffer<Double>(capacity: rows.count)
    for (place, edge) in rows.edges.unsafeBuffer.enumerated() {
      strengths.base[place] = weights.strength(Int(edge))
    }
    return strengths
  }

  private static func hasLoops(_ rows: AdjacencyRows) -> Bool {
    let nodes = rows.nodes.unsafeBuffer
    return (0..<max(0, rows.offsets.count - 1)).contains { node in
      rows.range(node).contains { Int(nodes[$0]) == node }
    }
  }

  /// Stores what some nodes gather.
  func gather(
    _ values: UnsafeMutablePointer<Double>, _ nodes: Range<Int>,
    into product: UnsafeMutablePointer<Double>
  ) {
    for (number, part) in parts.enumerated() {
      if number == 0 {
        part.addUp(values, nodes) { product[$0] = $1 }
      } else {
        part.addUp(values, nodes) { product[$0] += $1 }
      }
    }
  }
}

extension MatrixSide.Part {
  /// Adds up the rows of some nodes.
  @inline(__always)
  fileprivate func addUp(
    _ values: UnsafeMutablePointer<Double>, _ nodes: Range<Int>, _ store: (Int, Double) -> Void
  ) {
    guard let offsets = rows.offsets.unsafeBuffer.baseAddress,
      let others = rows.nodes.unsafeBuffer.baseAddress
    else { return nodes.forEach { store($0, 0) } }
    if skipsLoops || strengths != nil {
      for node in nodes {
        var sum = 0.0
        for place in Int(offsets[node])..<Int(offsets[node + 1])
        where !skipsLoops || Int(others[place]) != node {
          sum += values[Int(others[place])] * (strengths?.base[place] ?? 1)
        }
        store(node, sum)
      }
    } else {
      for node in nodes {
        var next = others + Int(offsets[node])
        let end = others + Int(offsets[node + 1])
        var sum = 0.0
        while next < end {
          sum += values[Int(next.pointee)]
          next += 1
        }
        store(node, sum)
      }
    }
  }
}
