import GraphModel

/// The fields of a concept that are compared.
enum ConceptFields {
  static func changes(from old: Node, to new: Node) -> [GraphComparison.Change] {
    [
      change("identifier", [old.id.rawValue], [new.id.rawValue]),
      change("label", [old.label], [new.label]),
      change("category", old.categories.map(\.curie), new.categories.map(\.curie)),
      change("role", [old.role?.name].compactMap { $0 }, [new.role?.name].compactMap { $0 }),
      change("synonym", old.synonyms, new.synonyms),
      change("abbreviation", old.abbreviations, new.abbreviations),
      change("exact match", old.exactMatches, new.exactMatches),
      change("close match", old.closeMatches, new.closeMatches),
      change(
        "definition", [old.description].compactMap { $0 }, [new.description].compactMap { $0 }),
    ].compactMap { $0 } + AttributeFields.changes(from: old.attributes, to: new.attributes)
  }

  /// What only one of two lists has, each value as often as it does; nil where they are alike.
  ///
  /// - Complexity: O(old + new) expected.
  static func change(
    _ field: String, _ old: [String], _ new: [String]
  ) -> GraphComparison.Change? {
    let removed = difference(old, without: new)
    let added = difference(new, without: old)
    if removed.isEmpty, added.isEmpty { return nil }
    return GraphComparison.Change(field: field, removed: removed, added: added)
  }

  private static func difference(_ list: [String], without other: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for value in other { counts[value, default: 0] += 1 }
    return list.filter { value in
      guard let count = counts[value], count > 0 else { return true }
      counts[value] = count - 1
      return false
    }
  }
}

/// The fields of a statement that are compared.
enum StatementFields {
  static func changes(from old: Edge, to new: Edge) -> [GraphComparison.Change] {
    [
      field("denied", old.isNegated ? "yes" : "no", new.isNegated ? "yes" : "no"),
      field("polarity", old.polarity.name, new.polarity.name),
      field(
        "certainty", old.certainty?.name ?? "not stated", new.certainty?.name ?? "not stated"),
      ConceptFields.change("quote", quotes(old), quotes(new)),
      ConceptFields.change("hedge", hedges(old, besides: new), hedges(new, besides: old)),
      ConceptFields.change("citation", citations(old), citations(new)),
    ].compactMap { $0 } + AttributeFields.changes(from: old.attributes, to: new.attributes)
  }

  private static func field(
    _ name: String, _ old: String, _ new: String
  ) -> GraphComparison.Change? {
    ConceptFields.change(name, [old], [new])
  }

  private static func quotes(_ edge: Edge) -> [String] {
    edge.evidence.map { piece in
      let text = piece.quote.isEmpty ? "evidence without a quote" : "\u{201C}\(piece.quote)\u{201D}"
      return text + (piece.stance == .contradicts ? " (speaks against it)" : "")
    }
  }

  /// The hedges of sentences that both have: those of others go with their sentences.
  private static func hedges(_ edge: Edge, besides other: Edge) -> [String] {
    let shared = Set(other.evidence.map(\.quote))
    return edge.evidence.filter { shared.contains($0.quote) }.compactMap(\.hedge)
  }

  private static func citations(_ edge: Edge) -> [String] {
    edge.evidence.flatMap(\.citations).map { citation in
      let reference = edge.graph[citation.reference]
      let basis = citation.basis == .inferred ? ", inferred" : ""
      return "\(reference.shortName) (\(reference.id)\(basis))"
    }
  }
}

/// The fields of data files that the model has no name for, each under its own.
enum AttributeFields {
  /// What differs, by the names of the fields in the order of the old record, then of the new.
  ///
  /// - Complexity: O(old + new) expected.
  static func changes(
    from old: [Attribute], to new: [Attribute]
  ) -> [GraphComparison.Change] {
    if old == new { return [] }
    var names: [String] = []
    var values: [String: (old: [String], new: [String])] = [:]
    func add(_ attribute: Attribute, isNew: Bool) {
      if values[attribute.key] == nil { names.append(attribute.key) }
      // By its text: a number is the same in a table, which knows texts alone.
      let text = attribute.value
      if isNew {
        values[attribute.key, default: ([], [])].new.append(text)
      } else {
        values[attribute.key, default: ([], [])].old.append(text)
      }
    }
    for attribute in old { add(attribute, isNew: false) }
    for attribute in new { add(attribute, isNew: true) }
    return names.compactMap { name in
      values[name].flatMap { ConceptFields.change(name, $0.old, $0.new) }
    }
  }
}
