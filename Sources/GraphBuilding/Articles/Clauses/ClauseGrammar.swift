/// What the forms of words tell about a clause.
extension TaggedSentence {
  /// Whether a token is one of these words, which must be in lower case.
  func isAny(_ index: Int, _ words: [StaticString]) -> Bool {
    words.contains { isWord(index, $0) }
  }

  /// "you", "many patients", "older people": those who feel and bear what is told.
  func isOfPeople(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return longest(.subjects, at: first)?.tokens == range || People.areNamed(in: self, range)
  }

  /// Denied or said of few: "does not", "never", "nobody", "rarely", "less".
  func isDenied(in range: Range<Int>) -> Bool {
    let words: [StaticString] = [
      "not", "never", "nobody", "none", "no", "neither", "nor", "hardly", "rarely", "seldom",
      "less", "least", "cannot", "without", "unlikely",
    ]
    return range.contains { index in
      isCovered(index, by: .denials) || isCovered(index, by: .halfDenials)
        || hasSuffix(index, "n't") || hasSuffix(index, "n\u{2019}t")
        || words.contains { isWord(index, $0) }
    }
  }
}
