import GraphModel

/// The adjacency matrix of a centrality: entry (v, w) is the sum of the strengths of the edges from
/// v to w, or their number.
///
/// Without direction an edge counts both ways, and a self-loop once. Products pull: each node
/// gathers from its neighbours, so that no two threads write to one place and each sum is made in
/// one order. Without weights the rows are those of the index, and nothing is copied.
struct MatrixRows: Sendable {
  let nodeCount: Int
  /// Whence nodes gather from those that lead to them.
  let into: MatrixSide
  private let index: AdjacencyIndex
  private let options: CentralityOptions
  private let work: WorkContext

  init(_ index: AdjacencyIndex, _ options: CentralityOptions, work: WorkContext) {
    nodeCount = index.nodeCount
    (self.index, self.options, self.work) = (index, options, work)
    into = MatrixSide(
      index.incoming, options.isDirected ? nil : index.outgoing,
      options.isWeighted ? index.weights : nil)
  }

  /// Whence nodes gather from those that they lead to, made anew.
  ///
  /// Without direction the matrix is its own transpose; the order of its sums is this side's own.
  var outOf: MatrixSide {
    MatrixSide(
      index.outgoing, options.isDirected ? nil : index.incoming,
      options.isWeighted ? index.weights : nil)
  }

  /// The sums of the rows: how much leads from each node.
  var outgoingStrengths: Buffer<Double> {
    let sums = Buffer<Double>(capacity: nodeCount)
    if options.isDirected, !options.isWeighted {
      for node in 0..<nodeCount { sums[node] = Double(index.outgoing.count(node)) }
    } else {
      gather(Buffer(repeating: 1, count: nodeCount), outOf, into: sums) { _ in .zero }
    }
    return sums
  }

  /// Whether the work is to stop.
  var isCancelled: Bool { work.isCancelled }

  /// One product with the matrix.
  ///
  /// - Parameters:
  ///   - x: what the nodes have.
  ///   - side: whence each gathers.
  ///   - product: where the sums go that the nodes have gathered; not `x`.
  ///   - use: what becomes of some nodes' sums; called from several threads, for each node once.
  /// - Returns: the sum of what `use` gives, added up in the order of the nodes.
  @discardableResult
  func gather(
    _ x: Buffer<Double>, _ side: MatrixSide, into product: Buffer<Double>,
    _ use: (Range<Int>) -> SIMD2<Double>
  ) -> SIMD2<Double> {
    let sums = self.sums(2, over: side.chunks, steps: side.entryCount + nodeCount) { rows, sums in
      side.gather(x.base, rows, into: product.base)
      let part = use(rows)
      (sums[0], sums[1]) = (part[0], part[1])
    }
    return SIMD2(sums[0], sums[1])
  }

  /// A sum over all nodes, made in the order of ``gather(_:_:into:_:)``.
  ///
  /// - Parameter part: the sum over some nodes; called from several threads, for each node once.
  @discardableResult
  func sumOverNodes(_ part: (Range<Int>) -> Double) -> Double {
    sumsOverNodes(1) { rows, sums in sums[0] = part(rows) }[0]
  }

  /// Several sums over all nodes, made in the order of ``gather(_:_:into:_:)``.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - part: stores the sums over some nodes; called from several threads, for each node once.
  func sumsOverNodes(
    _ count: Int, _ part: (Range<Int>, UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    sums(count, over: into.chunks, steps: nodeCount, part)
  }

  /// Divides a vector.
  ///
  /// - Returns: the sum of its differences from another vector.
  func changeDividing(
    _ vector: Buffer<Double>, by divisor: Double, from other: Buffer<Double>
  ) -> Double {
    let (values, others) = (vector.base, other.base)
    return sumOverNodes { nodes in
      var change = 0.0
      for node in nodes {
        let value = values[node] / divisor
        change += abs(value - others[node])
        values[node] = value
      }
      return change
    }
  }

  private func sums(
    _ count: Int, over chunks: RowChunks, steps: Int,
    _ part: (Range<Int>, UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    let parts = Buffer<Double>(repeating: 0, count: count * chunks.count)
    ChunkRunner.run(chunks: chunks.count, threads: work.threads(for: steps)) { chunk in
      part(chunks[chunk], parts.base + count * chunk)
    }
    return (0..<count).map { number in
      (0..<chunks.count).reduce(0) { $0 + parts[count * $1 + number] }
    }
  }
}

/// The length of a vector from the sum of its squares, or 1 where it has none.
func lengthOrOne(_ squares: Double) -> Double { squares > 0 ? squares.squareRoot() : 1 }
