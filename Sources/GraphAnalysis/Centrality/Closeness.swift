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
/// Without weights 64 starts are swept from at once (``LevelSweep``), and each adds to the nodes
/// that it reaches. With samples only some starts do, and the sums are scaled up to all (D. Eppstein
/// & J. Wang 2004, doi:10.7155/jgaa.00081).
///
/// - Complexity: O(n (n + m)) time, or O(n m log n) with weights; O(n + m) space.
struct Closeness {
  private let options: CentralityOptions
  private let rows: SimpleRows
  private let starts: SampledStarts
  /// For every node how many starts reach it, Σd and Σ1/d over them.
  private let reached: Buffer<Double>
  private let total: Buffer<Double>
  private let nearness: Buffer<Double>
  /// How many starts were swept from.
  let startsDone: Int

  init(
    _ index: AdjacencyIndex, _ options: CentralityOptions, work: WorkContext
  ) throws(CentralityError) {
    self.options = options
    // All starts with weights: each node's own sweep against the edges gives its sums at once, in
    // a fixed order.
    let isGathering = options.isWeighted && options.samples == nil
    rows = SimpleRows(index, options, isReversed: isGathering, isByDegree: true)
    starts = SampledStarts(rows, options)
    reached = Buffer(repeating: 0, count: rows.nodeCount)
    total = Buffer(repeating: 0, count: rows.nodeCount)
    nearness = Buffer(repeating: 0, count: rows.nodeCount)
    let sums = NearnessSums(reached: reached, total: total, nearness: nearness)
    work.cancellation?.begin("measuring distances", steps: starts.nodes.count)
    let done =
      isGathering
      ? sums.gather(rows, work) : sums.scatter(rows, starts.nodes, work)
    if done < starts.nodes.count, options.samples == nil || done == 0 {
      throw .cancelled(done: Double(done) / Double(starts.nodes.count))
    }
    startsDone = done
  }

  var closeness: [Double] {
    let count = Double(rows.nodeCount)
    let scale = starts.scale(done: startsDone)
    return (0..<rows.nodeCount).map { index in
      let node = Int(rows.numberOfNode[index])
      guard total[node] > 0 else { return 0 }
      let share = options.isNormalized ? reached[node] * scale / (count - 1) : 1
      return reached[node] / total[node] * share
    }
  }

  var harmonic: [Double] {
    let scale = starts.scale(done: startsDone)
    return rows.byNode(nearness).map { $0 * scale }
  }
}

/// How many starts reach every node, and the sums of their distances and of the reciprocals.
struct NearnessSums {
  var reached: Buffer<Double>
  var total: Buffer<Double>
  var nearness: Buffer<Double>

  init(reached: Buffer<Double>, total: Buffer<Double>, nearness: Buffer<Double>) {
    self.reached = reached
    self.total = total
    self.nearness = nearness
  }

  private init(count: Int) {
    reached = Buffer(repeating: 0, count: count)
    total = Buffer(repeating: 0, count: count)
    nearness = Buffer(repeating: 0, count: count)
  }

  private func take(_ other: NearnessSums) {
    reached.take(other.reached)
    total.take(other.total)
    nearness.take(other.nearness)
  }

  @inline(__always)
  private func add(_ count: Double, at distance: Double, to node: Int) {
    reached.base[node] += count
    total.base[node] += count * distance
    nearness.base[node] += count / distance
  }

  /// Every node's own sweep over the rows, which lead against the edges.
  func gather(_ rows: SimpleRows, _ work: WorkContext) -> Int {
    let classes = LengthClasses(rows)
    let size = 16
    let counter = SharedCounter()
    ChunkRunner.run(
      chunks: (rows.nodeCount + size - 1) / size, threads: work.threads,
      state: { DistanceSweep(rows, classes: classes) }
    ) { sweep, chunk in
      for node in (chunk * size)..<min(rows.nodeCount, (chunk + 1) * size) {
        if work.isCancelled { return }
        sweep.run(from: node)
        for other in sweep.reached.dropFirst() {
          add(1, at: rows.distance(sweep.lengths[Int(other)]), to: node)
        }
        counter.take()
        work.cancellation?.advance()
      }
    }
    return counter.value
  }

  private struct State {
    var levels: LevelSweep?
    var sweep: DistanceSweep?
    var sums: NearnessSums
  }

  /// Sweeps from every start along the rows, which lead along the edges.
  ///
  /// - Returns: how many starts were swept from, always the first ones.
  func scatter(_ rows: SimpleRows, _ starts: [UInt32], _ work: WorkContext) -> Int {
    let classes = LengthClasses(rows)
    let size = LevelSweep.width
    let order = ChunkOrder()
    var done = 0
    var isWhole = true
    ChunkRunner.run(
      chunks: (starts.count + size - 1) / size,
      threads: rows.entryCount < 2000 ? 1 : work.threads,
      state: { State(sums: NearnessSums(count: rows.nodeCount)) }
    ) { (state: inout State, chunk: Int) in
      let range = (chunk * size)..<min(starts.count, (chunk + 1) * size)
      let isDone = sweep(rows, classes, starts, range, &state, work)
      work.cancellation?.advance(by: range.count)
      order.take(chunk) {
        isWhole = isWhole && isDone
        guard isWhole else { return }
        done = range.upperBound
        take(state.sums)
      }
    }
    return done
  }

  private func sweep(
    _ rows: SimpleRows, _ classes: LengthClasses?, _ starts: [UInt32], _ range: Range<Int>,
    _ state: inout State, _ work: WorkContext
  ) -> Bool {
    if work.isCancelled { return false }
    let sums = state.sums
    if !rows.isWeighted {
      let sweep = state.levels ?? LevelSweep(rows)
      state.levels = sweep
      return starts.withUnsafeBufferPointer {
        sweep.run(from: UnsafeBufferPointer(rebasing: $0[range]), until: work) {
          sums.add(Double($2.nonzeroBitCount), at: Double($1), to: $0)
        }
      }
    }
    let sweep = state.sweep ?? DistanceSweep(rows, classes: classes)
    state.sweep = sweep
    for row in range {
      if work.isCancelled { return false }
      sweep.run(from: Int(starts[row]))
      for node in sweep.reached.dropFirst() {
        sums.add(1, at: rows.distance(sweep.lengths[Int(node)]), to: Int(node))
      }
    }
    return true
  }
}
