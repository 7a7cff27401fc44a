internal import GraphModel

/// Verbs and the like between their two ends, and two-part words around the first.
extension RelationCandidates {
  func verb(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    for match in sentence.every(.relations, at: index, before: range.upperBound) {
      // "makes" is one relation with "worse" behind it and another with "more likely".
      if let candidate = verb(match, sentence.entry(match), in: range) { return candidate }
    }
    return nil
  }

  private func verb(
    _ match: TaggedSentence.Match, _ entry: LexiconEntry, in range: Range<Int>
  ) -> RelationCandidate? {
    let index = match.tokens.lowerBound
    let stands =
      entry.isOfHeading ? endsClause(match.tokens) : standsAsVerb(match.tokens, in: range)
    guard let relation = entry.relation, stands,
      !sentence.isCovered(index, by: .contents), !isGerundSubject(match.tokens, in: range)
    else { return nil }
    if isKeptFrom(index, in: range) { return nil }
    let end = match.tokens.upperBound
    if match.tokens.count > 1, sentence.isWord(end - 2, "likely"), sentence.isWord(end - 1, "to"),
      !sentence.isCovered(end, by: .gettings, .havings)
    {
      return nil
    }
    if entry.isCompared, !isCompared(match.tokens.upperBound) { return nil }
    var candidate = RelationCandidate(
      form: .verb, tokens: match.tokens, entry: entry, relation: relation)
    candidate.isPurpose = isPurpose(index)
    candidate.isOpen = keepsFrom(match.tokens, in: range)
    if !entry.prepositions.isEmpty {
      candidate.rightEnd = marker(entry.prepositions, behind: match.tokens.upperBound + 1, range)
      guard let end = candidate.rightEnd else { return nil }
      if sentence.isWord(end - 1, "less") { candidate.turnRound() }
      let degrees: [StaticString] = ["more", "less", "much", "far", "even", "a", "lot", "so"]
      while let last = candidate.rightEnd, last > match.tokens.upperBound + 1,
        degrees.contains(where: { sentence.isWord(last - 1, $0) })
      {
        candidate.rightEnd = last - 1
      }
    }
    if !entry.closings.isEmpty {
      guard let end = closing(entry.closings, behind: match.tokens.upperBound, range) else {
        return nil
      }
      candidate.tokens = .from(index, to: end.upperBound)
      if sentence.isWord(end.lowerBound - 1, "less") { candidate.turnRound() }
    }
    if entry.needsPeople {
      let side =
        relation.isReversed
        ? Range<Int>.from(match.tokens.upperBound, to: range.upperBound)
        : .from(range.lowerBound, to: index)
      if sentence.all(.people, in: side).isEmpty {
        // "You feel dizzy" names a feeling, and not what "dizzy" names.
        let isFeeling = sentence.isWord(index, "feel") || sentence.isWord(index, "feels")
        guard !relation.isReversed, relation.predicate == .hasPhenotype, !isFeeling,
          namesPeople(side)
        else { return nil }
        candidate.isOfBearer = true
      }
    }
    return candidate
  }

  /// "more", "lower": what follows is more or less of something.
  private func isCompared(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "more", "less", "fewer", "higher", "lower", "greater", "worse", "longer", "slower", "poorer",
      "rising", "falling", "increased", "reduced",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  /// "prevents flu from | triggering asthma": what does not come about.
  private func isKeptFrom(_ index: Int, in range: Range<Int>) -> Bool {
    guard sentence.isWord(index - 1, "from"), sentence.hasSuffix(index, "ing") else { return false }
    return Range<Int>.from(max(range.lowerBound, index - 12), to: index).contains { place in
      [
        "prevent", "prevents", "prevented", "preventing", "stop", "stops", "stopped", "stopping",
        "keep", "keeps", "kept", "keeping", "protect", "protects", "protecting", "block", "blocks",
        "blocking", "hinder", "hinders",
      ].contains { (word: StaticString) in sentence.isWord(place, word) }
    }
  }

  /// "prevents fish from breeding": keeps B from doing something, and does not keep B away.
  private func keepsFrom(_ tokens: Range<Int>, in range: Range<Int>) -> Bool {
    let verbs: [StaticString] = ["prevent", "prevents", "prevented", "preventing", "keeps", "keep"]
    guard verbs.contains(where: { sentence.isWord(tokens.upperBound - 1, $0) }) else {
      return false
    }
    return Range<Int>.from(
      tokens.upperBound, to: min(range.upperBound, tokens.upperBound + 10)
    ).contains { sentence.isWord($0, "from") && sentence.hasSuffix($0 + 1, "ing") }
  }

  /// The word behind B that goes with the verb: "makes B | worse".
  private func marker(
    _ words: [WordTable.ID], behind start: Int, _ range: Range<Int>
  ) -> Int? {
    for index in Range<Int>.from(start, to: min(range.upperBound, start + 11)) {
      if words.contains(sentence.tokens[index].word) {
        // "more likely to move": nothing is likely but that someone does so.
        let isDoing =
          sentence.isWord(index, "likely") && sentence.isWord(index + 1, "to")
          && !sentence.isCovered(index + 2, by: .happenings)
        return isDoing ? nil : index
      }
      if sentence.tokens[index].kind == .semicolon { return nil }
    }
    return nil
  }

  /// The words that close a relation which others stand within: "puts nurses at greater | risk of".
  private func closing(
    _ words: [WordTable.ID], behind start: Int, _ range: Range<Int>
  ) -> Range<Int>? {
    for index in Range<Int>.from(start, to: min(range.upperBound, start + 9)) {
      guard sentence.tokens[index].isWordLike, sentence.longest(.subordinators, at: index) == nil,
        !sentence.isWord(index, "nobody"), !sentence.isWord(index, "no"),
        !joinsVerbs(index, before: words)
      else { return nil }
      guard words.contains(sentence.tokens[index].word) else { continue }
      let follows: [StaticString] = ["of", "for", "to", "on"]
      if ["with", "into", "of"].contains(where: { (word: StaticString) in
        sentence.isWord(index, word)
      }) {
        return index..<index + 1
      }
      // "makes people more likely to | move": what someone does then is no name.
      if sentence.isWord(index, "likely"), sentence.isWord(index + 1, "to") {
        let verb =
          sentence.longest(.gettings, at: index + 2) ?? sentence.longest(.havings, at: index + 2)
        return verb.map { index..<$0.tokens.upperBound }
      }
      return follows.contains { sentence.isWord(index + 1, $0) } ? index..<index + 2 : nil
    }
    return nil
  }

  /// "and", but for "pushes families and children | into".
  private func joinsVerbs(_ index: Int, before closings: [WordTable.ID]) -> Bool {
    guard sentence.isWord(index, "and") || sentence.isWord(index, "or") else { return false }
    return !(index + 2...index + 4).contains {
      sentence.isWord($0, "into") && closings.contains(sentence.tokens[$0].word)
    }
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
    // "imposes a heavy burden on the towns": on whom does not matter.
    let isBurden = ["burden", "burdens", "strain", "drain"].contains { (word: StaticString) in
      sentence.isWord(tokens.upperBound - 1, word)
    }
    return next >= sentence.count || !sentence.tokens[next].isWordLike
      || isBurden && (sentence.isWord(next, "on") || sentence.isWord(next, "for"))
  }

  /// "lack of social | support | systems can …": a noun that goes with the one behind it.
  private func isPartOfSubject(_ tokens: Range<Int>, in range: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    let next = tokens.upperBound
    let relatives: [StaticString] = ["that", "which", "who", "and", "or"]
    guard before >= range.lowerBound, next + 1 < range.upperBound,
      sentence.tokens[before].kind == .word, !sentence.hasSuffix(next - 1, "s"),
      sentence.isPlural(next), sentence.isCovered(next + 1, by: .auxiliaries)
    else { return false }
    return !sentence.isPlural(before) && !sentence.isCovered(before, by: .auxiliaries)
      && !relatives.contains { sentence.isWord(before, $0) }
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
    if isCompound(tokens.lowerBound) { return false }
    if isPartOfSubject(tokens, in: range) || isObject(tokens, in: range) { return false }
    let prepositions: [StaticString] = [
      "of", "include", "for", "in", "to", "from", "through", "via", "across", "between", "among",
      "at", "as", "on", "with", "over", "that", "such", "like", "including", "due", "owing",
      "because",
    ]
    if prepositions.contains(where: { sentence.isWord(next, $0) }) { return false }
    // "the soil washes away": no object follows.
    if ["away", "out", "off", "down", "up"].contains(where: { (word: StaticString) in
      sentence.isWord(next, word)
    }),
      next + 1 >= range.upperBound || sentence.tokens[next + 1].kind != .word
        || prepositions.contains(where: { sentence.isWord(next + 1, $0) })
        || sentence.isWord(next + 1, "into") || sentence.isWord(next + 1, "and")
    {
      return false
    }
    // "Climate change leads to …": the verb comes next.
    var verb = next
    while verb < range.upperBound, sentence.isCovered(verb, by: .adverbs) { verb += 1 }
    if isFiniteVerb(verb, before: range.upperBound) { return false }
    if isJoinedVerb { return sentence.longest(.relations, at: next + 1) != nil }
    let copulas: [StaticString] = ["is", "are", "was", "were", "may", "can", "and", "or"]
    if copulas.contains(where: { sentence.isWord(next, $0) }) { return false }
    let before = tokens.lowerBound - 1
    guard before >= range.lowerBound else {
      // A sentence that begins with the word: "Change your diet", "Reduce stress".
      return sentence.hasSuffix(tokens.lowerBound, "ing")
    }
    // "habits such as increasing …".
    if sentence.hasSuffix(tokens.lowerBound, "ing"),
      sentence.isCovered(before, by: .groups) || isListedDeed(before, in: range)
    {
      return false
    }
    // "Others have a fever", "Some develop a rash": no nouns.
    let isHaving =
      (sentence.isWord(before, "others") || sentence.isWord(before, "some"))
      && ["have", "get", "develop", "notice", "feel", "suffer", "face"].contains {
        (word: StaticString) in sentence.isWord(tokens.lowerBound, word)
      }
    return (isHaving || !isDeterminer(before)) && !isPassive(tokens.lowerBound, in: range)
  }

  /// "fossil fuels", "joint damage": the second noun of a name.
  private func isCompound(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if sentence.isPhrase(index - 1..<index + 1, .compounds) { return true }
    guard sentence.isBodyPart(index - 1), sentence.isPhrase(index..<index + 1, .sites) else {
      return false
    }
    return sentence.isWord(index + 1, "and") || sentence.isWord(index + 1, "or")
  }

  /// A relation in a form that no object begins with: "leads to", "makes", "causes".
  private func isFiniteVerb(_ index: Int, before end: Int) -> Bool {
    guard !sentence.hasSuffix(index, "ing"), !sentence.hasSuffix(index, "ed"),
      let match = sentence.longest(.relations, at: index, before: end),
      match.tokens.upperBound < end, !sentence.isCovered(index, by: .adjectives)
    else { return false }
    // "Climate change plays a part."
    if sentence.entry(match).isOfHeading { return true }
    let isVerb = match.tokens.count > 1 || sentence.hasSuffix(index, "s")
    return isVerb && !sentence.isWord(match.tokens.upperBound, "of")
      && !sentence.isWord(match.tokens.upperBound, "in")
      && sentence.tokens[match.tokens.upperBound].isWordLike
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
    // "drugs for lowering pressure", "plans aimed at reducing traffic".
    if sentence.hasSuffix(index, "ing") {
      return sentence.isWord(index - 1, "for")
        || sentence.isWord(index - 1, "at")
          && ["aimed", "directed", "targeted"].contains { (word: StaticString) in
            sentence.isWord(index - 2, word)
          }
    }
    // "in order to survive and | prevent it".
    let isJoined =
      sentence.isWord(index - 1, "and") && sentence.isWord(index - 3, "to")
      && sentence.isWord(index - 4, "order")
    if isJoined { return true }
    guard sentence.isWord(index - 1, "to") else { return false }
    if sentence.isWord(index - 2, "used") { return true }
    // "in order to survive".
    if sentence.isWord(index - 2, "order") { return true }
    return !sentence.isCovered(
      index - 2, by: .auxiliaries, .hedges, .frames, .reportVerbs, .adverbs, .denials, .attributions
    )
  }

  // MARK: Joins

  func join(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    for match in sentence.every(.joins, at: index, before: range.upperBound) {
      if let candidate = join(match, sentence.entry(match), in: range) { return candidate }
    }
    return nil
  }

  private func join(
    _ match: TaggedSentence.Match, _ entry: LexiconEntry, in range: Range<Int>
  ) -> RelationCandidate? {
    guard let relation = entry.relation else { return nil }
    let index = match.tokens.lowerBound
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
