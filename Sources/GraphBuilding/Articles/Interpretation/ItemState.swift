internal import GraphModel

/// What an item says is so, or is missing: "the stool is dry", "no tears when crying".
extension ItemPhrase {
  func isNegated(_ index: Int) -> Bool {
    sentence.isPhrase(index..<index + 1, .denials)
      || ["do", "does", "did", "are", "is", "have", "has"].contains {
        (word: StaticString) in sentence.isWord(index, word)
      } && sentence.isWord(index + 1, "not")
  }

  /// "no tears when crying", "cannot sleep", "unable to stand": what is missing is what is named.
  func isDenial(_ first: Int, in range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    if ["cannot", "can't", "don't", "doesn't", "haven't", "hasn't", "unable", "without"].contains(
      where: { (word: StaticString) in sentence.isWord(first, word) })
    {
      return role == .symptoms || !sentence.isWord(first, "without")
    }
    guard role == .symptoms, sentence.isWord(first, "no") || sentence.isWord(first, "little")
    else { return false }
    return !sentence.isCovered(first + 1, by: .generic, .denials)
      && !sentence.isWord(first + 1, "or") && !sentence.isWord(first + 1, "other")
  }

  /// "the stool is dry, hard or lumpy": what shows is the whole of it.
  func state(_ range: Range<Int>) -> Reading? {
    guard !endsSentence, range.count <= Self.longest else { return nil }
    if role == .symptoms, let when = range.dropFirst().first(where: { isTime($0) }),
      !range[..<when].contains(where: { sentence.isCovered($0, by: .relations) })
    {
      return description(range).map { .things([$0]) }
    }
    let isOfReader =
      sentence.isWord(range.lowerBound, "your") || sentence.isWord(range.lowerBound, "the")
    guard role == .symptoms || isOfReader && range.count <= 8 else { return nil }
    let verb = range.dropFirst().prefix(5).first { index in
      ["is", "are", "feels", "feel", "looks", "look", "becomes", "become", "seems"].contains {
        (word: StaticString) in sentence.isWord(index, word)
      }
    }
    guard let verb, verb + 1 < range.upperBound,
      !sentence.isCovered(range.lowerBound, by: .pronouns, .openers),
      !sentence.isPhrase(verb + 1..<verb + 2, .denials)
    else { return nil }
    guard RelationFinder(sentence).find().isEmpty else { return nil }
    return description(range).map { .things([$0]) }
  }

  /// "blood after you go to the toilet".
  func isTime(_ index: Int) -> Bool {
    ["when", "after", "while", "before", "if", "whenever"].contains { (word: StaticString) in
      sentence.isWord(index, word)
    } && sentence.isPhrase(index + 1..<min(index + 2, sentence.count), .pronouns)
  }

  var endsSentence: Bool { sentence.tokens.last?.kind == .stop }

  func untilMark(_ range: Range<Int>) -> Range<Int> {
    let end = range.dropFirst().first { index in
      switch sentence.tokens[index].kind {
      case .colon, .open: true
      case .dash: sentence.tokens[index].start > sentence.tokens[index - 1].end
      default: false
      }
    }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  /// "No single cause", "No symptoms at all".
  func saysNothing(_ range: Range<Int>) -> Bool {
    range.dropFirst().prefix(4).contains {
      sentence.isCovered($0, by: .nouns, .denials)
        || sentence.isPhrase($0..<$0 + 1, .generic) && role == .causes
    }
  }

  /// Behind "there is", "there are", "there's": what there is, is what is named.
  func existential(_ range: Range<Int>) -> Int? {
    guard !endsSentence, let first = range.first, range.count <= Self.longest else { return nil }
    var next: Int?
    if sentence.isWord(first, "there") {
      let verbs: [StaticString] = ["is", "are"]
      next = verbs.contains { sentence.isWord(first + 1, $0) } ? first + 2 : nil
    }
    guard let next, next < range.upperBound,
      sentence.all(.denials, in: next..<range.upperBound).isEmpty,
      !range.contains(where: { sentence.isCovered($0, by: .relations) })
    else { return nil }
    return next
  }

  /// "your bile contains too much cholesterol": too much cholesterol in it.
  func contents(_ range: Range<Int>) -> NamedThing? {
    guard role == .causes, !endsSentence, range.count <= Self.longest else { return nil }
    let verbs: [StaticString] = ["contains", "contain", "has", "have"]
    let amounts: [StaticString] = ["too", "not", "high", "low", "excess"]
    let verb = range.dropFirst().prefix(4).first { index in
      verbs.contains { sentence.isWord(index, $0) }
    }
    guard let verb, amounts.contains(where: { sentence.isWord(verb + 1, $0) }),
      let whole = description(range.lowerBound..<verb),
      var held = description(verb + 1..<range.upperBound),
      sentence.isWord(range.lowerBound, "your") || sentence.isWord(range.lowerBound, "the")
    else { return nil }
    held.name += " in \(whole.name)"
    return held
  }

  /// "don't get much exercise": not getting it.
  func omission(_ range: Range<Int>) -> NamedThing? {
    guard role == .causes, let first = range.first else { return nil }
    let contracted: [StaticString] = ["don't", "doesn't", "don\u{2019}t", "doesn\u{2019}t"]
    var verb = first + 1
    if !contracted.contains(where: { sentence.isWord(first, $0) }) {
      guard sentence.isWord(first, "do") || sentence.isWord(first, "does"),
        sentence.isWord(verb, "not")
      else { return nil }
      verb += 1
    }
    guard verb + 1 < range.upperBound, sentence.tokens[verb].kind == .word,
      let rest = description(verb + 1..<range.upperBound)
    else { return nil }
    let word = sentence.string(verb..<verb + 1).lowercased()
    if word == "have" { return nil }
    var thing = rest
    thing.name = "not \(Gerund.of(word)) \(rest.name)"
    thing.synonyms = []
    return thing
  }
}
