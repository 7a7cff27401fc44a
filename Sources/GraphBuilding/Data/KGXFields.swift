import GraphModel

/// What a named field of a record of KGX says.
protocol KGXField: Hashable {
  /// The names of such fields.
  static var names: KGXNames { get }
  init(named name: String)
  /// A field that the model has no place for.
  static func attribute(_ name: String) -> Self
}

extension KGXField {
  /// What the columns of a table are.
  static func fields(named names: [String]) -> [Self] {
    names.map { name in
      if let plain = Self.names.plain(name), names.contains(plain) { return .attribute(plain) }
      return Self(named: name)
    }
  }
}

/// What a named field of a KGX node says, for tables and JSON alike.
///
/// KGX writes Biolink's slots in snake case (KGX format, https://github.com/biolink/kgx,
/// `specification/kgx-format.md`). A field without a place in the model is kept as an attribute.
enum KGXNodeField: KGXField {
  static let names = KGXNames.node

  case id, category, name, description, synonym, abbreviation, exactMatch, closeMatch, role
  case attribute(String)

  init(named name: String) {
    self =
      switch name {
      case "id": .id
      case "category": .category
      case "name", "label": .name
      case "description": .description
      case "synonym", "synonyms", "exact_synonym": .synonym
      case "abbreviation", "abbreviations": .abbreviation
      case "same_as", "exact_match", "exact_matches", "equivalent_identifiers": .exactMatch
      case "close_match", "close_matches": .closeMatch
      case "role": .role
      default: .attribute(name)
      }
  }

  /// Whether a table separates several values with `|`.
  var isList: Bool {
    switch self {
    case .category, .synonym, .abbreviation, .exactMatch, .closeMatch: true
    case .id, .name, .description, .role, .attribute: false
    }
  }

  var isAttribute: Bool { if case .attribute = self { true } else { false } }
}

extension Concept {
  /// Takes over one value of a field.
  ///
  /// - Returns: false where the value means nothing in this field; it is kept as an attribute.
  mutating func take(
    _ text: String, as field: KGXNodeField, _ kind: Attribute.Kind = .text
  ) -> Bool {
    switch field {
    case .id: id = NodeID(text)
    case .category: categories.append(Category(text))
    case .name: label = text
    case .description: description = text
    case .synonym: synonyms.append(text)
    case .abbreviation: abbreviations.append(text)
    case .exactMatch: exactMatches.append(text)
    case .closeMatch: closeMatches.append(text)
    case .role:
      guard let found = Role(name: text) else {
        attributes.append(Attribute(key: "role", value: text, kind: kind))
        return false
      }
      role = found
    case .attribute(let key): attributes.append(Attribute(key: key, value: text, kind: kind))
    }
    return true
  }
}

/// What a named field of a KGX edge says, for tables and JSON alike.
enum KGXEdgeField: KGXField {
  static let names = KGXNames.edge

  case id, subject, predicate, object
  /// The predicate of graphs from before Biolink 1.5; an attribute where there is a predicate.
  case relation(String)
  case negated, direction, certainty, hedge, knowledgeLevel, agentType, primarySource
  case publications, supportingText
  /// What backs the edge, sentence by sentence, as etiograph writes it.
  case evidence
  case attribute(String)

  init(named name: String) {
    self =
      switch name {
      case "id": .id
      case "subject": .subject
      case "predicate": .predicate
      case "object": .object
      case "relation", "edge_label": .relation(name)
      case "negated": .negated
      case "object_direction_qualifier": .direction
      case "certainty": .certainty
      case "hedge": .hedge
      case "knowledge_level": .knowledgeLevel
      case "agent_type": .agentType
      case "primary_knowledge_source": .primarySource
      case "publications": .publications
      case "supporting_text": .supportingText
      case KGXNames.evidence: .evidence
      default: .attribute(name)
      }
  }

  var isList: Bool { self == .publications || self == .supportingText }

  var isAttribute: Bool { if case .attribute = self { true } else { false } }

  /// Whether the values are kept as attributes, where they are not the only predicate.
  var isKept: Bool { if case .relation = self { true } else { isAttribute } }

  /// The name in files.
  var name: String {
    switch self {
    case .id: "id"
    case .subject: "subject"
    case .predicate: "predicate"
    case .object: "object"
    case .negated: "negated"
    case .direction: "object_direction_qualifier"
    case .certainty: "certainty"
    case .hedge: "hedge"
    case .knowledgeLevel: "knowledge_level"
    case .agentType: "agent_type"
    case .primarySource: "primary_knowledge_source"
    case .publications: "publications"
    case .supportingText: "supporting_text"
    case .evidence: KGXNames.evidence
    case .relation(let name), .attribute(let name): name
    }
  }
}
