internal import GraphModel

/// Statements that tell what becomes of something, under a heading that says of what that comes.
extension StatementReader {
  /// What the clauses of a sentence tell that relates nothing to the condition by its words.
  ///
  /// - Complexity: O(tokens).
  func clauses(_ read: Result, _ finder: RelationFinder, _ uses: [RelationUse]) -> [Draft] {
    var result = read
    // Where it has no relation, its hedges are known.
    if !uses.isEmpty { weakenByHedges(&result) }
    guard !result.withholds else { return [] }
    let changes = changes(result, finder, uses)
    guard changes.isEmpty else { return changes }
    let existing = existing(result)
    guard existing.isEmpty else { return existing }
    if !uses.contains(where: { $0.isNegated || $0.isSupposed }), !finder.opensWithSupposition {
      for found in [likelierEffects(result), contracted(result), reasonsUnderCauses(result)]
      where !found.isEmpty {
        return found
      }
    }
    if !uses.isEmpty {
      let isOpen = uses.contains { $0.isNegated || $0.isSupposed || $0.isPurpose }
      if isOpen { return [] }
      // "It happens when you eat food that germs have spoilt".
      let occasions = occasions(result)
      return occasions.isEmpty ? mechanisms(result, finder, onlyHarm: true) : occasions
    }
    let occasions = occasions(result)
    return occasions.isEmpty ? mechanisms(result, finder) : occasions
  }

  /// "Fish die and beaches have to be closed" under effects, "the skin becomes dry" under symptoms.
  ///
  /// - Parameter uses: the relations of the sentence, none of which relates the condition to
  ///   anything.
  /// - Complexity: O(tokens).
  private func changes(
    _ result: Result, _ finder: RelationFinder, _ uses: [RelationUse]
  ) -> [Draft] {
    guard let role = context.role, [.symptoms, .diseases, .effects].contains(role),
      context.leads.isEmpty, !finder.opensWithSupposition,
      !uses.contains(where: { $0.isNegated || $0.isSupposed })
    else { return [] }
    let statement = HeadingStatement(role: role, heading: context.heading)
    let name = ChangeName(sentence: sentence, capitals: capitals)
    let clauses = ChangeClauseFinder(sentence: sentence, readsSigns: role == .symptoms)
      .find(in: finder.mainClause())
    let things = clauses.flatMap { clause in
      isAboutFocus(clause.subject) ? name.ends(clause) : name.things(clause)
    }
    return things.compactMap { thing in
      guard !thing.names.contains(where: focus.isNamed) else { return nil }
      return statement.draft(thing, quote: quote, certainty: result.certainty, hedge: result.hedge)
    }
  }

  /// What the condition itself becomes is no effect of it.
  private func isAboutFocus(_ subject: Range<Int>) -> Bool {
    if reader.namesFocus(subject) { return true }
    if sentence.isOfPeople(subject) {
      return ["they", "we", "he", "she"].contains { (word: StaticString) in
        sentence.isWord(subject.lowerBound, word)
      }
    }
    return sentence.isPhrase(subject, .generic) || reader.isPronoun(subject)
      || subject.contains { sentence.isCovered($0, by: .conditionNouns) }
  }

  /// "It kills fish": the condition brings about the death of fish. Of anything else the same words
  /// tell how it works, and name what it works on.
  func withOutcome(_ use: RelationUse) -> RelationUse {
    var told = use
    if use.outcomes.isEmpty { told.outcomes = quantityOutcomes(use) }
    guard !told.outcomes.isEmpty, !isOfDoing(use) else { return use }
    let subject = reader.ends(use.left, onlyLast: use.leftIsLastName, isSubject: true)
    let isTold = use.isOfProcess || context.role.map { $0 != .definition } ?? false
    guard isTold, subject.isFocus || isHarmUnderEffects(subject), !subject.isLessened,
      !use.relation.isReversed, !use.isNegated,
      !isAttribute(use.phrase.lowerBound), !reader.namesFocus(use.right)
    else {
      told.outcomes = []
      return told
    }
    told.relation.predicate = subject.isFocus ? .causes : .contributesTo
    told.relation.polarity = .increases
    told.isOfProcess = false
    return told
  }

  /// "It reduces yields", "This raises prices" under effects: what is counted becomes less or more,
  /// and that is the effect.
  private func quantityOutcomes(_ use: RelationUse) -> [String] {
    guard context.role == .effects, context.leads.isEmpty, use.relation.predicate == .affects,
      !use.isOfProcess, !use.relation.isReversed, !use.right.isEmpty,
      sentence.isQuantity(use.right)
    else { return [] }
    switch use.relation.polarity {
    case .increases: return ["increased *", "higher *", "increase in *", "rise in *"]
    case .decreases: return ["reduced *", "lower *", "decreased *", "reduction in *", "fall in *"]
    case .unknown: return []
    }
  }

  /// "Water shortages damage reservoirs" under the effects of drought: harm that comes of what the
  /// condition brings is one of them, by the heading. What people or medicines do is none.
  private func isHarmUnderEffects(_ subject: Ends) -> Bool {
    context.role == .effects && context.leads.isEmpty && !subject.things.isEmpty
      && !subject.isOfPeople && sentence.all(.remedies, in: 0..<sentence.count).isEmpty
      && !subject.things.contains { $0.category == .drug || $0.isPeople || $0.isOfPeople }
  }

  /// "a disturbing sound".
  private func isAttribute(_ index: Int) -> Bool {
    sentence.hasSuffix(index, "ing")
      && (sentence.isCovered(index - 1, by: .leadIns, .adjectives)
        || (sentence.isWord(index - 1, "or") || sentence.isWord(index - 1, "and"))
          && sentence.isCovered(index - 2, by: .adjectives))
  }

  func outcome(_ thing: NamedThing, of use: RelationUse) -> NamedThing {
    guard let tokens = sentence.tokens(in: thing.place) else { return thing }
    let hasArticle = sentence.isWord(tokens.lowerBound - 1, "the")
    var thing = thing
    // "kills thousands of people": nobody's name is left.
    let counts = ["thousands", "millions", "hundreds", "dozens", "scores", "many", "countless"]
    if counts.contains(thing.name.lowercased()) { thing.name = "people" }
    // "can lower IQ and slow growth": slow growth is told as it is.
    if use.outcomes.first?.hasPrefix("reduced") == true,
      sentence.isWord(tokens.lowerBound, "slow")
    {
      return thing
    }
    var outcome = thing
    for (number, pattern) in use.outcomes.enumerated() {
      let isFirst = number == 0
      // "loss of the harvest", but "reduced level of poverty".
      let takesArticle =
        hasArticle && isFirst && pattern.hasSuffix(" *")
        && [" of *", " to *", " in *", " on *"].contains(where: pattern.hasSuffix)
      let own = thing.outcome(
        takesArticle ? pattern.replacing("*", with: "the *") : pattern)
      if isFirst { outcome = own } else { outcome.synonyms += own.names }
    }
    let verb = NameForm(sentence).text(of: use.phrase)
    outcome.synonyms.append("\(verb) \(thing.name)")
    return outcome
  }

  /// "make it hard to": what follows is a verb.
  private func isOfDoing(_ use: RelationUse) -> Bool {
    sentence.isWord(use.phrase.upperBound - 1, "to")
      && use.outcomes.contains { $0.hasPrefix("difficulty") }
  }

  /// "find it hard to fall asleep or stay asleep": difficulty falling asleep, difficulty staying
  /// asleep. The object of such words is what is done, and no name.
  func difficulties(_ use: RelationUse) -> [NamedThing]? {
    guard let pattern = use.outcomes.first, isOfDoing(use) else { return nil }
    let end =
      use.right.first { index in
        !sentence.tokens[index].isWordLike || sentence.isCovered(index, by: .subordinators)
      } ?? use.right.upperBound
    let words = Range<Int>.from(use.right.lowerBound, to: end)
    var parts: [Range<Int>] = []
    var start = words.lowerBound
    for index in words.dropFirst()
    where (sentence.isWord(index, "or") || sentence.isWord(index, "and"))
      && sentence.isCovered(index + 1, by: .doings, .actions)
    {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<words.upperBound)
    let shared = parts.last.map { $0.dropFirst() }
    return parts.compactMap { part in
      guard let first = part.first, part.count <= 8,
        sentence.isCovered(first, by: .doings, .actions)
      else { return nil }
      let form = NameForm(sentence)
      let gerund = Gerund.of(form.text(of: first..<first + 1).lowercased())
      // "to fall or stay | asleep": what stands behind the last is of both.
      let behind = part.count > 1 ? part.dropFirst() : shared ?? part.dropFirst()
      let rest = behind.isEmpty ? "" : " " + form.text(of: behind)
      let doing = gerund + rest
      var thing = NamedThing(
        name: pattern.replacing("*", with: doing), place: sentence.textRange(part))
      thing.category = .phenotypicFeature
      if part.upperBound < sentence.count, sentence.tokens[part.upperBound].kind == .open {
        thing.synonyms = ItemPhrase(sentence, role: .symptoms, opening: nil)
          .term(behind: part.upperBound)
      }
      return thing
    }
  }

  /// "causes | the skin to become itchy and dry", "causes prices to rise": what becomes so, named as
  /// a clause of its own would be.
  func changes(causedBy use: RelationUse) -> [NamedThing] {
    let verbs: [StaticString] = ["cause", "causes", "caused", "causing", "make", "makes", "making"]
    guard verbs.contains(where: { sentence.isWord(use.phrase.upperBound - 1, $0) }),
      !use.relation.isReversed
    else { return [] }
    let range = Range<Int>.from(
      use.phrase.upperBound, to: max(use.wholeRight.upperBound, use.right.upperBound))
    guard
      let to = range.prefix(10).first(where: { sentence.isWord($0, "to") }), to > range.lowerBound
    else { return [] }
    let finder = ChangeClauseFinder(sentence: sentence, readsSigns: true, readsStates: true)
    // "causes itching, pain and | the skin to swell".
    let joint = Range<Int>.from(range.lowerBound, to: to).last {
      sentence.tokens[$0].kind == .comma || sentence.isWord($0, "and")
    }
    let subject = Range<Int>.from(joint.map { $0 + 1 } ?? range.lowerBound, to: to)
    let listed = joint.map { Range<Int>.from(range.lowerBound, to: $0) }
    guard let clause = finder.infinitive(behind: to, to: range.upperBound, of: subject) else {
      return []
    }
    let isOfBody = subject.contains { sentence.isCovered($0, by: .bodyParts) }
    let changed = ChangeName(sentence: sentence, capitals: capitals).separately(clause)
    let named = listed.map { MentionParser(sentence).parse($0) } ?? []
    return named
      + changed.map { thing in
        var thing = thing
        if isOfBody { thing.category = .phenotypicFeature }
        return thing
      }
  }

  /// "leads to a higher risk of stroke and gout": what may come of it, and not surely does.
  func withRisk(_ use: RelationUse) -> RelationUse {
    guard !use.relation.isReversed, use.relation.predicate != .affects else { return use }
    var index = use.right.lowerBound
    while index < use.right.upperBound,
      sentence.isCovered(index, by: .leadIns, .adverbs, .adjectives, .modifiers, .change)
        || sentence.isCovered(index, by: .lacks)
    {
      if isRisk(index) { break }
      index += 1
    }
    guard isRisk(index), index + 2 < use.right.upperBound else { return use }
    var told = use
    told.isOfRisk = true
    told.right = .from(riskEnd(index), to: use.right.upperBound)
    if told.relation.predicate == .causes { told.relation.predicate = .contributesTo }
    return told
  }

  /// "risk of", "chances of".
  func isRisk(_ index: Int) -> Bool {
    ["risk", "risks", "chance", "chances", "likelihood", "odds"].contains {
      (word: StaticString) in sentence.isWord(index, word)
    } && (sentence.isWord(index + 1, "of") || sentence.isWord(index + 1, "for"))
  }

  /// Behind "risk of developing".
  func riskEnd(_ index: Int) -> Int {
    let verbs: [StaticString] = ["developing", "getting", "having", "contracting", "catching"]
    return verbs.contains { sentence.isWord(index + 2, $0) } ? index + 3 : index + 2
  }
}
