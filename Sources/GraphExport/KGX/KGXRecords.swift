import GraphModel

/// The records of a graph's KGX document, each made when it is asked for.
struct KGXRecords: Sendable {
  let graph: KnowledgeGraph
  let documents: DocumentIdentifiers

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    documents = DocumentIdentifiers(graph.documents)
  }

  /// A concept, with its most specific category first.
  func node(_ position: Int) -> JSONObject {
    let node = graph[NodeIndex(position)]
    var record: JSONObject = [
      "id": .string(node.id.rawValue),
      "category": .strings(node.categories.map(\.curie)),
      "name": .string(node.label),
    ]
    record.append("synonym", texts: node.synonyms)
    record.append("abbreviations", texts: node.abbreviations)
    record.append("description", text: node.description)
    record.append("role", text: node.role?.name)
    record.append("exact_match", texts: node.exactMatches)
    record.append("close_match", texts: node.closeMatches)
    KGXAttributes.append(node.attributes, to: &record, names: .node)
    return record
  }

  /// A statement. `publications` names the works that an author cited; those that were matched by
  /// their title stand in `evidence` alone, as inferred.
  func edge(_ position: Int) -> JSONObject {
    let edge = graph[EdgeIndex(position)]
    let evidence = edge.evidence
    let supporting = evidence.filter { $0.stance == .supports }
    var record: JSONObject = [
      "id": .string(edge.id.rawValue),
      "category": .strings(AssociationClass.names(of: edge)),
      "subject": .string(edge.subject.id.rawValue),
      "predicate": .string(edge.predicate.curie),
      "object": .string(edge.object.id.rawValue),
    ]
    if edge.isNegated { record.append("negated", true) }
    if edge.polarity != edge.predicate.polarity {
      record.append(
        "object_direction_qualifier", text: Polarity.qualifier(edge.polarity))
    }
    record.append("certainty", text: edge.certainty?.name)
    record.append("knowledge_level", text: edge.knowledgeLevel.name)
    record.append("agent_type", text: edge.agentType.name)
    record.append("primary_knowledge_source", text: edge.primaryKnowledgeSource)
    record.append(
      "publications",
      texts: distinct(
        supporting.flatMap { piece in
          piece.citations.filter { $0.basis == .stated }.map { graph[$0.reference].id }
        }))
    record.append("supporting_text", texts: distinct(supporting.map(\.quote)))
    if !evidence.isEmpty {
      record.append("evidence", .array(evidence.map { self.evidence($0, of: edge).value }))
    }
    KGXAttributes.append(edge.attributes, to: &record, names: .ownEdge)
    return record
  }

  private func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = [""]
    return texts.filter { seen.insert($0).inserted }
  }
}
