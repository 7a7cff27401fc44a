import GraphModel

/// The rows of a graph's table of nodes.
struct KGXNodeRows: Sendable {
  private enum Field: Int {
    case id, category, name, description, synonym, abbreviations, role, exactMatch, closeMatch
  }

  let columns: KGXColumns
  private let strings: StringArena
  private let nodes: NodeColumns
  private let categories: [[UInt8]]
  /// The key of attributes that are called as the role is.
  private let roleKey: StringIndex?

  init(_ graph: KnowledgeGraph) {
    let storage = graph.storage
    (strings, nodes) = (storage.strings, storage.nodes)
    categories = nodes.categoryTable.map { Array($0.curie.utf8) }
    var keys = Set<StringIndex>()
    for cell in nodes.attributes.values { keys.insert(cell.key) }
    roleKey = keys.first { storage.strings[$0] == "role" }
    var hasRole = nodes.role.contains { $0 != 0 }
    if let roleKey {
      var isEscaped = false
      for row in 0..<UInt32(nodes.count) {
        for cell in nodes.attributes[row] where cell.key == roleKey {
          if Self.standsForItself(cell, row, nodes, storage.strings) {
            hasRole = true
          } else {
            isEscaped = true
          }
        }
      }
      if !isEscaped { keys.remove(roleKey) }
    }
    func list(_ name: String, _ lists: Ragged<StringIndex>) -> KGXColumn? {
      lists.values.isEmpty ? nil : KGXColumn(name, .list)
    }
    columns = KGXColumns(
      fields: [
        KGXColumn("id"), KGXColumn("category", .list), KGXColumn("name"),
        nodes.description.isEmpty ? nil : KGXColumn("description"),
        list("synonym", nodes.synonyms), list("abbreviations", nodes.abbreviations),
        hasRole ? KGXColumn("role") : nil, list("exact_match", nodes.exactMatches),
        list("close_match", nodes.closeMatches),
      ], keys: keys, names: .node, strings: strings)
  }

  var count: Int { nodes.count }

  /// Whether an attribute is a role that is none, in the place of the node's role.
  private static func standsForItself(
    _ cell: AttributeCell, _ row: UInt32, _ nodes: NodeColumns, _ strings: StringArena
  ) -> Bool {
    guard nodes.role[Int(row)] == 0, cell.value != 0, Role(name: strings[cell.value]) == nil else {
      return false
    }
    return nodes.attributes[row].count { $0.key == cell.key } == 1
  }

  /// Puts what a node says into a row.
  func fill(_ row: inout KGXRow, _ position: Int) {
    let number = UInt32(truncatingIfNeeded: position)
    row.removeAll()
    row.add(nodes.id[position], to: columns[Field.id])
    for category in nodes.categories[number] where Int(category) < categories.count {
      row.add(categories[Int(category)], to: columns[Field.category])
    }
    row.add(nodes.label[position], to: columns[Field.name])
    row.add(nodes.description[number] ?? 0, to: columns[Field.description])
    for name in nodes.synonyms[number] { row.add(name, to: columns[Field.synonym]) }
    for name in nodes.abbreviations[number] { row.add(name, to: columns[Field.abbreviations]) }
    if let role = Role(rawValue: nodes.role[position]) {
      row.add(role.name, to: columns[Field.role])
    }
    for match in nodes.exactMatches[number] { row.add(match, to: columns[Field.exactMatch]) }
    for match in nodes.closeMatches[number] { row.add(match, to: columns[Field.closeMatch]) }
    for cell in nodes.attributes[number] {
      if cell.key == roleKey, Self.standsForItself(cell, number, nodes, strings),
        let column = columns[Field.role]
      {
        row.add(cell, to: column)
      } else if let column = columns.ofKey[cell.key] {
        row.add(cell, to: column)
      }
    }
  }
}
