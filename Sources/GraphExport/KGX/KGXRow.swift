import GraphModel

/// What one row of a KGX table says: used for row after row, so that nothing is allocated for one.
struct KGXRow {
  /// A value: a string of the graph, or bytes that were made for the row.
  enum Value {
    case string(StringIndex)
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

  /// Adds a string, which may be the empty one.
  mutating func addField(_ string: StringIndex, to column: Int) {
    append(.string(string), to: column)
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

  /// Puts a text in the place of what a column has.
  mutating func replace(_ string: StringIndex, in column: Int) {
    cells[column].removeAll(keepingCapacity: true)
    append(.string(string), to: column)
  }

  /// Calls a closure with the bytes of a value.
  @inline(__always) func withBytes(
    of value: Value, _ strings: StringArena, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch value {
    case .string(let string): strings.withUTF8(string, body)
    case .made(let range):
      made.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
  }
}
