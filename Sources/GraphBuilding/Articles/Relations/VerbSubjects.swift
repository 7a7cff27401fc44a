internal import GraphModel

/// Who stands before a verb that may relate something to the condition, and what only looks like one.
extension RelationCandidates {
  /// "you", "many people": nothing else stands before the verb.
  func namesPeople(_ whole: Range<Int>) -> Bool {
    // "Some have no symptoms, while | others have pain".
    let clause = whole.last { index in
      sentence.tokens[index].kind == .comma || sentence.isWord(index, "while")
        || sentence.isWord(index, "but") || sentence.tokens[index].kind == .semicolon
    }
    let range = Range<Int>.from(clause.map { $0 + 1 } ?? whole.lowerBound, to: whole.upperBound)
    let nouns: [StaticString] = [
      "you", "people", "patients", "sufferers", "children", "adults", "babies", "women", "men",
      "someone", "they", "others", "some",
    ]
    let words = range.filter {
      sentence.tokens[$0].isWordLike && !sentence.isCovered($0, by: .auxiliaries, .hedges, .adverbs)
        && (!sentence.isPhrase($0..<$0 + 1, .leadIns) || sentence.isWord($0, "others")
          || sentence.isWord($0, "some") && $0 + 1 >= range.upperBound)
        && !sentence.isWord($0, "but") && !sentence.isWord($0, "and")
    }
    guard words.count == 1, let word = words.first else { return false }
    return nouns.contains { sentence.isWord(word, $0) }
  }

  /// "Bags block | drains | and cause floods": the plural behind a verb that has a plural subject.
  func isObject(_ tokens: Range<Int>, in range: Range<Int>) -> Bool {
    let verb = tokens.lowerBound - 1
    guard verb - 1 >= range.lowerBound, sentence.isPlural(tokens.lowerBound),
      sentence.isCovered(verb, by: .actions), !sentence.isPlural(verb)
    else { return false }
    return sentence.isPlural(verb - 1) && sentence.tokens[verb - 1].kind == .word
  }

  /// "events such as divorce or | losing a job": one of what is listed.
  func isListedDeed(_ joint: Int, in range: Range<Int>) -> Bool {
    guard
      sentence.tokens[joint].kind == .comma || sentence.isWord(joint, "or")
        || sentence.isWord(joint, "and")
    else { return false }
    // ", causing erosion" tells what all before it does.
    if let match = sentence.longest(.relations, at: joint + 1),
      let relation = sentence.entry(match).relation, relation.predicate.directness == .causal,
      relation.predicate != .affects
    {
      return false
    }
    let lists: [StaticString] = ["include", "includes", "included"]
    for index in Range<Int>.from(max(range.lowerBound, joint - 24), to: joint).reversed() {
      if sentence.isCovered(index, by: .groups)
        || lists.contains(where: { sentence.isWord(index, $0) })
      {
        return true
      }
      let kind = sentence.tokens[index].kind
      if kind != .comma,
        kind != .word || sentence.isCovered(index, by: .auxiliaries, .hedges)
          || sentence.isWord(index, "which") || sentence.isWord(index, "that")
      {
        return false
      }
    }
    return false
  }
}
