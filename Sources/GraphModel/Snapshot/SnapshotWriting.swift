extension Snapshot {
  /// Writes a graph, part by part, to whatever takes bytes.
  ///
  /// The same graph gives the same bytes, on every machine and with any number of threads.
  ///
  /// - Complexity: O(size of the graph); besides the graph, 16 bytes an edge, 8 a node and 32 a
  ///   name where the graph has no adjacency and no index of names yet.
  package static func write<Failure: Error>(
    _ graph: KnowledgeGraph, threads: Int = Parallel.standardThreads,
    to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let parts = SnapshotParts(graph, threads: threads)
    // The sections look into columns that nothing else may keep alive.
    defer { withExtendedLifetime(parts) {} }
    var offset = headerLength + parts.sections.count * entryLength
    var table = SnapshotTextWriter()
    for part in parts.sections {
      offset = aligned(offset)
      table.write(Int(part.section.rawValue) | part.stride << 32)
      table.write(offset)
      table.write(part.bytes.count / part.stride)
      table.write(Int(bitPattern: UInt(SnapshotChecksum.of(part.bytes, threads: threads))))
      offset += part.bytes.count
    }
    let header = header(length: offset, sections: parts.sections.count, table: table.bytes)
    var written = 0
    func put(_ bytes: [UInt8]) throws(Failure) {
      written += bytes.count
      let column = Column(bytes)
      defer { withExtendedLifetime(column) {} }
      try sink(UnsafeRawBufferPointer(column.unsafeBuffer))
    }
    try put(header)
    try put(table.bytes)
    for part in parts.sections {
      let padding = aligned(written) - written
      if padding > 0 { try put([UInt8](repeating: 0, count: padding)) }
      try sink(part.bytes)
      written += part.bytes.count
    }
  }

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  /// Magic, version and number of sections, length, checksum of what goes before and the table.
  static func header(length: Int, sections: Int, table: [UInt8]) -> [UInt8] {
    var header = SnapshotTextWriter()
    header.write(Int(version) | sections << 32)
    header.write(length)
    let start = magic + header.bytes
    let sum = (start + table).withUnsafeBufferPointer { ByteHash.hash($0) }
    var end = SnapshotTextWriter()
    end.write(Int(bitPattern: UInt(sum)))
    let all = start + end.bytes
    return all + [UInt8](repeating: 0, count: headerLength - all.count)
  }
}

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
