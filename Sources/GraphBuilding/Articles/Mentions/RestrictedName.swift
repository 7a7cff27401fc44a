/// "Foods that are rich in salt": not all foods are meant, so what they are rich in belongs to the
/// name.
extension TaggedSentence {
  /// Where the words of content behind "that are" begin, for a "that" or "which" without a comma.
  func contentClause(at index: Int) -> Int? {
    guard isWord(index, "that") || isWord(index, "which"), index > 0,
      tokens[index - 1].kind == .word,
      isWord(index + 1, "are") || isWord(index + 1, "is")
    else { return nil }
    let contents: [StaticString] = ["rich", "high", "low", "poor", "full", "loaded", "laden"]
    var start = index + 2
    while start < count, isCovered(start, by: .adverbs) || isWord(start, "very") { start += 1 }
    guard contents.contains(where: { isWord(start, $0) }),
      isWord(start + 1, "in") || isWord(start + 1, "of") || isWord(start + 1, "with")
    else { return nil }
    return start
  }
}

extension MentionParser {
  /// The name with what it is rich in, or nothing where that is no name; nil where no such words
  /// stand in the range.
  ///
  /// - Complexity: O(tokens).
  func restrictedName(_ range: Range<Int>) -> [NamedThing]? {
    for index in range.dropFirst() {
      guard let start = sentence.contentClause(at: index), start < range.upperBound else {
        continue
      }
      let cleaner = NameCleaner(sentence: sentence)
      let head = cleaner.clean(range.lowerBound..<index)
      let end =
        (start..<range.upperBound).first { !sentence.tokens[$0].isWordLike } ?? range.upperBound
      let content = cleaner.clean(.from(start + 2, to: end)).tokens
      guard !head.tokens.isEmpty, !content.isEmpty, content.lowerBound == start + 2,
        content.upperBound == end
      else { return [] }
      let form = NameForm(sentence)
      var thing = NamedThing(
        name: "\(form.text(of: head.tokens)) \(form.text(of: start..<end))",
        place: sentence.textRange(head.tokens.lowerBound..<end))
      let noun = NameHead(head.tokens, sentence)
      thing.category = noun.category
      thing.isCollective = noun.isCollective
      thing.isOfPeople = head.isOfPeople
      return [thing]
    }
    return nil
  }
}
