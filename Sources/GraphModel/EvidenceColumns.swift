/// Every piece of evidence of a graph, in columns.
///
/// Row `i` belongs to the edge whose range in `KnowledgeGraph.evidenceOfEdge` holds `i`.
package struct EvidenceColumns: Sendable {
  package var document: [UInt32] = []
  package var section: [StringIndex] = []
  package var quote: [StringIndex] = []
  package var rangeStart: [UInt32] = []
  package var rangeEnd: [UInt32] = []
  package var line: [UInt32] = []
  package var hedge: [StringIndex] = []
  package var certainty: [UInt8] = []
  /// Scope in the low four bits, stance in the high four.
  package var scopeAndStance: [UInt8] = []
  package var citations = Ragged<Citation>()

  package var count: Int { quote.count }

  /// Stands in `document`, `rangeStart` and `line` for "not known".
  package static let none = UInt32.max

  package init() {}

  package mutating func append(_ evidence: Evidence, strings: inout StringInterner) {
    document.append(evidence.document?.rawValue ?? Self.none)
    section.append(strings.intern(evidence.section ?? ""))
    quote.append(strings.intern(evidence.quote))
    rangeStart.append(evidence.range.map { UInt32(clamping: $0.lowerBound) } ?? Self.none)
    rangeEnd.append(evidence.range.map { UInt32(clamping: $0.upperBound) } ?? Self.none)
    line.append(evidence.line.map { UInt32(clamping: $0) } ?? Self.none)
    hedge.append(strings.intern(evidence.hedge ?? ""))
    certainty.append(evidence.certainty?.rawValue ?? 0)
    scopeAndStance.append(evidence.scope.rawValue | evidence.stance.rawValue << 4)
  }

  package func evidence(at row: UInt32, strings: StringArena) -> Evidence {
    let row = Int(row)
    func text(_ index: StringIndex) -> String? { index == 0 ? nil : strings[index] }
    return Evidence(
      document: document[row] == Self.none ? nil : DocumentIndex(rawValue: document[row]),
      section: text(section[row]), quote: strings[quote[row]],
      range: rangeStart[row] == Self.none
        ? nil : Int(rangeStart[row])..<Int(max(rangeStart[row], rangeEnd[row])),
      line: line[row] == Self.none ? nil : Int(line[row]), hedge: text(hedge[row]),
      certainty: Certainty(rawValue: certainty[row]),
      scope: Evidence.Scope(rawValue: scopeAndStance[row] & 15) ?? .sentence,
      stance: Evidence.Stance(rawValue: scopeAndStance[row] >> 4) ?? .supports,
      citations: Array(citations[UInt32(row)]))
  }
}
