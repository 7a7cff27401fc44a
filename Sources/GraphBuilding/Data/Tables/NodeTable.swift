import GraphModel

/// What the columns of a table of nodes hold.
struct NodeTable: Sendable {
  enum Slot: UInt8, Sendable {
    case id, category, name, description, synonym, abbreviation, exactMatch, closeMatch, role
    case attribute

    /// Whether a table separates several values with `|`.
    var isList: Bool {
      switch self {
      case .category, .synonym, .abbreviation, .exactMatch, .closeMatch: true
      case .id, .name, .description, .role, .attribute: false
      }
    }
  }

  let slots: [Slot]
  /// What separates the values of a list.
  let separator: UInt8
  let dialect: TableDialect
  /// The name under which a value of each column is kept that is an attribute.
  let keys: [String]

  /// The columns with these names.
  init(names: [String], dialect: TableDialect = .tabs) {
    self.dialect = dialect
    let isNeo4j = Neo4jHeader.namesNodes(names)
    separator = isNeo4j ? Neo4jHeader.separator : UInt8(ascii: "|")
    let names = isNeo4j ? Neo4jHeader.names(ofNodes: names) : names
    let fields = KGXNodeField.fields(named: names)
    slots = fields.map(Slot.init)
    keys = zip(names, fields).map { if case .attribute(let key) = $1 { key } else { $0 } }
  }
}

extension NodeTable.Slot {
  init(_ field: KGXNodeField) {
    self =
      switch field {
      case .id: .id
      case .category: .category
      case .name: .name
      case .description: .description
      case .synonym: .synonym
      case .abbreviation: .abbreviation
      case .exactMatch: .exactMatch
      case .closeMatch: .closeMatch
      case .role: .role
      case .attribute: .attribute
      }
  }
}
