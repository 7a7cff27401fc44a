import GraphModel

/// The first row of a table: the names of its columns.
struct TableHeader {
  var columns: [String]
  /// How many lines stand before the first row after it.
  var lines: Int

  /// Reads the names of the columns; nil where the table is empty.
  static func names(
    of text: inout TableText, what: String, problems: inout TableProblems
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
    var names: [String] = []
    var seen = Set<String>()
    var column = 1
    for cell in line.split(separator: 0x09, omittingEmptySubsequences: false) {
      let name = String(decoding: cell, as: UTF8.self).trimmingWhitespace
      if !seen.insert(name).inserted {
        problems.add(
          Diagnostic(
            .warning, "two columns are named '\(name)'",
            at: SourceLocation(file: problems.name, line: lines, column: column),
            suggestion: "rename or remove one of them"))
      }
      names.append(name)
      column += cell.count { $0 & 0xc0 != 0x80 } + 1
    }
    return TableHeader(columns: names, lines: lines)
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
}
