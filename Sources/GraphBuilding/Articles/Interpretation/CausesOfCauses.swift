internal import GraphModel

/// What a sentence says beside a cause of what brings that about.
extension StatementReader {
  /// "Any conditions that cause blood loss can lead to …": so does what they cause.
  func causeOfWhole(_ range: Range<Int>) -> [NamedThing] {
    guard
      let that = range.first(where: { sentence.isWord($0, "that") || sentence.isWord($0, "which") }
      ),
      let last = Range<Int>.from(range.lowerBound, to: that).last,
      sentence.isCovered(last, by: .generic, .collectives),
      let verb = sentence.longest(.relations, at: that + 1, before: range.upperBound),
      let relation = sentence.entry(verb).relation, relation.predicate == .causes,
      !relation.isReversed
    else { return [] }
    return MentionParser(sentence).parse(.from(verb.tokens.upperBound, to: range.upperBound))
      .map { capitals.lowered($0, at: sentence.place(of: $0)) }
  }

  /// "hormonal changes due to pregnancy": pregnancy brings these about.
  func reasons(_ stated: Draft) -> [Draft] {
    guard let thing = stated.thing, !stated.isNegated, !stated.isMembership else { return [] }
    return thing.reasons.filter { !$0.names.contains(where: focus.isNamed) }.map { reason in
      var draft = stated
      (draft.subject, draft.object) = (.thing(reason), .thing(thing))
      draft.predicate = stated.certainty <= .possible ? .contributesTo : .causes
      draft.polarity = nil
      draft.scope = .sentence
      draft.isLink = true
      draft.type = nil
      return draft
    }
  }
}
