internal import GraphModel

/// Walks through an article's blocks in reading order and gathers what they state.
struct Interpreter {
  private let article: ArticleText
  private let outline: SectionOutline
  private let focus: Focus
  private let capitals: Capitals
  private let excluded: Set<Int>
  private let reader: BlockReader

  private(set) var drafts: [Draft] = []
  private(set) var skipped: [(quote: Range<Int>, reason: String)] = []

  /// A heading that names what its section is about, until the section ends.
  private struct OpenLead {
    var block: Int
    var things: [NamedThing]
    var role: SectionRole
    var heading: String?
    /// Where its own statement belongs among the drafts.
    var place: Int
    /// It names a type of the condition.
    var isType = false
    /// How firmly the text under it speaks.
    var firmness = Firmness()
  }
  private var openLead: OpenLead?
  private var links: [Draft] = []
  /// Whether the text before in this section speaks of the condition.
  private var followsFocus = true
  /// The same of the last paragraph, whatever its list says.
  private var introFollowsFocus = true
  /// What the last item of each depth names.
  private var parents: [[NamedThing]] = []
  private var lastItem: [NamedThing] = []
  /// What the item or the row that is being read has stated so far.
  private var itemDrafts = 0..<0

  /// - Parameter excluded: blocks that are no prose, such as the entries of a reference list.
  init(
    _ article: ArticleText, _ outline: SectionOutline, _ focus: Focus, _ capitals: Capitals,
    excluded: Set<Int>
  ) {
    self.article = article
    self.outline = outline
    self.focus = focus
    self.excluded = excluded
    reader = BlockReader(article: article, focus: focus, capitals: capitals)
    self.capitals = capitals
  }

  /// - Complexity: O(tokens).
  mutating func run() {
    for number in article.document.blocks.indices {
      let section = outline.sections[number]
      if openLead?.block != section.lead { closeLead() }
      if !isReadable(number, section) { continue }
      let block = article.document.blocks[number]
      if !block.isProse || section.isHeading { (followsFocus, introFollowsFocus) = (true, true) }
      if section.lead == number {
        open(number, section)
        continue
      }
      guard block.isProse, !section.isHeading else { continue }
      var context = ReadingContext(
        role: openLead?.isType == true ? .types : section.role, heading: section.heading)
      if let intro = section.intro, !isAboutFocus(intro) { context.role = nil }
      context.leads = openLead?.things ?? []
      context.followsFocus = followsFocus
      context.opening = section.opening
      context.hedge = section.hedge
      context.isListed = section.isListed || isBareText(number, section)
      read(number, block, &context)
    }
    closeLead()
    var known = CausalLinks(drafts, focus, article.lexicon)
    drafts += known.known(links)
  }

  private mutating func isReadable(_ number: Int, _ section: SectionOutline.Section) -> Bool {
    if excluded.contains(number) { return false }
    switch article.document.blocks[number].kind {
    case .code, .footnote: return false
    default: break
    }
    guard let role = section.role, role == .other || role == .references else { return true }
    if role == .other, article.document.blocks[number].isProse {
      let heading = section.heading ?? ""
      skipped.append(
        (article.document.blocks[number].text, "stands under '\(heading)', which is not read"))
    }
    return false
  }

  /// Words, marks included, of a name in a list without a verb.
  private static let longestBareName = 5

  /// Right under a heading, names without a verb are the list that it announces: "Fever, cough and
  /// a sore throat."
  private func isBareText(_ number: Int, _ section: SectionOutline.Section) -> Bool {
    guard article.document.blocks[number].kind == .paragraph, number > 0,
      outline.sections[number - 1].isHeading, section.lead == nil,
      article.sentences(of: number).count == 1
    else { return false }
    let sentence = article.tagged(article.blockTokens[number])
    let parts = sentence.tokens.split { $0.kind == .comma }
    return parts.count > 1 && parts.allSatisfy { $0.count <= Self.longestBareName }
      && !focus.isNamed(in: sentence)
  }

  // MARK: Blocks

  private mutating func read(
    _ number: Int, _ block: Document.Block, _ context: inout ReadingContext
  ) {
    var depth = 0
    if case .item(let own, _) = block.kind { depth = own }
    let goesOn = block.kind.goesOn && !context.isListed
    if goesOn {
      if !lastItem.isEmpty { context.leads = lastItem }
      if case .cell = block.kind { context.isAboutLeads = !lastItem.isEmpty }
    } else {
      parents.removeLast(max(0, parents.count - max(0, depth - 1)))
    }
    let result = reader.read(number, context)
    followsFocus = result.endsWithFocus
    if depth == 0 { introFollowsFocus = followsFocus }
    links += result.links
    // An item that names something of its own says nothing of how firmly its heading speaks.
    if depth == 0 || result.named.isEmpty { openLead?.firmness.add(result.firmness) }
    if goesOn { qualifyItem(by: result.firmness) }
    var read = result.drafts
    if depth > 0 {
      let parent = parents.last ?? []
      if parent.count == 1, depth > 1 { addMemberships(of: parent[0], to: &read) }
      while parents.count < depth - 1 { parents.append([]) }
      parents.append(result.named)
      lastItem = result.named
    } else if !goesOn {
      lastItem = block.kind.isFirstCell ? result.named : []
    }
    let place = drafts.count
    drafts += read
    if !goesOn { itemDrafts = place..<drafts.count }
    skipped += result.skipped
  }

  /// What an item or the first cell of a row names by itself holds no firmer than the rest says.
  private mutating func qualifyItem(by rest: Firmness) {
    guard itemDrafts.upperBound <= drafts.count else { return }
    for index in itemDrafts.reversed() where drafts[index].scope == .heading {
      if rest.isDenied, !rest.isSupported {
        skipped.append((drafts[index].quote, Firmness.reason))
        drafts.remove(at: index)
        itemDrafts = itemDrafts.lowerBound..<itemDrafts.upperBound - 1
      } else if rest.isKnown, rest.certainty < drafts[index].certainty {
        drafts[index].certainty = rest.certainty
        drafts[index].hedge = rest.hedge
      }
    }
  }

  /// Items below an item that names a group are its members.
  private func addMemberships(of parent: NamedThing, to read: inout [Draft]) {
    guard parent.isGroupLike else { return }
    for draft in read where !draft.isMembership && !draft.isOfMember && !draft.isNegated {
      guard let thing = draft.thing, NameKey(thing.name) != NameKey(parent.name) else { continue }
      var membership = draft
      membership.subject = .thing(thing)
      membership.predicate = .subclassOf
      membership.object = .thing(parent)
      membership.polarity = nil
      membership.scope = .heading
      membership.certainty = .established
      membership.hedge = nil
      read.append(membership)
    }
  }

  // MARK: Headings that name something

  private mutating func open(_ number: Int, _ section: SectionOutline.Section) {
    var sentence = article.tagged(article.blockTokens[number])
    if let counted = CountedHeading(sentence) {
      let tokens = article.blockTokens[number]
      sentence = article.tagged(.from(tokens.lowerBound + counted.rest, to: tokens.upperBound))
    }
    guard let role = section.role, sentence.count <= 40 else { return }
    var things = reader.named(by: sentence, role)
      .filter { !$0.names.contains(where: focus.isNamed) }
      .map { capitals.lowered($0, at: .title) }
    if role == .types, things.count == 1 {
      let end = min(number + 3, article.document.blocks.count)
      let text = article.document.blocks[number..<end].map { article.document.string($0.text) }
      things[0] = TypeName(focus, capitals, article.lexicon).complete(
        things[0], text: text.joined(separator: " "))
    }
    openLead = OpenLead(
      block: number, things: things, role: role, heading: section.heading, place: drafts.count)
    let context = ReadingContext(role: role)
    if things.count == 1, context.mayNameTypes, focus.isKind(things[0].name) {
      openLead?.role = .types
      openLead?.isType = true
    }
  }

  /// Whether the last sentence of the block that was read last names the condition, or means it by
  /// a pronoun: "They can be brought on by:".
  private func isAboutFocus(_ number: Int) -> Bool {
    guard let last = article.sentences(of: number).last else { return false }
    let sentence = article.tagged(last)
    if focus.isNamed(in: sentence)
      || !sentence.all(.conditionNouns, in: 0..<sentence.count).isEmpty
    {
      return true
    }
    let first = sentence.tokens.indices.first { index in
      sentence.tokens[index].isWordLike && !sentence.isPhrase(index..<index + 1, .adverbs)
    }
    guard let first, introFollowsFocus else { return false }
    return sentence.isPhrase(first..<first + 1, .pronouns)
      && (sentence.isCovered(first + 1, by: .auxiliaries, .adverbs, .hedges, .relations)
        || sentence.hasSuffix(first, "re"))
  }

  /// What no sentence of its section stated of the heading's thing, the heading itself does.
  private mutating func closeLead() {
    guard let lead = openLead else { return }
    openLead = nil
    let statement = HeadingStatement(role: lead.role, heading: lead.heading)
    let quote = article.document.blocks[lead.block].text
    var own: [Draft] = []
    let under = Array(drafts[lead.place...])
    for thing in lead.things {
      let isStated = under.contains { draft in
        !draft.isMembership && (lead.role != .types || draft.predicate == .subclassOf)
          && draft.thing.map { NameKey($0.name) == NameKey(thing.name) } == true
      }
      let isSpecified = LeadMatch(thing, article.lexicon).isSpecified(by: under)
      if isStated || isSpecified && lead.role != .types || lead.firmness.isRejected { continue }
      if let draft = statement.draft(
        thing, quote: quote, certainty: lead.firmness.certainty, hedge: lead.firmness.hedge,
        isAssociation: lead.firmness.isAssociation || thing.isPopulation)
      {
        own.append(draft)
      }
    }
    drafts.insert(contentsOf: own, at: lead.place)
  }
}

extension Document.Block.Kind {
  /// Goes on with the item or the row before it.
  fileprivate var goesOn: Bool {
    switch self {
    case .continuation: true
    case .cell(let row, let column): row > 0 && column > 0
    default: false
    }
  }

  fileprivate var isFirstCell: Bool {
    if case .cell(let row, 0) = self { return row > 0 }
    return false
  }
}
