/// A document with its words: every block cut into tokens and sentences.
struct ArticleText {
  let document: Document
  let lexicon: Lexicon
  /// The tokens of all blocks, one after the other.
  private(set) var tokens: [Token] = []
  /// The tokens of each block.
  private(set) var blockTokens: [Range<Int>] = []
  private let first = FirstSentences()

  /// Sentences that were looked at, by their tokens.
  private final class FirstSentences {
    static let most = 400
    var sentences: [Range<Int>: TaggedSentence] = [:]
  }

  /// - Complexity: O(length).
  init(_ document: Document, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    let tokenizer = Tokenizer(lexicon: lexicon)
    tokens.reserveCapacity(document.text.count / 5)
    blockTokens.reserveCapacity(document.blocks.count)
    for block in document.blocks {
      let start = tokens.count
      if block.kind != .code { tokenizer.tokenize(document.text, block.text, into: &tokens) }
      blockTokens.append(start..<tokens.count)
    }
  }

  /// The sentences of a block, as ranges of ``tokens``.
  func sentences(of block: Int) -> [Range<Int>] {
    SentenceSplitter(lexicon: lexicon).split(tokens, blockTokens[block], document.text)
  }

  /// Some tokens with the phrases of the lexicon in them; the first that are asked for are kept,
  /// since the search for the topic looks at the sentences that are read afterwards.
  func tagged(_ range: Range<Int>) -> TaggedSentence {
    if let known = first.sentences[range] { return known }
    let sentence = TaggedSentence(Array(tokens[range]), text: document.text, lexicon: lexicon)
    if first.sentences.count < FirstSentences.most { first.sentences[range] = sentence }
    return sentence
  }

  /// A text of its own, such as a title of the front matter.
  func tagged(text: String) -> TaggedSentence {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(lexicon: lexicon).tokenize(bytes, 0..<bytes.count, into: &tokens)
    return TaggedSentence(tokens, text: bytes, lexicon: lexicon)
  }

  /// The stretch of text of some tokens; empty for none.
  func textRange(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first else { return 0..<0 }
    return tokens[first].start..<tokens[range.upperBound - 1].end
  }
}
