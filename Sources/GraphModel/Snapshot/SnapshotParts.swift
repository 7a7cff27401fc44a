/// The sections of a graph's snapshot, and what they look into.
struct SnapshotParts {
  struct Part {
    var section: Snapshot.Section
    var stride: Int
    var bytes: UnsafeRawBufferPointer
  }

  private(set) var sections: [Part] = []
  private var owners: [any AnyObject & Sendable] = []

  init(_ graph: KnowledgeGraph, threads: Int) {
    let storage = graph.storage
    add(.texts, Column(SnapshotTexts(storage).bytes))
    add(.stringBytes, storage.strings.bytes)
    add(.stringOffsets, storage.strings.offsets)
    addNodes(storage.nodes)
    addEdges(storage.edges)
    if let strengths = storage.strengths ?? EdgeStrengths(graph, threads: threads) {
      add(.strengthTable, strengths.table)
      add(.strengthCodes, strengths.codes)
    }
    addEvidence(storage)
    add(.nodesByID, storage.nodesByID.slots)
    add(.nodesByName, (storage.nodesByName ?? NameIndex(graph, threads: threads)).slots)
    let adjacency =
      storage.adjacency ?? AdjacencyColumns(storage.edges, nodeCount: storage.nodes.count)
    add(.outgoingOffsets, adjacency.outgoing.offsets)
    add(.outgoingNodes, adjacency.outgoing.nodes)
    add(.outgoingEdges, adjacency.outgoing.edges)
    add(.incomingOffsets, adjacency.incoming.offsets)
    add(.incomingNodes, adjacency.incoming.nodes)
    add(.incomingEdges, adjacency.incoming.edges)
  }

  private mutating func add<Element>(_ section: Snapshot.Section, _ column: Column<Element>) {
    if column.isEmpty { return }
    if let owner = column.owner { owners.append(owner) }
    sections.append(
      Part(
        section: section, stride: MemoryLayout<Element>.stride,
        bytes: UnsafeRawBufferPointer(column.unsafeBuffer)))
  }

  private mutating func addNodes(_ nodes: NodeColumns) {
    add(.nodeID, nodes.id)
    add(.nodeLabel, nodes.label)
    add(.nodeRole, nodes.role)
    add(.descriptionRows, nodes.description.rows)
    add(.descriptionValues, nodes.description.values)
    add(.categoryOffsets, nodes.categories.offsets)
    add(.categoryValues, nodes.categories.values)
    add(.synonymOffsets, nodes.synonyms.offsets)
    add(.synonymValues, nodes.synonyms.values)
    add(.abbreviationOffsets, nodes.abbreviations.offsets)
    add(.abbreviationValues, nodes.abbreviations.values)
    add(.exactOffsets, nodes.exactMatches.offsets)
    add(.exactValues, nodes.exactMatches.values)
    add(.closeOffsets, nodes.closeMatches.offsets)
    add(.closeValues, nodes.closeMatches.values)
    add(.nodeFieldOffsets, nodes.attributes.offsets)
    add(.nodeFieldValues, nodes.attributes.values)
  }

  private mutating func addEdges(_ edges: EdgeColumns) {
    add(.subject, edges.subject)
    add(.object, edges.object)
    add(.predicate, edges.predicate)
    add(.flags, edges.flags)
    add(.certainty, edges.certainty)
    add(.knowledgeLevel, edges.knowledgeLevel)
    add(.agentType, edges.agentType)
    add(.givenIDRows, edges.givenID.rows)
    add(.givenIDValues, edges.givenID.values)
    add(.sourceRows, edges.source.rows)
    add(.sourceValues, edges.source.values)
    add(.edgeFieldOffsets, edges.attributes.offsets)
    add(.edgeFieldValues, edges.attributes.values)
  }

  private mutating func addEvidence(_ storage: KnowledgeGraph.Storage) {
    let evidence = storage.evidence
    add(.evidenceDocument, evidence.document)
    add(.evidenceSection, evidence.section)
    add(.evidenceQuote, evidence.quote)
    add(.evidenceStart, evidence.rangeStart)
    add(.evidenceEnd, evidence.rangeEnd)
    add(.evidenceLine, evidence.line)
    add(.evidenceHedge, evidence.hedge)
    add(.evidenceCertainty, evidence.certainty)
    add(.evidenceScope, evidence.scopeAndStance)
    add(.citationOffsets, evidence.citations.offsets)
    add(.citationValues, evidence.citations.values)
    add(.evidenceOfEdge, storage.evidenceOfEdge.offsets)
    add(.referenceID, storage.references.id)
  }
}
