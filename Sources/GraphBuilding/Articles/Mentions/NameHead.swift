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

/// A noun that two joined names share.
struct SharedHead {
  var noun: String

  /// The plural noun that a part of the body before "and" shares with a later name:
  /// "heart and kidney diseases".
  init?(_ thing: NamedThing, _ later: ArraySlice<NamedThing>, _ sentence: TaggedSentence) {
    guard let index = Self.onlyToken(of: thing, sentence),
      sentence.isPhrase(index..<index + 1, .bodyParts)
    else { return nil }
    for other in later {
      guard let last = Self.lastToken(of: other, sentence) else { return nil }
      if sentence.isPhrase(last..<last + 1, .heads), last > 0,
        sentence.isCovered(last - 1, by: .bodyParts)
      {
        noun = sentence.string(last..<last + 1)
        return
      }
      guard let only = Self.onlyToken(of: other, sentence),
        sentence.isPhrase(only..<only + 1, .bodyParts)
      else { return nil }
    }
    return nil
  }

  /// What a short name after "or" shares with the name before it: "lack of" in "lack of food or
  /// sleep"; after "both", with "and" too: "sensitivity to both light and sound".
  static func stem(
    of thing: NamedThing, for next: NamedThing, _ sentence: TaggedSentence
  ) -> String? {
    guard let only = onlyToken(of: next, sentence), only > 0 else { return nil }
    let tokens = tokens(of: thing, sentence)
    guard
      let cut = tokens.first(where: {
        sentence.isWord($0, "of") || sentence.isWord($0, "to")
      }), cut > tokens.lowerBound, cut + 1 < tokens.upperBound
    else { return nil }
    let isBoth = sentence.isWord(cut + 1, "both")
    guard isBoth || sentence.isWord(only - 1, "or") else { return nil }
    return NameForm(sentence).text(of: tokens.lowerBound..<cut + 1)
  }

  private static func tokens(of thing: NamedThing, _ sentence: TaggedSentence) -> Range<Int> {
    let first = sentence.tokens.firstIndex { $0.start >= thing.place.lowerBound }
    let last = sentence.tokens.lastIndex { $0.end <= thing.place.upperBound }
    guard let first, let last, first <= last else { return 0..<0 }
    return first..<last + 1
  }

  private static func onlyToken(of thing: NamedThing, _ sentence: TaggedSentence) -> Int? {
    let tokens = tokens(of: thing, sentence)
    return tokens.count == 1 ? tokens.lowerBound : nil
  }

  private static func lastToken(of thing: NamedThing, _ sentence: TaggedSentence) -> Int? {
    let tokens = tokens(of: thing, sentence)
    return tokens.isEmpty ? nil : tokens.upperBound - 1
  }
}
