/// A size and a weight of the drawing's typeface.
package struct TextStyle: Sendable, Hashable {
  /// The height of an em, in the units of the picture.
  package var size: Double
  package var isBold: Bool

  package init(size: Double, isBold: Bool = false) {
    self.size = size
    self.isBold = isBold
  }

  /// From one baseline to the next.
  package var lineHeight: Double { (size * 1.25).rounded() }
}

/// How wide text is, by metrics that the project carries: no font of the machine is asked.
///
/// Latin, Greek and Cyrillic have the widths of Helvetica. A full-width scalar is one em, an emoji
/// 1.25 em (once for a whole grapheme cluster), a combining mark or a control nothing, and any
/// other letter a width on the safe side of what fonts of its script have.
package enum TextMetrics {
  /// The families that a viewer shall look for, all with the metrics of Helvetica.
  package static let fontFamily =
    "Helvetica, Arial, 'Liberation Sans', Arimo, 'Nimbus Sans', sans-serif"

  /// The width of a line of text.
  ///
  /// - Complexity: O(length).
  package static func width(of text: some StringProtocol, _ style: TextStyle) -> Double {
    var thousandths = 0
    for character in text { thousandths += advance(of: character, isBold: style.isBold) }
    return Double(thousandths) * style.size / 1000
  }

  /// The width of a grapheme cluster in thousandths of an em.
  static func advance(of character: Character, isBold: Bool) -> Int {
    let table = isBold ? HelveticaWidths.bold : HelveticaWidths.regular
    var total = 0
    for scalar in character.unicodeScalars {
      if isEmoji(scalar) { return max(total, 1250) }
      total += table[scalar.value] ?? fallback(scalar)
    }
    return total
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1F000 && scalar.value < 0x1FC00
      || scalar.value >= 0x2600 && scalar.properties.isEmojiPresentation
  }

  private static func fallback(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    switch scalar.value {
    case 0x0590...0x07BF, 0x08A0...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: return 620
    case 0x0900...0x0DFF: return 760
    case 0x0E00...0x0EFF: return 620
    case 0x1E00...0x1EFF: return scalar.properties.isUppercase ? 720 : 580
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 1000
    case 0xFF61...0xFFDC: return 500
    case 0x2000...0x200A: return 500
    case 0x202F, 0x205F: return 278
    case 0x2190...0x2BFF: return 1000
    case 0x0180...0x036F, 0x0370...0x058F, 0x10A0...0x10FF: return 680
    default: return 820
    }
  }
}
