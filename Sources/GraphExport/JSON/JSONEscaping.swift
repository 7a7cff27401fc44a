/// The one place where text becomes a JSON string.
enum JSONEscaping {
  /// Appends the text between quotation marks.
  ///
  /// Escaped are the quotation mark, the backslash and the control characters (RFC 8259 §7), and
  /// besides them DEL and the line separators U+2028 and U+2029, which end a line in JavaScript
  /// before 2019 and in some log readers. Everything else is written as it is, in UTF-8. A Swift
  /// text is valid Unicode, so that no lone surrogate can occur.
  ///
  /// - Complexity: O(length).
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { append(utf8: $0, to: &bytes) }
  }

  static func append(utf8 text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var plain = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      var length = 1
      var escape: StaticString?
      switch byte {
      case UInt8(ascii: "\""): escape = "\\\""
      case UInt8(ascii: "\\"): escape = "\\\\"
      case 0x08: escape = "\\b"
      case 0x09: escape = "\\t"
      case 0x0a: escape = "\\n"
      case 0x0c: escape = "\\f"
      case 0x0d: escape = "\\r"
      case 0x7f: escape = "\\u007f"
      case 0xe2 where position + 2 < text.count && text[position + 1] == 0x80:
        if text[position + 2] == 0xa8 { escape = "\\u2028" }
        if text[position + 2] == 0xa9 { escape = "\\u2029" }
        length = 3
      default: break
      }
      if let escape {
        bytes.append(contentsOf: text[plain..<position])
        escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
        plain = position + length
      } else if byte < 0x20 {
        bytes.append(contentsOf: text[plain..<position])
        bytes.append(contentsOf: [0x5c, 0x75, 0x30, 0x30])
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
        plain = position + 1
      }
      position += length
    }
    bytes.append(contentsOf: text[plain...])
    bytes.append(UInt8(ascii: "\""))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
