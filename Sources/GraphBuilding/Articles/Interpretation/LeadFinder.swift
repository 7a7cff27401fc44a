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
  /// - Parameter isUnderRole: whether a heading says what the lead would be: then a name that is a
  ///   sentence by itself heads its paragraph, too.
  func find(in block: Int, isUnderRole: Bool = false) -> Lead? {
    let tokens = article.blockTokens[block]
    guard let first = tokens.first else { return nil }
    if let strong = strongLead(block, tokens) { return strong }
    var depth = 0
    for index in tokens.dropFirst().prefix(Self.longest) {
      let token = article.tokens[index]
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth = max(0, depth - 1) }
      if depth > 0 { continue }
      if token.kind == .stop, isUnderRole { return loneName(block) }
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

  /// "Kidney disease. People with it …", where another paragraph of the section begins so, or the
  /// next words name it again.
  private func loneName(_ block: Int) -> Lead? {
    guard article.document.blocks[block].kind == .paragraph, let lead = name(before: block) else {
      return nil
    }
    let words = article.tagged(lead.tokens)
    let behind = article.tagged(
      lead.rest..<min(lead.rest + 10, article.blockTokens[block].upperBound))
    let isRepeated = behind.tokens.indices.contains { index in
      words.tokens.contains { token in
        token.word != WordTable.unknown && token.word == behind.tokens[index].word
          && !behind.isCovered(index, by: .leadIns, .auxiliaries, .adverbs, .subordinators)
      }
        || words.count == 1 && behind.tokens[index].isWordLike
          && behind.string(index..<index + 1).lowercased() == words.string(0..<1).lowercased()
    }
    return isRepeated || hasSibling(block) ? lead : nil
  }

  /// A few words that are no clause, ended by a full stop, with another sentence behind.
  private func name(before block: Int) -> Lead? {
    let tokens = article.blockTokens[block]
    guard let first = tokens.first, article.tokens[first].isCapitalized,
      let stop = tokens.prefix(Self.longestName + 1).first(where: { !article.tokens[$0].isWordLike }
      ),
      stop > first, article.tokens[stop].kind == .stop, stop + 1 < tokens.upperBound,
      article.tokens[stop + 1].isCapitalized,
      article.tokens[stop + 1].start > article.tokens[stop].end, isName(first..<stop)
    else { return nil }
    let words = article.tagged(first..<stop)
    let isClause = words.tokens.indices.contains { index in
      words.isCovered(
        index, by: .relations, .auxiliaries, .denials, .pronouns, .subjects, .openers, .actions,
        .nouns, .happenings)
        && !(words.isGerund(index) && index == 0)
    }
    return isClause ? nil : Lead(tokens: first..<stop, rest: stop + 1)
  }

  /// Words of a name that is a sentence by itself.
  private static let longestName = 8

  /// Whether one of the paragraphs nearby begins with such a name, too.
  private func hasSibling(_ block: Int) -> Bool {
    let blocks = article.document.blocks
    for step in [-1, 1] {
      var number = block + step
      var distance = 0
      while blocks.indices.contains(number), distance < 4 {
        if case .heading = blocks[number].kind { break }
        if blocks[number].kind == .paragraph, name(before: number) != nil { return true }
        number += step
        distance += 1
      }
    }
    return false
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
