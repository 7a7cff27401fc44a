import DequeModule
import HeapModule

/// The distances from one node to all others, and the number of shortest paths to each.
///
/// Breadth-first search without weights, Dijkstra's algorithm (1959, doi:10.1007/BF01386390) with
/// weights. Lengths are whole numbers, so equal lengths are found to be equal. The numbers of paths
/// are floating-point numbers, since they grow exponentially.
///
/// - Complexity: O(n + m) time, or O(m log n) with weights; O(n) space, reused from node to node.
struct DistanceSweep {
  let rows: SimpleRows
  /// The nodes that were reached, nearest first, the start included.
  private(set) var order: [Int] = []
  /// The length of a shortest path to each node; `UInt64.max` where there is none.
  private(set) var lengths: [UInt64]
  /// The number of shortest paths to each node: σ in Brandes's papers.
  private(set) var pathCounts: [Double]

  private struct Entry: Comparable {
    var length: UInt64
    var node: UInt32
    static func < (a: Entry, b: Entry) -> Bool {
      a.length != b.length ? a.length < b.length : a.node < b.node
    }
  }

  init(_ rows: SimpleRows) {
    self.rows = rows
    lengths = [UInt64](repeating: .max, count: rows.nodeCount)
    pathCounts = [Double](repeating: 0, count: rows.nodeCount)
  }

  /// Sweeps from a node.
  mutating func run(from start: Int) {
    for node in order {
      lengths[node] = .max
      pathCounts[node] = 0
    }
    order.removeAll(keepingCapacity: true)
    lengths[start] = 0
    pathCounts[start] = 1
    if rows.isWeighted { sweepWeighted(from: start) } else { sweepUnweighted(from: start) }
  }

  private mutating func sweepUnweighted(from start: Int) {
    // The order of discovery is the queue.
    order.append(start)
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      let length = lengths[node] + 1
      for place in rows.range(node) {
        let neighbor = Int(rows.neighbors[place])
        if lengths[neighbor] == .max {
          lengths[neighbor] = length
          order.append(neighbor)
        }
        if lengths[neighbor] == length { pathCounts[neighbor] += pathCounts[node] }
      }
    }
  }

  private mutating func sweepWeighted(from start: Int) {
    var heap: Heap<Entry> = [Entry(length: 0, node: UInt32(start))]
    while let entry = heap.popMin() {
      let node = Int(entry.node)
      guard entry.length == lengths[node] else { continue }
      order.append(node)
      for place in rows.range(node) {
        let neighbor = Int(rows.neighbors[place])
        let length = Self.sum(entry.length, rows.lengths[place])
        if length < lengths[neighbor] {
          lengths[neighbor] = length
          pathCounts[neighbor] = pathCounts[node]
          heap.insert(Entry(length: length, node: rows.neighbors[place]))
        } else if length == lengths[neighbor] {
          pathCounts[neighbor] += pathCounts[node]
        }
      }
    }
  }

  /// Whether the entry in this place, of this node, is on a shortest path.
  @inline(__always)
  func isShortest(_ place: Int, from node: Int) -> Bool {
    lengths[Int(rows.neighbors[place])] == Self.sum(lengths[node], rows.lengths[place])
  }

  /// The sum, at most one less than the length of what cannot be reached.
  @inline(__always)
  private static func sum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (sum, isTooMuch) = a.addingReportingOverflow(b)
    return isTooMuch ? .max - 1 : sum
  }
}
