internal import GraphModel

/// Turns what was read into claims: one mention for each concept, evidence with its place in the
/// file, citations.
struct ClaimWriter {
  let document: Document
  let focus: Mention
  let concepts: ConceptTable
  let aligner: CitationAligner
  var matcher: ReferenceMatcher

  /// - Complexity: O(drafts).
  mutating func write(_ drafts: [Draft]) -> [Claim] {
    var claims: [Claim] = []
    claims.reserveCapacity(drafts.count)
    for draft in drafts {
      let subject = mention(draft.subject, of: draft)
      let object = mention(draft.object, of: draft)
      if subject.text == object.text { continue }
      let isFirm = draft.isMembership || draft.certainty > .possible
      claims.append(
        Claim(
          subject, predicate(draft, object), object, isNegated: draft.isNegated,
          polarity: draft.polarity,
          knowledgeLevel: isFirm ? .knowledgeAssertion : .prediction, evidence: evidence(draft),
          citations: citations(draft)))
    }
    return claims
  }

  /// Two diseases in the same people go together; neither is a feature of the other.
  private func predicate(_ draft: Draft, _ object: Mention) -> Predicate {
    draft.predicate == .hasPhenotype && draft.isOfPeople && object.category == .disease
      ? .associatedWith : draft.predicate
  }

  private func mention(_ end: Draft.End, of draft: Draft) -> Mention {
    guard let thing = end.thing ?? draft.type else { return focus }
    var mention = concepts.mention(of: thing)
    mention.category = Self.category(mention.category, of: mention.role)
    mention.location = document.location(of: thing.place.lowerBound)
    return mention
  }

  /// What a thing is where its words do not tell and only the part that it plays does. What shows
  /// a condition is a feature, whatever else its noun may name ("poor sleep").
  private static func category(_ own: Category?, of role: Role?) -> Category? {
    if let own {
      let isFeature = [.phenotypicFeature, .disease, .biologicalProcess].contains(own)
      return role == .symptom && !isFeature ? .phenotypicFeature : own
    }
    return switch role {
    case .symptom: .phenotypicFeature
    case .disease: .disease
    case .cause, .protective: .exposureEvent
    case .condition, nil: nil
    }
  }

  private func evidence(_ draft: Draft) -> Evidence {
    Evidence(
      section: draft.section, quote: document.string(draft.quote),
      range: document.scalarRange(of: draft.quote),
      line: document.location(of: draft.quote.lowerBound).line, hedge: draft.hedge,
      certainty: draft.certainty, scope: draft.scope)
  }

  private mutating func citations(_ draft: Draft) -> [ClaimCitation] {
    if !aligner.isEmpty {
      let thing = draft.isOfLead ? nil : draft.thing?.place
      return aligner.works(for: draft.cited ?? draft.quote, thing: thing).map {
        ClaimCitation($0, basis: .stated)
      }
    }
    guard !draft.isMembership, let thing = draft.thing else { return [] }
    let mention = concepts.mention(of: thing)
    let names = [mention.text] + mention.synonyms + mention.abbreviations
    return matcher.works(naming: names).map { ClaimCitation($0, basis: .inferred) }
  }
}
