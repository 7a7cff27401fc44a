import GraphModel

/// A part of a text: where its bytes begin and how many they are.
typealias TextSpan = UnsafeBufferPointer<UInt8>

/// Walks over the rows of a piece of a table, with the rules of ``TabSeparatedRows`` or of RFC 4180.
///
/// - Complexity: O(n) time for the whole piece, O(columns) space.
struct TableScanner: ~Copyable {
  private var at: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// The line of the row within the piece, from 0.
  private(set) var line = -1
  /// Where the row begins.
  private(set) var start: UnsafePointer<UInt8>
  /// The cells of the row, no more than ``width`` and one.
  let cells: UnsafeMutableBufferPointer<TextSpan>
  /// How many cells the row has.
  private(set) var count = 0
  /// The lines that were passed, empty ones included.
  private(set) var lineCount = 0
  private let width: Int
  private let dialect: TableDialect
  private var breaks: BreakMarks
  /// Where quoted cells that hold quotes are kept.
  private let texts: PieceTexts?
  /// Where a quoted text begins that is not closed, or after which more stands than a delimiter:
  /// the row is none then.
  private(set) var brokenQuote: UnsafePointer<UInt8>?

  init(
    _ piece: TextSpan, width: Int, dialect: TableDialect = .tabs, texts: PieceTexts? = nil
  ) {
    self.dialect = dialect
    self.texts = texts
    let base = piece.baseAddress ?? Self.nowhere
    at = base
    start = base
    end = base + piece.count
    breaks = BreakMarks(from: base, to: end, delimiter: dialect.delimiter)
    self.width = width
    cells = .allocate(capacity: width + 1)
    cells.initialize(repeating: TextSpan(start: nil, count: 0))
  }

  /// Where an empty piece begins.
  private nonisolated(unsafe) static let nowhere = UnsafePointer(
    UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

  deinit { cells.deallocate() }

  /// Goes to the next row that is not empty.
  ///
  /// - Returns: false at the end of the piece.
  @inline(__always) mutating func next() -> Bool {
    while at < end {
      start = at
      line = lineCount
      lineCount += 1
      brokenQuote = nil
      if dialect.hasQuotes {
        guard readRowWithQuotes() else { return true }
      } else {
        readRow()
      }
      if count > 1 || !cells[0].isEmpty { return true }
    }
    return false
  }

  @inline(__always) private mutating func readRow() {
    // Copies, so that they stay in the processor's registers.
    var breaks = breaks
    let cells = cells
    var count = 0
    var cell = at
    while true {
      let stop = breaks.next()
      var length = stop - cell
      let isLast = stop == end || stop.pointee == 0x0a
      if isLast, length > 0, cell[length - 1] == 0x0d { length -= 1 }
      if count <= width { cells[count] = TextSpan(start: cell, count: length) }
      count += 1
      if isLast {
        at = stop == end ? end : stop + 1
        break
      }
      cell = stop + 1
    }
    self.breaks = breaks
    self.count = count
  }

  /// - Returns: false where a text in quotes is not closed: the line is passed over.
  private mutating func readRowWithQuotes() -> Bool {
    count = 0
    var cell = at
    while true {
      let stop: UnsafePointer<UInt8>
      if cell < end, cell.pointee == Self.quote {
        guard let quoted = readQuoted(cell) else {
          skipBrokenRow(at: cell)
          return false
        }
        stop = quoted.stop
        breaks.seek(to: min(stop + 1, end))
        if count <= width { cells[count] = quoted.text }
      } else {
        stop = breaks.next()
        var length = stop - cell
        if stop == end || stop.pointee == 0x0a, length > 0, cell[length - 1] == 0x0d {
          length -= 1
        }
        if count <= width { cells[count] = TextSpan(start: cell, count: length) }
      }
      count += 1
      if stop == end || stop.pointee == 0x0a {
        at = stop == end ? end : stop + 1
        return true
      }
      cell = stop + 1
    }
  }

  private static let quote = UInt8(ascii: "\"")

  /// Where a cell stands; of one whose quotes were taken out, and which lies elsewhere in memory,
  /// where its row begins.
  @inline(__always) func place(of cell: TextSpan) -> UnsafePointer<UInt8> {
    guard let base = cell.baseAddress, base >= start, base <= end else { return start }
    return base
  }

  /// A cell in quotes: what it says, and the delimiter or line feed behind it.
  private mutating func readQuoted(
    _ open: UnsafePointer<UInt8>
  ) -> (text: TextSpan, stop: UnsafePointer<UInt8>)? {
    var close = open + 1
    var hasQuotes = false
    while true {
      while close < end, close.pointee != Self.quote { close += 1 }
      guard close < end else { return nil }
      guard close + 1 < end, close[1] == Self.quote else { break }
      hasQuotes = true
      close += 2
    }
    var stop = close + 1
    if stop < end, stop.pointee == 0x0d, stop + 1 == end || stop[1] == 0x0a { stop += 1 }
    guard stop == end || stop.pointee == 0x0a || stop.pointee == dialect.delimiter else {
      return nil
    }
    let text = TextSpan(start: open + 1, count: close - open - 1)
    for byte in text where byte == 0x0a { lineCount += 1 }
    guard hasQuotes, let texts else { return (text, stop) }
    var single: [UInt8] = []
    var wasQuote = false
    for byte in text {
      if byte == Self.quote, !wasQuote {
        wasQuote = true
        continue
      }
      wasQuote = false
      single.append(byte)
    }
    return (texts.keep(single), stop)
  }

  /// Only the line is given up where the row begins: the next may be a row again.
  private mutating func skipBrokenRow(at cell: UnsafePointer<UInt8>) {
    brokenQuote = cell
    count = 0
    lineCount = line + 1
    at = start
    while at < end, at.pointee != 0x0a { at += 1 }
    if at < end { at += 1 }
    breaks.seek(to: at)
  }
}

extension TextSpan {
  /// The text without blanks at either end.
  @inline(__always) var trimmed: TextSpan {
    guard count > 0, self[0] == 0x20 || self[count - 1] == 0x20 else { return self }
    return withoutBlanks
  }

  private var withoutBlanks: TextSpan {
    var (low, high) = (0, count)
    while low < high, self[low] == 0x20 { low += 1 }
    while high > low, self[high - 1] == 0x20 { high -= 1 }
    return TextSpan(rebasing: self[low..<high])
  }

  /// Calls a closure with each part between bars, without blanks around it; empty parts are left
  /// out.
  @inline(__always) func forEachPart(
    by separator: UInt8 = UInt8(ascii: "|"), _ body: (TextSpan) -> Void
  ) {
    var start = 0
    while start <= count {
      let end = firstPlace(of: separator, from: start)
      let part = TextSpan(rebasing: self[start..<end]).trimmed
      if !part.isEmpty { body(part) }
      start = end + 1
    }
  }

  /// Where a byte stands first from a place on, or the end.
  @inline(__always) private func firstPlace(of byte: UInt8, from start: Int) -> Int {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    var at = start
    guard let base = baseAddress, count >= 8 else {
      while at < count, self[at] != byte { at += 1 }
      return at
    }
    while at < count {
      // The last eight overlap those before them, which are not looked at again.
      let place = Swift.min(at, count - 8)
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
      let other = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
      // The highest bit of each byte that is zero now.
      let zeros = ~(((other & low) &+ low) | other | low)
      let passed = UInt64(truncatingIfNeeded: (at - place) * 8)
      let marks = (zeros >> passed) << passed
      if marks != 0 { return place + (marks.trailingZeroBitCount >> 3) }
      at = place + 8
    }
    return count
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  @inline(__always) func isEqual(to other: TextSpan) -> Bool {
    guard count == other.count else { return false }
    guard let a = baseAddress, let b = other.baseAddress else { return true }
    return Bytes.areEqual(a, b, count)
  }
}
