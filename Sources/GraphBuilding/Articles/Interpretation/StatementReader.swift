internal import GraphModel

/// Reads what one sentence states about the condition.
struct StatementReader {
  let sentence: TaggedSentence
  let focus: Focus
  let capitals: Capitals
  let context: ReadingContext
  /// The sentence in the document's text.
  let quote: Range<Int>

  struct Result {
    var drafts: [Draft] = []
    /// What it states between two things, neither of which is the condition.
    var links: [Draft] = []
    /// Why nothing was read, where nothing was.
    var reason: String?
    /// How firmly the sentence speaks, for what its heading alone relates to the condition.
    var certainty: Certainty = .established
    var hedge: String?
    var hasRelations = false
    /// Says only that two things go together.
    var isAssociation = false
    /// Denies something, or only asks or supposes it: its heading states nothing of it either.
    var withholds = false

    /// Whether it tells how firmly its heading speaks.
    var tellsFirmness: Bool { hasRelations || certainty < .established || withholds }
  }

  /// The two ends of a relation, as the sentence names them.
  private struct Ends {
    var things: [NamedThing] = []
    var isFocus = false
    var isLessened = false
    /// Filled in from the item's lead.
    var isLead = false
    /// Named by those who have it.
    var isOfPeople = false
  }

  /// - Complexity: O(tokens · relations).
  func read() -> Result {
    var result = Result()
    if sentence.isQuestion {
      result.reason = "asks, and states nothing"
      result.withholds = true
      return result
    }
    let uses = RelationFinder(sentence).find()
    if !uses.isEmpty, uses.allSatisfy(\.isPurpose) {
      result.reason = "states what something is for, not what it does"
    }
    for use in uses where !use.isPurpose {
      result.hasRelations = true
      if use.isSupposed {
        result.reason = "only supposes what it says"
        result.withholds = result.drafts.isEmpty
        continue
      }
      if use.isNegated { result.withholds = result.drafts.isEmpty }
      result.isAssociation =
        result.isAssociation || use.relation.predicate.directness == .associational
      if use.certainty < result.certainty {
        result.certainty = use.certainty
        result.hedge = use.hedge.map(sentence.string)
      }
      result.drafts += drafts(use, &result)
    }
    if uses.isEmpty {
      weakenByHedges(&result)
      result.drafts = holdings(result)
    }
    if !result.drafts.isEmpty {
      result.reason = nil
    } else if result.reason == nil {
      result.reason =
        result.hasRelations
        ? "no end of what it states is the condition or a cause of it"
        : "states no relation"
    }
    return result
  }

  /// A sentence without a relation still hedges what its heading says.
  private func weakenByHedges(_ result: inout Result) {
    result.withholds = sentence.all(.denials, in: 0..<sentence.count).contains {
      $0.tokens.count > 1
    }
    for hedge in sentence.all(.hedges, in: 0..<sentence.count) {
      if let certainty = sentence.entry(hedge).certainty, certainty < result.certainty {
        result.certainty = certainty
        result.hedge = sentence.string(hedge.tokens)
      }
    }
  }

  /// "They contain lead", under a cause: what the cause holds is a part of it.
  private func holdings(_ result: Result) -> [Draft] {
    guard context.role == .causes, context.leads.count == 1, !result.withholds,
      let verb = sentence.all(.holders, in: 0..<sentence.count).first,
      isPronoun(0..<verb.tokens.lowerBound)
    else { return [] }
    let objects = Range<Int>.from(verb.tokens.upperBound, to: sentence.count)
    let things = MentionParser(sentence).parse(objects).flatMap(\.withMembers)
    return things.map { thing in
      Draft(
        subject: .thing(thing), predicate: .partOf, object: .thing(context.leads[0]),
        certainty: result.certainty, hedge: result.hedge, scope: .sentence, quote: quote,
        section: context.heading, role: .cause)
    }
  }

  // MARK: Ends

  private func drafts(_ use: RelationUse, _ result: inout Result) -> [Draft] {
    let isMechanism = use.relation.predicate == .affects && use.relation.polarity == .unknown
    if isMechanism, context.role == nil || context.role == .definition {
      result.reason = "describes how something works, under no heading that says of what it is part"
      return []
    }
    if use.needsNaming, context.role != .symptoms, !namesFocus(0..<sentence.count) {
      result.reason = "does not say whose signs it lists"
      return []
    }
    let left = ends(use.left, onlyLast: use.leftIsLastName, isSubject: true)
    var right = ends(use.right, onlyLast: false, isSubject: false)
    if use.isAboutCondition, use.right.isEmpty || right.things.isEmpty && !right.isFocus {
      right = Ends(isFocus: true)
    }
    if use.needsPeople, !(use.relation.isReversed ? right : left).isOfPeople {
      result.reason = "speaks of no one who has a condition"
      return []
    }
    let subject = use.relation.isReversed ? right : left
    let object = use.relation.isReversed ? left : right
    switch (subject.isFocus, object.isFocus) {
    case (true, false): return statements(use, focusIsSubject: true, subject, object)
    case (false, true): return statements(use, focusIsSubject: false, object, subject)
    case (true, true):
      // "A and the condition cause the condition": what is named beside it still counts.
      if !subject.things.isEmpty {
        return statements(use, focusIsSubject: false, object, Ends(things: subject.things))
      }
      result.reason = "names nothing beside the condition"
      return []
    case (false, false):
      result.links += links(use, subject, object)
      return headingStatements(use, subject, object, &result.reason)
    }
  }

  /// What a stretch of the sentence names: things, the condition, or, by a pronoun or by nothing,
  /// what the item or the article is about.
  private func ends(_ range: Range<Int>, onlyLast: Bool, isSubject: Bool) -> Ends {
    var ends = Ends()
    if range.contains(where: {
      sentence.longest(.conditionNouns, at: $0, before: range.upperBound) != nil
    }) {
      ends.isFocus = true
      return ends
    }
    let isReference = isPronoun(range)
    if isReference || range.isEmpty && isSubject || isSubject && isBare(range) {
      if context.type != nil {
        ends.isFocus = true
      } else if !context.leads.isEmpty {
        ends.things = context.leads
        ends.isLead = true
      } else if isReference, context.role != .causes, context.role != .protective,
        meansFocus(range)
      {
        ends.isFocus = true
      }
      return ends
    }
    var things = MentionParser(sentence).parse(range)
    if onlyLast, let last = things.last { things = [last] }
    ends.isOfPeople = things.contains(where: \.isOfPeople)
    for thing in things {
      switch focusNaming(thing) {
      case .named?: ends.isFocus = true
      case .lessened?:
        ends.isFocus = true
        ends.isLessened = true
      case nil:
        ends.things.append(capitals.lowered(thing, at: sentence.place(of: thing)))
      }
    }
    return ends
  }

  private func focusNaming(_ thing: NamedThing) -> Focus.Naming? {
    if thing.names.contains(where: focus.isNamed) { return .named }
    if let type = context.type, LeadMatch(type, sentence.lexicon).isSame(thing) { return .named }
    guard let tokens = sentence.tokens(in: thing.place) else { return nil }
    // Words of change stand before the name proper: look back over what cleaning took away.
    return focus.naming(tokens, in: sentence)
  }

  /// Whether a name of the condition stands somewhere in a stretch.
  private func namesFocus(_ range: Range<Int>) -> Bool {
    range.contains { focus.isNamed(from: $0, in: sentence) }
  }

  private func isPronoun(_ range: Range<Int>) -> Bool {
    let words = Array(
      range.filter { sentence.tokens[$0].isWordLike }
        .drop { sentence.isCovered($0, by: .adverbs) })
    guard let first = words.first, let last = words.last else { return false }
    return sentence.isPhrase(first..<first + 1, .pronouns)
      && words.allSatisfy {
        $0 == first || sentence.isCovered($0, by: .auxiliaries, .adverbs, .hedges)
      } && last - first < 4
  }

  /// Whether a pronoun means the condition and nothing nearer: not "they" of one condition, not
  /// "it" behind another name in the same sentence.
  private func meansFocus(_ range: Range<Int>) -> Bool {
    guard let word = range.first(where: { sentence.tokens[$0].isWordLike }) else { return false }
    let before = Range<Int>.from(0, to: word)
    if before.contains(where: { focus.isNamed(from: $0, in: sentence) }) { return true }
    let plurals: [StaticString] = ["they", "these", "those", "them", "their", "both"]
    if plurals.contains(where: { sentence.isWord(word, $0) }), !focus.isPlural { return false }
    if !MentionParser(sentence).parse(before).isEmpty { return false }
    return context.followsFocus
  }

  /// Nothing but words that name nothing: "a potential".
  private func isBare(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      !sentence.tokens[$0].isWordLike
        || sentence.isCovered($0, by: .auxiliaries, .adverbs, .hedges, .leadIns, .doubters)
    }
  }

  // MARK: Statements that name the condition

  private func statements(
    _ use: RelationUse, focusIsSubject: Bool, _ condition: Ends, _ other: Ends
  ) -> [Draft] {
    var drafts: [Draft] = []
    let relation = StatementRelation(
      use, focusIsSubject: focusIsSubject, isLessened: condition.isLessened,
      context)
    for thing in other.things {
      for (number, named) in thing.withMembers.enumerated() {
        var draft = draft(use, relation.predicate(for: named))
        draft.subject = focusIsSubject ? .focus : .thing(named)
        draft.object = focusIsSubject ? .thing(named) : .focus
        draft.polarity = relation.polarity
        draft.role = relation.role(of: named)
        draft.isOfPeople = condition.isOfPeople || other.isOfPeople
        draft.isOfMember = number > 0
        drafts.append(draft)
      }
      drafts += memberships(thing, use, role: drafts.last?.role)
    }
    return drafts
  }

  /// Each member of a group is said to belong to it.
  ///
  /// "Such as" states the membership flatly, whatever the sentence doubts; still the membership is
  /// given as firmly as its sentence and no firmer, so that no edge claims more than its quote. A
  /// hedge makes no prediction of it, and a denial does not deny it.
  private func memberships(_ group: NamedThing, _ use: RelationUse, role: Role?) -> [Draft] {
    var drafts: [Draft] = []
    for member in group.members {
      var draft = draft(use, group.membership)
      draft.subject = .thing(member)
      draft.object = .thing(group)
      draft.isNegated = false
      draft.role = role
      drafts.append(draft)
      drafts += memberships(member, use, role: role)
    }
    return drafts
  }

  private func draft(_ use: RelationUse, _ predicate: Predicate) -> Draft {
    var draft = Draft(
      subject: .focus, predicate: predicate, object: .focus, isNegated: use.isNegated,
      certainty: use.certainty,
      hedge: use.certainty < .established ? use.hedge.map(sentence.string) : nil,
      scope: .sentence, quote: quote, section: context.heading)
    draft.type = context.type
    return draft
  }

  // MARK: Statements about other things

  /// "Hot climates lead to dehydration": of use where dehydration is a cause of the condition.
  private func links(_ use: RelationUse, _ subject: Ends, _ object: Ends) -> [Draft] {
    guard !use.isNegated, use.relation.predicate.directness == .causal,
      use.relation.polarity == .increases, !subject.isLessened, !object.isLessened
    else { return [] }
    let predicate =
      use.relation.predicate == .causes && use.certainty <= .possible
      ? .contributesTo : use.relation.predicate
    return subject.things.flatMap { cause in
      object.things.map { effect in
        var draft = draft(use, predicate)
        draft.subject = .thing(cause)
        draft.object = .thing(effect)
        draft.isLink = true
        draft.type = nil
        return draft
      }
    }
  }

  // MARK: Statements that leave the condition to the heading

  /// "Painkillers can damage the stomach" under "Causes of ulcers": the heading says of what.
  private func headingStatements(
    _ use: RelationUse, _ subject: Ends, _ object: Ends, _ reason: inout String?
  ) -> [Draft] {
    // "…, leading to blindness" under "Outlook", of what attacks do.
    if context.role == .effects, use.relation.predicate.directness == .causal,
      use.relation.polarity == .increases, !use.isNegated, !object.things.isEmpty,
      use.left.contains(where: { sentence.isCovered($0, by: .occurrences, .episodes) })
    {
      var drafts = statements(use, focusIsSubject: true, Ends(isFocus: true), object)
      for index in drafts.indices { drafts[index].scope = .heading }
      return drafts
    }
    guard let role = context.role, role == .causes || role == .protective else {
      reason = "names neither the condition nor, by its heading, anything of it"
      return []
    }
    // What lessens something is no cause for that: "early treatment prevents complications".
    let isLessening = role == .causes && use.relation.polarity == .decreases
    if use.isNegated || isLessening || subject.things.isEmpty
      || use.relation.predicate == .hasPhenotype
    {
      reason = "does not say that what it names brings the condition about"
      return []
    }
    // Under a lead, only the lead and what it stands for are causes; the rest is mechanism.
    if !context.leads.isEmpty, !subject.isLead {
      let isOfLead = context.leads.contains { lead in
        subject.things.contains(where: LeadMatch(lead, sentence.lexicon).isSame)
      }
      let isOfGroup = !use.leftIsLastName && context.leads.contains(where: \.isGroupLike)
      guard isOfLead || isOfGroup else {
        reason = "describes how the cause named before it works"
        return []
      }
    }
    var drafts: [Draft] = []
    for thing in subject.things {
      for (number, named) in thing.withMembers.enumerated() {
        var draft = draft(use, role == .causes ? .contributesTo : .affects)
        draft.subject = .thing(named)
        draft.polarity = role == .causes ? nil : .decreases
        draft.role = role == .causes ? .cause : .protective
        draft.scope = .heading
        draft.isOfMember = number > 0
        drafts.append(draft)
      }
      drafts += memberships(thing, use, role: drafts.last?.role)
    }
    return drafts
  }
}

extension TaggedSentence {
  /// Ends with a question mark.
  var isQuestion: Bool {
    for token in tokens.reversed() where !token.isWordLike {
      if token.kind == .stop { return text[token.start] == 0x3f }
      if token.kind != .quote, token.kind != .close { return false }
    }
    return false
  }

  /// Whether a name stands at the beginning of the sentence.
  func place(of thing: NamedThing) -> Capitals.Place {
    let first = tokens.first(where: \.isWordLike)
    return first?.start == thing.place.lowerBound ? .sentenceStart : .running
  }

  /// The tokens that stand within a stretch of text.
  func tokens(in place: Range<Int>) -> Range<Int>? {
    let first = tokens.firstIndex { $0.start >= place.lowerBound }
    let last = tokens.lastIndex { $0.end <= place.upperBound }
    guard let first, let last, first <= last else { return nil }
    return first..<last + 1
  }
}
