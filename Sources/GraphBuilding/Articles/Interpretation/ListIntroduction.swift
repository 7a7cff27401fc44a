internal import GraphModel

/// What the paragraph before a list says that the list is of.
struct ListIntroduction {
  /// "The causes are:", "It can be brought on by".
  private(set) var role: SectionRole?
  /// The role is told by a relation, and so holds of what the paragraph speaks of.
  private(set) var isByRelation = false
  /// The role is told by words that mean nothing but this list: "You may notice:".
  private(set) var isTold = false
  /// The words that tell a role begin the paragraph's last sentence.
  private(set) var openingRole: SectionRole?
  /// A short last sentence tells a role: "The why is more interesting."
  private(set) var shortRole: SectionRole?
  /// What the items go on with.
  private(set) var opening: ItemOpening?
  /// The items are others than what the article is about: "… of other diseases, such as".
  private(set) var isOfOthers = false
  /// It is about people, and says what shows in them or becomes of them: "Patients may develop these
  /// complications:".
  private(set) var isOfPatients = false
  /// How its last sentence hedges what the items are.
  private(set) var hedge: ListHedge?
  /// What the article is about, once that is known.
  private let focus: Focus?

  /// - Parameter before: the paragraph before it, to which "They include:" refers.
  /// - Complexity: O(tokens) of the paragraph's last two sentences.
  init(_ article: ArticleText, _ number: Int, after before: Int? = nil, focus: Focus? = nil) {
    self.focus = focus
    let tokens = article.blockTokens[number]
    let isFollowed =
      number + 1 < article.document.blocks.count
      && article.document.blocks[number + 1].kind.isItem
    let sentences = article.sentences(of: number)
    guard let last = sentences.last else { return }
    let endsWithColon = article.tokens[tokens].last?.kind == .colon
    guard last.count <= 60 else { return }
    let sentence = article.tagged(last)
    let found = SectionOutline.classify(sentence)
    if found.isAtStart { openingRole = found.role }
    if last.count <= 14 { shortRole = found.role.flatMap { $0.hasLeads ? $0 : nil } }
    guard endsWithColon || isFollowed else { return }
    opening = ItemOpening(sentence)
    hedge = ListHedge(sentence)
    isOfOthers = sentence.endsWithOthers
    let first = sentence.tokens.firstIndex(where: \.isWordLike) ?? 0
    isOfPatients =
      (found.role == .effects || found.role == .symptoms)
      && [LexiconSection.people, .subjects, .populations].contains {
        sentence.longest($0, at: first) != nil
      }
    let isOpen = endsWithColon || !Self.endsWithStop(sentence) || Self.pointsDown(sentence)
    read(sentence, found, isOpen: isOpen)
    guard role == nil, Self.refersBack(sentence) else { return }
    let earlier = sentences.dropLast().last ?? before.flatMap { article.sentences(of: $0).last }
    guard let earlier, earlier.count <= 60 else { return }
    let referent = article.tagged(earlier)
    let own = told(referent, isReferent: true) ?? SectionOutline.classify(referent).role
    if let own, own.hasLeads { (role, isTold) = (own, true) }
  }

  private mutating func read(
    _ sentence: TaggedSentence, _ found: SectionOutline.Classification, isOpen: Bool
  ) {
    let told = isOpen ? told(sentence) : nil
    if told == .other || isOpen && Self.isDenied(sentence) {
      (role, isTold) = (.other, true)
      openingRole = .other
      return
    }
    if isOpen, told == nil || told == .causes, Self.isOfWhatWorsens(sentence) {
      (role, isTold) = (.causes, true)
      openingRole = .causes
      return
    }
    let isCondition = told == .causes && opening != nil
    if !isCondition, let byRelation = Self.relationRole(sentence),
      told == nil || byRelation != .symptoms
    {
      role = byRelation
      isByRelation = true
    } else if isOpen, let own = found.role, own.hasLeads || found.isAtStart && own == .other,
      told == nil || opening == nil
    {
      role = own
    } else if let told {
      (role, isTold) = (told, true)
    }
  }

  // MARK: Words

  /// By the words that introduce lists.
  private func told(_ sentence: TaggedSentence, isReferent: Bool = false) -> SectionRole? {
    let opening = isReferent ? nil : opening
    let start = sentence.tokens.firstIndex(where: \.isWordLike) ?? 0
    let end = (sentence.tokens.lastIndex(where: \.isWordLike) ?? -1) + 1
    if let first = sentence.longest(.introductions, at: start),
      sentence.entry(first).role == .other
    {
      return .other
    }
    let isRemedy = sentence.matches.contains { match in
      match.section == .introductions && sentence.entry(match).role == .other
        && match.tokens.upperBound == end && match.tokens.count > 1
    }
    if isRemedy { return .other }
    for match in sentence.all(.introductions, in: start..<sentence.count) {
      guard let role = sentence.entry(match).role, role != .other else { continue }
      let before = match.tokens.lowerBound - 1
      let isRelative =
        sentence.isWord(before, "that") || sentence.isWord(before, "which")
        || sentence.isWord(before, "who")
      // "Things that can lead to it are:"
      if role == .effects, isRelative || namesFocus(sentence, from: match.tokens.upperBound) {
        return .causes
      }
      // "You may get it if you:"
      if role == .symptoms, opening != nil,
        ["get", "gets", "develop", "develops"].contains(where: { (word: StaticString) in
          sentence.isWord(match.tokens.upperBound - 1, word)
        })
      {
        return .causes
      }
      return role
    }
    return nil
  }

  /// "Things that can make symptoms worse": what follows brings the signs on and is none.
  private static func isOfWhatWorsens(_ sentence: TaggedSentence) -> Bool {
    func namesSigns(_ range: Range<Int>) -> Bool {
      range.contains { sentence.isWord($0, "symptoms") || sentence.isWord($0, "symptom") }
    }
    return sentence.matches.contains { match in
      let entry = sentence.entry(match)
      if match.section == .introductions, entry.role == .causes { return namesSigns(match.tokens) }
      // "Certain habits can aggravate gout symptoms:"
      return match.section == .relations && entry.relation?.predicate == .exacerbates
        && entry.relation?.isReversed == false
        && namesSigns(match.tokens.upperBound..<sentence.count)
    }
  }

  /// "… and can lead to gout, including the following:": what leads to the condition is listed.
  private func namesFocus(_ sentence: TaggedSentence, from start: Int) -> Bool {
    guard let focus else { return false }
    var index = start
    while index < sentence.count, sentence.isPhrase(index..<index + 1, .leadIns) { index += 1 }
    return index < sentence.count && focus.isNamed(from: index, in: sentence)
  }

  /// By its last words: "… leads to:", "… is caused by", "… can be triggered by things such as".
  private static func relationRole(_ sentence: TaggedSentence) -> SectionRole? {
    var end = sentence.count
    while end > 0,
      !sentence.tokens[end - 1].isWordLike || sentence.isPhrase(end - 1..<end, .fillers)
    {
      end -= 1
    }
    // "Common causes:" names causes; "Gout causes:" may say what it does.
    if isNoun(end - 1, sentence) { return nil }
    for start in 0..<end {
      guard let match = sentence.longest(.relations, at: start, before: end),
        match.tokens.upperBound == end || isOfThings(match, sentence, end),
        let relation = sentence.entry(match).relation
      else { continue }
      if sentence.entry(match).isOfHeading { return .causes }
      if relation.predicate.directness == .causal, relation.polarity == .increases {
        return relation.isReversed ? .causes : .effects
      }
      return relation.predicate == .hasPhenotype && !relation.isReversed ? .symptoms : nil
    }
    return nil
  }

  /// "… are caused by things you can try to avoid, such as:": no name stands behind the relation.
  private static func isOfThings(
    _ match: TaggedSentence.Match, _ sentence: TaggedSentence, _ end: Int
  ) -> Bool {
    guard sentence.tokens.last?.kind == .colon, sentence.entry(match).relation?.isReversed == true
    else { return false }
    var index = match.tokens.upperBound
    while index < end, sentence.isPhrase(index..<index + 1, .fillers) { index += 1 }
    return index > match.tokens.upperBound
      && ["you", "that", "which", "they", "we"].contains { (word: StaticString) in
        sentence.isWord(index, word)
      }
  }

  private static func isListing(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    let words: [StaticString] = [
      "are", "were", "include", "following", "these", "other", "common", "main",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  private static func isNoun(_ last: Int, _ sentence: TaggedSentence) -> Bool {
    guard last >= 0, sentence.isCovered(last, by: .nouns) else { return false }
    return sentence.tokens.indices.contains {
      $0 == last - 1 && sentence.isCovered($0, by: .leadIns, .adverbs, .modifiers)
        || isListing($0, sentence)
    }
  }

  /// "The following do not cause hives:"; not "If you do not drink enough, you may notice:".
  private static func isDenied(_ sentence: TaggedSentence) -> Bool {
    var depth = 0
    for index in sentence.tokens.indices {
      switch sentence.tokens[index].kind {
      case .open: depth += 1
      case .close: depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0 else { continue }
      if sentence.isCovered(index, by: .subordinators) || sentence.isWord(index, "that")
        || sentence.isWord(index, "which")
      {
        return false
      }
      guard let denial = sentence.longest(.denials, at: index) else { continue }
      return !Range<Int>.from(denial.tokens.upperBound, to: sentence.count).contains {
        sentence.isWord($0, "but") || sentence.isWord($0, "yet") || sentence.isWord($0, "although")
      }
    }
    return false
  }

  /// "They include:", "Some of these are:".
  private static func refersBack(_ sentence: TaggedSentence) -> Bool {
    guard sentence.count <= 10,
      let first = sentence.tokens.firstIndex(where: \.isWordLike)
    else { return false }
    return ["they", "these", "this", "those", "some", "examples", "among", "include", "including"]
      .contains { (word: StaticString) in sentence.isWord(first, word) }
  }

  private static func pointsDown(_ sentence: TaggedSentence) -> Bool {
    sentence.tokens.indices.contains {
      sentence.isWord($0, "following") || sentence.isWord($0, "below")
    }
  }

  private static func endsWithStop(_ sentence: TaggedSentence) -> Bool {
    sentence.tokens.last?.kind == .stop
  }
}

/// What the items of a list go on with where its introduction breaks off within a sentence.
enum ItemOpening: Hashable {
  /// "You may be at risk if you": the items begin with what you do.
  case subject
  /// "… if you are": they say what you are.
  case being
  /// "… if you have": they name what you have.
  case having

  /// - Complexity: O(1).
  init?(_ introduction: TaggedSentence) {
    var end = introduction.count
    while end > 0, !introduction.tokens[end - 1].isWordLike { end -= 1 }
    while end > 1, introduction.isPhrase(end - 1..<end, .adverbs) { end -= 1 }
    guard end > 1 else { return nil }
    let last = end - 1
    let copulas: [StaticString] = ["are", "is", "being"]
    let havings: [StaticString] = ["have", "has", "had"]
    let modals: [StaticString] = ["may", "might", "can", "could", "will"]
    if copulas.contains(where: { introduction.isWord(last, $0) }) {
      guard Self.endsWithSubject(introduction, last) else { return nil }
      self = .being
    } else if havings.contains(where: { introduction.isWord(last, $0) }),
      Self.endsWithSubject(introduction, last)
    {
      self = .having
    } else if modals.contains(where: { introduction.isWord(last, $0) }) {
      guard introduction.isCovered(last - 1, by: .subjects, .populations) else { return nil }
      self = .subject
    } else if Self.endsWithSubject(introduction, end) {
      self = .subject
    } else {
      return nil
    }
  }

  /// "… if you", "… when your child", "people who": a clause has begun and goes on in the items.
  private static func endsWithSubject(_ sentence: TaggedSentence, _ end: Int) -> Bool {
    if sentence.isWord(end - 1, "who") { return true }
    return (max(1, end - 6)..<end).contains { start in
      let isClause = ["if", "when", "because", "whenever", "that", "while"].contains {
        (word: StaticString) in sentence.isWord(start - 1, word)
      }
      return isClause
        && sentence.matches.contains { $0.section == .subjects && $0.tokens == start..<end }
    }
  }
}

extension Document.Block.Kind {
  /// An item of a list.
  var isItem: Bool {
    if case .item = self { return true }
    return false
  }
}
