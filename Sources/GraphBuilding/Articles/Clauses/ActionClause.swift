internal import GraphModel

/// A clause in which something does something: "demands | exceed | the supply", "polyps | can block
/// | the sinuses".
struct ActionClause {
  let sentence: TaggedSentence
  var subject: Range<Int>
  /// The verb, as the lexicon has it among `actions`.
  var verb: Range<Int>
  var object: Range<Int>
  /// Says that it may be so: "can", "may".
  var isModal: Bool
  /// Says that it is not done: "you don't drink enough".
  var isNegated: Bool

  /// The clause that a stretch begins with, or nil where it has no verb that is known.
  ///
  /// - Complexity: O(tokens).
  init?(_ sentence: TaggedSentence, in range: Range<Int>) {
    let modals: [StaticString] = ["can", "may", "could", "might"]
    var modal: Int?
    var denial: Int?
    for index in range.dropFirst().prefix(10) {
      if modal == nil, let end = Self.omission(index, sentence) {
        denial = denial ?? index
        if index < end { continue }
      }
      if let denial, index <= denial + 1, sentence.longest(.actions, at: index) == nil { continue }
      if modals.contains(where: { sentence.isWord(index, $0) }) {
        modal = index
        continue
      }
      if modal != nil, sentence.isCovered(index, by: .adverbs, .hedges) { continue }
      guard sentence.tokens[index].isWordLike || modal == nil,
        !sentence.isCovered(index, by: .subordinators, .denials), !sentence.isWord(index, "to"),
        !sentence.isWord(index, "not")
      else { return nil }
      guard let match = sentence.longest(.actions, at: index, before: range.upperBound) else {
        if modal != nil { return nil }
        continue
      }
      // "brain changes caused by …": a noun.
      let behind = match.tokens.upperBound
      if sentence.hasSuffix(behind, "ed"), sentence.isWord(behind + 1, "by") { continue }
      let subject = Range<Int>.from(range.lowerBound, to: modal ?? denial ?? index)
      guard modal != nil || denial != nil || Self.agrees(index, with: subject, sentence) else {
        continue
      }
      self.sentence = sentence
      self.subject = subject
      verb = match.tokens
      isModal = modal != nil
      isNegated = denial != nil
      let end = Range<Int>.from(match.tokens.upperBound, to: range.upperBound).first { place in
        let kind = sentence.tokens[place].kind
        return kind == .comma || kind == .semicolon || kind == .dash || kind == .stop
          || kind == .open || kind == .colon || sentence.isCovered(place, by: .subordinators)
          || sentence.isWord(place, "and") && sentence.longest(.actions, at: place + 1) != nil
      }
      object = .from(match.tokens.upperBound, to: end ?? range.upperBound)
      return
    }
    return nil
  }

  /// "don't", "do not": where the words for it end.
  private static func omission(_ index: Int, _ sentence: TaggedSentence) -> Int? {
    let contracted: [StaticString] = [
      "don't", "doesn't", "don\u{2019}t", "doesn\u{2019}t",
    ]
    if contracted.contains(where: { sentence.isWord(index, $0) }) { return index + 1 }
    let isDo = sentence.isWord(index, "do") || sentence.isWord(index, "does")
    return isDo && sentence.isWord(index + 1, "not") ? index + 2 : nil
  }

  /// A plural has no verb in -s, and a singular one.
  private static func agrees(
    _ verb: Int, with subject: Range<Int>, _ sentence: TaggedSentence
  ) -> Bool {
    guard let last = subject.last, sentence.tokens[last].kind == .word,
      !sentence.isCovered(last, by: .leadIns, .adjectives)
    else { return false }
    let isThird = sentence.hasSuffix(verb, "s") && !sentence.hasSuffix(verb, "ss")
    if sentence.isCovered(last, by: .subjects)
      || subject.contains(where: { sentence.isWord($0, "and") })
    {
      return !isThird || !subject.contains { sentence.isWord($0, "you") }
    }
    return sentence.isPlural(last) != isThird
      || ["people", "children", "men", "women", "bacteria"]
        .contains { (word: StaticString) in sentence.isWord(last, word) } && !isThird
  }

  /// "demands exceeding the supply"; of people, only what they do: "drinking too much".
  ///
  /// - Complexity: O(length).
  func name(_ capitals: Capitals) -> NamedThing? {
    let form = NameForm(sentence)
    // "food that has been spoilt by germs | such as …".
    let group = object.first { sentence.longest(.groups, at: $0) != nil }
    let object = object.lowerBound..<(group ?? object.upperBound)
    let isClause = object.contains { sentence.isWord($0, "that") || sentence.isWord($0, "which") }
    guard object.count <= (isClause ? 14 : 8), subject.count <= 6, !object.isEmpty else {
      return nil
    }
    let words = form.text(of: verb).lowercased().spacedWords.map(String.init)
    guard let first = words.first else { return nil }
    let gerund = ([Gerund.of(Gerund.stem(of: first))] + words.dropFirst()).joined(separator: " ")
    let doing = "\(isNegated ? "not " : "")\(gerund) \(form.text(of: object))"
    let isAnyone =
      sentence.longest(.subjects, at: subject.lowerBound)?.tokens == subject
      || People.areNamed(in: sentence, subject)
    var thing = NamedThing(
      name: doing, place: sentence.textRange(.from(subject.lowerBound, to: object.upperBound)))
    guard !isAnyone else { return thing }
    let articles: [StaticString] = ["the", "a", "an", "your", "their"]
    let isMarked = articles.contains { sentence.isWord(subject.lowerBound, $0) }
    let name = form.text(
      of: .from(subject.lowerBound + (isMarked ? 1 : 0), to: subject.upperBound))
    thing.name = "\(name) \(doing)"
    thing.synonyms = ["\(name) \(form.text(of: .from(verb.lowerBound, to: object.upperBound)))"]
    return thing
  }
}

extension StatementReader {
  /// "Burnout develops when demands exceed resources", "… when the urine is too acidic": what
  /// happens then, named in its own words.
  ///
  /// - Complexity: O(tokens).
  func occasions(_ result: Result) -> [Draft] {
    guard
      let when = sentence.tokens.indices.dropFirst(2).first(where: {
        sentence.isWord($0, "when") || sentence.isWord($0, "because") || sentence.isWord($0, "if")
      }),
      let verb = Range<Int>.from(max(1, when - 9), to: when).lazy.compactMap({
        sentence.longest(.happenings, at: $0, before: when)
      }).first,
      isAside(.from(verb.tokens.upperBound, to: when)),
      !sentence.isDenied(in: 0..<when),
      reader.meansCondition(0..<verb.tokens.lowerBound)
        || reader.namesFocus(0..<verb.tokens.lowerBound)
    else { return [] }
    let clause = Range<Int>.from(when + 1, to: sentence.count)
    var use = RelationUse(
      relation: Relation(
        isReversed: true, predicate: .causes, polarity: .increases, certainty: .established),
      left: 0..<verb.tokens.lowerBound, right: clause,
      phrase: .from(verb.tokens.lowerBound, to: when + 1),
      clauseStart: 0)
    (use.certainty, use.hedge) = (result.certainty, nil)
    return told(in: clause).filter { !$0.names.contains(where: focus.isNamed) }.map { thing in
      var draft = draft(use, result.certainty <= .possible ? .contributesTo : .causes)
      draft.subject = .thing(thing)
      draft.role = .cause
      draft.hedge = result.hedge
      return draft
    }
  }

  /// Nothing, adverbs, or a place: "in any age group".
  private func isAside(_ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { !sentence.isCovered($0, by: .adverbs) }) else {
      return true
    }
    return (sentence.isWord(first, "in") || sentence.isWord(first, "at"))
      && Range<Int>.from(first, to: range.upperBound).allSatisfy {
        sentence.tokens[$0].kind == .word
          && !sentence.isCovered($0, by: .relations, .subordinators, .auxiliaries)
      }
  }

  /// What a clause tells of: what becomes of something, or what something does.
  private func told(in clause: Range<Int>) -> [NamedThing] {
    let name = ChangeName(sentence: sentence, capitals: capitals)
    let finder = ChangeClauseFinder(sentence: sentence, readsSigns: true, readsStates: true)
    let changes = finder.find(in: clause)
    if !changes.isEmpty {
      return changes.flatMap(name.things)
    }
    guard let action = ActionClause(sentence, in: clause), !action.isModal else { return [] }
    return action.name(capitals).map { [$0] } ?? []
  }

  /// "Factories | release | smoke into the air": what gives something off to where all live.
  private func isRelease(_ action: ActionClause) -> Bool {
    let verbs: [StaticString] = [
      "release", "releases", "emit", "emits", "discharge", "discharges", "dump", "dumps", "pump",
      "pumps", "spew", "spews", "send", "sends", "add", "adds", "put", "puts", "throw", "throws",
    ]
    guard verbs.contains(where: { sentence.isWord(action.verb.lowerBound, $0) }) else {
      return false
    }
    let places: [StaticString] = [
      "air", "atmosphere", "water", "waters", "sea", "ocean", "oceans", "river", "rivers", "lakes",
      "environment", "soil", "ground", "streams", "groundwater", "waterways",
    ]
    return Range<Int>.from(action.object.lowerBound, to: sentence.count).contains { index in
      (sentence.isWord(index, "into") || sentence.isWord(index, "to"))
        && (index + 1...index + 3).contains { place in
          places.contains { sentence.isWord(place, $0) }
        }
    }
  }

  private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
    let start = range.first {
      !sentence.isPhrase($0..<$0 + 1, .leadIns) && !sentence.isWord($0, "your")
    }
    return .from(start ?? range.upperBound, to: range.upperBound)
  }

  /// "Polyps can block the sinuses", "Quarrying weakens slopes" under causes: what may do so, or
  /// does harm, is one, by the heading.
  ///
  /// - Complexity: O(tokens).
  func mechanisms(
    _ result: Result, _ finder: RelationFinder, onlyHarm: Bool = false
  ) -> [Draft] {
    guard context.role == .causes, context.leads.isEmpty, !finder.opensWithSupposition else {
      return []
    }
    guard let action = ActionClause(sentence, in: finder.mainClause()),
      action.isModal && !onlyHarm
        || !action.isNegated && (sentence.isPhrase(action.verb, .impairments) || isRelease(action)),
      !reader.namesFocus(action.object),
      !action.object.contains(where: { sentence.isCovered($0, by: .conditionNouns, .nouns) })
    else { return [] }
    let ends = reader.ends(action.subject, onlyLast: false, isSubject: true)
    guard !ends.isFocus, !ends.isLessened else { return [] }
    // "The immune system destroys cells": nobody's immune system is a cause, but what it does.
    if sentence.isPhrase(withoutArticle(action.subject), .bodyParts), !action.isModal {
      return action.name(capitals).map { listed([$0], .causes, result) } ?? []
    }
    return listed(
      ends.things.filter { thing in
        !thing.isPlace && !thing.isPeople && !thing.isPopulation
          && (action.isModal || thing.category != .drug)
      }, .causes, result)
  }
}
