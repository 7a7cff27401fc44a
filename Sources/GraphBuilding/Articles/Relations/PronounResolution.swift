/// What pronouns stand for within a sentence.
extension RelationFinder {
  /// The end of a statement that stands last in it, which "which" behind it means: "the cause of B is A,
  /// which …" speaks of A.
  func nearest(_ use: RelationUse) -> Range<Int> {
    !use.left.isEmpty && use.left.lowerBound > use.right.lowerBound ? use.left : use.right
  }

  /// "…, but they do not cause it": both pronouns mean what the statement before is about.
  func resolvePronouns(_ uses: inout [RelationUse]) {
    for index in uses.indices.dropFirst() where !uses[index].left.isEmpty {
      let last = uses[index - 1]
      guard let subject = onlyWord(uses[index].left), let object = onlyWord(uses[index].right),
        sentence.isPhrase(subject, .pronouns), sentence.isPhrase(object, .pronouns)
      else { continue }
      uses[index].left = last.left
      uses[index].right = last.right
    }
  }

  func onlyWord(_ range: Range<Int>) -> Range<Int>? {
    let words = range.filter { sentence.tokens[$0].isWordLike }
    guard words.count == 1, let word = words.first else { return nil }
    return word..<word + 1
  }
}
