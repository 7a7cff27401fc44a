/// Escapes text for XML, and writes numbers.
enum XMLText {
  /// Text for element content and for attribute values in double quotes (XML 1.0 §2.4).
  ///
  /// Characters that no XML document may hold become U+FFFD; a tab or line break in an attribute
  /// would be read as a space, so it is written as a reference.
  ///
  /// - Complexity: O(length).
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t": result += "&#9;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      default:
        let isBad = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        result.unicodeScalars.append(isBad ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  /// A number with at most two decimals and no exponent.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let scaled = Int((min(max(value, -1e9), 1e9) * 100).rounded())
    let magnitude = abs(scaled)
    let sign = scaled < 0 ? "-" : ""
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// `#rrggbb`.
  static func color(_ value: UInt32) -> String {
    let digits = String(value & 0xFFFFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
