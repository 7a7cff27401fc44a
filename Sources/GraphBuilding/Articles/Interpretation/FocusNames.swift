internal import GraphModel

/// Finds the further names that an article gives the condition: `X, or “Y,”`, `X, also known as
/// Y`, `X (Y)`.
struct FocusNames {
  let article: ArticleText

  /// Looks at the first sentences that name the condition; names found lead to further names.
  ///
  /// - Complexity: O(tokens) of the first thousand blocks.
  func add(to focus: inout Focus) {
    shorten(&focus)
    for number in article.document.blocks.indices.prefix(1000) {
      if case .code = article.document.blocks[number].kind { continue }
      for range in article.sentences(of: number)
      where range.count <= 200 && mayName(focus, range) {
        let sentence = article.tagged(range)
        var index = 0
        while index < sentence.count {
          if let end = nameEnd(index, sentence, focus) {
            if !isPartOfLongerName(index, sentence) { addNames(after: end, sentence, &focus) }
            index = end
          } else {
            index += 1
          }
        }
      }
    }
  }

  /// An article about "soil erosion" says "erosion" for short. A last word that names something of
  /// its own ("fever" of "hay fever") is not short for it.
  private func shorten(_ focus: inout Focus) {
    let words = focus.label.split(separator: " ")
    guard words.count > 1, let last = words.last, last.utf8.count > 4 else { return }
    let wide: [LexiconSection] = [
      .heads, .collectives, .bodyParts, .generic, .modifiers, .categories, .wholes, .people,
      .occurrences, .sections,
    ]
    if wide.contains(where: { article.lexicon.has(last, in: $0) }) { return }
    let name = String(last).lowercased()
    guard NameHead(0..<1, article.tagged(text: name)).category == nil else { return }
    let whole = FocusMentions(article: article).count(of: focus.label, atMost: 8)
    let short = FocusMentions(article: article).count(of: name, atMost: whole + 2)
    if short >= whole + 2 { focus.recognize(name) }
  }

  private func mayName(_ focus: Focus, _ range: Range<Int>) -> Bool {
    article.tokens[range].contains { focus.mayBegin(with: $0, in: article.document.text) }
  }

  /// The end of a name of the condition that begins at a token.
  private func nameEnd(_ index: Int, _ sentence: TaggedSentence, _ focus: Focus) -> Int? {
    let token = sentence.tokens[index]
    guard token.isWordLike, focus.mayBegin(with: token, in: sentence.text) else { return nil }
    var end = min(sentence.count, index + focus.longestName)
    while end > index {
      if sentence.tokens[end - 1].isWordLike,
        focus.isNamed(NameForm(sentence).text(of: index..<end))
      {
        return end
      }
      end -= 1
    }
    return nil
  }

  /// "Allergic asthma (AA)" is not asthma: an unknown word before the name belongs to it.
  private func isPartOfLongerName(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    guard index > 0, sentence.tokens[index - 1].kind == .word else { return false }
    return sentence.tokens[index - 1].word == WordTable.unknown
      || sentence.isCovered(index - 1, by: .modifiers, .categories)
  }

  private func addNames(after end: Int, _ sentence: TaggedSentence, _ focus: inout Focus) {
    var index = end
    while index < sentence.count, sentence.tokens[index].kind == .quote { index += 1 }
    guard index < sentence.count else { return }
    if sentence.tokens[index].kind == .open {
      let close = (index..<sentence.count).first { sentence.tokens[$0].kind == .close }
      if let close { addBracket(index + 1..<close, sentence, &focus) }
      return
    }
    let hasComma = sentence.tokens[index].kind == .comma
    if hasComma { index += 1 }
    while index < sentence.count, sentence.isCovered(index, by: .adverbs),
      sentence.longest(.synonyms, at: index) == nil
    {
      index += 1
    }
    var start: Int?
    if let match = sentence.longest(.synonyms, at: index) {
      start = match.tokens.upperBound
    } else if sentence.isWord(index, "or"), index + 1 < sentence.count {
      // Without a quotation mark, only ", or Y," is another name and no alternative.
      let isQuoted = sentence.tokens[index + 1].kind == .quote
      if isQuoted || hasComma && closingComma(index + 1, sentence) { start = index + 1 }
    }
    guard let start else { return }
    addName(start..<nameLimit(start, sentence), sentence, &focus)
  }

  private func closingComma(_ start: Int, _ sentence: TaggedSentence) -> Bool {
    let end = nameLimit(start, sentence)
    return end < sentence.count && sentence.tokens[end].kind == .comma && end - start <= 5
  }

  /// The other name ends at a comma, a bracket, a verb or the end of the sentence.
  private func nameLimit(_ start: Int, _ sentence: TaggedSentence) -> Int {
    var end = start
    while end < sentence.count {
      let token = sentence.tokens[end]
      if token.kind == .quote, end > start + 1 { return end }
      if !token.isWordLike, token.kind != .quote { return end }
      if end > start, sentence.isPhrase(end..<end + 1, .clauseWords) { return end }
      if sentence.longest(.relations, at: end) != nil { return end }
      end += 1
    }
    return end
  }

  private func addName(_ range: Range<Int>, _ sentence: TaggedSentence, _ focus: inout Focus) {
    for thing in MentionParser(sentence).parse(range).prefix(2) {
      focus.add(synonym: thing.name)
      for other in thing.synonyms { focus.add(synonym: other) }
      for other in thing.abbreviations { focus.add(abbreviation: other) }
    }
  }

  /// "(IP)" is an abbreviation, "(leaky gut)" another name; "(see below)" is neither.
  private func addBracket(_ range: Range<Int>, _ sentence: TaggedSentence, _ focus: inout Focus) {
    guard let first = range.first, range.count <= 6 else { return }
    if range.count == 1 {
      let token = sentence.tokens[first]
      if token.hasInnerCapitals || token.isCapitalized && token.range.count <= 4 {
        return focus.add(abbreviation: sentence.string(range))
      }
    }
    if let match = sentence.longest(.synonyms, at: first, before: range.upperBound) {
      addName(match.tokens.upperBound..<range.upperBound, sentence, &focus)
    } else if sentence.isWord(first, "or") {
      addName(first + 1..<range.upperBound, sentence, &focus)
    } else if sentence.tokens[first].kind == .quote {
      addName(range, sentence, &focus)
    }
  }
}
