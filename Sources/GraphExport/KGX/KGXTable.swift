import GraphModel

/// A KGX table of a graph's nodes or edges, as tab-separated values or as JSON Lines, made piece by
/// piece while it is written.
struct KGXTable: Sendable {
  enum Lines: Sendable { case tabs, json }

  private enum Rows: Sendable {
    case nodes(KGXNodeRows)
    case edges(KGXEdgeRows)
  }

  private let rows: Rows
  private let lines: Lines
  private let columns: [KGXColumn]
  private let names: [[UInt8]]
  private let strings: StringArena

  /// The table of a graph's nodes.
  static func nodes(_ graph: KnowledgeGraph, as lines: Lines) -> KGXTable {
    let rows = KGXNodeRows(graph)
    return KGXTable(.nodes(rows), rows.columns, lines, graph)
  }

  /// The table of a graph's edges.
  static func edges(_ graph: KnowledgeGraph, as lines: Lines) -> KGXTable {
    let rows = KGXEdgeRows(graph)
    return KGXTable(.edges(rows), rows.columns, lines, graph)
  }

  private init(_ rows: Rows, _ columns: KGXColumns, _ lines: Lines, _ graph: KnowledgeGraph) {
    self.rows = rows
    self.lines = lines
    self.columns = columns.all
    strings = graph.storage.strings
    names = columns.all.map { column in
      var bytes: [UInt8] = []
      JSONEscaping.append(column.name, to: &bytes)
      return bytes
    }
  }

  private var count: Int {
    switch rows {
    case .nodes(let rows): rows.count
    case .edges(let rows): rows.count
    }
  }

  /// The first line of a table; JSON Lines has none.
  private var header: [UInt8] {
    guard lines == .tabs else { return [] }
    var bytes: [UInt8] = []
    for (number, column) in columns.enumerated() {
      if number > 0 { bytes.append(0x09) }
      var name = column.name
      name.withUTF8 { TableCell.append($0, as: .name, to: &bytes) }
    }
    bytes.append(0x0a)
    return bytes
  }

  /// The lines of some rows.
  private func text(of range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 128)
    var row = KGXRow(columns: columns.count)
    // The rows are taken out once: copying them for each row would cost more than writing it.
    switch rows {
    case .nodes(let rows):
      for position in range {
        rows.fill(&row, position)
        append(row, to: &bytes)
      }
    case .edges(let rows):
      for position in range {
        rows.fill(&row, position)
        append(row, to: &bytes)
      }
    }
    return bytes
  }

  private func append(_ row: borrowing KGXRow, to bytes: inout [UInt8]) {
    switch lines {
    case .tabs: row.append(asLineOf: columns, strings: strings, to: &bytes)
    case .json: row.append(asObjectOf: columns, names: names, strings: strings, to: &bytes)
    }
  }

  /// How many rows a thread writes at once, and how many such pieces are made together.
  private static let rowsInPiece = 4096
  private static let piecesInRound = 16

  /// The pieces of the table, in order: the same for any number of threads.
  struct Pieces: Sequence, IteratorProtocol, Sendable {
    private let table: KGXTable
    private var at = 0
    private var ready: ArraySlice<[UInt8]>

    init(_ table: KGXTable) {
      self.table = table
      let header = table.header
      ready = header.isEmpty ? [] : [header]
    }

    /// The next piece; nil after the last.
    mutating func next() -> [UInt8]? {
      if ready.isEmpty, at < table.count { makeRound() }
      return ready.popFirst()
    }

    private mutating func makeRound() {
      let length = KGXTable.rowsInPiece
      let range = at..<Swift.min(at + length * KGXTable.piecesInRound, table.count)
      let table = self.table
      var made = [[UInt8]](repeating: [], count: (range.count + length - 1) / length)
      made.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let made = buffer
        Parallel.forEachChunk(
          count: range.count, length: length, threads: Parallel.standardThreads
        ) { number, part in
          made[number] = table.text(
            of: (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound))
        }
      }
      at = range.upperBound
      ready = made[...]
    }
  }
}
