internal import GraphModel

/// Sentences that tell what people do on purpose or what something is, and not what comes of what.
extension StatementReader {
  /// "Your doctor may have you | raise your leg", "so you can | raise your leg": it comes of nothing.
  ///
  /// - Complexity: O(tokens).
  func isOfActor(_ use: RelationUse) -> Bool {
    let last = use.left.last { index in
      sentence.tokens[index].isWordLike
        && !sentence.isCovered(index, by: .auxiliaries, .adverbs, .hedges)
    }
    guard let last, use.relation.predicate.directness != .associational, !use.isOfBearer else {
      return false
    }
    let actors: [StaticString] = [
      "you", "we", "doctor", "doctors", "surgeon", "surgeons", "nurse", "therapist", "provider",
    ]
    return sentence.isAny(last, actors)
  }

  /// "These treatments | restore the flow of blood".
  ///
  /// - Complexity: O(tokens).
  func isOfRemedy(_ range: Range<Int>) -> Bool {
    range.last.map { sentence.isCovered($0, by: .remedies) } ?? false
  }

  /// "This is | a chemical in the brain that | promotes sleep": says what the one before is.
  ///
  /// - Complexity: O(1).
  func isDefinition(_ use: RelationUse) -> Bool {
    sentence.isAny(0, ["this", "that", "it", "these"]) && sentence.isAny(1, ["is", "are"])
      && sentence.isAny(2, ["a", "an", "the"]) && use.left.contains(3)
      && use.phrase.lowerBound > use.left.lowerBound
  }

  /// "One reason is | that many people sit for hours": what they do, where it has a name.
  ///
  /// - Returns: nil where no such clause stands in the range.
  /// - Complexity: O(tokens).
  func complement(_ range: Range<Int>) -> [NamedThing]? {
    guard sentence.isWord(range.lowerBound, "that"), range.count > 2,
      sentence.isAny(range.lowerBound - 1, ["is", "are", "was", "were"])
    else { return nil }
    let clause = ActionClause(sentence, in: range.lowerBound + 1..<range.upperBound)
    return clause?.name(capitals).map { [$0] } ?? []
  }
}
