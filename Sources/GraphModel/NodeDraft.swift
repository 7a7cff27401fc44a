/// A node under construction.
struct NodeDraft: Sendable {
  var id: StringIndex
  var label: String
  var synonyms: [String]
  var abbreviations: [String]
  var categories: [Category]
  var role: Role?
  var exactMatches: [String]
  var closeMatches: [String]
  var description: String?
  var attributes: [Attribute]

  init(id: StringIndex, concept: Concept) {
    self.id = id
    label = concept.label
    synonyms = []
    abbreviations = []
    categories = []
    exactMatches = []
    closeMatches = []
    attributes = []
    absorb(concept)
  }

  /// Takes over what a further mention of the concept adds; returns the names that are new.
  @discardableResult
  mutating func absorb(_ concept: Concept) -> [String] {
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
    categories.appendMissing(concept.categories)
    exactMatches.appendMissing(concept.exactMatches)
    closeMatches.appendMissing(concept.closeMatches)
    attributes.appendMissing(concept.attributes)
    description = description ?? concept.description
    role = role ?? concept.role
    return added
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

/// Which concepts a name can mean.
struct NameTable: Sendable {
  enum Owner: Sendable, Hashable {
    /// A concept of the vocabulary that is no node yet.
    case concept(Int)
    case node(NodeIndex)
  }

  var vocabulary: [Concept] = []
  /// The concept of the vocabulary with an identifier.
  var conceptByID: [NodeID: Int] = [:]
  private var owners: [NameKey: [Owner]] = [:]
  private var grounded: [Int: NodeIndex] = [:]

  mutating func add(_ name: String, _ owner: Owner) {
    let key = NameKey(name)
    if key.isEmpty { return }
    let resolved = resolve(owner)
    if owners[key]?.contains(where: { resolve($0) == resolved }) == true { return }
    owners[key, default: []].append(owner)
  }

  /// From now on a name of this concept means this node.
  mutating func ground(_ concept: Int, as node: NodeIndex) { grounded[concept] = node }

  func owners(of name: String) -> [Owner] {
    var found: [Owner] = []
    for owner in owners[NameKey(name)] ?? [] {
      let resolved = resolve(owner)
      if !found.contains(resolved) { found.append(resolved) }
    }
    return found
  }

  private func resolve(_ owner: Owner) -> Owner {
    if case .concept(let number) = owner, let node = grounded[number] { return .node(node) }
    return owner
  }
}
