import GraphModel

/// The columns of evidence that comes partly from the columns of tables, partly piece by piece.
struct EvidenceRows: ~Copyable {
  private var edgeEnds = Pile<UInt32>()
  private var document = Pile<UInt32>()
  private var section = Pile<StringIndex>()
  private var quote = Pile<StringIndex>()
  private var rangeStart = Pile<UInt32>()
  private var rangeEnd = Pile<UInt32>()
  private var line = Pile<UInt32>()
  private var hedge = Pile<StringIndex>()
  private var certainty = Pile<UInt8>()
  private var scopeAndStance = Pile<UInt8>()
  private var citationEnds = Pile<UInt32>()
  private var citations = Pile<CitationCell>()

  /// Stands in a citation for a work that is numbered already.
  private static let isNumbered: UInt32 = 1 << 31

  /// Adds a row of a table's evidence, which has neither a document nor a place.
  mutating func copy(_ row: UInt32, of old: EvidenceColumns) {
    document.append(EvidenceColumns.none)
    section.append(0)
    quote.append(old.quote.value(row, none: 0))
    rangeStart.append(EvidenceColumns.none)
    rangeEnd.append(EvidenceColumns.none)
    line.append(EvidenceColumns.none)
    hedge.append(old.hedge.value(row, none: 0))
    certainty.append(old.certainty.value(row, none: 0))
    scopeAndStance.append(EvidenceColumns.plainScopeAndStance)
    for cell in old.citations[row] { citations.append(cell) }
    citationEnds.append(UInt32(truncatingIfNeeded: citations.count))
  }

  /// Adds a piece, the works of which have their numbers.
  mutating func append(_ piece: Evidence, _ pool: StringPool) {
    document.append(piece.document?.rawValue ?? EvidenceColumns.none)
    section.append(pool.intern(piece.section ?? ""))
    quote.append(pool.intern(piece.quote))
    rangeStart.append(EvidenceColumns.bound(piece.range?.lowerBound))
    rangeEnd.append(EvidenceColumns.bound(piece.range?.upperBound))
    line.append(EvidenceColumns.bound(piece.line))
    hedge.append(pool.intern(piece.hedge ?? ""))
    certainty.append(piece.certainty?.rawValue ?? 0)
    scopeAndStance.append(EvidenceColumns.scopeAndStance(piece))
    for citation in piece.citations {
      var cell = CitationCell(citation)
      cell.bits |= Self.isNumbered
      citations.append(cell)
    }
    citationEnds.append(UInt32(truncatingIfNeeded: citations.count))
  }

  mutating func endEdge() { edgeEnds.append(UInt32(truncatingIfNeeded: quote.count)) }

  /// The columns; the rows are empty then.
  ///
  /// - Parameter numbers: the numbers of the works of the table.
  mutating func takeColumns(numbers: [UInt32]) -> (EvidenceColumns, RowRanges) {
    var columns = EvidenceColumns()
    columns.count = quote.count
    guard columns.count > 0 else { return (columns, RowRanges()) }
    for position in 0..<citations.count {
      let bits = citations[position].bits
      if bits & Self.isNumbered != 0 {
        citations[position].bits = bits & ~Self.isNumbered
      } else {
        citations[position].bits = numbers[Int(bits >> 1)] << 1 | bits & 1
      }
    }
    columns.document = Self.column(&document, none: EvidenceColumns.none)
    columns.section = Self.column(&section, none: 0)
    columns.quote = Self.column(&quote, none: 0)
    columns.rangeStart = Self.column(&rangeStart, none: EvidenceColumns.none)
    columns.rangeEnd = Self.column(&rangeEnd, none: EvidenceColumns.none)
    columns.line = Self.column(&line, none: EvidenceColumns.none)
    columns.hedge = Self.column(&hedge, none: 0)
    columns.certainty = Self.column(&certainty, none: 0)
    columns.scopeAndStance = Self.column(
      &scopeAndStance, none: EvidenceColumns.plainScopeAndStance)
    if citations.count > 0 {
      columns.citations = Ragged(
        offsets: Self.offsets(&citationEnds), values: citations.takeColumn())
    }
    return (columns, RowRanges(offsets: Self.offsets(&edgeEnds)))
  }

  /// The column; empty where no row says anything.
  private static func column<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ pile: inout Pile<Value>, none: Value
  ) -> Column<Value> {
    pile.buffer.allSatisfy { $0 == none } ? Column() : pile.takeColumn()
  }

  /// Where each list begins, and where the last one ends.
  static func offsets(_ ends: inout Pile<UInt32>) -> Column<UInt32> {
    let count = ends.count
    ends.extend(to: count + 1)
    for row in stride(from: count, to: 0, by: -1) { ends[row] = ends[row - 1] }
    ends[0] = 0
    return ends.takeColumn()
  }
}
