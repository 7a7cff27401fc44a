public import GraphModel

extension GraphBuilder {
  /// Adds all that was read from an article: its document, references, concepts and statements.
  ///
  /// Mentions are grounded by the builder's vocabulary; the article's focus becomes a focus of
  /// the graph.
  public mutating func add(_ reading: ArticleReading) {
    let document = add(reading.document)
    var references: [String: ReferenceIndex] = [:]
    for reference in reading.references { references[reference.id] = add(reference) }
    if let focus = reading.focus { addFocus(node(for: Concept(focus))) }
    for claim in reading.claims {
      var evidence = claim.evidence
      evidence.document = document
      evidence.citations = claim.citations.compactMap { citation in
        references[citation.referenceID].map { Citation($0, basis: citation.basis) }
      }
      let subject = node(for: Concept(claim.subject))
      let object = node(for: Concept(claim.object))
      if subject == object { continue }
      add(
        Statement(
          subject, claim.predicate, object, isNegated: claim.isNegated, polarity: claim.polarity,
          knowledgeLevel: claim.knowledgeLevel, agentType: .textMiningAgent),
        evidence: [evidence])
    }
  }
}

extension Concept {
  /// The concept that a sentence names.
  init(_ mention: Mention) {
    self.init(
      label: mention.text, synonyms: mention.synonyms, abbreviations: mention.abbreviations,
      categories: mention.category.map { [$0] } ?? [], role: mention.role,
      location: mention.location)
  }
}
