import GraphModel

/// All that one row or object of a KGX file says of an edge, but for its two ends.
struct KGXEdgeRow {
  var id: String?
  var predicate: Predicate?
  var isNegated = false
  var polarity: Polarity?
  private var direction: String?
  var certainty: Certainty?
  var hedge: String?
  var knowledgeLevel = KnowledgeLevel.notProvided
  var agentType = AgentType.notProvided
  var primarySource: String?
  var publications: [String] = []
  var quotes: [String] = []
  var attributes: [Attribute] = []
  /// Evidence that the file spells out, which then stands instead of publications and quotes.
  var evidence: [Evidence] = []

  /// Takes over one value of a field that is no end of the edge.
  ///
  /// - Returns: false where the value means nothing in this field; it is kept as an attribute.
  mutating func take(
    _ text: String, as field: KGXEdgeField, _ kind: Attribute.Kind = .text
  ) -> Bool {
    switch field {
    case .subject, .object: return true
    case .id: id = text
    case .predicate: predicate = Predicate(text)
    case .hedge: hedge = text
    case .primarySource: primarySource = text
    case .publications: publications.append(text)
    case .supportingText: quotes.append(text)
    case .relation(let name), .attribute(let name): keep(text, as: name, kind)
    case .evidence: keep(text, as: field.name, kind)
    case .negated:
      guard let value = Self.truth(text) else { return refuse(text, field, kind) }
      isNegated = value
    case .direction:
      guard let found = Polarity(qualifier: text) else { return refuse(text, field, kind) }
      polarity = found
      direction = text
    case .certainty:
      guard let found = Certainty(name: text) else { return refuse(text, field, kind) }
      certainty = found
    case .knowledgeLevel:
      guard let found = KnowledgeLevel(name: text) else { return refuse(text, field, kind) }
      knowledgeLevel = found
    case .agentType:
      guard let found = AgentType(name: text) else { return refuse(text, field, kind) }
      agentType = found
    }
    return true
  }

  private mutating func refuse(
    _ text: String, _ field: KGXEdgeField, _ kind: Attribute.Kind
  ) -> Bool {
    keep(text, as: field.name, kind)
    return false
  }

  mutating func keep(_ text: String, as name: String, _ kind: Attribute.Kind = .text) {
    attributes.append(Attribute(key: name, value: text, kind: kind))
  }

  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1", "yes": true
    case "false", "0", "no": false
    default: nil
    }
  }

  /// Forgets an identifier that is the hash of what the edge says, so that the edge has it by
  /// itself and is one with the same statement from elsewhere.
  mutating func forgetHashedID(
    subject: @autoclosure () -> String, object: @autoclosure () -> String
  ) {
    guard let id, id.hasPrefix(EdgeID.hashed), let predicate else { return }
    let own = EdgeID(
      subject: subject(), predicate: predicate, object: object(), isNegated: isNegated,
      polarity: polarity ?? predicate.polarity)
    if own.rawValue == id { self.id = nil }
  }

  /// Adds the edge; graphs from before Biolink 1.5 name the predicate `relation` or `edge_label`.
  ///
  /// - Returns: false where no predicate is named, so that the edge is `biolink:related_to`.
  mutating func add(
    to builder: inout GraphBuilder, subject: NodeIndex, object: NodeIndex
  ) -> Bool {
    let hasPredicate = predicate != nil || takeOldPredicate()
    keepDirection()
    let pieces = evidence.isEmpty ? evidence(in: &builder) : evidence
    let statement = Statement(
      subject, predicate ?? .relatedTo, object, isNegated: isNegated, polarity: polarity,
      certainty: certainty, knowledgeLevel: knowledgeLevel, agentType: agentType, id: id,
      primaryKnowledgeSource: primarySource, attributes: attributes)
    builder.add(statement, backedBy: pieces)
    return hasPredicate
  }

  /// What says in other words, or once more, what the edge says of its direction, is kept as it
  /// stands.
  private mutating func keepDirection() {
    guard let direction, let polarity else { return }
    if polarity == (predicate ?? .relatedTo).polarity || direction != Polarity.qualifier(polarity) {
      keep(direction, as: KGXEdgeField.direction.name)
    }
  }

  private mutating func takeOldPredicate() -> Bool {
    guard
      let found = attributes.firstIndex(where: { $0.key == "edge_label" && !$0.value.isEmpty })
        ?? attributes.firstIndex(where: { $0.key == "relation" && !$0.value.isEmpty })
    else { return false }
    predicate = Predicate(attributes.remove(at: found).value)
    return true
  }

  /// A piece of evidence for each quote, or one without a quote where there are only works. The
  /// file does not say which work a quote is from, so that each stands on all of them.
  private func evidence(in builder: inout GraphBuilder) -> [Evidence] {
    if publications.isEmpty, quotes.isEmpty, hedge == nil { return [] }
    let citations = publications.map {
      Citation(builder.add(Reference(publication: $0)), basis: .stated)
    }
    let certainty = self.certainty ?? knowledgeLevel.impliedCertainty
    return (quotes.isEmpty ? [""] : quotes).map {
      Evidence(quote: $0, hedge: hedge, certainty: certainty, citations: citations)
    }
  }
}

extension GraphBuilder {
  /// Adds an edge of a data file that says how certain it is and what backs it: where another
  /// statement, of which there is no evidence, made it more certain than its sentences, it stays
  /// so.
  mutating func add(_ statement: Statement, backedBy pieces: [Evidence]) {
    let firmest = pieces.lazy.filter { $0.stance == .supports }.compactMap(\.certainty).max()
    if let firmest, let certainty = statement.certainty, firmest < certainty { add(statement) }
    add(statement, evidence: pieces)
  }
}
