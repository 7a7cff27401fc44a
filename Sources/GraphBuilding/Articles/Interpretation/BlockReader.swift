internal import GraphModel

/// Reads one paragraph, item or cell: its lead, its sentences, and what the lead has to do with
/// them.
struct BlockReader {
  let article: ArticleText
  let focus: Focus
  let capitals: Capitals

  struct Result {
    var drafts: [Draft] = []
    var links: [Draft] = []
    var skipped: [(quote: Range<Int>, reason: String)] = []
    /// Whether its last sentence speaks of the condition.
    var endsWithFocus = true
    /// What the block names first: its leads, or the names of a bare list. Items below belong to
    /// it.
    var named: [NamedThing] = []
    var firmness = Firmness()
  }

  /// Sentences of more tokens are no sentences.
  private static let longestSentence = 400

  /// - Complexity: O(tokens · relations of a sentence).
  func read(_ block: Int, _ outer: ReadingContext) -> Result {
    var context = outer
    var result = Result()
    let tokens = article.blockTokens[block]
    guard let first = tokens.first else { return result }
    var rest = first
    var hasLead = false
    // Whether its text names things without a verb; where nothing tells, its layout does.
    var isList: Bool?
    if let question = question(tokens) {
      context = ReadingContext(role: question.role, heading: question.heading)
      rest = question.rest
      isList = true
    } else if let lead = LeadFinder(article: article)
      .find(in: block, isUnderRole: context.role?.hasLeads == true && context.leads.isEmpty)
    {
      let sentence = article.tagged(lead.tokens)
      var things = named(by: sentence, context.role)
        .filter { !$0.names.contains(where: focus.isNamed) }
        .map { capitals.lowered($0, at: .title) }
      let section = SectionOutline.classify(sentence)
      if things.isEmpty, let role = section.role {
        // "Symptoms: …" within a paragraph is a heading.
        context = ReadingContext(role: role, heading: sentence.string(0..<sentence.count))
        rest = lead.rest
        isList = true
      } else if let role = subheading(sentence, things, under: context.role) {
        // "Economic impact: …" only says of what kind the effects are that follow.
        context.role = role
        rest = lead.rest
        isList = isBareList(firstName(rest..<tokens.upperBound))
      } else if !things.isEmpty {
        if things.count == 1, focus.isKind(things[0].name), context.mayNameTypes {
          context.role = .types
        }
        if context.role == .types, things.count == 1 {
          let text = article.document.string(article.document.blocks[block].text)
          things[0] = TypeName(focus, capitals, article.lexicon).complete(things[0], text: text)
        }
        context.leads = things
        result.named = things
        rest = lead.rest
        hasLead = true
      }
    }
    if context.role == .other || context.role == .references { return result }
    let sentences = SentenceSplitter(lexicon: article.lexicon).split(
      article.tokens, rest..<tokens.upperBound, article.document.text)
    let namesThings = isList ?? (isListBlock(block) || context.isListed)
    readSentences(sentences, context, isList: namesThings, hasLead: hasLead, &result)
    if hasLead, let role = context.role {
      let end = sentences.first.map { article.textRange($0).upperBound }
      let lead = article.tokens[first].start
      let quote = lead..<(end ?? article.textRange(tokens).upperBound)
      LeadReader(lexicon: article.lexicon, role: role, context: context, quote: quote)
        .read(&result.drafts, result.firmness)
    } else if !context.leads.isEmpty {
      LeadReader.merge(context.leads, into: &result.drafts, article.lexicon)
    }
    LeadReader.dropRepetitions(&result.drafts)
    context.hedge?.limit(&result.drafts)
    for index in result.drafts.indices { result.drafts[index].orient(under: context.role) }
    return result
  }

  /// What a lead names; at its head, those at risk are named themselves.
  func named(by lead: TaggedSentence, _ role: SectionRole?) -> [NamedThing] {
    let people = role == .causes ? People.named(in: lead, 0..<lead.count) : []
    if !people.isEmpty { return people }
    let things = MentionParser(lead).parse(0..<lead.count)
    // "Working through breaks": no kind of work, but that.
    guard let role, things.count == 1, lead.isGerund(0), lead.count > 2,
      !things[0].name.utf8.contains(0x20), things[0].members.isEmpty
    else { return things }
    let activities = ItemPhrase(lead, role: role, opening: nil).activities()
    return activities.isEmpty ? things : activities
  }

  /// Up to the first comma: "aches, cramps that do not ease" begins with a name.
  private func firstName(_ tokens: Range<Int>) -> Range<Int> {
    let comma = tokens.first { article.tokens[$0].kind == .comma }
    return .from(tokens.lowerBound, to: comma ?? tokens.upperBound)
  }

  /// Nothing but names: no verb that is known stands in it.
  private func isBareList(_ tokens: Range<Int>) -> Bool {
    let words = article.tagged(tokens)
    // "Towns depend on it." has no comma either.
    if words.tokens.last?.kind == .stop, words.tokens.count(where: { $0.kind == .comma }) < 2 {
      return false
    }
    return !words.tokens.indices.contains {
      words.isCovered($0, by: .clauseWords, .actions, .relations, .gettings, .havings, .pronouns)
    }
  }

  /// The role of a lead that names no cause or effect itself, but what kind of them follows:
  /// "Economic impact", "Health consequences", "Environmental causes", "Historical context".
  private func subheading(
    _ lead: TaggedSentence, _ things: [NamedThing], under role: SectionRole?
  ) -> SectionRole? {
    guard let role, role.hasLeads, role != .types else { return nil }
    if lead.namesOnlyAreas(under: role) { return role }
    guard things.count == 1, lead.count <= 4,
      let last = lead.tokens.indices.last(where: { lead.tokens[$0].kind == .word }),
      lead.isPhrase(last..<last + 1, .subheadings)
    else { return nil }
    let own = SectionOutline.classify(lead).role
    return own.map { $0.hasLeads && $0 != .types ? $0 : role } ?? role
  }

  /// "What are the symptoms? Thirst and tiredness": a question that is the heading of its answer,
  /// with or without "Q:" and "A:".
  private func question(
    _ tokens: Range<Int>
  ) -> (role: SectionRole, heading: String, rest: Int)? {
    guard
      let first = SentenceSplitter(lexicon: article.lexicon)
        .split(article.tokens, tokens, article.document.text).first,
      first.count <= 20, first.upperBound < tokens.upperBound
    else { return nil }
    let sentence = article.tagged(first)
    guard sentence.isQuestion, let role = SectionOutline.classify(sentence).role else { return nil }
    var rest = first.upperBound
    let words = article.tagged(.from(rest, to: min(rest + 2, tokens.upperBound)))
    if words.isWord(0, "a") || words.isWord(0, "answer"), words.count == 2,
      words.tokens[1].kind == .colon
    {
      rest += 2
    }
    return (role, sentence.string(0..<sentence.count), rest)
  }

  private func readSentences(
    _ sentences: [Range<Int>], _ outer: ReadingContext, isList: Bool, hasLead: Bool,
    _ result: inout Result
  ) {
    var context = outer
    var listedDrafts: [Draft] = []
    defer {
      result.endsWithFocus = context.followsFocus
      // "Milk. It does not cause hives."
      if !result.firmness.isDenied || result.firmness.isSupported {
        result.drafts = listedDrafts + result.drafts
      } else if let first = listedDrafts.first {
        result.skipped.append((first.quote, Firmness.reason))
      }
    }
    for (number, range) in sentences.enumerated() {
      let quote = article.textRange(range)
      if range.count > Self.longestSentence {
        result.skipped.append((quote, "is longer than \(Self.longestSentence) words"))
        continue
      }
      let sentence = article.tagged(range)
      if number > 0, let role = sentence.askedRole { context.turn(to: role, sentence) }
      if context.role == .other {
        result.skipped.append((quote, "answers a question of which nothing is read"))
        continue
      }
      var read = StatementReader(
        sentence: sentence, focus: focus, capitals: capitals, context: context, quote: quote
      ).read()
      if let signs = furtherSigns(sentence, read, context, quote) { read = signs }
      context.followsSigns = context.followsSigns || tellsSigns(read)
      let namesFocus = focus.isNamed(in: sentence)
      result.firmness.add(firmness(of: sentence, read, context, namesFocus: namesFocus))
      result.links += read.links
      context.followsFocus = namesFocus || speaksOfFocus(sentence, after: context)
      let role = Self.role(of: read.drafts)
      if let role { context.runningRole = role }
      context.followsEffect = role == .effects
      context.last = read.drafts.last { !$0.isMembership && !$0.isLink && !$0.isOfMember }
      context.listing = OpenListing(
        sentence, drafts: read.drafts, isAboutFocus: context.followsFocus, section: context.role)
      if !read.drafts.isEmpty {
        result.drafts += read.drafts
        continue
      }
      let fragments =
        number == 0 && (isList || hasLead)
        ? ListedReader(
          sentence: sentence, focus: focus, capitals: capitals, context: context, quote: quote,
          hasLead: hasLead
        ).drafts(read) : []
      if fragments.isEmpty {
        result.skipped.append((quote, read.reason ?? "states nothing about the condition"))
      } else {
        listedDrafts = fragments
        // "Blockages. Kidney stones can trap urine. This …": what follows is about the item.
        if isList, !hasLead {
          context.leads = fragments.compactMap { $0.isOfMember ? nil : $0.thing }
        }
        if result.named.isEmpty { result.named = fragments.compactMap(\.thing) }
      }
    }
  }

  /// "Some patients may also have cramps", behind "Its symptoms are …" and under no heading that says
  /// what is told: it goes on with the signs.
  private func furtherSigns(
    _ sentence: TaggedSentence, _ read: StatementReader.Result, _ context: ReadingContext,
    _ quote: Range<Int>
  ) -> StatementReader.Result? {
    guard context.followsSigns, context.leads.isEmpty, read.drafts.isEmpty,
      !sentence.isAny(0, ["this", "these", "that", "those"]),
      context.role.map({ $0 == .definition }) ?? true, !read.withholds,
      sentence.all(.remedies, in: 0..<sentence.count).isEmpty
    else { return nil }
    var signs = context
    signs.role = .symptoms
    let further = StatementReader(
      sentence: sentence, focus: focus, capitals: capitals, context: signs, quote: quote
    ).read()
    let areSigns = further.drafts.allSatisfy { $0.isMembership || $0.predicate == .hasPhenotype }
    return areSigns ? further : nil
  }

  /// Whether a sentence says of the condition how it shows itself.
  private func tellsSigns(_ read: StatementReader.Result) -> Bool {
    read.drafts.contains { draft in
      draft.predicate == .hasPhenotype && draft.subject.thing == nil && !draft.isNegated
        && draft.object.thing?.category != .disease
    }
  }

  /// How firmly a sentence speaks of what its item is headed by.
  private func firmness(
    of sentence: TaggedSentence, _ read: StatementReader.Result, _ context: ReadingContext,
    namesFocus: Bool
  ) -> Firmness {
    guard !context.leads.isEmpty else { return Firmness(read) }
    return Firmness(
      read, leads: context.leads, role: context.role, lexicon: article.lexicon,
      isAboutLead: context.isAboutLeads || isAboutLead(sentence, context.leads),
      isAboutFocus: context.isAboutLeads || namesFocus, mayMeanLead: mayMeanLead(sentence),
      isDoubtful: !sentence.all(.doubts, in: 0..<sentence.count).isEmpty,
      isUnsettled: sentence.tokens.indices.contains { sentence.isWord($0, "whether") },
      isUndecided: !sentence.all(.undecided, in: 0..<sentence.count).isEmpty)
  }

  /// What a sentence states: causes, or what follows from the condition.
  private static func role(of drafts: [Draft]) -> SectionRole? {
    guard let draft = drafts.last(where: { !$0.isMembership && !$0.isNegated }),
      draft.predicate.directness == .causal
    else { return nil }
    return draft.role == .cause ? .causes : draft.object.thing != nil ? .effects : nil
  }

  /// Speaks of the condition by a noun that means it, or begins with a pronoun that goes on speaking
  /// of it.
  private func speaksOfFocus(_ sentence: TaggedSentence, after context: ReadingContext) -> Bool {
    if !sentence.all(.conditionNouns, in: 0..<sentence.count).isEmpty { return true }
    guard let first = sentence.tokens.firstIndex(where: \.isWordLike) else { return false }
    let pronouns: [StaticString] =
      focus.isPlural ? ["they", "these", "it", "this"] : ["it", "this"]
    return context.followsFocus && pronouns.contains { sentence.isWord(first, $0) }
  }

  /// Has a pronoun, or begins without a subject of its own: "There is no …", "No evidence".
  private func mayMeanLead(_ sentence: TaggedSentence) -> Bool {
    let pronouns: [StaticString] = ["it", "this", "they", "them", "these", "that", "one"]
    let openings: [StaticString] = ["there", "no", "not", "never", "unlikely", "unproven"]
    let first = sentence.tokens.firstIndex(where: \.isWordLike) ?? 0
    return openings.contains { sentence.isWord(first, $0) }
      || sentence.tokens.indices.contains { index in
        pronouns.contains { sentence.isWord(index, $0) }
      }
  }

  /// Names a lead anywhere, or begins with a pronoun that means it.
  private func isAboutLead(_ sentence: TaggedSentence, _ leads: [NamedThing]) -> Bool {
    if let first = sentence.tokens.firstIndex(where: \.isWordLike),
      sentence.isPhrase(first..<first + 1, .pronouns)
    {
      return true
    }
    let words = NameKey(sentence.string(0..<sentence.count)).words
    return leads.contains { LeadMatch($0, article.lexicon).isNamed(in: words) }
  }

  private func isListBlock(_ block: Int) -> Bool {
    switch article.document.blocks[block].kind {
    case .item: true
    case .cell(let row, let column): row > 0 && column == 0
    default: false
    }
  }
}
