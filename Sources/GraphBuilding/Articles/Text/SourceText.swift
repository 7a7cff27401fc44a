internal import GraphModel

/// The text of a file, with the means to say where a byte of it stands.
///
/// Offsets within ``bytes`` are internal; what a reader is told is lines, columns and offsets in
/// Unicode scalars. A byte order mark belongs to the encoding, not to the text: it is not counted.
struct SourceText: Sendable {
  /// The file's name.
  let name: String
  /// The text in valid UTF-8, without byte order mark and without NUL.
  let bytes: [UInt8]
  /// Where each line begins: behind a line feed, a carriage return, or the two together, as
  /// CommonMark has it (§2.1).
  let lineStarts: [Int]
  /// Scalars before every 256th byte, so that no position costs more than 256 steps.
  private let marks: [Int]
  private static let stride = 256
  /// Every byte is a scalar.
  private let isASCII: Bool

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var lineStarts = [0]
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars = 0
    var index = 0
    var isBehindReturn = false
    for byte in bytes {
      if index % Self.stride == 0 { marks.append(scalars) }
      if isBehindReturn, byte != 0x0a { lineStarts.append(index) }
      isBehindReturn = byte == 0x0d
      if byte & 0xc0 != 0x80 { scalars += 1 }
      index += 1
      if byte == 0x0a { lineStarts.append(index) }
    }
    if isBehindReturn { lineStarts.append(index) }
    self.lineStarts = lineStarts
    self.marks = marks
    isASCII = scalars == bytes.count && bytes.allSatisfy { $0 < 0x80 }
  }

  /// How many Unicode scalars stand before a byte.
  ///
  /// - Complexity: O(1).
  func scalarOffset(of byte: Int) -> Int {
    let end = min(max(byte, 0), bytes.count)
    if isASCII { return end }
    let mark = min(end / Self.stride, marks.count - 1)
    guard mark >= 0 else { return 0 }
    var scalars = marks[mark]
    for index in (mark * Self.stride)..<end where bytes[index] & 0xc0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// The byte before which so many Unicode scalars stand; nil beyond the end.
  ///
  /// - Complexity: O(log length).
  func byteOffset(ofScalar scalar: Int) -> Int? {
    guard scalar >= 0 else { return nil }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle] <= scalar { low = middle } else { high = middle }
    }
    var seen = low < marks.count ? marks[low] : 0
    var byte = low * Self.stride
    while byte < bytes.count {
      if bytes[byte] & 0xc0 != 0x80 {
        if seen == scalar { return byte }
        seen += 1
      }
      byte += 1
    }
    return seen == scalar ? byte : nil
  }

  /// The line of a byte, from 1.
  ///
  /// - Complexity: O(log lines).
  func line(of byte: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= byte { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and column of a byte, both from 1; the column counts Unicode scalars.
  func location(of byte: Int) -> SourceLocation {
    let line = line(of: byte)
    let column = scalarOffset(of: byte) - scalarOffset(of: lineStarts[line - 1]) + 1
    return SourceLocation(file: name, line: line, column: column)
  }

  /// The bytes of a line without its line break.
  func lineRange(_ number: Int) -> Range<Int> {
    let start = lineStarts[number]
    var end = number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0a || bytes[end - 1] == 0x0d { end -= 1 }
    return start..<end
  }
}
