/// A node under construction.
package struct NodeDraft: Sendable {
  package var id: StringIndex
  package var label: String
  package var synonyms: [String]
  package var abbreviations: [String]
  package var categories: [Category]
  package var role: Role?
  package var exactMatches: [String]
  package var closeMatches: [String]
  package var description: String?
  package var attributes: [Attribute]

  package init(id: StringIndex, concept: Concept, isRecord: Bool = false) {
    self.id = id
    label = concept.label
    synonyms = []
    abbreviations = []
    categories = []
    exactMatches = []
    closeMatches = []
    attributes = []
    absorb(concept, isRecord: isRecord)
  }

  /// Takes over what a further mention of the concept adds; returns the names that are new.
  ///
  /// - Parameter isRecord: whether the mention is a row of a data file, of which every name is kept
  ///   that is not there letter by letter. Else a name that differs in case or in spaces is none.
  @discardableResult
  package mutating func absorb(_ concept: Concept, isRecord: Bool = false) -> [String] {
    let added = isRecord ? absorbNamesExactly(of: concept) : absorbNames(of: concept)
    categories.appendMissing(concept.categories)
    exactMatches.appendMissing(concept.exactMatches)
    closeMatches.appendMissing(concept.closeMatches)
    attributes.appendMissing(concept.attributes)
    description = description ?? concept.description
    role = role ?? concept.role
    return added
  }

  private mutating func absorbNames(of concept: Concept) -> [String] {
    var added: [String] = []
    if label.isEmpty {
      label = concept.label
      added.append(label)
    }
    for name in [concept.label] + concept.synonyms where isNew(name) {
      synonyms.append(name)
      added.append(name)
    }
    for name in concept.abbreviations where isNew(name) {
      abbreviations.append(name)
      added.append(name)
    }
    return added
  }

  private mutating func absorbNamesExactly(of concept: Concept) -> [String] {
    if label.isEmpty {
      label = concept.label
    } else if !concept.label.isEmpty, concept.label != label {
      synonyms.appendMissing([concept.label])
    }
    synonyms.appendMissing(concept.synonyms.filter { !$0.isEmpty })
    abbreviations.appendMissing(concept.abbreviations.filter { !$0.isEmpty })
    return []
  }

  /// Whether no name of the draft has the same key. Few names a concept: a scan is right.
  private func isNew(_ name: String) -> Bool {
    // By far the most frequent case, and much cheaper than a key.
    if name == label { return false }
    let key = NameKey(name)
    return !key.isEmpty && NameKey(label) != key
      && !synonyms.contains { NameKey($0) == key }
      && !abbreviations.contains { NameKey($0) == key }
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func appendMissing(_ others: [Element]) {
    for other in others where !contains(other) { append(other) }
  }
}
