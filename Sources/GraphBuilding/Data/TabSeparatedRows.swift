import GraphModel

/// Walks over the rows of a table whose cells are separated by tabs, without copying them.
///
/// Nothing is quoted, as in the tables of KGX, but for what ``GraphModel/TableCell`` tells of; a carriage return at the end of a line
/// is dropped and empty lines are passed over.
///
/// - Complexity: O(n) time for the whole table, O(columns) space.
struct TabSeparatedRows {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  /// The first byte of the row.
  private(set) var start = 0
  /// The cells of the row, each as a range of bytes.
  private(set) var cells: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    at = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
  }

  /// Goes to the next row that is not empty.
  ///
  /// - Returns: false at the end of the table.
  mutating func next() -> Bool {
    while at < bytes.count {
      cells.removeAll(keepingCapacity: true)
      start = at
      var cell = at
      while at < bytes.count, bytes[at] != 0x0a {
        if bytes[at] == 0x09 {
          cells.append(cell..<at)
          cell = at + 1
        }
        at += 1
      }
      let end = at > cell && bytes[at - 1] == 0x0d ? at - 1 : at
      cells.append(cell..<end)
      if at < bytes.count { at += 1 }
      if cells.count > 1 || !cells[0].isEmpty { return true }
    }
    return false
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// What a cell says: one text, or several where it holds a list.
  func values(_ range: Range<Int>, isList: Bool, isAttribute: Bool) -> [String] {
    let cell = utf8(range)
    if isAttribute, let parts = TableCell.parts(cell) {
      return parts.map {
        unquoted((range.lowerBound + $0.lowerBound)..<(range.lowerBound + $0.upperBound), as: .item)
      }
    }
    if isList { return list(range) }
    return [unquoted(range, as: isAttribute ? .field : .text)]
  }

  func isQuoted(_ range: Range<Int>) -> Bool { bytes[range].first == UInt8(ascii: "\"") }

  func unquoted(_ range: Range<Int>, as kind: TableCell.Kind) -> String {
    TableCell.unquoted(utf8(range), as: kind).map { String(decoding: $0, as: UTF8.self) }
      ?? text(range)
  }

  func utf8(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// The parts of a cell between bars, without white space around them; empty parts are dropped.
  func list(_ range: Range<Int>) -> [String] {
    var parts: [String] = []
    var start = range.lowerBound
    for at in range.lowerBound...range.upperBound
    where at == range.upperBound || bytes[at] == UInt8(ascii: "|") {
      let part = trimmed(start..<at)
      if !part.isEmpty { parts.append(unquoted(part, as: .item)) }
      start = at + 1
    }
    return parts
  }

  /// The cell without blanks at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] == 0x20 { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last] == 0x20 { range = range.lowerBound..<last }
    return range
  }
}

/// Remembers what the distinct texts of a column mean, so that a column of few different values is
/// decoded once for each of them.
///
/// - Complexity: O(distinct values) for a look-up, at most ``limit``.
struct ColumnMemo<Value> {
  static var limit: Int { 64 }

  private var entries: [(text: [UInt8], value: Value)] = []

  mutating func value(
    of text: UnsafeBufferPointer<UInt8>, make: (String) -> Value
  ) -> Value {
    for entry in entries where entry.text.count == text.count {
      if entry.text.elementsEqual(text) { return entry.value }
    }
    let value = make(String(decoding: text, as: UTF8.self))
    if entries.count < Self.limit { entries.append((Array(text), value)) }
    return value
  }
}
