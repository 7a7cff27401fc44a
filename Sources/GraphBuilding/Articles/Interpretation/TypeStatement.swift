internal import GraphModel

/// What a sentence says of the types of the condition: "There are two types of gout: …",
/// "Pseudogout is a form of gout".
struct TypeStatement {
  let sentence: TaggedSentence
  let focus: Focus
  let capitals: Capitals

  /// The types that the sentence names.
  ///
  /// - Complexity: O(tokens).
  func types() -> [NamedThing] {
    guard !sentence.isQuestion, !isDoubtful else { return [] }
    for index in sentence.tokens.indices where isTypeNoun(index) {
      guard let end = end(ofFocusBehind: index) else { continue }
      let found = listed(from: end) ?? named(before: index) ?? []
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Denied, asked, supposed or told of others.
  private var isDoubtful: Bool {
    let all = 0..<sentence.count
    return [LexiconSection.denials, .halfDenials, .attributions, .confusions, .inquiries].contains {
      !sentence.all($0, in: all).isEmpty
    }
      || sentence.tokens.indices.contains {
        sentence.isWord($0, "if") || sentence.isWord($0, "whether") || sentence.isWord($0, "not")
      }
  }

  private func isTypeNoun(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "type", "types", "kind", "kinds", "form", "forms", "subtype", "subtypes", "variant",
      "variants", "category", "categories",
    ]
    return words.contains { sentence.isWord(index, $0) }
  }

  /// Where the condition's name ends behind "types of".
  private func end(ofFocusBehind index: Int) -> Int? {
    guard sentence.isWord(index + 1, "of"), index + 2 < sentence.count else { return nil }
    var start = index + 2
    while start + 1 < sentence.count, sentence.isPhrase(start..<start + 1, .leadIns) { start += 1 }
    guard focus.isNamed(from: start, in: sentence) else { return nil }
    let limit = min(sentence.count, start + focus.longestName)
    return Range<Int>.from(start + 1, to: limit + 1).reversed().first {
      focus.isNamed(NameForm(sentence).text(of: start..<$0))
    }
  }

  /// "types of X include A and B", "types of X: A and B", "types of X are A and B".
  private func listed(from end: Int) -> [NamedThing]? {
    var start = end
    while start < sentence.count, sentence.isCovered(start, by: .adverbs) { start += 1 }
    let verbs: [StaticString] = ["include", "includes", "are", "is"]
    let isColon = start < sentence.count && sentence.tokens[start].kind == .colon
    guard isColon || verbs.contains(where: { sentence.isWord(start, $0) }) else { return nil }
    var rest = Range<Int>.from(start + 1, to: sentence.count)
    if let cut = rest.first(where: { sentence.longest(.subordinators, at: $0) != nil }) {
      rest = .from(rest.lowerBound, to: cut)
    }
    if !isColon, !sentence.all(.relations, in: rest).isEmpty { return [] }
    let things = MentionParser(sentence).parse(rest)
      .map { capitals.lowered($0, at: sentence.place(of: $0)) }
    // A list that names the condition with its last type names it with each.
    guard let last = things.last, isType(last) || isColon || things.count > 1 else { return [] }
    return TypeName(focus, capitals, sentence.lexicon).share(things).filter {
      !focus.isNamed($0.name)
    }
  }

  /// "A is a common type of X".
  private func named(before index: Int) -> [NamedThing]? {
    var place = index - 1
    while place > 0,
      sentence.isCovered(place, by: .leadIns, .adjectives, .modifiers, .adverbs, .change)
        || sentence.isWord(place, "rare") || sentence.isWord(place, "main")
    {
      place -= 1
    }
    guard place > 0, sentence.isWord(place, "is") || sentence.isWord(place, "are") else {
      return nil
    }
    let range = 0..<place
    guard sentence.all(.relations, in: range).isEmpty else { return [] }
    return MentionParser(sentence).parse(range)
      .filter { !focus.isNamed($0.name) }
      .map { capitals.lowered($0, at: sentence.place(of: $0)) }
  }

  private func isType(_ thing: NamedThing) -> Bool { focus.isKind(thing.name) }
}

extension StatementReader {
  /// "There are two types of migraine: …".
  func typeStatements() -> [Draft] {
    guard context.mayNameTypes, context.type == nil else { return [] }
    return TypeStatement(sentence: sentence, focus: focus, capitals: capitals).types().map { type in
      Draft(
        subject: .thing(type), predicate: .subclassOf, object: .focus, certainty: .established,
        scope: .sentence, quote: quote, section: context.heading)
    }
  }
}

extension Focus {
  /// Whether a thing is a type of the condition by its name: "ocular migraine", but not "a small
  /// stone" or "worse pain", which say how the condition is.
  func isType(_ thing: NamedThing, _ lexicon: Lexicon) -> Bool {
    guard isKind(thing.name) else { return false }
    let words = thing.name.lowercased().spacedWords
    return !words.contains { word in
      [LexiconSection.adjectives, .change, .modifiers, .reductions, .lacks, .leadIns, .pronouns]
        .contains { lexicon.has(word, in: $0) }
    }
  }
}
