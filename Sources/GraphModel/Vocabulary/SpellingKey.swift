/// A ``NameKey`` in which British and American spelling, irregular plurals and hyphenated
/// prefixes are alike: `haemorrhages`, `hemorrhage`; `tumour`, `tumor`; `diagnoses`, `diagnosis`;
/// `gastro-oesophageal`, `gastroesophageal`.
///
/// It is asked only for names that no ``NameKey`` finds. The rules are those of ``SpellingRules``
/// and the words of ``SpellingWords``. What a rule makes of a word need not be a word: both sides
/// of a comparison go through the same rules, so a rule is safe where no two words of different
/// meaning meet in one form.
///
/// - Complexity: O(length).
package struct SpellingKey: Sendable, Hashable {
  package let description: String

  package init(_ key: NameKey) {
    var name = key.description
    let length = name.utf8.count
    description = name.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: length) { buffer in
        _ = buffer.initialize(from: bytes)
        return Self.fold(UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
      }
    }
  }

  package init(_ name: some StringProtocol) { self.init(NameKey(name)) }

  /// Folds a key in place; it never grows.
  ///
  /// - Returns: the length of what is left.
  static func fold(_ key: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = joinPrefixes(key)
    var end = 0
    var start = 0
    while start < count {
      var stop = start
      while stop < count, key[stop] != 0x20 { stop += 1 }
      // Words move towards the front as those before them get shorter.
      if end != start { for index in start..<stop { key[end + index - start] = key[index] } }
      var word = SpelledWord(
        UnsafeMutableBufferPointer(rebasing: key[end..<(end + stop - start)]))
      SpellingRules.apply(to: &word)
      end += word.count
      if stop < count {
        key[end] = 0x20
        end += 1
      }
      start = stop + 1
    }
    return end
  }

  /// Takes away the space behind a prefix: `non alcoholic`, `cardio vascular`, `anti viral`.
  private static func joinPrefixes(_ key: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var end = 0
    var start = 0
    for byte in key {
      if byte == 0x20 {
        let word = SpelledWord(UnsafeMutableBufferPointer(rebasing: key[start..<end]))
        if isPrefix(word) { continue }
        start = end + 1
      }
      key[end] = byte
      end += 1
    }
    // A prefix at the very end has nothing to be joined with, and left no space behind.
    return end
  }

  /// A combining form on -o, or one of the prefixes that are written apart, together or with a
  /// hyphen.
  private static func isPrefix(_ word: SpelledWord) -> Bool {
    if word.count >= 4, word.count <= 10, word.ends("o") { return true }
    switch word.count {
    case 2: return word.matches("co") || word.matches("re")
    case 3: return word.matches("non") || word.matches("pre") || word.matches("sub")
    case 4:
      return word.matches("anti") || word.matches("post") || word.matches("semi")
        || word.matches("over") || word.matches("peri")
    case 5:
      return word.matches("hyper") || word.matches("multi") || word.matches("inter")
        || word.matches("intra") || word.matches("extra") || word.matches("under")
        || word.matches("ultra")
    default: return false
    }
  }
}

/// A word of a key that is rewritten in place.
struct SpelledWord {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count: Int

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    count = bytes.count
  }

  subscript(index: Int) -> UInt8 {
    get { bytes[index] }
    nonmutating set { bytes[index] = newValue }
  }

  var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<count]) }

  func matches(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && has(text, at: 0)
  }

  func ends(_ text: StaticString) -> Bool { has(text, at: count - text.utf8CodeUnitCount) }

  func has(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for index in 0..<length where bytes[start + index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether one of the first letters is a vowel; y is none.
  func hasVowel(before end: Int) -> Bool {
    for index in 0..<min(end, count) where Self.isVowel(bytes[index]) { return true }
    return false
  }

  /// How many groups of vowels stand among the first letters: `travel` has two.
  func vowelGroups(before end: Int) -> Int {
    var groups = 0
    var inside = false
    for index in 0..<min(end, count) {
      let isVowel = Self.isVowel(bytes[index])
      if isVowel, !inside { groups += 1 }
      inside = isVowel
    }
    return groups
  }

  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6f, 0x75: true
    default: false
    }
  }

  mutating func remove(at index: Int, _ length: Int = 1) {
    guard index >= 0, index + length <= count else { return }
    for position in (index + length)..<max(count, index + length) {
      bytes[position - length] = bytes[position]
    }
    count -= length
  }

  /// Puts another word in its place, which may not be longer.
  mutating func replace(with text: StaticString) {
    let length = text.utf8CodeUnitCount
    guard length <= count else { return }
    for index in 0..<length { bytes[index] = text.utf8Start[index] }
    count = length
  }
}
