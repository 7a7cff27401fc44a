/// A concept as a vocabulary, a data file or a sentence gives it, before it is a node.
public struct Concept: Sendable, Hashable {
  /// A CURIE or IRI; nil where nothing grounds the concept, which then gets an identifier of the
  /// graph's own.
  public var id: NodeID?
  /// The name that people read.
  public var label: String
  /// Other names of the concept.
  public var synonyms: [String]
  /// Abbreviations of the concept's name.
  public var abbreviations: [String]
  /// Most specific first.
  public var categories: [Category]
  /// The part that it plays in the documents, where one is known.
  public var role: Role?
  /// CURIEs of the same concept elsewhere (`skos:exactMatch`).
  public var exactMatches: [String]
  /// CURIEs of nearly the same concept elsewhere (`skos:closeMatch`).
  public var closeMatches: [String]
  /// The text of the value, as files and messages show it.
  public var description: String?
  /// Fields of a data file that the model has no name for, in the file's order.
  public var attributes: [Attribute]
  /// Where it was read, for diagnostics.
  public var location: SourceLocation?

  /// A value from its parts.
  public init(
    id: NodeID? = nil, label: String, synonyms: [String] = [], abbreviations: [String] = [],
    categories: [Category] = [], role: Role? = nil, exactMatches: [String] = [],
    closeMatches: [String] = [], description: String? = nil, attributes: [Attribute] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.label = label
    self.synonyms = synonyms
    self.abbreviations = abbreviations
    self.categories = categories
    self.role = role
    self.exactMatches = exactMatches
    self.closeMatches = closeMatches
    self.description = description
    self.attributes = attributes
    self.location = location
  }

  /// Every name: the label, the synonyms and the abbreviations.
  public var names: [String] { [label] + synonyms + abbreviations }

  /// The identifier of a concept that nothing grounds: its label in lower case with hyphens.
  public static func localID(label: String) -> NodeID {
    var slug = asciiSlug(of: label) ?? generalSlug(of: label)
    if slug.isEmpty || slug.utf8.count > 120 { slug = ContentHash.digits(of: label) }
    return NodeID("\(PrefixMap.local):\(slug)")
  }

  /// The letters and digits of a label in ASCII; nil for other labels.
  private static func asciiSlug(of label: String) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(label.utf8.count)
    for byte in label.utf8 {
      switch byte {
      case 0x61...0x7a, 0x30...0x39: slug.append(byte)
      case 0x41...0x5a: slug.append(byte | 0x20)
      case 0x27: break
      case 0x80...: return nil
      default: if let last = slug.last, last != 0x2d { slug.append(0x2d) }
      }
    }
    if slug.last == 0x2d { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func generalSlug(of label: String) -> String {
    var slug = ""
    for character in label.lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if character != "'", character != "\u{2019}", !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }
}

/// The concepts that labels are grounded in: the graph's own, and the terms of others; with the prefixes of their identifiers.
public struct Vocabulary: Sendable, Hashable {
  /// The prefixes of the identifiers and the graph's own base.
  public var prefixes: PrefixMap
  /// The concepts, in the order of the file.
  public var concepts: [Concept]
  /// The terms of large vocabularies, which become concepts when they are first named.
  package var terms = TermTable()

  /// The concept of the one term that a name means; nil where there is none, where there are
  /// several, or where it is merely a related synonym.
  ///
  /// - Complexity: O(names with the same key).
  package func term(named name: String) -> Concept? {
    guard let match = terms.match(name), match.basis < .related, match.meanings.count == 1,
      let meaning = match.meanings.first
    else { return nil }
    return terms.concept(meaning.row, prefixes: prefixes)
  }

  /// A value from its parts.
  public init(prefixes: PrefixMap = PrefixMap(), concepts: [Concept] = []) {
    self.prefixes = prefixes
    self.concepts = concepts
  }
}

/// What one edge says, before it is an edge.
public struct Statement: Sendable {
  /// What the statement is about.
  public var subject: NodeIndex
  /// What the edge says of its subject and its object.
  public var predicate: Predicate
  /// What the predicate relates the subject to.
  public var object: NodeIndex
  /// Whether it is said that the relation does not hold.
  public var isNegated: Bool
  /// nil: the predicate's own.
  public var polarity: Polarity?
  /// How firmly it is said, where no evidence tells.
  public var certainty: Certainty?
  /// How the knowledge was come by.
  public var knowledgeLevel: KnowledgeLevel
  /// Who or what made the statement.
  public var agentType: AgentType
  /// The identifier that a data file gives; nil for a hash of the content.
  public var id: String?
  /// Biolink `primary_knowledge_source`, an `infores:` CURIE.
  public var primaryKnowledgeSource: String?
  /// Fields of a data file that the model has no name for, in the file's order.
  public var attributes: [Attribute]

  /// A value from its parts.
  public init(
    _ subject: NodeIndex, _ predicate: Predicate, _ object: NodeIndex, isNegated: Bool = false,
    polarity: Polarity? = nil, certainty: Certainty? = nil,
    knowledgeLevel: KnowledgeLevel = .notProvided, agentType: AgentType = .notProvided,
    id: String? = nil, primaryKnowledgeSource: String? = nil, attributes: [Attribute] = []
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.isNegated = isNegated
    self.polarity = polarity
    self.certainty = certainty
    self.knowledgeLevel = knowledgeLevel
    self.agentType = agentType
    self.id = id
    self.primaryKnowledgeSource = primaryKnowledgeSource
    self.attributes = attributes
  }
}
