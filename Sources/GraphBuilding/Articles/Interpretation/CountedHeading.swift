/// A heading that counts what it names: "Cause 2: Too little rest", "Effect #3 – Empty streets".
struct CountedHeading {
  /// The token at which the name begins.
  let rest: Int

  /// - Complexity: O(1).
  init?(_ sentence: TaggedSentence) {
    guard var index = sentence.tokens.firstIndex(where: \.isWordLike) else { return nil }
    if sentence.isWord(index, "risk") { index += 1 }
    let kinds: [StaticString] = [
      "cause", "reason", "trigger", "factor", "driver", "effect", "consequence", "impact",
      "complication", "symptom", "sign",
    ]
    guard kinds.contains(where: { sentence.isWord(index, $0) }) else { return nil }
    index += 1
    while index < sentence.count, !sentence.tokens[index].isWordLike {
      guard sentence.tokens[index].kind != .colon else { return nil }
      index += 1
    }
    guard index + 2 < sentence.count, sentence.tokens[index].kind == .number else { return nil }
    switch sentence.tokens[index + 1].kind {
    case .colon, .dash, .stop: rest = index + 2
    default: return nil
    }
  }
}
