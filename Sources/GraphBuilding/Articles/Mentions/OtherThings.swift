/// Tells other conditions than the one that is spoken of.
extension TaggedSentence {
  /// "other autoimmune diseases", "other conditions, such as".
  ///
  /// - Complexity: O(tokens).
  func namesOthers(_ range: Range<Int>) -> Bool {
    guard let other = range.first(where: { isWord($0, "other") }) else { return false }
    let nouns: [StaticString] = [
      "disease", "diseases", "condition", "conditions", "disorder", "disorders", "illnesses",
      "cancers", "infections",
    ]
    return Range<Int>.from(other + 1, to: min(other + 4, range.upperBound)).contains {
      isAny($0, nouns)
    }
  }

  /// "… is linked to other autoimmune diseases, such as": what is listed behind are these. Not so
  /// "Other conditions that cause it are".
  var endsWithOthers: Bool {
    var end = count
    while end > 0, !tokens[end - 1].isWordLike { end -= 1 }
    let group = [end - 1, end - 2].first { index in
      index > 0 && longest(.groups, at: index)?.tokens.upperBound == end
    }
    if let group { end = group }
    while end > 0, !tokens[end - 1].isWordLike { end -= 1 }
    let start = max(3, end - 4)
    return start < end && namesOthers(start..<end) && !namesOthers(start..<end - 1)
  }
}
