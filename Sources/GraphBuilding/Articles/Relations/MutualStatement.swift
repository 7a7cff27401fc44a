internal import GraphModel

/// Reads a sentence that says of two things joined by "and" that they go together: "Gum disease and
/// diabetes are closely linked", "Debt and burnout often go hand in hand".
struct MutualStatement {
  let sentence: TaggedSentence
  /// The sentence without what opens it.
  let clause: Range<Int>

  /// The statement, or nil where no two things are joined before the words, or where the words go
  /// on to a third ("A and B are linked to C").
  ///
  /// - Complexity: O(tokens).
  func find() -> RelationUse? {
    guard let match = sentence.all(.mutuals, in: clause).first,
      endsClause(match.tokens.upperBound)
    else { return nil }
    var end = match.tokens.lowerBound
    while end > clause.lowerBound,
      sentence.isCovered(end - 1, by: .auxiliaries, .hedges, .adverbs, .denials)
    {
      end -= 1
    }
    let joints = (clause.lowerBound..<end).filter { sentence.isWord($0, "and") }
    guard let joint = joints.first, joints.count == 1, joint > clause.lowerBound,
      !(clause.lowerBound..<end).contains(where: { sentence.tokens[$0].kind == .comma })
    else { return nil }
    return RelationUse(
      relation: Relation(
        isReversed: false, predicate: .associatedWith, polarity: .unknown,
        certainty: .established), left: clause.lowerBound..<joint, right: joint + 1..<end,
      phrase: end..<match.tokens.upperBound, clauseStart: clause.lowerBound)
  }

  private func endsClause(_ next: Int) -> Bool {
    guard next < sentence.count else { return true }
    return !sentence.tokens[next].isWordLike || sentence.isCovered(next, by: .adverbs)
      || sentence.isWord(next, "because") || sentence.isWord(next, "and")
  }
}
