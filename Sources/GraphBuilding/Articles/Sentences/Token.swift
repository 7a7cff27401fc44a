/// A word, a number or a punctuation mark of a document's text.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case word, number
    case comma, semicolon, colon, stop, open, close, quote, dash, slash, ampersand, other
  }

  /// Where it stands in the document's text.
  var start: Int
  var end: Int
  var kind: Kind
  /// Its number in the lexicon; 0 for a word that the lexicon does not have.
  var word: WordTable.ID
  /// The hash of its letters without case; 0 for a mark.
  var hash: UInt64 = 0
  /// A verb that is part of the word before it: "'s" of "it's".
  var contraction = Contraction.none
  var isCapitalized = false
  /// Two capitals or more: an abbreviation, or a word in capitals.
  var hasInnerCapitals = false

  var range: Range<Int> { start..<end }
  var isWordLike: Bool { kind == .word || kind == .number }
}
