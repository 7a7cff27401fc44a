internal import GraphModel

/// A phrase of the lexicon that may be the relation of a clause.
struct RelationCandidate {
  enum Form {
    /// "A causes B".
    case verb
    /// "links A to B": the token of the word between them.
    case join(Int)
    /// "A is a cause of B": where the verb begins, and where B does.
    case complement(verb: Int, rightStart: Int)
    /// "causes of B include A": where the verb is, and where B begins.
    case subject(verb: Range<Int>, rightStart: Int)
    /// "B has a genetic cause": the token of the verb; A is the noun with its adjectives.
    case owned(verb: Int)
  }

  var form: Form
  var tokens: Range<Int>
  var entry: LexiconEntry
  var relation: Relation
  var isPurpose = false
  /// Where B ends, where a word of the relation stands behind it: "makes B worse".
  var rightEnd: Int?
}

/// Finds the relation phrases of a sentence and refuses those that are no relation where they
/// stand: nouns that look like verbs ("numerous causes"), verbs without an object.
struct RelationCandidates {
  let sentence: TaggedSentence

  /// The candidates in reading order, none within another; what stands in brackets is left out.
  ///
  /// - Complexity: O(tokens · longest clause).
  func find(in range: Range<Int>) -> [RelationCandidate] {
    var found: [RelationCandidate] = []
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let kind = sentence.tokens[index].kind
      if kind == .open { depth += 1 }
      if kind == .close { depth = max(0, depth - 1) }
      if depth == 0, kind == .word, !isAdjective(index, after: found.last, in: range),
        let candidate = candidate(at: index, in: range)
      {
        found.append(candidate)
        index = max(index + 1, candidate.tokens.upperBound)
        if case .subject(let verb, _) = candidate.form { index = verb.upperBound }
      } else {
        index += 1
      }
    }
    return found
  }

  /// A past participle that stands where a name begins: "linked to increased …", "exhibit
  /// damaged …".
  private func isAdjective(
    _ index: Int, after last: RelationCandidate?, in range: Range<Int>
  ) -> Bool {
    guard sentence.hasSuffix(index, "ed"), index > range.lowerBound else { return false }
    if sentence.isWord(index + 1, "by") || sentence.isWord(index + 1, "to")
      || sentence.isWord(index + 1, "with") || sentence.isWord(index + 1, "from")
    {
      return false
    }
    if last?.tokens.upperBound == index { return true }
    // "leads to poor sleep, reduced focus and …": a verb of the past would share its tense.
    if let last, sentence.tokens[index - 1].kind == .comma,
      !last.tokens.contains(where: { sentence.hasSuffix($0, "ed") })
    {
      return true
    }
    let words: [StaticString] = [
      "to", "in", "by", "from", "as", "like", "of", "with", "for", "into", "and", "or", "about",
      "have", "has", "had", "including", "the", "a", "an", "include",
    ]
    // "has increased" is a verb only where a noun stands before it; without one it is not known.
    return words.contains { sentence.isWord(index - 1, $0) }
  }

  private func candidate(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    let verb = verb(at: index, in: range)
    let noun = noun(at: index, in: range)
    if let verb, verb.tokens.count > 1 || noun == nil { return verb }
    return noun ?? join(at: index, in: range)
  }

  // MARK: Verbs

  private func verb(at index: Int, in range: Range<Int>) -> RelationCandidate? {
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
    if isCompound(tokens.lowerBound) { return false }
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

  /// "fossil fuels", "joint damage": the second noun of a name.
  private func isCompound(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if sentence.isPhrase(index - 1..<index + 1, .compounds) { return true }
    guard sentence.isBodyPart(index - 1), sentence.isPhrase(index..<index + 1, .sites) else {
      return false
    }
    return sentence.isWord(index + 1, "and") || sentence.isWord(index + 1, "or")
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

  private func join(at index: Int, in range: Range<Int>) -> RelationCandidate? {
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

  // MARK: Nouns

  private func noun(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    guard let match = sentence.longest(.nouns, at: index, before: range.upperBound) else {
      return nil
    }
    let entry = sentence.entry(match)
    guard let relation = entry.relation else { return nil }
    let next = match.tokens.upperBound
    var rightStart = next
    if next < range.upperBound, sentence.tokens[next].word != WordTable.unknown,
      entry.prepositions.contains(sentence.tokens[next].word)
    {
      rightStart = next + 1
    }
    if rightStart == next, sentence.longest(.groups, at: next) != nil { return nil }
    let form: RelationCandidate.Form
    if let verb = copulaBefore(index, in: range),
      rightStart > next || !sentence.isWord(verb, "as")
    {
      form = .complement(verb: verb, rightStart: rightStart)
    } else if rightStart == next, !relation.isReversed, relation.predicate.directness == .causal,
      let verb = ownerBefore(index, in: range)
    {
      form = .owned(verb: verb)
    } else if let verb = copulaAfter(rightStart, hasObject: rightStart > next, in: range) {
      form = .subject(verb: verb, rightStart: rightStart)
    } else {
      return nil
    }
    return RelationCandidate(form: form, tokens: match.tokens, entry: entry, relation: relation)
  }

  /// "is", "are", "as" up to five words before the noun, with nothing but its adjectives between.
  private func copulaBefore(_ index: Int, in range: Range<Int>) -> Int? {
    let copulas: [StaticString] = [
      "is", "are", "was", "were", "be", "been", "as", "remain", "remains", "considered", "becomes",
    ]
    var place = index - 1
    while place >= range.lowerBound, index - place <= 6 {
      guard sentence.tokens[place].isWordLike else { return nil }
      if copulas.contains(where: { sentence.isWord(place, $0) }) {
        return place > range.lowerBound ? place : nil
      }
      let stops: [StaticString] = ["of", "and", "in", "to", "with", "from", "by", "which", "that"]
      if stops.contains(where: { sentence.isWord(place, $0) }), !sentence.isWord(place, "of") {
        return nil
      }
      place -= 1
    }
    return nil
  }

  /// "has a" up to three adjectives before the noun.
  private func ownerBefore(_ index: Int, in range: Range<Int>) -> Int? {
    var place = index - 1
    while place > range.lowerBound, index - place <= 4, sentence.tokens[place].kind == .word {
      if sentence.isWord(place, "a") || sentence.isWord(place, "an") {
        let isOwner = sentence.isWord(place - 1, "has") || sentence.isWord(place - 1, "have")
        return isOwner && place + 1 < index && place - 1 > range.lowerBound ? place - 1 : nil
      }
      place -= 1
    }
    return nil
  }

  /// "is", "are", "include", or a colon behind the noun or behind what it leads to.
  private func copulaAfter(_ start: Int, hasObject: Bool, in range: Range<Int>) -> Range<Int>? {
    let verbs: [StaticString] = ["is", "are", "include", "includes", "included", "were", "was"]
    var place = start
    let limit = hasObject ? start + 12 : start + 4
    while place < range.upperBound, place < limit {
      let token = sentence.tokens[place]
      if token.kind == .colon { return place..<place + 1 }
      if token.kind == .comma || token.kind == .semicolon || token.kind == .stop { return nil }
      if verbs.contains(where: { sentence.isWord(place, $0) }) {
        // "the effects are more severe" names no effect.
        let isCompared = ["not", "more", "less", "very", "so", "too"].contains {
          (word: StaticString) in sentence.isWord(place + 1, word)
        }
        return isCompared ? nil : place..<place + 1
      }
      if sentence.isWord(place, "be"), sentence.isCovered(place - 1, by: .auxiliaries, .hedges) {
        return place..<place + 1
      }
      if !hasObject, !sentence.isCovered(place, by: .auxiliaries, .adverbs, .hedges) { return nil }
      place += 1
    }
    return nil
  }
}
