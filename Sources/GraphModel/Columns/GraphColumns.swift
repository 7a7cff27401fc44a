/// The columns of the nodes.
package struct NodeColumns: Sendable {
  package var id = Column<StringIndex>()
  package var label = Column<StringIndex>()
  /// 0, or the raw value of a ``Role``.
  package var role = Column<UInt8>()
  package var description = SparseColumn<StringIndex>()
  package var categoryTable: [Category] = []
  package var categories = Ragged<UInt16>()
  package var synonyms = Ragged<StringIndex>()
  package var abbreviations = Ragged<StringIndex>()
  package var exactMatches = Ragged<StringIndex>()
  package var closeMatches = Ragged<StringIndex>()
  package var attributes = Ragged<AttributeCell>()
  package var count: Int { id.count }
  package init() {}
}

/// The columns of the edges.
package struct EdgeColumns: Sendable {
  package var subject = Column<UInt32>()
  package var object = Column<UInt32>()
  package var predicateTable: [Predicate] = []
  package var predicate = Column<UInt16>()
  /// Bit 0: negated. Bits 1–2: raw ``Polarity``.
  package var flags = Column<UInt8>()
  /// 0, or the raw value of a ``Certainty``.
  package var certainty = Column<UInt8>()
  package var knowledgeLevel = Column<UInt8>()
  package var agentType = Column<UInt8>()
  /// The identifier that a data file gave the edge, by row.
  package var givenID = SparseColumn<StringIndex>()
  package var source = SparseColumn<StringIndex>()
  package var attributes = Ragged<AttributeCell>()
  package var count: Int { subject.count }
  /// How many are negated. O(m).
  package var negatedCount: Int { flags.count { $0 & 1 != 0 } }
  package init() {}
}

/// A field of a data file that the model has no column for.
package struct AttributeCell: Sendable, Hashable, BitwiseCopyable {
  package var key: StringIndex
  package var value: StringIndex
  /// The raw ``Attribute/Kind``, in four bytes, so that no byte of the cell is left unset.
  private var rawKind: UInt32
  package init(key: StringIndex, value: StringIndex, kind: Attribute.Kind = .text) {
    self.key = key
    self.value = value
    rawKind = UInt32(kind.rawValue)
  }

  package var kind: Attribute.Kind {
    Attribute.Kind(rawValue: UInt8(truncatingIfNeeded: rawKind)) ?? .text
  }
}
