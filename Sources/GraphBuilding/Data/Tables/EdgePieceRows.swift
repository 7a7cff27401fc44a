import GraphModel

/// What the rows of a piece hold, when its strings are known.
extension EdgePiece {
  func publicationRange(_ row: Int) -> Range<Int> { range(row) { $0.publicationEnd } }
  func quoteRange(_ row: Int) -> Range<Int> { range(row) { $0.quoteEnd } }
  func fieldRange(_ row: Int) -> Range<Int> { range(row) { $0.fieldEnd } }
  /// The works that a row cites.
  func works(_ row: Int) -> Range<Int> { publicationRange(row) }

  @inline(__always) private func range(
    _ row: Int, _ end: (EdgeValues) -> UInt32
  ) -> Range<Int> {
    (row == 0 ? 0 : Int(end(rows[row - 1])))..<Int(end(rows[row]))
  }

  /// A piece of evidence for each quote, or one without a quote where there are only works or a
  /// hedge.
  @inline(__always) func evidenceCount(_ row: Int) -> Int {
    let quotes = quoteRange(row).count
    if quotes > 0 { return quotes }
    return publicationRange(row).isEmpty && rows[row].hedge == 0 ? 0 : 1
  }

  /// Finds the rows that may say what an earlier edge says: those without an identifier, or with
  /// one that stood somewhere before.
  func findLookups() {
    lookups.truncate(to: 0)
    hasKnownIDs = false
    var position = 0
    for row in 0..<count {
      if !rows[row].hasID {
        lookups.append(UInt32(truncatingIfNeeded: row))
        continue
      }
      if !ids.isNew(position) {
        hasKnownIDs = true
        lookups.append(UInt32(truncatingIfNeeded: row))
      }
      position += 1
    }
  }

  /// Counts the evidence of the rows that are edges of their own.
  func countEvidence() {
    evidenceCount = 0
    citationCount = 0
    fieldCount = 0
    forEachKept { row in
      let pieces = evidenceCount(row)
      evidenceCount += pieces
      citationCount += pieces * publicationRange(row).count
      fieldCount += fieldRange(row).count
    }
  }

  /// Calls a closure with each row that is an edge of its own.
  @inline(__always) func forEachKept(_ body: (Int) -> Void) {
    var next = 0
    for row in 0..<count {
      if next < dropped.count, dropped[next] == row {
        next += 1
      } else {
        body(row)
      }
    }
  }
}
