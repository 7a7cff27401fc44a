internal import GraphModel

/// What a heading alone says of a thing that is named under it.
struct HeadingStatement {
  let role: SectionRole
  let heading: String?

  /// A statement about a thing, or nil where the heading relates nothing to the condition.
  func draft(
    _ thing: NamedThing, quote: Range<Int>, certainty: Certainty = .established,
    hedge: String? = nil, isAssociation: Bool = false
  ) -> Draft? {
    var draft = Draft(
      subject: .thing(thing), predicate: .contributesTo, object: .focus, certainty: certainty,
      hedge: certainty < .established ? hedge : nil, scope: .heading, quote: quote,
      section: heading)
    switch role {
    case .causes: draft.role = .cause
    case .symptoms:
      draft.subject = .focus
      draft.predicate = .hasPhenotype
      draft.object = .thing(thing)
      draft.role = .symptom
    case .diseases, .effects:
      draft.subject = .focus
      draft.predicate = role == .effects ? .contributesTo : .associatedWith
      draft.object = .thing(thing)
      draft.role = .disease
    case .protective:
      draft.predicate = .affects
      draft.polarity = .decreases
      draft.role = .protective
    case .types: draft.predicate = .subclassOf
    case .prevention, .definition, .references, .other: return nil
    }
    // The text behind the name only says that it goes with the condition.
    if isAssociation, draft.predicate == .contributesTo { draft.predicate = .associatedWith }
    return draft
  }
}
