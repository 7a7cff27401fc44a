internal import GraphModel

/// Finds what a sentence takes back: "X was thought to cause Y, but this has been disproved", "the
/// idea that X causes Y is a myth".
struct Retraction {
  let sentence: TaggedSentence

  init(_ sentence: TaggedSentence) { self.sentence = sentence }

  /// Denies the statements that a retraction behind them clearly means, and holds back the one
  /// that it may mean.
  ///
  /// - Complexity: O(retractions · (relations + tokens)).
  func apply(to uses: inout [RelationUse], in range: Range<Int>) {
    guard !uses.isEmpty else { return }
    for retraction in sentence.all(.retractions, in: range) where endsClause(retraction.tokens) {
      guard
        let last = uses.lastIndex(where: {
          $0.phrase.upperBound <= retraction.tokens.lowerBound
        })
      else { continue }
      let certainty = sentence.entry(retraction).certainty
      let isMeant = isMeant(uses[last], by: retraction.tokens)
      for index in uses.indices
      where index == last || index < last && uses[index].left == uses[last].left {
        if let certainty {
          if certainty < uses[index].certainty {
            uses[index].certainty = certainty
            uses[index].hedge = retraction.tokens
          }
        } else if isMeant, !uses[index].isNegated {
          uses[index].isNegated = true
          uses[index].certainty = .established
          uses[index].hedge = nil
        } else {
          uses[index].isSupposed = true
        }
        trim(&uses[index], retraction.tokens)
      }
    }
  }

  /// "but it does not" is a whole clause; "but it does not last" is none that takes back.
  private func endsClause(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    guard
      sentence.isWord(last, "not") || sentence.hasSuffix(last, "n't")
        || sentence.hasSuffix(last, "n’t")
    else { return true }
    guard tokens.upperBound < sentence.count else { return true }
    return !sentence.tokens[tokens.upperBound].isWordLike
  }

  /// Whether the words before the retraction say that the statement is its subject: a pronoun
  /// behind "but", or "the idea that" before the statement itself.
  private func isMeant(_ use: RelationUse, by retraction: Range<Int>) -> Bool {
    let start = min(use.left.isEmpty ? use.phrase.lowerBound : use.left.lowerBound, use.clauseStart)
    if opensWithIdea(start, use) { return true }
    let pronouns: [StaticString] = ["this", "that", "it", "which", "they", "these", "both"]
    let first = retraction.lowerBound
    if pronouns.contains(where: { sentence.isWord(first, $0) }) { return true }
    var place = first - 1
    while place > use.phrase.upperBound,
      sentence.isCovered(place, by: .auxiliaries, .adverbs, .reporters, .reportVerbs)
        && !sentence.isPhrase(place..<place + 1, .pronouns)
        || isIdea(place)
    {
      place -= 1
    }
    return pronouns.contains { sentence.isWord(place, $0) }
  }

  /// "That X causes Y …", "the idea that X causes Y …".
  private func opensWithIdea(_ start: Int, _ use: RelationUse) -> Bool {
    for index in Range<Int>.from(max(0, start - 6), to: use.phrase.lowerBound)
    where sentence.isWord(index, "that") {
      if index == 0 || isIdea(index - 1) { return true }
    }
    return false
  }

  private func isIdea(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "idea", "claim", "claims", "belief", "beliefs", "notion", "theory", "theories", "suggestion",
      "view", "assumption", "hypothesis", "story", "saying", "assertion", "rumour", "rumor", "link",
      "connection", "association",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  /// The words that take back name nothing.
  private func trim(_ use: inout RelationUse, _ retraction: Range<Int>) {
    if use.right.contains(retraction.lowerBound) {
      use.right = use.right.lowerBound..<retraction.lowerBound
    }
    if use.left.lowerBound >= use.phrase.upperBound, use.left.contains(retraction.lowerBound) {
      use.left = use.left.lowerBound..<retraction.lowerBound
    }
  }
}
