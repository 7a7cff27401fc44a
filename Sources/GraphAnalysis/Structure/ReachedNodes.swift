import GraphModel

/// The nodes that one node reaches, itself among them: a bit for each, so that the question whether
/// a node was reached before seldom goes beyond the nearest cache.
///
/// Breadth first from the node while few are reached; then the others, in the order in which they
/// lie in memory, look whether one before them was (S. Beamer et al. 2012,
/// doi:10.1109/SC.2012.50), which most of them know from the first edge; what that leaves is reached
/// from those that came last.
///
/// - Complexity: O(n + m) time, O(n) space.
final class ReachedNodes: Sendable {
  private let bits: Buffer<UInt64>
  private let nodeCount: Int
  /// One row more than there are nodes: an entry is written before it is known to be new.
  private let queue: Buffer<UInt32>

  /// Searches along the entries of some rows; `back` has the same edges by their other end.
  init(from start: Int, along rows: AdjacencyRows, back: AdjacencyRows, nodeCount: Int) {
    self.nodeCount = nodeCount
    bits = Buffer(repeating: 0, count: nodeCount / 64 + 1)
    queue = Buffer(capacity: nodeCount + 1)
    queue[0] = UInt32(truncatingIfNeeded: start)
    bits[start >> 6] |= 1 << UInt64(start & 63)
    if spread(1, along: rows, atMost: nodeCount / Self.fewPart) { return }
    var found = nodeCount
    for _ in 0..<Self.sweeps where found > nodeCount / Self.fewPart { found = sweep(along: back) }
    _ = spread(found, along: rows, atMost: nodeCount)
  }

  /// One in so many nodes are few.
  private static let fewPart = 64
  /// How often all that are left look back at most.
  private static let sweeps = 4

  /// Goes on from the nodes at the beginning of the queue.
  ///
  /// - Returns: whether all is done; false where more nodes came into the queue than `most`.
  private func spread(_ count: Int, along rows: AdjacencyRows, atMost most: Int) -> Bool {
    let ends = rows.nodes.unsafeBuffer
    var (first, last) = (0, count)
    while first < last {
      if last > most { return false }
      let node = Int(queue[first])
      first += 1
      for place in rows.range(node) {
        let other = ends[place]
        let word = bits[Int(other >> 6)]
        let bit: UInt64 = 1 << UInt64(other & 63)
        queue[last] = other
        last += word & bit == 0 ? 1 : 0
        bits[Int(other >> 6)] = word | bit
      }
    }
    return true
  }

  /// Reaches the nodes that are one edge behind a reached one, or behind one of their own kind that
  /// lies before them. Whatever is left is behind these alone, which are the queue then.
  ///
  /// - Returns: how many they are.
  private func sweep(along back: AdjacencyRows) -> Int {
    let ends = back.nodes.unsafeBuffer
    var found = 0
    for word in 0..<bits.count {
      var left = ~bits[word]
      while left != 0 {
        let node = word << 6 | left.trailingZeroBitCount
        left &= left &- 1
        if node >= nodeCount { break }
        for place in back.range(node) where contains(Int(ends[place])) {
          bits[word] |= 1 << UInt64(node & 63)
          queue[found] = UInt32(truncatingIfNeeded: node)
          found += 1
          break
        }
      }
    }
    return found
  }

  @inline(__always) func contains(_ node: Int) -> Bool {
    bits[node >> 6] & 1 << UInt64(node & 63) != 0
  }
}

/// The strongly connected component of one node: what it reaches and what reaches it.
///
/// In a graph of knowledge the node with the most edges in both directions mostly lies in the one
/// component that holds nearly all nodes on cycles; two plain searches, on two threads, find that
/// one sooner than Tarjan's does (L. Fleischer et al. 2000, doi:10.1007/3-540-45591-4_68).
struct GreatComponent {
  private let reached: ReachedNodes
  private let reaching: ReachedNodes

  /// The component of the node with the most edges both in and out, the first of several; nil where
  /// no node has both.
  init?(_ index: AdjacencyIndex) {
    var pivot = 0
    var most = 0
    for node in 0..<index.nodeCount {
      let edges = min(index.outgoing.count(node), index.incoming.count(node))
      if edges > most { (pivot, most) = (node, edges) }
    }
    guard most > 0 else { return nil }
    let (first, count) = (pivot, index.nodeCount)
    let found = FoundNodes()
    Parallel.forEach(2, threads: Parallel.standardThreads) { side in
      if side == 0 {
        found.reached = ReachedNodes(
          from: first, along: index.outgoing, back: index.incoming, nodeCount: count)
      } else {
        found.reaching = ReachedNodes(
          from: first, along: index.incoming, back: index.outgoing, nodeCount: count)
      }
    }
    guard let reached = found.reached, let reaching = found.reaching else { return nil }
    (self.reached, self.reaching) = (reached, reaching)
  }

  /// What two threads find, each in its own place.
  private final class FoundNodes: @unchecked Sendable {
    var reached: ReachedNodes?
    var reaching: ReachedNodes?
  }

  @inline(__always) func contains(_ node: Int) -> Bool {
    reached.contains(node) && reaching.contains(node)
  }
}
