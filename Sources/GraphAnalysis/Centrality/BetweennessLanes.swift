/// Brandes's dependencies of eight starts at once, without weights.
///
/// The starts share one level-by-level search, a bit of a byte for each, as in ``LevelSweep``; the
/// numbers of paths and the dependencies of a node lie side by side, so that one visit to a
/// neighbour's memory serves all of them.
///
/// - Complexity: O(8 (n + m)) time at worst, O(n) space, reused from run to run.
final class BetweennessLanes {
  typealias Lanes = SIMD8<Double>
  /// How many starts there are at once.
  static let width = 8

  private let rows: SimpleRows
  /// The starts that have come to a node.
  private let seen: Buffer<UInt8>
  /// The starts for which a node is in the level under work.
  private let level: Buffer<UInt8>
  /// σ in Brandes's papers.
  private let pathCounts: Buffer<Lanes>
  /// (1 + δ) / σ.
  private let shares: Buffer<Lanes>
  /// The nodes of every level, one level after another, and for which starts they are in it.
  private var nodes: Buffer<UInt32>
  private var masks: Buffer<UInt8>
  private var levels: [Int] = []
  private var end = 0
  /// The entries of a row that matter, closed up: with the others skipped beforehand, what is left
  /// runs without a branch to mispredict and with many loads under way at once.
  private let closedUp: Buffer<UInt32>
  private let closedUpMasks: Buffer<UInt8>
  private let closedUpPlaces: Buffer<UInt32>
  /// 1 for each bit of a byte that is set, else 0.
  private let factors: Buffer<Lanes>

  init(_ rows: SimpleRows) {
    let count = rows.nodeCount
    self.rows = rows
    seen = Buffer(repeating: 0, count: count)
    level = Buffer(repeating: 0, count: count)
    pathCounts = Buffer(repeating: Lanes(repeating: 0), count: count)
    shares = Buffer(repeating: Lanes(repeating: 0), count: count)
    nodes = Buffer(capacity: 2 * count + Self.width)
    masks = Buffer(capacity: 2 * count + Self.width)
    let widest = (0..<count).reduce(0) { max($0, rows.range($1).count) }
    closedUp = Buffer(capacity: widest)
    closedUpMasks = Buffer(capacity: widest)
    closedUpPlaces = Buffer(capacity: widest)
    factors = Buffer(repeating: Lanes(repeating: 0), count: 256)
    for byte in 0..<256 {
      for bit in 0..<Self.width where byte >> bit & 1 != 0 { factors.base[byte][bit] = 1 }
    }
  }

  /// Adds what some starts, all different, give to every node and to every entry of the rows.
  ///
  /// - Returns: what came of it; only where it was added was anything added.
  func add(
    from starts: UnsafeBufferPointer<UInt32>, toNodes nodeSums: UnsafeMutablePointer<Double>,
    toPlaces placeSums: UnsafeMutablePointer<Double>?, until work: WorkContext
  ) -> Outcome {
    defer { clear() }
    let outcome = search(from: starts, until: work)
    if outcome == .added { accumulate(nodeSums, placeSums) }
    return outcome
  }

  /// What came of a run.
  enum Outcome {
    case added
    /// There are more paths than a `Double` can count.
    case tooManyPaths
    case cancelled
  }

  private func clear() {
    for row in 0..<end {
      let node = Int(nodes[row])
      pathCounts.base[node] = Lanes(repeating: 0)
      seen.base[node] = 0
      level.base[node] = 0
    }
    end = 0
  }

  private func reserve(_ count: Int) {
    guard nodes.count < count else { return }
    let wider = Buffer<UInt32>(capacity: 2 * count)
    let widerMasks = Buffer<UInt8>(capacity: 2 * count)
    wider.base.update(from: nodes.base, count: end)
    widerMasks.base.update(from: masks.base, count: end)
    (nodes, masks) = (wider, widerMasks)
  }

  /// Counts the paths, level by level.
  private func search(
    from starts: UnsafeBufferPointer<UInt32>, until work: WorkContext
  ) -> Outcome {
    let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
    let (seen, arriving, counts) = (seen.base, level.base, pathCounts.base)
    let factors = factors.base
    let (open, openMasks) = (closedUp.base, closedUpMasks.base)
    levels = [0]
    for (lane, start) in starts.enumerated() {
      let node = Int(start)
      seen[node] = 1 << UInt8(lane)
      counts[node][lane] = 1
      nodes[lane] = start
      masks[lane] = 1 << UInt8(lane)
    }
    end = starts.count
    var isCountable = true
    while let first = levels.last, first < end {
      // No level holds a node twice.
      reserve(end + rows.nodeCount + 1)
      let (queue, bits) = (nodes.base, masks.base)
      let last = end
      var found = last
      for row in first..<last {
        let node = Int(queue[row])
        let mask = bits[row]
        let passed = counts[node] * factors[Int(mask)]
        var size = 0
        for place in Int(offsets[node])..<Int(offsets[node + 1]) {
          let neighbor = neighbors[place]
          let new = mask & ~seen[Int(neighbor)]
          open[size] = neighbor
          openMasks[size] = new
          size &+= new == 0 ? 0 : 1
        }
        for place in 0..<size {
          let neighbor = Int(open[place])
          let new = openMasks[place]
          queue[found] = open[place]
          found &+= arriving[neighbor] == 0 ? 1 : 0
          arriving[neighbor] |= new
          counts[neighbor] += passed * factors[Int(new)]
        }
      }
      end = found
      for row in last..<found {
        let node = Int(queue[row])
        bits[row] = arriving[node]
        seen[node] |= arriving[node]
        arriving[node] = 0
        isCountable = isCountable && counts[node].sum() < .infinity
      }
      guard isCountable else { return .tooManyPaths }
      if work.isCancelled { return .cancelled }
      levels.append(last)
    }
    return .added
  }

  /// Adds up the dependencies, from the last level to the first.
  private func accumulate(
    _ nodeSums: UnsafeMutablePointer<Double>, _ placeSums: UnsafeMutablePointer<Double>?
  ) {
    let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
    let (behind, counts, shares) = (level.base, pathCounts.base, shares.base)
    let factors = factors.base
    let (open, openMasks, openPlaces) = (closedUp.base, closedUpMasks.base, closedUpPlaces.base)
    let (queue, bits) = (nodes.base, masks.base)
    let one = Lanes(repeating: 1)
    let bounds = levels + [end]
    for number in stride(from: bounds.count - 2, through: placeSums == nil ? 1 : 0, by: -1) {
      for row in bounds[number]..<bounds[number + 1] {
        let node = Int(queue[row])
        let mask = bits[row]
        var size = 0
        for place in Int(offsets[node])..<Int(offsets[node + 1]) {
          let neighbor = neighbors[place]
          let common = mask & behind[Int(neighbor)]
          open[size] = neighbor
          openMasks[size] = common
          openPlaces[size] = UInt32(truncatingIfNeeded: place)
          size &+= common == 0 ? 0 : 1
        }
        let count = counts[node]
        var sum = Lanes(repeating: 0)
        for row in 0..<size {
          let share = shares[Int(open[row])] * factors[Int(openMasks[row])]
          sum += share
          if let placeSums { placeSums[Int(openPlaces[row])] += (share * count).sum() }
        }
        let dependency = count * sum
        if number > 0 { nodeSums[node] += dependency.sum() }
        let mine = factors[Int(mask)]
        let others = one - mine
        shares[node] = shares[node] * others + (one + dependency) / (count + others) * mine
      }
      if number + 1 < bounds.count - 1 {
        for row in bounds[number + 1]..<bounds[number + 2] { behind[Int(queue[row])] = 0 }
      }
      for row in bounds[number]..<bounds[number + 1] { behind[Int(queue[row])] = bits[row] }
    }
  }
}
