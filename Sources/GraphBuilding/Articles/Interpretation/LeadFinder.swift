/// Finds the words that head an item: "**Stress:** …", "Diet – …", "**Smoking.** …".
struct LeadFinder {
  let article: ArticleText

  struct Lead {
    /// The tokens of the lead.
    var tokens: Range<Int>
    /// Where the text behind it begins.
    var rest: Int
  }

  /// A lead is at most this many tokens long.
  private static let longest = 18

  /// The lead of a block, ended by a colon or a spaced dash, or by a full stop where it is set in
  /// strong type.
  ///
  /// - Complexity: O(1).
  func find(in block: Int) -> Lead? {
    let tokens = article.blockTokens[block]
    guard let first = tokens.first else { return nil }
    if let strong = strongLead(block, tokens) { return strong }
    var depth = 0
    for index in tokens.dropFirst().prefix(Self.longest) {
      let token = article.tokens[index]
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth = max(0, depth - 1) }
      if depth > 0 { continue }
      if token.kind == .stop || token.kind == .semicolon { return nil }
      let isSpaced = token.start > article.tokens[index - 1].end
      let isDash = token.kind == .dash && isSpaced
      if token.kind == .colon && !isSpaced || isDash {
        guard index + 1 < tokens.upperBound,
          article.tokens[index + 1].start > token.end
        else { return nil }
        return isName(first..<index) ? Lead(tokens: first..<index, rest: index + 1) : nil
      }
    }
    return nil
  }

  /// Strong type at the beginning of the block, with what ends it inside or right behind it.
  private func strongLead(_ block: Int, _ tokens: Range<Int>) -> Lead? {
    let start = article.document.blocks[block].text.lowerBound
    guard let strong = article.document.strongRange(at: start) else { return nil }
    var end = tokens.lowerBound
    while end < tokens.upperBound, article.tokens[end].start < strong.upperBound { end += 1 }
    var rest = end
    while end > tokens.lowerBound, !article.tokens[end - 1].isWordLike,
      article.tokens[end - 1].kind != .close
    {
      end -= 1
    }
    var isEnded = end < rest
    while rest < tokens.upperBound, !article.tokens[rest].isWordLike,
      article.tokens[rest].kind != .open, article.tokens[rest].kind != .quote
    {
      isEnded = true
      rest += 1
    }
    // "**Older adults** As you age, …": the sentence behind it begins anew.
    if rest == tokens.upperBound || isItem(block) && beginsSentence(rest, tokens) { isEnded = true }
    // "**Bold words** go on in the sentence": emphasis, no lead.
    guard isEnded, end > tokens.lowerBound, end - tokens.lowerBound <= Self.longest,
      isName(tokens.lowerBound..<end)
    else { return nil }
    return Lead(tokens: tokens.lowerBound..<end, rest: rest)
  }

  private func isItem(_ block: Int) -> Bool { article.document.blocks[block].kind.isItem }

  /// Whether a word with a capital follows that would have none within a sentence.
  private func beginsSentence(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard index + 1 < tokens.upperBound, article.tokens[index].isCapitalized,
      !article.tokens[index].hasInnerCapitals
    else { return false }
    let words = article.tagged(index..<index + 1)
    // "**Toxic workplace** Working in …": no name goes on so.
    if index - tokens.lowerBound > 1, words.hasSuffix(0, "ing") || words.hasSuffix(0, "ed") {
      return true
    }
    return words.isCovered(
      0, by: .pronouns, .leadIns, .openers, .clauseWords, .adverbs, .auxiliaries, .people,
      .populations, .havings)
  }

  /// No clause: none of the verbs and pronouns that no name contains.
  private func isName(_ range: Range<Int>) -> Bool {
    let sentence = article.tagged(range)
    return !sentence.tokens.indices.contains {
      sentence.isPhrase($0..<$0 + 1, .clauseWords)
        && sentence.isClauseWord($0, in: 0..<sentence.count)
    }
  }
}
