/// Sentences that say that there is none of something: "There is no cure for gout".
extension StatementReader {
  /// The relations that hold all the same, or nil where the sentence only says that there is none of
  /// what it names: "There are no vaccines to prevent it", but "There is no cure for measles, but a
  /// vaccine prevents it".
  ///
  /// - Complexity: O(tokens + relations).
  func withoutNonexistent(_ uses: [RelationUse]) -> [RelationUse]? {
    guard sentence.isWord(0, "there"), sentence.isWord(2, "no"), !uses.contains(where: \.isNegated)
    else { return uses }
    // "There is no doubt that …" says it is so.
    if sentence.isCovered(2, by: .hedges) { return uses }
    let end = sentence.tokens.indices.first { index in
      sentence.tokens[index].kind == .semicolon
        || sentence.isAny(index, ["but", "yet", "although", "though", "however"])
    }
    guard let end else { return nil }
    let others = uses.filter { $0.phrase.lowerBound > end }
    return others.isEmpty ? nil : others
  }
}
