/// Sorts edges by one of their ends by counting, keeping edge order within a row, in parts that
/// threads may take at once: ``count(_:)`` for every part, ``place()``, ``fill(_:)`` for every part.
///
/// The rows are the same however many threads there are, since the parts lie one behind the other in
/// every row.
///
/// - Complexity: O(n + m) time; 4 bytes a node and part besides the rows.
final class RowLayout: @unchecked Sendable {
  /// How many parts the edges have.
  static let parts = 2

  private let from: Column<UInt32>
  private let to: Column<UInt32>
  private let passing: Column<Bool>?
  private let nodeCount: Int
  /// How many entries each part has in each row, then where the next of them stands.
  private let next: [UnsafeMutableBufferPointer<UInt32>]
  private(set) var rows = AdjacencyColumns.Rows(offsets: [], nodes: [], edges: [])
  private var nodes = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private var edges = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)

  /// Nothing is sorted yet; all edges pass where `passing` is nil.
  init(from: Column<UInt32>, to: Column<UInt32>, passing: Column<Bool>?, nodeCount: Int) {
    (self.from, self.to, self.passing) = (from, to, passing)
    self.nodeCount = nodeCount
    next = (0..<Self.parts).map { _ in
      let counts = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: max(nodeCount, 1))
      return counts
    }
  }

  deinit { for counts in next { counts.deallocate() } }

  private func range(_ part: Int) -> Range<Int> {
    (from.count * part / Self.parts)..<(from.count * (part + 1) / Self.parts)
  }

  /// Counts the entries of a part in every row.
  func count(_ part: Int) {
    let (counts, from, passing) = (next[part], from.unsafeBuffer, passing?.unsafeBuffer)
    counts.initialize(repeating: 0)
    for row in range(part) where passing?[row] ?? true { counts[Int(from[row])] += 1 }
  }

  /// Finds where the entries of each part begin in every row.
  func place() {
    var total: UInt32 = 0
    let offsets = Column<UInt32>(count: nodeCount + 1) { offsets in
      offsets.initializeElement(at: 0, to: 0)
      for node in 0..<nodeCount {
        for counts in next {
          let count = counts[node]
          counts[node] = total
          total += count
        }
        offsets.initializeElement(at: node + 1, to: total)
      }
    }
    // The columns own the memory, which is filled by parts before anybody else sees it.
    rows = AdjacencyColumns.Rows(
      offsets: offsets, nodes: Column(count: Int(total)) { nodes = $0 },
      edges: Column(count: Int(total)) { edges = $0 })
  }

  /// Writes the entries of a part.
  func fill(_ part: Int) {
    let (next, from, to) = (next[part], from.unsafeBuffer, to.unsafeBuffer)
    let (passing, nodes, edges) = (passing?.unsafeBuffer, nodes, edges)
    for row in range(part) where passing?[row] ?? true {
      let place = Int(next[Int(from[row])])
      next[Int(from[row])] += 1
      nodes.initializeElement(at: place, to: to[row])
      edges.initializeElement(at: place, to: UInt32(truncatingIfNeeded: row))
    }
  }
}
