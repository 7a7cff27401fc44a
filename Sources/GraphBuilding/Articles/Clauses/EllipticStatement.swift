internal import GraphModel

/// A sentence that leaves out what the one before it said: "So does a family history", "The same is
/// true of poor sleep", "Another is noise", "Then there is noise".
struct EllipticStatement {
  let sentence: TaggedSentence

  struct Reading {
    /// The names of what it is said of.
    var names: Range<Int>
    /// Says what the sentence before said, and not only that there is another thing of its kind.
    var isRepetition: Bool
  }

  /// - Complexity: O(1).
  func read() -> Reading? {
    var first = sentence.tokens.firstIndex(where: \.isWordLike) ?? 0
    if let opening = repetition(first) {
      return Reading(names: .from(opening, to: end), isRepetition: true)
    }
    while sentence.isCovered(first, by: .adverbs), !sentence.isAny(first, ["then", "next"]) {
      first += 1
    }
    return (behind(first) ?? before(first)).map { Reading(names: $0, isRepetition: false) }
  }

  private var end: Int {
    sentence.tokens.indices.last {
      sentence.tokens[$0].isWordLike || sentence.tokens[$0].kind == .close
    }
    .map { $0 + 1 } ?? 0
  }

  private static let forms: [StaticString] = [
    "is", "are", "does", "do", "can", "may", "could", "might", "will", "did", "has", "have", "was",
    "were", "would",
  ]

  /// Behind "So does", "As can", "The same goes for", "That also goes for".
  private func repetition(_ first: Int) -> Int? {
    if sentence.isWord(first, "so"), sentence.isAny(first + 1, Self.forms),
      first + 2 < sentence.count, sentence.tokens[first + 2].isWordLike,
      !sentence.isCovered(first + 2, by: .pronouns)
    {
      return first + 2
    }
    guard sentence.isAny(first, ["the", "this", "that"]) else { return nil }
    var index = first + 1
    if sentence.isWord(first, "the") {
      guard sentence.isWord(index, "same") else { return nil }
      index += 1
    }
    while sentence.isCovered(index, by: .adverbs) || sentence.isWord(index, "also") { index += 1 }
    if sentence.isAny(index, ["is", "was"]), sentence.isWord(index + 1, "true") {
      index += 2
    } else if sentence.isAny(index, ["goes", "holds", "applies"]) {
      index += sentence.isWord(index + 1, "true") ? 2 : 1
    } else {
      return nil
    }
    return sentence.isAny(index, ["of", "for", "to", "with"]) ? index + 1 : nil
  }

  /// "Another is A", "Then there is A", "Next comes A", "Others are A and B".
  private func behind(_ first: Int) -> Range<Int>? {
    var index = first
    if sentence.isAny(index, ["then", "next"]) {
      index += 1
      if sentence.isWord(index, "there"), sentence.isAny(index + 1, ["is", "are"]) {
        return .from(index + 2, to: end)
      }
      return sentence.isAny(index, ["comes", "come"]) ? .from(index + 1, to: end) : nil
    }
    guard sentence.isAny(index, ["another", "others", "one", "some"]) else { return nil }
    index += 1
    if sentence.isAny(index, ["is", "are"]),
      !sentence.isCovered(index + 1, by: .auxiliaries, .pronouns),
      !sentence.hasSuffix(index + 1, "ed")
    {
      return .from(index + 1, to: end)
    }
    return nil
  }

  /// "A is another", "A comes next", "A and B are others".
  private func before(_ first: Int) -> Range<Int>? {
    guard end - first >= 3, end - first <= 10 else { return nil }
    let last = end - 1
    let isOther =
      sentence.isAny(last, ["another", "others"]) && sentence.isAny(last - 1, ["is", "are"])
    let isNext = sentence.isWord(last, "next") && sentence.isAny(last - 1, ["comes", "come"])
    let isOne =
      sentence.isWord(last, "one") && sentence.isWord(last - 1, "another")
      && sentence.isAny(last - 2, ["is", "are"])
    guard isOther || isNext || isOne else { return nil }
    return .from(first, to: isOne ? last - 2 : last - 1)
  }
}

extension StatementReader {
  /// What the sentence before said is said of another thing.
  func elliptic(_ result: Result) -> [Draft] {
    guard !result.withholds, let reading = EllipticStatement(sentence: sentence).read() else {
      return []
    }
    let things = MentionParser(sentence).parse(reading.names)
      .filter { !$0.names.contains(where: focus.isNamed) }
      .map { capitals.lowered($0, at: sentence.place(of: $0)) }
    if reading.isRepetition {
      guard let last = context.last, !last.isNegated else { return [] }
      return things.flatMap(\.withMembers).map { thing in
        var draft = last.about(thing)
        draft.quote = .from(last.quote.lowerBound, to: quote.upperBound)
        draft.cited = quote
        if result.certainty < draft.certainty {
          (draft.certainty, draft.hedge) = (result.certainty, result.hedge)
        }
        return draft
      }
    }
    guard let role = context.role, role.hasLeads, role != .types, context.leads.isEmpty else {
      return []
    }
    return listed(things, role, result)
  }
}
