import GraphModel

/// What one row of a KGX table says: used for row after row, so that nothing is allocated for one.
struct KGXRow {
  /// A value: a string of the graph, or bytes that were made for the row.
  enum Value {
    case string(StringIndex)
    /// A string that is a number or a truth value of JSON.
    case literal(StringIndex)
    /// A string that is no JSON, even if it could be.
    case plain(StringIndex)
    case made(Range<Int>)
  }

  /// The values of each column, and the columns that have any.
  private(set) var cells: [[Value]]
  private var filled: [Int] = []
  /// The bytes that were made for the row.
  private(set) var made: [UInt8] = []

  init(columns: Int) { cells = [[Value]](repeating: [], count: columns) }

  mutating func removeAll() {
    for column in filled { cells[column].removeAll(keepingCapacity: true) }
    filled.removeAll(keepingCapacity: true)
    made.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ value: Value, to column: Int) {
    if cells[column].isEmpty { filled.append(column) }
    cells[column].append(value)
  }

  /// Adds a string to a column that there is; the empty string adds nothing.
  mutating func add(_ string: StringIndex, to column: Int?) {
    if let column, string != 0 { append(.string(string), to: column) }
  }

  /// Adds an attribute, which may be empty.
  mutating func add(_ cell: AttributeCell, to column: Int) {
    append(Self.value(cell), to: column)
  }

  private static func value(_ cell: AttributeCell) -> Value {
    switch cell.kind {
    case .text: .string(cell.value)
    case .literal: .literal(cell.value)
    case .plainText: .plain(cell.value)
    }
  }

  /// Adds a text that is in no column of the graph.
  mutating func add(_ text: String, to column: Int?) {
    guard let column else { return }
    let start = made.count
    made.append(contentsOf: text.utf8)
    append(.made(start..<made.count), to: column)
  }

  /// Adds bytes.
  mutating func add(_ bytes: [UInt8], to column: Int?) {
    guard let column else { return }
    let start = made.count
    made.append(contentsOf: bytes)
    append(.made(start..<made.count), to: column)
  }

  /// Puts an attribute in the place of what a column has.
  mutating func replace(_ cell: AttributeCell, in column: Int) {
    cells[column].removeAll(keepingCapacity: true)
    append(Self.value(cell), to: column)
  }

  /// Calls a closure with the bytes of a value.
  @inline(__always) func withBytes(
    of value: Value, _ strings: StringArena, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch value {
    case .string(let string), .literal(let string), .plain(let string):
      strings.withUTF8(string, body)
    case .made(let range):
      made.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
  }
}
