/// The distances in hops from up to 64 nodes at once to all others.
///
/// One bit of a word for each start: M. Then et al. 2015, *The More the Merrier: Efficient
/// Multi-Source Graph Traversal*, doi:10.14778/2735496.2735507. A node is looked at again only in a
/// level in which it is new to some start, so the work is never more than that of a search for each
/// start, and where their levels overlap it is a small part of it.
///
/// - Complexity: O(64 (n + m)) time at worst, O(n) space, reused from sweep to sweep.
final class LevelSweep {
  /// How many nodes are swept from at once.
  static let width = 64
  private let rows: SimpleRows
  private let seen: Buffer<UInt64>
  private let present: Buffer<UInt64>
  private let arriving: Buffer<UInt64>
  private var queue: Buffer<UInt32>
  private var nextQueue: Buffer<UInt32>

  init(_ rows: SimpleRows) {
    self.rows = rows
    seen = Buffer(repeating: 0, count: rows.nodeCount)
    present = Buffer(repeating: 0, count: rows.nodeCount)
    arriving = Buffer(repeating: 0, count: rows.nodeCount)
    queue = Buffer(capacity: rows.nodeCount)
    nextQueue = Buffer(capacity: rows.nodeCount)
  }

  /// Sweeps from some nodes, all different.
  ///
  /// - Parameter reach: called for each node and each level, from 1, in which some start arrives
  ///   there, with the bits of these starts.
  /// - Returns: whether the sweep came to its end.
  @inline(__always)
  func run(
    from starts: UnsafeBufferPointer<UInt32>, until work: WorkContext,
    _ reach: (_ node: Int, _ level: Int, _ starts: UInt64) -> Void
  ) -> Bool {
    let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
    let (seen, present, arriving) = (seen.base, present.base, arriving.base)
    seen.update(repeating: 0, count: rows.nodeCount)
    for (bit, start) in starts.enumerated() {
      seen[Int(start)] = 1 << UInt64(bit)
      present[Int(start)] = 1 << UInt64(bit)
      queue[bit] = start
    }
    var size = starts.count
    var level = 0
    var isWhole = true
    while size > 0 {
      level += 1
      if work.isCancelled {
        isWhole = false
        for row in 0..<size { present[Int(queue[row])] = 0 }
        break
      }
      let (here, there) = (queue.base, nextQueue.base)
      var found = 0
      for row in 0..<size {
        let node = Int(here[row])
        let bits = present[node]
        present[node] = 0
        for place in Int(offsets[node])..<Int(offsets[node + 1]) {
          let neighbor = Int(neighbors[place])
          let new = bits & ~seen[neighbor]
          if new == 0 { continue }
          if arriving[neighbor] == 0 {
            there[found] = UInt32(truncatingIfNeeded: neighbor)
            found &+= 1
          }
          arriving[neighbor] |= new
        }
      }
      for row in 0..<found {
        let node = Int(there[row])
        let new = arriving[node]
        arriving[node] = 0
        seen[node] |= new
        present[node] = new
        reach(node, level, new)
      }
      swap(&queue, &nextQueue)
      size = found
    }
    return isWhole
  }
}
