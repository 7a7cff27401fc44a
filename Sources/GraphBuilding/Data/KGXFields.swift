import GraphModel

/// What a named field of a KGX node says, for tables and JSON alike.
///
/// KGX writes Biolink's slots in snake case (KGX format, https://github.com/biolink/kgx,
/// `specification/kgx-format.md`). A field without a place in the model is kept as an attribute.
enum KGXNodeField: Hashable {
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

  /// What the columns of a table are.
  static func fields(named names: [String]) -> [KGXNodeField] {
    names.map { name in
      if let plain = plainName(of: name), names.contains(plain) { return .attribute(plain) }
      return KGXNodeField(named: name)
    }
  }

  var isAttribute: Bool { if case .attribute = self { true } else { false } }

  /// The name of an attribute that was written with an underscore at its end, since a field of the
  /// model has its own: `id` of `id_`; nil for other names.
  ///
  /// It is meant only where the other field is there, too.
  static func plainName(of name: String) -> String? {
    guard name.hasSuffix("_"), !KGXNodeField(named: name.withoutUnderscores).isAttribute else {
      return nil
    }
    return String(name.dropLast())
  }
}

extension Concept {
  /// Takes over one value of a field.
  ///
  /// - Returns: false where the value means nothing in this field; it is kept as an attribute.
  mutating func take(_ text: String, as field: KGXNodeField) -> Bool {
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
        attributes.append(Attribute(key: "role", value: text))
        return false
      }
      role = found
    case .attribute(let key): attributes.append(Attribute(key: key, value: text))
    }
    return true
  }
}

/// What a named field of a KGX edge says, for tables and JSON alike.
enum KGXEdgeField: Hashable {
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

  /// What the columns of a table are.
  static func fields(named names: [String]) -> [KGXEdgeField] {
    names.map { name in
      if let plain = plainName(of: name), names.contains(plain) { return .attribute(plain) }
      return KGXEdgeField(named: name)
    }
  }

  var isAttribute: Bool { if case .attribute = self { true } else { false } }

  /// Whether the values are kept as attributes, where they are not the only predicate.
  var isKept: Bool { if case .relation = self { true } else { isAttribute } }

  /// The name of an attribute that was written with an underscore at its end, since a field of the
  /// model has its own: `id` of `id_`; nil for other names.
  ///
  /// It is meant only where the other field is there, too.
  static func plainName(of name: String) -> String? {
    guard name.hasSuffix("_") else { return nil }
    let plain = name.withoutUnderscores
    // Etiograph's own JSON writes these two of an edge itself.
    let isOwn = plain == "category" || plain == "evidence"
    guard isOwn || !KGXEdgeField(named: plain).isAttribute else { return nil }
    return String(name.dropLast())
  }

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

extension String {
  /// The text before the underscores at its end.
  fileprivate var withoutUnderscores: String {
    var rest = self[...]
    while rest.hasSuffix("_") { rest.removeLast() }
    return String(rest)
  }
}
