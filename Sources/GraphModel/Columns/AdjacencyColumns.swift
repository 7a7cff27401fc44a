/// Who is next to whom: edges of a graph by subject and by object.
package struct AdjacencyColumns: Sendable {
  /// The edges of each subject, with their objects.
  package var outgoing: Rows
  /// The edges of each object, with their subjects.
  package var incoming: Rows

  package init(outgoing: Rows, incoming: Rows) {
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// Lays out the edges that pass, negated ones included; all where `passing` is nil.
  ///
  /// - Complexity: O(n + m) time and space.
  package init(_ edges: EdgeColumns, passing: Column<Bool>? = nil, nodeCount: Int) {
    let (both, passing) = (BothDirections(), passing)
    Parallel.forEach(2, threads: Parallel.standardThreads) { side in
      if side == 0 {
        both.outgoing = Rows(
          from: edges.subject, to: edges.object, passing: passing, nodeCount: nodeCount)
      } else {
        both.incoming = Rows(
          from: edges.object, to: edges.subject, passing: passing, nodeCount: nodeCount)
      }
    }
    self.init(outgoing: both.outgoing, incoming: both.incoming)
  }

  /// Rows that two threads lay out, each in its own place.
  private final class BothDirections: @unchecked Sendable {
    var outgoing = Rows(offsets: [], nodes: [], edges: [])
    var incoming = Rows(offsets: [], nodes: [], edges: [])
  }

  /// One direction, in compressed sparse rows: the entries of node `v` are those in
  /// `offsets[v] ..< offsets[v + 1]`, in edge order.
  package struct Rows: Sendable {
    /// One more than there are nodes.
    package var offsets: Column<UInt32>
    /// The node at the other end.
    package var nodes: Column<UInt32>
    /// The edge that leads there.
    package var edges: Column<UInt32>

    package init(offsets: Column<UInt32>, nodes: Column<UInt32>, edges: Column<UInt32>) {
      self.offsets = offsets
      self.nodes = nodes
      self.edges = edges
    }

    /// Sorts the passing edges by `from` by counting, keeping edge order within a row; all where
    /// `passing` is nil.
    package init(
      from: Column<UInt32>, to: Column<UInt32>, passing: Column<Bool>?, nodeCount: Int
    ) {
      let columns = (from, to, passing)
      defer { withExtendedLifetime(columns) {} }
      let (from, to) = (from.unsafeBuffer, to.unsafeBuffer)
      let passing = passing?.unsafeBuffer
      let offsets = Column<UInt32>(count: nodeCount + 1) { offsets in
        offsets.initialize(repeating: 0)
        for row in from.indices where passing?[row] ?? true { offsets[Int(from[row]) + 1] += 1 }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
      }
      let count = Int(offsets[nodeCount])
      var next = Array(offsets)
      var edges = Column<UInt32>()
      let nodes = Column<UInt32>(count: count) { nodes in
        edges = Column<UInt32>(count: count) { edges in
          next.withUnsafeMutableBufferPointer { next in
            for row in from.indices where passing?[row] ?? true {
              let place = Int(next[Int(from[row])])
              next[Int(from[row])] += 1
              nodes.initializeElement(at: place, to: to[row])
              edges.initializeElement(at: place, to: UInt32(truncatingIfNeeded: row))
            }
          }
        }
      }
      self.init(offsets: offsets, nodes: nodes, edges: edges)
    }
  }
}
