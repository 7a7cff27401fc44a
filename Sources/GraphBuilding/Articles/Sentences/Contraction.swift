/// A verb that a pronoun before it has swallowed: "it's", "they're", "you've".
///
/// It is a token of its own, so that "it's caused by" is read as "it is caused by".
enum Contraction: UInt8, Sendable {
  case none, being, plural, having

  /// The verb in full, as the lexicon has it.
  var verb: StaticString {
    switch self {
    case .none: ""
    case .being: "is"
    case .plural: "are"
    case .having: "have"
    }
  }

  /// Whether this is the verb of a contraction.
  func isVerb(_ word: StaticString) -> Bool {
    let verb = verb
    guard verb.utf8CodeUnitCount == word.utf8CodeUnitCount else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { word.utf8Start[$0] == verb.utf8Start[$0] }
  }

  /// Where the verb begins in a word, with its apostrophe, and which verb it is; nil for "it",
  /// "don't" and "Crohn's".
  ///
  /// - Complexity: O(1).
  static func find(_ text: [UInt8], _ word: Range<Int>) -> (start: Int, verb: Contraction)? {
    guard word.count > 3, word.count < 10 else { return nil }
    let last = text[word.upperBound - 1].lowered
    let letters = last == 0x73 ? 1 : 2
    var start = word.upperBound - letters
    let isPlain = text[start - 1] == 0x27
    let isCurly =
      start - word.lowerBound > 3 && text[start - 3] == 0xe2 && text[start - 2] == 0x80
      && text[start - 1] == 0x99
    guard isPlain || isCurly else { return nil }
    let verb: Contraction
    switch (letters, text[start].lowered, last) {
    case (1, _, _): verb = .being
    case (2, 0x72, 0x65): verb = .plural
    case (2, 0x76, 0x65): verb = .having
    default: return nil
    }
    start -= isPlain ? 1 : 3
    let pronoun = String(decoding: text[word.lowerBound..<start].map(\.lowered), as: UTF8.self)
    return pronouns.contains(pronoun) ? (start, verb) : nil
  }

  private static let pronouns: Set<String> = [
    "it", "that", "there", "here", "he", "she", "they", "you", "we", "i",
  ]
}

extension StaticString {
  /// The bytes of ASCII text.
  var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}
