/// What part of an article each block belongs to.
struct SectionOutline {
  struct Section: Hashable {
    /// What it is about; nil where no heading says it.
    var role: SectionRole?
    /// The heading as it stands.
    var heading: String?
    /// A block whose words name what the section's paragraphs are about: a heading "Stress" under
    /// "Causes".
    var lead: Int?
    /// The block is a heading, whatever its markup.
    var isHeading = false
    /// The block before a list by whose last words the list has its role: "… is brought on by".
    var intro: Int?
    /// What the items of a list go on with.
    var opening: ItemOpening?
    /// A cell that lists what the first of its row lists: "Early signs | Late signs".
    var isListed = false
    /// How the sentence before a list hedges what its items are.
    var hedge: ListHedge?
  }

  /// By block.
  private(set) var sections: [Section] = []
  /// The heading that is the article's own title.
  private(set) var titleBlock: Int?

  private let article: ArticleText
  /// What the article is about, once that is known.
  private let focus: Focus?
  private var stack: [(level: Int, section: Section)] = []
  /// A list that follows "The causes are:" belongs to it.
  private var listRole: SectionRole?
  private var listIntro: Int?
  /// The paragraph that was read last, and whether words that tell a role begin it.
  private var introduction: Int?
  private var opensWithRole = false
  private var listOpening: ItemOpening?
  private var listHedge: ListHedge?
  private var isOfOthers = false
  private var isOfPatients = false
  private var isToldByIntro = false
  /// What the heads of a table's columns tell.
  private var columnRoles: [SectionRole?] = []
  /// The level of a heading that stands above others of its own level.
  private var group: Int?
  /// Paragraphs with leads that follow "The why is more interesting." belong to it.
  private var ledRole: SectionRole?

  /// - Parameter focus: what the article is about. With it, "Causes of anaemia" in an article about
  ///   something else heads no causes of that.
  /// - Complexity: O(tokens).
  init(_ article: ArticleText, focus: Focus? = nil) {
    self.article = article
    self.focus = focus
    let blocks = article.document.blocks
    for (number, block) in blocks.enumerated() {
      if let level = headingLevel(number) {
        openListed(number, level: level)
        (listRole, listOpening, listHedge, isOfOthers) = (nil, nil, nil, false)
        enter(number, level: 2 * level)
        ledRole = nil
        var section = stack.last?.section ?? Section()
        section.isHeading = true
        sections.append(section)
        continue
      }
      var section = stack.last?.section ?? Section()
      switch block.kind {
      case .item:
        setListRole(&section)
        if isOfOthers, section.role == .causes { section.role = .other }
        section.opening = listOpening
        section.hedge = listHedge
      case .continuation: break
      case .cell(let row, let column): enterCell(number, row: row, column: column, &section)
      default:
        if hasStrongLead(number) {
          if section.role == nil { section.role = ledRole }
        } else {
          let intro = ListIntroduction(
            article, number, after: paragraphBefore(number), focus: focus)
          (listRole, listIntro) = (intro.role, intro.isByRelation ? number : nil)
          (listOpening, isToldByIntro) = (intro.opening, intro.isTold)
          (listHedge, isOfOthers) = (intro.hedge, intro.isOfOthers)
          isOfPatients = intro.isOfPatients
          introduction = number
          opensWithRole = intro.openingRole == intro.role || intro.isTold
          ledRole = intro.shortRole
          if listRole == nil, section.role == .types, intro.openingRole?.hasLeads == true {
            listRole = intro.openingRole
            opensWithRole = true
          }
        }
      }
      sections.append(section)
    }
  }

  // MARK: Tables

  /// What the head of a column says of its cells. Where another column tells of the section's
  /// matter, the first names whose it is: "Type | Symptoms".
  private mutating func enterCell(_ number: Int, row: Int, column: Int, _ section: inout Section) {
    if row == 0 {
      if column == 0 { columnRoles = [] }
      let words = article.tagged(article.blockTokens[number])
      let head = Self.classify(words)
      // "Body | Mood | Behaviour" under effects.
      let area = section.role.flatMap { words.namesOnlyAreas(under: $0) ? $0 : nil }
      columnRoles.append(head.isAtStart || head.isAtEnd ? head.role : area)
      section.isHeading = true
      return
    }
    guard column < columnRoles.count, let first = columnRoles.first else { return }
    let role = section.role
    if let own = first, own.hasLeads, role.map({ $0.hasLeads || $0 == .definition }) ?? true {
      if column == 0 {
        section.role = own
      } else if columnRoles[column] == own, own != .types {
        section.role = own
        section.isListed = true
      }
    } else if first == nil, role != nil, columnRoles.dropFirst().contains(role) {
      section.role = nil
    }
  }

  // MARK: Lists

  /// What introduces a list says more exactly than its heading what the list is of.
  private func setListRole(_ section: inout Section) {
    guard let listRole else { return }
    if section.role == .prevention, listIntro != nil || opensWithRole, listRole == .causes {
      // "Triggers include:", "They are caused by things you can avoid, such as:".
      section.role = listRole
      section.intro = listIntro
      return
    }
    guard section.role.map({ $0.hasLeads || $0 == .definition }) ?? true else { return }
    let isOwn = section.role.map(\.hasLeads) ?? false
    if isOwn, section.role != .types, !opensWithRole || listRole == .types, listIntro == nil {
      // Under "Causes": "People with gout may develop these complications:".
      if listRole == .other || isOfPatients, section.role == .causes || listRole == .other {
        section.role = listRole
      }
      return
    }
    if listIntro != nil, let role = section.role, role != .definition {
      if role == listRole || role == .types { return }
      // "This burden stems from:" under an effect lists no effects; "Gout can lead to:" under signs
      // lists what it does.
      if let listIntro, namesFocus(listIntro) {
        (section.role, section.intro) = (listRole, listIntro)
      } else {
        section.role = .other
      }
      return
    }
    // Under another heading the list is the condition's only where its introduction names that.
    section.intro = isOwn && section.role != listRole && isToldByIntro ? introduction : listIntro
    section.role = listRole
  }

  /// Whether the last sentence of a block names what the article is about.
  private func namesFocus(_ number: Int) -> Bool {
    guard let focus, let last = article.sentences(of: number).last else { return false }
    return focus.isNamed(in: article.tagged(last))
  }

  private func paragraphBefore(_ number: Int) -> Int? {
    number > 0 && article.document.blocks[number - 1].kind == .paragraph ? number - 1 : nil
  }

  private func hasStrongLead(_ number: Int) -> Bool {
    let block = article.document.blocks[number]
    guard block.kind == .paragraph,
      let strong = article.document.strongRange(at: block.text.lowerBound)
    else { return false }
    return strong.upperBound < block.text.upperBound
      && LeadFinder(article: article).find(in: number) != nil
  }

  // MARK: Headings

  /// The level of a heading; a paragraph that is nothing but a short stretch of strong text is a
  /// heading below all others.
  private func headingLevel(_ number: Int) -> Int? {
    let block = article.document.blocks[number]
    if case .heading(let level) = block.kind { return level }
    if isHeadingAmongItems(number) { return 7 }
    guard block.kind == .paragraph, article.blockTokens[number].count <= 24 else { return nil }
    // A paragraph that is nothing but a question is the heading of its answer.
    let sentence = article.tagged(article.blockTokens[number])
    if sentence.isQuestion, article.sentences(of: number).count == 1,
      Self.classify(sentence).role != nil
    {
      return 7
    }
    guard sentence.count <= 14 else { return nil }
    if number + 1 < article.document.blocks.count, Self.isBareHeading(sentence),
      article.document.blocks[number + 1].kind == .paragraph
    {
      return 7
    }
    guard let strong = article.document.strongRange(at: block.text.lowerBound),
      strong.upperBound >= block.text.upperBound,
      article.tokens[article.blockTokens[number]].last?.kind != .stop
    else { return nil }
    return 7
  }

  /// "Signs & symptoms" among lines that are items for want of bullets: the heading of those below.
  private func isHeadingAmongItems(_ number: Int) -> Bool {
    let blocks = article.document.blocks
    guard blocks[number].kind == .item(depth: 1, number: nil), number + 1 < blocks.count,
      blocks[number + 1].kind == .item(depth: 1, number: nil),
      article.blockTokens[number].count <= 5
    else { return false }
    return namesSection(number) && !namesSection(number + 1)
  }

  /// Whether a block is nothing but words that name a section.
  private func namesSection(_ number: Int) -> Bool {
    let line = article.tagged(article.blockTokens[number])
    return Self.classify(line).role?.hasLeads == true && Self.isBareHeading(line)
      && line.tokens.indices.allSatisfy { index in
        !line.tokens[index].isWordLike || line.isCovered(index, by: .sections)
          || line.isWord(index, "and")
      }
  }

  /// "Other types include:" before headings: each of them names one, as the items of a list would.
  private mutating func openListed(_ number: Int, level: Int) {
    guard let role = listRole, listIntro == nil, introduction == number - 1,
      Self.classify(article.tagged(article.blockTokens[number])).role == nil
    else { return }
    while let last = stack.last, last.level >= 2 * level - 1 { stack.removeLast() }
    let heading = article.sentences(of: number - 1).last.map {
      article.document.string(article.textRange($0))
    }
    stack.append((2 * level - 1, Section(role: role, heading: heading, lead: nil)))
  }

  /// - Parameter level: twice the level of the heading, so that there is room between two.
  private mutating func enter(_ number: Int, level outermost: Int) {
    let level = levelUnderGroup(number, outermost)
    while let last = stack.last, last.level >= level { stack.removeLast() }
    let parent = stack.last
    let heading = article.document.string(article.document.blocks[number].text)
    let sentence = article.tagged(article.blockTokens[number])
    var found = Self.classify(sentence)
    if stack.isEmpty, titleBlock == nil, isTitle(number, level, found) {
      titleBlock = number
      // "Causes of gout" is about causes throughout; "Gout: causes and symptoms" has parts.
      let whole = found.roleCount == 1 && found.role?.hasLeads == true ? found.role : nil
      stack.append((level, Section(role: whole, heading: heading, lead: nil)))
      return
    }
    if CountedHeading(sentence) != nil, parent?.section.role?.endsSection != true,
      let role = found.role ?? parent?.section.role, role.hasLeads
    {
      stack.append((level, Section(role: role, heading: heading, lead: number)))
      return
    }
    if found.role?.hasLeads == true, namesOther(sentence) { found.role = .definition }
    stack.append((level, section(number, heading, found, parent)))
  }

  /// "Impacts", and right below it "Farming" in the same type: what heads no text of its own, or only
  /// says that there are several, is above the headings without a role that follow it.
  private mutating func levelUnderGroup(_ number: Int, _ level: Int) -> Int {
    let hasRole = Self.classify(article.tagged(article.blockTokens[number])).role != nil
    if hasRole {
      group = group.flatMap { $0 < level ? $0 : nil }
      return level
    }
    if let group, group == level { return level + 1 }
    guard let last = stack.last, last.level == level, last.section.role?.hasLeads == true,
      last.section.lead == nil, headsNothing(before: number)
    else { return level }
    group = level
    return level + 1
  }

  /// Whether the block before a heading is a heading, or one below which nothing stands but that
  /// there are several: "Gout has many causes."
  private func headsNothing(before number: Int) -> Bool {
    guard number > 0, let above = sections.last else { return false }
    if above.isHeading { return true }
    guard number > 1, sections[number - 2].isHeading,
      article.document.blocks[number - 1].kind == .paragraph,
      article.sentences(of: number - 1).count == 1
    else { return false }
    let sentence = article.tagged(article.blockTokens[number - 1])
    let counts: [StaticString] = [
      "many", "several", "various", "number", "different", "following", "some", "these",
    ]
    return sentence.count <= 16 && Self.classify(sentence).role == above.role
      && sentence.tokens.indices.contains { sentence.isAny($0, counts) }
  }

  private func section(
    _ number: Int, _ heading: String, _ found: Classification,
    _ parent: (level: Int, section: Section)?
  ) -> Section {
    guard let outer = parent?.section.role, let level = parent?.level else {
      return Section(role: found.role, heading: heading, lead: nil)
    }
    // "Side effects" under "Treatment" are none of the condition.
    if outer.endsSection, level > 2, found.role != .references {
      return Section(role: outer, heading: heading, lead: nil)
    }
    guard let role = found.role else {
      let words = article.tagged(article.blockTokens[number])
      return outer.hasLeads && !namesOnlyPeople(number, under: parent?.section)
        && !words.namesOnlyAreas(under: outer)
        ? Section(role: outer, heading: parent?.section.heading, lead: number)
        : Section(role: outer, heading: heading, lead: nil)
    }
    // "Environmental effects" under "Effects": a part of them, and no effect by that name.
    let isAsked = article.tagged(article.blockTokens[number]).asksWhat
    if found.isAtStart || !outer.hasLeads || role.endsSection || isAsked
      || found.isAtEnd && role != .diseases
    {
      return Section(role: role, heading: heading, lead: nil)
    }
    return Section(role: outer, heading: parent?.section.heading, lead: number)
  }

  /// "Babies and toddlers", "In adults": whose symptoms or causes these are. Of those at risk, the
  /// heading names one.
  private func namesOnlyPeople(_ number: Int, under outer: Section?) -> Bool {
    let heading = article.tagged(article.blockTokens[number])
    guard People.areNamed(in: heading, 0..<heading.count) else { return false }
    let words = outer?.heading.map { article.tagged(text: $0) }
    let isOfRisk = words?.tokens.indices.contains {
      words?.isWord($0, "risk") == true || words?.isWord($0, "who") == true
    }
    return outer?.role != .causes || isOfRisk != true
  }

  /// Whether a heading such as "Causes of anaemia" names something that the article is not about.
  private func namesOther(_ heading: TaggedSentence) -> Bool {
    guard let focus, let pattern = heading.all(.titles, in: 0..<heading.count).last else {
      return false
    }
    var end = pattern.tokens.upperBound
    while end < heading.count, heading.tokens[end].isWordLike { end += 1 }
    let range = pattern.tokens.upperBound..<end
    let things = MentionParser(heading).parse(range)
    guard let thing = things.first, things.count == 1 else { return false }
    if thing.names.contains(where: focus.isNamed) || focus.naming(range, in: heading) != nil {
      return false
    }
    if range.contains(where: { heading.longest(.conditionNouns, at: $0) != nil }) { return false }
    // "Symptoms of chronic gout", "Causes of gout attacks": the condition's name stands within.
    return !range.contains { focus.isNamed(from: $0, in: heading) }
  }

  /// The first heading is the title when it stands above others or names several parts.
  private func isTitle(_ number: Int, _ level: Int, _ found: Classification) -> Bool {
    if found.roleCount > 1, number <= 1 { return true }
    guard level == 2, number == 0 || found.role == nil else { return false }
    return !article.document.blocks.dropFirst(number + 1).contains { $0.kind == .heading(level: 1) }
      && article.document.blocks.dropFirst(number + 1).contains {
        if case .heading = $0.kind { return true }
        return false
      }
  }
}

extension Document {
  /// The strong stretch of text that begins at a place.
  func strongRange(at offset: Int) -> Range<Int>? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].text.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    while low < spans.count, spans[low].text.lowerBound == offset {
      if spans[low].kind == .strong { return spans[low].text }
      low += 1
    }
    return nil
  }
}
