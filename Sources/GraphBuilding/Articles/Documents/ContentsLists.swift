/// Finds lists that repeat the headings of their document: tables of contents without links.
struct ContentsLists {
  private let document: Document
  private let lexicon: Lexicon
  /// By the hash of a heading's words, the last block that has it.
  private var headings: [UInt64: Int] = [:]

  /// - Complexity: O(length of the headings).
  init(_ document: Document, _ lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    for (number, block) in document.blocks.enumerated() {
      guard case .heading = block.kind, let hash = hash(block.text) else { continue }
      headings[hash] = number
    }
  }

  private static let longest = 200

  /// Whether nearly all items of a list are headings further down, and some of these tell what
  /// their section is about ("Symptoms", "Treatment"): names alone could be the list of causes
  /// whose headings follow.
  ///
  /// - Complexity: O(length of the list).
  func isContents(_ run: Range<Int>) -> Bool {
    guard run.count > 2 else { return false }
    let found = run.filter { number in
      hash(document.blocks[number].text).flatMap { headings[$0] }.map { $0 >= run.upperBound }
        ?? false
    }
    guard found.count * 10 >= run.count * 8 else { return false }
    let telling = found.prefix(12).count { tellsRole(document.blocks[$0].text) }
    return telling > 1
  }

  private func tellsRole(_ range: Range<Int>) -> Bool {
    var tokens: [Token] = []
    Tokenizer(lexicon: lexicon).tokenize(document.text, range, into: &tokens)
    let sentence = TaggedSentence(tokens, text: document.text, lexicon: lexicon)
    return SectionOutline.classify(sentence).role != nil
  }

  /// The letters and digits of a line, without case.
  private func hash(_ range: Range<Int>) -> UInt64? {
    guard range.count <= Self.longest else { return nil }
    let letters = document.text[range].filter { $0.isLetterByte }
    return letters.isEmpty ? nil : WordTable.hash(letters, 0..<letters.count)
  }
}
