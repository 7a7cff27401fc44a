extension JSONValue {
  /// A field of a data file as it stood there: a list or an object where the text is one in
  /// compact JSON, else the text.
  ///
  /// A text is taken for JSON only if writing it again gives the same text, so that nothing is
  /// ever changed: neither the digits of a number nor an escape.
  ///
  /// - Complexity: O(length).
  static func text(_ text: String) -> JSONValue {
    guard let first = text.utf8.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{"),
      let value = JSONText.parse(text)
    else { return .string(text) }
    var writer = JSONWriter(layout: .compact)
    writer.value(value)
    return writer.bytes.elementsEqual(text.utf8) ? value : .string(text)
  }
}

/// A reader of compact JSON: lists, objects, and the scalars in them (RFC 8259).
struct JSONText {
  private var rest: Substring.UTF8View
  /// Values nested deeper than this are left as text.
  private static let deepest = 32

  /// The value; nil where the text is no JSON, or is nested deeply.
  static func parse(_ text: String) -> JSONValue? {
    var reader = JSONText(rest: Substring(text).utf8)
    guard let value = reader.value(depth: 0), reader.rest.isEmpty else { return nil }
    return value
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    switch rest.first {
    case UInt8(ascii: "["): depth < Self.deepest ? array(depth: depth) : nil
    case UInt8(ascii: "{"): depth < Self.deepest ? object(depth: depth) : nil
    case UInt8(ascii: "\""): string().map { .string($0) }
    default: scalar()
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    rest.removeFirst()
    if skip(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func object(depth: Int) -> JSONValue? {
    var object = JSONObject()
    rest.removeFirst()
    if skip(UInt8(ascii: "}")) { return object.value }
    repeat {
      guard rest.first == UInt8(ascii: "\""), let name = string(), skip(UInt8(ascii: ":")),
        let member = value(depth: depth + 1)
      else { return nil }
      object.append(name, member)
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "}")) ? object.value : nil
  }

  private mutating func scalar() -> JSONValue? {
    let word = rest.prefix {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "}")
    }
    rest = rest[word.endIndex...]
    let text = String(Substring(word))
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return Self.isNumber(text) ? .number(text) : nil
    }
  }

  /// Whether a text is a number of JSON (RFC 8259, section 6).
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func isDigit(_ byte: UInt8?) -> Bool {
      byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
    func take(_ bytes: UInt8...) -> Bool {
      guard let first = rest.first, bytes.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    func takeDigits() -> Bool {
      guard isDigit(rest.first) else { return false }
      rest = rest.drop(while: isDigit)
      return true
    }
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")), !takeDigits() { return false }
    if take(UInt8(ascii: ".")), !takeDigits() { return false }
    if take(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+"), UInt8(ascii: "-"))
      if !takeDigits() { return false }
    }
    return rest.isEmpty
  }

  /// A number, or a truth value, by its text; nil where it is none.
  static func literal(_ text: String) -> JSONValue? {
    switch text {
    case "true": .bool(true)
    case "false": .bool(false)
    default: isNumber(text) ? .number(text) : nil
    }
  }

  private mutating func string() -> String? {
    rest.removeFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0c)
      case UInt8(ascii: "n"): bytes.append(0x0a)
      case UInt8(ascii: "r"): bytes.append(0x0d)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        // Surrogates are written as characters, never as escapes: such a text stays a text.
        let digits = String(Substring(rest.prefix(4)))
        guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
          return nil
        }
        rest = rest.dropFirst(4)
        bytes.append(contentsOf: String(scalar).utf8)
      case let other?: bytes.append(other)
      case nil: return nil
      }
    }
    return nil
  }
}
