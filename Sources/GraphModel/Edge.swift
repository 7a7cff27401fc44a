/// A statement of a graph: a light view of one row.
public struct Edge: Sendable, Identifiable {
  /// The graph that it belongs to.
  public let graph: KnowledgeGraph
  /// Its row in the graph.
  public let index: EdgeIndex

  private var columns: EdgeColumns { graph.storage.edges }
  private var row: UInt32 { index.rawValue }

  /// The row of the subject.
  public var subjectIndex: NodeIndex { NodeIndex(rawValue: columns.subject[index.position]) }
  /// The row of the object.
  public var objectIndex: NodeIndex { NodeIndex(rawValue: columns.object[index.position]) }
  /// What the statement is about.
  public var subject: Node { graph[subjectIndex] }
  /// What the predicate relates the subject to.
  public var object: Node { graph[objectIndex] }
  /// What the edge says of its subject and its object.
  public var predicate: Predicate {
    columns.predicateTable[Int(columns.predicate[index.position])]
  }

  /// Whether the statement is that the relation does *not* hold. Such an edge is never walked.
  public var isNegated: Bool { columns.flags[index.position] & 1 != 0 }

  /// Which way the object goes when the subject goes up, as this statement says.
  public var polarity: Polarity {
    Polarity(rawValue: columns.flags[index.position] >> 1 & 3) ?? .unknown
  }

  /// Whether the predicate is causal, associational or hierarchical.
  public var directness: Directness { predicate.directness }

  /// The firmest certainty that any supporting evidence states; nil where nothing is stated.
  public var certainty: Certainty? { Certainty(rawValue: columns.certainty[index.position]) }
  /// How the knowledge was come by.
  public var knowledgeLevel: KnowledgeLevel {
    KnowledgeLevel(rawValue: columns.knowledgeLevel[index.position]) ?? .notProvided
  }
  /// Who or what made the statement.
  public var agentType: AgentType {
    AgentType(rawValue: columns.agentType[index.position]) ?? .notProvided
  }

  /// Biolink `primary_knowledge_source`, an `infores:` CURIE, where a data file names it.
  public var primaryKnowledgeSource: String? {
    columns.source[row].map { graph.storage.strings[$0] }
  }

  /// The sentences that back the statement, in reading order.
  public var evidence: [Evidence] {
    graph.storage.evidenceOfEdge[row].map {
      graph.storage.evidence.evidence(at: $0, strings: graph.storage.strings)
    }
  }

  /// How strongly the evidence speaks for it, in (0, 1); see ``EvidenceScore``.
  public var score: Double {
    let rows = graph.storage.evidenceOfEdge[row]
    return rows.isEmpty
      ? EvidenceScore.strength(certainty: certainty)
      : EvidenceScore.strength(of: evidence, certainty: certainty)
  }

  /// Fields of a data file that the model has no name for, in the file's order.
  public var attributes: [Attribute] {
    columns.attributes[row].map { Attribute(cell: $0, in: graph) }
  }

  /// The identifier: the data file's own, else a hash of what the edge says.
  ///
  /// - Complexity: O(length of the identifiers); it is not stored.
  public var id: EdgeID {
    if let given = columns.givenID[row] { return EdgeID(rawValue: graph.storage.strings[given]) }
    return EdgeID(
      subject: subject.id.rawValue, predicate: predicate, object: object.id.rawValue,
      isNegated: isNegated, polarity: polarity)
  }

  /// The identifier of one piece of the edge's evidence: a hash of what it says and where.
  public func evidenceID(_ piece: Evidence) -> String {
    let place = piece.document.map { graph[$0].name } ?? ""
    let digits = ContentHash.digits(
      of: id.rawValue, place, piece.range.map { "\($0.lowerBound)" } ?? "", piece.quote,
      piece.citations.map { graph[$0.reference].id }.joined(separator: " "))
    return "\(PrefixMap.local):evidence-\(digits)"
  }
}

extension Edge: Hashable {
  /// Whether both are the same row of the same graph value.
  public static func == (a: Edge, b: Edge) -> Bool {
    a.index == b.index && a.graph.storage === b.graph.storage
  }
  /// Feeds the row to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
