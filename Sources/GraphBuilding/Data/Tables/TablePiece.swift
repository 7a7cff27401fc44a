import GraphModel

/// The rows of one piece of a table, read by one thread: plain values in columns, and requests for
/// strings. Used for piece after piece, so that memory is asked for once.
protocol TablePiece: AnyObject, Sendable {
  init()
  var requests: StringRequests { get }
  /// Texts besides the bytes of the piece.
  var texts: PieceTexts { get }
  var problems: PieceProblems { get set }
  var lineCount: Int { get set }
  /// The names of the fields of JSON Lines, as requests; a table has those of its columns.
  var fieldNames: [UInt32] { get set }
  /// Forgets what was read.
  func removeAll()
}

extension TablePiece {
  /// The names of the fields, where `table` has those of the columns of a table.
  func keys(_ table: [StringIndex]) -> [StringIndex] {
    fieldNames.isEmpty ? table : fieldNames.map { requests.answer($0) }
  }

  /// Reports a row with more cells than the header has.
  func checkWidth(_ rows: borrowing TableScanner, _ width: Int) {
    if rows.count > width {
      problems.add(
        .error, "the row has \(rows.count) cells, the header \(width); the rest is unread",
        line: rows.line, from: rows.start, at: rows.place(of: rows.cells[width]),
        kind: "rows with more cells than the header",
        suggestion: "remove tabs from within the cells")
    }
  }
}
