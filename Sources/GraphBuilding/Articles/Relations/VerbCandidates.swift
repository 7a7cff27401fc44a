internal import GraphModel

/// Verbs and the like between their two ends, and two-part words around the first.
extension RelationCandidates {
  func verb(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    guard let match = sentence.longest(.relations, at: index, before: range.upperBound) else {
      return nil
    }
    let entry = sentence.entry(match)
    let stands =
      entry.isOfHeading ? endsClause(match.tokens) : standsAsVerb(match.tokens, in: range)
    guard let relation = entry.relation, stands,
      !sentence.isCovered(index, by: .contents), !isGerundSubject(match.tokens, in: range)
    else { return nil }
    var rightEnd: Int?
    if !entry.prepositions.isEmpty {
      rightEnd = Range<Int>.from(match.tokens.upperBound + 1, to: min(range.upperBound, index + 12))
        .first { entry.prepositions.contains(sentence.tokens[$0].word) }
      if rightEnd == nil { return nil }
    }
    if entry.needsPeople {
      let side =
        relation.isReversed
        ? Range<Int>.from(match.tokens.upperBound, to: range.upperBound)
        : .from(range.lowerBound, to: index)
      guard sentence.all(.people, in: side).first != nil else { return nil }
    }
    var candidate = RelationCandidate(
      form: .verb, tokens: match.tokens, entry: entry, relation: relation)
    candidate.isPurpose = isPurpose(index)
    candidate.rightEnd = rightEnd
    return candidate
  }

  /// "Cutting out salt lowers …": a gerund that opens the clause of another verb is part of a name.
  private func isGerundSubject(_ tokens: Range<Int>, in range: Range<Int>) -> Bool {
    guard sentence.hasSuffix(tokens.lowerBound, "ing") else { return false }
    let opens = Range<Int>.from(range.lowerBound, to: tokens.lowerBound).allSatisfy {
      !sentence.tokens[$0].isWordLike || sentence.isCovered($0, by: .adverbs)
    }
    guard opens || sentence.isWord(tokens.lowerBound - 1, "that") else { return false }
    for index in tokens.upperBound..<max(tokens.upperBound, range.upperBound) {
      if sentence.tokens[index].kind == .semicolon || sentence.isWord(index, "which") {
        return false
      }
      if sentence.hasSuffix(index, "ing") || sentence.hasSuffix(index, "ed") { continue }
      let isFinite =
        sentence.isCovered(index, by: .hedges)
        || ["can", "is", "are", "was", "were", "has", "have", "will", "does", "do", "helps"]
          .contains { (word: StaticString) in sentence.isWord(index, word) }
      if isFinite { return true }
      if let match = sentence.longest(.relations, at: index, before: range.upperBound),
        standsAsVerb(match.tokens, in: range)
      {
        return true
      }
    }
    return false
  }

  /// Whether nothing follows that may be an object: the end, a comma, "too".
  private func endsClause(_ tokens: Range<Int>) -> Bool {
    var next = tokens.upperBound
    while next < sentence.count, sentence.isCovered(next, by: .adverbs) { next += 1 }
    return next >= sentence.count || !sentence.tokens[next].isWordLike
  }

  /// Whether a word is a verb with an object here, and no noun.
  private func standsAsVerb(_ tokens: Range<Int>, in range: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next < range.upperBound else { return false }
    let isJoinedVerb =
      sentence.isWord(next, "or") || sentence.isWord(next, "and") || sentence.isWord(next, "and/or")
    if !sentence.tokens[next].isWordLike {
      let kind = sentence.tokens[next].kind
      guard kind == .quote || kind == .open || kind == .colon else { return false }
    }
    if tokens.count > 1 { return true }
    if sentence.isWord(next, "of") || sentence.isWord(next, "include")
      || sentence.isWord(next, "for") || sentence.isWord(next, "in")
      || sentence.isWord(next, "to") || sentence.isWord(next, "from")
    {
      return false
    }
    if isJoinedVerb { return sentence.longest(.relations, at: next + 1) != nil }
    let copulas: [StaticString] = ["is", "are", "was", "were", "may", "can", "and", "or"]
    if copulas.contains(where: { sentence.isWord(next, $0) }) { return false }
    let before = tokens.lowerBound - 1
    guard before >= range.lowerBound else {
      // A sentence that begins with the word: "Change your diet", "Reduce stress".
      return sentence.hasSuffix(tokens.lowerBound, "ing")
    }
    return !isDeterminer(before) && !isPassive(tokens.lowerBound, in: range)
  }

  /// "are damaged": what stands before it suffers it.
  private func isPassive(_ index: Int, in range: Range<Int>) -> Bool {
    guard sentence.hasSuffix(index, "ed") else { return false }
    var place = index - 1
    while place > range.lowerBound, sentence.isCovered(place, by: .adverbs) { place -= 1 }
    let forms: [StaticString] = ["is", "are", "was", "were", "be", "been", "being"]
    return forms.contains { sentence.isWord(place, $0) }
  }

  /// "the", "numerous", "of": a noun follows.
  private func isDeterminer(_ index: Int) -> Bool {
    if sentence.isWord(index, "that") || sentence.isWord(index, "this")
      || sentence.isWord(index, "these") || sentence.isWord(index, "both")
      || sentence.isWord(index, "all")
    {
      return false
    }
    return sentence.isPhrase(index..<index + 1, .leadIns)
      || sentence.isWord(index, "of") || sentence.isWord(index, "with")
      || sentence.isWord(index, "for")
  }

  /// "… to reduce": an infinitive that no verb of fact governs ("help to", "known to").
  private func isPurpose(_ index: Int) -> Bool {
    guard sentence.isWord(index - 1, "to") else { return false }
    if sentence.isWord(index - 2, "used") { return true }
    return !sentence.isCovered(
      index - 2, by: .auxiliaries, .hedges, .frames, .reportVerbs, .adverbs, .denials, .attributions
    )
  }

  // MARK: Joins

  func join(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    guard let match = sentence.longest(.joins, at: index, before: range.upperBound) else {
      return nil
    }
    let entry = sentence.entry(match)
    guard let relation = entry.relation else { return nil }
    let first = match.tokens.upperBound
    var end = min(range.upperBound, first + 40)
    let stop = (first..<max(first, end)).first {
      sentence.tokens[$0].kind == .semicolon || sentence.tokens[$0].kind == .stop
    }
    end = stop ?? end
    // "links A and B to C": the first of the entry's words that is there at all.
    for word in entry.prepositions {
      guard
        let place = Range<Int>.from(first + 1, to: end).first(where: {
          sentence.tokens[$0].word == word
        })
      else { continue }
      return RelationCandidate(
        form: .join(place), tokens: .from(index, to: place + 1), entry: entry, relation: relation)
    }
    return nil
  }
}
