import GraphModel

/// The edges of one piece of a table, read by one thread: plain values in columns, and requests
/// for strings. Used for piece after piece, so that memory is asked for once.
final class EdgePiece: @unchecked Sendable {
  /// An end that no node has yet, and where it stands.
  struct Missing: BitwiseCopyable, Sendable {
    var row: UInt32
    var isObject: Bool
    var request: UInt32
    var line: UInt32
    var column: UInt32
  }

  /// A value of a column that the model has no place for.
  struct Field: BitwiseCopyable, Sendable {
    var column: UInt32
    var request: UInt32
  }

  let requests = StringRequests()
  let texts = PieceTexts()
  var problems = PieceProblems()
  var lineCount = 0

  @exclusivity(unchecked) var subject = Pile<UInt32>()
  @exclusivity(unchecked) var object = Pile<UInt32>()
  /// Numbers in ``predicates``.
  @exclusivity(unchecked) var predicate = Pile<UInt16>()
  @exclusivity(unchecked) var flags = Pile<UInt8>()
  @exclusivity(unchecked) var certainty = Pile<UInt8>()
  @exclusivity(unchecked) var knowledgeLevel = Pile<UInt8>()
  @exclusivity(unchecked) var agentType = Pile<UInt8>()
  @exclusivity(unchecked) var id = Pile<UInt32>()
  @exclusivity(unchecked) var source = Pile<UInt32>()
  @exclusivity(unchecked) var hedge = Pile<UInt32>()
  /// Where the lists of each row end.
  @exclusivity(unchecked) var publicationEnd = Pile<UInt32>()
  @exclusivity(unchecked) var quoteEnd = Pile<UInt32>()
  @exclusivity(unchecked) var fieldEnd = Pile<UInt32>()
  @exclusivity(unchecked) var publications = Pile<UInt32>()
  @exclusivity(unchecked) var quotes = Pile<UInt32>()
  @exclusivity(unchecked) var fields = Pile<Field>()
  @exclusivity(unchecked) var missing = Pile<Missing>()
  @exclusivity(unchecked) private var ends = Pile<End>()
  /// The rows that may say what an earlier edge says, and those that do.
  @exclusivity(unchecked) var lookups = Pile<UInt32>()
  @exclusivity(unchecked) var dropped = Pile<UInt32>()
  /// Whether an identifier stood somewhere before.
  var hasKnownIDs = false
  /// How many pieces of evidence, citations and fields the kept rows have.
  var evidenceCount = 0
  var citationCount = 0
  var fieldCount = 0
  var predicates: [Predicate] = []
  private var predicateNumbers: [Predicate: UInt16] = [:]
  private var polarities: [UInt8] = []

  @exclusivity(unchecked) private var predicateMemo = ValueMemo()
  @exclusivity(unchecked) private var levelMemo = ValueMemo()
  @exclusivity(unchecked) private var agentMemo = ValueMemo()
  @exclusivity(unchecked) private var certaintyMemo = ValueMemo()
  @exclusivity(unchecked) private var directionMemo = ValueMemo()
  @exclusivity(unchecked) private var negatedMemo = ValueMemo()
  @exclusivity(unchecked) private var textMemo = RequestMemo()

  var count: Int { subject.count }
  /// Stands in a memo for a text that means nothing.
  private static let meaningless = UInt16.max

  func removeAll() {
    requests.removeAll()
    texts.removeAll()
    problems.removeAll()
    lineCount = 0
    subject.truncate(to: 0)
    object.truncate(to: 0)
    predicate.truncate(to: 0)
    flags.truncate(to: 0)
    certainty.truncate(to: 0)
    knowledgeLevel.truncate(to: 0)
    agentType.truncate(to: 0)
    id.truncate(to: 0)
    source.truncate(to: 0)
    hedge.truncate(to: 0)
    publicationEnd.truncate(to: 0)
    quoteEnd.truncate(to: 0)
    fieldEnd.truncate(to: 0)
    publications.truncate(to: 0)
    quotes.truncate(to: 0)
    fields.truncate(to: 0)
    missing.truncate(to: 0)
    dropped.truncate(to: 0)
    predicates.removeAll()
    predicateNumbers.removeAll()
    polarities.removeAll()
    predicateMemo.removeAll()
    levelMemo.removeAll()
    agentMemo.removeAll()
    certaintyMemo.removeAll()
    directionMemo.removeAll()
    negatedMemo.removeAll()
    textMemo.removeAll()
  }

  /// Reads the rows of a piece.
  func read(_ piece: TextSpan, as table: EdgeTable, nodes: NodeFinder) {
    var rows = TableScanner(piece, width: table.slots.count)
    let slots = table.slots
    while rows.next() {
      checkWidth(rows, slots.count)
      readRow(rows, slots, table)
      if ends.count >= Self.endsAtOnce { findEnds(nodes) }
    }
    findEnds(nodes)
    lineCount = rows.lineCount
    requests.sort()
  }

  @inline(__always) private func readRow(
    _ rows: borrowing TableScanner, _ slots: [EdgeTable.Slot], _ table: EdgeTable
  ) {
    var traits = EdgeTraits()
    var subject = TextSpan(start: nil, count: 0)
    var object = subject
    var idText = subject
    var source: UInt32 = 0
    var hedge: UInt32 = 0
    var isUnclear = false
    let firstField = fields.count
    let firstPublication = publications.count
    let firstQuote = quotes.count
    for column in 0..<min(rows.count, slots.count) {
      let cell = rows.cells[column].trimmed
      if cell.isEmpty { continue }
      var isRefused = false
      switch slots[column] {
      case .subject: subject = cell
      case .object: object = cell
      case .id: idText = cell
      case .predicate:
        traits.predicate = predicateMemo.value(of: cell) { self.number(of: Predicate($0.string)) }
      case .knowledgeLevel:
        let value = levelMemo.value(of: cell) {
          KnowledgeLevel(name: $0.string).map { UInt16($0.rawValue) } ?? Self.meaningless
        }
        if value == Self.meaningless {
          isRefused = true
        } else {
          traits.knowledgeLevel = UInt8(value)
        }
      case .agentType:
        let value = agentMemo.value(of: cell) {
          AgentType(name: $0.string).map { UInt16($0.rawValue) } ?? Self.meaningless
        }
        if value == Self.meaningless { isRefused = true } else { traits.agentType = UInt8(value) }
      case .certainty:
        let value = certaintyMemo.value(of: cell) {
          Certainty(name: $0.string).map { UInt16($0.rawValue) } ?? Self.meaningless
        }
        if value == Self.meaningless { isRefused = true } else { traits.certainty = UInt8(value) }
      case .direction:
        let value = directionMemo.value(of: cell) {
          Polarity(qualifier: $0.string).map { UInt16($0.rawValue) } ?? Self.meaningless
        }
        if value == Self.meaningless {
          isRefused = true
        } else {
          traits.polarity = Polarity(rawValue: UInt8(value))
        }
      case .negated:
        let value = negatedMemo.value(of: cell) {
          KGXEdgeRow.truth($0.string).map { $0 ? 1 : 0 } ?? Self.meaningless
        }
        if value == Self.meaningless { isRefused = true } else { traits.isNegated = value == 1 }
      case .hedge: hedge = textMemo.number(of: cell, in: requests)
      case .primarySource: source = textMemo.number(of: cell, in: requests)
      case .publications:
        cell.forEachPart { publications.append(requests.add(publication($0))) }
      case .supportingText: cell.forEachPart { quotes.append(requests.add($0)) }
      case .attribute: keep(cell, column)
      }
      if isRefused {
        keep(cell, column)
        isUnclear = refuse(cell, table, column, rows) || isUnclear
      }
    }
    guard !subject.isEmpty, !object.isEmpty, !isUnclear else {
      if subject.isEmpty || object.isEmpty {
        problems.add(
          .error, "an edge has no \(subject.isEmpty ? "subject" : "object") and is left out",
          line: rows.line, from: rows.start, at: rows.start, kind: "edges without an end",
          suggestion: "name the node, or remove the row")
      }
      fields.truncate(to: firstField)
      publications.truncate(to: firstPublication)
      quotes.truncate(to: firstQuote)
      return
    }
    let hadPredicate = traits.predicate != nil
    if !hadPredicate { traits.predicate = takeOldPredicate(table, from: firstField) }
    let predicate = traits.predicate ?? number(of: .relatedTo)
    let polarity = traits.polarity?.rawValue ?? polarities[Int(predicate)]
    if !idText.isEmpty, hadPredicate,
      isHash(idText, subject, object, predicate, traits.isNegated, polarity)
    {
      idText = TextSpan(start: nil, count: 0)
    }
    if traits.predicate == nil {
      problems.add(
        .warning, "an edge has no predicate; it is read as 'related to'", line: rows.line,
        from: rows.start, at: rows.start, kind: "edges without a predicate")
    }
    addEnd(subject, rows)
    addEnd(object, rows)
    self.predicate.append(predicate)
    flags.append((traits.isNegated ? 1 : 0) | polarity << 1)
    certainty.append(
      traits.certainty != 0
        ? traits.certainty : EdgeTraits.impliedCertainty[Int(traits.knowledgeLevel)])
    knowledgeLevel.append(traits.knowledgeLevel)
    agentType.append(traits.agentType)
    id.append(requests.add(idText))
    self.source.append(source)
    self.hedge.append(hedge)
    publicationEnd.append(UInt32(truncatingIfNeeded: publications.count))
    quoteEnd.append(UInt32(truncatingIfNeeded: quotes.count))
    fieldEnd.append(UInt32(truncatingIfNeeded: fields.count))
  }

  /// An end of an edge whose node is not looked for yet.
  private struct End: BitwiseCopyable, Sendable {
    var hash: UInt64
    nonisolated(unsafe) var text: TextSpan
    nonisolated(unsafe) var rowStart: UnsafePointer<UInt8>
    var line: UInt32
  }

  /// How many ends are looked for at once: the processor waits for the memory of several together.
  private static let endsAtOnce = 512

  @inline(__always) private func addEnd(_ text: TextSpan, _ rows: borrowing TableScanner) {
    ends.append(
      End(
        hash: ByteHash.hash(text), text: text, rowStart: rows.start,
        line: UInt32(truncatingIfNeeded: rows.line)))
  }

  /// Looks for the nodes of the ends that were gathered, subject and object in turn.
  @inline(never) private func findEnds(_ nodes: NodeFinder) {
    let first = subject.count
    let count = ends.count / 2
    subject.extend(to: first + count)
    object.extend(to: first + count)
    for row in 0..<count {
      let (a, b) = (ends[row * 2], ends[row * 2 + 1])
      subject[first + row] = nodes.row(of: a.text, hash: a.hash)
      object[first + row] = nodes.row(of: b.text, hash: b.hash)
    }
    for row in 0..<count {
      if subject[first + row] == NodeFinder.none { miss(ends[row * 2], first + row, false) }
      if object[first + row] == NodeFinder.none { miss(ends[row * 2 + 1], first + row, true) }
    }
    ends.truncate(to: 0)
  }

  private func miss(_ end: End, _ row: Int, _ isObject: Bool) {
    var column: UInt32 = 1
    let length = (end.text.baseAddress ?? end.rowStart) - end.rowStart
    for byte in TextSpan(start: end.rowStart, count: length) where byte & 0xc0 != 0x80 {
      column += 1
    }
    missing.append(
      Missing(
        row: UInt32(truncatingIfNeeded: row), isObject: isObject,
        request: requests.add(end.text, hash: end.hash), line: end.line, column: column))
    if isObject { object[row] = 0 } else { subject[row] = 0 }
  }

  private func number(of predicate: Predicate) -> UInt16 {
    if let known = predicateNumbers[predicate] { return known }
    guard predicates.count < Int(UInt16.max) - 1 else {
      return predicateNumbers[.relatedTo] ?? 0
    }
    let number = UInt16(predicates.count)
    predicates.append(predicate)
    polarities.append(predicate.polarity.rawValue)
    predicateNumbers[predicate] = number
    return number
  }

  private func keep(_ cell: TextSpan, _ column: Int) {
    fields.append(
      Field(
        column: UInt32(truncatingIfNeeded: column),
        request: textMemo.number(of: cell, in: requests)))
  }

  /// Reports a value that means nothing in its column.
  ///
  /// - Returns: whether nothing can be said of the edge.
  @inline(never) private func refuse(
    _ cell: TextSpan, _ table: EdgeTable, _ column: Int, _ rows: borrowing TableScanner
  ) -> Bool {
    let isUnclear = table.slots[column] == .negated
    problems.add(
      isUnclear ? .error : .warning, "'\(cell.string)' is no value of \(table.keys[column])",
      line: rows.line, from: rows.start, at: cell.baseAddress,
      kind: "unknown values of \(table.keys[column])",
      suggestion: isUnclear ? "write true or false; the edge is left out" : nil)
    return isUnclear
  }

  @inline(never) private func takeOldPredicate(_ table: EdgeTable, from first: Int) -> UInt16? {
    for column in table.oldPredicates {
      for position in first..<fields.count where Int(fields[position].column) == column {
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
    if text.count > 5, text[0] == 0x50, text[1] == 0x4d, text[2] == 0x49, text[3] == 0x44,
      text[4] == 0x3a
    {
      var at = 5
      while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
      if at == text.count { return text }
    }
    return otherPublication(text)
  }

  @inline(never) private func otherPublication(_ text: TextSpan) -> TextSpan {
    texts.keep(Reference(publication: text.string).id)
  }

  private func checkWidth(_ rows: borrowing TableScanner, _ width: Int) {
    if rows.count > width {
      problems.add(
        .error, "the row has \(rows.count) cells, the header \(width); the rest is unread",
        line: rows.line, from: rows.start, at: rows.cells[width].baseAddress,
        kind: "rows with more cells than the header",
        suggestion: "remove tabs from within the cells")
    }
  }
}
