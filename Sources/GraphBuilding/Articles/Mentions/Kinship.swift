internal import GraphModel

/// Those related to someone, by whom a condition may be handed down: "a parent or sibling with
/// lupus".
extension MentionParser {
  /// A stretch that names nothing but kin who have something: a family history of that, in the
  /// author's words. Nobody's mother is a cause.
  ///
  /// - Complexity: O(tokens).
  func kinship(_ range: Range<Int>) -> NamedThing? {
    guard let first = firstKin(range) else { return nil }
    var index = first
    while index < range.upperBound, isKin(index) || isBetweenKin(index, range) { index += 1 }
    guard let start = havingEnd(index, range), start < range.upperBound,
      !range.contains(where: { sentence.isCovered($0, by: .denials, .exclusions) }),
      !Range<Int>.from(start, to: range.upperBound).contains(where: {
        sentence.tokens[$0].kind == .comma || sentence.isCovered($0, by: .relations)
      })
    else { return nil }
    let form = NameForm(sentence)
    let had = parse(start..<range.upperBound, depth: 3).map(\.name)
    var thing = NamedThing(
      name: form.text(of: first..<range.upperBound),
      place: sentence.textRange(first..<range.upperBound))
    thing.synonyms = had.isEmpty ? ["family history"] : had.map { "family history of \($0)" }
    return thing
  }

  /// The first word for kin, where nothing but articles, adjectives and "having" stands before it.
  private func firstKin(_ range: Range<Int>) -> Int? {
    for index in range.prefix(6) {
      if isKin(index) { return sentence.isWord(index - 1, "family") ? index - 1 : index }
      let isOpening =
        sentence.isPhrase(index..<index + 1, .leadIns) || sentence.isWord(index, "having")
        || sentence.isWord(index, "have") || sentence.isWord(index, "close")
        || sentence.isWord(index, "first-degree") || sentence.isWord(index, "immediate")
        || sentence.isWord(index, "blood") || sentence.isWord(index, "family")
        || sentence.isWord(index, "your")
      guard isOpening else { return nil }
    }
    return nil
  }

  private func isKin(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "parent", "parents", "mother", "father", "sibling", "siblings", "brother", "brothers",
      "sister", "sisters", "relative", "relatives", "member", "members", "grandparent",
      "grandparents", "grandmother", "grandfather", "twin", "son", "daughter", "aunt", "uncle",
    ]
    guard words.contains(where: { sentence.isWord(index, $0) }) else { return false }
    let isMember = sentence.isWord(index, "member") || sentence.isWord(index, "members")
    return !isMember || sentence.isWord(index - 1, "family")
  }

  private func isBetweenKin(_ index: Int, _ range: Range<Int>) -> Bool {
    let isJoint =
      sentence.isWord(index, "or") || sentence.isWord(index, "and")
      || sentence.tokens[index].kind == .comma || sentence.isWord(index, "another")
      || sentence.isWord(index, "other") || sentence.isWord(index, "close")
      || sentence.isWord(index, "family") || sentence.isPhrase(index..<index + 1, .leadIns)
    return isJoint
      && Range<Int>.from(index + 1, to: min(range.upperBound, index + 4)).contains(where: isKin)
  }

  /// Behind "with", "who has had": where what they have begins.
  private func havingEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    if sentence.isWord(index, "with") { return index + 1 }
    var place = index
    guard sentence.isWord(place, "who") || sentence.isWord(place, "that") else { return nil }
    place += 1
    let verbs: [StaticString] = ["has", "have", "had", "also", "already", "suffers", "suffered"]
    let start = place
    while place < range.upperBound, verbs.contains(where: { sentence.isWord(place, $0) }) {
      place += 1
    }
    if sentence.isWord(place, "from") { place += 1 }
    return place > start ? place : nil
  }
}
