/// How the bytes of a file became text.
enum TextEncoding: String, Sendable, Hashable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
}

/// Turns the bytes of any text file into valid UTF-8 (Unicode 16, §3.9; WHATWG Encoding, §9).
enum TextDecoding {
  struct Decoded: Sendable {
    var bytes: [UInt8]
    var encoding: TextEncoding
    /// Whether a byte or a unit did not fit the encoding and became U+FFFD.
    var isRepaired: Bool
  }

  /// A byte order mark decides; else zeros in every second byte mean UTF-16; else what is valid
  /// UTF-8, or mostly so, is UTF-8; the rest is Windows-1252. NUL becomes U+FFFD.
  ///
  /// - Parameter declared: the encoding that the file says it has, which decides between
  ///   Windows-1252 and damaged UTF-8 only: what is valid UTF-8 is that.
  /// - Complexity: O(length).
  static func decode(_ bytes: [UInt8], declared: TextEncoding? = nil) -> Decoded {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      return decodeUTF8(Array(bytes.dropFirst(3)))
    }
    if bytes.starts(with: [0xff, 0xfe]) {
      return decodeUTF16(bytes.dropFirst(2), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xfe, 0xff]) {
      return decodeUTF16(bytes.dropFirst(2), .utf16BigEndian)
    }
    if let wide = utf16WithoutMark(bytes) { return decodeUTF16(bytes[...], wide) }
    return decodeUTF8(bytes, declared: declared)
  }

  private static func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
    let head = bytes.prefix(512)
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = head.count / 2
    if half < 4 { return nil }
    if zeros[1] * 10 > half * 7, zeros[0] * 10 < half { return .utf16LittleEndian }
    if zeros[0] * 10 > half * 7, zeros[1] * 10 < half { return .utf16BigEndian }
    return nil
  }

  private static func decodeUTF8(
    _ bytes: [UInt8], declared: TextEncoding? = nil
  ) -> Decoded {
    if String(validating: bytes, as: UTF8.self) != nil {
      let hasNUL = bytes.contains(0)
      return Decoded(
        bytes: hasNUL ? withoutNUL(bytes) : bytes, encoding: .utf8, isRepaired: hasNUL)
    }
    // A text with letters beyond ASCII that are valid UTF-8 is a damaged UTF-8 file, not a
    // Windows-1252 one, in which such sequences are rare.
    var valid = 0
    var replaced = 0
    let repaired = String(decoding: bytes, as: UTF8.self)
    for scalar in repaired.unicodeScalars where scalar.value > 0x7f {
      if scalar.value == 0xfffd { replaced += 1 } else { valid += 1 }
    }
    if declared == .utf8 || declared != .windows1252 && valid >= replaced {
      return Decoded(bytes: withoutNUL(Array(repaired.utf8)), encoding: .utf8, isRepaired: true)
    }
    var text = ""
    text.reserveCapacity(bytes.count)
    for byte in bytes { text.unicodeScalars.append(windows1252(byte)) }
    return Decoded(bytes: Array(text.utf8), encoding: .windows1252, isRepaired: false)
  }

  private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    return Decoded(bytes: withoutNUL(Array(text.utf8)), encoding: encoding, isRepaired: false)
  }

  private static func withoutNUL(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    for byte in bytes {
      if byte == 0 { result += [0xef, 0xbf, 0xbd] } else { result.append(byte) }
    }
    return result
  }

  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9f).contains(byte) else {
      return byte == 0 ? "\u{fffd}" : Unicode.Scalar(byte)
    }
    return Unicode.Scalar(upper[Int(byte - 0x80)]) ?? "\u{fffd}"
  }

  /// Bytes 80 to 9F of Windows-1252; the five that it leaves open stand for themselves.
  private static let upper: [UInt16] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]
}
