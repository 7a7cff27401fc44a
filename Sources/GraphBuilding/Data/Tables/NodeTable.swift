import GraphModel

/// What the columns of a table of nodes hold.
struct NodeTable: Sendable {
  enum Slot: UInt8, Sendable {
    case id, category, name, description, synonym, abbreviation, exactMatch, closeMatch, role
    case attribute
  }

  let slots: [Slot]
  /// The name under which a value of each column is kept that is an attribute.
  let keys: [String]

  /// The columns with these names.
  init(names: [String]) {
    slots = names.map { Slot(KGXNodeField(named: $0)) }
    keys = zip(names, slots).map { $1 == .role ? "role" : $0 }
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
