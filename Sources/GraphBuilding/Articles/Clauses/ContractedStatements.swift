internal import GraphModel

/// Statements that tell how someone comes to have the condition, and of whom it makes what likelier.
extension StatementReader {
  /// "You can catch it from dirty water", "A person gets ringworm by touching an infected animal":
  /// what stands behind the preposition brings it about.
  ///
  /// - Complexity: O(tokens).
  func contracted(_ result: Result) -> [Draft] {
    guard !result.withholds, context.leads.isEmpty,
      let verb = (1..<max(1, sentence.count)).lazy.compactMap({
        sentence.longest(.gettings, at: $0)
      }).first,
      sentence.isOfPeople(subject(before: verb.tokens.lowerBound))
        || sentence.longest(.subjects, at: 0)?.tokens.upperBound == subjectEnd(verb.tokens),
      let link = Range<Int>.from(
        verb.tokens.upperBound, to: min(sentence.count, verb.tokens.upperBound + 8)
      ).first(where: { index in
        ["by", "from", "through", "via"].contains { (word: StaticString) in
          sentence.isWord(index, word)
        }
      }), link > verb.tokens.upperBound,
      reader.meansCondition(verb.tokens.upperBound..<link)
    else { return [] }
    let reasons = Range<Int>.from(link + 1, to: clauseEnd(link + 1))
    let ends = reader.ends(reasons, onlyLast: false, isSubject: false)
    guard !ends.isFocus, !ends.isLessened else { return [] }
    return ends.things.filter { !$0.isPlace }.flatMap { thing -> [Draft] in
      var use = RelationUse(
        relation: Relation(
          isReversed: true, predicate: .causes, polarity: .increases, certainty: .established),
        left: verb.tokens.upperBound..<link, right: reasons, phrase: verb.tokens, clauseStart: 0)
      (use.certainty, use.hedge) = (result.certainty, nil)
      return thing.withMembers.enumerated().map { number, named in
        var draft = draft(use, result.certainty <= .possible ? .contributesTo : .causes)
        draft.subject = .thing(named)
        draft.role = .cause
        draft.hedge = result.hedge
        draft.isOfMember = number > 0
        return draft
      } + memberships(thing, use, role: .cause)
    }
  }

  /// "Students leave school because of poverty" under causes: by the heading, poverty is one.
  ///
  /// - Complexity: O(tokens).
  func reasonsUnderCauses(_ result: Result) -> [Draft] {
    guard context.role == .causes, context.leads.isEmpty, !result.withholds,
      let match = sentence.all(.adjuncts, in: 1..<max(1, sentence.count)).first,
      Range<Int>.from(0, to: match.tokens.lowerBound).contains(where: {
        sentence.isCovered($0, by: .populations, .subjects, .people)
      }),
      !sentence.tokens.indices.contains(where: {
        sentence.isCovered($0, by: .denials, .counters, .reductions)
      })
    else { return [] }
    let things = MentionParser(sentence)
      .parse(.from(match.tokens.upperBound, to: clauseEnd(match.tokens.upperBound)))
      .filter { !$0.isPlace && !$0.isPeople && !$0.names.contains(where: focus.isNamed) }
    return listed(things, .causes, result)
  }

  /// "Smokers are more likely to develop heart disease" under the effects of smoking: what those who
  /// have or do it are likelier to have.
  ///
  /// - Complexity: O(tokens).
  func likelierEffects(_ result: Result) -> [Draft] {
    guard let role = context.role, role == .effects || role == .diseases, context.leads.isEmpty,
      !result.withholds,
      let match = sentence.all(.likelihoods, in: 1..<max(1, sentence.count)).first,
      namesPatients(0..<match.tokens.lowerBound),
      sentence.all(.denials, in: 0..<match.tokens.lowerBound).isEmpty
    else { return [] }
    let end = clauseEnd(match.tokens.upperBound)
    let verb = Range<Int>.from(match.tokens.upperBound, to: end).lazy.compactMap {
      sentence.longest(.gettings, at: $0, before: end)
    }.first
    let isOf =
      ["of", "for"].contains { (word: StaticString) in
        sentence.isWord(match.tokens.upperBound, word)
      }
    guard let start = verb?.tokens.upperBound ?? (isOf ? match.tokens.upperBound + 1 : nil) else {
      return []
    }
    var first = start
    while first < end, sentence.isCovered(first, by: .occurrences) { first += 1 }
    let things = MentionParser(sentence).parse(.from(first, to: end))
      .filter { !$0.names.contains(where: focus.isNamed) && !$0.isPlace }
    return listed(things, .effects, result)
  }

  /// Whether those are meant who have or do what the article is about: "smokers" of smoking,
  /// "children who breathe polluted air" of air pollution.
  private func namesPatients(_ range: Range<Int>) -> Bool {
    guard
      range.contains(where: { sentence.isCovered($0, by: .populations, .people, .subjects) })
    else { return false }
    if reader.namesFocus(range) { return true }
    let stems = Set(focus.label.lowercased().spacedWords.compactMap { Self.stem($0) })
    return range.contains { index in
      guard sentence.tokens[index].kind == .word else { return false }
      return Self.stem(sentence.string(index..<index + 1).lowercased()[...])
        .map(stems.contains) ?? false
    }
  }

  /// What is left of a word without its ending: "smok" of smoking and smokers, "obes" of obese.
  private static func stem(_ word: Substring) -> String? {
    let endings = [
      "ation", "ition", "ments", "ment", "tions", "tion", "ness", "ers", "ing", "ted", "ity",
      "er", "ed", "es", "e", "s",
    ]
    for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word.count >= 4 ? String(word) : nil
  }

  private func subject(before verb: Int) -> Range<Int> {
    var end = verb
    while end > 0, sentence.isCovered(end - 1, by: .auxiliaries, .adverbs, .hedges) { end -= 1 }
    return 0..<end
  }

  private func subjectEnd(_ verb: Range<Int>) -> Int {
    subject(before: verb.lowerBound).upperBound
  }

  private func clauseEnd(_ start: Int) -> Int {
    Range<Int>.from(start, to: sentence.count).first { index in
      let kind = sentence.tokens[index].kind
      return kind == .semicolon || kind == .stop || kind == .dash
        || sentence.isWord(index, "but") || sentence.isWord(index, "than") && index > start
        || sentence.isWord(index, "because") || sentence.isWord(index, "if")
    } ?? sentence.count
  }
}
