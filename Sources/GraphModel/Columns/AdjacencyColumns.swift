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
    let layouts = [
      RowLayout(from: edges.subject, to: edges.object, passing: passing, nodeCount: nodeCount),
      RowLayout(from: edges.object, to: edges.subject, passing: passing, nodeCount: nodeCount),
    ]
    let threads = Parallel.standardThreads
    Parallel.forEach(2 * RowLayout.parts, threads: threads) { layouts[$0 & 1].count($0 >> 1) }
    Parallel.forEach(2, threads: threads) { layouts[$0].place() }
    Parallel.forEach(2 * RowLayout.parts, threads: threads) { layouts[$0 & 1].fill($0 >> 1) }
    self.init(outgoing: layouts[0].rows, incoming: layouts[1].rows)
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
  }
}
