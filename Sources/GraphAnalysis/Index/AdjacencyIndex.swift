public import GraphModel

/// Who is next to whom: the edges of a graph, sorted by subject and by object.
///
/// Made once from a graph and taken by every analysis. It is a directed multigraph: each edge that
/// passes the filter is one entry from its subject to its object, so parallel edges are several
/// entries and a self-loop is an entry of a node to itself. Negated edges are never in it.
///
/// Compressed sparse rows in both directions: the entries of node `v` are
/// `entries[offsets[v] ..< offsets[v + 1]]`, in edge order, laid out by a counting sort.
///
/// - Complexity: O(n + m) time to make; 8 bytes a node and 16 bytes an edge, and another 16 bytes an
///   edge for its score where the graph has evidence.
public struct AdjacencyIndex: Sendable {
  /// The graph that was indexed.
  public let graph: KnowledgeGraph
  /// What the edges had to pass.
  public let filter: EdgeFilter
  /// Outgoing entries, by subject.
  let outgoing: AdjacencyRows
  /// Incoming entries, by object.
  let incoming: AdjacencyRows
  /// The weight of every edge of the graph.
  let weights: EdgeWeights

  /// Indexes the edges of a graph that pass a filter.
  public init(_ graph: KnowledgeGraph, filter: EdgeFilter = .all) {
    self.graph = graph
    self.filter = filter
    let columns = graph.storage.edges
    let test = EdgeTest(filter, in: graph)
    let passes = (0..<columns.count).map(test.passes)
    outgoing = AdjacencyRows(
      from: columns.subject, to: columns.object, passing: passes, nodeCount: graph.nodeCount)
    incoming = AdjacencyRows(
      from: columns.object, to: columns.subject, passing: passes, nodeCount: graph.nodeCount)
    weights = EdgeWeights(graph)
  }

  /// The number of nodes of the graph, whether or not an edge that passes touches them.
  public var nodeCount: Int { graph.nodeCount }

  /// The number of edges that pass the filter.
  public var edgeCount: Int { outgoing.entries.count }

  /// Whether there is such a node. O(1).
  public func contains(_ node: NodeIndex) -> Bool { node.position < nodeCount }

  /// The edges that pass, in canonical order.
  var edgeRows: [UInt32] { outgoing.entries.map(\.edge).sorted() }
}

/// One entry of an adjacency row: the node at the other end, and the edge that leads there.
struct AdjacencyEntry: Sendable, Hashable {
  var node: UInt32
  var edge: UInt32
}

/// The adjacency rows of one direction.
struct AdjacencyRows: Sendable {
  private(set) var offsets: [UInt32]
  private(set) var entries: [AdjacencyEntry]

  /// Sorts the passing edges by `from`, keeping edge order within a row.
  init(from: Column<UInt32>, to: Column<UInt32>, passing: [Bool], nodeCount: Int) {
    offsets = [UInt32](repeating: 0, count: nodeCount + 1)
    var count = 0
    for row in 0..<from.count where passing[row] {
      offsets[Int(from[row]) + 1] += 1
      count += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    entries = [AdjacencyEntry](repeating: AdjacencyEntry(node: 0, edge: 0), count: count)
    for row in 0..<from.count where passing[row] {
      let node = Int(from[row])
      entries[Int(next[node])] = AdjacencyEntry(node: to[row], edge: UInt32(row))
      next[node] += 1
    }
  }

  /// The entries of a node.
  @inline(__always)
  subscript(node: Int) -> ArraySlice<AdjacencyEntry> {
    entries[range(node)]
  }

  /// Where the entries of a node are.
  @inline(__always)
  func range(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// How many entries a node has.
  @inline(__always)
  func count(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }
}
