internal import GraphModel

/// What an item says in its own words, as a name.
extension ItemPhrase {
  /// The words as they stand, without what is said about them.
  func description(_ whole: Range<Int>) -> NamedThing? {
    var range = whole
    var synonyms: [String] = []
    if sentence.tokens[range.lowerBound].isWordLike,
      ["the", "a", "an", "your"].contains(where: { (word: StaticString) in
        sentence.isWord(range.lowerBound, word)
      })
    {
      range = range.lowerBound + 1..<range.upperBound
    }
    if let cut = range.dropFirst().first(where: { isCut(at: $0) }) {
      if sentence.tokens[cut].kind == .open { synonyms = term(behind: cut) }
      range = withoutEnds(range.lowerBound..<cut)
    }
    guard !range.isEmpty, range.count <= Self.longest,
      range.contains(where: { sentence.tokens[$0].kind == .word }),
      !range.contains(where: { sentence.tokens[$0].kind == .stop })
    else { return nil }
    if sentence.isPhrase(range, .generic) { return nil }
    var thing = NamedThing(
      name: NameForm(sentence).text(of: range), place: sentence.textRange(range))
    thing.synonyms = synonyms
    return thing
  }

  /// Where an explanation, a reason or a condition begins behind what is named.
  func isCut(at index: Int) -> Bool {
    let token = sentence.tokens[index]
    switch token.kind {
    case .open, .colon, .semicolon: return true
    case .dash:
      return index > 0 && token.start > sentence.tokens[index - 1].end
    case .comma:
      let next = index + 1
      return sentence.longest(.groups, at: next) != nil
        || sentence.isCovered(next, by: .subordinators)
    default: break
    }
    // "feeling like a failure" names no members.
    let isFeeling = index > 0 && sentence.isCovered(index - 1, by: .feelings)
    return sentence.longest(.groups, at: index) != nil && !isFeeling
      || ["because", "which", "unless", "although", "though", "since"].contains {
        (word: StaticString) in sentence.isWord(index, word)
      } || sentence.isWord(index, "as") && sentence.isWord(index + 1, "a")
  }

  /// "finding it hard to swallow (dysphagia)": the term for what is described.
  func term(behind open: Int) -> [String] {
    guard
      let close = Range<Int>.from(open + 1, to: sentence.count).first(where: {
        sentence.tokens[$0].kind == .close
      })
    else { return [] }
    let inside = Range<Int>.from(open + 1, to: close)
    guard (1...3).contains(inside.count),
      inside.allSatisfy({
        sentence.tokens[$0].kind == .word
          && !sentence.isCovered($0, by: .hedges, .limits, .clauseWords, .groups, .leadIns)
      })
    else { return [] }
    return [NameForm(sentence).text(of: inside)]
  }
}
