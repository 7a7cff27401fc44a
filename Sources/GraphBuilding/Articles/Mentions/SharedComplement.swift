internal import GraphModel

/// Tells whether a conjunction stands within what one name is about: "prices of goods and
/// services", "inflammation of the bowel or food pipe", "eating red meat and seafood".
struct SharedComplement {
  private let sentence: TaggedSentence
  /// What stands before the conjunction behind the word that leads to it, and what stands behind.
  private let first: Range<Int>
  private let second: Range<Int>
  /// What stands behind means nothing without the words before the link: "changes in sleep or diet".
  private let isBound: Bool

  /// - Parameters:
  ///   - conjunction: the tokens of "and", "or", "and/or".
  ///   - start: where the name before it begins.
  init?(
    _ conjunction: Range<Int>, from start: Int, in range: Range<Int>, _ sentence: TaggedSentence
  ) {
    self.sentence = sentence
    guard let link = Self.link(before: conjunction.lowerBound, from: start, sentence) else {
      return nil
    }
    isBound =
      sentence.isCovered(link, by: .binders)
      || link > start && sentence.isCovered(link - 1, by: .binders)
    guard
      let second = Self.second(
        from: conjunction.upperBound, in: range, sentence,
        allowsGerund: isBound && sentence.isGerund(conjunction.lowerBound - 1),
        allowsPlace: isBound || Self.isEvent(link - 1, sentence))
    else { return nil }
    let first = Self.withoutLeadIns(.from(link + 1, to: conjunction.lowerBound), sentence)
    let commas = first.filter { sentence.tokens[$0].kind == .comma }.count
    guard !first.isEmpty, first.count <= 4 + 3 * commas else { return nil }
    self.first = first
    self.second = second
  }

  /// - Complexity: O(tokens) of the two parts.
  var isShared: Bool {
    let (before, behind) = (NameHead(first, sentence), NameHead(second, sentence))
    guard let head = before.token, let otherHead = behind.token else { return false }
    if isBound {
      let own: [Category?] = [.phenotypicFeature, .disease, .exposureEvent]
      if sentence.isGerund(second.lowerBound) { return sentence.isGerund(head) }
      return !own.contains(behind.category) && !Self.isDescribed(second, sentence)
    }
    let isSubstance = before.category == .food && behind.category != .phenotypicFeature
    // "regurgitation of food or sour liquid".
    if isSubstance, first.lowerBound > 1, Self.isEvent(first.lowerBound - 2, sentence),
      sentence.isWord(first.lowerBound - 1, "of")
    {
      return behind.category != .disease
    }
    if Self.isDescribed(second, sentence), !Self.isDescribed(first, sentence) { return false }
    if isEvent(head) != isEvent(otherHead) { return false }
    // "removal of trees and erosion": one of them many, the other a thing by itself.
    if sentence.isPlural(head), !sentence.isPlural(otherHead) { return false }
    return Self.goTogether(before.category, behind.category, isShort: second.count <= 2)
  }

  /// "…, trouble with chewing and speaking, or …": a further name follows behind a comma, or both
  /// are what one has trouble with.
  var isWithinList: Bool {
    if isBound, sentence.isGerund(second.lowerBound) { return true }
    let next = second.upperBound
    return next < sentence.count && sentence.tokens[next].kind == .comma
  }

  /// "bycatch of turtles, sharks and rays": a list within the complement.
  var isSharedInList: Bool {
    guard isShared, second.count == 1, let last = first.last, let other = second.first else {
      return false
    }
    return sentence.isPlural(last) && sentence.isPlural(other)
      && NameHead(second, sentence).category == nil
  }

  /// Two things of a kind, and none that is a cause or a sign by itself.
  private static func goTogether(_ one: Category?, _ other: Category?, isShort: Bool) -> Bool {
    let substances: [Category?] = [.food, .chemicalEntity, .drug]
    if substances.contains(one) { return substances.contains(other) || other == nil && isShort }
    return one == nil && other == nil
  }

  /// The preposition or the gerund whose complement the conjunction stands in.
  private static func link(
    before end: Int, from start: Int, _ sentence: TaggedSentence
  ) -> Int? {
    let words: [StaticString] = [
      "of", "in", "to", "over", "on", "about", "from", "into", "against", "around", "between",
    ]
    for index in Range<Int>.from(start, to: end).reversed() {
      if sentence.tokens[index].kind != .word, sentence.tokens[index].kind != .comma { return nil }
      if sentence.isWord(index, "with"), sentence.isCovered(index - 1, by: .binders) {
        return index
      }
      // "difficulty concentrating or sleeping".
      if sentence.isGerund(index + 1), sentence.isCovered(index, by: .binders) { return index }
      if words.contains(where: { sentence.isWord(index, $0) }) { return index }
    }
    let opening = withoutLeadIns(.from(start, to: end), sentence)
    guard let gerund = opening.first(where: { !sentence.isWord($0, "not") }),
      sentence.isGerund(gerund), !sentence.isWord(gerund, "being"),
      !sentence.isCovered(gerund, by: .consumings)
    else { return nil }
    return gerund
  }

  /// What stands behind the conjunction, up to the next comma, conjunction or clause; nil where it
  /// is a name of its own: "a fever", "shortness of breath".
  private static func second(
    from start: Int, in range: Range<Int>, _ sentence: TaggedSentence, allowsGerund: Bool,
    allowsPlace: Bool
  ) -> Range<Int>? {
    var end = start
    while end < range.upperBound, sentence.tokens[end].isWordLike {
      if allowsPlace, end > start, isPreposition(end, sentence) { break }
      if sentence.isWord(end, "and") || sentence.isWord(end, "or") { break }
      if end > start, sentence.longest(.tails, at: end) != nil { break }
      if end > start, sentence.longest(.limits, at: end) != nil { break }
      end += 1
    }
    guard !["a", "an"].contains(where: { (word: StaticString) in sentence.isWord(start, word) })
    else { return nil }
    let words = withoutLeadIns(.from(start, to: end), sentence)
    // "loss of life and | destruction of homes": an event of its own.
    if let last = words.last, sentence.isWord(end, "of") || sentence.isWord(end, "to"),
      sentence.isCovered(last, by: .harms, .turners)
    {
      return nil
    }
    guard !words.isEmpty, words.count <= 3,
      allowsGerund || !sentence.isGerund(words.lowerBound),
      !sentence.isCovered(words.lowerBound, by: .adverbs, .hedges, .limits),
      !words.contains(where: { isPreposition($0, sentence) })
    else { return nil }
    return words
  }

  private static func isPreposition(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    let words: [StaticString] = [
      "of", "in", "to", "with", "for", "from", "on", "at", "by", "between", "into", "about", "not",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  private static func withoutLeadIns(
    _ range: Range<Int>, _ sentence: TaggedSentence
  ) -> Range<Int> {
    let start = range.first { !sentence.isPhrase($0..<$0 + 1, .leadIns) }
    return .from(start ?? range.upperBound, to: range.upperBound)
  }

  /// Begins with an adjective: "runny nose", "higher prices", "discoloured teeth".
  private static func isDescribed(_ range: Range<Int>, _ sentence: TaggedSentence) -> Bool {
    guard let first = range.first, range.count > 1 else { return false }
    return sentence.isCovered(first, by: .adjectives, .modifiers, .change, .reductions, .lacks)
      || sentence.hasSuffix(first, "ed") && !sentence.hasSuffix(first, "eed")
      || sentence.hasSuffix(first, "ful") || sentence.isRelational(first)
  }

  /// Names what happens or how something is, told by its ending.
  private func isEvent(_ index: Int) -> Bool { Self.isEvent(index, sentence) }

  private static func isEvent(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    if index < 0 || sentence.isCovered(index, by: .wholes, .collectives, .needs) { return false }
    let endings: [StaticString] = ["ing", "tion", "sion", "ment", "ness", "ism", "bility"]
    return endings.contains { sentence.hasSuffix(index, $0) }
  }
}

extension TaggedSentence {
  /// A lone part of the body, in the singular or the plural.
  func isBodyPart(_ index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    let word = string(index..<index + 1).lowercased()
    return lexicon.has(Substring(word), in: .bodyParts)
      || word.hasSuffix("s") && lexicon.has(word.dropLast(), in: .bodyParts)
  }

  /// A word for people by itself: "adults".
  func isPeople(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "people", "persons", "adults", "children", "women", "men", "patients", "individuals",
      "babies", "infants", "teenagers", "adolescents", "millions", "everyone", "anyone", "girls",
      "boys", "toddlers", "drivers", "pedestrians", "workers", "residents", "consumers", "seniors",
      "humans", "females", "males", "newborns", "students",
    ]
    return words.contains { isWord(index, $0) }
  }

  /// Ends as plurals do.
  func isPlural(_ index: Int) -> Bool {
    hasSuffix(index, "s") && !hasSuffix(index, "ss") && !hasSuffix(index, "us")
      && !hasSuffix(index, "is")
  }

  /// How one may be or feel: no noun, as far as the lexicon knows.
  func isState(_ index: Int) -> Bool {
    guard index >= 0, index < count, tokens[index].kind == .word, !isPlural(index),
      !isGerund(index)
    else { return false }
    return !isCovered(
      index, by: .categories, .collectives, .wholes, .needs, .sites, .bodyParts, .leadIns, .people,
      .adverbs, .clauseWords, .pronouns, .tails, .lacks)
      || isPhrase(index..<index + 1, .adjectives)
  }

  /// "environmental", "genetic", "primary": an adjective told by its ending.
  func isRelational(_ index: Int) -> Bool {
    guard index >= 0, index < count, !isPlural(index),
      !isCovered(index, by: .categories, .collectives, .wholes, .needs, .sites, .bodyParts)
    else { return false }
    let nouns: [StaticString] = ["wal", "val", "sal", "tal", "imal", "ffic"]
    if nouns.contains(where: { hasSuffix(index, $0) }), !hasSuffix(index, "ental") { return false }
    let endings: [StaticString] = ["al", "ic", "ary", "ive", "ous", "ar"]
    return endings.contains { hasSuffix(index, $0) } && tokens[index].range.count > 4
  }

  /// "eating", "ignoring": told by its ending, and not among the nouns ("swelling").
  func isGerund(_ index: Int) -> Bool {
    guard index >= 0, index < count, hasSuffix(index, "ing"), tokens[index].range.count > 4 else {
      return false
    }
    return !isPhrase(index..<index + 1, .categories) && !isPhrase(index..<index + 1, .groups)
      && !isPhrase(index..<index + 1, .adjectives)
  }
}
