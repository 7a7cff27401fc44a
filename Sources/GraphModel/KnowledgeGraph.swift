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
    package let references: ReferenceColumns
    package let documents: [SourceDocument]
    package let focus: [NodeIndex]
    /// Finds a node by its identifier.
    package let nodesByID: NodeIDTable
    /// Finds a node by its names, where a snapshot has it.
    package let nodesByName: NameIndex?
    /// Who is next to whom, where a snapshot has it; an analysis makes it where not.
    package let adjacency: AdjacencyColumns?
    /// How many edges are negated, where that is known.
    package let negatedEdgeCount: Int?
    /// The strength of every edge, where a snapshot has it.
    package let strengths: EdgeStrengths?

    package init(
      title: String = "", prefixes: PrefixMap = PrefixMap(), strings: StringArena = StringArena(),
      nodes: NodeColumns = NodeColumns(), edges: EdgeColumns = EdgeColumns(),
      evidence: EvidenceColumns = EvidenceColumns(), evidenceOfEdge: RowRanges = RowRanges(),
      references: ReferenceColumns = ReferenceColumns(), documents: [SourceDocument] = [],
      focus: [NodeIndex] = [], nodesByID: NodeIDTable = NodeIDTable(),
      nodesByName: NameIndex? = nil, adjacency: AdjacencyColumns? = nil,
      negatedEdgeCount: Int? = nil, strengths: EdgeStrengths? = nil
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
      self.nodesByName = nodesByName
      self.adjacency = adjacency
      self.negatedEdgeCount = negatedEdgeCount
      self.strengths = strengths
    }
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
  ///
  /// - Complexity: O(1); each work is made when it is asked for.
  public var references: CitedWorks { CitedWorks(storage: storage) }
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
  public subscript(index: ReferenceIndex) -> Reference {
    storage.references.reference(at: index.position, strings: storage.strings)
  }
  /// The row with this number.
  public subscript(index: DocumentIndex) -> SourceDocument { storage.documents[index.position] }

  /// The predicates of the statements, each once, in the order in which they were first used. O(1).
  public var predicates: [Predicate] { storage.edges.predicateTable }

  /// The node with this identifier, or nil. O(length of the identifier) expected.
  public func node(id: NodeID) -> Node? {
    var key = id.rawValue
    let row = key.withUTF8 { key in
      storage.nodesByID.firstRow(hash: ByteHash.hash(key)) { row in
        guard Int(row) < nodeCount else { return false }
        return storage.strings.withUTF8(storage.nodes.id[Int(row)]) { $0.elementsEqual(key) }
      }
    }
    return row.map { self[NodeIndex(rawValue: $0)] }
  }

  /// The works that a list under the drawing prints: every reference that some evidence cites,
  /// in canonical order.
  public var citedReferences: [ReferenceIndex] {
    var cited = Set<ReferenceIndex>()
    for cell in storage.evidence.citations.values { cited.insert(cell.citation.reference) }
    return cited.sorted()
  }
}
