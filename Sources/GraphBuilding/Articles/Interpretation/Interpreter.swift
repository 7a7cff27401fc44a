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
    /// How firmly the text under it speaks.
    var firmness = Firmness()
  }
  private var openLead: OpenLead?
  private var links: [Draft] = []
  /// Whether the text before in this section speaks of the condition.
  private var followsFocus = true
  /// What the last item of each depth names.
  private var parents: [[NamedThing]] = []
  private var lastItem: [NamedThing] = []

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
      if !block.isProse { followsFocus = true }
      if section.lead == number {
        open(number, section)
        continue
      }
      guard block.isProse else { continue }
      var context = ReadingContext(role: section.role, heading: section.heading)
      context.leads = openLead?.things ?? []
      context.followsFocus = followsFocus
      read(number, block, &context)
    }
    closeLead()
    var known = CausalLinks(drafts)
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

  // MARK: Blocks

  private mutating func read(
    _ number: Int, _ block: Document.Block, _ context: inout ReadingContext
  ) {
    var depth = 0
    if case .item(let own, _) = block.kind { depth = own }
    if case .continuation = block.kind {
      if !lastItem.isEmpty { context.leads = lastItem }
    } else {
      parents.removeLast(max(0, parents.count - max(0, depth - 1)))
    }
    let result = reader.read(number, context)
    followsFocus = result.endsWithFocus
    links += result.links
    openLead?.firmness.add(result.firmness)
    var read = result.drafts
    if depth > 0 {
      let parent = parents.last ?? []
      if parent.count == 1, depth > 1 { addMemberships(of: parent[0], to: &read) }
      while parents.count < depth - 1 { parents.append([]) }
      parents.append(result.named)
      lastItem = result.named
    } else if case .continuation = block.kind {
      // The item goes on.
    } else {
      lastItem = []
    }
    drafts += read
    skipped += result.skipped
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
      read.append(membership)
    }
  }

  // MARK: Headings that name something

  private mutating func open(_ number: Int, _ section: SectionOutline.Section) {
    let sentence = article.tagged(article.blockTokens[number])
    guard let role = section.role, sentence.count <= 40 else { return }
    let things = MentionParser(sentence).parse(0..<sentence.count)
      .filter { !$0.names.contains(where: focus.isNamed) }
      .map { capitals.lowered($0, at: .title) }
    openLead = OpenLead(
      block: number, things: things, role: role, heading: section.heading, place: drafts.count)
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
        !draft.isMembership
          && draft.thing.map { NameKey($0.name) == NameKey(thing.name) } == true
      }
      let isSpecified = LeadMatch(thing, article.lexicon).isSpecified(by: under)
      if isStated || isSpecified || lead.firmness.isRejected { continue }
      if let draft = statement.draft(
        thing, quote: quote, certainty: lead.firmness.certainty, hedge: lead.firmness.hedge,
        isAssociation: lead.firmness.isAssociation)
      {
        own.append(draft)
      }
    }
    drafts.insert(contentsOf: own, at: lead.place)
  }
}
