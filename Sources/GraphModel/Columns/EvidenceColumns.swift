/// Every piece of evidence of a graph, in columns.
///
/// Row `i` belongs to the edge whose range in `KnowledgeGraph.evidenceOfEdge` holds `i`. A column
/// in which no row says anything is empty.
package struct EvidenceColumns: Sendable {
  package var count = 0
  package var document = Column<UInt32>()
  package var section = Column<StringIndex>()
  package var quote = Column<StringIndex>()
  package var rangeStart = Column<UInt32>()
  package var rangeEnd = Column<UInt32>()
  package var line = Column<UInt32>()
  package var hedge = Column<StringIndex>()
  package var certainty = Column<UInt8>()
  /// Scope in the low four bits, stance in the high four.
  package var scopeAndStance = Column<UInt8>()
  package var citations = Ragged<CitationCell>()

  /// Stands in `document`, `rangeStart` and `line` for "not known".
  package static let none = UInt32.max
  /// The sentence itself, in support: what an empty column ``scopeAndStance`` says.
  package static let plainScopeAndStance =
    Evidence.Scope.sentence.rawValue | Evidence.Stance.supports.rawValue << 4

  package init() {}

  /// A place or a line as a column has it.
  package static func bound(_ number: Int?) -> UInt32 {
    number.map { UInt32(clamping: $0) } ?? none
  }

  /// Scope and stance as a column has them.
  package static func scopeAndStance(_ piece: Evidence) -> UInt8 {
    piece.scope.rawValue | piece.stance.rawValue << 4
  }

  /// The columns of these pieces, in this order.
  package init(_ pieces: [Evidence], strings: inout StringInterner) {
    count = pieces.count
    func column<Value: BitwiseCopyable & Equatable & Sendable>(
      empty: Value, _ value: (Evidence) -> Value
    ) -> Column<Value> {
      let values = pieces.map(value)
      return values.allSatisfy { $0 == empty } ? Column() : Column(values)
    }
    document = column(empty: Self.none) { $0.document?.rawValue ?? Self.none }
    section = column(empty: 0) { strings.intern($0.section ?? "") }
    quote = column(empty: 0) { strings.intern($0.quote) }
    rangeStart = column(empty: Self.none) { Self.bound($0.range?.lowerBound) }
    rangeEnd = column(empty: Self.none) { Self.bound($0.range?.upperBound) }
    line = column(empty: Self.none) { Self.bound($0.line) }
    hedge = column(empty: 0) { strings.intern($0.hedge ?? "") }
    certainty = column(empty: 0) { $0.certainty?.rawValue ?? 0 }
    scopeAndStance = column(empty: Self.plainScopeAndStance, Self.scopeAndStance)
    citations = Ragged(pieces.map { $0.citations.map(CitationCell.init) })
  }

  /// Whether the piece speaks for the statement or against it.
  package func stance(at row: UInt32) -> Evidence.Stance {
    Evidence.Stance(rawValue: scopeAndStance.value(row, none: Self.plainScopeAndStance) >> 4)
      ?? .supports
  }

  package func evidence(at row: UInt32, strings: StringArena) -> Evidence {
    func text(_ column: Column<StringIndex>) -> String? {
      let index = column.value(row, none: 0)
      return index == 0 ? nil : strings[index]
    }
    func number(_ column: Column<UInt32>) -> UInt32? {
      let number = column.value(row, none: Self.none)
      return number == Self.none ? nil : number
    }
    return Evidence(
      document: number(document).map(DocumentIndex.init(rawValue:)), section: text(section),
      quote: text(quote) ?? "",
      range: number(rangeStart).map { Int($0)..<Int(max($0, rangeEnd.value(row, none: 0))) },
      line: number(line).map { Int($0) }, hedge: text(hedge),
      certainty: Certainty(rawValue: certainty.value(row, none: 0)),
      scope: Evidence.Scope(
        rawValue: scopeAndStance.value(row, none: Self.plainScopeAndStance) & 15)
        ?? .sentence,
      stance: stance(at: row), citations: citations[row].map(\.citation))
  }
}

/// A ``Citation`` in four bytes: the number of the work, and in the lowest bit whether it was
/// inferred.
package struct CitationCell: Sendable, Hashable, BitwiseCopyable {
  package var bits: UInt32

  package init(_ citation: Citation) {
    bits = citation.reference.rawValue << 1 | (citation.basis == .inferred ? 1 : 0)
  }

  package var citation: Citation {
    Citation(
      ReferenceIndex(rawValue: bits >> 1), basis: bits & 1 == 1 ? .inferred : .stated)
  }
}
