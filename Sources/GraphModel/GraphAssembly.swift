extension GraphBuilder {
  /// The graph of everything that was added. The builder may be used further.
  ///
  /// - Complexity: O(n log n + m + total length of the strings).
  public func build() -> KnowledgeGraph {
    var strings = self.strings
    var evidence = EvidenceColumns()
    var citations: [[Citation]] = []
    var counts: [Int] = []
    counts.reserveCapacity(edges.evidence.isEmpty ? 0 : edges.count)
    if !edges.evidence.isEmpty {
      for row in 0..<UInt32(edges.count) {
        let pieces = edges.evidence[row] ?? []
        counts.append(pieces.count)
        for piece in pieces {
          evidence.append(piece, strings: &strings)
          citations.append(piece.citations)
        }
      }
    }
    evidence.citations = Ragged(citations)
    var edgeColumns = edges.columns
    edgeColumns.attributes = Ragged(sparse: edges.attributes, rows: edges.count)
    let nodeColumns = self.nodeColumns(strings: &strings)
    let arena = strings.arena
    let sorted = (0..<nodes.count).map(NodeIndex.init).sorted {
      arena.utf8(nodeColumns.id[$0.position])
        .lexicographicallyPrecedes(arena.utf8(nodeColumns.id[$1.position]))
    }
    return KnowledgeGraph(
      KnowledgeGraph.Storage(
        title: title, prefixes: prefixes, strings: arena, nodes: nodeColumns, edges: edgeColumns,
        evidence: evidence, evidenceOfEdge: RowRanges(counts: counts), references: references,
        documents: documents, focus: focus, nodesByID: sorted))
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
    for (row, node) in nodes.enumerated() {
      columns.id.append(node.id)
      columns.label.append(strings.intern(node.label))
      columns.role.append(node.role?.rawValue ?? 0)
      if let text = node.description { columns.description[UInt32(row)] = strings.intern(text) }
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
          AttributeCell(key: strings.intern($0.key), value: strings.intern($0.value))
        })
    }
    columns.categories = Ragged(categories)
    columns.synonyms = Ragged(synonyms)
    columns.abbreviations = Ragged(abbreviations)
    columns.exactMatches = Ragged(exact)
    columns.closeMatches = Ragged(close)
    columns.attributes = Ragged(attributes)
    return columns
  }
}
