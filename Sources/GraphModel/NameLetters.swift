/// What a character of a name adds to its ``NameKey``.
enum NameLetters {
  enum Folded: Sendable {
    /// Nothing, within a word: an apostrophe, an accent.
    case nothing
    /// The end of the word.
    case end
    case byte(UInt8)
    case letters(String)
  }

  /// A letter in lower case without its accents.
  ///
  /// - Complexity: O(1); the letters of Latin alphabets are looked up in a table, since asking for
  ///   the Unicode name of a character takes microseconds.
  static func fold(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0x61...0x7a, 0x30...0x39: .byte(UInt8(scalar.value))
    case 0x41...0x5a: .byte(UInt8(scalar.value + 32))
    case 0x27, 0x60: .nothing
    case 0..<0x80: .end
    case 0x80..<0x250: latin[Int(scalar.value - 0x80)]
    case 0x1e00..<0x1f00: latinAdditional[Int(scalar.value - 0x1e00)]
    // Quotes, dashes and the like, and what stands for what was no text.
    case 0x2010...0x2017, 0x201a...0x205f, 0xfffd: .end
    default: unicode(scalar)
    }
  }

  private static let latin = table(0x80..<0x250)
  private static let latinAdditional = table(0x1e00..<0x1f00)

  private static func table(_ values: Range<UInt32>) -> [Folded] {
    values.map { Unicode.Scalar($0).map(unicode) ?? .end }
  }

  /// By the properties of the Unicode Character Database.
  static func unicode(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02bc, 0x00ad, 0x200b...0x200d, 0xfeff: return .nothing
    default: break
    }
    let properties = scalar.properties
    if properties.canonicalCombiningClass != .notReordered { return .nothing }
    guard properties.isAlphabetic || properties.numericType != nil else { return .end }
    let letters = properties.lowercaseMapping.unicodeScalars.map(baseLetter).joined()
    return letters.isEmpty ? .nothing : .letters(letters)
  }

  /// `é` → `e`: the letter that the Unicode name of a Latin letter is built on.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> String {
    if scalar.value == 0xdf { return "ss" }
    if scalar.properties.canonicalCombiningClass != .notReordered { return "" }
    let prefix = "LATIN SMALL LETTER "
    guard isLatin(scalar), let name = scalar.properties.name, name.hasPrefix(prefix) else {
      return String(scalar)
    }
    let rest = name.dropFirst(prefix.count).spacedWords
    guard rest.count > 2, rest[1] == "WITH", rest[0].count <= 2 else { return String(scalar) }
    return rest[0].lowercased()
  }

  /// The blocks in which a character's name may begin with "LATIN SMALL LETTER".
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x2b0, 0x1d00..<0x1f00, 0x2c60..<0x2c80, 0xa720..<0xa800, 0xab30..<0xab70,
      0x10780..<0x107c0, 0x1df00..<0x1e000:
      true
    default: false
    }
  }
}
