internal import GraphModel

/// Sentences that say that there is something, or none of it: "There is no cure for gout".
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

  /// "There is a shortage of water" under effects: what there is, where its noun says that it has
  /// come about.
  ///
  /// - Complexity: O(tokens).
  func existing(_ read: Result) -> [Draft] {
    guard let role = context.role, [.effects, .symptoms].contains(role), context.leads.isEmpty,
      !read.withholds, sentence.isWord(0, "there")
    else { return [] }
    var start = 1
    while start < sentence.count,
      sentence.isCovered(start, by: .auxiliaries, .adverbs, .hedges), start < 5
    {
      start += 1
    }
    let end =
      Range<Int>.from(start, to: sentence.count).first { index in
        sentence.tokens[index].kind == .comma || sentence.tokens[index].kind == .stop
          || sentence.isCovered(index, by: .subordinators)
      } ?? sentence.count
    let nouns: [StaticString] = [
      "shortage", "shortages", "lack", "loss", "increase", "rise", "decline", "decrease",
      "reduction", "fall", "drop", "spread", "outbreak", "outbreaks", "swelling", "pain",
    ]
    let range = Range<Int>.from(start, to: end)
    guard range.prefix(4).contains(where: { sentence.isAny($0, nouns) }) else { return [] }
    let statement = HeadingStatement(role: role, heading: context.heading)
    return MentionParser(sentence).parse(range).compactMap { thing in
      guard !thing.isPlace, !thing.names.contains(where: focus.isNamed) else { return nil }
      return statement.draft(thing, quote: quote, certainty: read.certainty, hedge: read.hedge)
    }
  }
}
