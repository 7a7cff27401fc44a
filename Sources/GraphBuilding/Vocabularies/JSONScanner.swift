import GraphModel

/// Walks over a JSON document (RFC 8259) without building it: values that nobody asks for are
/// passed over, and texts are ranges of the file.
///
/// What is passed over is held to its brackets and quotes only. Nesting is bounded by
/// ``JSONReader/maximumDepth``.
///
/// - Complexity: O(n) time, O(depth) space.
struct JSONScanner {
  /// A text between its quotes.
  struct Text {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte that is read next.
  private(set) var at: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    at = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
  }

  // MARK: Structure

  /// The first byte of the next value, or nil at the end.
  mutating func peek() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0a, 0x0d, 0x09: at += 1
      default: return bytes[at]
      }
    }
    return nil
  }

  /// Calls the body for each member of an object; it must read or skip the value.
  ///
  /// - Returns: false where the value is no object; it is passed over.
  @discardableResult
  mutating func members(
    _ body: (inout JSONScanner, Text) throws(JSONReader.Problem) -> Void
  ) throws(JSONReader.Problem) -> Bool {
    guard peek() == UInt8(ascii: "{") else {
      try skipValue()
      return false
    }
    at += 1
    if take(UInt8(ascii: "}")) { return true }
    while true {
      guard peek() == UInt8(ascii: "\"") else {
        throw failure("the name of a member should stand here")
      }
      let name = try text()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing after a name") }
      try body(&self, name)
      if take(UInt8(ascii: "}")) { return true }
      guard take(UInt8(ascii: ",")) else {
        throw failure("a comma or '}' should stand here")
      }
    }
  }

  /// Calls the body for each value of a list; it must read or skip the value.
  ///
  /// - Returns: false where the value is no list; it is passed over.
  @discardableResult
  mutating func elements(
    _ body: (inout JSONScanner) throws(JSONReader.Problem) -> Void
  ) throws(JSONReader.Problem) -> Bool {
    guard peek() == UInt8(ascii: "[") else {
      try skipValue()
      return false
    }
    at += 1
    if take(UInt8(ascii: "]")) { return true }
    while true {
      guard peek() != nil else { throw failure("the file ends within a list") }
      try body(&self)
      if take(UInt8(ascii: "]")) { return true }
      guard take(UInt8(ascii: ",")) else {
        throw failure("a comma or ']' should stand here")
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    at += 1
    return true
  }

  // MARK: Values

  /// A text; nil where the value is another, which is passed over.
  mutating func textValue() throws(JSONReader.Problem) -> Text? {
    if peek() == UInt8(ascii: "\"") { return try text() }
    try skipValue()
    return nil
  }

  /// Whether the value is `true`.
  mutating func isTrue() throws(JSONReader.Problem) -> Bool {
    let isTrue = peek() == UInt8(ascii: "t") && bytes.has("true", at: at)
    try skipValue()
    return isTrue
  }

  private mutating func text() throws(JSONReader.Problem) -> Text {
    let start = at + 1
    var end = start
    var hasEscapes = false
    while true {
      end = ByteScan.index(
        of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), in: bytes, from: end)
      guard end < bytes.count else { throw failure("this text is not closed") }
      if bytes[end] == UInt8(ascii: "\"") { break }
      hasEscapes = true
      end += 2
    }
    at = end + 1
    return Text(range: start..<end, hasEscapes: hasEscapes)
  }

  /// Goes behind the next value, whatever it is.
  mutating func skipValue() throws(JSONReader.Problem) {
    var brackets: [UInt8] = []
    repeat {
      guard let byte = peek() else { throw failure("the file ends where a value should stand") }
      switch byte {
      case UInt8(ascii: "\""): _ = try text()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard brackets.count < JSONReader.maximumDepth else {
          throw failure("lists and objects are nested too deeply")
        }
        // The closing bracket is two behind the opening one in ASCII.
        brackets.append(byte + 2)
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard brackets.popLast() == byte else { throw failure("this bracket opens nothing") }
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if brackets.isEmpty { throw failure("a value should stand here") }
        at += 1
      default: skipWord()
      }
    } while !brackets.isEmpty
  }

  /// A number, `true`, `false`, `null`.
  private mutating func skipWord() {
    at += 1
    while at < bytes.count {
      switch bytes[at] {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2b, 0x2d, 0x2e: at += 1
      default: return
      }
    }
  }

  private func failure(_ message: String) -> JSONReader.Problem {
    JSONReader.Problem(severity: .error, offset: at, message: message, suggestion: nil)
  }

  // MARK: Texts

  func utf8(_ text: Text) -> UnsafeBufferPointer<UInt8> { bytes.part(text.range) }

  /// Calls the body with the text, its escapes resolved.
  func withText(_ text: Text, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard text.hasEscapes else { return body(utf8(text)) }
    if let plain = unescaped(text) { return plain.withUnsafeBufferPointer(body) }
    // Escapes of code points are left to the reader that knows surrogate pairs.
    let quoted = Array(bytes[(text.range.lowerBound - 1)...text.range.upperBound])
    var string = JSONReader.read(quoted).value?.string ?? utf8(text).text
    string.withUTF8(body)
  }

  /// The text with its escapes of one letter resolved; nil where it has others.
  private func unescaped(_ text: Text) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.range.count)
    var at = text.range.lowerBound
    while at < text.range.upperBound {
      let end = min(
        ByteScan.index(of: UInt8(ascii: "\\"), in: bytes, from: at), text.range.upperBound)
      result.append(contentsOf: bytes.part(at..<end))
      if end + 1 >= text.range.upperBound { return end < text.range.upperBound ? nil : result }
      switch bytes[end + 1] {
      case UInt8(ascii: "n"): result.append(0x0a)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0d)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(bytes[end + 1])
      default: return nil
      }
      at = end + 2
    }
    return result
  }
}
