internal import GraphModel

/// Reads a sentence that gives the condition another name by a verb: "X is also called Y", "Y is
/// another name for X", "Doctors call it Y", "The medical name for X is Y", "Y (X) is common".
struct NamingSentence {
  let sentence: TaggedSentence
  let focus: Focus

  /// The other names, in reading order.
  ///
  /// - Complexity: O(tokens · length of the longest name).
  var names: [String] {
    [called, named, termed, bracketed].compactMap { $0 }.flatMap(things)
  }

  private func things(_ range: Range<Int>) -> [String] {
    // "is known as a chronic disease" says of what kind it is.
    guard !range.isEmpty, range.count <= 6, !sentence.isAny(range.lowerBound, ["a", "an", "one"]),
      sentence.all(.denials, in: 0..<range.upperBound).isEmpty
    else { return [] }
    return MentionParser(sentence).parse(range).prefix(1)
      .filter { !$0.isCollective && $0.members.isEmpty }.map(\.name)
  }

  private func focusEnd(from start: Int) -> Int? { focus.nameEnd(from: start, in: sentence) }

  private var first: Int { sentence.tokens.firstIndex(where: \.isWordLike) ?? 0 }

  /// "X is | also called | Y", "Doctors call it Y".
  private var called: Range<Int>? {
    if let end = focusEnd(from: first), sentence.isAny(end, ["is", "are", "was"]) {
      var index = end + 1
      while sentence.isCovered(index, by: .adverbs), sentence.longest(.synonyms, at: index) == nil {
        index += 1
      }
      if let match = sentence.longest(.synonyms, at: index) {
        return .from(match.tokens.upperBound, to: limit(match.tokens.upperBound))
      }
    }
    for index in sentence.tokens.indices.dropFirst().prefix(8)
    where sentence.isAny(index, ["call", "calls"]) {
      let object = index + 1
      let end = sentence.isAny(object, ["it", "this"]) ? object + 1 : focusEnd(from: object)
      if let end { return .from(end, to: limit(end)) }
    }
    return nil
  }

  /// "Y is another name for | X".
  private var named: Range<Int>? {
    guard
      let word = sentence.tokens.indices.first(where: { index in
        sentence.isAny(index, ["name", "term", "word"]) && sentence.isWord(index + 1, "for")
          && focusEnd(from: index + 2) != nil
      }),
      let verb = sentence.tokens.indices.prefix(word).last(where: {
        sentence.isAny($0, ["is", "was"])
      }),
      Range<Int>.from(verb + 1, to: word).allSatisfy({
        sentence.isAny($0, ["another", "a", "the", "other", "old"])
          || sentence.isCovered($0, by: .adjectives, .adverbs, .leadIns)
          || sentence.tokens[$0].kind == .word && word - verb <= 4
      }), verb > first
    else { return nil }
    return first..<verb
  }

  /// "The medical name for X is | Y".
  private var termed: Range<Int>? {
    let kinds: [StaticString] = [
      "medical", "technical", "scientific", "clinical", "proper", "other", "official", "full",
      "formal", "latin", "common",
    ]
    guard sentence.isAny(first, ["the", "its", "another"]),
      let word = sentence.tokens.indices.prefix(first + 4).first(where: {
        sentence.isAny($0, ["name", "term"])
      }),
      sentence.isWord(first, "another")
        || (first..<word).contains(where: { sentence.isAny($0, kinds) })
    else { return nil }
    var index = word + 1
    if sentence.isWord(index, "for") {
      if sentence.isAny(index + 1, ["it", "this"]) {
        index += 2
      } else {
        guard let end = focusEnd(from: index + 1) else { return nil }
        index = end
      }
    }
    guard sentence.isAny(index, ["is", "was"]) else { return nil }
    return .from(index + 1, to: limit(index + 1))
  }

  /// "Y (X) is common": the condition in brackets behind another name of it.
  private var bracketed: Range<Int>? {
    guard
      let open = sentence.tokens.indices.prefix(first + 6).first(where: {
        sentence.tokens[$0].kind == .open
      }), open > first,
      let end = focusEnd(from: open + 1), end < sentence.count, sentence.tokens[end].kind == .close
    else { return nil }
    return first..<open
  }

  private func limit(_ start: Int) -> Int {
    var end = start
    while end < sentence.count {
      let token = sentence.tokens[end]
      if token.kind == .quote {
        end += 1
        continue
      }
      if !token.isWordLike || end > start && sentence.isPhrase(end..<end + 1, .clauseWords)
        || sentence.isAny(end, ["and", "or", "but", "when", "if", "which"])
      {
        break
      }
      end += 1
    }
    return end
  }
}
