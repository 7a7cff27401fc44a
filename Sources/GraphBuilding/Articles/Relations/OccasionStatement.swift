internal import GraphModel

/// Reads when something comes about where that is too much or too little of a thing: "Gout happens
/// when there is too much uric acid in the blood", "Burnout develops when workers have too little
/// control".
struct OccasionStatement {
  let sentence: TaggedSentence
  /// The sentence without what opens it.
  let clause: Range<Int>

  /// The statement, or nil where the clause behind "when" names no such quantity: what else happens
  /// then has no name of the author's.
  ///
  /// - Complexity: O(tokens).
  func find() -> RelationUse? {
    guard
      let when = clause.dropFirst(2).first(where: { sentence.isWord($0, "when") }),
      let verb = Range<Int>.from(max(clause.lowerBound + 1, when - 4), to: when).lazy.compactMap({
        sentence.longest(.happenings, at: $0, before: when)
      }).first,
      Range<Int>.from(verb.tokens.upperBound, to: when).allSatisfy({
        sentence.isCovered($0, by: .adverbs)
      })
    else { return nil }
    var end = verb.tokens.lowerBound
    while end > clause.lowerBound, sentence.isCovered(end - 1, by: .auxiliaries, .hedges, .adverbs)
    {
      end -= 1
    }
    guard end > clause.lowerBound, let quantity = quantity(behind: when + 1) else { return nil }
    return RelationUse(
      relation: Relation(
        isReversed: true, predicate: .causes, polarity: .increases, certainty: .established),
      left: clause.lowerBound..<end, right: quantity, phrase: end..<when + 1,
      clauseStart: clause.lowerBound)
  }

  /// "there is | too much …", "you have | too little …", up to where another clause begins.
  private func quantity(behind start: Int) -> Range<Int>? {
    let stop =
      Range<Int>.from(start, to: clause.upperBound).first { index in
        !sentence.tokens[index].isWordLike || sentence.isWord(index, "and")
          || sentence.isWord(index, "or") || sentence.longest(.subordinators, at: index) != nil
      } ?? clause.upperBound
    let verbs: [StaticString] = [
      "is", "are", "have", "has", "get", "gets", "eat", "eats", "drink", "drinks", "take", "takes",
    ]
    guard
      let verb = Range<Int>.from(start, to: min(stop, start + 5)).first(where: { index in
        verbs.contains { sentence.isWord(index, $0) }
      })
    else { return nil }
    let first = verb + 1
    let isTooMuch =
      sentence.isWord(first, "too")
      && ["much", "many", "little", "few"].contains { (word: StaticString) in
        sentence.isWord(first + 1, word)
      }
    let isLack =
      sentence.isWord(first, "not") && sentence.isWord(first + 1, "enough")
      || sentence.isWord(first, "a") && sentence.isWord(first + 1, "lack")
      || sentence.isWord(first, "a") && sentence.isWord(first + 1, "shortage")
    // "there is | a narrowing of the vessels": what there is.
    let isThere =
      sentence.isWord(verb - 1, "there") && sentence.tokens[first].kind == .word
      && !sentence.isAny(first, ["no", "not", "nothing", "something", "little", "less"])
    guard isTooMuch || isLack || isThere, first + (isThere ? 1 : 2) < stop else { return nil }
    return first..<stop
  }
}
