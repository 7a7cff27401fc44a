internal import GraphModel

/// A sentence about those who have the condition and what they feel, do or bear: "People with gout
/// may feel tired and weak, vomit, or have a fever".
struct PatientClause {
  let sentence: TaggedSentence
  let reader: EndsReader
  let capitals: Capitals

  struct Reading {
    var things: [NamedThing] = []
    /// Those are named who have the condition, and not only "you" or "some people".
    var namesFocus = false
    /// Says by a verb or an adjective what is the matter, and not only by a noun: "they vomit".
    var isTold = false
    /// Who they are, and the words up to what is told of them.
    var subject: Range<Int> = 0..<0
  }

  /// What is told of them, or nil where the sentence is about nobody, or denies it.
  ///
  /// - Complexity: O(tokens).
  func read() -> Reading? {
    guard var reading = subject() else { return nil }
    let start = behindAuxiliaries(reading.subject.upperBound)
    guard !sentence.isDenied(in: reading.subject.lowerBound..<start) else { return nil }
    var index = start
    while index < sentence.count {
      guard let end = predicate(at: index, &reading) else { break }
      guard let next = nextPredicate(behind: end) else { break }
      index = next
    }
    return reading.things.isEmpty ? nil : reading
  }

  // MARK: Who

  private func subject() -> Reading? {
    var reading = Reading()
    var start = 0
    while start < min(6, sentence.count),
      !sentence.tokens[start].isWordLike || sentence.isCovered(start, by: .adverbs, .openers)
        || sentence.isAny(start, ["or", "and", "but", "so"])
    {
      if sentence.isAny(start, ["if", "when", "once", "unless", "whether"]) { break }
      start += 1
    }
    guard start < sentence.count else { return nil }
    let isCondition = sentence.isAny(start, ["if", "when", "once"])
    if isCondition || sentence.isAny(start, ["in", "for", "with", "during"]) {
      guard
        let comma = Range<Int>.from(start + 1, to: min(sentence.count, start + 12))
          .first(where: { sentence.tokens[$0].kind == .comma })
      else { return nil }
      if isCondition {
        // "If you have gout, you may feel …"; nothing else may be supposed.
        guard comma > start + 2, sentence.longest(.subjects, at: start + 1) != nil,
          let verb = sentence.longest(.havings, at: start + 2),
          namesFocus(verb.tokens.upperBound, to: comma)
        else { return nil }
        reading.namesFocus = true
      } else if sentence.isAny(start, ["with", "during"]) {
        // "During an attack, you may see …".
        let opening = Range<Int>.from(start + 1, to: comma)
        guard
          namesFocus(opening.lowerBound, to: comma)
            || opening.contains(where: { sentence.isCovered($0, by: .episodes) })
        else { return nil }
        reading.namesFocus = true
      }
      start = comma + 1
    }
    let first = start
    while start < min(first + 4, sentence.count),
      sentence.isCovered(start, by: .ages, .leadIns, .adjectives)
        || sentence.isAny(start, ["some", "most", "many", "several", "all", "other", "certain"]),
      sentence.longest(.subjects, at: start) == nil,
      sentence.longest(.populations, at: start) == nil
    {
      start += 1
    }
    guard start < sentence.count else { return nil }
    let who = [LexiconSection.subjects, .populations].compactMap {
      sentence.longest($0, at: start)?.tokens.upperBound
    }.max()
    guard let who, who < sentence.count else { return nil }
    reading.subject = first..<who
    guard let end = afflictionEnd(who) else {
      let goesOn = sentence.isAny(who, ["with", "who", "living", "suffering", "of", "whose", "in"])
      return goesOn ? nil : reading
    }
    reading.subject = first..<end
    reading.namesFocus = true
    return reading
  }

  /// Behind "with gout", "who have the disease".
  private func afflictionEnd(_ start: Int) -> Int? {
    var index = start
    // "people who" is a subject by itself.
    if sentence.isWord(index, "who") { index += 1 }
    let isAfter = index > start || sentence.isWord(start - 1, "who")
    let words: [StaticString] = ["with", "living", "suffering", "diagnosed", "affected"]
    if isAfter {
      guard index < sentence.count, let verb = sentence.longest(.havings, at: index) else {
        return nil
      }
      index = verb.tokens.upperBound
    } else {
      guard sentence.isAny(index, words) else { return nil }
      index += 1
      while sentence.isAny(index, ["with", "from", "by"]) { index += 1 }
    }
    for place in Range<Int>.from(index, to: min(index + 4, sentence.count)) {
      if let end = reader.focus.nameEnd(from: place, in: sentence) { return end }
      if let noun = sentence.longest(.conditionNouns, at: place) { return noun.tokens.upperBound }
      guard sentence.isCovered(place, by: .leadIns, .adjectives, .modifiers) else { return nil }
    }
    return nil
  }

  private func namesFocus(_ start: Int, to end: Int) -> Bool {
    Range<Int>.from(start, to: end).contains { index in
      reader.focus.isNamed(from: index, in: sentence)
        || sentence.longest(.conditionNouns, at: index) != nil
    }
  }

  // MARK: What

  private func behindAuxiliaries(_ start: Int) -> Int {
    var index = start
    while index < sentence.count, !isTelling(index),
      sentence.isCovered(index, by: .auxiliaries, .adverbs, .hedges)
        || sentence.isAny(index, ["may", "can", "might", "could", "will", "tend", "to", "even"])
    {
      index += 1
    }
    return index
  }

  /// Reads one predicate; gives the token behind it, or nil where it tells nothing that is known.
  private func predicate(at index: Int, _ reading: inout Reading) -> Int? {
    guard index < sentence.count else { return nil }
    if let felt = felt(at: index), reading.namesFocus || !sentence.isAny(index, ["are", "is"]) {
      reading.things += felt.things
      reading.isTold = true
      return felt.end
    }
    if let done = done(at: index) {
      reading.things.append(done.thing)
      reading.isTold = true
      return done.end
    }
    guard let verb = sentence.longest(.havings, at: index)?.tokens.upperBound ?? feelingEnd(index)
    else { return nil }
    let end = nounsEnd(verb)
    let nouns = verb..<end
    guard !nouns.isEmpty, !sentence.isDenied(in: nouns),
      !sentence.isWord(verb, "to"), !reader.namesFocus(nouns)
    else { return nil }
    reading.things += MentionParser(sentence).parse(nouns)
      .map { capitals.lowered($0, at: sentence.place(of: $0)) }
    return end
  }

  /// "feel", "feels": what follows is felt.
  private func feelingEnd(_ index: Int) -> Int? {
    sentence.isAny(index, ["feel", "feels", "felt"]) ? index + 1 : nil
  }

  /// "feel very tired, weak, or dizzy".
  private func felt(at index: Int) -> (things: [NamedThing], end: Int)? {
    let verbs: [StaticString] = [
      "feel", "feels", "get", "gets", "become", "becomes", "be", "are", "is", "go", "goes", "seem",
      "look", "seems", "looks",
    ]
    guard sentence.isAny(index, verbs) else { return nil }
    let name = ChangeName(sentence: sentence, capitals: capitals)
    var things: [NamedThing] = []
    var end = index + 1
    var place = end
    while place < sentence.count {
      while place < sentence.count,
        !sentence.tokens[place].isWordLike
          ? sentence.tokens[place].kind == .comma : isBesideQuality(place)
      {
        place += 1
      }
      guard place < sentence.count else { break }
      if let other = unknownQuality(place, isFelt: feelingEnd(index) != nil && !things.isEmpty) {
        things.append(other)
        place += 1
        end = place
        continue
      }
      guard let match = sentence.longest(.qualities, at: place), endsName(match.tokens.upperBound)
      else { break }
      things += name.qualities(match.tokens, match.tokens)
      place = match.tokens.upperBound
      end = place
    }
    return things.isEmpty ? nil : (things, end)
  }

  /// "feel tired, | uneasy, | or weak": an adjective that the lexicon has no noun for.
  private func unknownQuality(_ index: Int, isFelt: Bool) -> NamedThing? {
    guard isFelt, index + 1 < sentence.count, sentence.tokens[index].kind == .word,
      sentence.longest(.qualities, at: index) == nil, !isTelling(index),
      sentence.tokens[index - 1].kind == .comma || sentence.isAny(index - 1, ["and", "or"]),
      !sentence.tokens[index + 1].isWordLike,
      !sentence.isCovered(index, by: .adverbs, .subordinators, .leadIns, .bodyParts)
    else { return nil }
    let word = NameForm(sentence).text(of: index..<index + 1).lowercased()
    var thing = NamedThing(name: "feeling \(word)", place: sentence.textRange(index..<index + 1))
    thing.synonyms = [word]
    thing.category = .phenotypicFeature
    return thing
  }

  /// "sick" of "feel sick", and not of "have sick parents".
  private func endsName(_ index: Int) -> Bool {
    index >= sentence.count || !sentence.tokens[index].isWordLike
      || sentence.isCovered(index, by: .adverbs, .subordinators, .adjuncts)
      || sentence.isAny(
        index,
        [
          "and", "or", "but", "in", "during", "after", "at", "on", "all", "most", "with", "while",
          "to", "from", "about", "for", "when", "if", "because", "even", "as", "more", "than",
        ])
  }

  private func isBesideQuality(_ index: Int) -> Bool {
    sentence.isAny(
      index,
      [
        "and", "or", "very", "extremely", "unusually", "increasingly", "really", "so", "too",
        "more",
      ])
      || sentence.longest(.qualities, at: index) == nil
        && sentence.isCovered(index, by: .adverbs, .hedges)
  }

  /// "vomit", "lose weight", "bleed easily": the noun that the lexicon has for it.
  private func done(at index: Int) -> (thing: NamedThing, end: Int)? {
    if let struggle = struggle(at: index) { return struggle }
    guard let match = sentence.longest(.changes, at: index) else { return nil }
    let entry = sentence.entry(match)
    let end = match.tokens.upperBound
    guard let pattern = entry.names.first, !entry.needsQuantity,
      end >= sentence.count || !sentence.tokens[end].isWordLike || endsName(end)
    else { return nil }
    var name = pattern
    if pattern.contains("*") {
      // "bleeding of *", "itching of *": of people, the first word is enough.
      guard let word = pattern.spacedWords.first, word.hasSuffix("ing") || word == "death" else {
        return nil
      }
      name = String(word)
    }
    var thing = NamedThing(name: name, place: sentence.textRange(match.tokens))
    thing.synonyms = pattern.contains("*") ? [] : Array(entry.names.dropFirst())
    thing.category = .phenotypicFeature
    return (thing, end)
  }

  /// "struggle to breathe", "be unable to sleep", "have trouble sleeping".
  private func struggle(at index: Int) -> (thing: NamedThing, end: Int)? {
    guard reader.context.role != .effects else { return nil }
    let isStruggle = sentence.isAny(index, ["struggle", "struggles"])
    let isUnable =
      sentence.isAny(index, ["be", "are", "is", "become", "becomes"])
      && sentence.isWord(index + 1, "unable")
    let to = index + (isUnable ? 2 : 1)
    guard isStruggle || isUnable, sentence.isWord(to, "to"), to + 1 < sentence.count,
      sentence.tokens[to + 1].kind == .word
    else { return nil }
    let end = nounsEnd(to + 1)
    let form = NameForm(sentence)
    let verb = form.text(of: to + 1..<to + 2).lowercased()
    let rest = end > to + 2 ? " " + form.text(of: to + 2..<end) : ""
    let name = isUnable ? "inability to \(verb)\(rest)" : "difficulty \(Gerund.of(verb))\(rest)"
    var thing = NamedThing(name: name, place: sentence.textRange(index..<end))
    thing.category = .phenotypicFeature
    return (thing, end)
  }

  // MARK: Bounds

  private func isTelling(_ index: Int) -> Bool {
    sentence.longest(.havings, at: index) != nil || felt(at: index) != nil
      || sentence.longest(.changes, at: index) != nil || struggle(at: index) != nil
      || feelingEnd(index) != nil
  }

  /// Where names end: before a clause, or before a comma or "and" behind which a predicate begins.
  private func nounsEnd(_ start: Int) -> Int {
    var index = start
    while index < sentence.count {
      let token = sentence.tokens[index]
      switch token.kind {
      case .semicolon, .stop, .dash, .colon: return index
      default: break
      }
      if sentence.isCovered(index, by: .subordinators, .adjuncts) || sentence.isWord(index, "but")
        || sentence.isAny(index, ["which", "that", "who"])
      {
        return index
      }
      if let next = jointEnd(index), isPredicate(next) { return index }
      index += 1
    }
    return index
  }

  /// Behind a comma, "and", "or" and what may stand before a verb.
  private func jointEnd(_ index: Int) -> Int? {
    guard
      sentence.tokens[index].kind == .comma || sentence.isAny(index, ["and", "or"])
    else { return nil }
    return behindJoint(index)
  }

  private func behindJoint(_ index: Int) -> Int {
    var next = index
    while next < sentence.count,
      sentence.tokens[next].kind == .comma || sentence.isAny(next, ["and", "or", "even", "may"])
        || sentence.isCovered(next, by: .adverbs, .hedges) && !isTelling(next)
    {
      next += 1
    }
    return next
  }

  /// A verb, and not the noun that looks like it: "pain, cough and fever".
  private func isPredicate(_ index: Int) -> Bool {
    if sentence.longest(.havings, at: index) != nil, !sentence.isWord(index, "with") { return true }
    if felt(at: index) != nil || struggle(at: index) != nil || feelingEnd(index) != nil {
      return true
    }
    guard let match = sentence.longest(.changes, at: index) else { return false }
    return match.tokens.count > 1
  }

  /// Where the next predicate begins, where one follows a comma, "and" or "or".
  private func nextPredicate(behind end: Int) -> Int? {
    guard end < sentence.count,
      sentence.tokens[end].kind == .comma || sentence.isAny(end, ["and", "or"])
    else { return nil }
    let next = behindJoint(end)
    return next < sentence.count && isTelling(next) ? next : nil
  }
}

extension StatementReader {
  /// What those who have the condition feel, do or bear, where a verb or an adjective tells it.
  ///
  /// - Complexity: O(tokens).
  ///
  /// - Parameter evenNamed: also where only nouns tell it, of those who are said to have it.
  func patientSigns(_ result: inout Result, evenNamed: Bool = false) -> [Draft] {
    let isOfSigns = context.role == .symptoms || context.role == .effects
    guard isOfSigns || context.role.map({ $0 == .definition }) ?? true, context.leads.isEmpty,
      let reading = PatientClause(sentence: sentence, reader: reader, capitals: capitals).read(),
      reading.isTold || evenNamed && reading.namesFocus, reading.namesFocus || isOfSigns
    else { return [] }
    var hedged = result
    weakenByHedges(&hedged)
    guard !hedged.withholds else { return [] }
    (result.certainty, result.hedge) = (hedged.certainty, hedged.hedge)
    result.hasRelations = true
    let things = reading.things.filter { !$0.names.contains(where: focus.isNamed) && !$0.isPlace }
    guard reading.namesFocus else {
      return listed(things, context.role ?? .symptoms, result)
    }
    var use = RelationUse(
      relation: Relation(
        isReversed: false, predicate: .hasPhenotype, polarity: .unknown, certainty: .established),
      left: reading.subject, right: reading.subject.upperBound..<sentence.count,
      phrase: reading.subject, clauseStart: 0)
    (use.certainty, use.needsPeople) = (result.certainty, true)
    var drafts = statements(
      use, focusIsSubject: true, Ends(isFocus: true, isOfPeople: true), Ends(things: things))
    for index in drafts.indices { drafts[index].hedge = result.hedge }
    return drafts
  }
}
