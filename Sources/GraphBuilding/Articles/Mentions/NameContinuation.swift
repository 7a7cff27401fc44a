/// Tells what stands behind a name in a list and is no further name.
extension MentionParser {
  /// Whether what stands behind a comma or "and" may go on with what the name before it holds:
  /// "crystals that broke off and drifted into the ear", "methods for pest, weed and disease control".
  func goesOn(_ part: Range<Int>, after last: Range<Int>) -> Bool {
    let isDetermined = sentence.isPhrase(part.lowerBound..<part.lowerBound + 1, .leadIns)
    if sentence.hasSuffix(part.lowerBound, "ed"), part.count > 1,
      ["into", "to", "from", "by", "on", "out", "away", "off", "up", "down", "the", "a"].contains(
        where: { (word: StaticString) in sentence.isWord(part.lowerBound + 1, word) })
    {
      return true
    }
    // "pain that comes in waves and spreads to the arm".
    if sentence.isPlural(part.lowerBound), part.count > 1,
      last.contains(where: { sentence.isWord($0, "that") || sentence.isWord($0, "which") }),
      ["to", "in", "into", "from", "over", "through", "down", "up", "the", "a", "with"].contains(
        where: { (word: StaticString) in sentence.isWord(part.lowerBound + 1, word) })
    {
      return true
    }
    guard !isDetermined, Brackets(part, sentence).outside.count < 4 else { return false }
    return last.dropFirst().contains {
      sentence.isWord($0, "for") && !sentence.isWord($0 + 1, "example")
        && !sentence.isWord($0 + 1, "instance") && !isDuration($0 + 1, last)
    }
  }

  /// "sitting for | long periods": how long, and no list of purposes.
  private func isDuration(_ start: Int, _ range: Range<Int>) -> Bool {
    let words: [StaticString] = [
      "long", "periods", "time", "hours", "days", "weeks", "months", "years", "minutes", "while",
    ]
    return Range<Int>.from(start, to: range.upperBound).contains { index in
      words.contains { sentence.isWord(index, $0) }
    }
  }

  /// "cystinuria, an inherited disorder": two names with nothing but a comma between them, where
  /// the second says what the first is.
  func isApposition(_ part: Range<Int>, after last: Range<Int>, of count: Int) -> Bool {
    guard count == 2, part.lowerBound == last.upperBound + 1,
      sentence.tokens[last.upperBound].kind == .comma
    else { return false }
    return ["a", "an", "the"].contains { (word: StaticString) in
      sentence.isWord(part.lowerBound, word)
    }
  }

  /// A name without the preposition that stands before each name of the list: "by A, by B or by C".
  func withoutPreposition(_ part: Range<Int>, of list: Range<Int>) -> Range<Int> {
    let before = list.lowerBound - 1
    let words: [StaticString] = ["by", "from", "to", "with", "of", "in", "for"]
    guard part.count > 1, part.lowerBound > list.lowerBound,
      words.contains(where: { sentence.isWord(part.lowerBound, $0) }),
      words.contains(where: { sentence.isWord(before, $0) })
    else { return part }
    return part.lowerBound + 1..<part.upperBound
  }

  /// Whether a comma stands before it, or a comma and a conjunction.
  func followsComma(_ index: Int) -> Bool {
    let isJoined = sentence.isWord(index - 1, "and") || sentence.isWord(index - 1, "or")
    let before = isJoined ? index - 2 : index - 1
    return before >= 0 && sentence.tokens[before].kind == .comma
  }

  func isClauseStart(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "which", "who", "whose", "whom", "where", "while", "whereas", "though", "although", "but",
      "so", "thereby", "thus", "even",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  func isReason(_ index: Int) -> Bool {
    guard let tail = sentence.longest(.tails, at: index) else { return false }
    return tail.tokens.count > 1 && sentence.isWord(tail.tokens.upperBound - 1, "to")
      || sentence.isWord(index, "because") || sentence.isWord(index, "if")
      || sentence.isWord(index, "when") || sentence.isWord(index, "since")
  }
}
