internal import GraphModel

/// The last noun of a name, which says what kind of thing is named: "loss" in "loss of vision".
struct NameHead {
  var token: Int?
  var category: Category?
  var isCollective = false

  /// - Complexity: O(tokens).
  init(_ range: Range<Int>, _ sentence: TaggedSentence) {
    let prepositions: [StaticString] = [
      "of", "in", "to", "with", "from", "between", "on", "at", "for", "high", "rich", "low",
    ]
    var head: Int?
    for index in range {
      if index > range.lowerBound, prepositions.contains(where: { sentence.isWord(index, $0) }) {
        break
      }
      if sentence.tokens[index].kind == .word { head = index }
    }
    guard let head else { return }
    token = head
    isCollective = sentence.longest(.collectives, at: head, before: head + 1) != nil
    let phrase = (max(range.lowerBound, head - 2)...head).lazy.compactMap { start in
      sentence.longest(.categories, at: start, before: head + 1)
    }.first { $0.tokens.upperBound == head + 1 }
    if let phrase {
      category = sentence.entry(phrase).category
    } else {
      category = Self.categoryBySuffix(head, sentence)
    }
    // "managing stress", "eating late": what one does is behaviour.
    if range.count > 1, head > range.lowerBound, range.lowerBound == head - 1,
      sentence.hasSuffix(range.lowerBound, "ing"), category == .exposureEvent
    {
      category = .behavior
    }
  }

  private static func categoryBySuffix(_ index: Int, _ sentence: TaggedSentence) -> Category? {
    let token = sentence.tokens[index]
    for suffix in sentence.lexicon.suffixes {
      let count = suffix.letters.count
      guard token.end - token.start > count + 1 else { continue }
      let ending = sentence.text[(token.end - count)..<token.end].lazy.map(\.lowered)
      if ending.elementsEqual(suffix.letters) { return suffix.category }
    }
    return nil
  }
}
