internal import GraphModel

/// Names what a clause says becomes of something: "fish die" is the death of fish, "the skin becomes
/// dry" dry skin, "you feel tired" tiredness.
struct ChangeName {
  let sentence: TaggedSentence
  let capitals: Capitals

  /// The things that the clause shows, by the names that the lexicon has for its verb, and else by
  /// its adjectives before what it says them of.
  ///
  /// - Complexity: O(tokens of the clause).
  func things(_ clause: ChangeClause) -> [NamedThing] {
    switch clause.change {
    case .verb(let match):
      let patterns = sentence.entry(match).names
      if patterns.allSatisfy({ !$0.contains("*") }) {
        return thing(patterns, of: nil, whole(clause)).map { [$0] } ?? []
      }
      // Who "you" and "patients" are says nothing.
      guard sentence.longest(.subjects, at: clause.subject.lowerBound)?.tokens != clause.subject
      else { return [] }
      let said = NameForm(sentence).text(of: match.tokens)
      // "Problems with the retina and | optic nerve may occur": where, and not what.
      let isNamed = patterns.contains("*")
      return subjects(clause).compactMap {
        isNamed && $0.isPlace ? nil : thing(patterns, of: $0, whole(clause), said: said)
      }
    case .state(let adjectives, let verb):
      return sentence.isOfPeople(clause.subject)
        ? qualities(adjectives, whole(clause))
        : subjects(clause).map { state(adjectives, verb, of: $0, whole(clause)) }
    }
  }

  /// As `things`, each adjective by itself: "itchy and dry skin" is itchy skin and dry skin.
  ///
  /// - Complexity: O(tokens of the clause).
  func separately(_ clause: ChangeClause) -> [NamedThing] {
    guard case .state(let adjectives, let verb) = clause.change else { return things(clause) }
    return adjectives.split { index in
      !sentence.tokens[index].isWordLike || sentence.isWord(index, "and")
        || sentence.isWord(index, "or")
    }.flatMap { part -> [NamedThing] in
      guard let first = part.first, let last = part.last else { return [] }
      var own = clause
      own.change = .state(first..<last + 1, verb: verb)
      return things(own)
    }
  }

  /// "It can be fatal": what the condition itself ends in, where the lexicon has a name for it.
  func ends(_ clause: ChangeClause) -> [NamedThing] {
    guard case .state(let adjectives, _) = clause.change else { return [] }
    return sentence.all(.fatalities, in: adjectives).compactMap {
      thing(sentence.entry($0).names, of: nil, whole(clause))
    }
  }

  private func whole(_ clause: ChangeClause) -> Range<Int> {
    .from(clause.subject.lowerBound, to: max(clause.end, clause.subject.upperBound))
  }

  // MARK: What it is said of

  private struct Subject {
    /// Without an article.
    var name: String
    /// "the" or nothing.
    var article = ""
    /// " in the sinuses".
    var place = ""
    /// A part of the body.
    var isPlace = false
  }

  private func subjects(_ clause: ChangeClause) -> [Subject] {
    let range = withoutCount(clause.subject)
    let form = NameForm(sentence)
    let place = clause.place.isEmpty ? "" : " " + form.text(of: clause.place)
    // "concentrating becomes difficult": the activity as it stands.
    if sentence.isGerund(range.lowerBound) {
      let place = sentence.place(of: NamedThing(name: "", place: sentence.textRange(range)))
      return [Subject(name: capitals.lowered(form.text(of: range), at: place))]
    }
    let people = People.named(in: sentence, range)
    let things = (people.isEmpty ? MentionParser(sentence).parse(range) : people)
      .filter { !$0.isOfPeople }
      .map { capitals.lowered($0, at: sentence.place(of: $0)) }
    let hasArticle = sentence.isWord(range.lowerBound, "the")
    return things.map {
      Subject(
        name: $0.name, article: hasArticle && things.count == 1 ? "the " : "", place: place,
        isPlace: $0.isPlace)
    }
  }

  /// "some 50 million people": people.
  private func withoutCount(_ range: Range<Int>) -> Range<Int> {
    let counts: [StaticString] = [
      "some", "about", "around", "over", "nearly", "almost", "million", "billion", "thousand",
      "thousands", "millions", "hundreds", "tens", "of", "than", "more",
    ]
    let start = range.first { index in
      sentence.tokens[index].kind != .number
        && !counts.contains { sentence.isWord(index, $0) }
    }
    return .from(start ?? range.lowerBound, to: range.upperBound)
  }

  // MARK: Names

  /// `swelling of *`, `swollen *`.
  ///
  /// - Parameter said: the verb as it stands, for the author's own words.
  private func thing(
    _ patterns: [String], of subject: Subject?, _ range: Range<Int>, said: String? = nil
  ) -> NamedThing? {
    let names = patterns.map { pattern in
      let takesArticle = [" of *", " in *", " to *", " on *"].contains(where: pattern.hasSuffix)
      let name = (takesArticle ? subject?.article ?? "" : "") + (subject?.name ?? "")
      return pattern.replacing("*", with: name + (subject?.place ?? ""))
    }
    guard let first = names.first else { return nil }
    var thing = NamedThing(name: first, place: sentence.textRange(range))
    thing.synonyms = Array(names.dropFirst())
    if let subject, let said { thing.synonyms.append("\(subject.name) \(said)") }
    return thing
  }

  /// "dry skin"; of an activity, "difficulty swallowing".
  private func state(
    _ adjectives: Range<Int>, _ verb: Int, of subject: Subject, _ range: Range<Int>
  ) -> NamedThing {
    let words = NameForm(sentence).text(of: adjectives)
    let said = "\(subject.name) \(sentence.string(.from(verb, to: adjectives.lowerBound))) \(words)"
    let name: String
    if words.lowercased().hasPrefix("too ") {
      // "the urine is too acidic": no adjective before a noun says so.
      name = "\(subject.name) being \(words)"
    } else if subject.name.hasSuffix("ing"),
      ["difficult", "hard", "harder", "impossible"].contains(words.lowercased())
    {
      name = "difficulty \(subject.name)"
    } else {
      name = "\(words) \(subject.name)"
    }
    var thing = NamedThing(name: name, place: sentence.textRange(range))
    thing.synonyms = [said.trimmingSpaces]
    return thing
  }

  /// "tired and weak": tiredness and weakness.
  func qualities(_ adjectives: Range<Int>, _ range: Range<Int>) -> [NamedThing] {
    sentence.all(.qualities, in: adjectives).compactMap { match in
      var thing = thing(sentence.entry(match).names, of: nil, range)
      thing?.synonyms += words(match)
      return thing
    }
  }

  private func words(_ quality: TaggedSentence.Match) -> [String] {
    let word = sentence.string(quality.tokens).lowercased()
    return ["feeling \(word)", word]
  }

  /// "get | restless": of people, restlessness.
  ///
  /// - Complexity: O(1).
  func quality(_ thing: NamedThing) -> NamedThing {
    guard let whole = sentence.tokens(in: thing.place) else { return thing }
    let isFelt = sentence.isWord(whole.lowerBound, "feel") && whole.count > 1
    let tokens = Range<Int>.from(whole.lowerBound + (isFelt ? 1 : 0), to: whole.upperBound)
    guard let match = sentence.longest(.qualities, at: tokens.lowerBound), match.tokens == tokens,
      let name = sentence.entry(match).names.first
    else { return thing }
    var quality = thing
    quality.name = name
    quality.synonyms += words(match)
    return quality
  }
}
