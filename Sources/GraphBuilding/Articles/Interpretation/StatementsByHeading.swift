internal import GraphModel

/// Statements that leave the condition to the heading that they stand under.
extension StatementReader {
  /// "Stress plays a part" under a heading that names causes, "Headaches are common" under one that
  /// names signs or effects: only the heading says of what.
  func loneStatements(
    _ use: RelationUse, _ subject: Ends, _ reason: inout String?
  ) -> [Draft] {
    // "Noise also plays a part", behind a statement of another cause.
    let isFurther =
      context.runningRole == .causes
      && use.phrase.contains {
        sentence.isWord($0, "also") || sentence.isWord($0, "another") || sentence.isWord($0, "too")
      }
    if !use.relation.isReversed {
      guard context.role == .causes || isFurther && context.role.map({ $0 == .definition }) ?? true
      else {
        reason = "does not say what it is a cause of"
        return []
      }
      if context.role == .causes { return headingStatements(use, subject, Ends(), &reason) }
      if subject.things.isEmpty || use.isNegated { return [] }
      var further = use
      further.relation.isReversed = false
      var drafts = statements(further, focusIsSubject: false, Ends(isFocus: true), subject)
      for index in drafts.indices where !drafts[index].isMembership {
        drafts[index].scope = .heading
      }
      return drafts
    }
    guard let role = context.role, [.effects, .symptoms, .diseases].contains(role),
      !use.isNegated, !subject.isLead, !subject.isFocus
    else {
      reason = "does not say of what it is an effect or a sign"
      return []
    }
    var shown = use
    shown.relation.isReversed = false
    shown.relation.predicate =
      role == .symptoms ? .hasPhenotype : role == .diseases ? .associatedWith : .causes
    return byHeading(shown, subject)
  }

  /// "Several factors may be involved, | such as stress and diet": the factors are named behind.
  func exemplified(_ use: RelationUse, _ left: Ends) -> Ends {
    guard !left.isFocus, !use.left.isEmpty, !reader.isPronoun(use.left),
      let group = Range<Int>.from(use.phrase.upperBound, to: sentence.count).lazy.compactMap({
        sentence.longest(.groups, at: $0)
      }).first, group.tokens.lowerBound <= use.phrase.upperBound + 1
    else { return left }
    let range = Range<Int>.from(group.tokens.upperBound, to: sentence.count)
    return reader.ends(range, onlyLast: false, isSubject: false)
  }

  /// "Towns face higher costs" under effects, "You may notice a rash" under symptoms: what is borne
  /// comes of the condition, by the heading. Whoever bears the condition is no cause of it.
  func borne(
    _ use: RelationUse, _ bearer: Ends, _ object: Ends, _ reason: inout String?
  ) -> [Draft] {
    // "Some have no symptoms, while | others have pain".
    let clause = use.left.last { index in
      sentence.tokens[index].kind == .comma || sentence.isWord(index, "while")
        || sentence.isWord(index, "but")
    }
    let left = Range<Int>.from(
      clause.map { $0 + 1 } ?? use.left.lowerBound, to: use.left.upperBound)
    guard let role = context.role, role == .effects || role == .symptoms, !use.isNegated,
      !object.isFocus, !object.isLessened, context.leads.isEmpty,
      !bearer.things.contains(where: { $0.category == .disease }),
      !isOnlyPossible(use),
      !left.contains(where: { sentence.isCovered($0, by: .denials, .exclusions) }),
      !["no", "few", "little", "neither", "only"].contains(where: { (word: StaticString) in
        sentence.isWord(use.right.lowerBound, word)
      })
    else {
      reason = "tells what someone bears, not of what that comes"
      return []
    }
    var shown = use
    shown.relation.predicate =
      use.isOfRisk ? .contributesTo : role == .effects ? .causes : .hasPhenotype
    var signs = object
    signs.things.removeAll(where: isExamination)
    if use.isOfLoss { signs.things = signs.things.map { lost($0) } }
    return byHeading(shown, signs)
  }

  /// "With treatment it is possible to lose weight": what can be reached, and not what comes.
  private func isOnlyPossible(_ use: RelationUse) -> Bool {
    let verb = Range<Int>.from(use.left.lowerBound, to: use.right.lowerBound)
    guard let to = verb.last(where: { sentence.isWord($0, "to") }) else { return false }
    return ["possible", "important", "easier", "easy", "best", "try", "trying", "aim", "helpful"]
      .contains { (word: StaticString) in sentence.isWord(to - 1, word) }
  }

  /// "lose their jobs": the loss of jobs.
  func lost(_ thing: NamedThing, isOfPatients: Bool = false) -> NamedThing {
    var lost = NamedThing(name: "loss of \(thing.name)", place: thing.place)
    lost.category = isOfPatients ? .phenotypicFeature : nil
    return lost
  }

  /// What is had done, and no sign: "You may have a blood test".
  private func isExamination(_ thing: NamedThing) -> Bool {
    if thing.category == .drug { return true }
    let words: Set<String> = [
      "test", "tests", "scan", "scans", "operation", "surgery", "examination", "treatment",
      "treatments", "x-ray", "x-rays", "appointment", "questions", "check-up", "procedure",
      "doctor", "gp", "specialist", "nurse", "dentist", "pharmacist", "physician", "improvement",
      "improvements", "results",
    ]
    let last = thing.name.spacedWords.last?.lowercased() ?? ""
    return words.contains(last)
  }

  /// "causes no disability", "have a normal life span", "symptoms of acute gout": what does not come,
  /// what everyone has, and the condition itself.
  func isNothingNew(_ thing: NamedThing, _ use: RelationUse) -> Bool {
    let name = thing.name.lowercased()
    let isSign = use.relation.predicate == .hasPhenotype
    return name.hasPrefix("normal ") || isSign && focus.isKind(thing.name)
      || !isSign && name.hasPrefix("no ")
  }

  /// The condition brings these things about, or shows itself in them, by the heading.
  private func byHeading(_ use: RelationUse, _ object: Ends) -> [Draft] {
    var drafts = statements(use, focusIsSubject: true, Ends(isFocus: true), object)
    for index in drafts.indices where !drafts[index].isMembership {
      drafts[index].scope = .heading
    }
    return drafts
  }

  /// What stands behind B, or is left out of it: "more pain | than …", "tension | but not …".
  private func beside(_ use: RelationUse) -> Range<Int> {
    let first = use.right.first { sentence.isCovered($0, by: .exclusions) }
    return .from(first ?? use.right.upperBound, to: use.wholeRight.upperBound)
  }

  /// "Painkillers can damage the stomach" under "Causes of ulcers": the heading says of what.
  func headingStatements(
    _ use: RelationUse, _ subject: Ends, _ object: Ends, _ reason: inout String?
  ) -> [Draft] {
    if context.role == .effects,
      use.left.contains(where: { sentence.isCovered($0, by: .occurrences, .episodes) })
    {
      // "…, leading to blindness" under "Outlook", of what attacks do.
      return effectStatements(use, object, &reason)
    }
    // "more pain than …", "… but not …", "…-like pain": no object, or the sentence would say so.
    let isLike = use.right.contains { sentence.hasSuffix($0, "-like") }
    if isLike || reader.namesFocus(beside(use)) {
      reason = "names the condition beside what it states"
      return []
    }
    if context.role == .effects, !isOfActor(use), !isOfRemedy(use.left) {
      let isOther =
        !context.leads.isEmpty
        && !object.things.contains { thing in
          context.leads.contains { LeadMatch($0, sentence.lexicon).isSame(thing) }
        }
      // Under a lead, only the lead and what it stands for are effects; the rest is mechanism. And
      // what something else brings about is no effect: "poor sleep causes fatigue".
      if !isOther, isOfFocus(use, subject) { return effectStatements(use, object, &reason) }
      if !isOther,
        isHarm(subject) || isComplication(subject) || !use.outcomes.isEmpty || followsHarm(use)
      {
        // What comes of a harm comes of the condition through it.
        var through = use
        if use.relation.predicate == .causes { through.relation.predicate = .contributesTo }
        return harms(use, subject) + effectStatements(through, object, &reason)
      }
    }
    // "This in turn leads to …", behind what the condition brings about.
    if context.role.map({ $0 == .definition }) ?? true, context.leads.isEmpty,
      context.followsEffect && reader.isPronoun(use.left)
        || context.runningRole == .effects && isHarm(subject)
    {
      return effectStatements(use, object, &reason)
    }
    guard let role = context.role, role == .causes || role == .protective else {
      reason = "names neither the condition nor, by its heading, anything of it"
      return []
    }
    // What lessens something is no cause for that: "early treatment prevents complications".
    let isLessening = role == .causes && use.relation.polarity == .decreases
    if role == .causes, use.relation.predicate == .associatedWith, !use.isNegated,
      subject.things.isEmpty, context.leads.isEmpty, reader.isPronoun(use.left),
      use.left.contains(where: { sentence.isWord($0, "it") })
    {
      var drafts = statements(use, focusIsSubject: true, Ends(isFocus: true), object)
      for index in drafts.indices where !drafts[index].isMembership {
        drafts[index].scope = .heading
        drafts[index].role = .cause
      }
      return drafts
    }
    if isOfActor(use) || isDefinition(use) || context.role == .effects && isOfRemedy(use.left) {
      reason = "tells what someone does, or what something is"
      return []
    }
    if role == .causes, sentence.namesOthers(use.right) {
      reason = "says what brings other things about"
      return []
    }
    if isOnlyLearning(use) {
      reason = "tells what is learned or done about the condition, not what brings it about"
      return []
    }
    if use.isNegated || isLessening || isDoneToFocus(use) || subject.things.isEmpty
      || role == .causes && isHelp(use)
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
    for thing in subject.things.compactMap({ deed(of: $0, use) }) {
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

  /// "The immune system destroys cells": no part of the body is a cause, but what it does.
  private func deed(of thing: NamedThing, _ use: RelationUse) -> NamedThing? {
    guard let tokens = sentence.tokens(in: thing.place), context.leads.isEmpty,
      thing.isPlace
    else { return thing }
    guard !use.relation.isReversed, tokens.lowerBound < use.phrase.lowerBound else { return nil }
    return ActionClause(sentence, in: .from(tokens.lowerBound, to: sentence.count))?.name(capitals)
  }

  /// "cooking kills germs", "a wide brush makes cleaning easier": no cause, whatever the heading.
  private func isHelp(_ use: RelationUse) -> Bool {
    let words: [StaticString] = ["kill", "kills", "killed", "killing", "easier", "safer"]
    return sentence.tokens.indices.contains { index in
      index >= use.phrase.lowerBound && words.contains { sentence.isWord(index, $0) }
    }
  }

  /// Whether what acts is the condition by another name, or a part of it: a pronoun, or a word of
  /// its name ("loud noise" of "noise pollution").
  private func isOfFocus(_ use: RelationUse, _ subject: Ends) -> Bool {
    if subject.things.isEmpty || subject.isLead { return true }
    if pointsBack(use) { return true }
    let words = Set(focus.label.lowercased().spacedWords.map { NameKey(String($0)) })
    let range = use.relation.isReversed ? use.right : use.left
    return range.contains { words.contains(NameKey(NameForm(sentence).text(of: $0..<$0 + 1))) }
  }

  /// "It damages vessels, which | can lead to strokes": the damage does.
  private func followsHarm(_ use: RelationUse) -> Bool {
    // "High levels damage the kidneys and | may cause seizures".
    let isShared = use.left.upperBound < use.phrase.lowerBound && !use.leftIsLastName
    guard isShared || sentence.isWord(use.phrase.lowerBound - 1, "which") else { return false }
    let start = isShared ? use.left.upperBound : 0
    return Range<Int>.from(start, to: use.phrase.lowerBound).contains { index in
      sentence.longest(.relations, at: index).map { !sentence.entry($0).names.isEmpty } ?? false
    }
  }

  /// "This exhaustion", "their departure": what was spoken of before.
  private func pointsBack(_ use: RelationUse) -> Bool {
    let backwards: [StaticString] = ["this", "these", "such", "their", "its"]
    guard !use.relation.isReversed, use.left.count <= 5,
      let first = use.left.first(where: { sentence.tokens[$0].isWordLike })
    else { return false }
    return backwards.contains { sentence.isWord(first, $0) }
  }

  /// "Damage to roads", "the loss of crops": under a heading for effects an effect itself.
  private func isHarm(_ subject: Ends) -> Bool {
    guard let thing = subject.things.first, let tokens = sentence.tokens(in: thing.place) else {
      return false
    }
    let first = (tokens.lowerBound - 1...tokens.lowerBound).contains {
      sentence.isCovered($0, by: .consequents)
    }
    if first { return true }
    guard let head = NameHead(tokens, sentence).token else { return false }
    return sentence.isPhrase(head..<head + 1, .harms)
  }

  /// "The loss of jobs can lead to hunger" under effects: the loss is one as well.
  private func harms(_ use: RelationUse, _ subject: Ends) -> [Draft] {
    guard isHarm(subject) || isComplication(subject), !subject.isLead, context.leads.isEmpty,
      !use.isNegated, !use.relation.isReversed
    else { return [] }
    var shown = use
    shown.relation.predicate = .contributesTo
    shown.relation.polarity = .increases
    var own = subject
    own.things = own.things.filter { isHarmItself($0) || $0.category == .disease }
    for index in own.things.indices { own.things[index].members = [] }
    return byHeading(shown, own)
  }

  /// "Diabetic retinopathy can cause blindness" under complications: a disease that is no one's who
  /// has it already.
  private func isComplication(_ subject: Ends) -> Bool {
    !subject.isOfPeople && !subject.isLead && context.leads.isEmpty && !subject.things.isEmpty
      && subject.things.allSatisfy { $0.category == .disease && !$0.isOfPeople }
  }

  /// "the loss of jobs", "displacement of farmers": what has come about, and not what is failed at.
  private func isHarmItself(_ thing: NamedThing) -> Bool {
    let words = thing.name.lowercased().spacedWords
    guard let first = words.first,
      words.dropFirst().first == "of" || words.dropFirst().first == "to"
    else { return false }
    let losses: [Substring] = [
      "loss", "damage", "destruction", "death", "deaths", "displacement", "collapse", "closure",
      "contamination", "degradation", "depletion", "disruption", "disturbance", "deterioration",
    ]
    return losses.contains(first) && !reader.namesFocus(sentence.tokens(in: thing.place) ?? 0..<0)
  }

  /// "Understanding the causes helps …", "Tackling the problem creates …".
  private func isOnlyLearning(_ use: RelationUse) -> Bool {
    guard let first = use.left.first(where: { sentence.tokens[$0].isWordLike }) else {
      return false
    }
    let words: [StaticString] = [
      "understanding", "knowing", "recognising", "recognizing", "identifying", "addressing",
      "tackling", "studying", "monitoring", "learning", "finding", "solving", "combating",
    ]
    return words.contains { sentence.isWord(first, $0) }
  }

  /// Whether what is done is done to what the condition's name speaks of: to silt, of silting.
  private func isDoneToFocus(_ use: RelationUse) -> Bool {
    guard use.isOfProcess else { return false }
    guard let head = focus.label.lowercased().spacedWords.last, head.count > 3 else {
      return false
    }
    return use.right.contains {
      sentence.string($0..<$0 + 1).lowercased().hasPrefix(head.prefix(4))
    }
  }

  /// "Long exposure to noise can lead to hearing loss" under "Effects of noise pollution": what
  /// comes about there is an effect, by the heading.
  private func effectStatements(
    _ use: RelationUse, _ object: Ends, _ reason: inout String?
  ) -> [Draft] {
    // "It threatens jobs", at the head of a paragraph.
    let isDone =
      use.relation.predicate == .affects && use.relation.polarity == .unknown
      && (use.left.contains { sentence.isWord($0, "it") } && reader.isPronoun(use.left)
        || pointsBack(use))
      && !use.isMerelyInfluence(in: sentence)
    guard use.relation.predicate.directness == .causal,
      use.relation.polarity == .increases || isDone, !use.isNegated, !object.isLessened,
      !object.things.isEmpty
    else {
      reason = "does not say that what it names comes about"
      return []
    }
    return byHeading(use, object)
  }
}
