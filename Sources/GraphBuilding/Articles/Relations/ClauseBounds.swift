/// Where the clauses of a sentence begin and end, and which of them only suppose what they say.
extension RelationFinder {
  /// The sentence without the clauses and adverbs that open it: "While …, ".
  func mainClause() -> Range<Int> {
    var start = 0
    let end = sentence.count
    while start < end, !sentence.tokens[start].isWordLike { start += 1 }
    for _ in 0..<3 {
      // "Historically, …".
      if sentence.hasSuffix(start, "ly"), start + 2 < end, sentence.tokens[start + 1].kind == .comma
      {
        start += 2
      }
      guard let opener = sentence.longest(.openers, at: start), let comma = firstComma(start, end),
        comma + 1 < end
      else { break }
      // "Sometimes food plays a part, …": the comma is not the adverb's.
      if opener.tokens.count == 1, sentence.isCovered(start, by: .adverbs), comma > start + 1 {
        break
      }
      let clause = start..<comma
      // "Because stress causes hives, …" states something before its comma; "If …" does not.
      if !isCondition(start), clause.contains(where: { statesSomething($0, before: comma) }) {
        break
      }
      start = comma + 1
    }
    return start..<end
  }

  func statesSomething(_ index: Int, before comma: Int) -> Bool {
    guard let match = sentence.longest(.relations, at: index, before: comma) else { return false }
    return !sentence.entry(match).needsPeople && match.tokens.upperBound < comma
      && index > 0
  }

  func firstComma(_ start: Int, _ end: Int) -> Int? {
    (start..<min(end, start + 25)).first { sentence.tokens[$0].kind == .comma }
  }

  /// "if left untreated", "if ignored": not what is supposed, but what goes on of itself.
  private func isNeglect(_ index: Int) -> Bool {
    guard sentence.isWord(index, "if") else { return false }
    let words: [StaticString] = ["left", "untreated", "ignored", "unchecked", "neglected", "not"]
    if words.contains(where: { sentence.isWord(index + 1, $0) }) { return true }
    // "if it carries on", "if this persists".
    let goesOn: [StaticString] = [
      "carries", "carry", "continues", "continue", "persists", "persist", "goes", "go", "lasts",
      "last", "worsens", "worsen",
    ]
    if ["it", "this", "they"].contains(where: { (word: StaticString) in
      sentence.isWord(index + 1, word)
    }), goesOn.contains(where: { sentence.isWord(index + 2, $0) }) {
      return true
    }
    return ["untreated", "unchecked", "unaddressed"].contains { (word: StaticString) in
      (index + 1...index + 4).contains { sentence.isWord($0, word) }
    }
  }

  /// "if", "whether": what follows is not said to be so.
  func isCondition(_ index: Int) -> Bool {
    if isNeglect(index) { return false }
    return
      (sentence.isWord(index, "if") || sentence.isWord(index, "whether")
      || sentence.isWord(index, "unless"))
      && !sentence.isCovered(index, by: .hedges)
  }

  /// Whether a condition opens the clause of a relation. Behind a comma it opens none:
  /// "whether raw or cooked, onions cause …".
  func isSupposed(_ use: RelationUse) -> Bool {
    for index in Range<Int>.from(use.clauseStart, to: use.phrase.lowerBound).reversed() {
      let kind = sentence.tokens[index].kind
      if kind == .semicolon || kind == .dash || kind == .colon { return false }
      if isCondition(index) { return true }
    }
    let opening = Range<Int>.from(use.clauseStart, to: use.phrase.lowerBound)
    if let inquiry = sentence.all(.inquiries, in: opening).last,
      !opening.contains(where: { $0 > inquiry.tokens.lowerBound && hedging.report(at: $0) != nil })
    {
      return true
    }
    // "Had X caused Y, …".
    if sentence.isWord(0, "had"), use.clauseStart <= 1 { return true }
    // "would cause … if": what is not so.
    return use.phrase.contains { sentence.isWord($0, "would") }
      && Range<Int>.from(use.phrase.upperBound, to: sentence.count).contains {
        isCondition($0) && !sentence.isWord($0 - 1, "even")
      }
  }

  // MARK: Bounds

  /// Cuts both ends where a clause begins behind them.
  func trimSubordinates(_ use: inout RelationUse) {
    use.wholeRight = use.right
    if let clause = objectClause(use) { use.right = clause }
    use.right = withoutSubordinate(use.right)
    if use.left.lowerBound >= use.phrase.upperBound { use.left = withoutSubordinate(use.left) }
  }

  /// "causes prices to rise": what is caused is no name; what stands before it in a list is one.
  func objectClause(_ use: RelationUse) -> Range<Int>? {
    let last = use.phrase.upperBound - 1
    let verbs: [StaticString] = ["cause", "causes", "caused", "causing"]
    guard verbs.contains(where: { sentence.isWord(last, $0) }),
      let to = use.right.dropFirst().first(where: {
        sentence.isWord($0, "to") && !sentence.isCovered($0 - 1, by: .harms, .categories)
      }), use.right.contains(to + 1), !sentence.hasSuffix(to + 1, "ing"),
      !sentence.isPhrase(to + 1..<to + 2, .leadIns), !sentence.isCovered(to + 1, by: .bodyParts)
    else { return nil }
    let nouns: [StaticString] = [
      "injury", "injuries", "harm", "changes", "change", "access", "risk", "threat", "reaction",
      "reactions", "response", "due", "according", "up",
    ]
    if nouns.contains(where: { sentence.isWord(to - 1, $0) }) { return nil }
    let joint = use.right.last {
      $0 < to && (sentence.tokens[$0].kind == .comma || sentence.isWord($0, "and"))
    }
    return .from(use.right.lowerBound, to: joint ?? use.right.lowerBound)
  }

  func withoutSubordinate(_ range: Range<Int>) -> Range<Int> {
    var depth = 0
    for index in range {
      let kind = sentence.tokens[index].kind
      if kind == .open { depth += 1 }
      if kind == .close { depth = max(0, depth - 1) }
      if depth == 0, index > range.lowerBound,
        kind == .semicolon && !separatesItems(index, in: range) || opensPredicate(index)
          || kind == .comma && sentence.isCovered(index + 1, by: .sequels)
          || sentence.longest(.subordinators, at: index) != nil
            && !sentence.isCovered(index, by: .exclusions) && !isButAlso(index)
            && !isAmount(index)
      {
        return range.lowerBound..<index
      }
    }
    return range
  }

  /// "numbness or weakness; confusion or trouble speaking; or a headache": names stand on both sides,
  /// and no clause.
  private func separatesItems(_ semicolon: Int, in range: Range<Int>) -> Bool {
    let verbs: [StaticString] = [
      "is", "are", "was", "were", "can", "may", "might", "will", "has", "have", "had", "does", "do",
      "it", "they", "this", "these", "he", "she", "you", "we", "however", "therefore",
    ]
    return !Range<Int>.from(semicolon + 1, to: range.upperBound).contains { index in
      sentence.isAny(index, verbs) || sentence.tokens[index].kind == .colon
        || sentence.longest(.relations, at: index).map { !sentence.isGerund($0.tokens.lowerBound) }
          == true
    }
  }

  /// "lose their income and | may fall into debt": what the same subject does besides.
  private func opensPredicate(_ index: Int) -> Bool {
    guard
      ["and", "or", "but"].contains(where: { (word: StaticString) in
        sentence.isWord(index, word)
      })
    else { return false }
    let verb = sentence.isCovered(index + 1, by: .adverbs) ? index + 2 : index + 1
    let modals: [StaticString] = [
      "may", "might", "could", "can", "will", "would", "must", "should", "cannot",
    ]
    return modals.contains { sentence.isWord(verb, $0) }
  }

  /// The subject: from where it begins, and without a clause about it, "changes | that occur in
  /// puberty".
  func subject(_ region: Range<Int>) -> Range<Int> {
    let relative = region.dropFirst().first { index in
      sentence.isWord(index, "that") && sentence.tokens[index - 1].kind == .word
        && sentence.contentClause(at: index) == nil
        && sentence.isCovered(index + 1, by: .auxiliaries, .happenings, .hedges)
        && !sentence.isCovered(index - 1, by: .reportVerbs, .frames, .attributions, .hedges)
        && !sentence.isCovered(index - 1, by: .auxiliaries, .inquiries)
        && hedging.reportEnd(at: index - 1) == nil
    }
    if let relative, sentence.tokens[region.upperBound - 1].kind != .comma {
      let before = Range<Int>.from(region.lowerBound, to: relative)
      let after = Range<Int>.from(relative + 1, to: region.upperBound)
      // A second "that" may begin what is said: "Studies that were done show that …".
      if leftStart(after) == after.lowerBound {
        return .from(leftStart(before), to: relative)
      }
    }
    return .from(leftStart(region), to: region.upperBound)
  }

  /// Where the subject begins: behind reports ("studies suggest that") and subordinating words.
  func leftStart(_ region: Range<Int>) -> Int {
    var start = region.lowerBound
    for index in region {
      if let report = hedging.reportEnd(at: index), report <= region.upperBound,
        !isBetweenCommas(index..<report)
      {
        start = max(start, report)
      } else if isNeglect(index), index > 0, sentence.tokens[index - 1].kind == .semicolon,
        let comma = Range<Int>.from(index, to: region.upperBound).first(where: {
          sentence.tokens[$0].kind == .comma
        })
      {
        // "…; if it carries on, it leads to".
        start = max(start, comma + 1)
      } else if let match = sentence.longest(.subordinators, at: index),
        clauseStart(match.tokens) < region.upperBound, !isAside(index, region),
        !isButAlso(index),
        !sentence.isCovered(index, by: .exclusions)
      {
        start = max(start, clauseStart(match.tokens))
      } else if sentence.isWord(index, "that"), index > region.lowerBound,
        index + 1 < region.upperBound, sentence.tokens[region.upperBound - 1].kind != .comma
      {
        // Closed by a comma, "…, the kind that lasts, …" is an aside within the subject.
        start = max(start, index + 1)
      } else if sentence.tokens[index].kind == .semicolon {
        start = max(start, index + 1)
      }
    }
    return min(start, region.upperBound)
  }

  /// "more than 3 months", "other than …".
  private func isAmount(_ index: Int) -> Bool {
    sentence.isWord(index, "than") && index + 1 < sentence.count
      && (sentence.tokens[index + 1].kind == .number || sentence.isWord(index - 1, "other")
        || sentence.isWord(index + 1, "usual") || sentence.isWord(index + 1, "normal"))
  }

  /// "Shade, some say, causes moss": an aside.
  private func isBetweenCommas(_ range: Range<Int>) -> Bool {
    range.lowerBound > 1 && sentence.tokens[range.lowerBound - 1].kind == .comma
      && range.upperBound < sentence.count && sentence.tokens[range.upperBound].kind == .comma
  }

  /// "not only A but also B": no clause begins.
  private func isButAlso(_ index: Int) -> Bool {
    sentence.isWord(index, "but") && sentence.isWord(index + 1, "also")
      && (max(0, index - 16)..<index).contains { place in
        sentence.isWord(place, "not")
          && ["only", "just", "merely", "simply"].contains { (word: StaticString) in
            sentence.isWord(place + 1, word)
          }
      }
  }

  /// Where a clause begins behind the words that join it: "as | it".
  func clauseStart(_ subordinator: Range<Int>) -> Int {
    let last = subordinator.upperBound - 1
    let isJoined =
      last > subordinator.lowerBound && sentence.isPhrase(last..<last + 1, .pronouns)
      && !sentence.isWord(last, "that")
    return isJoined ? last : subordinator.upperBound
  }

  /// ", when left alone, ": a clause between commas within the subject.
  func isAside(_ index: Int, _ region: Range<Int>) -> Bool {
    guard index > region.lowerBound + 1, sentence.tokens[index - 1].kind == .comma else {
      return false
    }
    return Range<Int>.from(index, to: region.upperBound).contains {
      sentence.tokens[$0].kind == .comma
    }
  }

  /// The token that separates two clauses: the last "and" or comma, or a subordinating word.
  func clauseBoundary(_ region: Range<Int>) -> Int? {
    let joints: [StaticString] = ["but", "because", "although", "though", "whereas", "while"]
    if let joint = region.last(where: { index in
      joints.contains { sentence.isWord(index, $0) } && !sentence.isCovered(index, by: .exclusions)
        && !isButAlso(index)
    }) {
      return joint
    }
    for index in region.reversed() {
      let kind = sentence.tokens[index].kind
      if kind == .semicolon || kind == .dash { return index }
      if let match = sentence.longest(.subordinators, at: index),
        !sentence.isCovered(index, by: .exclusions)
      {
        return clauseStart(match.tokens) - 1
      }
      if sentence.isWord(index, "and") || sentence.isWord(index, "or") || kind == .comma
        || isTime(index)
      {
        return index
      }
    }
    return nil
  }

  /// "… as people lose their homes": a clause begins, where "such as" and "as well" do not stand.
  private func isTime(_ index: Int) -> Bool {
    guard sentence.isWord(index, "as"), !sentence.isWord(index + 1, "well") else { return false }
    let words: [StaticString] = ["such", "known", "well", "as", "same", "described", "seen", "so"]
    return !words.contains { sentence.isWord(index - 1, $0) }
  }

  func auxiliariesStart(before index: Int, from limit: Int) -> Int {
    var start = index
    while start > limit,
      sentence.isCovered(start - 1, by: .auxiliaries, .adverbs, .hedges, .denials, .frames)
    {
      start -= 1
    }
    return start
  }

  func isJoint(_ index: Int) -> Bool {
    sentence.tokens[index].kind == .comma || sentence.isWord(index, "and")
      || sentence.isWord(index, "or") || sentence.isWord(index, "but")
      || sentence.tokens[index].kind == .dash || sentence.tokens[index].kind == .slash
  }

  func isRelative(_ index: Int) -> Bool {
    sentence.isWord(index, "which") || sentence.isWord(index, "that")
      || sentence.isWord(index, "who")
  }
}
