import GraphModel

extension AdjacencyIndex {
  /// The nodes of greatest harmonic centrality, without that of all others.
  ///
  /// Each node's search goes level by level and ends as soon as the node cannot be among the
  /// greatest: when it would not be even if the next level held as many nodes as edges lead there
  /// and the one after it all the rest. The busiest nodes are searched first (E. Bergamini et al.
  /// 2019, *Computing top-k Closeness Centrality Faster in Unweighted Graphs*,
  /// doi:10.1145/3344719). The answer is that of ``centrality(_:options:work:)`` without weights, up to
  /// rounding; ties by node index.
  ///
  /// - Parameters:
  ///   - count: how many nodes; fewer where the graph has fewer.
  ///   - isDirected: whether edges lead only from subject to object.
  /// - Returns: the nodes with their exact scores; where the work was stopped, the greatest of the
  ///   nodes that were compared by then, as ``GreatestScoresReport/compared`` says.
  /// - Throws: ``CentralityError/cancelled(done:)`` where it was stopped before any was.
  /// - Complexity: O(n (n + m)) time at worst, far less where few nodes are near to all; O(n + m)
  ///   space for each thread.
  public func greatestHarmonic(
    count: Int, isDirected: Bool = true, work: WorkContext = WorkContext()
  ) throws(CentralityError) -> GreatestScoresReport {
    try greatest(.harmonic, count: count, isDirected: isDirected, work: work)
  }

  /// The nodes of greatest closeness, without that of all others.
  ///
  /// As ``greatestHarmonic(count:isDirected:work:)``, with the exact values of
  /// ``centrality(_:options:work:)`` without weights. How many nodes reach a node is not known before
  /// its search ends (the bounds of Bergamini et al. for graphs that are not strongly connected): of a
  /// search that has come so far the greatest score is that of one of the ends of the range in which
  /// their number can lie, since it is a convex function of it.
  ///
  /// - Parameters:
  ///   - count: how many nodes; fewer where the graph has fewer.
  ///   - isDirected: whether edges lead only from subject to object.
  ///   - isNormalized: whether the score counts by the share of the nodes that reach the node.
  /// - Returns: the nodes with their exact scores; where the work was stopped, the greatest of the
  ///   nodes that were compared by then, as ``GreatestScoresReport/compared`` says.
  /// - Throws: ``CentralityError/cancelled(done:)`` where it was stopped before any was.
  /// - Complexity: O(n (n + m)) time at worst, far less where few nodes are near to all; O(n + m)
  ///   space for each thread.
  public func greatestCloseness(
    count: Int, isDirected: Bool = true, isNormalized: Bool = true,
    work: WorkContext = WorkContext()
  ) throws(CentralityError) -> GreatestScoresReport {
    try greatest(
      .closeness(others: isNormalized ? Double(nodeCount - 1) : nil), count: count,
      isDirected: isDirected, work: work)
  }

  private func greatest(
    _ measure: Nearness, count: Int, isDirected: Bool, work: WorkContext
  ) throws(CentralityError) -> GreatestScoresReport {
    let options = CentralityOptions(isDirected: isDirected)
    let rows = SimpleRows(self, options, isReversed: true)
    let components = connectedComponents()
    let order = (0..<nodeCount).sorted {
      let (a, b) = (rows.range($0).count, rows.range($1).count)
      return a != b ? a > b : $0 < $1
    }
    let best = GreatestScores(count: max(0, min(count, nodeCount)))
    work.cancellation?.begin("comparing nodes", steps: nodeCount)
    let done = SharedCounter()
    let size = 8
    ChunkRunner.run(
      chunks: count > 0 ? (nodeCount + size - 1) / size : 0, threads: work.threads,
      state: { PrunedSearch(rows) }
    ) { search, chunk in
      for place in (chunk * size)..<min(nodeCount, (chunk + 1) * size) {
        if work.isCancelled { return }
        let node = order[place]
        let reachable = components.members[Int(components.componentOfNode[node])].count
        if let score = search.score(
          measure, of: node, reachable: reachable, least: { best.least })
        {
          best.offer(score, node)
        }
        done.take()
        work.cancellation?.advance()
      }
    }
    if count > 0, nodeCount > 0, done.value == 0 { throw .cancelled(done: 0) }
    return GreatestScoresReport(
      scores: best.ranked.map { NodeScore(node: graph[NodeIndex($0.node)], score: $0.score) },
      compared: count > 0 ? done.value : nodeCount, nodeCount: nodeCount)
  }
}

/// The nodes of greatest score, and how many were compared to find them.
public struct GreatestScoresReport: Sendable, Hashable {
  /// The nodes by score, greatest first.
  public let scores: [NodeScore]
  /// How many nodes were compared, the busiest first.
  public let compared: Int
  /// The number of nodes of the graph.
  public let nodeCount: Int

  /// Whether all nodes were compared; else the work was stopped before.
  public var isComplete: Bool { compared == nodeCount }
}

/// How near the nodes are that reach a node, as one number.
private enum Nearness {
  /// Σ 1/d.
  case harmonic
  /// (r − 1) / Σd, times (r − 1) / (n − 1) where the number of all other nodes is given.
  case closeness(others: Double?)

  /// The score of a node that so many others reach, at so much distance in all.
  func closeness(_ reached: Int, total: Double, others: Double?) -> Double {
    guard total > 0 else { return 0 }
    let share = others.map { Double(reached) / $0 } ?? 1
    return Double(reached) / total * share
  }
}

/// What a search has found so far: the nodes up to a level, and the two sums over them.
private struct NearnessSoFar {
  var count = 1
  var level = 0.0
  var nearness = 0.0
  var total = 0.0

  /// Adds the nodes of the next level.
  mutating func add(_ found: Int) {
    level += 1
    count += found
    nearness += Double(found) / level
    total += Double(found) * level
  }

  func score(_ measure: Nearness) -> Double {
    switch measure {
    case .harmonic: nearness
    case .closeness(let others): measure.closeness(count - 1, total: total, others: others)
    }
  }

  /// The greatest score where the next level has at most so many nodes, and it and those behind it
  /// so many in all.
  func bound(_ measure: Nearness, next: Int, rest: Int) -> Double {
    let behind = rest - next
    guard case .closeness(let others) = measure else {
      return nearness + Double(next) / (level + 1) + Double(behind) / (level + 2)
    }
    let near = total + Double(next) * (level + 1)
    let far = near + Double(behind) * (level + 2)
    return max(
      score(measure), measure.closeness(count - 1 + next, total: near, others: others),
      measure.closeness(count - 1 + rest, total: far, others: others))
  }
}

/// A search from a node that ends when its outcome does not matter.
private final class PrunedSearch {
  private let rows: SimpleRows
  private let stamp: Buffer<UInt32>
  private var mark: UInt32 = 0
  private let queue: Buffer<UInt32>

  init(_ rows: SimpleRows) {
    self.rows = rows
    stamp = Buffer(repeating: 0, count: rows.nodeCount)
    queue = Buffer(capacity: rows.nodeCount)
  }

  /// The score of a node, or nil where it is certainly less than `least`.
  func score(
    _ measure: Nearness, of start: Int, reachable: Int, least: () -> Double
  ) -> Double? {
    mark &+= 1
    if mark == 0 {
      stamp.base.update(repeating: 0, count: rows.nodeCount)
      mark = 1
    }
    let (offsets, neighbors, queue, stamp) =
      (rows.offsets.base, rows.neighbors.base, queue.base, stamp.base)
    queue[0] = UInt32(truncatingIfNeeded: start)
    stamp[start] = mark
    var (first, end) = (0, 1)
    var sums = NearnessSoFar()
    while first < end {
      // What lies behind this level, at best.
      var leads = 0
      for row in first..<end {
        let node = Int(queue[row])
        leads += Int(offsets[node + 1] - offsets[node])
      }
      let rest = max(0, reachable - end)
      let bound = sums.bound(measure, next: min(leads, rest), rest: rest)
      // Sums in another order differ in their last digits; what is that near is not given up.
      if bound < least() * (1 - 1e-9) { return nil }
      let last = end
      for row in first..<last {
        let node = Int(queue[row])
        for place in Int(offsets[node])..<Int(offsets[node + 1]) {
          let neighbor = Int(neighbors[place])
          if stamp[neighbor] == mark { continue }
          stamp[neighbor] = mark
          queue[end] = neighbors[place]
          end &+= 1
        }
      }
      if end > last { sums.add(end - last) }
      first = last
    }
    return sums.score(measure)
  }
}

/// The greatest scores so far, from several threads.
private final class GreatestScores: @unchecked Sendable {
  private let count: Int
  private let order = ChunkLock()
  private var scores: [(score: Double, node: Int)] = []

  init(count: Int) { self.count = count }

  private static func precedes(
    _ a: (score: Double, node: Int), _ b: (score: Double, node: Int)
  ) -> Bool {
    a.score != b.score ? a.score > b.score : a.node < b.node
  }

  /// The score that a node must have at least to be among the greatest.
  var least: Double {
    order.locked { scores.count < count ? -.infinity : scores.last?.score ?? .infinity }
  }

  func offer(_ score: Double, _ node: Int) {
    order.locked {
      let entry = (score: score, node: node)
      let place = scores.firstIndex { Self.precedes(entry, $0) } ?? scores.count
      guard place < count else { return }
      scores.insert(entry, at: place)
      if scores.count > count { scores.removeLast() }
    }
  }

  var ranked: [(score: Double, node: Int)] { scores }
}
