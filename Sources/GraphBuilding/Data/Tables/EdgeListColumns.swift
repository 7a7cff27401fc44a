/// Which columns of a list of edges hold what.
///
///     EdgeListColumns(["subject": "gene", "object": "disease", "predicate": "rel"])
///
/// What is not given is recognised by the names that such lists mostly have: `source` and `target`,
/// `from` and `to`, `head` and `tail`, `:START_ID` and `:END_ID`, and so on.
public struct EdgeListColumns: Sendable, Hashable {
  /// The name of the column that holds a field of an edge.
  public let columnOfField: [String: String]

  /// The fields that a column can be given for, as KGX names them.
  public static let fields = [
    "subject", "predicate", "object", "id", "negated", "object_direction_qualifier", "certainty",
    "hedge", "knowledge_level", "agent_type", "primary_knowledge_source", "publications",
    "supporting_text",
  ]

  /// The columns of some fields, all of which must be among ``fields``; others are recognised.
  public init(_ columnOfField: [String: String] = [:]) {
    self.columnOfField = columnOfField.filter { Self.fields.contains($0.key) }
  }

  /// The pairs of names that the ends of edges go by.
  private static let ends: [(subject: String, object: String)] = [
    ("subject", "object"), ("source", "target"), ("from", "to"), ("head", "tail"),
    ("start", "end"), (":start_id", ":end_id"), ("src", "dst"), ("src", "dest"),
    ("source", "destination"), ("subject_id", "object_id"), ("source_id", "target_id"),
    ("from_id", "to_id"), ("head_id", "tail_id"), ("start_id", "end_id"),
    ("start_node", "end_node"),
    ("from_node", "to_node"), ("source_node", "target_node"), ("node1", "node2"),
    ("node_1", "node_2"), ("node_a", "node_b"), ("x_id", "y_id"),
  ]

  /// The names that a predicate goes by, best first.
  private static let predicates = [
    "predicate", "relation", "relationship", "rel", "metaedge", "edge_type", "edge_label",
    "relation_type", "relationship_type", "rel_type", ":type", "predicate_id", "interaction",
    "interaction_type", "type", "label",
  ]

  /// Why the columns of a table are not known.
  enum Problem: Error, Hashable {
    /// A column that was named is not there.
    case missing(column: String)
    /// Nothing looks like the ends of an edge.
    case unknown
    /// Several pairs do.
    case ambiguous([String])
  }

  /// A name as it is compared: in small letters, without the type that Neo4j writes in brackets.
  private static func key(_ name: String) -> String {
    Neo4jHeader.role(ofEdgeColumn: name) ?? String(name.lowercased().prefix { $0 != "(" })
  }

  /// What each column holds.
  func fields(of names: [String]) throws(Problem) -> [KGXEdgeField] {
    var fields = KGXEdgeField.fields(named: names)
    let keys = names.map(Self.key)
    var taken: Set<String> = []
    for field in Self.fields {
      guard let column = columnOfField[field] else { continue }
      guard let found = names.firstIndex(of: column) ?? keys.firstIndex(of: Self.key(column)) else {
        throw .missing(column: column)
      }
      give(KGXEdgeField(named: field), to: found, names, &fields)
      taken.insert(field)
    }
    if !taken.contains("subject") || !taken.contains("object") {
      let pair = try self.pair(in: keys)
      if !taken.contains("subject"), let column = keys.firstIndex(of: pair.subject) {
        give(.subject, to: column, names, &fields)
      }
      if !taken.contains("object"), let column = keys.firstIndex(of: pair.object) {
        give(.object, to: column, names, &fields)
      }
    }
    if !taken.contains("predicate"),
      let column = Self.predicates.lazy.compactMap({ keys.firstIndex(of: $0) }).first(where: {
        if case .attribute = fields[$0] { return true }
        if case .relation = fields[$0] { return true }
        return fields[$0] == .predicate
      })
    {
      give(.predicate, to: column, names, &fields)
    }
    return fields
  }

  /// A field has one column: another that is called so is an attribute.
  private func give(
    _ field: KGXEdgeField, to column: Int, _ names: [String], _ fields: inout [KGXEdgeField]
  ) {
    for other in fields.indices where fields[other] == field {
      fields[other] = .attribute(names[other])
    }
    fields[column] = field
  }

  private func pair(in keys: [String]) throws(Problem) -> (subject: String, object: String) {
    let found = Self.ends.filter { keys.contains($0.subject) && keys.contains($0.object) }
    guard let first = found.first else { throw .unknown }
    // What KGX calls the ends goes before what may be its source.
    if found.count > 1, first.subject != "subject" {
      throw .ambiguous(found.map { "\($0.subject) and \($0.object)" })
    }
    return first
  }

  /// Whether the ends of edges are recognised among these names.
  static func recognises(_ names: [String]) -> Bool {
    let keys = names.map(key)
    return ends.contains { keys.contains($0.subject) && keys.contains($0.object) }
  }
}
