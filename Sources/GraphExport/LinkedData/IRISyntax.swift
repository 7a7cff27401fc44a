/// What may stand in an IRI (RFC 3987), and how everything else gets into one.
enum IRISyntax {
  /// Whether the text is an absolute IRI that every RDF processor takes as it is.
  ///
  /// Stricter than the grammar, so that no processor rewrites the text: no dot segments, no
  /// brackets, no bidirectional controls (RFC 3987 §4.1), digits alone in a port.
  ///
  /// - Complexity: O(length).
  static func isAbsolute(_ text: String) -> Bool {
    // Bytes, not characters: a combining mark must not hide the slash or colon before it.
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = bytes[bytes.index(after: colon)...]
    guard isScheme(bytes[..<colon]), !rest.isEmpty, isClean(text), !hasDotSegment(rest) else {
      return false
    }
    return !rest.starts(with: "//".utf8) || isAuthority(rest.dropFirst(2).prefix(while: isNoEnd))
  }

  private static func isNoEnd(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
  }

  /// `[ userinfo "@" ] host [ ":" port ]`, with a host.
  private static func isAuthority(_ text: Substring.UTF8View) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let host = parts.last else { return false }
    let pieces = host.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let name = pieces.first, !name.isEmpty, pieces.count <= 2 else { return false }
    return pieces.count == 1 || pieces[1].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )`
  private static func isScheme(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, isLetter(first) else { return false }
    return text.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2b || $0 == 0x2d || $0 == 0x2e
    }
  }

  /// Whether every character may stand in an IRI as it is, `%` only before two hexadecimal digits
  /// and `#` once at most.
  private static func isClean(_ text: String) -> Bool {
    var hexDue = 0
    var hashes = 0
    for scalar in text.unicodeScalars {
      if hexDue > 0 {
        guard scalar.properties.isASCIIHexDigit else { return false }
        hexDue -= 1
      } else if scalar == "%" {
        hexDue = 2
      } else if scalar == "#" {
        hashes += 1
      } else if !isAllowed(scalar) {
        return false
      }
    }
    return hexDue == 0 && hashes <= 1
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case 0...0x7f: "-._~:/?@!$&'()*+,;=".unicodeScalars.contains(scalar)
    case 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: false
    case 0xa0...0xd7ff, 0xf900...0xfdcf, 0xfdf0...0xffef: true
    case 0xe_0000...0xe_0fff: false
    case 0x1_0000...0xe_fffd: scalar.value & 0xffff <= 0xfffd
    default: false
    }
  }

  private static func hasDotSegment(_ text: Substring.UTF8View) -> Bool {
    let path = text.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return path.split(separator: UInt8(ascii: "/")).contains {
      $0.count <= 2 && $0.allSatisfy { $0 == UInt8(ascii: ".") }
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// Percent-encodes every byte but those of unreserved ASCII characters and of `kept`.
  ///
  /// The percent sign itself is always encoded, so that decoding gives the text back and two
  /// texts are never encoded alike.
  static func percentEncoded(_ text: some StringProtocol, keeping kept: StaticString = "") -> String
  {
    var bytes: [UInt8] = []
    let isDots = text.utf8.allSatisfy { $0 == 0x2e }
    let hex: StaticString = "0123456789ABCDEF"
    for byte in text.utf8 {
      let isKept = kept.withUTF8Buffer { $0.contains(byte) }
      switch byte {
      case 0x30...0x39, 0x2d, 0x5f, 0x7e: bytes.append(byte)
      case 0x2e where !isDots: bytes.append(byte)
      case _ where isLetter(byte) || isKept: bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        hex.withUTF8Buffer {
          bytes.append($0[Int(byte >> 4)])
          bytes.append($0[Int(byte & 15)])
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
