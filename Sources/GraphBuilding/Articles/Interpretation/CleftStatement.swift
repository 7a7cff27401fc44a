/// Sentences that set one end of their statement off behind "is": "It is stress that causes gout",
/// "What causes gout is stress".
extension StatementReader {
  /// The relation with the ends that such a sentence gives it; any other as it is.
  ///
  /// - Complexity: O(tokens).
  func uncleft(_ use: RelationUse) -> RelationUse {
    guard !use.relation.isReversed, !use.isAdjunct else { return use }
    var whole = use
    let that =
      use.phrase.first { sentence.isAny($0, ["that", "which"]) } ?? use.phrase.lowerBound - 1
    if sentence.isWord(0, "it"), sentence.isAny(1, ["is", "was"]), that > 2,
      sentence.isAny(that, ["that", "which"]), use.phrase.upperBound > that,
      Range<Int>.from(that + 1, to: use.phrase.upperBound).count <= use.phrase.count
    {
      whole.left = 2..<that
      whole.leftIsLastName = false
      return whole
    }
    guard sentence.isWord(0, "what"), use.phrase.lowerBound <= 3,
      let copula = use.right.dropFirst().first(where: { sentence.isAny($0, ["is", "are"]) }),
      copula + 1 < use.right.upperBound
    else { return behindCopula(use) }
    whole.left = copula + 1..<use.right.upperBound
    whole.right = use.right.lowerBound..<copula
    whole.leftIsLastName = false
    return whole
  }

  /// "The biggest contribution to it is of fuels, | which produce oxides": the fuels do.
  ///
  /// - Complexity: O(tokens).
  private func behindCopula(_ use: RelationUse) -> RelationUse {
    let isRelative =
      use.leftIsLastName || use.leftTouchesRelative
      || sentence.isAny(use.phrase.lowerBound - 1, ["which", "that"])
    guard isRelative, !use.left.isEmpty, use.left.upperBound <= use.phrase.lowerBound,
      let copula = use.left.last(where: { sentence.isAny($0, ["is", "are", "was", "were"]) }),
      copula + 1 < use.left.upperBound, reader.namesFocus(use.left.lowerBound..<copula)
    else { return use }
    var last = use
    last.left = copula + 1..<use.left.upperBound
    return last
  }
}
