internal import GraphModel

/// Nouns for the part that a thing plays: "A is a cause of B", "causes of B include A".
extension RelationCandidates {
  func noun(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    guard let match = sentence.longest(.nouns, at: index, before: range.upperBound) else {
      return nil
    }
    let entry = sentence.entry(match)
    guard let relation = entry.relation, !sentence.isCovered(index, by: .adjuncts),
      !isOfHeadNoun(index, in: range)
    else { return nil }
    let next = match.tokens.upperBound
    var rightStart = next
    if next < range.upperBound, sentence.tokens[next].word != WordTable.unknown,
      entry.prepositions.contains(sentence.tokens[next].word), !isInPeople(next)
    {
      rightStart = next + 1
    }
    // "the main reason people develop B is A".
    if rightStart == next,
      sentence.isWord(next - 1, "reason") || sentence.isWord(next - 1, "reasons")
        || sentence.isWord(next, "why"),
      let verb = Range<Int>.from(next + 1, to: min(range.upperBound, next + 5)).lazy.compactMap({
        sentence.longest(.gettings, at: $0, before: range.upperBound)
      }).first, copulaBefore(index, in: range) == nil
    {
      rightStart = verb.tokens.upperBound
    }
    let form: RelationCandidate.Form
    if let list = list(behind: rightStart, hasObject: rightStart > next, in: range),
      sentence.hasSuffix(next - 1, "s"),
      copulaAfter(rightStart, hasObject: rightStart > next, in: range) == nil
    {
      if rightStart > next {
        form = .subject(verb: list, rightStart: rightStart)
      } else if let verb = holderBefore(index, in: range) {
        form = .listed(verb: verb, list: list)
      } else {
        return nil
      }
      return RelationCandidate(form: form, tokens: match.tokens, entry: entry, relation: relation)
    }
    if rightStart == next, sentence.longest(.groups, at: next) != nil,
      !sentence.isWord(next, "range"), !sentence.isWord(next, "ranges")
    {
      return nil
    }
    // "There are several causes of B: A": what is listed is meant.
    if let verb = copulaBefore(index, in: range), sentence.isWord(verb - 1, "there"),
      let colon = copulaAfter(rightStart, hasObject: rightStart > next, in: range),
      sentence.tokens[colon.lowerBound].kind == .colon
    {
      form = .subject(verb: colon, rightStart: rightStart)
    } else if let verb = copulaBefore(index, in: range),
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
    while place >= range.lowerBound, index - place <= 8 {
      guard sentence.tokens[place].isWordLike else { return nil }
      if copulas.contains(where: { sentence.isWord(place, $0) }) {
        return place > range.lowerBound ? place : nil
      }
      // "ranks among the leading causes".
      if sentence.isWord(place, "among"), place - 1 > range.lowerBound,
        ["is", "are", "ranks", "rank", "counts", "count"].contains(where: {
          (word: StaticString) in sentence.isWord(place - 1, word)
        })
      {
        return place - 1
      }
      if sentence.isWord(place, "by"), sentence.isWord(place + 1, "far") {
        place -= 1
        continue
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

  /// The words that lead from a noun, or from what it leads to, to a list: "causes of B, including",
  /// "many causes:", "effects, from".
  private func list(behind start: Int, hasObject: Bool, in range: Range<Int>) -> Range<Int>? {
    for index in Range<Int>.from(
      start, to: min(range.upperBound, hasObject ? start + 8 : start + 1))
    {
      let kind = sentence.tokens[index].kind
      if kind == .colon, !hasObject {
        return beginsClause(index + 1, range) ? nil : index..<index + 1
      }
      if kind == .comma {
        var next = index + 1
        if sentence.isWord(next, "ranging") { next += 1 }
        if sentence.isWord(next, "from") { return index..<next + 1 }
        let group = sentence.longest(.groups, at: index + 1, before: range.upperBound)
        return group.map { index..<$0.tokens.upperBound }
      }
      if !hasObject {
        let group = sentence.longest(.groups, at: index, before: range.upperBound)
        return group.map { index..<$0.tokens.upperBound }
      }
      if kind != .word || sentence.longest(.relations, at: index) != nil { return nil }
    }
    return nil
  }

  /// "has many" before the noun: the token of the verb.
  private func holderBefore(_ index: Int, in range: Range<Int>) -> Int? {
    var place = index - 1
    while place > range.lowerBound, index - place <= 6, sentence.tokens[place].kind == .word {
      if ["has", "have", "had"].contains(where: { (word: StaticString) in
        sentence.isWord(place, word)
      }) {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// "include, but are not limited to, | A".
  private func behindAside(_ place: Int, in range: Range<Int>) -> Int {
    guard place + 1 < range.upperBound, sentence.tokens[place].kind == .comma,
      let aside = sentence.longest(.hedges, at: place + 1, before: range.upperBound),
      sentence.entry(aside).certainty == .established
    else { return place }
    return aside.tokens.upperBound
  }

  /// "is", "are", "include", or a colon behind the noun or behind what it leads to.
  private func copulaAfter(_ start: Int, hasObject: Bool, in range: Range<Int>) -> Range<Int>? {
    let verbs: [StaticString] = ["is", "are", "include", "includes", "included", "were", "was"]
    var place = start
    let limit = hasObject ? start + 12 : start + 6
    while place < range.upperBound, place < limit {
      let token = sentence.tokens[place]
      if token.kind == .colon { return beginsClause(place + 1, range) ? nil : place..<place + 1 }
      if token.kind == .comma || token.kind == .semicolon || token.kind == .stop { return nil }
      if !hasObject, let joint = jointBehindCourse(place, in: range),
        let verb = copulaAfter(joint + 1, hasObject: false, in: range)
      {
        return verb
      }
      // "Signs | in babies | include".
      if !hasObject, isInPeople(place) {
        place += sentence.longest(.populations, at: place + 1) == nil ? 3 : 2
        continue
      }
      // "Causes range from A to B".
      let isSpan = sentence.isWord(place, "range") || sentence.isWord(place, "vary")
      if isSpan, sentence.isWord(place + 1, "from") { return place..<place + 2 }
      if verbs.contains(where: { sentence.isWord(place, $0) }) {
        // "the effects are more severe" names no effect.
        let isCompared =
          isJudged(place + 1, range)
          || [
            "not", "more", "less", "very", "so", "too", "responsible", "involved", "to",
          ].contains { (word: StaticString) in sentence.isWord(place + 1, word) }
        return isCompared ? nil : place..<behindAside(place + 1, in: range)
      }
      if sentence.isWord(place, "be"), sentence.isCovered(place - 1, by: .auxiliaries, .hedges) {
        if isJudged(place + 1, range) { return nil }
        return place..<place + 1
      }
      if !hasObject, !sentence.isCovered(place, by: .auxiliaries, .adverbs, .hedges) { return nil }
      place += 1
    }
    return nil
  }

  /// "Reason: | The thermostat is small": a sentence of its own, and no list.
  private func beginsClause(_ start: Int, _ range: Range<Int>) -> Bool {
    for index in Range<Int>.from(start, to: range.upperBound) {
      let kind = sentence.tokens[index].kind
      if kind == .comma || kind == .semicolon || kind == .open || sentence.isWord(index, "that")
        || sentence.isWord(index, "which") || sentence.isWord(index, "who")
      {
        return false
      }
      let isFinite = ["is", "are", "was", "were", "plays", "play", "has"].contains {
        (word: StaticString) in sentence.isWord(index, word)
      }
      if isFinite { return index > start }
    }
    return false
  }

  /// "The signs are | crucial.", "the effect is | seen only later": what is said of them, and none.
  private func isJudged(_ index: Int, _ range: Range<Int>) -> Bool {
    let words: [StaticString] = [
      "crucial", "essential", "vital", "key", "important", "necessary", "seen", "felt", "known",
      "unknown", "unclear", "understood", "complex", "complicated", "varied", "various", "many",
      "similar", "different", "worth", "often", "usually", "discussed", "described", "explained",
      "debated", "visible", "difficult", "hard", "easy", "impossible", "obvious", "diverse",
      "numerous",
    ]
    guard words.contains(where: { sentence.isWord(index, $0) }) else { return false }
    let next = index + 1
    return next >= range.upperBound || !sentence.tokens[next].isWordLike
      || [
        "for", "to", "in", "as", "and", "when", "by", "only", "after", "because", "but", "if",
        "at", "on", "here", "below", "throughout",
      ]
      .contains { (word: StaticString) in sentence.isWord(next, word) }
  }

  /// "Factors that may increase the risk of it or its | complications | include": what is listed are
  /// the factors.
  private func isOfHeadNoun(_ index: Int, in range: Range<Int>) -> Bool {
    guard sentence.isWord(index - 1, "its") || sentence.isWord(index - 1, "their"),
      sentence.isWord(index - 2, "or") || sentence.isWord(index - 2, "and")
    else { return false }
    return Range<Int>.from(range.lowerBound, to: index - 2).contains {
      sentence.longest(.nouns, at: $0) != nil || sentence.isWord($0, "things")
    }
  }

  /// "in babies", "in older adults": whose signs they are, and no condition.
  private func isInPeople(_ index: Int) -> Bool {
    sentence.isWord(index, "in")
      && (sentence.longest(.populations, at: index + 1) != nil
        || sentence.longest(.populations, at: index + 2) != nil
          && sentence.isCovered(index + 1, by: .ages))
  }

  /// "Symptoms vary from person to person | and may include": the joint behind a verb that only
  /// tells how they come.
  private func jointBehindCourse(_ verb: Int, in range: Range<Int>) -> Int? {
    let courses: [StaticString] = [
      "vary", "varies", "differ", "differs", "depend", "depends", "appear", "appears", "develop",
      "develops", "begin", "begins", "start", "starts", "come", "comes", "last",
    ]
    guard courses.contains(where: { sentence.isWord(verb, $0) }) else { return nil }
    let joint = Range<Int>.from(verb + 1, to: min(range.upperBound, verb + 12)).first { index in
      !sentence.tokens[index].isWordLike || sentence.isWord(index, "and")
        || sentence.isWord(index, "but")
    }
    guard let joint, sentence.tokens[joint].isWordLike else { return nil }
    return joint
  }
}
