import GraphModel

/// Finds the line and the column of a byte, for diagnostics.
///
/// Lines end with a line feed; a carriage return before it belongs to the line. Columns count
/// Unicode scalars, from 1.
///
/// - Complexity: O(n) time to find the first place, O(log lines + column) for each further one.
struct FilePositions {
  let name: String
  private let bytes: [UInt8]
  private var lineStarts: [Int] = []

  init(_ file: InputFile) {
    name = file.name
    bytes = file.bytes
  }

  /// The place of a byte; offsets outside the file are moved to its nearest end.
  mutating func location(of offset: Int) -> SourceLocation {
    if lineStarts.isEmpty { findLines() }
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[lineStarts[low]..<offset] where byte & 0xc0 != 0x80 { column += 1 }
    if low == 0, bytes.starts(with: Self.byteOrderMark), column > 1 { column -= 1 }
    return SourceLocation(file: name, line: low + 1, column: column)
  }

  private mutating func findLines() {
    lineStarts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0a { lineStarts.append(offset + 1) }
  }

  /// What some editors put before a text in UTF-8.
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
}

/// Finds what is not UTF-8 (Unicode 16.0, table 3-7).
enum UTF8Check {
  /// The offset of the first byte that begins no well-formed character, or nil.
  ///
  /// - Complexity: O(n).
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalid(in: $0) }
  }

  /// The offset of the first byte that begins no well-formed character, or nil.
  ///
  /// - Complexity: O(n).
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xbf
      switch lead {
      case 0xc2...0xdf: length = 2
      case 0xe0: (length, second) = (3, 0xa0...0xbf)
      case 0xed: (length, second) = (3, 0x80...0x9f)
      case 0xe1...0xef: length = 3
      case 0xf0: (length, second) = (4, 0x90...0xbf)
      case 0xf4: (length, second) = (4, 0x80...0x8f)
      case 0xf1...0xf3: length = 4
      default: return at
      }
      guard at + length <= bytes.count, second.contains(bytes[at + 1]),
        bytes[(at + 2)..<(at + length)].allSatisfy({ $0 & 0xc0 == 0x80 })
      else { return at }
      at += length
    }
    return nil
  }
}
