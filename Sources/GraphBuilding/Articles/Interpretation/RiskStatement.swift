internal import GraphModel

/// Reads who is struck more often by the condition, and in which circumstances: "You are more
/// likely to get X if you smoke or have asthma", "Women are at higher risk of X", "X is more common
/// in older people".
struct RiskStatement {
  let sentence: TaggedSentence
  let reader: EndsReader

  /// Those or that of which the sentence says so.
  struct Reading {
    /// Circumstances of the reader or of anyone, and what is said to bring it about.
    var circumstances: [NamedThing] = []
    /// People of some kind, or those who have or do something.
    var people: [NamedThing] = []
    /// The clause up to the words that say how likely it is.
    var clause: Range<Int>
  }

  /// What the sentence says of who is at risk, or nil where it says nothing of that, denies it or
  /// only supposes it.
  ///
  /// - Complexity: O(tokens).
  func read() -> Reading? {
    guard
      let reading = inheritance() ?? likelihood() ?? risk()
        ?? FrequencyStatement(sentence: sentence, reader: reader).read()
    else { return nil }
    let all = 0..<sentence.count
    guard sentence.all(.denials, in: all).isEmpty, sentence.all(.halfDenials, in: all).isEmpty,
      sentence.all(.inquiries, in: all).isEmpty, !all.contains(where: { sentence.isWord($0, "no") })
    else { return nil }
    return reading
  }

  // MARK: "X runs in families"

  private func inheritance() -> Reading? {
    guard let match = sentence.all(.inheritances, in: 0..<sentence.count).first else { return nil }
    var end = match.tokens.lowerBound
    while end > 0, sentence.isCovered(end - 1, by: .auxiliaries, .adverbs, .hedges) { end -= 1 }
    guard end > 0 ? reader.meansCondition(0..<end) : false,
      let name = sentence.entry(match).names.first
    else { return nil }
    var thing = NamedThing(name: name, place: sentence.textRange(match.tokens))
    thing.synonyms = [sentence.string(match.tokens).lowercased()]
    return Reading(circumstances: [thing], clause: 0..<end)
  }

  // MARK: "… are more likely to get X"

  private func likelihood() -> Reading? {
    guard let match = sentence.all(.likelihoods, in: 0..<sentence.count).first else {
      return comparison()
    }
    let end = clauseEnd(match.tokens.upperBound)
    // "Women are at greater risk | than men."
    let object =
      sentence.isWord(match.tokens.upperBound, "than")
      ? behindThan(match.tokens.upperBound) : behind(match.tokens.upperBound, end)
    // "People who work nights are at higher risk", under a heading that says of what.
    let isLeftOut =
      reader.context.role == .causes && reader.context.leads.isEmpty
      && !object.contains { sentence.tokens[$0].isWordLike }
    guard
      isLeftOut || reader.ends(object, onlyLast: false, isSubject: false).isFocus
        || reader.meansCondition(object)
    else { return nil }
    var start = 0
    var opening: Range<Int>?
    if sentence.isWord(0, "if") {
      guard let comma = lastComma(before: match.tokens.lowerBound) else { return nil }
      opening = 1..<comma
      start = comma + 1
    }
    let subject = subject(.from(start, to: match.tokens.lowerBound))
    var reading = Reading(clause: start..<match.tokens.lowerBound)
    if isAnyone(subject) {
      let conditions = opening ?? behindIf(end)
      reading.circumstances = conditions.map(circumstances) ?? []
      return reading.circumstances.isEmpty ? nil : reading
    }
    // "Women are more likely to get it if they smoke" compares women with each other.
    guard opening == nil, behindIf(end) == nil else { return nil }
    reading.people = people(subject)
    if reading.people.isEmpty { reading.people = places(subject) }
    return reading.people.isEmpty ? nil : reading
  }

  /// "Low areas, such as deltas, are close to water and more prone to X": what is no one.
  private func places(_ subject: Range<Int>) -> [NamedThing] {
    let end =
      subject.first { index in
        ["is", "are", "was", "were"].contains { (word: StaticString) in
          sentence.isWord(index, word)
        }
      } ?? subject.upperBound
    let name = Range<Int>.from(subject.lowerBound, to: end)
    guard
      !name.contains(where: { index in
        sentence.isCovered(index, by: .subjects, .pronouns, .subordinators, .conditionNouns)
          || sentence.isCovered(index, by: .people)
      })
    else { return [] }
    return MentionParser(sentence).parse(name).filter {
      !$0.names.contains(where: reader.focus.isNamed)
    }
    .map { thing in
      var thing = thing
      thing.isPopulation = true
      return thing
    }
  }

  /// "Women get X more often than men".
  private func comparison() -> Reading? {
    guard
      let than = (0..<sentence.count).first(where: { index in
        sentence.isWord(index, "than") && sentence.isWord(index - 2, "more")
          && (sentence.isWord(index - 1, "often") || sentence.isWord(index - 1, "frequently"))
      }),
      let verb = Range<Int>.from(1, to: than - 2).lazy.compactMap({
        sentence.longest(.gettings, at: $0, before: than - 2)
      }).first,
      reader.ends(verb.tokens.upperBound..<than - 2, onlyLast: false, isSubject: false).isFocus
        || reader.meansCondition(verb.tokens.upperBound..<than - 2)
    else { return affliction() }
    let groups = People.named(in: sentence, subject(0..<verb.tokens.lowerBound))
    return groups.isEmpty ? nil : Reading(people: groups, clause: 0..<verb.tokens.lowerBound)
  }

  // MARK: "Your risk of X rises if …"

  private func risk() -> Reading? {
    let words: [StaticString] = ["risk", "chance", "chances", "odds", "likelihood"]
    guard
      let noun = (0..<min(sentence.count, 8)).first(where: { index in
        words.contains { sentence.isWord(index, $0) }
      }),
      (0..<noun).allSatisfy({ sentence.isCovered($0, by: .leadIns, .adverbs, .openers) })
    else { return nil }
    // "The risk is higher if …", where a heading says of what, or the sentence before.
    let isWhole = sentence.isWord(noun + 1, "of")
    guard isWhole || reader.context.followsFocus && reader.context.leads.isEmpty else { return nil }
    let verb = Range<Int>.from(noun + (isWhole ? 2 : 1), to: min(sentence.count, noun + 14)).first {
      index in
      ["rises", "increases", "grows", "climbs"].contains { (word: StaticString) in
        sentence.isWord(index, word)
      }
        || (sentence.isWord(index, "goes") || sentence.isWord(index, "go"))
          && sentence.isWord(index + 1, "up")
        || ["is", "are"].contains { (word: StaticString) in sentence.isWord(index, word) }
          && ["higher", "greater", "increased", "highest", "greatest", "raised"].contains {
            (word: StaticString) in (index + 1...index + 2).contains { sentence.isWord($0, word) }
          }
    }
    guard let verb,
      !isWhole
        || reader.ends(.from(noun + 2, to: verb), onlyLast: false, isSubject: false).isFocus
    else { return nil }
    if let conditions = behindIf(verb) {
      let things = circumstances(conditions)
      return things.isEmpty ? nil : Reading(circumstances: things, clause: 0..<verb)
    }
    // "The risk is highest in older people".
    guard
      let place = Range<Int>.from(verb, to: min(sentence.count, verb + 5)).first(where: {
        sentence.isWord($0, "in") || sentence.isWord($0, "among") || sentence.isWord($0, "for")
      })
    else { return nil }
    let groups = People.named(in: sentence, .from(place + 1, to: clauseEnd(place + 1)))
    return groups.isEmpty ? nil : Reading(people: groups, clause: 0..<verb)
  }

  // MARK: Subjects

  /// Without what stands before those of whom it is said, and without their verb.
  func subject(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound,
      sentence.isCovered(end - 1, by: .auxiliaries, .adverbs, .hedges)
        || !sentence.tokens[end - 1].isWordLike
    {
      end -= 1
    }
    var start = range.lowerBound
    let hedging = Hedging(sentence)
    if sentence.longest(.openers, at: start) != nil,
      !sentence.isCovered(start, by: .populations, .subjects),
      let comma = lastComma(before: end), comma >= start
    {
      start = comma + 1
    }
    for index in range.lowerBound..<end {
      if let report = hedging.reportEnd(at: index), report < end {
        start = max(start, report)
      }
    }
    while start < end,
      !sentence.tokens[start].isWordLike
        || sentence.isCovered(start, by: .openers)
          && !sentence.isCovered(start, by: .populations, .subjects)
    {
      start += 1
    }
    return start..<end
  }

  /// "you", "someone": those of whom nothing is told.
  private func isAnyone(_ subject: Range<Int>) -> Bool {
    let words: [StaticString] = [
      "you", "people", "someone", "anyone", "person", "we", "one", "some", "they",
    ]
    let named = subject.filter {
      sentence.tokens[$0].isWordLike && !sentence.isWord($0, "a") && !sentence.isWord($0, "also")
    }
    return named.count <= 2 && !named.isEmpty
      && named.allSatisfy { index in words.contains { sentence.isWord(index, $0) } }
      || subject.isEmpty
        && sentence.tokens.first.map { String(decoding: sentence.text[$0.range], as: UTF8.self) }?
          .lowercased().hasPrefix("you") == true
  }

  private func circumstances(_ range: Range<Int>) -> [NamedThing] {
    Circumstances(sentence: sentence, focus: reader.focus).named(in: range)
  }

  /// "older adults", "people with asthma", "those who smoke".
  private func people(_ subject: Range<Int>) -> [NamedThing] {
    let groups = People.named(in: sentence, subject)
    if !groups.isEmpty { return groups }
    if let who = subject.first(where: { sentence.isWord($0, "who") }),
      sentence.isCovered(who, by: .subjects), who + 1 < subject.upperBound
    {
      // "women who smoke": among women.
      guard
        subject.lowerBound..<who + 1
          == sentence.longest(.subjects, at: subject.lowerBound)?
          .tokens, !isKind(subject.lowerBound)
      else { return [] }
      return circumstances(who + 1..<subject.upperBound)
    }
    guard sentence.longest(.people, at: subject.lowerBound) != nil, !isKind(subject.lowerBound)
    else { return [] }
    // "those with a parent who has it": the parent is no circumstance of its own.
    if subject.contains(where: { sentence.isWord($0, "who") }) { return [] }
    return MentionParser(sentence).parse(subject).filter(\.isOfPeople)
  }

  /// "women with asthma", "children who cough": not said of everyone.
  private func isKind(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "women", "men", "children", "adults", "babies", "infants", "boys", "girls", "athletes",
      "workers", "teenagers",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  // MARK: Circumstances

  /// What stands behind "if" or "when", up to another clause.
  private func behindIf(_ start: Int) -> Range<Int>? {
    guard
      let place = Range<Int>.from(start, to: sentence.count).first(where: {
        sentence.isWord($0, "if")
      })
    else { return nil }
    let end = Range<Int>.from(place + 1, to: sentence.count).first { index in
      let kind = sentence.tokens[index].kind
      return kind == .semicolon || kind == .dash || kind == .stop || kind == .colon
        || sentence.isWord(index, "but") || sentence.isWord(index, "because")
        || sentence.isWord(index, "although")
    }
    return .from(place + 1, to: end ?? sentence.count)
  }

  // MARK: Bounds

  private func behind(_ start: Int, _ end: Int) -> Range<Int> {
    // "more likely than men to get X".
    let verbs = Range<Int>.from(start, to: end).first {
      sentence.longest(.gettings, at: $0, before: end) != nil
        || sentence.longest(.havings, at: $0, before: end) != nil
    }
    var first = verbs.map { $0 + 1 } ?? start
    while first < end,
      ["of", "for", "to", "from"].contains(where: { (word: StaticString) in
        sentence.isWord(first, word)
      }) || sentence.isCovered(first, by: .occurrences)
    {
      first += 1
    }
    return .from(first, to: end)
  }

  /// "more likely | than men to get X": X, or nothing where the sentence leaves it out.
  private func behindThan(_ than: Int) -> Range<Int> {
    let to = Range<Int>.from(than + 1, to: min(sentence.count, than + 8)).first { index in
      sentence.isWord(index, "to")
    }
    guard let to,
      let verb = sentence.longest(.gettings, at: to + 1) ?? sentence.longest(.havings, at: to + 1)
    else { return than..<than }
    return .from(verb.tokens.upperBound, to: clauseEnd(verb.tokens.upperBound))
  }

  func clauseEnd(_ start: Int) -> Int {
    let end = Range<Int>.from(start, to: sentence.count).first { index in
      let kind = sentence.tokens[index].kind
      return kind == .comma || kind == .semicolon || kind == .dash || kind == .stop
        || kind == .colon || sentence.isWord(index, "if") || sentence.isWord(index, "when")
        || sentence.isWord(index, "because") || sentence.isWord(index, "but")
        || sentence.isWord(index, "than") && index > start
    }
    return end ?? sentence.count
  }

  private func lastComma(before index: Int) -> Int? {
    Range<Int>.from(0, to: index).last { sentence.tokens[$0].kind == .comma }
  }
}

extension StatementReader {
  /// Those and that which the condition strikes more often: circumstances contribute to it; who
  /// people are goes with it.
  func riskStatements() -> [Draft]? {
    guard let risk = RiskStatement(sentence: sentence, reader: reader).read() else { return nil }
    var use = RelationUse(
      relation: Relation(
        isReversed: false, predicate: .contributesTo, polarity: .increases,
        certainty: .established), left: risk.clause, right: 0..<0,
      phrase: risk.clause.upperBound..<risk.clause.upperBound, clauseStart: risk.clause.lowerBound)
    let hedging = Hedging(sentence)
    hedging.apply(to: &use, opener: 0..<risk.clause.lowerBound, before: nil)
    var uses = [use]
    hedging.limit(&uses, opener: 0..<risk.clause.lowerBound)
    if use.isSupposed { return nil }
    let things =
      risk.circumstances.map { ($0, Predicate.contributesTo) }
      + risk.people.map { ($0, Predicate.associatedWith) }
    return things.flatMap { thing, predicate -> [Draft] in
      var drafts: [Draft] = []
      for (number, named) in thing.withMembers.enumerated() {
        var draft = draft(uses[0], named.isPopulation ? .associatedWith : predicate)
        draft.subject = .thing(capitals.lowered(named, at: sentence.place(of: named)))
        draft.role = .cause
        draft.isOfMember = number > 0
        drafts.append(draft)
      }
      return drafts + memberships(thing, uses[0], role: .cause)
    }
  }
}
