import GraphModel

extension LinkedDataRecords {
  /// A statement as an n-ary association, with its evidence inside it.
  func association(_ position: Int) -> JSONObject {
    let edge = graph[EdgeIndex(position)]
    let evidence = edge.evidence
    let supporting = evidence.filter { $0.stance == .supports }
    var record = identified(edge.id.rawValue, as: published.id(of: edge))
    record.append("type", .strings(AssociationClass.names(of: edge)))
    record.append("subject", text: identifiers.written(edge.subject.id.rawValue))
    record.append("predicate", text: identifiers.written(edge.predicate.curie))
    record.append("object", text: identifiers.written(edge.object.id.rawValue))
    record.append("negated", .bool(edge.isNegated))
    if let qualifier = edge.directionQualifier {
      record.append("object_direction_qualifier", text: qualifier)
    }
    if edge.polarity != .unknown || edge.predicate.polarity != .unknown {
      record.append("polarity", text: edge.polarity.name)
    }
    record.append("directness", text: edge.directness.name)
    record.append("certainty", text: edge.certainty?.name)
    record.append("hedge", words(supporting.map { ($0.hedge, $0.document) }))
    record.append("knowledge_level", text: edge.knowledgeLevel.name)
    record.append("agent_type", text: edge.agentType.name)
    record.append(
      "primary_knowledge_source", text: edge.primaryKnowledgeSource.map(identifiers.written))
    record.append(
      "hadPrimarySource",
      texts: distinct(supporting.compactMap { $0.document.flatMap { documents[$0] } }))
    record.append(
      "publications", texts: distinct(supporting.flatMap { cited($0.citations, .stated) }))
    record.append(
      "supporting_text",
      words(supporting.map { ($0.quote.isEmpty ? nil : $0.quote, $0.document) }))
    var taken = Set<String>()
    let pieces = evidence.map { (stance: $0.stance, record: self.evidence($0, of: edge, &taken)) }
    for (name, stance) in [
      ("has_evidence", Evidence.Stance.supports), ("counterEvidence", .contradicts),
    ] {
      let records = pieces.filter { $0.stance == stance }.map { $0.record.value }
      if !records.isEmpty { record.append(name, .array(records)) }
    }
    record.append(
      "contradictedBy",
      texts: disagreements.against(edge.index).map { published.id(of: graph[$0]) })
    append(edge.attributes, to: &record)
    return record
  }

  /// The works among the citations that stand there on this basis.
  func cited(_ citations: [Citation], _ basis: Citation.Basis) -> [String] {
    citations.filter { $0.basis == basis }.map { identifiers.written(graph[$0.reference].id) }
  }

  /// Words of documents, each once for a language; nil where there are none.
  private func words(_ texts: [(text: String?, document: DocumentIndex?)]) -> JSONValue? {
    var seen = Set<[String?]>()
    let values = texts.compactMap { text, document -> JSONValue? in
      guard let text, seen.insert([text, language.of(document)]).inserted else { return nil }
      return language.value(text, from: document)
    }
    return values.isEmpty ? nil : .array(values)
  }

  func distinct(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Edge {
  /// The value of Biolink's `object_direction_qualifier`: `increased` or `decreased`, where the
  /// statement tells a direction that its predicate does not.
  var directionQualifier: String? {
    if polarity == predicate.polarity { return nil }
    return switch polarity {
    case .increases: "increased"
    case .decreases: "decreased"
    case .unknown: nil
    }
  }
}

/// The classes of the Biolink Model that an edge is an instance of.
enum AssociationClass {
  /// `biolink:Association`, after the subclass whose subject and object fit, if there is one.
  static func names(of edge: Edge) -> [String] {
    var names = ["biolink:Association"]
    let object = edge.object.categories
    guard object.contains(.phenotypicFeature), edge.directness != .hierarchical else {
      return names
    }
    let subject = edge.subject.categories
    if subject.contains(.disease), edge.predicate == .hasPhenotype {
      names.insert("biolink:DiseaseToPhenotypicFeatureAssociation", at: 0)
    } else if subject.contains(.exposureEvent) {
      names.insert("biolink:ExposureEventToPhenotypicFeatureAssociation", at: 0)
    }
    return names
  }
}
