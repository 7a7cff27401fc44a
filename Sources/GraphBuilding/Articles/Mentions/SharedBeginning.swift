internal import GraphModel

/// The words of a name that hold for what is joined to it as well: "lack of", "sensitivity to",
/// "insufficient".
struct SharedBeginning {
  let text: String
  private let tokens: Range<Int>
  private let sentence: TaggedSentence

  init?(_ range: Range<Int>, _ sentence: TaggedSentence) {
    let start = range.prefix(4).first {
      sentence.longest(.lacks, at: $0, before: range.upperBound) != nil
    }
    guard let start, let match = sentence.longest(.lacks, at: start, before: range.upperBound),
      match.tokens.upperBound < range.upperBound
    else { return nil }
    self.sentence = sentence
    // "insufficient or absent …": all adjectives before the noun.
    var end = match.tokens.upperBound
    while end + 1 < range.upperBound, sentence.isWord(end, "or") || sentence.isWord(end, "and"),
      let next = sentence.longest(.lacks, at: end + 1, before: range.upperBound),
      next.tokens.upperBound < range.upperBound
    {
      end = next.tokens.upperBound
    }
    tokens = start..<end
    text = NameForm(sentence).text(of: tokens)
  }

  /// Whether a member of what is missing is meant as missing too. "Poor habits, such as smoking"
  /// are habits.
  var isOfMembers: Bool {
    // "low areas, such as deltas": how high they lie, not how many there are.
    let isHeight =
      sentence.isWord(tokens.lowerBound, "low")
      && ["areas", "places", "regions", "land", "lands"].contains { (word: StaticString) in
        sentence.isWord(tokens.upperBound, word)
      }
    return !isHeight
      && !["poor", "irregular", "unequal"].contains { (word: StaticString) in
        sentence.isWord(tokens.lowerBound, word)
      }
  }

  /// Whether the one or two words that begin there need these: something that may be lacking, or
  /// behind "to" whatever is no sign or disease.
  func isShared(by start: Int) -> Bool {
    var end = start
    while end < sentence.count, sentence.tokens[end].isWordLike,
      !sentence.isWord(end, "and"), !sentence.isWord(end, "or"),
      sentence.longest(.tails, at: end) == nil
    {
      end += 1
    }
    guard end > start, end - start <= 2 else { return false }
    // "not eating enough fruit or vegetables": neither is eaten.
    if sentence.isWord(start - 1, "or"), tokens.contains(where: { sentence.isWord($0, "not") }),
      !sentence.isGerund(start)
    {
      return true
    }
    if end - start == 2, sentence.isCovered(start, by: .adjectives, .modifiers, .lacks, .leadIns) {
      return false
    }
    if sentence.isPhrase(end - 1..<end, .needs) { return true }
    let category = NameHead(start..<end, sentence).category
    return sentence.isWord(tokens.upperBound - 1, "to") && end - start == 1
      && category != .disease && category != .phenotypicFeature
  }

  /// Whether nothing but names, commas and conjunctions stands between.
  func canReach(_ start: Int) -> Bool {
    Range<Int>.from(tokens.upperBound, to: start).allSatisfy {
      let kind = sentence.tokens[$0].kind
      return sentence.tokens[$0].isWordLike || kind == .comma || kind == .slash
    } && start - tokens.upperBound < 12
  }
}
