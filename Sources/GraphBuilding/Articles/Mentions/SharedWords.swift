internal import GraphModel

extension MentionParser {
  /// "heart and kidney diseases" → heart diseases, kidney diseases; "lack of food or sleep" → lack
  /// of food, lack of sleep.
  func shareHeads(_ things: [NamedThing]) -> [NamedThing] {
    guard things.count > 1 else { return things }
    var result = things
    for index in 0..<(things.count - 1) {
      guard let head = SharedHead(result[index], things.dropFirst(index + 1), sentence) else {
        continue
      }
      result[index].name += " \(head.noun)"
      result[index].category = result[index].category ?? things[index + 1].category
    }
    shareSites(&result)
    shareEvents(&result)
    shareBeginnings(&result)
    shareStates(&result)
    shareDifficulties(&result)
    for index in 1..<things.count where result[index].name == things[index].name {
      if let stem = SharedHead.stem(of: result[index - 1], for: result[index], sentence) {
        result[index].name = "\(stem) \(result[index].name)"
        // "sensitivity to both light and sound" is sensitivity to light, and to sound.
        if result[index - 1].name.hasPrefix("\(stem) both ") {
          let rest = result[index - 1].name.dropFirst(stem.count + " both ".count)
          result[index - 1].name = "\(stem) \(rest)"
        }
      }
    }
    return result
  }

  /// "environmental and inherited factors": an adjective told by its ending goes with the noun of
  /// the name behind it, which begins with an adjective too.
  func sharedAdjective(
    _ part: Range<Int>, before later: ArraySlice<Range<Int>>
  ) -> NamedThing? {
    // "illegal, unreported and unregulated fishing".
    guard let next = later.first(where: { $0.count > 1 }),
      later.prefix(while: { $0 != next }).allSatisfy({
        sentence.isRelational($0.lowerBound) || sentence.hasSuffix($0.lowerBound, "ed")
      })
    else { return nil }
    // "a combination of | genetic".
    let words = part.drop { sentence.isCovered($0, by: .leadIns, .adverbs) }
    guard words.count == 1, let index = words.first,
      sentence.isRelational(index)
        || later.first != next && sentence.hasSuffix(index, "ed")
        || sentence.hasSuffix(index, "ed") && sentence.hasSuffix(next.lowerBound, "ed")
    else {
      return nil
    }
    // "genetic, environmental and lifestyle factors".
    let isPair =
      sentence.isWord(words.upperBound, "or") || sentence.isWord(words.upperBound, "and")
      || later.first != next
    let cleaned = NameCleaner(sentence: sentence).clean(next).tokens
    guard cleaned.count >= 2, let first = cleaned.first,
      cleaned.count == 2 || sentence.isRelational(first) && sentence.isRelational(index),
      sentence.isRelational(first) || sentence.isCovered(first, by: .adjectives, .modifiers)
        || sentence.hasSuffix(first, "ed")
        || isPair && sentence.isCovered(first + 1, by: .heads, .collectives)
    else { return nil }
    let adjective = sentence.string(index..<index + 1)
    var thing = NamedThing(
      name: "\(adjective) \(sentence.string(first + 1..<cleaned.upperBound))",
      place: sentence.textRange(index..<index + 1))
    let head = NameHead(cleaned, sentence)
    thing.category = head.category
    thing.isCollective = head.isCollective
    return thing
  }

  /// "chest tightness or pain": pain has a place.
  private func shareSites(_ things: inout [NamedThing]) {
    for index in things.indices.dropFirst() {
      guard let own = sentence.tokens(in: things[index].place), own.count == 1,
        sentence.isPhrase(own, .sites), sentence.isWord(own.lowerBound - 1, "or"),
        let before = sentence.tokens(in: things[index - 1].place), before.count == 2,
        sentence.isBodyPart(before.lowerBound),
        sentence.isPhrase(before.lowerBound + 1..<before.upperBound, .sites)
      else { continue }
      things[index].name =
        sentence.string(before.lowerBound..<before.lowerBound + 1) + " " + things[index].name
    }
  }

  /// "being overweight or inactive": what one is.
  private func shareStates(_ things: inout [NamedThing]) {
    for index in things.indices.dropFirst() {
      guard things[index - 1].name.lowercased().hasPrefix("being "),
        let own = sentence.tokens(in: things[index].place), own.count == 1,
        sentence.isState(own.lowerBound)
      else { continue }
      things[index].name = "being \(things[index].name)"
    }
  }

  /// "trouble concentrating, remembering or making decisions": trouble with each of them.
  private func shareDifficulties(_ things: inout [NamedThing]) {
    var difficulty: String?
    for index in things.indices {
      guard let own = sentence.tokens(in: things[index].place), let first = own.first else {
        continue
      }
      if own.count > 1, sentence.isCovered(first, by: .binders), sentence.isGerund(first + 1) {
        difficulty = NameForm(sentence).text(of: first..<first + 1)
      } else if let shared = difficulty, sentence.isGerund(first) {
        things[index].name = "\(shared) \(things[index].name)"
        things[index].category = nil
      } else {
        difficulty = nil
      }
    }
  }

  /// "insufficient planning and testing", "lack of sleep, exercise and sunlight": what is needed is
  /// meant with the words that say it is missing; by itself it would be blamed for what its lack
  /// does.
  private func shareBeginnings(_ things: inout [NamedThing]) {
    var beginning: SharedBeginning?
    for index in things.indices {
      guard let own = sentence.tokens(in: things[index].place) else { continue }
      if let found = SharedBeginning(own, sentence) {
        beginning = found
        // "sensitivity to both light and sound".
        if things[index].name.hasPrefix("\(found.text) both ") {
          let rest = things[index].name.dropFirst(found.text.count + " both ".count)
          things[index].name = "\(found.text) \(rest)"
        }
      } else if let shared = beginning, shared.isShared(by: own.lowerBound),
        shared.canReach(own.lowerBound)
      {
        things[index].name = "\(shared.text) \(things[index].name)"
        things[index].category = nil
      } else {
        beginning = nil
      }
    }
  }
}

/// A noun that two joined names share.
struct SharedHead {
  var noun: String

  /// The plural noun that a part of the body before "and" shares with a later name:
  /// "heart and kidney diseases".
  init?(_ thing: NamedThing, _ later: ArraySlice<NamedThing>, _ sentence: TaggedSentence) {
    guard let index = Self.onlyToken(of: thing, sentence) else { return nil }
    if let noun = Self.compoundNoun(of: index, later, sentence) {
      self.noun = noun
      return
    }
    guard sentence.isPhrase(index..<index + 1, .bodyParts) else { return nil }
    for other in later {
      guard let last = Self.lastToken(of: other, sentence) else { return nil }
      if sentence.isPhrase(last..<last + 1, .heads) || sentence.isPhrase(last..<last + 1, .sites),
        last > 0,
        sentence.isCovered(last - 1, by: .bodyParts) || sentence.isRelational(last - 1)
      {
        noun = sentence.string(last..<last + 1)
        return
      }
      guard let only = Self.onlyToken(of: other, sentence),
        sentence.isPhrase(only..<only + 1, .bodyParts)
      else { return nil }
    }
    return nil
  }

  /// "wind and water erosion": both compounds are of one line of the lexicon.
  private static func compoundNoun(
    of index: Int, _ later: ArraySlice<NamedThing>, _ sentence: TaggedSentence
  ) -> String? {
    for other in later {
      let tokens = tokens(of: other, sentence)
      if tokens.count >= 2 {
        let compound = tokens.prefix(2)
        let own = sentence.longest(.compounds, at: compound.lowerBound, before: compound.upperBound)
        guard let own, own.tokens == compound else { return nil }
        let noun = compound.lowerBound + 1
        return sentence.lexicon.has(
          sentence.tokens[index].word, sentence.tokens[noun].word, inEntry: own.entry)
          ? sentence.string(noun..<tokens.upperBound) : nil
      }
      // "tree, shrub and plant cover".
      guard tokens.count == 1 else { return nil }
    }
    return nil
  }

  /// What a short name after "or" shares with the name before it: "lack of" in "lack of food or
  /// sleep"; after "both", with "and" too: "sensitivity to both light and sound".
  static func stem(
    of thing: NamedThing, for next: NamedThing, _ sentence: TaggedSentence
  ) -> String? {
    guard let only = onlyToken(of: next, sentence), only > 0 else { return nil }
    let tokens = tokens(of: thing, sentence)
    guard
      let cut = tokens.first(where: {
        sentence.isWord($0, "of") || sentence.isWord($0, "to")
      }), cut > tokens.lowerBound, cut + 1 < tokens.upperBound
    else { return nil }
    // "loss of appetite or nausea": nobody lacks nausea.
    if next.category == .phenotypicFeature || next.category == .disease,
      sentence.longest(.lacks, at: tokens.lowerBound)?.tokens.contains(cut) == true
    {
      return nil
    }
    let isBoth = sentence.isWord(cut + 1, "both")
    guard isBoth || sentence.isWord(only - 1, "or") else { return nil }
    return NameForm(sentence).text(of: tokens.lowerBound..<cut + 1)
  }

  private static func tokens(of thing: NamedThing, _ sentence: TaggedSentence) -> Range<Int> {
    let first = sentence.tokens.firstIndex { $0.start >= thing.place.lowerBound }
    let last = sentence.tokens.lastIndex { $0.end <= thing.place.upperBound }
    guard let first, let last, first <= last else { return 0..<0 }
    return first..<last + 1
  }

  private static func onlyToken(of thing: NamedThing, _ sentence: TaggedSentence) -> Int? {
    let tokens = tokens(of: thing, sentence)
    return tokens.count == 1 ? tokens.lowerBound : nil
  }

  private static func lastToken(of thing: NamedThing, _ sentence: TaggedSentence) -> Int? {
    let tokens = tokens(of: thing, sentence)
    return tokens.isEmpty ? nil : tokens.upperBound - 1
  }
}
