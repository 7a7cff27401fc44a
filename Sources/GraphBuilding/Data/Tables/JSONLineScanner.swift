import GraphModel

/// Walks over the lines of a piece of JSON Lines, each an object, and finds where its members
/// stand; nothing is decoded or copied.
///
/// - Complexity: O(n) time for the whole piece, O(members of a line) space.
struct JSONLineScanner: ~Copyable {
  /// What kind of value a member has.
  enum Kind: UInt8, Sendable { case null, scalar, text, list, object }

  /// A value, and where it stands.
  struct Value: BitwiseCopyable, Sendable {
    var kind = Kind.null
    /// Whether the text has escapes, or what is nested has them in a text.
    var hasEscapes = false
    /// Whether blanks stand between the parts of what is nested.
    var hasBlanks = false
    /// The value without the quotes of a text.
    nonisolated(unsafe) var text = TextSpan(start: nil, count: 0)
  }

  struct Member: BitwiseCopyable, Sendable {
    /// The number of its name in ``keys``.
    var key: Int
    var value: Value
    /// Whether the line has a member of this name already.
    var isRepeated: Bool
  }

  /// Lists and objects within each other, as many as ``JSONReader`` bears.
  private static let maximumDepth = JSONReader.maximumDepth

  private let end: UnsafePointer<UInt8>
  private var at: UnsafePointer<UInt8>
  private var lineEnd: UnsafePointer<UInt8>
  /// The line within the piece, from 0.
  private(set) var line = -1
  private(set) var lineCount = 0
  /// Where the line begins.
  private(set) var start: UnsafePointer<UInt8>
  private(set) var members = Pile<Member>(minimumCapacity: 1)
  var keys = JSONKeys()
  private var hasBlanks = false
  private var hasEscapes = false

  init(_ piece: TextSpan) {
    let base = piece.baseAddress ?? Self.nowhere
    at = base
    start = base
    lineEnd = base
    end = base + piece.count
  }

  private nonisolated(unsafe) static let nowhere = UnsafePointer(
    UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

  /// Goes to the next line that is not blank.
  ///
  /// - Returns: whether it is an object, whose members are ``members`` then; nil at the end.
  mutating func next() -> Bool? {
    while lineEnd < end || at < end {
      start = at
      line = lineCount
      lineCount += 1
      lineEnd = Self.lineFeed(from: at, to: end)
      let following = lineEnd < end ? lineEnd + 1 : end
      skipBlanks()
      if at < lineEnd {
        let isObject = readObject()
        at = following
        return isObject
      }
      at = following
    }
    return nil
  }

  /// Whether the line has a member of a name.
  func hasMember(named name: String) -> Bool {
    for number in 0..<members.count where keys.name(members[number].key) == name { return true }
    return false
  }

  /// The bytes of the line.
  var text: TextSpan { TextSpan(start: start, count: lineEnd - start) }

  private static func lineFeed(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var at = start
    while at + 8 <= end {
      let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self) ^ (ones &* 0x0a)
      if (word &- ones) & ~word & (ones &* 0x80) != 0 { break }
      at += 8
    }
    while at < end, at.pointee != 0x0a { at += 1 }
    return at
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  // MARK: The object

  private mutating func readObject() -> Bool {
    members.truncate(to: 0)
    keys.beginLine()
    guard take(UInt8(ascii: "{")) else { return false }
    skipBlanks()
    if !take(UInt8(ascii: "}")) {
      while true {
        guard peek == UInt8(ascii: "\""), let name = readText() else { return false }
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { return false }
        skipBlanks()
        let found = keys.number(of: name)
        guard let value = readValue(depth: 1) else { return false }
        members.append(Member(key: found.number, value: value, isRepeated: found.isRepeated))
        skipBlanks()
        if take(UInt8(ascii: "}")) { break }
        guard take(UInt8(ascii: ",")) else { return false }
        skipBlanks()
      }
    }
    skipBlanks()
    return at == lineEnd
  }

  private mutating func readValue(depth: Int) -> Value? {
    switch peek {
    case UInt8(ascii: "\""): return readText()
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let first = at
      let kind: Kind = first.pointee == UInt8(ascii: "[") ? .list : .object
      (hasBlanks, hasEscapes) = (false, false)
      guard skipValue(depth: depth) else { return nil }
      return Value(
        kind: kind, hasEscapes: hasEscapes, hasBlanks: hasBlanks,
        text: TextSpan(start: first, count: at - first))
    default:
      let first = at
      guard skipScalar() else { return nil }
      let text = TextSpan(start: first, count: at - first)
      return Value(kind: text[0] == UInt8(ascii: "n") ? .null : .scalar, text: text)
    }
  }

  /// Calls a closure with each element of a list that ``next()`` found.
  static func forEachElement(of list: Value, _ body: (Value) -> Void) {
    guard list.kind == .list, let base = list.text.baseAddress else { return }
    var inner = JSONLineScanner(list.text)
    inner.lineEnd = base + list.text.count
    inner.at = base + 1
    inner.skipBlanks()
    while inner.peek != UInt8(ascii: "]"), let value = inner.readValue(depth: 2) {
      body(value)
      inner.skipBlanks()
      guard inner.take(UInt8(ascii: ",")) else { return }
      inner.skipBlanks()
    }
  }

  // MARK: Values

  /// Goes behind a value of any kind, if it is one.
  private mutating func skipValue(depth: Int) -> Bool {
    switch peek {
    case UInt8(ascii: "\""):
      guard let text = readText() else { return false }
      if text.hasEscapes { hasEscapes = true }
      return true
    case UInt8(ascii: "["): return skipParts(depth: depth, close: UInt8(ascii: "]"))
    case UInt8(ascii: "{"): return skipParts(depth: depth, close: UInt8(ascii: "}"))
    default: return skipScalar()
    }
  }

  private mutating func skipParts(depth: Int, close: UInt8) -> Bool {
    guard depth < Self.maximumDepth else { return false }
    at += 1
    skipInnerBlanks()
    if take(close) { return true }
    while true {
      if close == UInt8(ascii: "}") {
        guard peek == UInt8(ascii: "\""), let name = readText() else { return false }
        if name.hasEscapes { hasEscapes = true }
        skipInnerBlanks()
        guard take(UInt8(ascii: ":")) else { return false }
        skipInnerBlanks()
      }
      guard skipValue(depth: depth + 1) else { return false }
      skipInnerBlanks()
      if take(close) { return true }
      guard take(UInt8(ascii: ",")) else { return false }
      skipInnerBlanks()
    }
  }

  private mutating func skipScalar() -> Bool {
    switch peek {
    case UInt8(ascii: "t"): return skip("true")
    case UInt8(ascii: "f"): return skip("false")
    case UInt8(ascii: "n"): return skip("null")
    default: return skipNumber()
    }
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard lineEnd - at >= count, Bytes.areEqual(at, word.utf8Start, count) else { return false }
    at += count
    return true
  }

  private mutating func skipNumber() -> Bool {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")), !skipDigits() { return false }
    if take(UInt8(ascii: ".")), !skipDigits() { return false }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      return skipDigits()
    }
    return true
  }

  private mutating func skipDigits() -> Bool {
    let first = at
    while at < lineEnd, at.pointee &- 0x30 < 10 { at += 1 }
    return at > first
  }

  /// A text from its opening to its closing quote.
  @inline(__always) private mutating func readText() -> Value? {
    at += 1
    let first = at
    var hasEscapes = false
    while true {
      at = Self.mark(from: at, to: lineEnd)
      guard at < lineEnd else { return nil }
      switch at.pointee {
      case UInt8(ascii: "\""):
        let text = TextSpan(start: first, count: at - first)
        at += 1
        return Value(kind: .text, hasEscapes: hasEscapes, text: text)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        guard skipEscape() else { return nil }
      default: return nil
      }
    }
  }

  private mutating func skipEscape() -> Bool {
    at += 1
    guard at < lineEnd else { return false }
    switch at.pointee {
    case UInt8(ascii: "u"):
      guard lineEnd - at > 4, (1...4).allSatisfy({ JSONEscapes.digit(at[$0]) != nil }) else {
        return false
      }
      at += 5
      return true
    case let letter where JSONEscapes.byte(letter) != nil:
      at += 1
      return true
    default: return false
    }
  }

  /// The first quote, backslash or control character, or the end.
  @inline(__always) private static func mark(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var at = start
    while at + 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5c)
      // The lowest mark is exact (Mycroft's test for a zero byte, and for one below 0x20).
      let marks =
        (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
          | ((word &- (ones &* 0x20)) & ~word)) & (ones &* 0x80)
      if marks != 0 { return at + marks.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < end, at.pointee != 0x22, at.pointee != 0x5c, at.pointee >= 0x20 { at += 1 }
    return at
  }

  // MARK: Bytes

  @inline(__always) private var peek: UInt8 { at < lineEnd ? at.pointee : 0 }

  @inline(__always) private mutating func take(_ byte: UInt8) -> Bool {
    guard at < lineEnd, at.pointee == byte else { return false }
    at += 1
    return true
  }

  @inline(__always) private mutating func skipBlanks() {
    while at < lineEnd, at.pointee <= 0x20,
      at.pointee == 0x20 || at.pointee == 0x09 || at.pointee == 0x0d || at.pointee == 0x0a
    {
      at += 1
    }
  }

  @inline(__always) private mutating func skipInnerBlanks() {
    let before = at
    skipBlanks()
    if at != before { hasBlanks = true }
  }
}
