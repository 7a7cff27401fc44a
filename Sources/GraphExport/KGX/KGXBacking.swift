import GraphModel

/// What backs the edges of a graph, as far as KGX has columns for it: works, sentences and a hedge,
/// each for the edge as a whole.
struct KGXBacking: Sendable {
  private let edges: EdgeColumns
  private let evidence: EvidenceColumns
  private let ofEdge: RowRanges
  private let references: ReferenceColumns
  /// The works whose identifier is read as another; empty where there are none.
  private let renamed: Set<UInt32>
  /// Whether some edge has a hedge, a work, a sentence, or more than KGX has columns for.
  private(set) var hasHedge = false
  private(set) var hasPublications = false
  private(set) var hasQuotes = false
  private(set) var needsEvidence = false

  init(_ storage: KnowledgeGraph.Storage) {
    edges = storage.edges
    evidence = storage.evidence
    ofEdge = storage.evidenceOfEdge
    references = storage.references
    var renamed = Set<UInt32>()
    for (number, id) in references.id.enumerated()
    where !storage.strings.withUTF8(id, Self.isPubMed) {
      let text = storage.strings[id]
      if text.isEmpty || Reference(publication: text).id != text {
        renamed.insert(UInt32(truncatingIfNeeded: number))
      }
    }
    self.renamed = renamed
    guard evidence.count > 0 else { return }
    hasHedge = !evidence.hedge.isEmpty
    hasQuotes = !evidence.quote.isEmpty
    hasPublications = !evidence.citations.values.isEmpty
    needsEvidence = !isEverythingTold
  }

  private var isEverythingTold: Bool {
    let length = 1 << 16
    let count = edges.count
    let answers = Column<UInt8>(count: (count + length - 1) / length) { buffer in
      nonisolated(unsafe) let buffer = buffer
      Parallel.forEachChunk(
        count: count, length: length, threads: Parallel.standardThreads
      ) { number, range in
        let isTold = range.allSatisfy { self.isTold(UInt32(truncatingIfNeeded: $0)) }
        buffer[number] = isTold ? 1 : 0
      }
    }
    return answers.allSatisfy { $0 == 1 }
  }

  /// Whether an identifier is one of PubMed, which is read as it stands.
  private static func isPubMed(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    id.count > 5 && id.starts(with: "PMID:".utf8) && id[5...].allSatisfy { $0 &- 0x30 < 10 }
  }

  func rows(of edge: UInt32) -> Range<UInt32> { ofEdge[edge] }

  /// What KGX has columns for.
  struct Summary {
    /// The works that an author cited in support, each once.
    var works: [StringIndex] = []
    /// The sentences in support, each once.
    var quotes: [StringIndex] = []
    /// The hedge, where there is just one.
    var hedge: StringIndex = 0
  }

  func summary(of rows: Range<UInt32>) -> Summary {
    var summary = Summary()
    if isTold(rows), let first = rows.first {
      summary.works = evidence.citations[first].map {
        references.id[$0.citation.reference.position]
      }
      summary.hedge = evidence.hedge.value(first, none: 0)
      summary.quotes = rows.map { evidence.quote.value($0, none: 0) }.filter { $0 != 0 }
      return summary
    }
    var works = DistinctList<StringIndex>([])
    var quotes = DistinctList<StringIndex>([])
    var hedges = DistinctList<StringIndex>([])
    for row in rows where evidence.stance(at: row) == .supports {
      quotes.append(evidence.quote.value(row, none: 0))
      hedges.append(evidence.hedge.value(row, none: 0))
      for cell in evidence.citations[row] where cell.citation.basis == .stated {
        works.append(references.id[cell.citation.reference.position])
      }
    }
    summary.works = works.elements
    summary.quotes = quotes.elements.filter { $0 != 0 }
    summary.hedge = hedges.elements.count == 1 ? hedges.elements[0] : 0
    return summary
  }

  /// Whether the columns of KGX tell all that is known of the evidence of an edge: every sentence
  /// rests on all works, is hedged alike and as certain as the edge, and stands nowhere.
  func isTold(_ edge: UInt32) -> Bool {
    let rows = ofEdge[edge]
    guard isTold(rows) else { return false }
    let certainty = edges.certainty[Int(edge)]
    return rows.allSatisfy { evidence.certainty.value($0, none: 0) == certainty }
  }

  private func isTold(_ rows: Range<UInt32>) -> Bool {
    guard let first = rows.first else { return true }
    let works = evidence.citations[first]
    let hedge = evidence.hedge.value(first, none: 0)
    for row in rows {
      guard evidence.document.value(row, none: EvidenceColumns.none) == EvidenceColumns.none,
        evidence.section.value(row, none: 0) == 0,
        evidence.rangeStart.value(row, none: EvidenceColumns.none) == EvidenceColumns.none,
        evidence.line.value(row, none: EvidenceColumns.none) == EvidenceColumns.none,
        evidence.scopeAndStance.value(row, none: EvidenceColumns.plainScopeAndStance)
          == EvidenceColumns.plainScopeAndStance,
        evidence.hedge.value(row, none: 0) == hedge
      else { return false }
      if evidence.quote.value(row, none: 0) == 0, rows.count > 1 || works.isEmpty && hedge == 0 {
        return false
      }
      if row > first, evidence.citations[row] != works { return false }
    }
    for cell in works {
      let citation = cell.citation
      if citation.basis != .stated { return false }
      if !renamed.isEmpty, renamed.contains(citation.reference.rawValue) { return false }
    }
    return true
  }
}
