internal import GraphModel

/// What an article says of the causes of a cause, and of what follows from an effect.
///
/// "Hot climates lead to dehydration" is of use in an article that makes dehydration a cause of
/// its condition; elsewhere it is about something else.
struct CausalLinks {
  private var causes: Set<NameKey> = []
  private var effects: Set<NameKey> = []
  private let focus: Focus
  private let lexicon: Lexicon
  /// What the article says to be types of the condition.
  private var types: Set<NameKey> = []

  /// - Complexity: O(drafts).
  init(_ drafts: [Draft], _ focus: Focus, _ lexicon: Lexicon) {
    self.focus = focus
    self.lexicon = lexicon
    for draft in drafts where !draft.isNegated {
      if let thing = draft.subject.thing, draft.isType(thing) {
        types.formUnion(thing.names.map(NameKey.init))
      }
      guard !draft.isMembership, !draft.isLink, let thing = draft.thing else { continue }
      let isUpstream = draft.subject.thing != nil
      if isUpstream, draft.role == .cause { causes.formUnion(thing.names.map(NameKey.init)) }
      if !isUpstream, draft.predicate.directness == .causal || draft.predicate == .hasPhenotype {
        effects.formUnion(thing.names.map(NameKey.init))
      }
    }
  }

  /// The links that end at a cause or begin at an effect, directly or by way of other links, with
  /// the part that their things play.
  ///
  /// - Complexity: O(links · length of the longest chain).
  mutating func known(_ links: [Draft]) -> [Draft] {
    var roles = [Role?](repeating: nil, count: links.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (number, link) in links.enumerated() where roles[number] == nil {
        guard let cause = link.subject.thing, let effect = link.object.thing else { continue }
        let (causeKeys, effectKeys) = (
          cause.names.map(NameKey.init), effect.names.map(NameKey.init)
        )
        if causeKeys.contains(where: effectKeys.contains) { continue }
        if isType(effect), !isType(cause) {
          causes.formUnion(causeKeys)
          roles[number] = .cause
        } else if isType(cause), !isType(effect) {
          effects.formUnion(effectKeys)
          roles[number] = .disease
        } else if effectKeys.contains(where: causes.contains),
          !causeKeys.contains(where: effects.contains)
        {
          causes.formUnion(causeKeys)
          roles[number] = .cause
        } else if causeKeys.contains(where: effects.contains),
          !effectKeys.contains(where: causes.contains)
        {
          effects.formUnion(effectKeys)
          roles[number] = .disease
        } else {
          continue
        }
        hasChanged = true
      }
    }
    return zip(links, roles).flatMap { link, role -> [Draft] in
      guard let role else { return [] }
      var known = link
      known.role = role
      let type = [link.object.thing, link.subject.thing].compactMap { $0 }.first(where: isType)
      return [known] + (type.flatMap { membership(of: $0, in: link) }.map { [$0] } ?? [])
    }
  }

  /// "Classic migraine" by its name, or what the article says to be a type.
  private func isType(_ thing: NamedThing) -> Bool {
    thing.names.contains { types.contains(NameKey($0)) }
      || focus.isType(thing, lexicon) || isCourse(thing)
  }

  /// "Acute gout" has causes of its own, which are not those of all gout.
  private func isCourse(_ thing: NamedThing) -> Bool {
    let courses = [
      "acute", "chronic", "short-term", "long-term", "recurrent", "primary", "secondary",
    ]
    let words = thing.name.lowercased().split(separator: " ", maxSplits: 1)
    return words.count == 2 && courses.contains(String(words[0])) && focus.isNamed(String(words[1]))
  }

  /// A type that nothing but its name says to be one is said to be one by that.
  private mutating func membership(of type: NamedThing, in link: Draft) -> Draft? {
    guard types.insert(NameKey(type.name)).inserted else { return nil }
    return Draft(
      subject: .thing(type), predicate: .subclassOf, object: .focus, certainty: .established,
      scope: .sentence, quote: link.quote, section: link.section)
  }
}
