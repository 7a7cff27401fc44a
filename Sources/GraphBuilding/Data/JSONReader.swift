import GraphModel

/// Reads a JSON document (RFC 8259) with the place of every value.
///
/// Reading stops at the first error of syntax, since what follows cannot be understood; a name
/// that an object has twice and half a surrogate pair are reported, and reading goes on. Nesting
/// is bounded by ``maximumDepth``.
///
/// - Complexity: O(n) time and space.
struct JSONReader {
  /// Lists and objects within each other, as many as a reader must bear (RFC 8259, section 9,
  /// allows a bound).
  static let maximumDepth = 256

  /// A document, or nil where it cannot be read, and what was found wrong.
  struct Reading {
    var value: JSONValue?
    var problems: [Problem]
  }

  struct Problem: Error, Hashable {
    var severity: Diagnostic.Severity
    var offset: Int
    var message: String
    var suggestion: String?
  }

  let bytes: [UInt8]
  /// The byte that is read next.
  var at = 0
  var problems: [Problem] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func read(_ bytes: [UInt8]) -> Reading {
    if let bad = UTF8Check.firstInvalid(in: bytes) {
      return Reading(
        value: nil,
        problems: [
          Problem(
            severity: .error, offset: bad, message: "the file is not UTF-8 text",
            suggestion: "save it with the encoding UTF-8")
        ])
    }
    var reader = JSONReader(bytes)
    if bytes.starts(with: FilePositions.byteOrderMark) { reader.at = 3 }
    do throws(Problem) {
      reader.skipSpace()
      if reader.at == bytes.count { throw reader.failure("the file is empty") }
      let value = try reader.readValue(depth: 0)
      reader.skipSpace()
      if reader.at < bytes.count {
        throw reader.failure(
          "something follows the end of the JSON value",
          suggestion: "remove it, or put several values into one list")
      }
      return Reading(value: value, problems: reader.problems)
    } catch {
      return Reading(value: nil, problems: reader.problems + [error])
    }
  }

  // MARK: Values

  private mutating func readValue(depth: Int) throws(Problem) -> JSONValue {
    let start = at
    guard at < bytes.count else { throw failure("the file ends where a value should stand") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return JSONValue(content: .string(try readString()), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONValue(content: .number(try readNumber()), offset: start)
    default: break
    }
    for (word, content) in Self.words where bytes[at...].starts(with: word.utf8) {
      at += word.utf8.count
      return JSONValue(content: content, offset: start)
    }
    throw unexpectedValue()
  }

  private static let words: [(String, JSONValue.Content)] = [
    ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
  ]

  private func unexpectedValue() -> Problem {
    switch bytes[at] {
    case UInt8(ascii: "'"):
      failure("a text in JSON stands in double quotes", suggestion: "write \" instead of '")
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      failure("JSON has no comments", suggestion: "remove the comment")
    case UInt8(ascii: ","):
      failure("a value is missing before the comma", suggestion: "remove the comma")
    default:
      failure(
        "no JSON value begins here", suggestion: "put text in double quotes")
    }
  }

  private mutating func readArray(depth: Int) throws(Problem) -> JSONValue {
    let start = at
    try enter(depth)
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return JSONValue(content: .array(values), offset: start) }
    while true {
      values.append(try readValue(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return JSONValue(content: .array(values), offset: start) }
      try takeComma(before: UInt8(ascii: "]"), openedAt: start, what: "list")
    }
  }

  private mutating func readObject(depth: Int) throws(Problem) -> JSONValue {
    let start = at
    try enter(depth)
    var members: [JSONMember] = []
    var names = Set<String>()
    skipSpace()
    if take(UInt8(ascii: "}")) { return JSONValue(content: .object(members), offset: start) }
    while true {
      let nameOffset = at
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw failure(
          "the name of a member should stand here",
          suggestion: "put the name in double quotes, followed by a colon")
      }
      let name = try readString()
      skipSpace()
      guard take(UInt8(ascii: ":")) else {
        throw failure("a colon is missing after the name \"\(name)\"", suggestion: "insert ':'")
      }
      skipSpace()
      let value = try readValue(depth: depth + 1)
      if names.insert(name).inserted {
        members.append(JSONMember(name: name, nameOffset: nameOffset, value: value))
      } else {
        problems.append(
          Problem(
            severity: .warning, offset: nameOffset,
            message: "\"\(name)\" stands twice in one object; the first is used",
            suggestion: "remove one of them"))
      }
      skipSpace()
      if take(UInt8(ascii: "}")) { return JSONValue(content: .object(members), offset: start) }
      try takeComma(before: UInt8(ascii: "}"), openedAt: start, what: "object")
    }
  }

  private mutating func enter(_ depth: Int) throws(Problem) {
    guard depth < Self.maximumDepth else {
      throw failure("lists and objects are nested more than \(Self.maximumDepth) deep")
    }
    at += 1
  }

  private mutating func takeComma(
    before close: UInt8, openedAt start: Int, what: String
  ) throws(Problem) {
    let closing = Character(Unicode.Scalar(close))
    guard at < bytes.count else {
      throw Problem(
        severity: .error, offset: start, message: "this \(what) is not closed",
        suggestion: "add '\(closing)' at its end")
    }
    let comma = at
    guard take(UInt8(ascii: ",")) else {
      throw failure(
        "a comma or '\(closing)' is missing here",
        suggestion: "separate the entries of the \(what) with commas")
    }
    skipSpace()
    if at < bytes.count, bytes[at] == close {
      throw Problem(
        severity: .error, offset: comma, message: "a comma stands before '\(closing)'",
        suggestion: "remove the comma")
    }
  }

  // MARK: Bytes

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0a, 0x0d: at += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  func failure(_ message: String, suggestion: String? = nil) -> Problem {
    Problem(severity: .error, offset: at, message: message, suggestion: suggestion)
  }
}
