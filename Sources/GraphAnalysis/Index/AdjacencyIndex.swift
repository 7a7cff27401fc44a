public import GraphModel

/// Who is next to whom: the edges of a graph, sorted by subject and by object.
///
/// Made once from a graph and taken by every analysis. It is a directed multigraph: each edge that
/// passes the filter is one entry from its subject to its object, so parallel edges are several
/// entries and a self-loop is an entry of a node to itself. Negated edges are never in it.
///
/// Compressed sparse rows in both directions: the entries of node `v` are
/// those in `offsets[v] ..< offsets[v + 1]`, in edge order, laid out by a counting sort. Where the
/// graph comes with such rows and every edge passes, they are used as they are.
///
/// - Complexity: O(n + m) time to make, or O(1) where the graph comes with such rows and every edge
///   passes; 8 bytes a node and 16 bytes an edge, and another 16 bytes for each edge that is weighed
///   where the graph has evidence.
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
  /// What searches keep from one to the next.
  let spaces = SearchSpaces()

  /// Indexes the edges of a graph that pass a filter.
  public init(_ graph: KnowledgeGraph, filter: EdgeFilter = .all) {
    self.graph = graph
    self.filter = filter
    let columns = graph.storage.edges
    let test = EdgeTest(filter, in: graph)
    let negated = graph.storage.negatedEdgeCount ?? columns.negatedCount
    let passesAll = test.passesAll && negated == 0
    let rows: AdjacencyColumns
    if passesAll, let known = graph.storage.adjacency {
      rows = known
    } else {
      // nil where every edge passes, which spares the test.
      let passes: Column<Bool>? =
        passesAll
        ? nil
        : Column(count: columns.count) { buffer in
          for row in buffer.indices { buffer.initializeElement(at: row, to: test.passes(row)) }
        }
      rows = AdjacencyColumns(columns, passing: passes, nodeCount: graph.nodeCount)
    }
    outgoing = rows.outgoing
    incoming = rows.incoming
    weights = EdgeWeights(graph)
  }

  /// The number of nodes of the graph, whether or not an edge that passes touches them.
  public var nodeCount: Int { graph.nodeCount }

  /// The number of edges that pass the filter.
  public var edgeCount: Int { outgoing.count }

  /// Whether there is such a node. O(1).
  public func contains(_ node: NodeIndex) -> Bool { node.position < nodeCount }

  /// The edges that pass, in canonical order.
  var edgeRows: [UInt32] { outgoing.edges.sorted() }
}

/// One entry of an adjacency row: the node at the other end, and the edge that leads there.
struct AdjacencyEntry: Sendable, Hashable {
  var node: UInt32
  var edge: UInt32
}

/// The adjacency rows of one direction.
typealias AdjacencyRows = AdjacencyColumns.Rows

extension AdjacencyColumns.Rows {
  /// The number of entries.
  var count: Int { nodes.count }

  /// The entry in a place.
  @inline(__always)
  func entry(_ place: Int) -> AdjacencyEntry {
    AdjacencyEntry(node: nodes.unsafeBuffer[place], edge: edges.unsafeBuffer[place])
  }

  /// The entries of a node.
  @inline(__always)
  subscript(node: Int) -> some RandomAccessCollection<AdjacencyEntry> {
    range(node).lazy.map { entry($0) }
  }

  /// Where the entries of a node are.
  @inline(__always)
  func range(_ node: Int) -> Range<Int> {
    let offsets = offsets.unsafeBuffer
    return Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// How many entries a node has.
  @inline(__always)
  func count(_ node: Int) -> Int { range(node).count }
}
