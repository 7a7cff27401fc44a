import GraphModel

/// What the columns of a table of edges hold.
struct EdgeTable: Sendable {
  /// What a cell is taken for; ``KGXEdgeField`` without its names.
  enum Slot: UInt8, Sendable {
    case id, subject, predicate, object, negated, direction, certainty, hedge
    case knowledgeLevel, agentType, primarySource, publications, supportingText
    /// What backs the edge, sentence by sentence, in etiograph's own JSON.
    case evidence
    case attribute
  }

  let slots: [Slot]
  /// The name under which a value of each column is kept that is an attribute.
  let keys: [String]
  /// The columns of graphs from before Biolink 1.5 that hold the predicate, best first.
  let oldPredicates: [Int]
  /// Those of them whose cells are one text each, since they hold the only predicate.
  let wholeColumns: Set<Int>

  let dialect: TableDialect
  /// Where the table is a list of edges and none of KGX.
  var list: List?

  /// What is different in a list of edges: its predicates are its own, and nobody expects a table
  /// of its nodes.
  struct List: Sendable {
    /// Whether a column holds the predicate.
    var hasPredicate: Bool
  }

  /// The columns with these names.
  init(names: [String], dialect: TableDialect = .tabs) {
    self.init(names: names, fields: KGXEdgeField.fields(named: names), dialect: dialect)
  }

  /// The columns with these names, which hold these fields.
  init(names: [String], fields: [KGXEdgeField], dialect: TableDialect) {
    self.dialect = dialect
    let slots = fields.map(Slot.init)
    self.slots = slots
    keys = fields.map(\.name)
    oldPredicates = ["edge_label", "relation"].flatMap { name in
      names.indices.filter { names[$0] == name && slots[$0] == .attribute }
    }
    wholeColumns = slots.contains(.predicate) ? [] : Set(oldPredicates)
  }

  /// The predicates that mean something by themselves.
  static let biolinkTerms = Set(Predicate.biolinkTerms)
}

extension EdgeTable.Slot {
  init(_ field: KGXEdgeField) {
    self =
      switch field {
      case .id: .id
      case .subject: .subject
      case .predicate: .predicate
      case .object: .object
      case .evidence: .evidence
      case .relation, .attribute: .attribute
      case .negated: .negated
      case .direction: .direction
      case .certainty: .certainty
      case .hedge: .hedge
      case .knowledgeLevel: .knowledgeLevel
      case .agentType: .agentType
      case .primarySource: .primarySource
      case .publications: .publications
      case .supportingText: .supportingText
      }
  }

  /// The name of a column whose values can be refused.
  var name: String {
    switch self {
    case .negated: KGXEdgeField.negated.name
    case .direction: KGXEdgeField.direction.name
    case .certainty: KGXEdgeField.certainty.name
    case .knowledgeLevel: KGXEdgeField.knowledgeLevel.name
    case .agentType: KGXEdgeField.agentType.name
    default: "its column"
    }
  }
}

/// The values of an edge that few bits tell, as they are in the columns of the graph.
struct EdgeTraits {
  var predicate: UInt16?
  var isNegated = false
  var polarity: Polarity?
  var certainty: UInt8 = 0
  var knowledgeLevel = KnowledgeLevel.notProvided.rawValue
  var agentType = AgentType.notProvided.rawValue

  /// The certainty that each knowledge level implies, raw.
  static let impliedCertainty: [UInt8] = (0...255).map {
    KnowledgeLevel(rawValue: $0)?.impliedCertainty?.rawValue ?? 0
  }
}
