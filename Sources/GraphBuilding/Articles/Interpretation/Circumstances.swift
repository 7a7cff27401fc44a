internal import GraphModel

/// Tells the circumstances that a clause lists: "if you smoke, are overweight or have asthma",
/// "people who work nights".
struct Circumstances {
  let sentence: TaggedSentence
  let focus: Focus

  /// "you smoke, are overweight or have asthma": each circumstance by itself.
  ///
  /// - Complexity: O(tokens).
  func named(in range: Range<Int>) -> [NamedThing] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var isBeing = false
    for index in range {
      let isAnd = sentence.isWord(index, "and")
      let isJoin = isAnd || sentence.isWord(index, "or") || sentence.tokens[index].kind == .comma
      if sentence.isWord(index, "are") || sentence.isWord(index, "is") { isBeing = true }
      guard isJoin, index >= start else { continue }
      var next = index + 1
      while next < range.upperBound,
        sentence.isWord(next, "or") || sentence.isWord(next, "and") || sentence.isWord(next, "if")
      {
        next += 1
      }
      // "if you smoke or if your work is dusty".
      let isFurther = next > index + 1 && sentence.isWord(next - 1, "if")
      guard isBeing && !isAnd || begins(next) || isFurther else { continue }
      // "if you smoke and drink": both together, and neither by itself.
      if isAnd, !isFurther { return [] }
      if start < index { parts.append(start..<index) }
      start = next
      isBeing = isBeing && !begins(next)
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    var opening = ItemOpening.subject
    return parts.flatMap { part -> [NamedThing] in
      if begins(part.lowerBound) { opening = .subject }
      defer { if part.contains(where: isForm) { opening = .being } }
      return item(part, opening)
    }
  }

  private func isForm(_ index: Int) -> Bool {
    sentence.isWord(index, "are") || sentence.isWord(index, "is")
  }

  private func begins(_ index: Int) -> Bool {
    guard index < sentence.count else { return false }
    return sentence.isPhrase(index..<index + 1, .havings) || isForm(index)
      || sentence.isWord(index, "you")
      || sentence.isPhrase(index..<index + 1, .doings) || sentence.isWord(index, "your")
      || sentence.isWord(index, "they")
  }

  private func item(_ range: Range<Int>, _ opening: ItemOpening) -> [NamedThing] {
    let tokens = Array(sentence.tokens[range])
    let part = TaggedSentence(tokens, text: sentence.text, lexicon: sentence.lexicon)
    // "if it runs in your family".
    if let match = part.all(.inheritances, in: 0..<part.count).first,
      let name = part.entry(match).names.first
    {
      return [NamedThing(name: name, place: part.textRange(match.tokens))]
    }
    let form = (0..<min(3, part.count)).last { index in
      part.isWord(index, "are") || part.isWord(index, "is")
    }
    let people = People.named(in: part, (form.map { $0 + 1 } ?? 0)..<part.count)
    if !people.isEmpty { return people }
    guard part.all(.pronouns, in: 2..<max(2, part.count)).isEmpty else { return [] }
    switch ItemPhrase(part, role: .causes, opening: opening).read() {
    case .things(let things): return things.filter { !focus.isNamed($0.name) }
    case .names(let names): return MentionParser(part).parse(names)
    case .nothing, nil: return []
    }
  }
}
