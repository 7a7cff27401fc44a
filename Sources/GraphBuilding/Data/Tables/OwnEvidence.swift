import GraphModel

/// Puts in its place what the edges of a table say themselves of what backs them, sentence by
/// sentence, and the works and documents that it names.
///
/// - Complexity: O(edges + evidence) time; space for the evidence once more.
struct OwnEvidence {
  private let pool: StringPool
  private var description: KGXDescription
  private let key: StringIndex
  /// How many cells are nothing that etiograph writes; they stay what they are, attributes.
  private(set) var unread = 0

  init(_ description: KGXDescription, pool: StringPool) {
    self.description = description
    self.pool = pool
    key = pool.intern(KGXNames.evidence)
  }

  /// Puts it there.
  ///
  /// - Returns: the documents, the prefixes and the title, as a graph without nodes.
  mutating func apply(to columns: inout EdgeStore.Columns) -> KnowledgeGraph {
    let old = columns
    var rows = EvidenceRows()
    var attributes = Pile<AttributeCell>()
    var attributeEnds = Pile<UInt32>()
    for edge in 0..<UInt32(old.edges.count) {
      var own: [Evidence] = []
      for cell in old.edges.attributes[edge] {
        if cell.key == key {
          if let pieces = description.evidence(pool.utf8(cell.value)) {
            own += own.isEmpty ? pieces : pieces.filter { !own.contains($0) }
            continue
          }
          unread += 1
        }
        attributes.append(cell)
      }
      attributeEnds.append(UInt32(truncatingIfNeeded: attributes.count))
      for row in old.evidenceOfEdge[edge] { rows.copy(row, of: old.evidence) }
      for piece in own { rows.append(piece, pool) }
      rows.endEdge()
    }
    columns.edges.attributes =
      attributes.count == 0
      ? Ragged()
      : Ragged(offsets: EvidenceRows.offsets(&attributeEnds), values: attributes.takeColumn())
    let graph = description.builder.build()
    let numbers = renumber(&columns.references, after: graph.references)
    (columns.evidence, columns.evidenceOfEdge) = rows.takeColumns(numbers: numbers)
    return graph
  }

  /// The works that are described come first, then those that the tables name.
  ///
  /// - Returns: the new number of each work of the tables.
  private func renumber(
    _ references: inout ReferenceColumns, after described: some Collection<Reference>
  ) -> [UInt32] {
    var numbers: [String: UInt32] = [:]
    for (number, reference) in described.enumerated() {
      numbers[reference.id] = UInt32(number)
    }
    var ids = described.map { pool.intern($0.id) }
    var tables: [UInt32] = []
    tables.reserveCapacity(references.count)
    for string in references.id {
      if !numbers.isEmpty, let known = numbers[pool.utf8(string).string] {
        tables.append(known)
      } else {
        tables.append(UInt32(truncatingIfNeeded: ids.count))
        ids.append(string)
      }
    }
    references.id = Column(ids)
    for (number, reference) in described.enumerated()
    where reference != Reference(publication: reference.id) {
      references.described[UInt32(number)] = reference
    }
    return tables
  }
}
