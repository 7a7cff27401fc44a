/// The names of columns as Neo4j's import takes them (`neo4j-admin database import`, "CSV header
/// format"): a name, a colon and what the column is, as in `gene:ID(Gene)`, `:LABEL`, `score:float`.
enum Neo4jHeader {
  /// What separates several values of a cell.
  static let separator = UInt8(ascii: ";")

  /// Whether these are the columns of a table of nodes.
  static func namesNodes(_ columns: [String]) -> Bool { columns.contains { type(of: $0) == "id" } }

  /// The columns of a table of nodes by the names of KGX; a column that KGX has no name for keeps
  /// its own.
  static func names(ofNodes columns: [String]) -> [String] {
    columns.map { column in
      switch type(of: column) {
      case "id": return "id"
      case "label": return "category"
      default: break
      }
      // What is only called so beside the column that is it.
      if column == "id" || column == "category" { return column + "_" }
      let name = String(column.prefix { $0 != ":" })
      let isField = name != column && !KGXNodeField(named: name).isAttribute
      return isField && !columns.contains(name) ? name : column
    }
  }

  /// The end of an edge or its type, as a column of relationships names it: `:start_id` of
  /// `gene:START_ID(Gene)`; nil for other columns.
  static func role(ofEdgeColumn column: String) -> String? {
    let type = type(of: column)
    return ["start_id", "end_id", "type"].contains(type) ? ":\(type)" : nil
  }

  /// What stands behind the last colon, in small letters and without what is in brackets.
  private static func type(of column: String) -> String {
    guard let colon = column.lastIndex(of: ":") else { return "" }
    return column[column.index(after: colon)...].prefix { $0 != "(" }.lowercased()
  }
}
