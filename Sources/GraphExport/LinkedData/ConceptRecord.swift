import GraphModel

extension LinkedDataRecords {
  /// A concept: its names, kinds and matches, and what its documents assert of it.
  func concept(_ position: Int) -> JSONObject {
    let node = graph[NodeIndex(position)]
    var record = identified(node.id.rawValue, as: published.id(of: node))
    record.append(
      "type", .strings(node.categories.map { identifiers.written($0.curie) }))
    record.append("label", text: node.label)
    record.append("prefLabel", text: node.label)
    record.append("altLabel", texts: node.synonyms + node.abbreviations)
    record.append("abbreviation", texts: node.abbreviations)
    record.append("description", text: node.description)
    record.append("role", text: node.role?.name)
    record.append("exactMatch", texts: node.exactMatches.map(identifiers.written))
    record.append("closeMatch", texts: node.closeMatches.map(identifiers.written))
    for statements in asserted.statements(of: node.index, in: graph) {
      let objects = statements.objects.map { object -> JSONValue in
        ["id": .string(identifiers.written(graph[object].id.rawValue))]
      }
      record.append(identifiers.written(statements.predicate.curie), .array(objects))
    }
    append(node.attributes, to: &record)
    return record
  }

  /// The identifier, and its literal text where that is not how it is published.
  func identified(_ id: String, as written: String) -> JSONObject {
    var record: JSONObject = ["id": .string(written)]
    if written != id { record.append("identifier", text: id) }
    return record
  }

  /// Fields of a data file that no vocabulary is known for: properties under the graph's base. A
  /// list of texts is several values.
  func append(_ attributes: [Attribute], to record: inout JSONObject) {
    var fields: [(name: String, values: [String])] = []
    for attribute in attributes {
      if let place = fields.firstIndex(where: { $0.name == attribute.key }) {
        fields[place].values += Self.values(attribute.value)
      } else {
        fields.append((attribute.key, Self.values(attribute.value)))
      }
    }
    for (name, values) in fields {
      record.append(
        "\(PrefixMap.local):field/\(IRISyntax.percentEncoded(name))",
        values.count == 1 ? .string(values[0]) : .strings(values))
    }
  }

  private static func values(_ text: String) -> [String] {
    guard case .array(let elements) = JSONValue.text(text), !elements.isEmpty else { return [text] }
    let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    return texts.count == elements.count ? texts : [text]
  }
}
