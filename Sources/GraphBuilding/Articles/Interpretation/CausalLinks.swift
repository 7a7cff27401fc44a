internal import GraphModel

/// What an article says of the causes of a cause, and of what follows from an effect.
///
/// "Hot climates lead to dehydration" is of use in an article that makes dehydration a cause of
/// its condition; elsewhere it is about something else.
struct CausalLinks {
  private var causes: Set<NameKey> = []
  private var effects: Set<NameKey> = []

  /// - Complexity: O(drafts).
  init(_ drafts: [Draft]) {
    for draft in drafts where !draft.isNegated {
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
        if effectKeys.contains(where: causes.contains),
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
    return zip(links, roles).compactMap { link, role in
      guard let role else { return nil }
      var known = link
      known.role = role
      return known
    }
  }
}
