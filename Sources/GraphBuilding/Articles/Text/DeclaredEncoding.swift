extension TextEncoding {
  /// The encoding that a page declares within its first bytes, as `<meta charset=…>`, as
  /// `<meta http-equiv … content="…; charset=…">` or in an XML declaration.
  ///
  /// Only the encodings that are read are told apart (WHATWG Encoding, §4.2): the labels of UTF-8
  /// and of Windows-1252, to which ISO 8859-1 and ASCII belong.
  ///
  /// - Complexity: O(1): two thousand bytes are looked at.
  static func declared(in bytes: [UInt8]) -> TextEncoding? {
    let head = bytes.prefix(2048).map(\.lowered)
    for name in ["charset", "encoding"] {
      let letters = Array(name.utf8)
      var index = 0
      while index + letters.count < head.count {
        defer { index += 1 }
        guard head[index] == letters[0],
          head[index..<(index + letters.count)].elementsEqual(letters)
        else { continue }
        let value = head[(index + letters.count)...].drop { $0.isSpaceByte }
        guard value.first == 0x3d else { continue }
        let label = value.dropFirst().drop { $0.isSpaceByte || $0 == 0x22 || $0 == 0x27 }
          .prefix { $0.isLowerByte || $0.isDigitByte || $0 == 0x2d || $0 == 0x5f }
        if let known = labels[String(decoding: label, as: UTF8.self)] { return known }
      }
    }
    return nil
  }

  private static let labels: [String: TextEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "unicode-1-1-utf-8": .utf8,
    "windows-1252": .windows1252, "cp1252": .windows1252, "x-cp1252": .windows1252,
    "iso-8859-1": .windows1252, "iso8859-1": .windows1252, "iso_8859-1": .windows1252,
    "latin1": .windows1252, "l1": .windows1252, "ascii": .windows1252, "us-ascii": .windows1252,
  ]
}
