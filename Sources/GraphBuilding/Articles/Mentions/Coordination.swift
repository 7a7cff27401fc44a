/// Cuts a stretch of a sentence at the commas and conjunctions that stand between two names, and
/// at none that stand within one.
struct Coordination {
  let sentence: TaggedSentence

  init(_ sentence: TaggedSentence) { self.sentence = sentence }

  /// The parts between commas, semicolons, "and", "or", "as well as" and the like.
  func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    var depth = 0
    func close(_ end: Int) { if start < end { parts.append(start..<end) } }
    while index < range.upperBound {
      let token = sentence.tokens[index]
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth = max(0, depth - 1) }
      let width = depth == 0 ? separatorWidth(index, start, range) : 0
      if depth == 0, let end = exclusionEnd(index, range) {
        close(index)
        index = end
        start = index
      } else if width > 0 {
        close(index)
        index += width
        start = index
      } else {
        index += 1
      }
    }
    close(range.upperBound)
    return parts
  }

  /// "stress rather than diet": where what is not meant ends, at a comma or "but".
  private func exclusionEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    guard let match = sentence.longest(.exclusions, at: index, before: range.upperBound) else {
      return nil
    }
    // "not" behind a name belongs to it ("pain not eased by rest"); "not only" leaves nothing out.
    if sentence.isWord(match.tokens.upperBound - 1, "not"),
      sentence.isGerund(match.tokens.upperBound)
        || sentence.isWord(match.tokens.upperBound, "enough")
    {
      return nil
    }
    if match.tokens.count == 1, sentence.isWord(index, "not") || sentence.isWord(index, "unlike") {
      guard index == range.lowerBound || sentence.tokens[index - 1].kind == .comma else {
        return nil
      }
    }
    if sentence.isWord(match.tokens.upperBound, "only")
      || sentence.isWord(match.tokens.upperBound, "just")
    {
      return nil
    }
    return Range<Int>.from(match.tokens.upperBound, to: range.upperBound).first {
      sentence.tokens[$0].kind == .comma || sentence.isWord($0, "but")
    } ?? range.upperBound
  }

  /// How many tokens separate two names here; 0: none.
  private func separatorWidth(_ index: Int, _ start: Int, _ range: Range<Int>) -> Int {
    let token = sentence.tokens[index]
    switch token.kind {
    case .comma:
      if isAdjective(start..<index), index + 1 < range.upperBound, !isLoneNoun(index + 1, range) {
        return 0
      }
      if isPlaceInList(index, start, range) || joinsAdjectives(index, range) { return 0 }
      if start == range.lowerBound,
        SharedComplement(index..<index + 1, from: start, in: range, sentence)?.isSharedInList
          == true
      {
        return 0
      }
      return joinsStates(index, start, range) ? 0 : 1
    case .semicolon: return 1
    case .ampersand: return 1
    case .slash:
      // "jaw/tongue" is one name, "jaw / tongue" are two.
      let isTight =
        index > 0 && sentence.tokens[index - 1].end == token.start
        && index + 1 < range.upperBound && sentence.tokens[index + 1].start == token.end
      return isTight && !sentence.isWord(index - 1, "and") ? 0 : 1
    case .word:
      if sentence.isWord(index, "as"), sentence.isWord(index + 1, "well"),
        sentence.isWord(index + 2, "as")
      {
        return 3
      }
      if sentence.isWord(index, "but"), sentence.isWord(index + 1, "also"), index > start {
        return 2
      }
      if sentence.isWord(index, "followed"), sentence.isWord(index + 1, "by"),
        index > range.lowerBound, sentence.tokens[index - 1].kind == .comma
      {
        return 2
      }
      if sentence.isWord(index, "along"), sentence.isWord(index + 1, "with") { return 2 }
      if sentence.isWord(index, "to"), isSpan(range.lowerBound) { return 1 }
      if sentence.isWord(index, "plus") || sentence.isWord(index, "nor") { return 1 }
      let isAnd = sentence.isWord(index, "and")
      guard isAnd || sentence.isWord(index, "or") else { return 0 }
      // "one or both feet", "eating more or less than usual".
      if sentence.isCovered(index, by: .leadIns) || isMoreOrLess(index) { return 0 }
      return isAdjective(start..<index) || joinsModifiers(index, range)
        || joinsTainted(index, start, range) || isShared(index, start, range)
        || joinsStates(index, start, range) ? 0 : 1
    default: return 0
    }
  }

  private func isMoreOrLess(_ index: Int) -> Bool {
    sentence.isAny(index - 1, ["more", "less"]) && sentence.isAny(index + 1, ["more", "less"])
  }

  /// "a cold, | allergies or …": one word by itself, and no adjective, goes with none before it.
  private func isLoneNoun(_ first: Int, _ range: Range<Int>) -> Bool {
    let isJoined = sentence.isWord(first, "or") || sentence.isWord(first, "and")
    let index = isJoined ? first + 1 : first
    // "a cold, or | from a condition".
    if isJoined, index < range.upperBound,
      sentence.isCovered(index, by: .subordinators)
        || ["from", "by", "to", "with", "in", "a", "an", "the"].contains(where: {
          (word: StaticString) in sentence.isWord(index, word)
        })
    {
      return true
    }
    let next = index + 1
    let isAlone =
      next >= range.upperBound || !sentence.tokens[next].isWordLike
      || sentence.isWord(next, "and") || sentence.isWord(next, "or")
    return isAlone && !sentence.isPhrase(index..<index + 1, .adjectives)
      && !sentence.isPhrase(index..<index + 1, .modifiers)
      && next < range.upperBound
  }

  /// "a dull", "red": nothing but adjectives, which the name behind the comma or "and" goes with.
  private func isAdjective(_ range: Range<Int>) -> Bool {
    let words = range.drop { sentence.isPhrase($0..<$0 + 1, .leadIns) }
    // "unusually cranky | or drowsy behaviour".
    if words.count == 2, sentence.isAdverbOfDegree(words.startIndex),
      !sentence.isCovered(words.startIndex + 1, by: .categories, .sites, .turners)
    {
      return true
    }
    return !words.isEmpty
      && words.allSatisfy {
        sentence.isPhrase($0..<$0 + 1, .adjectives) || sentence.tokens[$0].kind == .comma
      }
  }

  /// "bright or flashing lights", "between A and B": the conjunction stands within one name.
  private func joinsModifiers(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
    let before = index - 1..<index
    let isAdjective =
      sentence.isPhrase(before, .modifiers)
      || (sentence.hasSuffix(index - 1, "ing") && sentence.hasSuffix(index + 1, "ing")
        && index + 2 < range.upperBound && sentence.tokens[index + 2].kind == .word
        && !sentence.isWord(index + 2, "and") && !sentence.isWord(index + 2, "or")
        && !sentence.isCovered(index - 1, by: .categories))
    let isAlone =
      index - 1 == range.lowerBound || !sentence.tokens[index - 2].isWordLike
      || sentence.isPhrase(index - 2..<index - 1, .leadIns)
      || sentence.isPhrase(index - 2..<index - 1, .modifiers)
    if isAdjective, isAlone { return true }
    if joinsAdjectives(index, range) || joinsDenied(index, range) || joinsDescribed(index, range) {
      return true
    }
    if isSharedAdjective(index, range) || isSharedEvent(index, range)
      || isSharedPlace(index, range)
    {
      return true
    }
    return isWithinBetween(index, range)
  }

  /// "damage to teeth and bones", "pain in the neck and shoulders": parts of the body name nothing
  /// by themselves.
  private func isSharedPlace(_ index: Int, _ range: Range<Int>) -> Bool {
    var end = index + 2
    while end < range.upperBound, sentence.isPhrase(end - 1..<end, .leadIns) { end += 1 }
    if end < range.upperBound, sentence.longest(.tails, at: end) != nil { end = range.upperBound }
    guard
      end >= range.upperBound || !sentence.tokens[end].isWordLike || sentence.isWord(end, "and")
        || sentence.isWord(end, "or") || sentence.isWord(end, "of")
    else { return false }
    var part = index + 1
    while part < end, sentence.isPhrase(part..<part + 1, .leadIns) { part += 1 }
    guard sentence.isBodyPart(part) else { return false }
    return (range.lowerBound..<index).dropFirst().contains(where: leadsToPlace)
  }

  /// "in", "across": what follows is where it is.
  func leadsToPlace(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "to", "of", "in", "on", "across", "around", "over", "behind", "under", "along", "between",
      "throughout", "near", "below", "above",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  /// "dilation and constriction of vessels": two events of one thing, told by their like endings.
  private func isSharedEvent(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 3 < range.upperBound,
      index - 1 == range.lowerBound || sentence.isPhrase(index - 2..<index - 1, .leadIns)
    else { return false }
    // "fear or anxiety about school".
    if sentence.isWord(index + 2, "about") { return true }
    guard sentence.isWord(index + 2, "of") else { return false }
    let endings: [StaticString] = ["tion", "sion", "ment", "ing", "ance", "ence"]
    return [index - 1, index + 1].allSatisfy { place in
      endings.contains { sentence.hasSuffix(place, $0) }
    }
  }

  /// "stiff neck and shoulders": a lone part of the body behind an adjective and another.
  private func isSharedAdjective(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index - 2 >= range.lowerBound,
      sentence.isPhrase(index - 2..<index - 1, .adjectives),
      index + 2 >= range.upperBound || !sentence.tokens[index + 2].isWordLike
    else { return false }
    return sentence.isBodyPart(index - 1) && sentence.isBodyPart(index + 1)
  }

  /// "prices of goods and services": what one name is about. Behind a comma the conjunction ends a
  /// list of names.
  private func isShared(_ index: Int, _ start: Int, _ range: Range<Int>) -> Bool {
    let isLast =
      start > range.lowerBound
      && (sentence.isWord(start - 1, "and") || sentence.isWord(start - 1, "or"))
    guard index > start else { return false }
    let isListed = start > range.lowerBound && !isLast
    let isDouble =
      index + 2 < range.upperBound && sentence.tokens[index + 1].kind == .slash
      && sentence.isWord(index + 2, "or")
    let conjunction = index..<index + (isDouble ? 3 : 1)
    // "lack of sleep and exercise" is a lack of each.
    if SharedBeginning(start..<index, sentence)?.isShared(by: conjunction.upperBound) == true {
      return false
    }
    // "sensitivity to both light and sound" is sensitivity to each.
    if Range<Int>.from(start + 1, to: index).contains(where: { sentence.isWord($0, "both") }) {
      return false
    }
    guard let complement = SharedComplement(conjunction, from: start, in: range, sentence) else {
      return false
    }
    // Where the list goes on behind it, the conjunction does not end the list.
    return complement.isShared && (!isListed || complement.isWithinList)
  }

  /// "ranging from A to B".
  private func isSpan(_ start: Int) -> Bool {
    guard sentence.isWord(start - 1, "from") else { return false }
    let words: [StaticString] = ["ranging", "range", "ranges", "anything", "everything"]
    return words.contains { sentence.isWord(start - 2, $0) }
  }

  private func isWithinBetween(_ index: Int, _ range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 12, sentence.tokens[back].kind == .word {
      if sentence.isWord(back, "between") { return true }
      if sentence.isWord(back, "and") { return false }
      back -= 1
    }
    return false
  }
}
