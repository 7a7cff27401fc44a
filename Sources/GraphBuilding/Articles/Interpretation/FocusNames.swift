internal import GraphModel

/// Finds the further names that an article gives the condition: `X, or “Y,”`, `X, also known as
/// Y`, `X (Y)`.
struct FocusNames {
  let article: ArticleText

  /// Blocks in which "it" means the condition.
  private static let opening = 8

  /// Looks at the first sentences that name the condition; names found lead to further names.
  ///
  /// - Complexity: O(tokens) of the first thousand blocks.
  func add(to focus: inout Focus) {
    for number in article.document.blocks.indices.prefix(1000) {
      if case .code = article.document.blocks[number].kind { continue }
      for range in article.sentences(of: number)
      where range.count <= 200 && (mayName(focus, range) || number < Self.opening) {
        let sentence = article.tagged(range)
        NamingSentence(sentence: sentence, focus: focus).names.forEach { focus.add(synonym: $0) }
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

  // MARK: Short forms

  /// "Bleaching" in an article about coral bleaching: its last noun alone, where the text has it so
  /// at least twice. Nouns that tell a kind of thing ("infection", "pain", "loss") may mean others.
  ///
  /// - Complexity: O(tokens).
  func addShortForm(to focus: inout Focus) {
    let words = focus.label.spacedWords
    guard words.count > 1, words.count < 5, let head = words.last, head.utf8.count > 3 else {
      return
    }
    let alone = article.tagged(text: String(head))
    guard alone.count == 1, NameHead(0..<1, alone).category == nil,
      !alone.isCovered(
        0, by: .heads, .collectives, .wholes, .bodyParts, .generic, .relations, .nouns, .sections,
        .occurrences, .episodes, .conditionNouns, .clauseWords, .change, .people)
    else { return }
    let short = Focus(label: String(head))
    var count = 0
    for number in article.document.blocks.indices.prefix(1000) {
      let range = article.blockTokens[number]
      for index in range where article.tokens[index].kind == .word {
        guard short.mayBegin(with: article.tokens[index], in: article.document.text),
          index == range.lowerBound || !isContent(index - 1)
        else { continue }
        count += 1
        if count > 1 { return focus.recognize(String(head)) }
      }
    }
  }

  /// "Flooding" in an article about floods: the noun for what its last noun does, where the text has
  /// it at least twice. Words that name a feature of their own ("itching") or are adjectives may
  /// mean something else.
  ///
  /// - Complexity: O(tokens).
  func addVerbalForm(to focus: inout Focus) {
    let words = focus.label.spacedWords
    guard let head = words.last?.lowercased(), head.utf8.count > 3, !head.hasSuffix("ing") else {
      return
    }
    let stem = NameKey(head).description
    for form in [stem + "ing", String(stem.dropLast()) + "ing"]
    where stem.hasSuffix("e") || form.hasPrefix(stem) {
      let alone = article.tagged(text: form)
      guard alone.count == 1,
        !alone.isCovered(0, by: .categories, .adjectives, .relations, .generic)
      else { continue }
      let bytes = Array(form.utf8)
      let hash = WordTable.hash(bytes, 0..<bytes.count)
      let uses = article.tokens.lazy.filter {
        $0.kind == .word && $0.hash == hash
      }
      if uses.prefix(2).count == 2 {
        focus.recognize((words.dropLast().map(String.init) + [form]).joined(separator: " "))
      }
    }
  }

  /// A word that goes with the noun behind it: "calcium stones".
  private func isContent(_ index: Int) -> Bool {
    let token = article.tokens[index]
    guard token.isWordLike else { return false }
    if token.word == WordTable.unknown { return true }
    return article.tagged(index..<index + 1).isCovered(
      0, by: .modifiers, .adjectives, .categories, .bodyParts)
  }

  private func mayName(_ focus: Focus, _ range: Range<Int>) -> Bool {
    article.tokens[range].contains { focus.mayBegin(with: $0, in: article.document.text) }
  }

  /// The end of a name of the condition that begins at a token.
  private func nameEnd(_ index: Int, _ sentence: TaggedSentence, _ focus: Focus) -> Int? {
    let token = sentence.tokens[index]
    guard token.isWordLike, focus.mayBegin(with: token, in: sentence.text) else { return nil }
    return focus.nameEnd(from: index, in: sentence)
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
