import GraphModel

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
/// Numbers of paths are `Double`; where even those overflow, their logarithms are used. Starts are
/// taken in fixed chunks whose sums are added in order. With samples, the sum over some starts,
/// drawn without replacement, is scaled up to all of them (U. Brandes & C. Pich 2007,
/// doi:10.1142/S0218127407018403).
///
/// - Complexity: O(n (n + m)) time, or O(n m log n) with weights; O(n + m) space for each thread.
struct Betweenness {
  private let index: AdjacencyIndex
  private let options: CentralityOptions
  private let rows: SimpleRows
  /// The sum for every node.
  private let ofNode: Buffer<Double>
  /// The sum for every entry of the rows; empty where nodes alone are asked for.
  private let ofPlace: Buffer<Double>
  private let starts: SampledStarts
  /// How many starts were swept from.
  let startsDone: Int

  /// Starts in a chunk: a whole number of rows of lanes.
  private static let chunkSize = 4 * BetweennessLanes.width

  init(
    _ index: AdjacencyIndex, _ options: CentralityOptions, ofEdges: Bool, work: WorkContext
  ) throws(CentralityError) {
    self.index = index
    self.options = options
    rows = SimpleRows(index, options, isByDegree: true)
    starts = SampledStarts(rows, options)
    ofNode = Buffer(repeating: 0, count: rows.nodeCount)
    ofPlace = Buffer(repeating: 0, count: ofEdges ? rows.entryCount : 0)
    let done = Self.accumulate(rows, starts, ofNode, ofPlace, ofEdges: ofEdges, work: work)
    if done < starts.nodes.count, options.samples == nil || done == 0 {
      throw .cancelled(done: Double(done) / Double(starts.nodes.count))
    }
    startsDone = done
  }

  /// What the sums are multiplied by to stand for all starts.
  private var scale: Double { starts.scale(done: startsDone) }

  /// The betweenness of every node.
  var nodeValues: [Double] {
    let count = Double(rows.nodeCount)
    let pairs = options.isNormalized ? (count - 1) * (count - 2) : options.isDirected ? 1 : 2
    let factor = scale
    let sums = rows.byNode(ofNode)
    return count > 2 ? sums.map { $0 * factor / pairs } : sums
  }

  /// The betweenness of some edges, in their order.
  func edgeValues(_ edges: [EdgeIndex]) -> [Double] {
    let count = Double(rows.nodeCount)
    let pairs = options.isNormalized ? count * (count - 1) : options.isDirected ? 1 : 2
    /// How many edges share the value of each entry.
    var sharers = [Double](repeating: 0, count: ofPlace.count)
    for edge in edges { forEachPlace(sharedBy: edge.position) { sharers[$0] += 1 } }
    let factor = scale
    return edges.map { edge in
      var sum = 0.0
      forEachPlace(sharedBy: edge.position) { sum += ofPlace[$0] / sharers[$0] }
      return sum > 0 ? sum * factor / pairs : 0
    }
  }

  /// The entries whose value an edge shares: one along it, and one back without direction.
  private func forEachPlace(sharedBy edge: Int, _ body: (Int) -> Void) {
    let subject = rows.numberOfNode[Int(index.graph.storage.edges.subject[edge])]
    let object = rows.numberOfNode[Int(index.graph.storage.edges.object[edge])]
    let length = options.isWeighted ? index.weights.units(edge) : 1
    if let along = rows.place(from: Int(subject), to: object), rows.length(along) == length {
      body(along)
    }
    if options.isDirected { return }
    if let back = rows.place(from: Int(object), to: subject), rows.length(back) == length {
      body(back)
    }
  }

  /// What a thread keeps from chunk to chunk.
  private struct State {
    var lanes: BetweennessLanes?
    var sweep: BetweennessSweep?
    let ofNode: Buffer<Double>
    let ofPlace: Buffer<Double>
  }

  /// Adds up the dependencies of all starts, or of those before the work was stopped.
  ///
  /// - Returns: how many starts were swept from, always the first ones.
  private static func accumulate(
    _ rows: SimpleRows, _ starts: SampledStarts, _ ofNode: Buffer<Double>,
    _ ofPlace: Buffer<Double>, ofEdges: Bool, work: WorkContext
  ) -> Int {
    let classes = LengthClasses(rows)
    let count = starts.nodes.count
    let chunks = (count + chunkSize - 1) / chunkSize
    let order = ChunkOrder()
    var done = 0
    var isWhole = true
    work.cancellation?.begin("counting shortest paths", steps: count)
    let perStart = rows.nodeCount + rows.entryCount
    ChunkRunner.run(
      chunks: chunks,
      threads: work.threads(for: perStart, times: count),
      state: {
        State(
          ofNode: Buffer(repeating: 0, count: ofNode.count),
          ofPlace: Buffer(repeating: 0, count: ofPlace.count))
      }
    ) { (state: inout State, chunk: Int) in
      let range = (chunk * chunkSize)..<min(count, (chunk + 1) * chunkSize)
      let isDone = add(
        starts, range, rows, classes, &state, toPlaces: ofEdges ? state.ofPlace.base : nil, work)
      order.take(chunk) {
        isWhole = isWhole && isDone
        guard isWhole else { return }
        done = range.upperBound
        ofNode.take(state.ofNode)
        if ofEdges { ofPlace.take(state.ofPlace) }
      }
    }
    return done
  }

  /// Adds up the dependencies of the starts of a chunk; false where the work was stopped.
  private static func add(
    _ starts: SampledStarts, _ range: Range<Int>, _ rows: SimpleRows, _ classes: LengthClasses?,
    _ state: inout State, toPlaces places: UnsafeMutablePointer<Double>?, _ work: WorkContext
  ) -> Bool {
    let step = rows.isWeighted ? 1 : BetweennessLanes.width
    for first in stride(from: range.lowerBound, to: range.upperBound, by: step) {
      if work.isCancelled { return false }
      let last = min(first + step, range.upperBound)
      defer { work.cancellation?.advance(by: last - first) }
      if !rows.isWeighted {
        let lanes = state.lanes ?? BetweennessLanes(rows)
        state.lanes = lanes
        let outcome = starts.nodes.withUnsafeBufferPointer {
          lanes.add(
            from: UnsafeBufferPointer(rebasing: $0[first..<last]), toNodes: state.ofNode.base,
            toPlaces: places, until: work)
        }
        if outcome == .cancelled { return false }
        if outcome == .added { continue }
      }
      let sweep = state.sweep ?? BetweennessSweep(rows, classes: classes)
      state.sweep = sweep
      for row in first..<last {
        sweep.add(from: Int(starts.nodes[row]), toNodes: state.ofNode.base, toPlaces: places)
      }
    }
    return true
  }
}

extension Buffer where Element == Double {
  /// Adds the rows of another buffer of the same size, and makes those zero.
  func take(_ other: Buffer<Double>) {
    for row in 0..<count {
      base[row] += other.base[row]
      other.base[row] = 0
    }
  }
}
