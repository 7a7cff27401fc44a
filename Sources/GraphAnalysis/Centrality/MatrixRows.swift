import GraphModel

/// The adjacency matrix of a centrality: entry (v, w) is the sum of the strengths of the edges from
/// v to w, or their number.
///
/// Without direction an edge counts both ways, and a self-loop once. Products pull: each node
/// gathers from its neighbours, so that no two threads write to one place and each sum is made in
/// one order.
struct MatrixRows: Sendable {
  /// The rows of one direction.
  final class Side: Sendable {
    let offsets: Buffer<UInt32>
    let nodes: Buffer<UInt32>
    /// Empty without weights.
    let strengths: Buffer<Double>
    let chunks: RowChunks

    init(
      _ index: AdjacencyIndex, _ first: AdjacencyRows, _ second: AdjacencyRows?, _ weighted: Bool
    ) {
      let count = index.nodeCount
      let capacity = first.count + (second?.count ?? 0)
      let offsets = Buffer<UInt32>(capacity: count + 1)
      let nodes = Buffer<UInt32>(capacity: capacity)
      let strengths = Buffer<Double>(capacity: weighted ? capacity : 0)
      var end = 0
      offsets[0] = 0
      func take(_ entry: AdjacencyEntry) {
        nodes.base[end] = entry.node
        if weighted { strengths.base[end] = index.weights.strength(Int(entry.edge)) }
        end += 1
      }
      for node in 0..<count {
        for position in first.range(node) { take(first.entry(position)) }
        if let second {
          for position in second.range(node) {
            let entry = second.entry(position)
            if Int(entry.node) != node { take(entry) }
          }
        }
        offsets.base[node + 1] = UInt32(end)
      }
      chunks = RowChunks(offsets: UnsafePointer(offsets.base), rowCount: count)
      (self.offsets, self.nodes, self.strengths) = (offsets, nodes, strengths)
    }
  }

  let nodeCount: Int
  private let isWeighted: Bool
  /// Whence nodes gather from those that lead to them.
  let into: Side
  /// Whence nodes gather from those that they lead to; nil where it was not asked for.
  let outOf: Side?
  private let work: WorkContext

  init(
    _ index: AdjacencyIndex, _ options: CentralityOptions, work: WorkContext,
    bothSides: Bool = false
  ) {
    nodeCount = index.nodeCount
    isWeighted = options.isWeighted
    self.work = work
    let isDirected = options.isDirected
    into = Side(index, index.incoming, isDirected ? nil : index.outgoing, isWeighted)
    // Without direction the matrix is its own transpose; the order of its sums is this side's own.
    outOf =
      bothSides
      ? Side(index, index.outgoing, isDirected ? nil : index.incoming, isWeighted) : nil
  }

  /// The sums of the rows: how much leads from each node.
  func outgoingStrengths(_ index: AdjacencyIndex, _ options: CentralityOptions) -> [Double] {
    let side = Side(
      index, index.outgoing, options.isDirected ? nil : index.incoming, isWeighted)
    return (0..<nodeCount).map { node in
      var sum = 0.0
      for place in Int(side.offsets[node])..<Int(side.offsets[node + 1]) {
        sum += isWeighted ? side.strengths[place] : 1
      }
      return sum
    }
  }

  /// Whether the work is to stop.
  var isCancelled: Bool { work.isCancelled }

  /// One product with the matrix.
  ///
  /// - Parameters:
  ///   - x: what the nodes have.
  ///   - side: whence each gathers.
  ///   - use: what becomes of the sum that a node has gathered; called from several threads, for
  ///     each node once.
  /// - Returns: the sum of what `use` gives, added up in the order of the nodes within fixed chunks
  ///   and then in that of the chunks.
  @inline(__always)
  func gather(
    _ x: Buffer<Double>, _ side: Side, _ use: (_ node: Int, _ sum: Double) -> SIMD2<Double>
  ) -> SIMD2<Double> {
    let (offsets, nodes, strengths) = (side.offsets.base, side.nodes.base, side.strengths.base)
    let values = x.base
    return sum(over: side.chunks, steps: Int(offsets[nodeCount]) + nodeCount) { rows in
      var total = SIMD2<Double>.zero
      for node in rows {
        var sum = 0.0
        if isWeighted {
          for place in Int(offsets[node])..<Int(offsets[node + 1]) {
            sum += values[Int(nodes[place])] * strengths[place]
          }
        } else {
          for place in Int(offsets[node])..<Int(offsets[node + 1]) {
            sum += values[Int(nodes[place])]
          }
        }
        total += use(node, sum)
      }
      return total
    }
  }

  /// A sum over all nodes, made in the order of ``gather(_:_:_:)``.
  @inline(__always)
  func sumOverNodes(_ part: (_ node: Int) -> SIMD2<Double>) -> SIMD2<Double> {
    sum(over: into.chunks, steps: nodeCount) { rows in
      var total = SIMD2<Double>.zero
      for node in rows { total += part(node) }
      return total
    }
  }

  @inline(__always)
  private func sum(
    over chunks: RowChunks, steps: Int, _ part: (Range<Int>) -> SIMD2<Double>
  ) -> SIMD2<Double> {
    let parts = Buffer<SIMD2<Double>>(repeating: .zero, count: chunks.count)
    ChunkRunner.run(chunks: chunks.count, threads: work.threads(for: steps)) { chunk in
      parts.base[chunk] = part(chunks[chunk])
    }
    var total = SIMD2<Double>.zero
    for chunk in 0..<chunks.count { total += parts.base[chunk] }
    return total
  }
}

/// The length of a vector from the sum of its squares, or 1 where it has none.
func lengthOrOne(_ squares: Double) -> Double { squares > 0 ? squares.squareRoot() : 1 }
