internal import GraphModel

/// Takes from a stretch of a sentence what is no part of a name: articles, quantities, those who
/// have a condition, clauses behind it, quotation marks.
struct NameCleaner {
  let sentence: TaggedSentence

  struct Cleaned {
    /// The tokens of the name; empty where none is left.
    var tokens: Range<Int>
    var isOfPeople = false
  }

  /// A name is at most this many words long; what is longer is a clause.
  static let longestName = 9

  /// - Complexity: O(tokens).
  func clean(_ range: Range<Int>) -> Cleaned {
    var result = Cleaned(tokens: range)
    var start = range.lowerBound
    var end = firstLimit(range) ?? range.upperBound
    while true {
      start = skipFront(start, end, &result)
      let before = end
      end = skipBack(start, end)
      if start >= end { return Cleaned(tokens: end..<end, isOfPeople: result.isOfPeople) }
      if end == before { break }
    }
    if let tail = firstTail(start..<end) {
      end = skipBack(start, tail)
    }
    // Too long for a name: what comes before the place, "… pain | in one area of the head".
    if length(start..<end) > longestName(start..<end),
      let place = (start..<end).dropFirst(2).first(where: {
        sentence.isWord($0, "in") || sentence.isWord($0, "on") || sentence.isWord($0, "at")
          || sentence.isWord($0, "from") && sentence.isBodyPart($0 + 2)
      }), place - start <= Self.longestName
    {
      end = skipBack(start, place)
    }
    // "at work", "from eating": where and how, not what.
    let prepositions: [StaticString] = [
      "at", "in", "on", "from", "during", "by", "of", "with", "after", "before", "about", "when",
      "while", "worse", "better", "unable", "able", "as", "into", "onto", "below", "under", "above",
      "between", "behind", "around", "near", "across", "through", "without", "within", "inside",
      "outside", "beneath", "along", "including", "depending",
    ]
    if prepositions.contains(where: { sentence.isWord(start, $0) }) { end = start }
    if isEmptyName(start..<end) || isClause(start..<end) {
      return Cleaned(tokens: start..<start, isOfPeople: result.isOfPeople)
    }
    result.tokens = start..<end
    return result
  }

  /// Whether nothing but words that say nothing stands there.
  func isEmptyName(_ range: Range<Int>) -> Bool {
    if range.isEmpty || sentence.isPhrase(range, .generic) { return true }
    if sentence.isPhrase(range, .pronouns) || sentence.isPhrase(range, .modifiers) { return true }
    // "which kind of mite depends on the place", "the feeling | that …".
    // Pages lose apostrophes: "dont have any risk factors" denies what it speaks of.
    let openings: [StaticString] = [
      "which", "what", "how", "whether", "why", "where", "who", "dont", "doesnt", "didnt", "cant",
      "isnt", "arent", "wont",
    ]
    if openings.contains(where: { sentence.isWord(range.lowerBound, $0) }) { return true }
    if range.count == 1, sentence.isAny(range.lowerBound, ["feeling", "loss", "gain", "body"]) {
      return true
    }
    // "symptoms lasting two years".
    if sentence.isAny(range.lowerBound, ["symptoms", "signs"]), range.count > 1,
      !sentence.isWord(range.lowerBound + 1, "of")
    {
      return true
    }
    // "typically the same viruses that cause colds", "the following complications".
    if sentence.isAny(range.lowerBound, ["same", "following"]) { return true }
    // "no signs", "no symptoms at all".
    if range.count > 1, sentence.isWord(range.lowerBound, "no"),
      ["sign", "signs", "symptom", "symptoms", "problem", "problems", "trouble", "complications"]
        .contains(where: { (word: StaticString) in sentence.isWord(range.lowerBound + 1, word) })
    {
      return true
    }
    if range.count == 1, isAdjective(range.lowerBound) || isVerb(range.lowerBound) { return true }
    // "rapidly under crowded conditions".
    if range.count > 1, sentence.hasSuffix(range.lowerBound, "ly"),
      sentence.isAny(
        range.lowerBound + 1, ["under", "in", "on", "by", "with", "from", "through", "to", "over"]),
      !sentence.isCovered(range.lowerBound, by: .categories, .bodyParts)
    {
      return true
    }
    // "physically or mentally".
    if range.count == 1, sentence.isAdverbOfDegree(range.lowerBound) { return true }
    return !sentence.tokens[range].contains { $0.kind == .word && $0.end - $0.start > 1 }
  }

  /// "reduce", "affects": a lone verb of relation.
  private func isVerb(_ index: Int) -> Bool {
    sentence.isPhrase(index..<index + 1, .relations) && !sentence.hasSuffix(index, "ing")
      && !sentence.isCovered(index, by: .categories, .sites, .turners, .nouns, .compounds)
  }

  /// "discoloured", "dangerous": told by their endings; what is so is not named.
  private func isAdjective(_ index: Int) -> Bool {
    if sentence.isPhrase(index..<index + 1, .categories) { return false }
    return sentence.hasSuffix(index, "ed") && !sentence.hasSuffix(index, "eed")
      && !sentence.hasSuffix(index, "bed") && !sentence.hasSuffix(index, "shed")
      || ["ful", "ious", "ional", "ocial", "ental"].contains { (ending: StaticString) in
        sentence.hasSuffix(index, ending)
      }
  }

  /// Whether the words are a clause or no words at all.
  private func isClause(_ range: Range<Int>) -> Bool {
    if length(range) > longestName(range) || hasInnerArticle(range) { return true }
    // "minimising their use" is a name only to who knows whose.
    let possessives: [StaticString] = ["their", "its", "his", "her", "these", "those"]
    return range.contains { index in
      possessives.contains { sentence.isWord(index, $0) }
        || sentence.isClauseWord(index, in: range)
    }
  }

  /// Within a name an article follows a preposition or a conjunction ("damage to the liver");
  /// behind another word it is the object of a verb ("smoke narrows the vessels").
  private func hasInnerArticle(_ range: Range<Int>) -> Bool {
    let prepositions: [StaticString] = [
      "of", "to", "in", "on", "at", "for", "from", "with", "by", "into", "onto", "within", "under",
      "over", "around", "between", "across", "against", "about", "inside", "outside", "near",
      "throughout", "along", "and", "or", "all", "both", "half", "behind", "below", "above", "up",
      "without", "during", "after", "before", "down", "off", "out", "as", "beneath", "toward",
      "towards", "upon",
    ]
    return range.dropFirst().contains { index in
      let isArticle =
        sentence.isWord(index, "the") || sentence.isWord(index, "a") || sentence.isWord(index, "an")
      // "vitamin A", "hepatitis A".
      guard isArticle, !sentence.tokens[index].isCapitalized, index + 1 < range.upperBound,
        sentence.tokens[index - 1].kind == .word
      else { return false }
      return !prepositions.contains { sentence.isWord(index - 1, $0) }
        && !sentence.isObjectVerb(index - 1, in: range)
    }
  }

  /// The tokens of a name without what it has in brackets.
  private func length(_ range: Range<Int>) -> Int {
    // Articles within it make no name longer: "yellowing of the skin and the whites of the eyes".
    range.count - NameForm(sentence).aside(in: range).count
      - range.count(where: { sentence.isWord($0, "the") })
  }

  /// What stands between two things is told by both.
  private func longestName(_ range: Range<Int>) -> Int {
    // "ingestion of food or water contaminated with the bacterium …": all of it is meant.
    let isTainted = range.contains {
      sentence.isWord($0, "contaminated") || sentence.isWord($0, "infected")
    }
    return range.contains { sentence.isWord($0, "between") } || isTainted ? 16 : Self.longestName
  }

  private func skipFront(_ from: Int, _ end: Int, _ result: inout Cleaned) -> Int {
    var start = from
    while start < end {
      if !sentence.tokens[start].isWordLike {
        start += 1
      } else if sentence.tokens[start].kind == .number, start + 1 < end,
        sentence.tokens[start + 1].kind == .stop || sentence.tokens[start + 1].kind == .close
      {
        // The number of a heading or an item: "1. Smoking".
        start += 2
      } else if let counted = countEnd(start, end) {
        // "21 000 to 143 000 deaths": deaths.
        start = counted
      } else if sentence.isWord(start, "like"), start + 1 < end, start == from {
        // "The reasons are like poverty and war".
        start += 1
      } else if isReasonLead(start), start + 2 < end {
        // "the reason is based on …", "some are due to …", "the risk of getting …".
        start += sentence.isWord(start, "getting") ? 1 : 2
      } else if sentence.isWord(start, "too"), start + 2 < end,
        sentence.isWord(start + 1, "much") || sentence.isWord(start + 1, "many")
          || sentence.isWord(start + 1, "little") || sentence.isWord(start + 1, "few")
      {
        // Too much of a thing is another thing.
        break
      } else if let people = sentence.longest(.people, at: start, before: end) {
        start = people.tokens.upperBound
        result.isOfPeople = true
      } else if isCompound(start, end) || isComparative(start, end) {
        break
      } else if let lead = sentence.longest(.leadIns, at: start, before: end),
        lead.tokens.upperBound < end
      {
        if isSensation(lead.tokens) {
          let article = sentence.longest(.leadIns, at: start, before: start + 1)
          return article.map { skipFront($0.tokens.upperBound, end, &result) } ?? start
        }
        start = lead.tokens.upperBound
      } else if let hedge = sentence.longest(.hedges, at: start, before: end)
        ?? sentence.longest(.limits, at: start, before: end)
      {
        start = hedge.tokens.upperBound
      } else if let adverb = sentence.longest(.adverbs, at: start, before: end) {
        start = adverb.tokens.upperBound
      } else if isConjunction(start) || isFrontAuxiliary(start, end) {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  /// Behind "some 7 million" before what is counted, where the lexicon knows that it is.
  private func countEnd(_ start: Int, _ end: Int) -> Int? {
    let counts: [StaticString] = [
      "to", "million", "billion", "thousand", "hundred", "seven", "six", "ten", "about", "around",
      "nearly", "almost", "over", "some", "and", "between",
    ]
    var index = start
    var hasNumber = false
    while index < end {
      if sentence.tokens[index].kind == .number {
        hasNumber = true
      } else if sentence.isWord(index, "million") || sentence.isWord(index, "billion")
        || sentence.isWord(index, "thousand")
      {
        hasNumber = true
      } else if !counts.contains(where: { sentence.isWord(index, $0) }) {
        break
      }
      index += 1
    }
    guard hasNumber, index < end, index > start, sentence.isPlural(index),
      sentence.isCovered(index, by: .quantities)
    else { return nil }
    return index
  }

  /// "more acidic oceans": less would be said without the word.
  private func isComparative(_ index: Int, _ end: Int) -> Bool {
    (sentence.isWord(index, "more") || sentence.isWord(index, "less")) && index + 2 < end
      && (sentence.isRelational(index + 1) || sentence.isWord(index + 1, "frequent")
        || sentence.isWord(index + 1, "intense") || sentence.isWord(index + 1, "extreme"))
  }

  private func isReasonLead(_ index: Int) -> Bool {
    sentence.isWord(index, "based") && sentence.isWord(index + 1, "on")
      || sentence.isWord(index, "due") && sentence.isWord(index + 1, "to")
      || sentence.isWord(index, "getting")
        && (sentence.isWord(index - 1, "of") || sentence.isWord(index - 1, "for"))
  }

  /// "having asthma", "be tired": what is had or been is the name.
  private func isFrontAuxiliary(_ index: Int, _ end: Int) -> Bool {
    index + 1 < end && sentence.isPhrase(index..<index + 1, .auxiliaries)
      && !sentence.isWord(index, "used") && !sentence.isWord(index, "being")
      || isConsuming(index, end)
  }

  /// "eating red meat", "taking painkillers": what is taken is the name.
  private func isConsuming(_ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end, sentence.isPhrase(index..<index + 1, .consumings) else { return false }
    let category = NameHead(index + 1..<end, sentence).category
    return category == .food || category == .drug || category == .chemicalEntity
  }

  private func isConjunction(_ index: Int) -> Bool {
    sentence.isWord(index, "and") || sentence.isWord(index, "or") || sentence.isWord(index, "but")
  }

  /// "multiple sclerosis", "common cold": a name of the lexicon, none of whose words may go.
  private func isCompound(_ start: Int, _ end: Int) -> Bool {
    [LexiconSection.categories, .compounds].contains { section in
      sentence.longest(section, at: start, before: end).map { $0.tokens.count > 1 } == true
    }
  }

  /// "a feeling of falling": without the feeling, it would be the fall.
  private func isSensation(_ lead: Range<Int>) -> Bool {
    guard sentence.isGerund(lead.upperBound) else { return false }
    let words: [StaticString] = ["feeling", "feelings", "sense", "sensation", "sensations"]
    return lead.contains { index in words.contains { sentence.isWord(index, $0) } }
  }

  private func skipBack(_ start: Int, _ from: Int) -> Int {
    var end = from
    while end > start {
      let last = end - 1
      if !sentence.tokens[last].isWordLike {
        if sentence.tokens[last].kind == .close, hasOpen(start..<last) { break }
        end -= 1
      } else if isManner(last, from: start) {
        break
      } else if isConjunction(last) || isDegree(last) || sentence.isLinkingParticiple(last)
        || sentence.isPhrase(last..<end, .auxiliaries)
        || sentence.isPhrase(last..<end, .adverbs) || isPreposition(last)
      {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// What is left of "very quickly", "too much so".
  private func isDegree(_ index: Int) -> Bool {
    ["very", "too", "so", "quite", "really", "extremely"].contains { (word: StaticString) in
      sentence.isWord(index, word)
    }
  }

  /// "urinating often", "an urge to cough more": how one does what is named.
  private func isManner(_ index: Int, from start: Int) -> Bool {
    let words: [StaticString] = [
      "often", "frequently", "repeatedly", "slowly", "quickly", "constantly", "regularly", "more",
      "less", "again",
    ]
    guard index > start, words.contains(where: { sentence.isWord(index, $0) }) else { return false }
    return sentence.isGerund(index - 1) || sentence.isWord(index - 2, "to")
  }

  private func hasOpen(_ range: Range<Int>) -> Bool {
    range.contains { sentence.tokens[$0].kind == .open }
  }

  private func isPreposition(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "of", "to", "with", "in", "for", "from", "on", "at", "by", "the", "a", "an", "as", "that",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  /// Where words that limit the statement begin behind the name: "headaches | in some people".
  private func firstLimit(_ range: Range<Int>) -> Int? {
    range.dropFirst().first {
      sentence.longest(.limits, at: $0, before: range.upperBound) != nil
    }
  }

  /// "pain when swallowing": what one does then, and the name ends with it.
  private func isOccasion(_ index: Int, in range: Range<Int>) -> Bool {
    (sentence.isWord(index, "when") || sentence.isWord(index, "while"))
      && sentence.isGerund(index + 1) && index + 1 < range.upperBound
      && range.upperBound - index <= 5
  }

  /// "going out without a hat": the going alone does nothing.
  private func isWithout(_ index: Int, in range: Range<Int>) -> Bool {
    sentence.isWord(index, "without") && index + 1 < range.upperBound
      && length(range) <= longestName(range)
  }

  /// "a rise in rents as owners sell": a clause.
  private func isComparison(_ index: Int, in range: Range<Int>) -> Bool {
    guard sentence.isWord(index, "as"), index + 2 < range.upperBound else { return false }
    let before: [StaticString] = [
      "such", "known", "well", "same", "act", "use", "used", "work", "as",
    ]
    let behind: [StaticString] = ["a", "an", "well", "part"]
    return !before.contains { sentence.isWord(index - 1, $0) }
      && !behind.contains { sentence.isWord(index + 1, $0) }
      && !(index..<range.upperBound).dropFirst().contains { sentence.isWord($0, "as") }
  }

  /// The first token of a phrase that ends a name.
  private func firstTail(_ range: Range<Int>) -> Int? {
    for index in range.dropFirst() {
      let isAmount =
        sentence.isWord(index, "too")
        && (sentence.isWord(index + 1, "much") || sentence.isWord(index + 1, "little"))
      // "losing weight too fast": the pace is what does it.
      let isManner =
        sentence.isWord(index, "too") && index + 1 < range.upperBound
        && sentence.isGerund(range.lowerBound)
      // "crying more than usual".
      let isUsual =
        sentence.isWord(index, "than")
        && (sentence.isWord(index + 1, "usual") || sentence.isWord(index + 1, "normal"))
      if isAmount || isManner || isUsual { continue }
      if sentence.longest(.tails, at: index, before: range.upperBound) != nil,
        !isOccasion(index, in: range), !isWithout(index, in: range)
      {
        return index
      }
      if isComparison(index, in: range) { return index }
      let kind = sentence.tokens[index].kind
      if kind == .dash || kind == .colon || kind == .semicolon { return index }
    }
    return nil
  }
}
