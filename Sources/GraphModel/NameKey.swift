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
    if let plain = Self.plainKey(name) {
      description = plain
      return
    }
    description = Self.generalKey(name)
  }

  /// The key of a name in ASCII, but for curly apostrophes: most names, in one pass without
  /// intermediate words; nil for other names.
  private static func plainKey(_ name: some StringProtocol) -> String? {
    var name = String(name)
    return name.withUTF8 { bytes in
      guard isPlain(bytes) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { writePlain(bytes, into: $0) }
    }
  }

  /// Writes the key of a name into a buffer that is at least as long as the name.
  ///
  /// - Returns: the length of the key; nil where the name is not plain and ``init(_:)`` must do it.
  package static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, into key: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    guard isPlain(bytes), key.count >= bytes.count else { return nil }
    return writePlain(bytes, into: key)
  }

  /// The key of any name.
  private static func generalKey(_ name: some StringProtocol) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    var wordStart = 0
    var firstEnd: Int?
    func endWord() {
      guard key.count > wordStart else { return }
      firstEnd = firstEnd ?? key.count
      var end = key.count
      key.withUnsafeMutableBufferPointer { finish($0, wordStart, &end) }
      key.removeLast(key.count - end)
      key.append(0x20)
      wordStart = key.count
    }
    for scalar in name.unicodeScalars {
      switch NameLetters.fold(scalar) {
      case .nothing: break
      case .end: endWord()
      case .byte(let byte): key.append(byte)
      case .letters(let letters): key += letters.utf8
      }
    }
    endWord()
    if !key.isEmpty { key.removeLast() }
    let end = key.withUnsafeMutableBufferPointer { withoutArticle($0, $0.count, firstEnd) }
    return String(decoding: key[..<end], as: UTF8.self)
  }

  private static func writePlain(
    _ bytes: UnsafeBufferPointer<UInt8>, into key: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var end = 0
    var wordStart = 0
    var firstEnd: Int?
    for byte in bytes {
      switch byte {
      case 0x61...0x7a, 0x30...0x39, 0x41...0x5a:
        key[end] = byte <= 0x5a && byte >= 0x41 ? byte | 0x20 : byte
        end += 1
      case 0x27, 0x60, 0x80...: break
      default:
        if end > wordStart {
          let length = end - wordStart
          finish(key, wordStart, &end)
          firstEnd = firstEnd ?? (wordStart + length)
          key[end] = 0x20
          end += 1
          wordStart = end
        }
      }
    }
    if end > wordStart {
      finish(key, wordStart, &end)
    } else if end > 0 {
      end -= 1
    }
    return withoutArticle(key, end, firstEnd)
  }

  /// ASCII, or a curly apostrophe, which a key does not have.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if index + 2 < bytes.count, bytes[index] == 0xe2, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  /// Ends a word: takes its plural ending off, as ``singular(_:)`` does.
  private static func finish(
    _ key: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ end: inout Int
  ) {
    let length = end - start
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard length >= count else { return false }
      return (0..<count).allSatisfy { key[end - count + $0] == suffix.utf8Start[$0] }
    }
    guard length > 3, key[end - 1] == 0x73, !ends("ss"), !ends("us"), !ends("is") else { return }
    if length > 4, ends("ies") {
      key[end - 3] = 0x79
      end -= 2
    } else if !ends("aches"), ends("sses") || ends("shes") || ends("ches") || ends("xes") {
      end -= 2
    } else {
      end -= 1
    }
  }

  /// Drops "a", "an" or "the" before further words; gives the length of what is left.
  private static func withoutArticle(
    _ key: UnsafeMutableBufferPointer<UInt8>, _ end: Int, _ firstEnd: Int?
  ) -> Int {
    guard let firstEnd, firstEnd < end else { return end }
    let isArticle =
      switch (firstEnd, key[0]) {
      case (1, 0x61): true
      case (2, 0x61): key[1] == 0x6e
      case (3, 0x74): key[1] == 0x68 && key[2] == 0x65
      default: false
      }
    guard isArticle else { return end }
    let start = firstEnd + 1
    for index in start..<end { key[index - start] = key[index] }
    return end - start
  }

  /// The order of the values.
  public static func < (a: NameKey, b: NameKey) -> Bool { a.description < b.description }

  /// Whether nothing is left of the name.
  public var isEmpty: Bool { description.isEmpty }

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
