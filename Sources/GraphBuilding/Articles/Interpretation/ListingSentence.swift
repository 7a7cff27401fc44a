internal import GraphModel

/// What the sentence before leaves to be listed: "Some medicines can cause X. These include A and
/// B", "There are several causes. Examples are A and B".
struct OpenListing {
  /// What the sentence before states of a group, of which members may follow.
  var group: Draft?
  /// What the things that it announces are.
  var role: SectionRole?

  /// - Parameters:
  ///   - drafts: what the sentence states.
  ///   - isAboutFocus: whether it names the condition, or goes on speaking of it.
  init(
    _ sentence: TaggedSentence, drafts: [Draft], isAboutFocus: Bool, section: SectionRole?
  ) {
    let last = drafts.last { !$0.isMembership && !$0.isOfMember }
    if let last, let thing = last.thing, thing.isGroupLike, thing.members.isEmpty, !last.isNegated,
      drafts.filter({ !$0.isMembership }).count == 1
    {
      group = last
    }
    guard drafts.isEmpty, let told = SectionOutline.classify(sentence).role, told.hasLeads,
      isAboutFocus || told == section,
      sentence.all(.denials, in: 0..<sentence.count).isEmpty
    else { return }
    role = told
  }
}

extension StatementReader {
  /// "These include A and B", "Examples are A and B", "There may also be A".
  func listed(_ result: Result) -> [Draft] {
    guard !result.withholds, sentence.all(.denials, in: 0..<sentence.count).isEmpty,
      sentence.all(.halfDenials, in: 0..<sentence.count).isEmpty
    else { return [] }
    if let start = existentialStart {
      guard context.role == .effects || context.role == .symptoms, context.leads.isEmpty,
        let role = context.role
      else { return [] }
      return listed(things(start), role, result)
    }
    if let start = kindStart, let role = context.role { return listed(things(start), role, result) }
    guard let start = listStart, context.leads.isEmpty else { return [] }
    let things = things(start)
    if let group = context.listing?.group { return members(things, of: group, result) }
    guard let role = context.listing?.role ?? context.role, role.hasLeads, role != .types else {
      return []
    }
    return listed(things, role, result)
  }

  /// "They contain lead", under a cause: what the cause holds is a part of it.
  func holdings(_ result: Result) -> [Draft] {
    guard context.role == .causes, context.leads.count == 1, !result.withholds,
      let verb = sentence.all(.holders, in: 0..<sentence.count).first,
      reader.isPronoun(0..<verb.tokens.lowerBound)
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

  private func things(_ start: Int) -> [NamedThing] {
    MentionParser(sentence).parse(.from(start, to: sentence.count))
      .filter { !$0.names.contains(where: focus.isNamed) }
  }

  func listed(
    _ things: [NamedThing], _ role: SectionRole, _ result: Result
  ) -> [Draft] {
    let statement = HeadingStatement(role: role, heading: context.heading)
    return things.flatMap(\.withMembers).compactMap {
      statement.draft($0, quote: quote, certainty: result.certainty, hedge: result.hedge)
    }
  }

  private func members(_ things: [NamedThing], of group: Draft, _ result: Result) -> [Draft] {
    guard let whole = group.thing else { return [] }
    return things.flatMap { thing -> [Draft] in
      var own = group.about(thing)
      own.quote = .from(group.quote.lowerBound, to: quote.upperBound)
      own.isOfMember = true
      if result.certainty < own.certainty {
        (own.certainty, own.hedge) = (result.certainty, result.hedge)
      }
      var membership = Draft(
        subject: .thing(thing), predicate: .subclassOf, object: .thing(whole),
        certainty: .established, scope: .sentence, quote: own.quote, section: context.heading)
      membership.role = own.role
      return [own, membership]
    }
  }

  /// Behind "These include", "They can also be", "Common examples are".
  private var listStart: Int? {
    var index = sentence.tokens.firstIndex(where: \.isWordLike) ?? 0
    let pronouns: [StaticString] = ["these", "they", "those", "others", "some"]
    var isExample = false
    if pronouns.contains(where: { sentence.isWord(index, $0) }) {
      index += 1
    } else {
      while sentence.isCovered(index, by: .leadIns, .adverbs) { index += 1 }
      guard sentence.isWord(index, "examples") || sentence.isWord(index, "example") else {
        return nil
      }
      isExample = true
      index += 1
    }
    while sentence.isCovered(index, by: .hedges, .adverbs)
      || ["can", "will", "also", "often"].contains(where: { (word: StaticString) in
        sentence.isWord(index, word)
      })
    {
      index += 1
    }
    let verbs: [StaticString] = ["include", "includes", "range"]
    if verbs.contains(where: { sentence.isWord(index, $0) }) { return index + 1 }
    let copulas: [StaticString] = ["is", "are", "be"]
    return isExample && copulas.contains { sentence.isWord(index, $0) } ? index + 1 : nil
  }

  /// Behind "Common stressors include", under a heading that says what these are: things of no
  /// other kind, such as treatments.
  private var kindStart: Int? {
    guard [.causes, .symptoms, .effects].contains(context.role),
      let verb = sentence.tokens.indices.prefix(8).first(where: { sentence.isWord($0, "include") }),
      verb > 0
    else { return nil }
    var end = verb
    while end > 0, sentence.isCovered(end - 1, by: .adverbs, .hedges, .auxiliaries) { end -= 1 }
    let group = 0..<end
    guard let last = group.last, sentence.isPlural(last),
      group.allSatisfy({ index in
        sentence.tokens[index].kind == .word
          && !sentence.isCovered(index, by: .subordinators, .relations, .pronouns)
      }), !reader.namesFocus(group)
    else { return nil }
    let tokens = Array(sentence.tokens[group])
    let told = SectionOutline.classify(
      TaggedSentence(tokens, text: sentence.text, lexicon: sentence.lexicon)
    ).role
    let isKind = told == nil || told == context.role
    let isLead =
      context.leads.isEmpty
      || context.leads.contains { lead in
        MentionParser(sentence).parse(group).contains(
          where: LeadMatch(lead, sentence.lexicon).isSame)
      }
    return isKind && isLead ? verb + 1 : nil
  }

  /// Behind "There may also be", "There is often".
  private var existentialStart: Int? {
    var index = sentence.tokens.firstIndex(where: \.isWordLike) ?? 0
    guard sentence.isWord(index, "there") else { return nil }
    index += 1
    var isMarked = false
    let verbs: [StaticString] = ["is", "are", "be", "can", "will"]
    while index < sentence.count {
      let isVerb = verbs.contains { sentence.isWord(index, $0) }
      let isMark = sentence.isCovered(index, by: .hedges, .adverbs) || sentence.isWord(index, "can")
      guard isVerb || isMark else { break }
      isMarked = isMarked || isMark
      index += 1
    }
    // "There is less food", "There is an increase in": a change by itself.
    let risk = (index..<index + 4).first(where: isRisk)
    if let risk { return riskEnd(risk) }
    let changes: [StaticString] = [
      "less", "fewer", "more", "increase", "rise", "drop", "decline", "loss", "fall", "lack",
    ]
    isMarked =
      isMarked
      || changes.contains { word in
        sentence.isWord(index, word)
          || sentence.isWord(index + 1, word)
            && (sentence.isWord(index, "a") || sentence.isWord(index, "an"))
      }
    return isMarked && index > 1 ? index : nil
  }
}
