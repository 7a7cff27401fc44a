/// Tells what belongs to the clause behind "that" or "which" within a name, and is no further name.
extension MentionParser {
  /// "genes that regulate sodium | and calcium channels", "pain that varies, | is worse at night":
  /// what is joined to an object of the clause, or goes on with a verb of it.
  ///
  /// - Complexity: O(tokens) of the name before.
  func isOfRelativeClause(_ part: Range<Int>, after last: Range<Int>) -> Bool {
    let pronoun = last.dropFirst().last { index in
      sentence.isAny(index, ["that", "which", "who"])
    }
    guard let pronoun else { return false }
    var first = part.lowerBound
    while sentence.isCovered(first, by: .adverbs), first < part.upperBound { first += 1 }
    if sentence.isAny(first, ["is", "are", "was", "were", "has", "have", "can", "may", "will"]) {
      return true
    }
    return !followsComma(part.lowerBound) && hasObject(pronoun, in: last)
  }

  /// Whether a verb with an object stands behind a relative pronoun: "that regulate sodium", and
  /// not "that lasts for days" or "that gets worse".
  private func hasObject(_ pronoun: Int, in range: Range<Int>) -> Bool {
    var verb = pronoun + 1
    while verb < range.upperBound, sentence.isCovered(verb, by: .auxiliaries, .adverbs, .hedges) {
      verb += 1
    }
    let object = verb + 1
    guard object < range.upperBound, sentence.tokens[object].isWordLike else { return false }
    let others: [StaticString] = [
      "to", "in", "into", "from", "over", "through", "down", "up", "with", "for", "on", "at", "by",
      "out", "off", "away", "like", "as", "than", "worse", "better", "longer", "more", "less",
      "when", "while", "after", "before", "during", "back", "and", "go", "goes",
    ]
    return !sentence.isAny(object, others)
      && !sentence.isCovered(object, by: .adverbs, .adjectives, .tails)
  }
}
