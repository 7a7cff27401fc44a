import GraphModel

/// What a row says of its edge besides the ends, with requests for its strings.
struct EdgeValues: BitwiseCopyable, Sendable {
  /// A number in the piece's predicates.
  var predicate: UInt16
  var flags: UInt8
  var certainty: UInt8
  var knowledgeLevel: UInt8
  var agentType: UInt8
  /// Whether the row gives the edge an identifier.
  var hasID: Bool
  var source: UInt32
  var hedge: UInt32
  /// Where the lists of the row end.
  var publicationEnd: UInt32
  var quoteEnd: UInt32
  var fieldEnd: UInt32
}

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
    var kind = Attribute.Kind.text
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
  /// What else the rows say.
  @exclusivity(unchecked) var rows = Pile<EdgeValues>()
  let ids = GivenIDs()
  @exclusivity(unchecked) var publications = Pile<UInt32>()
  @exclusivity(unchecked) var quotes = Pile<UInt32>()
  @exclusivity(unchecked) var fields = Pile<Field>()
  @exclusivity(unchecked) var missing = Pile<Missing>()
  @exclusivity(unchecked) var ends = Pile<End>()
  /// The rows that may say what an earlier edge says, and those that do.
  @exclusivity(unchecked) var lookups = Pile<UInt32>()
  @exclusivity(unchecked) var dropped = Pile<UInt32>()
  /// What was looked at before it was needed, so that it is not left out.
  @exclusivity(unchecked) private var touched: UInt64 = 0
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
    rows.truncate(to: 0)
    ids.removeAll()
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
  static let endsAtOnce = 256

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
    // The memory of all is asked for before the first is compared.
    var touched: UInt64 = 0
    for end in 0..<(count * 2) { touched |= nodes.head(ofHash: ends[end].hash) }
    self.touched = touched
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
