/// Tells the words that no name contains from the same words within a name: "the need to rest",
/// "not sleeping enough", "pain in your back".
extension TaggedSentence {
  /// Whether a word or phrase that makes a clause of a name begins at a token.
  ///
  /// - Complexity: O(longest phrase).
  func isClauseWord(_ index: Int, in range: Range<Int>) -> Bool {
    guard longest(.clauseWords, at: index, before: range.upperBound) != nil,
      !tokens[index].hasInnerCapitals
    else { return false }
    return !isNominal(index, in: range) && !isInnerPossessive(index, in: range)
      && !isInnerDenial(index, in: range) && !followsUrge(index, in: range)
  }

  /// "catheter use", "frequent need to rest", "help with dressing", "about using a pump": a noun or
  /// what one does.
  private func isNominal(_ index: Int, in range: Range<Int>) -> Bool {
    if isWord(index, "using") {
      return isLink(index - 1) || isWord(index - 1, "not")
    }
    let nouns: [StaticString] = ["use", "need", "uses", "needs", "contact", "call"]
    guard nouns.contains(where: { isWord(index, $0) }) else { return false }
    if index > range.lowerBound, isWord(index - 1, "to") || isPhrase(index - 1..<index, .pronouns) {
      return false
    }
    let next = index + 1
    if next >= range.upperBound || !tokens[next].isWordLike { return index > range.lowerBound }
    return isLink(next) || isWord(next, "and") || isWord(next, "or")
  }

  /// "blood in your urine", "changing your diet": the reader's, who has the condition.
  private func isInnerPossessive(_ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound, index + 1 < range.upperBound,
      isWord(index, "your") || isWord(index, "my") || isWord(index, "our")
    else { return false }
    return isLink(index - 1) || isGerund(index - 1)
  }

  /// "not eating enough fibre" at the beginning of a name.
  private func isInnerDenial(_ index: Int, in range: Range<Int>) -> Bool {
    guard isWord(index, "not"), index + 1 < range.upperBound else { return false }
    return isOpening(index, in: range)
      && (isGerund(index + 1) || isWord(index + 1, "enough") || isWord(index + 1, "being"))
  }

  /// "the urge to go", "an inability to see", "difficult to read".
  private func followsUrge(_ index: Int, in range: Range<Int>) -> Bool {
    let verb = isWord(index, "to") ? index : index - 1
    guard verb > range.lowerBound, isWord(verb, "to") else { return false }
    return isCovered(verb - 1, by: .urges)
  }

  private func isOpening(_ index: Int, in range: Range<Int>) -> Bool {
    Range<Int>.from(range.lowerBound, to: index).allSatisfy {
      !tokens[$0].isWordLike || isCovered($0, by: .adverbs, .leadIns)
    }
  }

  /// A gerund at the beginning of a name or behind a preposition: what stands behind it is its
  /// object.
  func isObjectVerb(_ index: Int, in range: Range<Int>) -> Bool {
    guard index >= range.lowerBound, isGerund(index) || isWord(index, "using") else { return false }
    return isOpening(index, in: range) || isLink(index - 1)
      || isWord(index - 1, "not") && isOpening(index - 1, in: range)
  }

  /// A preposition within a name.
  private func isLink(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "of", "in", "on", "to", "for", "from", "around", "under", "behind", "near", "at", "with",
      "about", "by", "into", "over", "below", "above", "inside", "without", "after", "before",
    ]
    return words.contains { isWord(index, $0) }
  }
}
