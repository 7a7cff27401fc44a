extension GraphBuilder {
  /// The graph of everything that was added. The builder may be used further.
  ///
  /// - Complexity: O(n + m + total length of the strings).
  public func build() -> KnowledgeGraph {
    var strings = self.strings
    var pieces: [Evidence] = []
    var counts: [Int] = []
    if !edges.evidence.isEmpty {
      counts.reserveCapacity(edges.count)
      for row in 0..<UInt32(edges.count) {
        let own = edges.evidence[row] ?? []
        counts.append(own.count)
        pieces += own
      }
    }
    let evidence = EvidenceColumns(pieces, strings: &strings)
    let nodeColumns = self.nodeColumns(strings: &strings)
    let references = ReferenceColumns(self.references, strings: &strings)
    let arena = strings.arena
    return KnowledgeGraph(
      KnowledgeGraph.Storage(
        title: title, prefixes: prefixes, strings: arena, nodes: nodeColumns,
        edges: edges.columns(), evidence: evidence, evidenceOfEdge: RowRanges(counts: counts),
        references: references, documents: documents, focus: focus,
        nodesByID: NodeIDTable(ids: nodeColumns.id, strings: arena)))
  }

  private func nodeColumns(strings: inout StringInterner) -> NodeColumns {
    var columns = NodeColumns()
    var numbers: [Category: UInt16] = [:]
    var categories: [[UInt16]] = []
    func all(_ texts: [String]) -> [StringIndex] { texts.map { strings.intern($0) } }
    var synonyms: [[StringIndex]] = []
    var abbreviations: [[StringIndex]] = []
    var exact: [[StringIndex]] = []
    var close: [[StringIndex]] = []
    var attributes: [[AttributeCell]] = []
    columns.id = Column(nodes.map(\.id))
    columns.label = Column(nodes.map { strings.intern($0.label) })
    columns.role = Column(nodes.map { $0.role?.rawValue ?? 0 })
    var descriptions: [UInt32: StringIndex] = [:]
    for (row, node) in nodes.enumerated() {
      if let text = node.description { descriptions[UInt32(row)] = strings.intern(text) }
      categories.append(
        node.categories.compactMap { category in
          if let number = numbers[category] { return number }
          guard columns.categoryTable.count < UInt16.max else { return nil }
          let number = UInt16(columns.categoryTable.count)
          columns.categoryTable.append(category)
          numbers[category] = number
          return number
        })
      synonyms.append(all(node.synonyms))
      abbreviations.append(all(node.abbreviations))
      exact.append(all(node.exactMatches))
      close.append(all(node.closeMatches))
      attributes.append(
        node.attributes.map {
          AttributeCell(
            key: strings.intern($0.key), value: strings.intern($0.value), kind: $0.kind)
        })
    }
    columns.description = SparseColumn(descriptions, rowCount: nodes.count)
    columns.categories = Ragged(categories)
    columns.synonyms = Ragged(synonyms)
    columns.abbreviations = Ragged(abbreviations)
    columns.exactMatches = Ragged(exact)
    columns.closeMatches = Ragged(close)
    columns.attributes = Ragged(attributes)
    return columns
  }
}
