/// The cited works of a graph: of most works of a data file nothing is known but an identifier,
/// which is all that is stored of them.
package struct ReferenceColumns: Sendable {
  /// The identifier of each work, in canonical order.
  package var id = Column<StringIndex>()
  /// The works of which more is known than their identifier says, by row.
  package var described: [UInt32: Reference] = [:]

  package var count: Int { id.count }

  package init() {}

  package init(_ references: [Reference], strings: inout StringInterner) {
    id = Column(references.map { strings.intern($0.id) })
    for (row, reference) in references.enumerated()
    where reference != Reference(publication: reference.id) {
      described[UInt32(row)] = reference
    }
  }

  package func reference(at row: Int, strings: StringArena) -> Reference {
    if let reference = described[UInt32(truncatingIfNeeded: row)] { return reference }
    return Reference(publication: row < id.count ? strings[id[row]] : "")
  }
}
