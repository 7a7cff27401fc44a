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

  /// - Complexity: O(tokens · relations).
  func read() -> Result {
    var result = Result()
    if sentence.isQuestion {
      result.reason = "asks, and states nothing"
      result.withholds = true
      return result
    }
    let finder = RelationFinder(sentence, names: focusNames)
    guard let uses = withoutNonexistent(finder.find()) else {
      result.reason = "says that there is none of what it names"
      result.withholds = true
      return result
    }
    if !uses.isEmpty, uses.allSatisfy(\.isPurpose) {
      result.reason = "states what something is for, not what it does"
    }
    result.drafts = patientSigns(&result)
    let isOfPatients = !result.drafts.isEmpty
    for (number, use) in uses.enumerated() where !use.isPurpose && !isOfPatients {
      result.hasRelations = true
      if use.isSupposed {
        result.reason = "only supposes what it says"
        result.withholds = result.drafts.isEmpty
        continue
      }
      if use.isNegated { result.withholds = result.drafts.isEmpty }
      result.isAssociation =
        result.isAssociation
        || use.relation.predicate.directness == .associational && !use.isOfBearer
      if use.certainty < result.certainty {
        result.certainty = use.certainty
        result.hedge = use.hedge.map(sentence.string)
      }
      var use = use
      if let subject = reader.subject(of: use, after: uses[..<number]) { use.left = subject }
      if reader.leavesOpen(use, after: uses[..<number])
        || reader.leavesObjectOpen(use, after: uses[..<number])
      {
        result.reason = "leaves open what its pronoun means"
        result.withholds = result.drafts.isEmpty
        continue
      }
      result.drafts += drafts(use, &result)
    }
    // "May trigger eye strain, but they do not cause migraine": its heading cannot say otherwise.
    if uses.contains(where: { $0.isNegated && reader.namesFocus($0.wholeRight) }) {
      result.drafts.removeAll { $0.scope == .heading }
      result.withholds = result.withholds || result.drafts.isEmpty
    }
    if uses.isEmpty, !isOfPatients {
      weakenByHedges(&result)
      result.drafts = holdings(result)
      if result.drafts.isEmpty { result.drafts = listed(result) }
      if result.drafts.isEmpty { result.drafts = elliptic(result) }
      if finder.opensWithSupposition { result.withholds = true }
    }
    if !context.leads.isEmpty, !sentence.all(.undecided, in: 0..<sentence.count).isEmpty {
      result.drafts = []
      result.withholds = true
      result.reason = "says that the evidence settles nothing"
      return result
    }
    if result.drafts.isEmpty, !result.withholds { result.drafts = clauses(result, finder, uses) }
    if result.drafts.isEmpty, !result.withholds, !finder.opensWithSupposition {
      result.drafts = patientSigns(&result, evenNamed: true)
    }
    // "Women are at greater risk because hormones affect bones": what stands behind "because" is
    // read already.
    let isBeside = context.role == .causes && result.drafts.allSatisfy { $0.scope == .heading }
    if result.drafts.isEmpty || isBeside, let drafts = riskStatements() {
      let known = Set(result.drafts.compactMap { $0.thing.map { NameKey($0.name) } })
      result.drafts +=
        drafts.filter { draft in draft.thing.map { !known.contains(NameKey($0.name)) } ?? true }
      (result.hasRelations, result.withholds) = (true, false)
    }
    if result.drafts.isEmpty { result.drafts = typeStatements() }
    if result.drafts.isEmpty, isOnlyConfused {
      result.withholds = true
      result.reason = "says that two things are taken for each other"
    }
    result.links += result.drafts.flatMap(reasons)
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

  /// Where names of the condition stand that are longer than a word: "food poisoning".
  private var focusNames: [Range<Int>] {
    sentence.tokens.indices.compactMap { start in
      focus.isNamed(from: start, in: sentence)
        ? focus.nameEnd(from: start, in: sentence).flatMap { $0 > start + 1 ? start..<$0 : nil }
        : nil
    }
  }

  /// A sentence without a relation still hedges what its heading says.
  func weakenByHedges(_ result: inout Result) {
    result.withholds = sentence.all(.denials, in: 0..<sentence.count).contains {
      // "fails to" and the like deny the verb behind them alone.
      // "not enough blood" is too little of it.
      $0.tokens.count > 1 && !sentence.isWord($0.tokens.upperBound - 1, "to")
        && !sentence.isWord($0.tokens.upperBound - 1, "enough")
    }
    for section in [LexiconSection.hedges, .limits, .attributions] {
      for hedge in sentence.all(section, in: 0..<sentence.count) {
        if let certainty = sentence.entry(hedge).certainty, certainty < result.certainty {
          result.certainty = certainty
          result.hedge = sentence.string(hedge.tokens)
        }
      }
    }
  }

  /// "Migraine is often mistaken for …".
  private var isOnlyConfused: Bool {
    !sentence.all(.confusions, in: 0..<sentence.count).isEmpty
      && reader.namesFocus(0..<sentence.count)
  }

  typealias Ends = EndsReader.Ends

  var reader: EndsReader {
    EndsReader(sentence: sentence, focus: focus, capitals: capitals, context: context)
  }

  // MARK: Ends

  private func drafts(_ whole: RelationUse, _ result: inout Result) -> [Draft] {
    let use = withOccasion(withRisk(withOutcome(uncleft(whole))))
    let isMechanism = use.relation.predicate == .affects && use.relation.polarity == .unknown
    // "It is influenced by …" says of the condition itself what acts on it.
    let isOfFocus = use.relation.isReversed && reader.namesFocus(use.left)
    if isMechanism, !isOfFocus, context.role == nil || context.role == .definition {
      result.reason = "describes how something works, under no heading that says of what it is part"
      return []
    }
    if use.needsHeading, context.role != .effects {
      result.reason = "does not say of what it is the result"
      return []
    }
    // "… include the following and need a doctor's attention:" only announces a list.
    if sentence.tokens.last?.kind == .colon,
      (use.left.lowerBound..<sentence.count).contains(where: { sentence.isWord($0, "following") })
    {
      result.reason = "only announces what follows"
      return []
    }
    if use.needsNaming, context.role != .symptoms, !reader.namesFocus(0..<sentence.count) {
      result.reason = "does not say whose signs it lists"
      return []
    }
    var left = reader.ends(use.left, onlyLast: use.leftIsLastName, isSubject: true)
    if use.leftTouchesRelative { left.things.removeAll { !reader.ends($0, use.left) } }
    var right = reader.ends(use.right, onlyLast: false, isSubject: false)
    if left.things.isEmpty, !left.isFocus { left.things = causeOfWhole(use.left) }
    if let told = complement(use.left) { left = Ends(things: told) }
    if let told = complement(use.right) { right = Ends(things: told) }
    if use.needsPeople || use.isOfBearer {
      right.things = right.things.map(ChangeName(sentence: sentence, capitals: capitals).quality)
    }
    // "… of school, which is a sign": of what, it does not say.
    if use.isAboutCondition, use.leftIsLastName || use.leftTouchesRelative,
      use.relation.predicate == .hasPhenotype, context.role != .symptoms
    {
      result.reason = "does not say of what it is a sign"
      return []
    }
    if use.isAboutCondition, use.right.isEmpty || right.things.isEmpty && !right.isFocus {
      right = Ends(isFocus: true)
    }
    if !right.isFocus, right.things.isEmpty, reader.objectMeansFocus(use, left) {
      right = Ends(isFocus: true)
    }
    if use.isOfHeading {
      return loneStatements(
        use, left.things.isEmpty ? exemplified(use, left) : left, &result.reason)
    }
    if use.isOfProcess, right.isFocus, !left.isFocus {
      result.reason = "says what is done to the condition, not what brings it about"
      return []
    }
    if use.isOfLoss, left.isFocus {
      right.things = right.things.map { lost($0, isOfPatients: true) }
    }
    let changes = changes(causedBy: use)
    if let difficulties = difficulties(use) {
      right = Ends(things: difficulties)
    } else if !changes.isEmpty {
      right = Ends(things: changes)
    } else if !use.outcomes.isEmpty, !right.isLead {
      right.things = right.things.map { outcome($0, of: use) }
    }
    if use.isOfBearer, left.isFocus, endsWithOthers(use.left) { left = Ends() }
    if use.isOfBearer, !left.isFocus, !left.isOfPeople || !right.isFocus {
      return borne(use, left, right, &result.reason)
    }
    if use.needsPeople, !(use.relation.isReversed ? right : left).isOfPeople {
      result.reason = "speaks of no one who has a condition"
      return []
    }
    let subject = use.relation.isReversed ? right : left
    let object = use.relation.isReversed ? left : right
    if !object.isFocus, isCountered(use) {
      result.reason = "tells what is done against the condition, not what comes of it"
      return []
    }
    switch (subject.isFocus, object.isFocus) {
    case (true, false): return statements(use, focusIsSubject: true, subject, object)
    case (false, true):
      // "fewer attacks than …" compares.
      if object.isLessened, use.wholeRight.contains(where: { sentence.isWord($0, "than") }) {
        result.reason = "compares how much of the condition there is"
        return []
      }
      return statements(use, focusIsSubject: false, object, subject)
    case (true, true):
      // "A and the condition cause the condition": what is named beside it still counts.
      if !subject.things.isEmpty {
        return statements(use, focusIsSubject: false, object, Ends(things: subject.things))
      }
      result.reason = "names nothing beside the condition"
      return []
    case (false, false):
      let own = links(use, subject, object)
      result.links += own
      // "Classic migraine is caused by …": the cause is that type's.
      if !own.isEmpty, object.things.allSatisfy({ focus.isType($0, sentence.lexicon) }) {
        result.reason = nil
        return []
      }
      return headingStatements(use, subject, object, &result.reason)
    }
  }

  /// "Wheezing when exhaling, which is a sign of …": what "which" means is not the exhaling.
  private func withOccasion(_ use: RelationUse) -> RelationUse {
    let link = use.left.lowerBound - 1
    guard use.leftIsLastName || use.leftTouchesRelative, use.left.count <= 3, link > 0,
      sentence.isWord(link, "when") || sentence.isWord(link, "while"),
      sentence.isGerund(link + 1)
    else { return use }
    var start = link
    while start > 0, sentence.tokens[start - 1].isWordLike { start -= 1 }
    var whole = use
    whole.left = start..<use.left.upperBound
    return whole
  }

  // MARK: Statements that name the condition

  func statements(
    _ use: RelationUse, focusIsSubject: Bool, _ condition: Ends, _ other: Ends
  ) -> [Draft] {
    var drafts: [Draft] = []
    let relation = StatementRelation(
      use, focusIsSubject: focusIsSubject, isLessened: condition.isLessened,
      context)
    for thing in other.things {
      if focusIsSubject, thing.isPeople || isNothingNew(thing, use) { continue }
      if !focusIsSubject, use.relation.predicate == .hasPhenotype,
        sentence.tokens(in: thing.place).map(isOfRemedy) == true
      {
        continue
      }
      // A part of the body is neither a cause nor a sign; harm to it is an effect.
      if thing.isPlace,
        !focusIsSubject || relation.predicate(for: thing) != .affects
          || use.isMerelyAffecting(in: sentence)
      {
        continue
      }
      for (number, named) in thing.withMembers.enumerated() {
        var draft = draft(use, relation.predicate(for: named))
        draft.subject = focusIsSubject ? .focus : .thing(named)
        draft.object = focusIsSubject ? .thing(named) : .focus
        draft.polarity = relation.polarity
        draft.role = relation.role(of: named)
        draft.isOfPeople = condition.isOfPeople || other.isOfPeople
        draft.isOfMember = number > 0
        limit(&draft, of: named, use)
        drafts.append(draft)
      }
      drafts += memberships(thing, use, role: drafts.last?.role)
    }
    return drafts
  }

  /// "… this problem, as | some | do not see it": nobody who has the condition.
  private func endsWithOthers(_ range: Range<Int>) -> Bool {
    let last = range.last { index in
      sentence.tokens[index].isWordLike
        && !sentence.isCovered(index, by: .auxiliaries, .adverbs, .hedges, .denials)
    }
    guard let last, last > range.lowerBound else { return false }
    return ["some", "others", "many", "people", "you", "we", "they"].contains {
      (word: StaticString) in sentence.isWord(last, word)
    }
  }

  /// "nausea and, in some people, vomiting".
  private func limit(_ draft: inout Draft, of thing: NamedThing, _ use: RelationUse) {
    for limit in use.limits
    where sentence.textRange(limit.tokens).upperBound <= thing.place.lowerBound {
      guard limit.certainty < draft.certainty else { continue }
      draft.certainty = limit.certainty
      draft.hedge = sentence.string(limit.tokens)
    }
  }

  /// Each member of a group is said to belong to it.
  ///
  /// "Such as" states the membership flatly, whatever the sentence doubts; still the membership is
  /// given as firmly as its sentence and no firmer, so that no edge claims more than its quote. A
  /// hedge makes no prediction of it, and a denial does not deny it.
  func memberships(_ group: NamedThing, _ use: RelationUse, role: Role?) -> [Draft] {
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

  func draft(_ use: RelationUse, _ predicate: Predicate) -> Draft {
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
      object.things.filter { !$0.isPlace }.map { effect in
        var draft = draft(use, predicate)
        draft.subject = .thing(cause)
        draft.object = .thing(effect)
        draft.isLink = true
        draft.type = nil
        return draft
      }
    }
  }
}
