/// The distances from one node to all others, and the number of shortest paths to each.
///
/// Breadth-first search without weights; with weights Dijkstra's algorithm (1959,
/// doi:10.1007/BF01386390). Where edges have few different lengths, as they have in a graph whose
/// edges state one of four certainties, the heap is a queue for each length: what is appended to
/// the queue of one length never decreases (J. B. Orlin et al. 2010,
/// doi:10.1016/j.jda.2009.03.001). Lengths are whole numbers, so equal lengths are found to be
/// equal. The numbers of paths are floating-point numbers, since they grow exponentially; beyond
/// 2⁵³ they are rounded.
///
/// - Complexity: O(n + m) time, or O(m k) with k ≤ 16 different lengths, or O(m log n) with more;
///   O(n + m) space, reused from node to node.
final class DistanceSweep {
  let rows: SimpleRows
  /// The nodes that were reached, nearest first, the start included.
  private(set) var order: Buffer<UInt32>
  /// How many nodes were reached.
  private(set) var orderCount = 0
  /// The length of a shortest path to each node; `UInt64.max` where there is none.
  let lengths: Buffer<UInt64>
  /// The number of shortest paths to each node: σ in Brandes's papers.
  let pathCounts: Buffer<Double>
  private var queues: LengthQueues?
  private var heap = LengthHeap()

  init(_ rows: SimpleRows, classes: LengthClasses?) {
    self.rows = rows
    order = Buffer(capacity: rows.nodeCount)
    lengths = Buffer(repeating: .max, count: rows.nodeCount)
    pathCounts = Buffer(repeating: 0, count: rows.nodeCount)
    queues = classes.map { LengthQueues($0) }
  }

  /// The nodes that were reached, nearest first, the start included.
  var reached: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: order.base, count: orderCount)
  }

  /// Sweeps from a node.
  func run(from start: Int) {
    for node in reached {
      lengths[Int(node)] = .max
      pathCounts[Int(node)] = 0
    }
    orderCount = 0
    lengths[start] = 0
    pathCounts[start] = 1
    if !rows.isWeighted {
      sweepByHops(from: start)
    } else if queues != nil {
      sweepByQueues(from: start)
    } else {
      sweepByHeap(from: start)
    }
  }

  private func sweepByHops(from start: Int) {
    let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
    let (lengths, counts, order) = (lengths.base, pathCounts.base, order.base)
    // The order of discovery is the queue.
    order[0] = UInt32(truncatingIfNeeded: start)
    var end = 1
    var next = 0
    while next < end {
      let node = Int(order[next])
      next += 1
      let length = lengths[node] + 1
      let count = counts[node]
      for place in Int(offsets[node])..<Int(offsets[node + 1]) {
        let neighbor = Int(neighbors[place])
        if lengths[neighbor] == .max {
          lengths[neighbor] = length
          order[end] = UInt32(truncatingIfNeeded: neighbor)
          end += 1
        }
        if lengths[neighbor] == length { counts[neighbor] += count }
      }
    }
    orderCount = end
  }

  private func sweepByQueues(from start: Int) {
    guard var queues else { return }
    self.queues = nil
    let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
    let (lengths, counts, order) = (lengths.base, pathCounts.base, order.base)
    let (classes, lengthOfClass) = (queues.classes.classOfPlace.base, queues.classes.lengths)
    var end = 0
    queues.removeAll()
    queues.append(0, UInt32(truncatingIfNeeded: start), to: 0)
    lengthOfClass.withUnsafeBufferPointer { lengthOfClass in
      while let entry = queues.popMin() {
        let node = Int(entry.node)
        guard entry.length == lengths[node] else { continue }
        order[end] = entry.node
        end += 1
        let count = counts[node]
        for place in Int(offsets[node])..<Int(offsets[node + 1]) {
          let neighbor = Int(neighbors[place])
          let number = Int(classes[place])
          let length = lengthSum(entry.length, lengthOfClass[number])
          if length < lengths[neighbor] {
            lengths[neighbor] = length
            counts[neighbor] = count
            queues.append(length, UInt32(truncatingIfNeeded: neighbor), to: number)
          } else if length == lengths[neighbor] {
            counts[neighbor] += count
          }
        }
      }
    }
    orderCount = end
    self.queues = queues
  }

  private func sweepByHeap(from start: Int) {
    let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
    let (lengths, counts, order) = (lengths.base, pathCounts.base, order.base)
    let lengthOfPlace = rows.lengths.base
    var end = 0
    heap.removeAll()
    heap.insert(LengthEntry(length: 0, node: UInt32(truncatingIfNeeded: start)))
    while let entry = heap.popMin() {
      let node = Int(entry.node)
      guard entry.length == lengths[node] else { continue }
      order[end] = entry.node
      end += 1
      let count = counts[node]
      for place in Int(offsets[node])..<Int(offsets[node + 1]) {
        let neighbor = Int(neighbors[place])
        let length = lengthSum(entry.length, lengthOfPlace[place])
        if length < lengths[neighbor] {
          lengths[neighbor] = length
          counts[neighbor] = count
          heap.insert(LengthEntry(length: length, node: UInt32(truncatingIfNeeded: neighbor)))
        } else if length == lengths[neighbor] {
          counts[neighbor] += count
        }
      }
    }
    orderCount = end
  }

  /// Whether the entry in this place, of this node, is on a shortest path.
  @inline(__always)
  func isShortest(_ place: Int, from node: Int) -> Bool {
    lengths[Int(rows.neighbors[place])] == lengthSum(lengths[node], rows.length(place))
  }
}

/// The sum, at most one less than the length of what cannot be reached.
@inline(__always)
func lengthSum(_ a: UInt64, _ b: UInt64) -> UInt64 {
  let (sum, isTooMuch) = a.addingReportingOverflow(b)
  return isTooMuch ? .max - 1 : sum
}
