internal import GraphModel

/// What an item of a list names where it is no noun: "you are over 50", "have a family history of
/// asthma", "no tears when crying", "the stool is hard and dry", "people who smoke".
struct ItemPhrase {
  let sentence: TaggedSentence
  let role: SectionRole
  let opening: ItemOpening?

  enum Reading {
    /// Names by themselves.
    case things([NamedThing])
    /// What is left without words that name nothing: to be read as a list of names.
    case names(Range<Int>)
    /// Advice, or a sentence of its own: nothing is named.
    case nothing
  }

  /// A description is at most this many words long.
  static let longest = 12

  init(_ sentence: TaggedSentence, role: SectionRole, opening: ItemOpening?) {
    self.sentence = sentence
    self.role = role
    self.opening = opening
  }

  /// What the item names, or nil where it is to be read as any other stretch of names.
  ///
  /// - Complexity: O(tokens).
  func read() -> Reading? {
    let range = withoutEnds(0..<sentence.count)
    guard let first = range.first else { return nil }
    if isSupposition(before: first) { return .nothing }
    let people = People.named(in: sentence, untilMark(range))
    if role == .causes, !people.isEmpty { return .things(people) }
    let subject = subjectEnd(range)
    if opening == .being, subject == nil {
      return being(skipAdverbs(range))
    }
    if let end = subject ?? (opening == .subject ? first : nil) {
      let words = Range<Int>.from(end, to: range.upperBound)
      if let found = predicate(words, isTold: subject != nil) { return found }
      if subject != nil { return .nothing }
    }
    if sentence.isPhrase(first..<first + 1, .advice) { return .nothing }
    if sentence.isWord(first, "no"), saysNothing(range) { return .nothing }
    if let start = existential(range) { return .names(start..<range.upperBound) }
    if let held = contents(range) { return .things([held]) }
    if isDenial(first, in: range) { return description(range).map { .things([$0]) } ?? .nothing }
    let feeling = skipAdverbs(range)
    if role == .symptoms, let verb = feeling.first, feeling.count > 1,
      sentence.isPhrase(verb..<verb + 1, .feelings)
    {
      let things = activities()
      return things.isEmpty ? nil : .things(things)
    }
    return state(range)
  }

  // MARK: Parts

  /// Without the mark of the list and without what joins the items.
  func withoutEnds(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, !sentence.tokens[start].isWordLike, sentence.tokens[start].kind != .open {
      start += 1
    }
    while start < end, sentence.isWord(start, "if") || sentence.isWord(start, "when") {
      start += 1
    }
    while end > start {
      let last = end - 1
      let isJoin = sentence.isWord(last, "and") || sentence.isWord(last, "or")
      guard isJoin || !sentence.tokens[last].isWordLike && sentence.tokens[last].kind != .close
      else { break }
      end = last
    }
    return start..<end
  }

  /// "If you have a fever, call a doctor.": a sentence about what to do then.
  private func isSupposition(before first: Int) -> Bool {
    endsSentence
      && (0..<first).contains { sentence.isWord($0, "if") || sentence.isWord($0, "when") }
      && (first..<sentence.count).contains { index in
        sentence.tokens[index].kind == .comma && index + 1 < sentence.count
          && !sentence.isWord(index + 1, "or") && !sentence.isWord(index + 1, "and")
      }
  }

  /// Behind "you", "your child", "people who".
  private func subjectEnd(_ range: Range<Int>) -> Int? {
    sentence.longest(.subjects, at: range.lowerBound, before: range.upperBound)?.tokens.upperBound
  }

  func skipAdverbs(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound,
      sentence.isPhrase(start..<start + 1, .adverbs)
        || sentence.isPhrase(start..<start + 1, .hedges)
    {
      start += 1
    }
    return start..<range.upperBound
  }

  /// "have a family history of gout", "are overweight", "smoke", "haven't slept well".
  ///
  /// - Parameter isTold: the subject stands before it, so that it must be a verb: "you blush a lot".
  private func predicate(_ whole: Range<Int>, isTold: Bool) -> Reading? {
    let range = skipAdverbs(whole)
    guard let verb = range.first, sentence.tokens[verb].kind == .word else { return nil }
    if isNegated(verb) {
      // "Some people never find out why.": a sentence, and no item.
      if endsSentence, role != .symptoms { return nil }
      return (omission(range) ?? description(range)).map { .things([$0]) }
    }
    let rest = Range<Int>.from(verb + 1, to: range.upperBound)
    // "have been pregnant".
    if sentence.isWord(verb + 1, "been"), isPlainHaving(verb, before: range.upperBound) {
      return being(skipAdverbs(.from(verb + 2, to: range.upperBound)))
    }
    if let had = sentence.longest(.havings, at: verb, before: range.upperBound) {
      let whole = Range<Int>.from(had.tokens.upperBound, to: range.upperBound)
      let object = skipAdverbs(whole)
      guard let next = object.first else { return nil }
      if sentence.hasSuffix(next, "ed"), object.count > 1,
        !sentence.isCovered(next, by: .adjectives, .modifiers)
      {
        return description(whole).map { .things([$0]) }
      }
      return .names(object)
    }
    let isBeing = ["are", "is", "were", "was", "am", "be", "being"].contains {
      (word: StaticString) in sentence.isWord(verb, word)
    }
    if isBeing { return being(skipAdverbs(rest)) }
    guard var thing = description(range) else { return nil }
    // "starts taking steroids".
    if sentence.hasSuffix(verb + 1, "ing"), sentence.isCovered(verb, by: .auxiliaries, .doings) {
      return .names(rest)
    }
    let stem = Gerund.stem(of: sentence.string(verb..<verb + 1).lowercased())
    let isVerb =
      sentence.lexicon.has(Substring(stem), in: .doings)
      || isTold && !sentence.isCovered(verb, by: .auxiliaries, .adverbs)
        && stem.utf8.allSatisfy(\.isLowerByte)
    guard isVerb else { return .things([thing]) }
    thing.name = Gerund.of(stem) + thing.name.drop { $0 != " " }
    return .things([thing])
  }

  /// "are overweight" is being overweight; "are taking steroids", taking steroids.
  private func being(_ rest: Range<Int>) -> Reading? {
    guard let first = rest.first else { return nil }
    if sentence.isWord(first, "to") { return .nothing }
    let isGerund = sentence.hasSuffix(first, "ing") && !sentence.isCovered(first, by: .adjectives)
    if isGerund { return .names(rest) }
    if let people = someone(rest) { return .things([people]) }
    guard var thing = description(rest) else { return nil }
    thing.synonyms.append(thing.name)
    thing.name = "being \(thing.name)"
    return .things([thing])
  }

  /// "are a woman", "is a young adult".
  private func someone(_ rest: Range<Int>) -> NamedThing? {
    guard let first = rest.first, rest.count > 1,
      sentence.isWord(first, "a") || sentence.isWord(first, "an")
    else { return nil }
    let words = first + 1..<rest.upperBound
    let singulars: [StaticString] = ["woman", "man", "girl", "boy"]
    let isSingular = words.count == 1 && singulars.contains { sentence.isWord(first + 1, $0) }
    guard isSingular || People.areNamed(in: sentence, words) else { return nil }
    let name = NameForm(sentence).text(of: words)
    var thing = NamedThing(
      name: "being \(NameForm(sentence).text(of: rest))", place: sentence.textRange(rest))
    thing.synonyms = [name, "being \(name)"]
    return thing
  }

  /// "have been", and nothing that is had, as in "have been diagnosed with".
  private func isPlainHaving(_ verb: Int, before end: Int) -> Bool {
    ["have", "has", "had"].contains { (word: StaticString) in sentence.isWord(verb, word) }
      && sentence.longest(.havings, at: verb, before: end).map { $0.tokens.count < 3 } != false
  }
}
