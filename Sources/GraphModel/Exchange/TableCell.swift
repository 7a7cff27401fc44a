/// The texts of the cells of KGX tables (KGX format as TSV), in which nothing is quoted and several
/// values are separated by `|`.
///
/// A text that a cell cannot hold as it stands is written as a string of JSON, in double quotes:
/// one with a tab or a line break, one that begins or ends with a blank, an empty one where that is
/// not the same as none, and a value among several that holds a `|`, which is `\u007c` then. So no
/// cell ever holds a tab, a line break or a `|` that separates nothing, and other programs read a
/// text that a person understands.
///
/// A cell is read as such a string only if it is what would be written for what it says. What
/// another program wrote therefore stays as it is when it is written again, byte for byte.
package enum TableCell {
  private static let quote = UInt8(ascii: "\"")
  private static let bar = UInt8(ascii: "|")

  /// What a cell is read as, so that it is known what must not stand in it.
  package enum Kind: Sendable {
    /// One text; a `|` is a part of it.
    case text
    /// One text that may be empty, or several of which none is.
    case field
    /// One of several texts.
    case item
    /// The name of a column.
    case name
  }

  // MARK: Writing

  /// Appends a text.
  ///
  /// - Complexity: O(length).
  @inline(__always) package static func append(
    _ text: UnsafeBufferPointer<UInt8>, as kind: Kind, to bytes: inout [UInt8]
  ) {
    if isPlain(text, as: kind) {
      bytes.append(contentsOf: text)
    } else {
      appendQuoted(text, to: &bytes)
    }
  }

  /// Whether a text stands in a cell as it is.
  package static func isPlain(_ text: UnsafeBufferPointer<UInt8>, as kind: Kind) -> Bool {
    guard let first = text.first, let last = text.last else { return kind == .text }
    if first == 0x20 || last == 0x20 || kind == .name && hasSpaceAround(text) { return false }
    var hasBar = false
    for byte in text {
      if byte <= 0x0d, byte == 0x09 || byte == 0x0a || byte == 0x0d { return false }
      if byte == bar { hasBar = true }
    }
    if first == quote, last == quote, unquoted(text, as: kind) != nil { return false }
    guard hasBar else { return true }
    return kind == .text || kind == .name || kind == .field && parts(text) == nil
  }

  /// Whether a text begins or ends with a character that the names of columns are freed of.
  private static func hasSpaceAround(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: text, as: UTF8.self)
    return text.first?.isWhitespace == true || text.last?.isWhitespace == true
  }

  private static func appendQuoted(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes.append(quote)
    for byte in text {
      switch byte {
      case quote, UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x0a: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0d: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case bar, 0..<0x20:
        bytes += [
          UInt8(ascii: "\\"), UInt8(ascii: "u"), 0x30, 0x30, digit(byte >> 4), digit(byte & 15),
        ]
      default: bytes.append(byte)
      }
    }
    bytes.append(quote)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  // MARK: Reading

  /// The text that a cell in double quotes stands for; nil where it stands for itself.
  ///
  /// - Complexity: O(length).
  package static func unquoted(
    _ cell: UnsafeBufferPointer<UInt8>, as kind: Kind
  ) -> [UInt8]? {
    guard cell.count >= 2, cell.first == quote, cell.last == quote,
      let text = decoded(UnsafeBufferPointer(rebasing: cell[1..<(cell.count - 1)]))
    else { return nil }
    let isMeant = text.withUnsafeBufferPointer { !isPlain($0, as: kind) }
    return isMeant ? text : nil
  }

  /// The text within quotes; nil where it would have been written otherwise.
  private static func decoded(_ body: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(body.count)
    var at = 0
    while at < body.count {
      let byte = body[at]
      at += 1
      if byte == quote || byte == bar || byte < 0x20 { return nil }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard at < body.count else { return nil }
      let letter = body[at]
      at += 1
      switch letter {
      case quote, UInt8(ascii: "\\"): text.append(letter)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "n"): text.append(0x0a)
      case UInt8(ascii: "r"): text.append(0x0d)
      case UInt8(ascii: "u"):
        guard let control = control(body, at) else { return nil }
        text.append(control)
        at += 4
      default: return nil
      }
    }
    return text
  }

  /// The byte that four digits stand for, if it is one that is written so.
  private static func control(_ body: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8? {
    guard at + 4 <= body.count, body[at] == 0x30, body[at + 1] == 0x30,
      let high = value(body[at + 2]), let low = value(body[at + 3])
    else { return nil }
    let byte = high << 4 | low
    guard byte < 0x20 || byte == bar, byte != 0x09, byte != 0x0a, byte != 0x0d else { return nil }
    return byte
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  // MARK: Several values

  /// Where the values of a cell stand that holds several, separated by `|`; nil where it holds one:
  /// it has no `|`, or a value would be empty, would begin or end with a blank, or stand twice.
  ///
  /// - Complexity: O(length) expected.
  package static func parts(_ cell: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    guard cell.contains(bar) else { return nil }
    var parts: [Range<Int>] = []
    var start = 0
    for at in 0...cell.count where at == cell.count || cell[at] == bar {
      guard start < at, cell[start] != 0x20, cell[at - 1] != 0x20 else { return nil }
      parts.append(start..<at)
      start = at + 1
    }
    var seen = Set<UInt64>()
    for part in parts {
      // Two that merely look alike by their hashes are looked at.
      let hash = ByteHash.hash(UnsafeBufferPointer(rebasing: cell[part]))
      if !seen.insert(hash).inserted, !areDistinct(parts, in: cell) { return nil }
    }
    return parts
  }

  private static func areDistinct(
    _ parts: [Range<Int>], in cell: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    Set(parts.map { Array(cell[$0]) }).count == parts.count
  }
}
