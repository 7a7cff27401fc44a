/// The texts of the OBO Flat File Format 1.4: escapes, comments and qualifiers (section 2 of
/// https://owlcollab.github.io/oboformat/doc/obo-syntax.html).
enum OBOText {
  static func hasEscapes(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] == UInt8(ascii: "\\") { return true }
    return false
  }

  /// The first double quote that no backslash stands before.
  static func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "\"") { return at }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The value without a comment (` ! …`) and qualifiers (` {source="…"}`) behind it.
  static func withoutTrailer(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var range = range
    if let comment = first(UInt8(ascii: "!"), bytes, range) {
      range = bytes.trimmed(range.lowerBound..<comment)
    }
    if let last = range.last, bytes[last] == UInt8(ascii: "}"),
      let brace = first(UInt8(ascii: "{"), bytes, range),
      bytes[brace..<last].contains(UInt8(ascii: "="))
    {
      range = range.lowerBound..<brace
    }
    return range
  }

  /// The first place of a byte behind a blank and without a backslash.
  private static func first(
    _ wanted: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
      } else if bytes[at] == wanted, at > range.lowerBound, bytes[at - 1] == 0x20 {
        return at
      }
      at += 1
    }
    return nil
  }

  /// Resolves `\n`, `\t`, `\W` (a blank); any other letter behind a backslash is itself.
  static func unescape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into text: inout [UInt8]
  ) {
    text.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    while at < range.upperBound {
      var byte = bytes[at]
      if byte == UInt8(ascii: "\\"), at + 1 < range.upperBound {
        at += 1
        switch bytes[at] {
        case UInt8(ascii: "n"): byte = 0x0a
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "W"): byte = 0x20
        default: byte = bytes[at]
        }
      }
      text.append(byte)
      at += 1
    }
  }
}
