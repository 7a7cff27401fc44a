internal import GraphModel

/// Finds what the sentences of an article speak of: what they define, whose causes and signs they
/// tell, and who has it.
struct FocusProse {
  let article: ArticleText

  /// As many sentences show what an article is about.
  private static let sentences = 150
  /// Among as many, a definition is that of the topic.
  private static let opening = 8

  /// - Complexity: O(tokens of the first sentences).
  func add(_ isRead: (Int) -> Bool, to candidates: inout FocusCandidates) {
    var number = 0
    var isUnderHeading = false
    for block in article.document.blocks.indices {
      guard article.document.blocks[block].isProse else {
        isUnderHeading = true
        continue
      }
      // Items name what belongs to the topic, not the topic.
      guard isRead(block), !isItem(block) else { continue }
      for (place, range) in article.sentences(of: block).enumerated() {
        number += 1
        if number > Self.sentences { return }
        if range.count > 120 { continue }
        let sentence = article.tagged(range)
        if sentence.isQuestion { continue }
        let isOpening = number <= Self.opening || isUnderHeading && place == 0
        addDefinition(sentence, isOpening: isOpening, &candidates)
        addTopics(sentence, &candidates)
      }
      isUnderHeading = false
    }
  }

  /// An item of a list, or a line that a lead opens as if it were one.
  private func isItem(_ block: Int) -> Bool {
    if case .item = article.document.blocks[block].kind { return true }
    let start = article.document.blocks[block].text.lowerBound
    return article.document.strongRange(at: start) != nil
      && LeadFinder(article: article).find(in: block) != nil
  }

  // MARK: Definitions

  /// "Asthma is a disease of …", "Asthma means …", "Asthma (or …) occurs when …".
  private func addDefinition(
    _ sentence: TaggedSentence, isOpening: Bool, _ candidates: inout FocusCandidates
  ) {
    let outside = outside(sentence)
    guard let verb = outside.first(where: { $0 > 0 && isVerb($0, sentence) }) else { return }
    let subject = 0..<verb
    if outside.contains(where: { $0 < verb && sentence.isPhrase($0..<$0 + 1, .clauseWords) }) {
      return
    }
    // "The causes of gout are …" is about gout.
    let isOfParts = subject.contains { index in
      sentence.longest(.nouns, at: index).map {
        sentence.isAny($0.tokens.upperBound, ["of", "for", "behind"])
      } ?? false
    }
    if isOfParts { return }
    let first = sentence.tokens.firstIndex(where: \.isWordLike) ?? 0
    if sentence.longest(.openers, at: first) != nil
      || sentence.isPhrase(first..<first + 1, .pronouns)
    {
      return
    }
    let things = MentionParser(sentence).parse(subject)
    guard let thing = things.first, thing.name.spacedWords.count <= 5,
      sentence.tokens(in: thing.place)?.lowerBound ?? 9 <= first + 1,
      things.count == 1 || sentence.isWord(sentence.tokens(in: thing.place)?.upperBound ?? 0, "or")
        || sentence.tokens[sentence.tokens(in: thing.place)?.upperBound ?? 0].kind == .comma
    else { return }
    let isDefined = definesSubject(verb, sentence)
    if isDefined {
      candidates.add(thing, .definition, isOpening ? 2.5 : 0.5, at: thing.place.lowerBound)
    } else if isOpening {
      candidates.add(thing, .definition, 0.5, at: thing.place.lowerBound)
    }
  }

  /// The first tokens that stand in no bracket.
  private func outside(_ sentence: TaggedSentence) -> [Int] {
    var depth = 0
    return (0..<min(sentence.count, 24)).filter { index in
      switch sentence.tokens[index].kind {
      case .open: depth += 1
      case .close: depth = max(0, depth - 1)
      default: return depth == 0
      }
      return false
    }
  }

  private func isVerb(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    Self.verbs.contains(sentence.tokens[index].hash)
  }

  /// By their hashes.
  private static let verbs = Set(
    [
      "is", "are", "was", "means", "mean", "refers", "refer", "describes", "occurs", "occur",
      "happens", "happen", "has", "have", "can", "may", "represents", "develops", "arises",
    ].map { WordTable.hash(Array($0.utf8), 0..<$0.utf8.count) })

  /// Whether the words from the verb on say what the subject is.
  private func definesSubject(_ verb: Int, _ sentence: TaggedSentence) -> Bool {
    let next = verb + 1
    if sentence.isWord(verb, "is") || sentence.isWord(verb, "are") || sentence.isWord(verb, "was") {
      let articles: [StaticString] = ["a", "an", "the", "one", "when", "any", "what"]
      return articles.contains { sentence.isWord(next, $0) }
        || sentence.isPhrase(next..<min(next + 1, sentence.count), .adjectives)
        || sentence.isWord(verb, "are") && sentence.isCovered(next, by: .categories, .heads)
    }
    if sentence.isWord(verb, "refers") || sentence.isWord(verb, "refer") {
      return sentence.isWord(next, "to")
    }
    let verbs: [StaticString] = ["means", "mean", "describes", "represents"]
    if verbs.contains(where: { sentence.isWord(verb, $0) }) { return true }
    let events: [StaticString] = ["occurs", "occur", "happens", "happen", "develops", "arises"]
    return events.contains { sentence.isWord(verb, $0) } && sentence.isWord(next, "when")
  }

  // MARK: Topics

  /// "the causes of asthma", "people with asthma", "asthma is caused by".
  private func addTopics(_ sentence: TaggedSentence, _ candidates: inout FocusCandidates) {
    for match in sentence.all(.titles, in: 0..<sentence.count) {
      addName(behind: match.tokens.upperBound, 1, sentence, &candidates)
    }
    for match in sentence.all(.people, in: 0..<sentence.count) {
      addName(behind: match.tokens.upperBound, 0.5, sentence, &candidates)
    }
  }

  private func addName(
    behind start: Int, _ amount: Double, _ sentence: TaggedSentence,
    _ candidates: inout FocusCandidates
  ) {
    var end = start
    while end < min(sentence.count, start + 6), sentence.tokens[end].isWordLike,
      !sentence.isPhrase(end..<end + 1, .clauseWords), !sentence.isWord(end, "and"),
      !sentence.isWord(end, "or"), sentence.longest(.relations, at: end) == nil
    {
      end += 1
    }
    let things = MentionParser(sentence).parse(Range<Int>.from(start, to: end))
    guard let thing = things.first, thing.name.spacedWords.count <= 4 else { return }
    candidates.add(thing, .statement, amount, at: thing.place.lowerBound)
  }
}
