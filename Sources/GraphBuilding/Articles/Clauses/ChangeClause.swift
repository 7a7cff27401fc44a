/// A clause that says what becomes of something: "fish | die", "crops | are destroyed", "the skin |
/// becomes | dry".
struct ChangeClause {
  /// Who or what it says it of.
  var subject: Range<Int>
  var change: Change
  /// Where it stands: "in the sinuses" of "mucus builds up in the sinuses".
  var place: Range<Int>
  /// Behind its last word.
  var end: Int

  enum Change {
    /// By a verb of the lexicon's `changes` or `undergone`.
    case verb(TaggedSentence.Match)
    /// Becomes or is so: the adjectives.
    case state(Range<Int>, verb: Int)
  }
}

/// Finds the clauses of a sentence that say what becomes of something.
///
/// Such clauses name no relation: that what they tell follows from the condition is said by the
/// heading above them.
struct ChangeClauseFinder {
  let sentence: TaggedSentence
  /// Whether "is" is enough to tell what shows: "the throat is sore".
  let readsSigns: Bool
  /// Whether what anything is counts, and not only parts of the body: "the work is too hard".
  var readsStates = false

  static let longestSubject = 9

  /// The clauses in reading order, up to one that opens with a condition.
  ///
  /// - Complexity: O(tokens).
  func find(in range: Range<Int>) -> [ChangeClause] {
    var clauses: [ChangeClause] = []
    var start = range.lowerBound
    var last: ChangeClause?
    while start < range.upperBound, clauses.count < 8 {
      while start < range.upperBound, isBetweenClauses(start) { start += 1 }
      last = clause(from: start, to: range.upperBound, after: last)
      if let last { clauses.append(last) }
      guard let next = nextClause(behind: last?.end ?? start, before: range.upperBound) else {
        break
      }
      start = next
    }
    return clauses
  }

  /// A conjunction, an adverb or a mark that opens a clause.
  private func isBetweenClauses(_ index: Int) -> Bool {
    !sentence.tokens[index].isWordLike
      || ["and", "or", "but", "so", "then"].contains { (word: StaticString) in
        sentence.isWord(index, word)
      }
      || sentence.isCovered(index, by: .adverbs, .hedges)
        && !sentence.isCovered(index, by: .changes, .subjects)
  }

  /// "the skin | to | become dry": the clause without a finite verb.
  ///
  /// - Complexity: O(tokens).
  func infinitive(behind to: Int, to end: Int, of subject: Range<Int>) -> ChangeClause? {
    let verb = to + 1
    guard verb < end, !subject.isEmpty, !sentence.isDenied(in: subject) else { return nil }
    if let match = sentence.longest(.changes, at: verb, before: end),
      isIntransitive(match.tokens.upperBound, end)
    {
      return changed(match, subject, end)
    }
    return isForm(verb) ? predicate(at: verb, to: end, of: subject, isShared: true) : nil
  }

  // MARK: One clause

  private func clause(from start: Int, to end: Int, after last: ChangeClause?) -> ChangeClause? {
    guard start < end else { return nil }
    // "joints swell, redden and ache": what changes is named once.
    if let last, let found = predicate(at: start, to: end, of: last.subject, isShared: true) {
      return found
    }
    if sentence.isDenied(in: start..<start + 1) { return nil }
    let list = listEnd(from: start, to: end)
    let limit = min(end, (list ?? start) + Self.longestSubject + 1)
    for index in Range<Int>.from((list ?? start) + 1, to: limit) {
      let subject = start..<index
      if let found = predicate(at: index, to: end, of: subject, isShared: false) { return found }
      if stopsSubject(index) { return nil }
    }
    return nil
  }

  /// "roads, railways and | power lines are cut": where the last name of a list that is a subject
  /// begins, or nil where none stands here.
  private func listEnd(from start: Int, to end: Int) -> Int? {
    var hasComma = false
    var part = start
    for index in Range<Int>.from(start, to: min(end, start + 2 * Self.longestSubject)) {
      let isComma = sentence.tokens[index].kind == .comma
      if isComma || sentence.isWord(index, "and") || sentence.isWord(index, "or") {
        if isComma, sentence.isAny(index + 1, ["and", "or"]) { continue }
        guard index > part, index - part <= 4 else { return nil }
        // "pain in joints and muscles, loss of appetite and …".
        let isOr = sentence.isWord(index, "or")
        if !isComma, hasComma || isOr { return index + 1 < end ? index + 1 : nil }
        if isComma { hasComma = true }
        part = index + 1
        continue
      }
      if stopsSubject(index) || isPreposition(index) && index == part
        || index > part && sentence.isCovered(index, by: .changes)
        || sentence.isCovered(index, by: .adverbs, .relations, .changes) && index == part
          && !sentence.isGerund(index) && !sentence.isCovered(index, by: .categories)
      {
        return nil
      }
    }
    return nil
  }

  /// Whether no subject goes on over this token.
  private func stopsSubject(_ index: Int) -> Bool {
    guard sentence.tokens[index].isWordLike else { return true }
    return sentence.isCovered(index, by: .subordinators, .pronouns, .denials)
      || ["that", "which", "to", "not", "only", "or"].contains { (word: StaticString) in
        sentence.isWord(index, word)
      }
      || isForm(index)
  }

  func isForm(_ index: Int) -> Bool {
    isBeing(index) || isBecoming(index)
      || [
        "can", "could", "may", "might", "will", "would", "must", "do", "does", "did", "has",
        "have", "had", "should",
      ].contains { (word: StaticString) in sentence.isWord(index, word) }
  }

  func isBeing(_ index: Int) -> Bool {
    ["is", "are", "was", "were", "be", "been", "being"].contains { (word: StaticString) in
      sentence.isWord(index, word)
    }
  }

  private func isBecoming(_ index: Int) -> Bool {
    [
      "become", "becomes", "became", "feel", "feels", "get", "gets", "turn", "turns", "turned",
      "grow", "grows", "look", "looks", "sound", "sounds", "seem", "seems", "go", "goes", "remain",
      "remains", "stay", "stays", "taste", "tastes", "smell", "smells", "getting", "becoming",
      "turning", "growing",
    ].contains { (word: StaticString) in sentence.isWord(index, word) }
  }

  private func predicate(
    at start: Int, to end: Int, of subject: Range<Int>, isShared: Bool
  ) -> ChangeClause? {
    let opensBadly =
      !isShared
      && ["being", "been", "be"].contains { (word: StaticString) in
        sentence.isWord(start, word)
      }
    let isOpen = subject.last.map { isPreposition($0) || isConjunction($0) } ?? true
    if opensBadly || isOpen { return nil }
    if !isForm(start) {
      // "Headaches | also | occur".
      let first = isBetween(start, end) ? start + 1 : start
      guard let verb = sentence.longest(.changes, at: first, before: end),
        agrees(first, with: subject), isIntransitive(verb.tokens.upperBound, end),
        !isNoun(verb.tokens, behind: subject)
      else { return nil }
      return changed(verb, subject, end)
    }
    var index = start
    var form: Int?
    while index < end, sentence.tokens[index].isWordLike {
      if let verb = sentence.longest(.changes, at: index, before: end), verb.tokens.count > 1 {
        break
      }
      if isForm(index) {
        if isBeing(index) || isBecoming(index) { form = index }
      } else if sentence.isCovered(index, by: .denials) || sentence.isWord(index, "not")
        || sentence.isWord(index, "to") && form.map(isBeing) == true
      {
        return nil
      } else if sentence.longest(.changes, at: index, before: end) != nil
        || sentence.longest(.undergone, at: index, before: end) != nil
        || !sentence.isCovered(index, by: .auxiliaries, .adverbs, .hedges)
      {
        break
      }
      index += 1
    }
    guard index < end, sentence.tokens[index].isWordLike else { return nil }
    if let form, isBeing(form) || isPassive(form),
      let verb = sentence.longest(.undergone, at: index, before: end),
      isIntransitive(verb.tokens.upperBound, end)
    {
      return changed(verb, subject, end)
    }
    // "The eyes become reddened."
    let isParticiple = sentence.hasSuffix(index, "ed") || sentence.hasSuffix(index, "en")
    if form.map(isBecoming) != true || isParticiple,
      let verb = sentence.longest(.changes, at: index, before: end),
      isIntransitive(verb.tokens.upperBound, end)
    {
      return changed(verb, subject, end)
    }
    guard let form else { return nil }
    return state(index, end, subject, form)
  }

  /// An adverb between the subject and its verb.
  private func isBetween(_ index: Int, _ end: Int) -> Bool {
    index + 1 < end && sentence.isCovered(index, by: .adverbs)
      && !sentence.isCovered(index, by: .changes)
  }

  /// "lack of clean | water | helps": a noun, which an adjective stands before or a verb behind.
  private func isNoun(_ verb: Range<Int>, behind subject: Range<Int>) -> Bool {
    guard verb.count == 1 else { return false }
    // "night sweats", a name of the lexicon.
    if let name = sentence.longest(.categories, at: verb.lowerBound - 1), name.tokens.count > 1 {
      return true
    }
    return subject.last.map { sentence.isPhrase($0..<$0 + 1, .adjectives) } ?? false
      || sentence.isCovered(verb.upperBound, by: .auxiliaries) && !isPreposition(verb.upperBound)
        && !sentence.isWord(verb.upperBound, "to") && !sentence.isWord(verb.upperBound, "out")
        && !sentence.isWord(verb.upperBound, "all")
  }

  private func isPassive(_ form: Int) -> Bool {
    ["get", "gets", "become", "becomes"].contains { (word: StaticString) in
      sentence.isWord(form, word)
    }
  }

  private func changed(
    _ verb: TaggedSentence.Match, _ subject: Range<Int>, _ end: Int
  ) -> ChangeClause? {
    if sentence.entry(verb).needsQuantity,
      !subject.contains(where: { sentence.isCovered($0, by: .quantities) })
    {
      return nil
    }
    let behind = verb.tokens.upperBound
    let place = place(behind, end)
    return ChangeClause(
      subject: subject, change: .verb(verb), place: place, end: max(behind, place.upperBound))
  }

  /// No object follows: "prices fall in spring", not "fall victim".
  func isIntransitive(_ index: Int, _ end: Int) -> Bool {
    guard index < end, sentence.tokens[index].isWordLike else { return true }
    // "dies more often", but "collects less tax".
    let degrees: [StaticString] = ["more", "less", "most", "much", "all", "a", "even", "almost"]
    if degrees.contains(where: { sentence.isWord(index, $0) }) {
      return index + 1 >= end || !sentence.tokens[index + 1].isWordLike
        || isPreposition(index + 1) || isConjunction(index + 1)
        || sentence.isWord(index + 1, "lot") || sentence.isWord(index + 1, "little")
        || sentence.isWord(index + 1, "likely") || sentence.isWord(index + 1, "time")
        || sentence.isWord(index, "all")
        || sentence.isCovered(index + 1, by: .adverbs, .hedges)
    }
    return isPreposition(index) || isConjunction(index)
      || sentence.isCovered(index, by: .adverbs, .subordinators, .hedges)
      || [
        "as", "too", "so", "up", "down", "out", "away", "further", "faster",
        "earlier", "sooner", "within", "every", "each", "very",
        "at", "than", "like", "well", "easily", "again", "untreated",
      ].contains { (word: StaticString) in sentence.isWord(index, word) }
  }

  /// A singular subject has a verb in -s, a plural one has none.
  private func agrees(_ verb: Int, with subject: Range<Int>) -> Bool {
    let head = subject.first { isPreposition($0) } ?? subject.upperBound
    let isJoined = Range<Int>.from(subject.lowerBound, to: head).contains {
      sentence.isWord($0, "and")
    }
    guard head > subject.lowerBound else { return false }
    let noun = head - 1
    guard sentence.tokens[noun].kind == .word, !sentence.isCovered(noun, by: .leadIns, .adverbs),
      !sentence.hasSuffix(noun, "ically")
    else { return false }
    let isThird =
      sentence.hasSuffix(verb, "s") && !sentence.hasSuffix(verb, "ss")
    let isPast = sentence.hasSuffix(verb, "ed") || sentence.hasSuffix(verb, "ing")
    if isPast { return !sentence.hasSuffix(verb, "ing") }
    let isPlural =
      isJoined || sentence.isPlural(noun)
    let isEither = [
      "fish", "people", "children", "teeth", "feet", "cattle", "sheep", "women", "men", "wildlife",
      "livestock", "police", "species", "algae", "bacteria", "mice", "geese", "you", "they", "we",
    ].contains { (word: StaticString) in sentence.isWord(noun, word) }
    return isEither || isPlural != isThird
  }

  // MARK: Words around

  func isPreposition(_ index: Int) -> Bool {
    [
      "in", "of", "on", "at", "from", "around", "behind", "between", "under", "inside", "along",
      "near", "into", "with", "for", "by", "through", "over", "across", "during", "after", "before",
      "among", "within", "without", "onto", "below", "above", "per", "because", "due",
    ].contains { (word: StaticString) in sentence.isWord(index, word) }
  }

  func isConjunction(_ index: Int) -> Bool {
    ["and", "or", "but", "so", "while", "when", "if", "until", "unless", "as"].contains {
      (word: StaticString) in sentence.isWord(index, word)
    }
  }

  /// "in the sinuses", "around the eyes", where it ends the clause.
  private func place(_ start: Int, _ end: Int) -> Range<Int> {
    let none = start..<start
    guard start + 1 < end,
      ["in", "around", "behind", "under", "on", "inside"].contains(where: {
        (word: StaticString) in sentence.isWord(start, word)
      }),
      ["the", "your", "their"].contains(where: { (word: StaticString) in
        sentence.isWord(start + 1, word)
      })
    else { return none }
    var index = start + 2
    while index < min(end, start + 6), sentence.tokens[index].kind == .word,
      !isConjunction(index), !isPreposition(index),
      !sentence.isCovered(index, by: .subordinators, .relations, .adverbs)
    {
      index += 1
    }
    return index > start + 2 ? start..<index : none
  }

  /// Where the next clause begins, over what else stands in this one.
  private func nextClause(behind end: Int, before limit: Int) -> Int? {
    var index = end
    while index < limit {
      let token = sentence.tokens[index]
      if token.kind == .comma || token.kind == .semicolon { return index + 1 }
      guard token.isWordLike else { return nil }
      if sentence.isWord(index, "and") || sentence.isWord(index, "but")
        || sentence.isWord(index, "while")
      {
        return index + 1
      }
      if sentence.isCovered(index, by: .subordinators, .denials) { return nil }
      index += 1
    }
    return nil
  }
}
