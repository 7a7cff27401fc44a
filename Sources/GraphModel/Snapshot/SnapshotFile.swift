/// The sections of a mapped snapshot.
struct SnapshotFile {
  struct Entry {
    var stride: Int
    var offset: Int
    var count: Int
  }

  private let file: MappedFile
  private var entries: [UInt32: Entry] = [:]
  /// What keeps the columns' memory: the file, or what guards it.
  private let owner: any AnyObject & Sendable

  init(_ file: MappedFile, verifies: Bool, threads: Int) throws(SnapshotError) {
    self.file = file
    let bytes = file.bytes
    guard Snapshot.isSnapshot(bytes) else { throw .notASnapshot }
    guard bytes.count >= Snapshot.headerLength else { throw .wrongLength }
    let version = UInt32(truncatingIfNeeded: Self.number(bytes, 8))
    guard version == Snapshot.version else { throw .otherVersion(version) }
    guard Self.number(bytes, 16) == UInt64(bytes.count) else { throw .wrongLength }
    let sections = Int(Self.number(bytes, 8) >> 32)
    let blocks = (bytes.count - 1) / Snapshot.blockLength + 1
    guard sections <= 1000, Self.number(bytes, 32) == UInt64(blocks) else {
      throw .damaged("header")
    }
    let preludeLength = SnapshotLayout.preludeLength(sections: sections, blocks: blocks)
    guard preludeLength <= bytes.count else { throw .damaged("header") }
    let summed = Array(bytes[..<24]) + bytes[32..<preludeLength]
    guard
      summed.withUnsafeBytes({ Snapshot.checksum($0, ofBlock: 0) }) == Self.number(bytes, 24)
    else { throw .damaged("header") }
    var at = Snapshot.headerLength
    for _ in 0..<sections {
      let kind = Self.number(bytes, at)
      guard let stride = Int(exactly: kind >> 32), stride > 0, stride <= 16,
        let offset = Int(exactly: Self.number(bytes, at + 8)),
        let count = Int(exactly: Self.number(bytes, at + 16)),
        offset >= preludeLength, offset % Snapshot.alignment == 0, offset <= bytes.count,
        count <= (bytes.count - offset) / stride
      else { throw .damaged("table of sections") }
      entries[UInt32(truncatingIfNeeded: kind)] = Entry(
        stride: stride, offset: offset, count: count)
      at += Snapshot.entryLength
    }
    let sums = (0..<blocks).map { Self.number(bytes, at + $0 * 8) }
    let blocksOfFile = SnapshotBlocks(bytes, preludeLength: preludeLength, sums: sums)
    // The blocks with the prelude in them, and what shares a page with them, are verified at once.
    let unit = max(Snapshot.blockLength, MappedFile.pageLength)
    let first = min((preludeLength / unit + 1) * unit / Snapshot.blockLength, blocks)
    guard blocksOfFile.areWhole(0..<first) else { throw .damaged("beginning") }
    if !verifies, first < blocks, let guarded = BlockGuard(file, from: first, sums: sums) {
      owner = guarded
      return
    }
    owner = file
    if let damaged = blocksOfFile.firstDamaged(in: first..<blocks, threads: threads) {
      throw .damaged(section(at: damaged * Snapshot.blockLength))
    }
    file.discard(0..<bytes.count)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
    )
  }

  /// What lies in the block that begins at a place: the last section that begins in it or before.
  private func section(at place: Int) -> String {
    let last = entries.filter { $0.value.offset < place + Snapshot.blockLength }
      .max { $0.value.offset < $1.value.offset }
    return last.flatMap { Snapshot.Section(rawValue: $0.key) }.map { "\($0)" } ?? "beginning"
  }

  /// The column of a section; empty where the file has none.
  private func column<Element>(
    _ section: Snapshot.Section, of type: Element.Type
  ) throws(SnapshotError) -> Column<Element> {
    guard let entry = entries[section.rawValue] else { return Column() }
    guard entry.stride == MemoryLayout<Element>.stride, let base = file.bytes.baseAddress else {
      throw .damaged("\(section)")
    }
    // Sections lie at multiples of 64 bytes of a file that is mapped at a page.
    let start = UnsafeRawPointer(base + entry.offset).assumingMemoryBound(to: Element.self)
    return Column(
      unsafeWindow: UnsafeBufferPointer(start: start, count: entry.count), owner: owner)
  }

  private func column<Element>(
    _ section: Snapshot.Section, of type: Element.Type, rows: Int, mayBeEmpty: Bool = false
  ) throws(SnapshotError) -> Column<Element> {
    let column = try column(section, of: type)
    guard column.count == rows || mayBeEmpty && column.isEmpty else {
      throw .damaged("\(section)")
    }
    return column
  }

  private func ragged<Element>(
    _ offsets: Snapshot.Section, _ values: Snapshot.Section, of type: Element.Type, rows: Int
  ) throws(SnapshotError) -> Ragged<Element> {
    Ragged(
      offsets: try column(offsets, of: UInt32.self, rows: rows + 1, mayBeEmpty: true),
      values: try column(values, of: type))
  }

  private func sparse(
    _ rows: Snapshot.Section, _ values: Snapshot.Section, rowCount: Int
  ) throws(SnapshotError) -> SparseColumn<StringIndex> {
    let found = try column(values, of: StringIndex.self)
    let places = try column(rows, of: UInt32.self)
    guard places.isEmpty ? found.isEmpty || found.count == rowCount : places.count == found.count
    else { throw .damaged("\(values)") }
    return SparseColumn(rows: places, values: found)
  }

  // MARK: The graph

  func storage() throws(SnapshotError) -> KnowledgeGraph.Storage {
    let texts = try SnapshotTexts(column(.texts, of: UInt8.self))
    let strings = StringArena(
      bytes: try column(.stringBytes, of: UInt8.self),
      offsets: try column(.stringOffsets, of: UInt64.self))
    let nodes = try nodes(texts)
    guard texts.focus.allSatisfy({ $0.position < texts.nodeCount }) else {
      throw .damaged("texts")
    }
    var references = ReferenceColumns()
    references.id = try column(.referenceID, of: StringIndex.self)
    references.described = texts.described
    return KnowledgeGraph.Storage(
      title: texts.title, prefixes: texts.prefixes, strings: strings, nodes: nodes,
      edges: try edges(texts), evidence: try evidence(texts),
      evidenceOfEdge: RowRanges(
        offsets: try column(
          .evidenceOfEdge, of: UInt32.self, rows: texts.edgeCount + 1, mayBeEmpty: true)),
      references: references, documents: texts.documents, focus: texts.focus,
      nodesByID: NodeIDTable(slots: try column(.nodesByID, of: UInt64.self)),
      nodesByName: NameIndex(slots: try column(.nodesByName, of: UInt64.self)),
      adjacency: AdjacencyColumns(
        outgoing: try rows(.outgoingOffsets, .outgoingNodes, .outgoingEdges, texts),
        incoming: try rows(.incomingOffsets, .incomingNodes, .incomingEdges, texts)),
      negatedEdgeCount: texts.negatedEdgeCount, strengths: try strengths(texts))
  }

  private func strengths(_ texts: SnapshotTexts) throws(SnapshotError) -> EdgeStrengths? {
    guard entries[Snapshot.Section.strengthTable.rawValue] != nil else { return nil }
    return EdgeStrengths(
      table: try column(.strengthTable, of: Double.self),
      codes: try column(.strengthCodes, of: UInt16.self, rows: texts.edgeCount))
  }

  private func rows(
    _ offsets: Snapshot.Section, _ nodes: Snapshot.Section, _ edges: Snapshot.Section,
    _ texts: SnapshotTexts
  ) throws(SnapshotError) -> AdjacencyColumns.Rows {
    AdjacencyColumns.Rows(
      offsets: try column(offsets, of: UInt32.self, rows: texts.nodeCount + 1),
      nodes: try column(nodes, of: UInt32.self, rows: texts.edgeCount),
      edges: try column(edges, of: UInt32.self, rows: texts.edgeCount))
  }

  private func nodes(_ texts: SnapshotTexts) throws(SnapshotError) -> NodeColumns {
    let count = texts.nodeCount
    var nodes = NodeColumns()
    nodes.id = try column(.nodeID, of: StringIndex.self, rows: count)
    nodes.label = try column(.nodeLabel, of: StringIndex.self, rows: count)
    nodes.role = try column(.nodeRole, of: UInt8.self, rows: count)
    nodes.description = try sparse(.descriptionRows, .descriptionValues, rowCount: count)
    nodes.categoryTable = texts.categories
    nodes.categories = try ragged(
      .categoryOffsets, .categoryValues, of: UInt16.self, rows: count)
    nodes.synonyms = try ragged(.synonymOffsets, .synonymValues, of: UInt32.self, rows: count)
    nodes.abbreviations = try ragged(
      .abbreviationOffsets, .abbreviationValues, of: UInt32.self, rows: count)
    nodes.exactMatches = try ragged(.exactOffsets, .exactValues, of: UInt32.self, rows: count)
    nodes.closeMatches = try ragged(.closeOffsets, .closeValues, of: UInt32.self, rows: count)
    nodes.attributes = try ragged(
      .nodeFieldOffsets, .nodeFieldValues, of: AttributeCell.self, rows: count)
    return nodes
  }

  private func edges(_ texts: SnapshotTexts) throws(SnapshotError) -> EdgeColumns {
    let count = texts.edgeCount
    var edges = EdgeColumns()
    edges.subject = try column(.subject, of: UInt32.self, rows: count)
    edges.object = try column(.object, of: UInt32.self, rows: count)
    edges.predicateTable = texts.predicates
    edges.predicate = try column(.predicate, of: UInt16.self, rows: count)
    edges.flags = try column(.flags, of: UInt8.self, rows: count)
    edges.certainty = try column(.certainty, of: UInt8.self, rows: count)
    edges.knowledgeLevel = try column(.knowledgeLevel, of: UInt8.self, rows: count)
    edges.agentType = try column(.agentType, of: UInt8.self, rows: count)
    edges.givenID = try sparse(.givenIDRows, .givenIDValues, rowCount: count)
    edges.source = try sparse(.sourceRows, .sourceValues, rowCount: count)
    edges.attributes = try ragged(
      .edgeFieldOffsets, .edgeFieldValues, of: AttributeCell.self, rows: count)
    return edges
  }

  private func evidence(_ texts: SnapshotTexts) throws(SnapshotError) -> EvidenceColumns {
    let count = texts.evidenceCount
    var evidence = EvidenceColumns()
    evidence.count = count
    func numbers(_ section: Snapshot.Section) throws(SnapshotError) -> Column<UInt32> {
      try column(section, of: UInt32.self, rows: count, mayBeEmpty: true)
    }
    evidence.document = try numbers(.evidenceDocument)
    evidence.section = try numbers(.evidenceSection)
    evidence.quote = try numbers(.evidenceQuote)
    evidence.rangeStart = try numbers(.evidenceStart)
    evidence.rangeEnd = try numbers(.evidenceEnd)
    evidence.line = try numbers(.evidenceLine)
    evidence.hedge = try numbers(.evidenceHedge)
    evidence.certainty = try column(
      .evidenceCertainty, of: UInt8.self, rows: count, mayBeEmpty: true)
    evidence.scopeAndStance = try column(
      .evidenceScope, of: UInt8.self, rows: count, mayBeEmpty: true)
    evidence.citations = try ragged(
      .citationOffsets, .citationValues, of: CitationCell.self, rows: count)
    return evidence
  }
}
