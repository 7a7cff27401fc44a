internal import GraphModel

/// Reads a sentence whose reason stands beside its verb: "Many people develop X because of Y",
/// "As a result of Y, X has become common".
struct AdjunctStatement {
  let sentence: TaggedSentence
  /// Where the sentence proper begins.
  let start: Int

  /// The statement, where the sentence says that something comes about, and of what it is the
  /// result. What it says of less, or denies, is left out.
  ///
  /// - Complexity: O(tokens).
  func find() -> RelationUse? {
    let all = start..<sentence.count
    guard sentence.all(.denials, in: all).isEmpty, sentence.all(.halfDenials, in: all).isEmpty,
      sentence.all(.inquiries, in: all).isEmpty, !all.contains(where: isFew),
      let match = sentence.all(.adjuncts, in: all).first
    else { return nil }
    let isFirst = Range<Int>.from(start, to: match.tokens.lowerBound).allSatisfy {
      sentence.isCovered($0, by: .adverbs, .openers) || !sentence.tokens[$0].isWordLike
    }
    if !isFirst {
      guard let happening = happening(start..<match.tokens.lowerBound) else { return nil }
      return use(match.tokens, happening.name, reason(match.tokens.upperBound, sentence.count))
    }
    guard
      let comma = all.first(where: {
        $0 > match.tokens.upperBound && sentence.tokens[$0].kind == .comma
      }), let happening = happening(comma + 1..<sentence.count)
    else { return nil }
    var use = use(match.tokens, happening.name, match.tokens.upperBound..<comma)
    use.phrase = match.tokens.lowerBound..<happening.verb.upperBound
    return use
  }

  private func isFew(_ index: Int) -> Bool {
    ["few", "fewer", "less", "rarely", "seldom", "little"].contains { (word: StaticString) in
      sentence.isWord(index, word)
    }
  }

  private func use(_ tokens: Range<Int>, _ left: Range<Int>, _ right: Range<Int>) -> RelationUse {
    var use = RelationUse(
      relation: Relation(
        isReversed: true, predicate: .causes, polarity: .increases, certainty: .established),
      left: left, right: right, phrase: tokens, clauseStart: start)
    use.isAdjunct = true
    return use
  }

  /// The reason ends where another clause begins.
  private func reason(_ start: Int, _ end: Int) -> Range<Int> {
    let stop = Range<Int>.from(start + 1, to: end).first {
      sentence.tokens[$0].kind == .semicolon || sentence.tokens[$0].kind == .dash
        || sentence.longest(.subordinators, at: $0) != nil
    }
    return .from(start, to: stop ?? end)
  }

  /// What comes about in a clause: what someone "develops", or the subject that "occurs".
  private func happening(_ clause: Range<Int>) -> (name: Range<Int>, verb: Range<Int>)? {
    var end = clause.upperBound
    while end > clause.lowerBound,
      !sentence.tokens[end - 1].isWordLike || sentence.isCovered(end - 1, by: .adverbs)
    {
      end -= 1
    }
    let clause = clause.lowerBound..<end
    // "…, there may be hunger".
    if let first = clause.first, sentence.isWord(first, "there"),
      let be = clause.prefix(6).first(where: { sentence.isAny($0, ["be", "is", "are", "was"]) }),
      be + 1 < end, !sentence.isAny(be + 1, ["no", "not", "little"])
    {
      return (be + 1..<end, first..<be + 1)
    }
    for index in clause.dropFirst() {
      if sentence.longest(.subordinators, at: index) != nil { return nil }
      if let verb = sentence.longest(.happenings, at: index, before: end),
        Range<Int>.from(verb.tokens.upperBound, to: end).allSatisfy({
          sentence.isCovered($0, by: .adverbs, .auxiliaries)
        })
      {
        var name = clause.lowerBound..<index
        while let last = name.last, sentence.isCovered(last, by: .auxiliaries, .hedges, .adverbs) {
          name = name.lowerBound..<last
        }
        return name.isEmpty ? nil : (name, verb.tokens)
      }
      if let verb = sentence.longest(.gettings, at: index, before: end),
        verb.tokens.upperBound < end
      {
        return (verb.tokens.upperBound..<end, verb.tokens)
      }
    }
    return nil
  }
}
