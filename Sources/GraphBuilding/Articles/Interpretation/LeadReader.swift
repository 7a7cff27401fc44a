internal import GraphModel

/// Relates the lead of an item to what its sentences state: the same thing under another name, a
/// group to which it belongs, or a thing that only the heading speaks of.
struct LeadReader {
  let lexicon: Lexicon
  let role: SectionRole
  let context: ReadingContext
  /// The lead and the first sentence behind it.
  let quote: Range<Int>

  /// The lead states nothing that its sentences reject, and nothing of which they say more exactly
  /// what of it is meant: under "Caffeine", "caffeine withdrawal" speaks for itself.
  ///
  /// - Complexity: O(leads · drafts).
  func read(_ drafts: inout [Draft], _ text: Firmness) {
    let merged = Self.merge(context.leads, into: &drafts, lexicon)
    let model = drafts.first { !$0.isMembership && !$0.isNegated && $0.thing != nil }
    let isGroup = context.leads.count == 1 && role != .types && context.leads[0].isGroupLike
    for (number, lead) in context.leads.enumerated()
    where role == .types || !merged.contains(number) {
      if role == .types, drafts.contains(where: { $0.isType(lead) }) { continue }
      if text.isRejected { continue }
      let isWide = isGroup && (lead.isCollective || !lead.name.utf8.contains(0x20))
      if !isWide, role != .types, LeadMatch(lead, lexicon).isSpecified(by: drafts) { continue }
      if isGroup, let model {
        var own = model.about(lead)
        own.isOfMember = false
        own.isOfLead = true
        own.cited = model.quote
        own.quote = .from(quote.lowerBound, to: model.quote.upperBound)
        let members = memberships(of: lead, drafts)
        drafts.insert(own, at: 0)
        drafts += members
      } else {
        let statement = HeadingStatement(role: role, heading: context.heading)
        if var own = statement.draft(
          lead, quote: quote, certainty: model?.certainty ?? text.certainty,
          hedge: model?.hedge ?? text.hedge,
          isAssociation: lead.isPopulation || model?.predicate == .associatedWith
            || model == nil && text.isAssociation)
        {
          own.isOfLead = true
          drafts.insert(own, at: 0)
        }
      }
      addMembers(of: lead, text.certainty, to: &drafts)
    }
  }

  /// What the sentences name is a kind of the lead where the words say so: "a Mediterranean diet"
  /// of "diet", a painkiller of "medicines". Standing under the lead alone makes nothing a kind of
  /// it. How the sentence hedges what the thing does says nothing of what the thing is.
  private func memberships(of lead: NamedThing, _ drafts: [Draft]) -> [Draft] {
    let match = LeadMatch(lead, lexicon)
    // What is a member of something named here is the lead's through that.
    var seen = Set(
      drafts.compactMap { $0.isMembership ? $0.subject.thing.map { NameKey($0.name) } : nil })
    // So is what another name holds: sugar, beside "a diet rich in sugar".
    let names = drafts.compactMap { $0.thing?.name.lowercased() }
    func isHeld(_ thing: NamedThing) -> Bool {
      let name = thing.name.lowercased()
      return names.contains { $0 != name && " \($0) ".contains(" \(name) ") }
    }
    return drafts.compactMap { draft in
      guard !draft.isMembership, !draft.isOfMember, !draft.isNegated, let thing = draft.thing,
        match.isKind(thing)
          || lead.isCollective && lead.category == thing.category
            && thing.category != nil,
        !isHeld(thing),
        seen.insert(NameKey(thing.name)).inserted
      else { return nil }
      var membership = Draft(
        subject: .thing(thing), predicate: .subclassOf, object: .thing(lead),
        certainty: .established, scope: .heading,
        quote: .from(quote.lowerBound, to: draft.quote.upperBound), section: draft.section)
      membership.cited = draft.quote
      membership.role = draft.role
      return membership
    }
  }

  /// "Painkillers (such as aspirin): …".
  private func addMembers(of lead: NamedThing, _ certainty: Certainty, to drafts: inout [Draft]) {
    for member in lead.members {
      let statement = HeadingStatement(role: role, heading: context.heading)
      guard var own = statement.draft(member, quote: quote, certainty: certainty) else { continue }
      own.isOfMember = true
      drafts.append(own)
      var membership = Draft(
        subject: .thing(member), predicate: lead.membership, object: .thing(lead),
        certainty: .established, scope: .sentence, quote: quote, section: context.heading)
      membership.role = own.role
      drafts.append(membership)
    }
  }

  /// Gives what is the same as a lead the lead's name; returns the leads that were found.
  @discardableResult
  static func merge(
    _ leads: [NamedThing], into drafts: inout [Draft], _ lexicon: Lexicon
  ) -> Set<Int> {
    var found: Set<Int> = []
    if drafts.isEmpty { return found }
    for (number, lead) in leads.enumerated() {
      let match = LeadMatch(lead, lexicon)
      for index in drafts.indices {
        if let thing = drafts[index].subject.thing, match.isSame(thing) {
          drafts[index].subject = .thing(joined(lead, thing))
          found.insert(number)
        }
        if let thing = drafts[index].object.thing, match.isSame(thing) {
          drafts[index].object = .thing(joined(lead, thing))
          found.insert(number)
        }
      }
    }
    return found
  }

  private static func joined(_ lead: NamedThing, _ thing: NamedThing) -> NamedThing {
    var result = thing
    result.name = lead.name
    result.category = lead.category ?? thing.category
    result.abbreviations = lead.abbreviations
    result.synonyms = lead.synonyms
    let known = Set((lead.names).map(NameKey.init))
    for name in [thing.name] + thing.synonyms where !known.contains(NameKey(name)) {
      if lead.abbreviations.contains(name) || result.synonyms.contains(name) { continue }
      result.synonyms.append(name)
    }
    for name in thing.abbreviations where !known.contains(NameKey(name)) {
      result.abbreviations.append(name)
    }
    return result
  }

  /// What a sentence says in full, its heading need not say again.
  static func dropRepetitions(_ drafts: inout [Draft]) {
    guard drafts.contains(where: { $0.scope == .heading }) else { return }
    var stated: Set<NameKey> = []
    for draft in drafts where draft.scope == .sentence && !draft.isMembership {
      if let thing = draft.thing { stated.insert(NameKey(thing.name)) }
    }
    drafts.removeAll { draft in
      guard draft.scope == .heading, !draft.isMembership, let thing = draft.thing else {
        return false
      }
      return stated.contains(NameKey(thing.name))
    }
  }
}
