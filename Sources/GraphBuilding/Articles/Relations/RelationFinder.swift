internal import GraphModel

/// Lays a sentence out in clauses: which words name the two ends of each relation, what it shares
/// with the relation before it, and how it is hedged and denied.
struct RelationFinder {
  let sentence: TaggedSentence
  let hedging: Hedging
  /// Where the condition is named by several words: a verb among them relates nothing.
  private let names: [Range<Int>]

  init(_ sentence: TaggedSentence, names: [Range<Int>] = []) {
    self.sentence = sentence
    self.names = names
    hedging = Hedging(sentence)
  }

  /// The statements of the sentence in reading order.
  ///
  /// - Complexity: O(tokens · relations).
  func find() -> [RelationUse] {
    let main = mainClause()
    let candidates = RelationCandidates(sentence: sentence).find(in: main).filter { candidate in
      !names.contains {
        $0.lowerBound <= candidate.tokens.lowerBound && candidate.tokens.upperBound <= $0.upperBound
      }
    }
    var uses: [RelationUse] = []
    var previousEnd = main.lowerBound
    var lastIndex: Int?
    for candidate in candidates {
      var use = RelationUse(
        relation: candidate.relation, left: previousEnd..<previousEnd,
        right: .from(candidate.tokens.upperBound, to: main.upperBound), phrase: candidate.tokens,
        clauseStart: previousEnd)
      if let end = candidate.rightEnd { use.right = .from(use.right.lowerBound, to: end) }
      use.needsPeople = candidate.entry.needsPeople && !candidate.isOfBearer
      use.isPurpose = candidate.isPurpose
      if case .verb = candidate.form { use.isOfHeading = candidate.entry.isOfHeading }
      use.isOfBearer = candidate.entry.isOfBearer || candidate.isOfBearer
      use.isSupposed = candidate.isOpen
      use.isOfProcess = candidate.entry.isOfProcess
      use.isOfLoss = candidate.entry.isOfLoss
      use.outcomes = candidate.entry.names
      switch candidate.form {
      case .verb:
        layVerb(&use, candidate, after: lastIndex, in: &uses, from: previousEnd)
      case .join(let middle):
        close(lastIndex, in: &uses, at: candidate.tokens.lowerBound)
        let first = sentence.longest(.joins, at: candidate.tokens.lowerBound)?.tokens.upperBound
        use.left = .from(first ?? middle, to: middle)
        use.right = .from(middle + 1, to: main.upperBound)
      case .complement(let verb, let rightStart):
        var start = auxiliariesStart(before: max(verb, previousEnd), from: previousEnd)
        // "may occur | as a complication of".
        if sentence.isWord(verb, "as"), start > previousEnd,
          sentence.isCovered(start - 1, by: .happenings)
        {
          start = auxiliariesStart(before: start - 1, from: previousEnd)
        }
        use.phrase = .from(start, to: rightStart)
        layLeft(
          &use, region: .from(previousEnd, to: start), after: lastIndex, in: &uses,
          isParticiple: false)
        use.right = .from(rightStart, to: main.upperBound)
        use.isAboutCondition = rightStart == candidate.tokens.upperBound
        if use.isAboutCondition, let start = gotten(behind: rightStart, main.upperBound) {
          use.right = start..<main.upperBound
          use.isAboutCondition = false
        }
        // "…, which is the second cause, earthquakes": nothing behind the comma is B.
        if use.isAboutCondition, rightStart < main.upperBound,
          sentence.tokens[rightStart].kind == .comma
        {
          use.right = rightStart..<rightStart
        }
        use.needsHeading = use.isAboutCondition && candidate.entry.isOfHeading
      case .owned(let verb):
        close(lastIndex, in: &uses, at: candidate.tokens.lowerBound)
        use.phrase = .from(auxiliariesStart(before: verb, from: previousEnd), to: verb + 1)
        layLeft(
          &use, region: .from(previousEnd, to: use.phrase.lowerBound), after: lastIndex, in: &uses,
          isParticiple: false)
        use.right = use.left
        use.left = .from(verb + 1, to: candidate.tokens.upperBound)
      case .listed(let verb, let list):
        close(lastIndex, in: &uses, at: candidate.tokens.lowerBound)
        let start = auxiliariesStart(before: verb, from: previousEnd)
        layLeft(
          &use, region: .from(previousEnd, to: start), after: lastIndex, in: &uses,
          isParticiple: false)
        use.right = use.left
        use.phrase = .from(start, to: list.upperBound)
        use.left = .from(list.upperBound, to: main.upperBound)
      case .subject(let verb, let rightStart):
        close(lastIndex, in: &uses, at: candidate.tokens.lowerBound)
        leaveOut(&use, candidate, rightStart)
        use.phrase = .from(candidate.tokens.lowerBound, to: verb.upperBound)
        use.left = .from(verb.upperBound, to: main.upperBound)
        if !use.isAboutCondition {
          // "signs of B | may also | include".
          use.right = .from(
            rightStart, to: auxiliariesStart(before: verb.lowerBound, from: rightStart))
        }
      }
      use.isSupposed = isSupposed(use) || use.isSupposed
      hedging.apply(to: &use, opener: 0..<main.lowerBound, before: lastIndex.map { uses[$0] })
      // "cases that are not caused by A": not said of all.
      if use.isNegated, use.leftIsLastName, use.phrase.lowerBound > 0,
        sentence.isWord(use.phrase.lowerBound - 1, "that")
      {
        use.isSupposed = true
      }
      uses.append(use)
      lastIndex = uses.count - 1
      previousEnd = max(previousEnd, use.phrase.upperBound)
    }
    if uses.isEmpty, let use = listedSigns(main) { uses.append(use) }
    if uses.isEmpty,
      var use = MutualStatement(sentence: sentence, clause: main).find()
        ?? OccasionStatement(sentence: sentence, clause: main).find()
    {
      use.isSupposed = isSupposed(use)
      hedging.apply(to: &use, opener: 0..<main.lowerBound, before: nil)
      uses.append(use)
    }
    if uses.allSatisfy({ $0.isOfHeading || $0.isOfBearer }),
      var use = AdjunctStatement(sentence: sentence, start: 0).find()
    {
      use.isSupposed = isSupposed(use)
      hedging.apply(to: &use, opener: 0..<main.lowerBound, before: nil)
      uses = [use]
    }
    uses = uses.flatMap(withConsequences)
    for index in uses.indices { ListedEnd(sentence).apply(to: &uses[index]) }
    uses = uses.flatMap(contrasted).flatMap(ListedEnd(sentence).behindRelative)
    shareObjects(&uses)
    resolvePronouns(&uses)
    hedging.limit(&uses, opener: 0..<main.lowerBound)
    hedging.applyTrailing(to: &uses)
    Retraction(sentence).apply(to: &uses, in: main)
    for index in uses.indices { trimSubordinates(&uses[index]) }
    return uses
  }

  /// "one of the reasons why people develop | B": where B begins.
  private func gotten(behind start: Int, _ end: Int) -> Int? {
    let verb = Range<Int>.from(start, to: min(end, start + 5)).lazy.compactMap {
      sentence.longest(.gettings, at: $0, before: end)
    }.first
    guard let verb, verb.tokens.lowerBound > start, verb.tokens.upperBound < end,
      Range<Int>.from(start, to: verb.tokens.lowerBound).allSatisfy({
        sentence.tokens[$0].kind == .word
      })
    else { return nil }
    return verb.tokens.upperBound
  }

  /// Whether a noun leaves B out: "Common causes are", "The effects on fish are".
  private func leaveOut(
    _ use: inout RelationUse, _ candidate: RelationCandidate, _ rightStart: Int
  ) {
    let isOn = sentence.isWord(rightStart - 1, "on") && candidate.relation.isReversed
    guard rightStart == candidate.tokens.upperBound || isOn else { return }
    use.isAboutCondition = true
    use.needsHeading = candidate.entry.isOfHeading || isOn
    use.right = rightStart..<rightStart
  }

  /// "has consequences for lakes, including the loss of fish": what is listed are the consequences,
  /// and not the lakes.
  private func withConsequences(_ use: RelationUse) -> [RelationUse] {
    var use = use
    if let colon = use.left.last(where: { sentence.tokens[$0].kind == .colon }),
      colon + 1 < use.left.upperBound
    {
      use.left = colon + 1..<use.left.upperBound
    }
    let nouns: [StaticString] = [
      "consequences", "implications", "effects", "impacts", "repercussions", "effect", "impact",
    ]
    guard !use.relation.isReversed,
      use.phrase.contains(where: { index in nouns.contains { sentence.isWord(index, $0) } }),
      let group = use.right.first(where: { sentence.longest(.groups, at: $0) != nil }),
      group > 0, sentence.tokens[group - 1].kind == .comma,
      let match = sentence.longest(.groups, at: group, before: use.right.upperBound)
    else { return [use] }
    var (whole, listed) = (use, use)
    whole.right = .from(use.right.lowerBound, to: group - 1)
    listed.right = .from(match.tokens.upperBound, to: use.right.upperBound)
    listed.relation.predicate = .causes
    listed.relation.polarity = .increases
    return [whole, listed]
  }

  /// "… is caused not by A but by B": what stands behind "but" and the same preposition holds.
  private func contrasted(_ use: RelationUse) -> [RelationUse] {
    let last = use.phrase.upperBound - 1
    guard use.relation.isReversed, use.isNegated, use.phrase.count > 1,
      let but = use.right.first(where: { sentence.isWord($0, "but") }),
      sentence.isWord(last, "by") && sentence.isWord(but + 1, "by")
        || sentence.isWord(last, "to") && sentence.isWord(but + 1, "to")
        || sentence.isWord(last, "from") && sentence.isWord(but + 1, "from")
    else { return [use] }
    var (denied, stated) = (use, use)
    denied.right = .from(use.right.lowerBound, to: but)
    stated.right = .from(but + 2, to: use.right.upperBound)
    stated.isNegated = false
    return [denied, stated]
  }

  /// Whether the sentence opens with "if" and a statement, which it so only supposes.
  var opensWithSupposition: Bool {
    let opener = 0..<mainClause().lowerBound
    guard let first = opener.first(where: { sentence.tokens[$0].isWordLike }), isCondition(first)
    else { return false }
    return opener.contains { statesSomething($0, before: opener.upperBound) }
  }

  /// "…, with further symptoms such as A and B": what is listed belongs to the condition, where a
  /// sentence with no other statement names it.
  private func listedSigns(_ main: Range<Int>) -> RelationUse? {
    for match in sentence.all(.nouns, in: main) {
      let entry = sentence.entry(match)
      guard let relation = entry.relation, relation.predicate == .hasPhenotype else { continue }
      let before = match.tokens.lowerBound - 1
      // "Digestive symptoms such as …" is a name of its own.
      let isBare =
        before < main.lowerBound || sentence.tokens[before].kind != .word
        || sentence.isCovered(before, by: .leadIns, .auxiliaries, .adverbs)
        || sentence.isWord(before, "and") || sentence.isWord(before, "with")
      var next = match.tokens.upperBound
      if next < main.upperBound, sentence.tokens[next].kind == .comma { next += 1 }
      guard isBare, let group = sentence.longest(.groups, at: next, before: main.upperBound) else {
        continue
      }
      var use = RelationUse(
        relation: relation, left: .from(group.tokens.upperBound, to: main.upperBound),
        right: group.tokens.upperBound..<group.tokens.upperBound, phrase: match.tokens,
        clauseStart: match.tokens.lowerBound)
      use.isAboutCondition = true
      use.needsNaming = true
      use.isSupposed = Brackets(.from(main.lowerBound, to: before + 1), sentence).outside
        .contains(where: isCondition)
      hedging.apply(to: &use, opener: 0..<main.lowerBound, before: nil)
      return use
    }
    return nil
  }

  // MARK: Subjects

  private func layVerb(
    _ use: inout RelationUse, _ candidate: RelationCandidate, after last: Int?,
    in uses: inout [RelationUse], from previousEnd: Int
  ) {
    let start = auxiliariesStart(
      before: max(candidate.tokens.lowerBound, previousEnd), from: previousEnd)
    use.phrase = .from(start, to: candidate.tokens.upperBound)
    let word = candidate.tokens.lowerBound
    let isParticiple =
      start == word && (sentence.hasSuffix(word, "ing") || candidate.relation.isReversed)
    layLeft(
      &use, region: .from(previousEnd, to: start), after: last, in: &uses,
      isParticiple: isParticiple)
  }

  /// Decides what of the words between two relations belongs to the first and what to the second.
  private func layLeft(
    _ use: inout RelationUse, region: Range<Int>, after last: Int?,
    in uses: inout [RelationUse], isParticiple: Bool
  ) {
    var end = region.upperBound
    guard let last else {
      if end > region.lowerBound, isRelative(end - 1) {
        use.leftIsLastName = true
        use.leftTouchesRelative =
          sentence.isWord(end - 1, "which") && end - 2 >= region.lowerBound
          && sentence.tokens[end - 2].kind == .comma
        end -= 1
      }
      use.left = subject(.from(region.lowerBound, to: end))
      return
    }
    // A participle behind a comma speaks of what the sentence is about: ", causing …".
    let trailing = end > region.lowerBound ? end - 1 : nil
    if trailing == nil || isJoint(end - 1) {
      while end > region.lowerBound, isJoint(end - 1) { end -= 1 }
      share(&use, with: last, in: &uses, rightEnd: end)
    } else if sentence.isWord(end - 1, "which"), end - 2 >= region.lowerBound,
      sentence.tokens[end - 2].kind == .comma, !use.relation.isReversed,
      isProcess(uses[last], before: end - 1)
    {
      // "damages soils, which leads to erosion": the damage does.
      share(&use, with: last, in: &uses, rightEnd: end - 2)
    } else if isRelative(end - 1) {
      end -= 1
      close(last, in: &uses, at: end)
      let named = nearest(uses[last])
      use.left = named.isEmpty ? .from(region.lowerBound, to: end) : named
      use.leftIsLastName = true
    } else if isParticiple, !use.relation.isReversed, isProcess(uses[last], before: end) {
      // "weakening the slope leading to landslides": what acts leads to them, not what suffers it.
      share(&use, with: last, in: &uses, rightEnd: end)
    } else if isParticiple {
      close(last, in: &uses, at: end)
      use.left = region
      use.leftIsLastName = true
    } else if isRestricted(uses[last]), clauseBoundary(region) == nil {
      // "Policies that favour cars lead to sprawl": the policies do both.
      share(&use, with: last, in: &uses, rightEnd: end)
    } else if uses[last].isPurpose, clauseBoundary(region) == nil,
      let subject = subject(ofPurpose: uses[last])
    {
      // "Smoking to relieve stress leads to gout": the smoking does.
      close(last, in: &uses, at: end)
      use.left = subject
      use.leftIsLastName = uses[last].leftIsLastName
    } else {
      let boundary = clauseBoundary(region)
      close(last, in: &uses, at: boundary ?? end)
      let start = boundary.map { $0 + 1 } ?? region.lowerBound
      use.left = .from(leftStart(.from(min(start, end), to: end)), to: end)
      use.clauseStart = min(start, end)
    }
  }

  /// What a purpose is of: "drugs | for lowering pressure", "plans | aimed at reducing traffic".
  private func subject(ofPurpose use: RelationUse) -> Range<Int>? {
    guard use.left.upperBound <= use.phrase.upperBound else { return nil }
    let links: [StaticString] = ["to", "for", "at", "aimed", "designed", "intended", "meant"]
    var end = min(use.left.upperBound, use.phrase.lowerBound)
    while end > use.left.lowerBound, links.contains(where: { sentence.isWord(end - 1, $0) }) {
      end -= 1
    }
    return end > use.left.lowerBound ? use.left.lowerBound..<end : nil
  }

  /// Says that B suffers something, or goes down.
  private func isProcess(_ use: RelationUse, before end: Int) -> Bool {
    var use = use
    if use.right.upperBound > end { use.right = .from(use.right.lowerBound, to: end) }
    if objectClause(use) != nil { return true }
    return use.relation.predicate == .affects && use.relation.polarity != .increases
      && !use.relation.isReversed
  }

  /// "policies that favour cars": the clause is a part of its subject's name.
  private func isRestricted(_ use: RelationUse) -> Bool {
    let relative = use.phrase.lowerBound - 1
    guard use.leftIsLastName, use.left.upperBound == relative, !use.left.isEmpty else {
      return false
    }
    return isRelative(relative)
  }

  /// The relation has the same subject as the one before it.
  private func share(
    _ use: inout RelationUse, with last: Int, in uses: inout [RelationUse], rightEnd: Int
  ) {
    close(last, in: &uses, at: rightEnd)
    use.left = uses[last].left
    use.leftIsLastName = uses[last].leftIsLastName
    use.isPurpose = use.isPurpose || uses[last].isPurpose
  }

  /// Ends what stands for B, or for A behind the verb, in the relation before.
  private func close(_ last: Int?, in uses: inout [RelationUse], at end: Int) {
    guard let last else { return }
    if uses[last].right.upperBound > end {
      uses[last].right = .from(min(uses[last].right.lowerBound, end), to: end)
    }
    if uses[last].left.upperBound > end {
      uses[last].left = .from(min(uses[last].left.lowerBound, end), to: end)
    }
  }

  /// "can cause or worsen asthma": the first verb has the object of the second.
  private func shareObjects(_ uses: inout [RelationUse]) {
    for index in uses.indices.dropLast().reversed() where uses[index].right.isEmpty {
      if !uses[index].isAboutCondition { uses[index].right = uses[index + 1].right }
    }
  }
}
