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
    let focus = reading.focus.map { (mention: $0, node: node(for: Concept($0))) }
    if let focus { addFocus(focus.node) }
    // Nearly every claim has the focus as one of its ends.
    func end(_ mention: Mention) -> NodeIndex {
      if let focus, focus.mention == mention { return focus.node }
      return node(for: Concept(mention))
    }
    for claim in reading.claims {
      var evidence = claim.evidence
      evidence.document = document
      evidence.citations = claim.citations.compactMap { citation in
        references[citation.referenceID].map { Citation($0, basis: citation.basis) }
      }
      let subject = end(claim.subject)
      let object = end(claim.object)
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
