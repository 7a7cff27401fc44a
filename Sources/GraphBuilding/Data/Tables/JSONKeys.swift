import GraphModel

/// The names of the members of a piece of JSON Lines, numbered as they first occur.
struct JSONKeys: ~Copyable {
  private struct Key {
    var text: TextSpan
    var hasEscapes: Bool
    /// The line that had it last, to find a name that a line has twice.
    var line = 0
  }

  private var keys: [Key] = []
  /// The number of the first name with a hash.
  private var numbers: [UInt64: Int] = [:]
  /// The name that each member of the last line had: the next line is mostly like it.
  private var order: [Int] = []
  private var position = 0
  private var line = 0

  var count: Int { keys.count }

  mutating func beginLine() {
    line += 1
    position = 0
  }

  /// The name of a number.
  func name(_ number: Int) -> String {
    let key = keys[number]
    return key.hasEscapes ? JSONEscapes.decoded(key.text).text : key.text.string
  }

  /// The number of a name, and whether the line has had it before.
  ///
  /// - Complexity: O(length) expected; no hash where lines have the same members in the same order.
  @inline(__always) mutating func number(
    of name: JSONLineScanner.Value
  ) -> (number: Int, isRepeated: Bool) {
    let number: Int
    if position < order.count, keys[order[position]].text.isEqual(to: name.text) {
      number = order[position]
    } else {
      number = find(name)
    }
    position += 1
    let isRepeated = keys[number].line == line
    keys[number].line = line
    return (number, isRepeated)
  }

  private mutating func find(_ name: JSONLineScanner.Value) -> Int {
    let hash = ByteHash.hash(name.text)
    var found = numbers[hash]
    if let first = found, !keys[first].text.isEqual(to: name.text) {
      found = keys.firstIndex { $0.text.isEqual(to: name.text) }
    }
    let number = found ?? keys.count
    if found == nil {
      keys.append(Key(text: name.text, hasEscapes: name.hasEscapes))
      if numbers[hash] == nil { numbers[hash] = number }
    }
    if position < order.count {
      order[position] = number
    } else if position == order.count {
      order.append(number)
    }
    return number
  }
}

/// The escapes within texts of JSON (RFC 8259, section 7).
enum JSONEscapes {
  /// The byte that a letter behind a backslash stands for.
  static func byte(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0c
    case UInt8(ascii: "n"): 0x0a
    case UInt8(ascii: "r"): 0x0d
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// A text whose escapes are known to be well formed, without them. Half a surrogate pair is the
  /// replacement character.
  ///
  /// - Returns: the bytes, and whether there was half a pair.
  static func decode(_ text: TextSpan) -> (bytes: [UInt8], hasHalfPair: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var hasHalfPair = false
    var at = 0
    while at < text.count {
      guard text[at] == UInt8(ascii: "\\"), at + 1 < text.count else {
        bytes.append(text[at])
        at += 1
        continue
      }
      if let plain = byte(text[at + 1]) {
        bytes.append(plain)
        at += 2
        continue
      }
      let unit = self.unit(text, at)
      at += 6
      var scalar = Unicode.Scalar(unit)
      if scalar == nil, unit < 0xdc00, at + 5 < text.count, text[at] == UInt8(ascii: "\\"),
        text[at + 1] == UInt8(ascii: "u")
      {
        let low = self.unit(text, at)
        if (0xdc00...0xdfff).contains(low) {
          scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
          at += 6
        }
      }
      if scalar == nil { hasHalfPair = true }
      bytes.append(
        contentsOf: UTF8.encode(scalar ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter)
    }
    return (bytes, hasHalfPair)
  }

  static func decoded(_ text: TextSpan) -> (text: String, hasHalfPair: Bool) {
    let (bytes, hasHalfPair) = decode(text)
    return (String(decoding: bytes, as: UTF8.self), hasHalfPair)
  }

  /// The code unit of an escape with four digits.
  private static func unit(_ text: TextSpan, _ at: Int) -> UInt32 {
    var unit: UInt32 = 0
    for place in (at + 2)..<min(at + 6, text.count) { unit = unit << 4 | (digit(text[place]) ?? 0) }
    return unit
  }
}

extension PieceTexts {
  /// The text of a value of JSON Lines: of what is nested, the JSON without blanks.
  ///
  /// - Parameter onHalfPair: called where half a surrogate pair was replaced.
  func text(_ value: JSONLineScanner.Value, onHalfPair: () -> Void = {}) -> TextSpan {
    switch value.kind {
    case .null: return TextSpan(start: nil, count: 0)
    case .scalar: return value.text
    case .text:
      guard value.hasEscapes else { return value.text }
      let (bytes, hasHalfPair) = JSONEscapes.decode(value.text)
      if hasHalfPair { onHalfPair() }
      return keep(bytes)
    case .list, .object:
      if value.hasEscapes {
        // Escapes are written in one way, so that the text is the same when it is read again.
        return keep(JSONReader.read(Array(value.text)).value?.compactText ?? value.text.string)
      }
      return value.hasBlanks ? keep(Self.withoutBlanks(value.text)) : value.text
    }
  }

  /// The values of a list of several distinct texts, none of which is empty; nil for other lists.
  func values(of list: JSONLineScanner.Value) -> [TextSpan]? {
    var elements: [JSONLineScanner.Value] = []
    var isPlain = true
    JSONLineScanner.forEachElement(of: list) { element in
      isPlain = isPlain && element.kind == .text && !element.text.isEmpty
      elements.append(element)
    }
    guard isPlain, elements.count > 1 else { return nil }
    let values = elements.map { text($0) }
    return Set(values.map(\.string)).count == values.count ? values : nil
  }

  /// JSON without escapes, and without what stands between its parts.
  private static func withoutBlanks(_ text: TextSpan) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var isInText = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isInText.toggle() }
      if isInText || byte > 0x20 { bytes.append(byte) }
    }
    return bytes
  }
}
