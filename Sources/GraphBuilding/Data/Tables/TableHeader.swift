import GraphModel

/// The first row of a table: the names of its columns.
struct TableHeader {
  var columns: [String]
  /// How many lines stand before the first row after it.
  var lines: Int

  /// Reads the names of the columns; nil where the table is empty.
  static func names(
    of text: inout TableText, what: String, dialect: TableDialect = .tabs,
    problems: inout TableProblems
  ) -> TableHeader? {
    var lines = 0
    var line: TextSpan?
    while let next = text.nextLine() {
      lines += 1
      if !next.isEmpty {
        line = next
        break
      }
    }
    guard let line else {
      // Of a file that cannot be unpacked, that is told.
      if text.problem != nil { return nil }
      problems.add(
        Diagnostic(
          .error, "the table of \(what) is empty", at: problems.start,
          suggestion: "write the names of the columns in its first row"))
      return nil
    }
    var seen = Set<String>()
    let cells = cells(of: line, dialect)
    for cell in cells where !seen.insert(cell.name).inserted {
      problems.add(
        Diagnostic(
          .warning, "two columns are named '\(cell.name)'",
          at: SourceLocation(file: problems.name, line: lines, column: cell.column),
          suggestion: "rename or remove one of them"))
    }
    return TableHeader(columns: cells.map(\.name), lines: lines)
  }

  /// The names in a line, and the columns of letters where they stand.
  static func cells(
    of line: TextSpan, _ dialect: TableDialect
  ) -> [(name: String, column: Int)] {
    let texts = PieceTexts()
    let width = line.count { $0 == dialect.delimiter } + 1
    var row = TableScanner(line, width: width, dialect: dialect, texts: texts)
    guard row.next(), row.brokenQuote == nil else { return [] }
    return (0..<min(row.count, width)).map { number in
      let cell = row.cells[number]
      let length = max((cell.baseAddress ?? row.start) - row.start, 0)
      let before = length <= line.count ? TextSpan(start: row.start, count: length) : line
      let name = cell.string.trimmingWhitespace
      return (
        dialect.hasQuotes ? name : texts.unquotedName(name),
        before.count { $0 & 0xc0 != 0x80 } + 1
      )
    }
  }

  /// Whether there are columns with these names; reported where not.
  static func require(
    _ wanted: [String], in header: TableHeader, problems: inout TableProblems
  ) -> Bool {
    let missing = wanted.filter { !header.columns.contains($0) }
    if missing.isEmpty { return true }
    problems.add(
      Diagnostic(
        .error, "no column is named \(missing.map { "'\($0)'" }.joined(separator: " or "))",
        at: problems.start,
        suggestion: "name the columns in the first row, separated by tabs"))
    return false
  }

  /// Whether a column can hold the predicate; reported where not.
  static func requirePredicate(
    in header: TableHeader, problems: inout TableProblems
  ) -> Bool {
    let names = ["predicate", "relation", "edge_label"]
    return header.columns.contains(where: names.contains)
      || require(["predicate"], in: header, problems: &problems)
  }

  /// What the columns of a table of edges hold: by the names of KGX, or as a list of edges.
  ///
  /// - Returns: nil, with a report, where the ends of the edges are not known.
  func edgeTable(
    _ wanted: EdgeListColumns, _ dialect: TableDialect, problems: inout TableProblems
  ) -> EdgeTable? {
    let isKGX = columns.contains("subject") && columns.contains("object")
    let isPlain = dialect.hasQuotes && !columns.contains("predicate")
    if isKGX, !isPlain, wanted.columnOfField.isEmpty {
      guard Self.requirePredicate(in: self, problems: &problems) else { return nil }
      return EdgeTable(names: columns, dialect: dialect)
    }
    do throws(EdgeListColumns.Problem) {
      let fields = try wanted.fields(of: columns)
      let hasPredicate =
        fields.contains(.predicate) || columns.contains("edge_label")
        || columns.contains("relation")
      if !hasPredicate {
        problems.add(
          Diagnostic(
            .warning, "no column names the predicate; all edges are read as 'related to'",
            at: problems.start, suggestion: "name the column with --column predicate=NAME"))
      }
      var table = EdgeTable(names: columns, fields: fields, dialect: dialect)
      table.list = EdgeTable.List(hasPredicate: hasPredicate)
      return table
    } catch {
      let have = "its columns are \(columns.map { "'\($0)'" }.joined(separator: ", "))"
      let advice = "name them with --column subject=NAME --column object=NAME"
      let what =
        switch error {
        case .missing(let column): "no column is named '\(column)'; \(have)"
        case .unknown: "it is not known which columns hold the ends of the edges; \(have)"
        case .ambiguous(let pairs):
          "the ends of the edges may be \(pairs.joined(separator: ", or ")); \(have)"
        }
      problems.add(Diagnostic(.error, what, at: problems.start, suggestion: advice))
      return nil
    }
  }
}
