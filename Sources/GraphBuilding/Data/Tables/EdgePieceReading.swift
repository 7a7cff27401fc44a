import GraphModel

/// A row of a piece and where it begins, for what is told of it.
struct RowPlace: BitwiseCopyable, Sendable {
  var line: Int
  nonisolated(unsafe) var start: UnsafePointer<UInt8>
}

/// What the cells of one row say, as far as it is not in the columns yet.
struct EdgeRow {
  var traits = EdgeTraits()
  var subject = TextSpan(start: nil, count: 0)
  var object = TextSpan(start: nil, count: 0)
  var subjectPlace: UnsafePointer<UInt8>?
  var objectPlace: UnsafePointer<UInt8>?
  var id = TextSpan(start: nil, count: 0)
  var source: UInt32 = 0
  var hedge: UInt32 = 0
  /// Whether it is unclear what the row says, so that it must not be read.
  var isUnclear = false
  /// Whether it says itself what backs the edge, sentence by sentence.
  var hasEvidence = false
  /// What it says of the direction, and in which column.
  var direction: (text: TextSpan, column: Int)?
  var firstField: Int
  var firstPublication: Int
  var firstQuote: Int

  @inline(__always) init(_ piece: EdgePiece) {
    firstField = piece.fields.count
    firstPublication = piece.publications.count
    firstQuote = piece.quotes.count
  }
}

extension EdgePiece {
  /// Reads the rows of a piece of a table.
  func read(_ piece: TextSpan, as table: EdgeTable, nodes: NodeFinder) {
    var rows = TableScanner(
      piece, width: table.slots.count, dialect: table.dialect, texts: texts)
    let slots = table.slots
    list = table.list
    while rows.next() {
      if let quote = rows.brokenQuote {
        problems.addBrokenQuote(quote, RowPlace(line: rows.line, start: rows.start))
        continue
      }
      checkWidth(rows, slots.count)
      let place = RowPlace(line: rows.line, start: rows.start)
      var row = EdgeRow(self)
      for column in 0..<min(rows.count, slots.count) {
        let cell = rows.cells[column].trimmed
        if cell.isEmpty { continue }
        switch slots[column] {
        case .publications: cell.forEachPart { addPublication(item($0, table.dialect)) }
        case .supportingText: cell.forEachPart { addQuote(item($0, table.dialect)) }
        case .attribute where table.wholeColumns.isEmpty || !table.wholeColumns.contains(column):
          texts.forEachValue(of: cell, hasQuotes: table.dialect.hasQuotes) { keep($0, column) }
        default:
          let text = table.dialect.hasQuotes ? cell : texts.unquoted(cell, as: .text)
          take(text, at: rows.place(of: cell), slots[column], column, &row, place)
        }
      }
      finish(&row, place, oldPredicates: table.oldPredicates)
      if ends.count >= Self.endsAtOnce { findEnds(nodes) }
    }
    findEnds(nodes)
    lineCount = rows.lineCount
    sortRequests()
  }

  /// Ends the reading of a piece.
  func sortRequests() {
    requests.sort()
    if !ids.growth.grow { ids.ask() }
  }

  // MARK: Cells

  @inline(__always) private func item(_ text: TextSpan, _ dialect: TableDialect) -> TextSpan {
    dialect.hasQuotes ? text : texts.unquoted(text, as: .item)
  }

  @inline(__always) func addPublication(_ text: TextSpan) {
    publications.append(requests.add(publication(text)))
  }

  @inline(__always) func addQuote(_ text: TextSpan) { quotes.append(requests.add(text)) }

  /// Takes a cell that is not empty and no list over.
  ///
  /// - Parameter place: where it stands, which is elsewhere than the text where that was decoded.
  @inline(__always) func take(
    _ cell: TextSpan, at place: UnsafePointer<UInt8>?, _ slot: EdgeTable.Slot, _ column: Int,
    _ row: inout EdgeRow, _ rowPlace: RowPlace
  ) {
    var isRefused = false
    switch slot {
    case .subject: (row.subject, row.subjectPlace) = (cell, place)
    case .object: (row.object, row.objectPlace) = (cell, place)
    case .id: row.id = cell
    case .predicate:
      row.traits.predicate = predicateMemo.value(of: cell) { self.number(of: self.predicate($0)) }
    case .knowledgeLevel:
      let level = levelMemo.meaning(of: cell) { KnowledgeLevel(name: $0)?.rawValue }
      isRefused = level == nil
      if let level { row.traits.knowledgeLevel = level }
    case .agentType:
      let agent = agentMemo.meaning(of: cell) { AgentType(name: $0)?.rawValue }
      isRefused = agent == nil
      if let agent { row.traits.agentType = agent }
    case .certainty:
      let certainty = certaintyMemo.meaning(of: cell) { Certainty(name: $0)?.rawValue }
      isRefused = certainty == nil
      if let certainty { row.traits.certainty = certainty }
    case .direction:
      let polarity = directionMemo.meaning(of: cell) { Polarity(qualifier: $0)?.rawValue }
      isRefused = polarity == nil
      if let polarity {
        row.traits.polarity = Polarity(rawValue: polarity)
        row.direction = (cell, column)
      }
    case .negated:
      let truth = negatedMemo.meaning(of: cell) { KGXEdgeRow.truth($0).map { $0 ? 1 : 0 } }
      isRefused = truth == nil
      if let truth { row.traits.isNegated = truth == 1 }
    case .hedge: row.hedge = textMemo.number(of: cell, in: requests)
    case .primarySource: row.source = textMemo.number(of: cell, in: requests)
    case .publications: addPublication(cell)
    case .supportingText: addQuote(cell)
    case .attribute: keep(cell, column)
    case .evidence:
      keep(cell, column)
      row.hasEvidence = true
    }
    if isRefused {
      keep(cell, column)
      row.isUnclear = refuse(cell, at: place, slot, rowPlace) || row.isUnclear
    }
  }

  /// A word that is no term of the Biolink Model is a list's own.
  private func predicate(_ text: TextSpan) -> Predicate {
    let predicate = Predicate(text.string)
    if list == nil || text.contains(UInt8(ascii: ":")) || EdgeTable.biolinkTerms.contains(predicate)
    {
      return predicate
    }
    return Predicate("\(PrefixMap.local):\(text.string)")
  }

  func keep(_ cell: TextSpan, _ column: Int, as kind: Attribute.Kind = .text) {
    fields.append(
      Field(
        column: UInt32(truncatingIfNeeded: column),
        request: textMemo.number(of: cell, in: requests), kind: kind))
  }

  /// Reports a value that means nothing in its column.
  ///
  /// - Returns: whether nothing can be said of the edge.
  @inline(never) private func refuse(
    _ cell: TextSpan, at place: UnsafePointer<UInt8>?, _ slot: EdgeTable.Slot, _ row: RowPlace
  ) -> Bool {
    let isUnclear = slot == .negated
    problems.add(
      isUnclear ? .error : .warning, "'\(cell.string)' is no value of \(slot.name)",
      line: row.line, from: row.start, at: place, kind: "unknown values of \(slot.name)",
      suggestion: isUnclear ? "write true or false; the edge is left out" : nil)
    return isUnclear
  }

  // MARK: Rows

  /// Writes a row to the columns, or reports that it cannot be an edge.
  @inline(__always) func finish(
    _ row: inout EdgeRow, _ place: RowPlace, oldPredicates: [Int]
  ) {
    guard !row.subject.isEmpty, !row.object.isEmpty, !row.isUnclear else {
      leaveOut(row, place)
      return
    }
    let hadPredicate = row.traits.predicate != nil
    if !hadPredicate {
      row.traits.predicate = takeOldPredicate(oldPredicates, from: row.firstField)
    }
    let predicate = row.traits.predicate ?? number(of: .relatedTo)
    let polarity = row.traits.polarity?.rawValue ?? polarities[Int(predicate)]
    if !row.id.isEmpty, hadPredicate,
      isHash(row.id, row.subject, row.object, predicate, row.traits.isNegated, polarity)
    {
      row.id = TextSpan(start: nil, count: 0)
    }
    if let direction = row.direction,
      polarity == polarities[Int(predicate)]
        || !direction.text.elementsEqual(
          Polarity.qualifier(Polarity(rawValue: polarity) ?? .unknown).utf8)
    {
      // In other words, or once more, what the edge says: kept as it stands.
      keep(direction.text, direction.column)
    }
    if row.hasEvidence {
      hasOwnEvidence = true
      publications.truncate(to: row.firstPublication)
      quotes.truncate(to: row.firstQuote)
      row.hedge = 0
    }
    if row.traits.predicate == nil, list?.hasPredicate ?? true {
      problems.add(
        .warning, "an edge has no predicate; it is read as 'related to'", line: place.line,
        from: place.start, at: place.start, kind: "edges without a predicate")
    }
    addEnd(row.subject, at: row.subjectPlace, place)
    addEnd(row.object, at: row.objectPlace, place)
    if !row.id.isEmpty { ids.append(row.id) }
    rows.append(
      EdgeValues(
        predicate: predicate, flags: (row.traits.isNegated ? 1 : 0) | polarity << 1,
        certainty: row.traits.certainty != 0
          ? row.traits.certainty : EdgeTraits.impliedCertainty[Int(row.traits.knowledgeLevel)],
        knowledgeLevel: row.traits.knowledgeLevel, agentType: row.traits.agentType,
        hasID: !row.id.isEmpty, source: row.source, hedge: row.hedge,
        publicationEnd: UInt32(truncatingIfNeeded: publications.count),
        quoteEnd: UInt32(truncatingIfNeeded: quotes.count),
        fieldEnd: UInt32(truncatingIfNeeded: fields.count)))
  }

  @inline(never) private func leaveOut(_ row: EdgeRow, _ place: RowPlace) {
    if row.subject.isEmpty || row.object.isEmpty {
      problems.add(
        .error, "an edge has no \(row.subject.isEmpty ? "subject" : "object") and is left out",
        line: place.line, from: place.start, at: place.start, kind: "edges without an end",
        suggestion: "name the node, or remove the row")
    }
    fields.truncate(to: row.firstField)
    publications.truncate(to: row.firstPublication)
    quotes.truncate(to: row.firstQuote)
  }

  @inline(never) private func takeOldPredicate(
    _ columns: [Int], from first: Int
  ) -> UInt16? {
    for column in columns {
      for position in first..<fields.count
      where Int(fields[position].column) == column && fields[position].request != 0 {
        let text = requests.text(fields[position].request).string
        for later in (position + 1)..<max(fields.count, position + 1) {
          fields[later - 1] = fields[later]
        }
        fields.truncate(to: fields.count - 1)
        return number(of: Predicate(text))
      }
    }
    return nil
  }

  private static let hashStart = Array(EdgeID.hashed.utf8)

  @inline(__always) private func isHash(
    _ id: TextSpan, _ subject: TextSpan, _ object: TextSpan, _ predicate: UInt16,
    _ isNegated: Bool, _ polarity: UInt8
  ) -> Bool {
    guard id.first == Self.hashStart[0], id.starts(with: Self.hashStart) else { return false }
    let own = EdgeID(
      subject: subject.string, predicate: predicates[Int(predicate)], object: object.string,
      isNegated: isNegated, polarity: Polarity(rawValue: polarity) ?? .unknown)
    return own.rawValue == id.string
  }

  /// The identifier of a work as ``GraphModel/Reference`` has it.
  @inline(__always) private func publication(_ text: TextSpan) -> TextSpan {
    if Self.isPlainPubMed(text) { return text }
    return otherPublication(text)
  }

  /// Whether a text is PMID: and three to eight digits.
  @inline(__always) private static func isPlainPubMed(_ text: TextSpan) -> Bool {
    guard let base = text.baseAddress, text.count >= 8, text.count <= 13 else { return false }
    let raw = UnsafeRawPointer(base)
    let start = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    let end = UInt64(
      littleEndian: raw.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
    // What stands before the digits is put out, and zeros come in.
    let others = UInt64(truncatingIfNeeded: (13 - text.count) * 8)
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let digits = end >> others | ~(UInt64.max >> others) & zeros
    let wrong = (digits &+ 0x4646_4646_4646_4646 | digits &- zeros) & 0x8080_8080_8080_8080
    return start & 0xff_ffff_ffff == 0x3a_4449_4d50 && wrong == 0
  }

  @inline(never) private func otherPublication(_ text: TextSpan) -> TextSpan {
    texts.keep(Reference(publication: text.string).id)
  }
}
