/// A name with everything taken away that does not tell two concepts apart.
///
/// Case, accents, apostrophes, punctuation, a leading article and plural endings are dropped, so
/// that `The Crohn's diseases` and `crohn’s disease` have one key. Letters that are no variants of
/// each other (α, β; 1, 2) stay.
///
/// - Complexity: O(length).
public struct NameKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The text of the value, as files and messages show it.
  public let description: String

  /// The key of a name as a person wrote it. Empty where the name has no letter or digit.
  public init(_ name: some StringProtocol) {
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      if let folded = Self.fold(scalar) {
        word += folded
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    if words.count > 1, let first = words.first, ["a", "an", "the"].contains(first) {
      words.removeFirst()
    }
    description = words.map(Self.singular).joined(separator: " ")
  }

  /// The order of the values.
  public static func < (a: NameKey, b: NameKey) -> Bool { a.description < b.description }

  /// Whether nothing is left of the name.
  public var isEmpty: Bool { description.isEmpty }

  /// What a scalar adds to its word: a folded letter, nothing, or nil where it ends the word.
  private static func fold(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x61...0x7a, 0x30...0x39: return String(scalar)
    case 0x41...0x5a: return String(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x27, 0x60, 0x2018, 0x2019, 0x02bc, 0x00ad, 0x200b...0x200d, 0xfeff: return ""
    case 0..<0x80: return nil
    default: break
    }
    let properties = scalar.properties
    if properties.canonicalCombiningClass != .notReordered { return "" }
    guard properties.isAlphabetic || properties.numericType != nil else { return nil }
    return properties.lowercaseMapping.unicodeScalars.map(baseLetter).joined()
  }

  /// `é` → `e`: the letter that the Unicode name of a Latin letter is built on.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> String {
    if scalar.value == 0xdf { return "ss" }
    if scalar.properties.canonicalCombiningClass != .notReordered { return "" }
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return String(scalar) }
    let rest = name.dropFirst(prefix.count).split(separator: " ")
    guard rest.count > 2, rest[1] == "WITH", rest[0].count <= 2 else { return String(scalar) }
    return rest[0].lowercased()
  }

  /// `diseases` → `disease`, `allergies` → `allergy`; words on -ss, -us and -is stay.
  static func singular(_ word: String) -> String {
    let letters = word.utf8
    guard letters.count > 3, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    if word.hasSuffix("ies"), letters.count > 4 { return word.dropLast(3) + "y" }
    let sibilants = ["sses", "shes", "ches", "xes"]
    if !word.hasSuffix("aches"), sibilants.contains(where: word.hasSuffix) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}
