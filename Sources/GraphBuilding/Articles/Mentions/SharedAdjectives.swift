internal import GraphModel

/// Tells adjectives, denials and places that stand before and behind a conjunction within one name.
extension Coordination {
  /// "pain in the jaw, neck or arm": places, not signs.
  func isPlaceInList(_ index: Int, _ start: Int, _ range: Range<Int>) -> Bool {
    guard start < index, sentence.isBodyPart(index - 1) else { return false }
    var next = index + 1
    if sentence.isWord(next, "and") || sentence.isWord(next, "or") { next += 1 }
    while next < range.upperBound, sentence.isPhrase(next..<next + 1, .leadIns) { next += 1 }
    guard next < range.upperBound, sentence.isBodyPart(next),
      next + 1 >= range.upperBound || !sentence.tokens[next + 1].isWordLike
        || sentence.isWord(next + 1, "and") || sentence.isWord(next + 1, "or")
    else { return false }
    return (start..<index).dropFirst().contains(where: leadsToPlace)
  }

  /// "feeling tired, weak or dizzy": adjectives behind a verb of state.
  func joinsStates(_ index: Int, _ start: Int, _ range: Range<Int>) -> Bool {
    guard sentence.isWord(start, "feeling"), index == start + 2 || index > start + 2,
      sentence.isState(start + 1)
    else { return false }
    var next = index + 1
    if sentence.isWord(next, "and") || sentence.isWord(next, "or") { next += 1 }
    guard next < range.upperBound, sentence.isState(next) else { return false }
    return next + 1 >= range.upperBound || !sentence.tokens[next + 1].isWordLike
      || sentence.isWord(next + 1, "and") || sentence.isWord(next + 1, "or")
      || sentence.longest(.tails, at: next + 1) != nil
  }

  /// "bright pink or blue spots", "tender to hot, cold or sour food".
  func joinsAdjectives(_ index: Int, _ range: Range<Int>) -> Bool {
    var next = index + 1
    if sentence.isWord(next, "and") || sentence.isWord(next, "or") { next += 1 }
    guard next + 1 < range.upperBound, sentence.isPhrase(next..<next + 1, .adjectives) else {
      return false
    }
    // "feeling cold, dry skin": how one feels ends with the comma.
    if sentence.tokens[index].kind == .comma,
      index - 2 >= range.lowerBound && sentence.isWord(index - 2, "feeling")
    {
      return false
    }
    // "a cold or sore throat": a cold is something one has.
    if sentence.isWord(index - 1, "cold"),
      sentence.isWord(index - 2, "a") || sentence.isWord(index - 2, "common")
    {
      return false
    }
    let isMeasured =
      sentence.hasSuffix(index - 1, "ed") && index - 2 >= range.lowerBound
      && sentence.hasSuffix(index - 2, "ly")
    return sentence.isPhrase(index - 1..<index, .adjectives) || isMeasured
  }

  /// "drinking water or eating food contaminated with germs", "food or water contaminated by dirt":
  /// without the last words neither would be meant.
  func joinsTainted(_ index: Int, _ start: Int, _ range: Range<Int>) -> Bool {
    let participles: [StaticString] = [
      "contaminated", "infected", "polluted", "tainted", "infested", "spoiled", "spoilt",
    ]
    func isTainted(_ words: Range<Int>) -> Bool {
      words.contains { place in
        participles.contains { sentence.isWord(place, $0) }
          && ["with", "by"].contains { (word: StaticString) in sentence.isWord(place + 1, word) }
      }
    }
    guard start < index, index - start <= 4, !isTainted(start..<index),
      sentence.hasSuffix(start, "ing") == sentence.hasSuffix(index + 1, "ing")
    else { return false }
    let end = Range<Int>.from(index + 1, to: range.upperBound).first { place in
      !sentence.tokens[place].isWordLike || sentence.isWord(place, "and")
        || sentence.isWord(place, "or")
    }
    return isTainted(.from(index + 1, to: end ?? range.upperBound))
  }

  /// "not washing or drying the hands": neither is done.
  func joinsDenied(_ index: Int, _ range: Range<Int>) -> Bool {
    guard
      let denial = (range.lowerBound..<index).first(where: { sentence.isWord($0, "not") }),
      sentence.isGerund(denial + 1), sentence.isGerund(index + 1)
    else { return false }
    return sentence.isWord(index, "or")
  }

  /// "unclear goals or expectations", "sugary foods and drinks", "poor planning and signage": the
  /// adjective holds for both, and without it the second says something else.
  func joinsDescribed(_ index: Int, _ range: Range<Int>) -> Bool {
    let first = index - 2
    guard first >= range.lowerBound, index + 1 < range.upperBound,
      sentence.tokens[index - 1].kind == .word, sentence.tokens[index + 1].kind == .word,
      endsBehind(index + 1, range)
    else { return false }
    // "reduced economic output and productivity".
    let words = (max(range.lowerBound, first - 2)...first).reversed().prefix {
      sentence.tokens[$0].kind == .word && !sentence.isWord($0, "and") && !sentence.isWord($0, "or")
        && !sentence.isWord($0, "to") && !sentence.isWord($0, "both")
    }
    let isLacking = words.contains { sentence.isCovered($0, by: .lacks, .reductions) }
    guard isLacking || sentence.isCovered(first, by: .adjectives) || isReversed(first),
      !sentence.isGerund(index + 1), !sentence.isBodyPart(index - 1),
      !sentence.isCovered(index - 1, by: .sites), !sentence.isCovered(index + 1, by: .sites, .needs)
    else { return false }
    let one = NameHead(index - 1..<index, sentence).category
    let other = NameHead(index + 1..<index + 2, sentence).category
    let own: [Category?] = [.phenotypicFeature, .disease, .exposureEvent]
    guard one == other, !own.contains(other) else { return false }
    let isPlural = sentence.isPlural(index + 1)
    if isPlural, sentence.isPlural(index - 1) {
      return other != nil || isLacking || isReversed(first)
    }
    return isLacking && other == nil && !isPlural
  }

  /// "dry mouth and tongue": two parts of the body that look or feel so.
  func joinsParts(_ range: Range<Int>) -> Bool {
    guard range.count == 4, let first = range.first else { return false }
    return sentence.isBodyPart(first + 1) && sentence.isBodyPart(first + 3)
      && (sentence.isWord(first + 2, "and") || sentence.isWord(first + 2, "or"))
      && (sentence.isCovered(first, by: .adjectives, .undergone) || sentence.hasSuffix(first, "y"))
  }

  private func endsBehind(_ index: Int, _ range: Range<Int>) -> Bool {
    index + 1 >= range.upperBound || !sentence.tokens[index + 1].isWordLike
      || sentence.longest(.tails, at: index + 1) != nil
      || sentence.longest(.limits, at: index + 1) != nil
  }

  /// "unclear", "irregular".
  private func isReversed(_ index: Int) -> Bool {
    let word = sentence.string(index..<index + 1).lowercased()
    return word.utf8.count > 5 && ["un", "ir", "im"].contains(where: word.hasPrefix)
      && sentence.isState(index)
  }
}

extension TaggedSentence {
  /// "unusually", "extremely": told by its ending, which no adjective ("daily") or noun has.
  func isAdverbOfDegree(_ index: Int) -> Bool {
    let endings: [StaticString] = [
      "ally", "ously", "ently", "antly", "edly", "ably", "ibly", "emely", "erely", "orly", "ively",
      "ingly",
    ]
    return endings.contains { hasSuffix(index, $0) }
  }

  /// What is left of "brain changes caused by …".
  func isLinkingParticiple(_ index: Int) -> Bool {
    isAny(index, ["caused", "triggered", "associated", "linked"])
  }
}
