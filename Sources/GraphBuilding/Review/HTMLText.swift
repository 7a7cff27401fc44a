/// Writes text into HTML.
enum HTMLText {
  /// Text for element content and for attribute values in quotes (WHATWG HTML, §13.1.2).
  ///
  /// What no HTML document may hold, control characters and noncharacters, becomes U+FFFD; so does
  /// every mark that would turn the direction of the page around it (UAX 9, §2), since the page
  /// sets directions itself.
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
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(isForbidden(scalar) ? "\u{fffd}" : scalar)
      }
    }
    return result
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1f, 0x7f...0x9f, 0xfdd0...0xfdef: true
    case 0x202a...0x202e, 0x2066...0x2069: true
    case let value: value & 0xfffe == 0xfffe
    }
  }
}
