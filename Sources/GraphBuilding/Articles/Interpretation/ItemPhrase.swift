internal import GraphModel

/// What an item of a list names where it is no noun: "you are over 50", "have a family history of
/// asthma", "no tears when crying", "the stool is hard and dry", "people who smoke".
struct ItemPhrase {
  private let sentence: TaggedSentence
  private let role: SectionRole
  private let opening: ItemOpening?

  enum Reading {
    /// Names by themselves.
    case things([NamedThing])
    /// What is left without words that name nothing: to be read as a list of names.
    case names(Range<Int>)
    /// Advice, or a sentence of its own: nothing is named.
    case nothing
  }

  /// A description is at most this many words long.
  private static let longest = 12

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
    if let end = subject, let contracted = contraction(end - 1) {
      let rest = skipAdverbs(.from(end, to: range.upperBound))
      return contracted ? being(rest) : .names(rest)
    }
    if opening == .being, subject == nil {
      return being(skipAdverbs(range))
    }
    if let end = subject ?? (opening == .subject ? first : nil) {
      if let found = predicate(.from(end, to: range.upperBound)) { return found }
      if subject != nil { return .nothing }
    }
    if sentence.isPhrase(first..<first + 1, .advice) { return .nothing }
    if sentence.isWord(first, "no"), saysNothing(range) { return .nothing }
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
  private func withoutEnds(_ range: Range<Int>) -> Range<Int> {
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

  /// Whether "you're" or "you've" ends here: true for a form of "be".
  private func contraction(_ index: Int) -> Bool? {
    guard sentence.hasSuffix(index, "'re") || sentence.hasSuffix(index, "\u{2019}re") else {
      let isHaving = sentence.hasSuffix(index, "'ve") || sentence.hasSuffix(index, "\u{2019}ve")
      return isHaving ? false : nil
    }
    return true
  }

  private func skipAdverbs(_ range: Range<Int>) -> Range<Int> {
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
  private func predicate(_ whole: Range<Int>) -> Reading? {
    let range = skipAdverbs(whole)
    guard let verb = range.first, sentence.tokens[verb].kind == .word else { return nil }
    if isNegated(verb) {
      // "Some people never find out why.": a sentence, and no item.
      if endsSentence, role != .symptoms { return nil }
      return description(range).map { .things([$0]) }
    }
    let rest = Range<Int>.from(verb + 1, to: range.upperBound)
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
    let isBeing = ["are", "is", "were", "was", "am", "be", "being", "'re"].contains {
      (word: StaticString) in sentence.isWord(verb, word)
    }
    if isBeing { return being(skipAdverbs(rest)) }
    guard var thing = description(range) else { return nil }
    // "starts taking steroids".
    if sentence.hasSuffix(verb + 1, "ing"), sentence.isCovered(verb, by: .auxiliaries, .doings) {
      return .names(rest)
    }
    let stem = Gerund.stem(of: sentence.string(verb..<verb + 1).lowercased())
    guard sentence.lexicon.has(Substring(stem), in: .doings) else { return .things([thing]) }
    thing.name = Gerund.of(stem) + thing.name.drop { $0 != " " }
    return .things([thing])
  }

  /// "are overweight" is being overweight; "are taking steroids", taking steroids.
  private func being(_ rest: Range<Int>) -> Reading? {
    guard let first = rest.first else { return nil }
    if sentence.isWord(first, "to") { return .nothing }
    let isGerund = sentence.hasSuffix(first, "ing") && !sentence.isCovered(first, by: .adjectives)
    if isGerund { return .names(rest) }
    guard var thing = description(rest) else { return nil }
    thing.synonyms.append(thing.name)
    thing.name = "being \(thing.name)"
    return .things([thing])
  }

  private func isNegated(_ index: Int) -> Bool {
    sentence.isPhrase(index..<index + 1, .denials)
      || ["do", "does", "did", "are", "is", "have", "has"].contains {
        (word: StaticString) in sentence.isWord(index, word)
      } && sentence.isWord(index + 1, "not")
  }

  /// "no tears when crying", "cannot sleep", "unable to stand": what is missing is what is named.
  private func isDenial(_ first: Int, in range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    if ["cannot", "can't", "don't", "doesn't", "haven't", "hasn't", "unable", "without"].contains(
      where: { (word: StaticString) in sentence.isWord(first, word) })
    {
      return role == .symptoms || !sentence.isWord(first, "without")
    }
    guard role == .symptoms, sentence.isWord(first, "no") || sentence.isWord(first, "little")
    else { return false }
    return !sentence.isCovered(first + 1, by: .generic, .denials)
      && !sentence.isWord(first + 1, "or") && !sentence.isWord(first + 1, "other")
  }

  /// "the stool is dry, hard or lumpy": what shows is the whole of it.
  private func state(_ range: Range<Int>) -> Reading? {
    guard !endsSentence, range.count <= Self.longest else { return nil }
    if role == .symptoms, let when = range.dropFirst().first(where: { isTime($0) }),
      !range[..<when].contains(where: { sentence.isCovered($0, by: .relations) })
    {
      return description(range).map { .things([$0]) }
    }
    let isOfReader =
      sentence.isWord(range.lowerBound, "your") || sentence.isWord(range.lowerBound, "the")
    guard role == .symptoms || isOfReader && range.count <= 8 else { return nil }
    let verb = range.dropFirst().prefix(5).first { index in
      ["is", "are", "feels", "feel", "looks", "look", "becomes", "become", "seems"].contains {
        (word: StaticString) in sentence.isWord(index, word)
      }
    }
    guard let verb, verb + 1 < range.upperBound,
      !sentence.isCovered(range.lowerBound, by: .pronouns, .openers),
      !sentence.isPhrase(verb + 1..<verb + 2, .denials)
    else { return nil }
    guard RelationFinder(sentence).find().isEmpty else { return nil }
    return description(range).map { .things([$0]) }
  }

  /// "blood after you go to the toilet".
  private func isTime(_ index: Int) -> Bool {
    ["when", "after", "while", "before", "if", "whenever"].contains { (word: StaticString) in
      sentence.isWord(index, word)
    } && sentence.isPhrase(index + 1..<min(index + 2, sentence.count), .pronouns)
  }

  private var endsSentence: Bool { sentence.tokens.last?.kind == .stop }

  private func untilMark(_ range: Range<Int>) -> Range<Int> {
    let end = range.dropFirst().first { index in
      switch sentence.tokens[index].kind {
      case .colon, .open: true
      case .dash: sentence.tokens[index].start > sentence.tokens[index - 1].end
      default: false
      }
    }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  /// "No single cause", "No symptoms at all".
  private func saysNothing(_ range: Range<Int>) -> Bool {
    range.dropFirst().prefix(4).contains {
      sentence.isCovered($0, by: .nouns, .denials)
        || sentence.isPhrase($0..<$0 + 1, .generic) && role == .causes
    }
  }

  // MARK: Doings

  /// "not drinking enough water", "sitting for hours or lifting heavy boxes": what one does, in its
  /// own words, where no noun could be made of it.
  ///
  /// - Complexity: O(tokens).
  func activities() -> [NamedThing] {
    let range = skipAdverbs(withoutEnds(0..<sentence.count))
    guard let first = range.first, isActivity(first, in: range) else { return [] }
    var parts: [Range<Int>] = []
    var start = first
    for index in range.dropFirst() {
      let isJoin =
        sentence.isWord(index, "and") || sentence.isWord(index, "or")
        || sentence.tokens[index].kind == .comma
      guard isJoin, isActivity(index + 1, in: range) else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts.compactMap { description(withoutEnds($0)) }
  }

  private func isActivity(_ index: Int, in range: Range<Int>) -> Bool {
    guard range.contains(index) else { return false }
    if sentence.isWord(index, "not") { return isActivity(index + 1, in: range) }
    guard sentence.hasSuffix(index, "ing") else { return false }
    if sentence.isPhrase(index..<index + 1, .feelings) { return true }
    // "bleeding gums": what bleeds is shown, not done.
    guard range.contains(index + 1) || index > range.lowerBound else { return false }
    let word = sentence.string(index..<index + 1).lowercased()
    return Gerund.verbs(of: word).contains { sentence.lexicon.has(Substring($0), in: .doings) }
      || role == .symptoms && sentence.isCovered(index + 1, by: .pronouns)
  }

  // MARK: Descriptions

  /// The words as they stand, without what is said about them.
  private func description(_ whole: Range<Int>) -> NamedThing? {
    var range = whole
    var synonyms: [String] = []
    if sentence.tokens[range.lowerBound].isWordLike,
      ["the", "a", "an", "your"].contains(where: { (word: StaticString) in
        sentence.isWord(range.lowerBound, word)
      })
    {
      range = range.lowerBound + 1..<range.upperBound
    }
    if let cut = range.dropFirst().first(where: { isCut(at: $0) }) {
      if sentence.tokens[cut].kind == .open { synonyms = term(behind: cut) }
      range = withoutEnds(range.lowerBound..<cut)
    }
    guard !range.isEmpty, range.count <= Self.longest,
      range.contains(where: { sentence.tokens[$0].kind == .word }),
      !range.contains(where: { sentence.tokens[$0].kind == .stop })
    else { return nil }
    if sentence.isPhrase(range, .generic) { return nil }
    var thing = NamedThing(
      name: NameForm(sentence).text(of: range), place: sentence.textRange(range))
    thing.synonyms = synonyms
    return thing
  }

  /// Where an explanation, a reason or a condition begins behind what is named.
  private func isCut(at index: Int) -> Bool {
    let token = sentence.tokens[index]
    switch token.kind {
    case .open, .colon, .semicolon: return true
    case .dash:
      return index > 0 && token.start > sentence.tokens[index - 1].end
    case .comma:
      let next = index + 1
      return sentence.longest(.groups, at: next) != nil
        || sentence.isCovered(next, by: .subordinators)
    default: break
    }
    return sentence.longest(.groups, at: index) != nil
      || ["because", "which", "unless", "although", "though", "since"].contains {
        (word: StaticString) in sentence.isWord(index, word)
      } || sentence.isWord(index, "as") && sentence.isWord(index + 1, "a")
  }

  /// "finding it hard to swallow (dysphagia)": the term for what is described.
  private func term(behind open: Int) -> [String] {
    guard
      let close = Range<Int>.from(open + 1, to: sentence.count).first(where: {
        sentence.tokens[$0].kind == .close
      })
    else { return [] }
    let inside = Range<Int>.from(open + 1, to: close)
    guard (1...3).contains(inside.count),
      inside.allSatisfy({
        sentence.tokens[$0].kind == .word
          && !sentence.isCovered($0, by: .hedges, .limits, .clauseWords, .groups, .leadIns)
      })
    else { return [] }
    return [NameForm(sentence).text(of: inside)]
  }
}
