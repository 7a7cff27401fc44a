import GraphModel

/// What is wrong with the rows of one piece of a table: lines are counted within the piece.
struct PieceProblems {
  struct Problem {
    var severity: Diagnostic.Severity
    var message: String
    var line: Int
    var column: Int
    /// Problems of one kind are counted together; nil: always told in full.
    var kind: String?
    var suggestion: String?
  }

  private(set) var listed: [Problem] = []
  /// How many there were of each kind, in the order in which the kinds first occurred.
  private(set) var counts: [(kind: String, severity: Diagnostic.Severity, count: Int)] = []

  mutating func removeAll() {
    listed.removeAll()
    counts.removeAll()
  }

  /// Reports a problem at a line and a column.
  mutating func add(
    _ severity: Diagnostic.Severity, _ message: @autoclosure () -> String, line: Int, column: Int,
    kind: String, suggestion: @autoclosure () -> String? = nil
  ) {
    guard count(kind, severity) <= ProblemLog.limit else { return }
    listed.append(
      Problem(
        severity: severity, message: message(), line: line, column: column, kind: kind,
        suggestion: suggestion()))
  }

  private mutating func count(_ kind: String, _ severity: Diagnostic.Severity) -> Int {
    if let found = counts.firstIndex(where: { $0.kind == kind }) {
      counts[found].count += 1
      return counts[found].count
    }
    counts.append((kind, severity, 1))
    return 1
  }

  /// Reports a problem at a byte of a row.
  mutating func add(
    _ severity: Diagnostic.Severity, _ message: @autoclosure () -> String, line: Int,
    from start: UnsafePointer<UInt8>, at place: UnsafePointer<UInt8>?, kind: String,
    suggestion: @autoclosure () -> String? = nil
  ) {
    guard count(kind, severity) <= ProblemLog.limit else { return }
    var column = 1
    let length = place.map { max($0 - start, 0) } ?? 0
    for byte in TextSpan(start: start, count: length) where byte & 0xc0 != 0x80 { column += 1 }
    listed.append(
      Problem(
        severity: severity, message: message(), line: line, column: column, kind: kind,
        suggestion: suggestion()))
  }
}

extension PieceProblems {
  /// Reports a row with a text in quotes that does not end as it should.
  mutating func addBrokenQuote(_ quote: UnsafePointer<UInt8>, _ row: RowPlace) {
    add(
      .error, "a text in quotes is not closed before the next delimiter; the line is left out",
      line: row.line, from: row.start, at: quote, kind: "rows with texts that are not closed",
      suggestion: "write a quote within the text twice")
  }
}

/// What is wrong with a table, summed up as ``ProblemLog`` does it.
struct TableProblems {
  let name: String
  /// Whether a row that is not read as it stands makes the file unusable.
  let isStrict: Bool
  private var hasBadEncoding = false
  private var listed: [Diagnostic] = []
  private var kinds: [(name: String, severity: Diagnostic.Severity, count: Int)] = []

  init(name: String, isStrict: Bool) {
    self.name = name
    self.isStrict = isStrict
  }

  /// Takes over the problems of the next piece, which begins after this many lines.
  mutating func add(_ problems: PieceProblems, linesBefore: Int) {
    for problem in problems.listed {
      let told =
        kinds.first { $0.name == problem.kind }.map(\.count) ?? 0
      let before = listedCount[problem.kind ?? ""] ?? 0
      if problem.kind != nil, told + before >= ProblemLog.limit { continue }
      listedCount[problem.kind ?? "", default: 0] += 1
      listed.append(
        Diagnostic(
          severity(problem.severity), problem.message,
          at: SourceLocation(
            file: name, line: linesBefore + problem.line + 1, column: problem.column),
          suggestion: problem.suggestion))
    }
    listedCount.removeAll()
    for (kind, severity, count) in problems.counts {
      if let found = kinds.firstIndex(where: { $0.name == kind }) {
        kinds[found].count += count
      } else {
        kinds.append((kind, self.severity(severity), count))
      }
    }
  }

  /// The problems of rows are errors only for those who ask for that.
  private func severity(_ told: Diagnostic.Severity) -> Diagnostic.Severity {
    told == .error && !isStrict ? .warning : told
  }

  /// How many problems of a kind were listed from the piece that is taken over.
  private var listedCount: [String: Int] = [:]

  mutating func add(_ diagnostic: Diagnostic) { listed.append(diagnostic) }

  /// The beginning of the file.
  var start: SourceLocation { SourceLocation(file: name, line: 1, column: 1) }

  /// Reports, once a file, that a byte of a piece is not UTF-8.
  mutating func addEncoding(_ offset: Int, _ piece: TextSpan, _ linesBefore: Int) {
    if hasBadEncoding { return }
    hasBadEncoding = true
    var line = linesBefore + 1
    var column = 1
    for byte in piece[..<offset] {
      if byte == 0x0a {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    listed.insert(
      Diagnostic(
        severity(.error),
        "the file is not UTF-8 text; the replacement character stands for what is not",
        at: SourceLocation(file: name, line: line, column: column),
        suggestion: "save it with the encoding UTF-8"), at: 0)
  }

  var diagnostics: [Diagnostic] {
    listed
      + kinds.filter { $0.count > ProblemLog.limit }.map { kind in
        Diagnostic(
          kind.severity,
          "\(kind.count) \(kind.name) in all, of which the first \(ProblemLog.limit) are listed",
          at: SourceLocation(file: name))
      }
  }
}
