/// What a clause says something is or becomes: "the skin becomes dry and cracked".
extension ChangeClauseFinder {
  func state(
    _ first: Int, _ end: Int, _ subject: Range<Int>, _ form: Int
  ) -> ChangeClause? {
    var last = first
    var index = first
    while index < min(end, first + 7) {
      if sentence.tokens[index].kind == .comma || sentence.isWord(index, "and")
        || sentence.isWord(index, "or")
      {
        // "fragile | and more likely to break".
        let isLikelihood =
          (sentence.isWord(index + 1, "more") || sentence.isWord(index + 1, "less"))
          && !isAdjective(index + 2, end)
        guard index > first, index + 1 < end, isAdjective(index + 1, end), !isLikelihood else {
          break
        }
      } else if isAdjective(index, end) {
        last = index + 1
      } else {
        break
      }
      index += 1
    }
    guard last > first, isIntransitive(last, end), !isPlain(first..<last, form, subject) else {
      return nil
    }
    let start = sentence.isWord(first - 1, "too") ? first - 1 : first
    return ChangeClause(
      subject: subject, change: .state(start..<last, verb: form), place: last..<last, end: last)
  }

  /// May be an adjective: no word of grammar, no verb that is known, and no name of a thing.
  private func isAdjective(_ index: Int, _ end: Int) -> Bool {
    guard index < end, sentence.tokens[index].kind == .word else { return false }
    if sentence.isCovered(index, by: .adjectives, .qualities, .undergone) { return true }
    if isPreposition(index) || isConjunction(index) || isForm(index) { return false }
    // "be treated", "is known": what is done to it and no state of it.
    let isParticiple =
      sentence.hasSuffix(index, "ed") || sentence.hasSuffix(index, "en")
      || sentence.hasSuffix(index, "ing")
    return !isParticiple
      && !sentence.isCovered(
        index, by: .leadIns, .pronouns, .subordinators, .changes, .relations, .denials, .subjects,
        .bodyParts, .populations, .conditionNouns, .generic, .plainStates, .limits)
      || sentence.isWord(index, "more") || sentence.isWord(index, "less")
  }

  /// "is common", "gets worse", "becomes so": tells nothing that shows.
  private func isPlain(_ range: Range<Int>, _ form: Int, _ subject: Range<Int>) -> Bool {
    if range.contains(where: { sentence.isCovered($0, by: .plainStates, .likelihoods) }) {
      return true
    }
    let isQuality = range.contains { sentence.isCovered($0, by: .qualities) }
    if range.contains(where: { sentence.isCovered($0, by: .fatalities) }) { return false }
    if sentence.isOfPeople(subject), !isQuality { return true }
    guard isBeing(form), !readsStates else { return false }
    let hasPart = subject.contains { sentence.isCovered($0, by: .bodyParts) }
    return !(readsSigns && (hasPart || isQuality))
  }
}
