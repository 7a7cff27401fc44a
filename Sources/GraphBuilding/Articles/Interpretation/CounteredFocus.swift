/// Tells what comes of a condition from what comes of that which is done against it.
extension StatementReader {
  /// "Efforts to curb inflation cost jobs", "Treatment for gout may cause nausea": the subject is
  /// what is done, although the condition's name stands nearest to the verb. To fail at it lets the
  /// condition take its course.
  ///
  /// - Complexity: O(tokens before the end of the subject).
  func isCountered(_ use: RelationUse) -> Bool {
    let subject = use.relation.isReversed ? use.right : clause(before: use.phrase.lowerBound)
    let first = subject.lowerBound
    guard let name = subject.last(where: { focus.isNamed(from: $0, in: sentence) }) else {
      return false
    }
    var end = name
    while end > 0, isBeforeName(end - 1) { end -= 1 }
    let starts = Range<Int>.from(max(0, end - 2), to: end)
    guard
      let start = starts.first(where: { index in
        sentence.longest(.counters, at: index, before: end)?.tokens.upperBound == end
      })
    else { return false }
    let failures: [StaticString] = [
      "failure", "failures", "failing", "fail", "fails", "failed", "not", "without", "never",
      "delay", "delays", "delaying", "inability", "neglecting", "neglect", "refusing", "refusal",
      "difficulty", "poor", "poorly", "inadequate", "stopping", "cannot",
    ]
    return !Range<Int>.from(min(first, start), to: start).contains { index in
      failures.contains { sentence.isWord(index, $0) }
    }
  }

  /// The words before the verb, back to a mark.
  private func clause(before end: Int) -> Range<Int> {
    var start = end
    while start > 0, sentence.tokens[start - 1].isWordLike { start -= 1 }
    return start..<end
  }

  /// What may stand between what is done and the name: "treating | the chronic | gout".
  private func isBeforeName(_ index: Int) -> Bool {
    sentence.tokens[index].kind == .word
      && sentence.isCovered(index, by: .leadIns, .modifiers, .adjectives, .change)
      && !sentence.isCovered(index, by: .counters)
  }
}
