/// A directed multigraph of concepts and statements, immutable, in columns.
///
/// Two statements about the same pair with different predicates, polarities, or one of them
/// negated, are two edges; the same statement made twice is one edge with two pieces of evidence.
/// Self-loops are allowed. Nodes and edges are in the order in which they were first read, which
/// is the graph's canonical order.
///
/// The value is a reference to shared, immutable storage: copying it is O(1).
public struct KnowledgeGraph: Sendable {
  package let storage: Storage

  package init(_ storage: Storage) { self.storage = storage }

  /// The graph with no node.
  public init() { storage = Storage() }

  /// The columns. Read-only after ``GraphBuilder`` has filled them.
  package final class Storage: Sendable {
    package let title: String
    package let prefixes: PrefixMap
    package let strings: StringArena
    package let nodes: NodeColumns
    package let edges: EdgeColumns
    package let evidence: EvidenceColumns
    /// For each edge, the rows of its evidence: `evidence` row `i` is in list `e`.
    package let evidenceOfEdge: RowRanges
    package let references: [Reference]
    package let documents: [SourceDocument]
    package let focus: [NodeIndex]
    /// Every node, sorted by the bytes of its identifier.
    package let nodesByID: [NodeIndex]

    package init(
      title: String = "", prefixes: PrefixMap = PrefixMap(), strings: StringArena = StringArena(),
      nodes: NodeColumns = NodeColumns(), edges: EdgeColumns = EdgeColumns(),
      evidence: EvidenceColumns = EvidenceColumns(), evidenceOfEdge: RowRanges = RowRanges(),
      references: [Reference] = [], documents: [SourceDocument] = [], focus: [NodeIndex] = [],
      nodesByID: [NodeIndex] = []
    ) {
      self.title = title
      self.prefixes = prefixes
      self.strings = strings
      self.nodes = nodes
      self.edges = edges
      self.evidence = evidence
      self.evidenceOfEdge = evidenceOfEdge
      self.references = references
      self.documents = documents
      self.focus = focus
      self.nodesByID = nodesByID
    }

    package func utf8(ofID node: NodeIndex) -> ArraySlice<UInt8> {
      strings.utf8(nodes.id[node.position])
    }
  }
}

/// The columns of the nodes.
package struct NodeColumns: Sendable {
  package var id: [StringIndex] = []
  package var label: [StringIndex] = []
  /// 0, or the raw value of a ``Role``.
  package var role: [UInt8] = []
  package var description: [UInt32: StringIndex] = [:]
  package var categoryTable: [Category] = []
  package var categories = Ragged<UInt16>()
  package var synonyms = Ragged<StringIndex>()
  package var abbreviations = Ragged<StringIndex>()
  package var exactMatches = Ragged<StringIndex>()
  package var closeMatches = Ragged<StringIndex>()
  package var attributes = Ragged<AttributeCell>()
  package var count: Int { id.count }
  package init() {}
}

/// The columns of the edges.
package struct EdgeColumns: Sendable {
  package var subject: [UInt32] = []
  package var object: [UInt32] = []
  package var predicateTable: [Predicate] = []
  package var predicate: [UInt16] = []
  /// Bit 0: negated. Bits 1–2: raw ``Polarity``.
  package var flags: [UInt8] = []
  /// 0, or the raw value of a ``Certainty``.
  package var certainty: [UInt8] = []
  package var knowledgeLevel: [UInt8] = []
  package var agentType: [UInt8] = []
  /// The identifier that a data file gave the edge, by row.
  package var givenID: [UInt32: StringIndex] = [:]
  package var source: [UInt32: StringIndex] = [:]
  package var attributes = Ragged<AttributeCell>()
  package var count: Int { subject.count }
  package init() {}
}

/// A field of a data file that the model has no column for.
package struct AttributeCell: Sendable, Hashable {
  package var key: StringIndex
  package var value: StringIndex
  package init(key: StringIndex, value: StringIndex) {
    self.key = key
    self.value = value
  }
}

extension KnowledgeGraph {
  /// What the graph is called: its first document's title.
  public var title: String { storage.title }
  /// The prefixes of the graph's CURIEs, its own base included.
  public var prefixes: PrefixMap { storage.prefixes }
  /// The number of nodes.
  public var nodeCount: Int { storage.nodes.count }
  /// The number of edges.
  public var edgeCount: Int { storage.edges.count }
  /// Every cited work, in canonical order.
  public var references: [Reference] { storage.references }
  /// Every document, in the order in which it was read.
  public var documents: [SourceDocument] { storage.documents }
  /// The conditions that the documents are about; empty for a graph read from data files.
  public var focus: [NodeIndex] { storage.focus }

  /// Every node, in canonical order. O(1).
  public var nodes: some RandomAccessCollection<Node> & Sendable {
    IndexedViews(count: nodeCount) { [self] in Node(graph: self, index: NodeIndex($0)) }
  }

  /// Every edge, in canonical order. O(1).
  public var edges: some RandomAccessCollection<Edge> & Sendable {
    IndexedViews(count: edgeCount) { [self] in Edge(graph: self, index: EdgeIndex($0)) }
  }

  /// The row with this number.
  public subscript(index: NodeIndex) -> Node { Node(graph: self, index: index) }
  /// The row with this number.
  public subscript(index: EdgeIndex) -> Edge { Edge(graph: self, index: index) }
  /// The row with this number.
  public subscript(index: ReferenceIndex) -> Reference { storage.references[index.position] }
  /// The row with this number.
  public subscript(index: DocumentIndex) -> SourceDocument { storage.documents[index.position] }

  /// The node with this identifier, or nil. O(log n) expected.
  public func node(id: NodeID) -> Node? {
    let key = Array(id.rawValue.utf8)
    let order = storage.nodesByID
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if storage.utf8(ofID: order[middle]).lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < order.count, storage.utf8(ofID: order[low]).elementsEqual(key) else { return nil }
    return self[order[low]]
  }

  /// The works that a list under the drawing prints: every reference that some evidence cites,
  /// in canonical order.
  public var citedReferences: [ReferenceIndex] {
    var cited = Set<ReferenceIndex>()
    for citation in storage.evidence.citations.values { cited.insert(citation.reference) }
    return cited.sorted()
  }
}
