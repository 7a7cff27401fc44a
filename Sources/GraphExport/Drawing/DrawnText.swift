/// Makes text of any origin fit to be drawn.
enum DrawnText {
  /// The text without what no XML document may hold and without what would change the direction
  /// of the text after it; line breaks and other controls become spaces.
  ///
  /// XML 1.0 §2.2 allows no control characters but tab, line feed and carriage return, and neither
  /// U+FFFE nor U+FFFF. Directional embeddings, overrides and isolates (Unicode UAX #9) are
  /// dropped.
  ///
  /// - Complexity: O(length).
  static func line(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    var isSpace = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0x9F, 0x2028, 0x2029:
        if !isSpace { result.append(" ") }
        isSpace = true
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF: continue
      default:
        if scalar.properties.isNoncharacterCodePoint { continue }
        result.append(scalar)
        isSpace = false
      }
    }
    if isSpace, !result.isEmpty { result.removeLast() }
    return String(result)
  }

  /// ``line(_:)``, and what is longer than `limit` characters ends in an ellipsis.
  static func line(_ text: some StringProtocol, limit: Int) -> String {
    let head = text.prefix(limit + 1)
    let cleaned = line(head)
    return head.count > limit ? cleaned.prefix(limit) + "\u{2026}" : cleaned
  }

  /// The text with a capital at its start, as a heading or a label has it. A first word with a
  /// capital or a digit in it (pH, p53, mRNA) or in another script than Latin stays as it is.
  static func capitalized(_ text: String) -> String {
    let word = text.prefix { $0 != " " }
    guard let first = word.unicodeScalars.first, first.value < 0x250,
      word.allSatisfy({ $0.isLowercase || $0 == "-" || $0 == "," || $0 == "'" || $0 == "\u{2019}" })
    else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// Makes identifiers of XML elements: the given ones where they are valid and free.
struct ElementIDs {
  private var taken: Set<String>

  init(reserved: Set<String> = []) { taken = reserved }

  /// The identifier itself; with `_` for what HTML and SVG 2 do not allow in an id (white space,
  /// controls), and with a number where it is taken.
  mutating func claim(_ identifier: String) -> String {
    var valid = String.UnicodeScalarView()
    for scalar in identifier.unicodeScalars {
      let isBad =
        scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.properties.isNoncharacterCodePoint || scalar.properties.isWhitespace
      valid.append(isBad ? "_" : scalar)
    }
    let wanted = valid.isEmpty ? "_" : String(valid)
    if taken.insert(wanted).inserted { return wanted }
    var number = 2
    while !taken.insert("\(wanted)_\(number)").inserted { number += 1 }
    return "\(wanted)_\(number)"
  }
}
