/// The names of the fields of KGX that have a place in the model, as members of a kind of record.
package struct KGXNames: Sendable {
  /// The names that are read as something else than an attribute.
  private let taken: Set<String>
  /// The names that are attributes, but to which an underscore is added all the same.
  private let shared: Set<String>

  /// The names of a node's fields.
  package static let node = KGXNames(
    taken: [
      "id", "category", "name", "label", "description", "synonym", "synonyms", "exact_synonym",
      "abbreviation", "abbreviations", "same_as", "exact_match", "exact_matches",
      "equivalent_identifiers", "close_match", "close_matches", "role",
    ], shared: [])

  /// The name of the field that holds what backs an edge, sentence by sentence.
  package static let evidence = "etiograph_evidence"

  /// The names of an edge's fields.
  package static let edge = KGXNames(
    taken: [
      "id", "subject", "predicate", "object", "negated", "object_direction_qualifier",
      "certainty", "hedge", "knowledge_level", "agent_type", "primary_knowledge_source",
      "publications", "supporting_text", evidence,
    ], shared: ["relation", "edge_label", "category", "evidence"])

  /// The names of an edge's fields in etiograph's own KGX JSON.
  package static let ownEdge = KGXNames(
    taken: edge.taken.union(["category", "evidence"]), shared: ["relation", "edge_label"])

  /// The name under which an attribute is written: with an underscore where its own name would be
  /// read as something else, as long as there is a field of its own name beside it.
  package func written(_ key: String) -> String {
    let name = Self.withoutUnderscores(key)
    if taken.contains(name) { return key + "_" }
    return shared.contains(name) && name != key ? key + "_" : key
  }

  /// The name of an attribute that was written with an underscore at its end, since a field of the
  /// model has its own: `id` of `id_`; nil for other names.
  ///
  /// It is meant only where the other field is there, too.
  package func plain(_ written: String) -> String? {
    guard written.hasSuffix("_") else { return nil }
    let name = Self.withoutUnderscores(written)
    return taken.contains(name) || shared.contains(name) ? String(written.dropLast()) : nil
  }

  private static func withoutUnderscores(_ name: String) -> String {
    var rest = name[...]
    while rest.hasSuffix("_") { rest.removeLast() }
    return String(rest)
  }
}
