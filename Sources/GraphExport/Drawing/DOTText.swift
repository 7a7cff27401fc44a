/// Writes text as quoted strings of the DOT language.
///
/// Graphviz's lexer decodes only `\"`; what the other backslashes mean is decided attribute by
/// attribute, so there is one function for each kind of attribute. A string of more than 16,384
/// bytes does not parse, so longer text is cut and ends in an ellipsis.
enum DOTText {
  /// The most bytes between two quotes.
  static let longest = 16_000

  /// A label: escapes are expanded once, entities are decoded. Lines are centred.
  static func label(_ lines: [String]) -> String {
    quoted(lines.joined(separator: "\n"), backslashes: 2, lineBreak: "\\n", decodesEntities: true)
  }

  /// A tooltip: escapes are expanded twice, entities are decoded.
  static func tooltip(_ text: String) -> String {
    quoted(text, backslashes: 4, lineBreak: "&#10;", decodesEntities: true)
  }

  /// An identifier or an attribute of our own: no entities.
  static func plain(_ text: String) -> String {
    quoted(text, backslashes: 2, lineBreak: " ", decodesEntities: false)
  }

  /// An address that ``SafeLink`` accepted. The SVG writer of Graphviz 2 copies it into the file
  /// as it stands, that of later versions leaves entities alone: an ampersand must be one.
  static func url(_ address: String) -> String {
    quoted(address, backslashes: 2, lineBreak: " ", decodesEntities: true)
  }

  private static func quoted(
    _ text: String, backslashes: Int, lineBreak: String, decodesEntities: Bool
  ) -> String {
    var result = "\""
    var used = 0
    for scalar in text.unicodeScalars {
      var piece: String
      switch scalar {
      case "\\": piece = String(repeating: "\\", count: backslashes)
      case "\"": piece = "\\\""
      case "\n": piece = lineBreak
      case "&" where decodesEntities: piece = "&amp;"
      default:
        let isBad =
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || scalar.properties.isNoncharacterCodePoint
        piece = isBad ? "\u{FFFD}" : String(scalar)
      }
      used += piece.utf8.count
      if used > longest {
        result += "\u{2026}"
        break
      }
      result += piece
    }
    return result + "\""
  }
}
