/// Which concepts a name can mean: those of the graph and of its own vocabulary first, then the
/// terms of other vocabularies.
struct NameTable: Sendable {
  enum Owner: Sendable, Hashable {
    /// A concept of the vocabulary that is no node yet.
    case concept(Int)
    case node(NodeIndex)
    /// A term of another vocabulary that is no node yet, by its first row.
    case term(Int)
  }

  private struct Name: Sendable {
    var key: NameKey
    var owner: Owner
  }

  /// What was found for a name.
  struct Finding: Sendable {
    /// None: nothing has the name. Two or more: it is ambiguous.
    var owners: [Owner] = []
    /// How the terms have the name, where ``owners`` came from them.
    var match: TermMatch?
  }

  var vocabulary: [Concept] = []
  /// The concept of the vocabulary with an identifier.
  var conceptByID: [NodeID: Int] = [:]
  /// The concept of the vocabulary that is exactly what the identifier names.
  var conceptByMatch: [String: Int] = [:]
  var terms = TermTable()
  private var names: [SpellingKey: [Name]] = [:]
  private var grounded: [Int: NodeIndex] = [:]
  private var groundedTerms: [Int: NodeIndex] = [:]

  mutating func add(_ name: String, _ owner: Owner) {
    let key = NameKey(name)
    if key.isEmpty { return }
    let resolved = resolve(owner)
    let spelled = SpellingKey(key)
    let isThere = names[spelled]?.contains { $0.key == key && resolve($0.owner) == resolved }
    if isThere == true { return }
    names[spelled, default: []].append(Name(key: key, owner: owner))
  }

  /// From now on a name of this concept means this node.
  mutating func ground(_ concept: Int, as node: NodeIndex) { grounded[concept] = node }

  /// From now on a name of this term means this node.
  mutating func groundTerm(_ row: Int, as node: NodeIndex) { groundedTerms[row] = node }

  /// The concepts and nodes with the name; else those with it in the other English spelling; else
  /// the terms with it (``TermTable/match(_:)``).
  ///
  /// - Parameter isWeak: whether a related synonym is enough.
  func find(_ name: String, isWeak: Bool) -> Finding {
    let key = NameKey(name)
    if key.isEmpty { return Finding() }
    if let own = names[SpellingKey(key)] {
      let exact = distinct(own.filter { $0.key == key }.map(\.owner))
      if !exact.isEmpty { return Finding(owners: exact) }
      let spelled = distinct(own.map(\.owner))
      if spelled.count == 1 { return Finding(owners: spelled) }
    }
    guard !terms.isEmpty, let match = terms.match(name), isWeak || match.basis < .related else {
      return Finding()
    }
    return Finding(owners: distinct(match.meanings.map { .term($0.row) }), match: match)
  }

  func owners(of name: String) -> [Owner] { find(name, isWeak: true).owners }

  private func distinct(_ owners: [Owner]) -> [Owner] {
    var found: [Owner] = []
    for owner in owners {
      let resolved = resolve(owner)
      if !found.contains(resolved) { found.append(resolved) }
    }
    return found
  }

  private func resolve(_ owner: Owner) -> Owner {
    switch owner {
    case .node: return owner
    case .concept(let number): return grounded[number].map(Owner.node) ?? owner
    case .term(let row):
      if let node = groundedTerms[row] { return .node(node) }
      let id = terms.meaning(row).id
      if let number = conceptByID[NodeID(id)] ?? conceptByMatch[id] {
        return resolve(.concept(number))
      }
      return owner
    }
  }
}
