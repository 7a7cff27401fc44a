import GraphModel

/// The edges of one piece of a table.
final class EdgePiece: TablePiece, @unchecked Sendable {
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

  /// What is different in a list of edges.
  var list: EdgeTable.List?
  var fieldNames: [UInt32] = []
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
  @exclusivity(unchecked) var ends = Pile<End>()
  /// The rows that may say what an earlier edge says, and those that do.
  @exclusivity(unchecked) var lookups = Pile<UInt32>()
  @exclusivity(unchecked) var dropped = Pile<UInt32>()
  /// Whether an identifier stood somewhere before.
  var hasKnownIDs = false
  /// Whether a row says itself what backs its edge, sentence by sentence.
  var hasOwnEvidence = false
  /// How many pieces of evidence, citations and fields the kept rows have.
  var evidenceCount = 0
  var citationCount = 0
  var fieldCount = 0
  var predicates: [Predicate] = []
  var predicateNumbers: [Predicate: UInt16] = [:]
  var polarities: [UInt8] = []

  @exclusivity(unchecked) var predicateMemo = ValueMemo()
  @exclusivity(unchecked) var levelMemo = ValueMemo()
  @exclusivity(unchecked) var agentMemo = ValueMemo()
  @exclusivity(unchecked) var certaintyMemo = ValueMemo()
  @exclusivity(unchecked) var directionMemo = ValueMemo()
  @exclusivity(unchecked) var negatedMemo = ValueMemo()
  @exclusivity(unchecked) var textMemo = RequestMemo()

  var count: Int { subject.count }

  func removeAll() {
    fieldNames.removeAll()
    hasOwnEvidence = false
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

  /// An end of an edge whose node is not looked for yet.
  struct End: BitwiseCopyable, Sendable {
    var hash: UInt64
    nonisolated(unsafe) var text: TextSpan
    /// Where it stands; the text itself may have been decoded.
    nonisolated(unsafe) var place: UnsafePointer<UInt8>?
    nonisolated(unsafe) var rowStart: UnsafePointer<UInt8>
    var line: UInt32
  }

  /// How many ends are looked for at once: the processor waits for the memory of several together.
  static let endsAtOnce = 512

  @inline(__always) func addEnd(
    _ text: TextSpan, at place: UnsafePointer<UInt8>?, _ row: RowPlace
  ) {
    ends.append(
      End(
        hash: ByteHash.hash(text), text: text, place: place, rowStart: row.start,
        line: UInt32(truncatingIfNeeded: row.line)))
  }

  /// Looks for the nodes of the ends that were gathered, subject and object in turn.
  @inline(never) func findEnds(_ nodes: NodeFinder) {
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
    let length = max((end.place ?? end.rowStart) - end.rowStart, 0)
    for byte in TextSpan(start: end.rowStart, count: length) where byte & 0xc0 != 0x80 {
      column += 1
    }
    missing.append(
      Missing(
        row: UInt32(truncatingIfNeeded: row), isObject: isObject,
        request: requests.add(end.text, hash: end.hash), line: end.line, column: column))
    if isObject { object[row] = 0 } else { subject[row] = 0 }
  }

  func number(of predicate: Predicate) -> UInt16 {
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
}
