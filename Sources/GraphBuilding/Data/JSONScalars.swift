import GraphModel

/// Numbers and texts of JSON (RFC 8259, sections 6 and 7).
extension JSONReader {
  /// The digits of a number as they stand.
  mutating func readNumber() throws(Problem) -> String {
    let start = at
    func isDigit(_ at: Int) -> Bool {
      at < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at])
    }
    _ = take(UInt8(ascii: "-"))
    guard isDigit(at) else { throw failure("a digit should follow the minus sign") }
    if take(UInt8(ascii: "0")) {
      if isDigit(at) {
        throw failure(
          "a number does not begin with 0", suggestion: "remove the 0, or write it as text")
      }
    }
    while isDigit(at) { at += 1 }
    if take(UInt8(ascii: ".")) {
      guard isDigit(at) else { throw failure("a digit should follow the decimal point") }
      while isDigit(at) { at += 1 }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard isDigit(at) else { throw failure("a digit should follow the exponent's sign") }
      while isDigit(at) { at += 1 }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// A text without its quotes, its escapes resolved.
  mutating func readString() throws(Problem) -> String {
    let opening = at
    at += 1
    let start = at
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != UInt8(ascii: "\""),
      bytes[at] != UInt8(ascii: "\\")
    {
      at += 1
    }
    if take(UInt8(ascii: "\"")) {
      return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
    }
    var text = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        try readEscape(into: &text)
      } else if byte < 0x20 {
        if byte == 0x0a || byte == 0x0d { break }
        throw failure(
          "a text holds a control character", suggestion: "write it as \\t or \\u00XX")
      } else {
        text.append(byte)
        at += 1
      }
    }
    throw Problem(
      severity: .error, offset: opening, message: "this text is not closed",
      suggestion: "add a double quote at its end; write a line break within a text as \\n")
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Problem) {
    let start = at
    at += 1
    guard at < bytes.count else { throw failure("the file ends within a text") }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try readScalar(start)).utf8))
    default:
      at = start
      throw failure(
        "a backslash begins no known escape here", suggestion: "write \\\\ for a backslash")
    }
  }

  private mutating func readScalar(_ start: Int) throws(Problem) -> Unicode.Scalar {
    let unit = try readHexadecimal(start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xdc00, bytes[at...].starts(with: "\\u".utf8) {
      let second = at
      at += 2
      let low = try readHexadecimal(second)
      if (0xdc00...0xdfff).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
      {
        return scalar
      }
      at = second
    }
    problems.append(
      Problem(
        severity: .warning, offset: start,
        message: "half of a surrogate pair is read as the replacement character",
        suggestion: "write the character itself, or both halves"))
    return "\u{fffd}"
  }

  private mutating func readHexadecimal(_ start: Int) throws(Problem) -> UInt32 {
    guard at + 4 <= bytes.count,
      bytes[at..<(at + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else {
      at = start
      throw failure("four hexadecimal digits should follow \\u")
    }
    at += 4
    return value
  }
}
