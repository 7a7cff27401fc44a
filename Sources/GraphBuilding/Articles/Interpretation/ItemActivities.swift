internal import GraphModel

/// What an item says is done: "not drinking enough water".
extension ItemPhrase {
  /// "not drinking enough water", "sitting for hours or lifting heavy boxes": what one does, in its
  /// own words, where no noun could be made of it.
  ///
  /// - Complexity: O(tokens).
  func activities() -> [NamedThing] {
    let range = skipAdverbs(withoutEnds(0..<sentence.count))
    guard let first = range.first, isActivity(first, in: range) else { return [] }
    var parts: [Range<Int>] = []
    var start = first
    for index in range.dropFirst() {
      let isJoin =
        sentence.isWord(index, "and") || sentence.isWord(index, "or")
        || sentence.tokens[index].kind == .comma
      guard isJoin, isActivity(index + 1, in: range) else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts.compactMap { description(withoutEnds($0)) }
  }

  func isActivity(_ index: Int, in range: Range<Int>) -> Bool {
    guard range.contains(index) else { return false }
    if sentence.isWord(index, "not") { return isActivity(index + 1, in: range) }
    guard sentence.hasSuffix(index, "ing") else { return false }
    if sentence.isPhrase(index..<index + 1, .feelings) { return true }
    // "bleeding gums": what bleeds is shown, not done.
    guard range.contains(index + 1) || index > range.lowerBound else { return false }
    let word = sentence.string(index..<index + 1).lowercased()
    return Gerund.verbs(of: word).contains { sentence.lexicon.has(Substring($0), in: .doings) }
      || role == .symptoms && sentence.isCovered(index + 1, by: .pronouns)
  }
}
