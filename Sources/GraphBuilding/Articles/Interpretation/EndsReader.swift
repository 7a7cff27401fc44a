internal import GraphModel

/// Reads what a stretch of a sentence names: things, the condition, or what a pronoun means.
struct EndsReader {
  let sentence: TaggedSentence
  let focus: Focus
  let capitals: Capitals
  let context: ReadingContext

  /// One end of a relation, as the sentence names it.
  struct Ends {
    var things: [NamedThing] = []
    var isFocus = false
    var isLessened = false
    /// Filled in from the item's lead.
    var isLead = false
    /// Named by those who have it.
    var isOfPeople = false
  }

  /// What a stretch of the sentence names: things, the condition, or, by a pronoun or by nothing,
  /// what the item or the article is about.
  func ends(_ range: Range<Int>, onlyLast: Bool, isSubject: Bool) -> Ends {
    var ends = Ends()
    if range.contains(where: {
      sentence.longest(.conditionNouns, at: $0, before: range.upperBound) != nil
        && isHead($0, of: range)
    }) {
      ends.isFocus = true
      return ends
    }
    if isSubject, opensClause(range) {
      ends.isFocus = true
      return ends
    }
    if isSubject, isBareExposure(range) {
      ends.isFocus = true
      return ends
    }
    if context.type != nil, namesType(range) {
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
      } else if isReference, isSubject || !isWhole(range), context.role != .causes,
        context.role != .protective,
        meansFocus(range)
      {
        ends.isFocus = true
      }
      return ends
    }
    var things =
      isSubject ? changes(range) ?? names(range) : names(range)
    if onlyLast, let last = things.last {
      // "Trees are prone to problems | caused by …": nothing that the problems have a name of.
      let copula = range.last { index in
        ["is", "are", "was", "were"].contains { (word: StaticString) in
          sentence.isWord(index, word)
        }
      }
      // "Nicotine is a drug | that causes …": the drug is nicotine.
      let tellsKind = copula.map { sentence.isCovered($0 + 1, by: .leadIns) } ?? true
      let isBefore = copula.map { last.place.upperBound <= sentence.tokens[$0].start } ?? false
      // "…, such as drugs | that lower …": the drugs do.
      var nearest = last
      while let member = nearest.members.last, nearest.place.upperBound <= member.place.lowerBound {
        nearest = member
      }
      things = isBefore && !tellsKind ? [] : [nearest]
    }
    ends.isOfPeople = things.contains(where: \.isOfPeople)
    for thing in things {
      switch focusNaming(thing) {
      case .named?: ends.isFocus = true
      case .lessened?:
        ends.isFocus = true
        ends.isLessened = true
      case nil where speaksAboutFocus(thing): continue
      case nil:
        var own = capitals.lowered(thing, at: sentence.place(of: thing))
        own.members.removeAll { focusNaming($0) != nil }
        ends.things.append(own)
      }
    }
    return ends
  }

  private func names(_ range: Range<Int>) -> [NamedThing] {
    // "Trees are susceptible to problems | induced by …": of the problems it is said.
    let open: [StaticString] = ["susceptible", "prone", "vulnerable", "sensitive", "exposed"]
    if let to = range.last(where: { index in
      sentence.isWord(index, "to") && open.contains { sentence.isWord(index - 1, $0) }
        && (sentence.isWord(index - 2, "are") || sentence.isWord(index - 2, "is")
          || sentence.isCovered(index - 2, by: .adverbs))
    }), to + 1 < range.upperBound {
      return names(to + 1..<range.upperBound)
    }
    return span(range).flatMap { MentionParser(sentence).parse($0) }
  }

  /// "The gap widens, | pushing …", "Prices rise, which | leads to …": what becomes so brings it
  /// about, and not the thing.
  private func changes(_ range: Range<Int>) -> [NamedThing]? {
    guard range.count > 1,
      range.lowerBound == 0 || !sentence.tokens[range.lowerBound - 1].isWordLike
    else { return nil }
    let clauses = ChangeClauseFinder(sentence: sentence, readsSigns: false).find(in: range)
    if clauses.isEmpty, let doer = doer(range) { return names(doer) }
    guard clauses.count == 1, let clause = clauses.first, case .verb = clause.change,
      Range<Int>.from(clause.end, to: range.upperBound).allSatisfy({
        !sentence.tokens[$0].isWordLike || sentence.isCovered($0, by: .adverbs)
      })
    else { return nil }
    let things = ChangeName(sentence: sentence, capitals: capitals).things(clause)
    return things.isEmpty ? nil : things
  }

  /// "Exhaust adds gases to the air, | depleting its quality": who or what does it.
  private func doer(_ range: Range<Int>) -> Range<Int>? {
    guard
      let last = range.last(where: { index in
        sentence.tokens[index].isWordLike && !sentence.isCovered(index, by: .adverbs)
      }), last + 1 < sentence.count, sentence.tokens[last + 1].kind == .comma,
      let action = ActionClause(sentence, in: range.lowerBound..<last + 1), !action.isModal,
      !action.isNegated,
      action.object.count > 1
    else { return nil }
    return action.subject
  }

  /// "The condition costs billions and | leads to …": the verb behind "and" has the subject that
  /// begins the clause.
  private func opensClause(_ range: Range<Int>) -> Bool {
    let words = range.filter { sentence.tokens[$0].isWordLike }
    guard words.count > 2, let last = words.last, let first = words.first,
      sentence.isWord(last, "and") || sentence.isWord(last, "but")
    else { return false }
    let start = words.first { !sentence.isPhrase($0..<$0 + 1, .leadIns) } ?? first
    let end = (start + 1..<range.upperBound).first {
      focus.isNamed(NameForm(sentence).text(of: start..<$0))
    }
    guard let end, end < last, sentence.tokens[end].kind == .word else { return false }
    let nouns: [StaticString] = ["and", "or", "of", "in", "among", "with", "from", "for"]
    return !nouns.contains { sentence.isWord(end, $0) }
  }

  /// "range from A to B", ", from A to B": both ends are named.
  private func span(_ range: Range<Int>) -> [Range<Int>] {
    let from = range.lowerBound - 1
    let leads: [StaticString] = ["range", "ranges", "ranging", "vary", "anything", "everything"]
    guard sentence.isWord(from, "from"), from > 0,
      sentence.tokens[from - 1].kind == .comma
        || leads.contains(where: {
          sentence.isWord(from - 1, $0)
        }), let to = range.first(where: { sentence.isWord($0, "to") }), to > range.lowerBound
    else { return [range] }
    return [range.lowerBound..<to, to + 1..<range.upperBound]
  }

  /// "the disease", but not "the discrepancy between figures and the burden of | the disease".
  private func isHead(_ index: Int, of range: Range<Int>) -> Bool {
    !Range<Int>.from(range.lowerBound, to: index).contains { place in
      ["between", "about", "against", "from", "than", "like", "whether"].contains {
        (word: StaticString) in sentence.isWord(place, word)
      }
    }
  }

  /// "laws on X", "awareness about X": what is said or done about it brings nothing about.
  private func speaksAboutFocus(_ thing: NamedThing) -> Bool {
    guard let tokens = sentence.tokens(in: thing.place) else { return false }
    return tokens.dropFirst().contains { index in
      ["on", "against", "about", "regarding", "concerning"].contains { (word: StaticString) in
        sentence.isWord(index, word)
      }
        && (focus.isNamed(from: index + 1, in: sentence)
          || focus.isNamed(from: index + 2, in: sentence)
            && sentence.isPhrase(index + 1..<index + 2, .leadIns))
    }
  }

  /// "Long-term exposure" under effects: to what the article is about.
  private func isBareExposure(_ range: Range<Int>) -> Bool {
    guard context.role == .effects || context.role == .symptoms || context.role == .diseases,
      context.leads.isEmpty
    else { return false }
    let words = range.filter {
      sentence.tokens[$0].isWordLike && !sentence.isCovered($0, by: .auxiliaries, .adverbs, .hedges)
    }
    guard let last = words.last, words.count <= 4,
      sentence.isWord(last, "exposure") || sentence.isWord(last, "exposures")
    else { return false }
    return words.dropLast().allSatisfy { index in
      sentence.isCovered(index, by: .leadIns, .adjectives, .change)
        || [
          "long-term", "prolonged", "chronic", "continuous", "repeated", "short-term", "acute",
          "frequent", "constant", "regular", "high", "even", "brief", "excessive", "such", "this",
          "or", "and",
        ].contains { (word: StaticString) in
          sentence.isWord(index, word)
        }
    }
  }

  /// "this type of stone", under a type of kidney stones.
  private func namesType(_ range: Range<Int>) -> Bool {
    let nouns: [StaticString] = ["type", "types", "kind", "kinds", "form", "forms", "sort"]
    let head = focus.label.spacedWords.last.map { NameKey(String($0)) }
    return range.contains { index in
      guard nouns.contains(where: { sentence.isWord(index, $0) }),
        sentence.isWord(index - 1, "this") || sentence.isWord(index - 1, "these")
      else { return false }
      guard sentence.isWord(index + 1, "of") else { return true }
      return range.contains(index + 2)
        && (focus.isNamed(from: index + 2, in: sentence)
          || NameKey(sentence.string(index + 2..<index + 3)) == head)
    }
  }

  func focusNaming(_ thing: NamedThing) -> Focus.Naming? {
    if thing.names.contains(where: focus.isNamed) { return .named }
    if let type = context.type, LeadMatch(type, sentence.lexicon).isSame(thing) { return .named }
    guard let tokens = sentence.tokens(in: thing.place) else { return nil }
    // Words of change stand before the name proper: look back over what cleaning took away.
    return focus.naming(tokens, in: sentence)
  }

  /// Whether a name stands at the end of a stretch: not "oestrogen" of "oestrogen is needed, and
  /// levels fall, | which …".
  func ends(_ thing: NamedThing, _ range: Range<Int>) -> Bool {
    guard let last = range.last(where: { sentence.tokens[$0].isWordLike }) else { return false }
    let end = sentence.tokens[last].end
    if thing.place.upperBound >= end { return true }
    // "heart disease in women, which …": nothing but where and of whom stands between.
    guard
      let next = range.first(where: {
        sentence.tokens[$0].start >= thing.place.upperBound && sentence.tokens[$0].isWordLike
      })
    else { return true }
    return ["in", "of", "on", "at", "for", "among", "with", "from"].contains {
      (word: StaticString) in sentence.isWord(next, word)
    } && !(next...last).contains { sentence.isCovered($0, by: .happenings, .auxiliaries) }
  }

  /// Whether a name of the condition stands somewhere in a stretch.
  func namesFocus(_ range: Range<Int>) -> Bool {
    range.contains { focus.isNamed(from: $0, in: sentence) }
  }

  func isPronoun(_ range: Range<Int>) -> Bool {
    let words = Array(
      range.filter { sentence.tokens[$0].isWordLike }
        .drop { sentence.isCovered($0, by: .adverbs) })
    guard let first = words.first, let last = words.last else { return false }
    return sentence.isPhrase(first..<first + 1, .pronouns)
      && words.allSatisfy {
        $0 == first || sentence.isCovered($0, by: .auxiliaries, .adverbs, .hedges)
      } && last - first < 4
  }

  /// "this", "that" as an object: often all that the sentence before says.
  private func isWhole(_ range: Range<Int>) -> Bool {
    range.contains { sentence.isWord($0, "this") || sentence.isWord($0, "that") }
  }

  /// Whether a pronoun means the condition and nothing nearer: not "they" of one condition, not
  /// "it" behind another name in the same sentence.
  private func meansFocus(_ range: Range<Int>) -> Bool {
    guard let word = range.first(where: { sentence.tokens[$0].isWordLike }) else { return false }
    let persons: [StaticString] = ["you", "we", "i", "he", "she", "one", "who", "others"]
    if persons.contains(where: { sentence.isWord(word, $0) }) { return false }
    let before = Range<Int>.from(0, to: word)
    if before.contains(where: { focus.isNamed(from: $0, in: sentence) }) { return true }
    let plurals: [StaticString] = ["they", "these", "those", "them", "their", "both"]
    if plurals.contains(where: { sentence.isWord(word, $0) }), !focus.isPlural { return false }
    if !named(before: word).isEmpty { return false }
    return context.followsFocus
  }

  /// What is named before a pronoun: not in "Left untreated, it …".
  private func named(before pronoun: Int) -> [NamedThing] {
    let isLeft = sentence.isWord(0, "left") || sentence.isWord(0, "if")
    let comma = (0..<min(pronoun, 6)).first { sentence.tokens[$0].kind == .comma }
    let isNeglect =
      sentence.isWord(0, "untreated")
      || isLeft
        && (1..<4).contains { index in
          ["untreated", "unchecked", "unmanaged", "unaddressed", "unattended", "alone", "ignored"]
            .contains { (word: StaticString) in sentence.isWord(index, word) }
        }
    return MentionParser(sentence).parse(.from(isNeglect ? comma ?? 0 : 0, to: pronoun))
  }

  /// "Cheap land also drives it", behind a sentence about the condition: the object is not the
  /// subject, and nothing else is named before it.
  func objectMeansFocus(_ use: RelationUse, _ subject: Ends) -> Bool {
    let words = use.right.filter { sentence.tokens[$0].isWordLike }
    guard let word = words.first, words.count == 1, sentence.isWord(word, "it"),
      !use.relation.isReversed, !subject.things.isEmpty, context.leads.isEmpty,
      context.role.map({ $0 == .definition }) ?? true, context.followsFocus,
      !use.left.isEmpty, !use.leftIsLastName
    else { return false }
    return MentionParser(sentence).parse(0..<use.left.lowerBound).isEmpty
  }

  /// Nothing but words that name nothing: "a potential".
  private func isBare(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      !sentence.tokens[$0].isWordLike
        || sentence.isCovered($0, by: .auxiliaries, .adverbs, .hedges, .leadIns, .doubters)
    }
  }

  /// Whether the subject is a pronoun that may mean something nearer than the condition or the
  /// lead: "gluten, as it triggers …".
  func leavesOpen(_ use: RelationUse, after others: ArraySlice<RelationUse>) -> Bool {
    let subject = use.relation.isReversed ? use.right : use.left
    guard isPronoun(subject), let first = subject.first else { return false }
    if let last = others.last {
      // "It stains teeth, causes pain and …": one subject.
      if last.left == use.left, !last.relation.isReversed, !use.relation.isReversed {
        return leavesOpen(last, after: others.dropLast())
      }
      let ranges = [last.left, last.right].filter { !$0.isEmpty }
      let isPlural = ["they", "these", "those", "them", "both", "all"].contains {
        (word: StaticString) in subject.contains { sentence.isWord($0, word) }
      }
      let before = ranges.filter { isPronoun($0) || self.isPlural($0) == isPlural }
        .map { ends($0, onlyLast: false, isSubject: true) }
      return !before.allSatisfy { $0.isLead || $0.things.isEmpty }
        || before.contains(where: \.isLead) && before.contains { $0.isFocus }
    }
    return named(before: first).contains { focusNaming($0) == nil }
  }

  /// "provokes a crisis or aggravates it": the object is that of the verb before.
  func leavesObjectOpen(_ use: RelationUse, after others: ArraySlice<RelationUse>) -> Bool {
    guard let last = others.last, last.left == use.left, isPronoun(use.right),
      use.right.contains(where: { sentence.isWord($0, "it") || sentence.isWord($0, "them") })
    else { return false }
    let object = ends(last.right, onlyLast: false, isSubject: false)
    return !object.things.isEmpty && !object.isFocus
  }

  /// "A does not cause the condition, but it makes the condition worse": the pronoun can mean only
  /// the subject before it.
  func subject(of use: RelationUse, after others: ArraySlice<RelationUse>) -> Range<Int>? {
    guard let last = others.last, !use.relation.isReversed, !last.relation.isReversed,
      isPronoun(use.left), namesFocus(use.right), namesFocus(last.right),
      !isPronoun(last.left), ends(last.left, onlyLast: false, isSubject: true).things.count == 1
    else { return nil }
    return last.left
  }

  /// Names several things, or one in the plural.
  private func isPlural(_ range: Range<Int>) -> Bool {
    let things = MentionParser(sentence).parse(range)
    guard things.count == 1, let name = things.first?.name.lowercased() else {
      return things.count > 1
    }
    return name.hasSuffix("s") && !name.hasSuffix("ss") && !name.hasSuffix("us")
      && !name.hasSuffix("is")
  }
}
