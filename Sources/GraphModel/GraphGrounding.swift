/// How a concept that prose names finds its identifier.
extension GraphBuilder {
  /// What has a name of the concept. The label decides; a synonym or abbreviation only where
  /// nothing has the label; a related synonym only where nothing has any of them.
  func findOwners(of concept: Concept) -> NameTable.Finding {
    for name in concept.names {
      let found = names.find(name, isWeak: false)
      if !found.owners.isEmpty { return found }
    }
    return names.terms.isEmpty ? NameTable.Finding() : names.find(concept.label, isWeak: true)
  }

  /// Adds what the vocabularies say of a node's identifier; what the graph's own vocabulary says
  /// stands first.
  mutating func enrich(_ index: NodeIndex, id: NodeID) {
    guard let row = names.terms.row(id: id.rawValue) else { return }
    names.groundTerm(row, as: index)
    if names.terms.isObsolete(row) { return }
    var term = names.terms.concept(row, prefixes: prefixes)
    if !nodes[index.position].categories.isEmpty { term.categories = [] }
    nodes[index.position].absorb(term)
  }

  /// The concept without the kind that its words suggest, where a vocabulary tells the kind.
  func withoutGuesses(_ concept: Concept, _ index: NodeIndex) -> Concept {
    let node = nodes[index.position]
    guard !names.terms.isEmpty, !node.categories.isEmpty,
      names.terms.isDefined(id: strings[node.id])
    else { return concept }
    var concept = concept
    concept.categories = []
    return concept
  }

  /// Forgets those of the prefixes that no identifier of the graph has.
  ///
  /// - Complexity: O(nodes + their matches).
  package mutating func forgetUnused(_ candidates: Set<String>) {
    if candidates.isEmpty { return }
    var unused = candidates
    func keep(_ id: String) {
      if let colon = id.firstIndex(of: ":") { unused.remove(String(id[..<colon])) }
    }
    for node in nodes {
      keep(strings[node.id])
      for id in node.exactMatches + node.closeMatches { keep(id) }
    }
    for prefix in unused { prefixes[prefix] = nil }
  }

  mutating func reportAmbiguity(of concept: Concept, _ found: NameTable.Finding) {
    if found.match != nil {
      let listed = found.owners.prefix(8).map(description(of:)).joined(separator: " or ")
      let more = found.owners.count > 8 ? " or \(found.owners.count - 8) more" : ""
      report(
        Diagnostic(
          .warning, "'\(concept.label)' can mean \(listed)\(more); none of them is chosen",
          at: concept.location,
          suggestion: "add it to your own vocabulary with the identifier that fits"))
      return
    }
    let listed = found.owners.map { "'\(label(of: $0))'" }.joined(separator: " and ")
    report(
      Diagnostic(
        .warning, "'\(concept.label)' names \(listed); it is kept apart from both",
        at: concept.location, suggestion: "use a name that only one of them has"))
  }

  /// A match that a person should look at.
  mutating func reportWeakness(of concept: Concept, _ found: NameTable.Finding) {
    guard let match = found.match, match.basis == .related, let meaning = match.meanings.first
    else { return }
    report(
      Diagnostic(
        .warning,
        "'\(concept.label)' is only a related synonym of \(meaning.id) '\(meaning.label)' in "
          + "\(meaning.file), which it is read as",
        at: concept.location,
        suggestion: "if that is wrong, add it to your own vocabulary as a concept of its own"))
  }

  /// Says that only obsolete terms have the concept's name.
  mutating func reportObsolete(_ concept: Concept) {
    guard !names.terms.isEmpty, node(id: Concept.localID(label: concept.label)) == nil,
      let term = names.terms.obsoleteTerms(named: concept.label).first
    else { return }
    report(
      Diagnostic(
        .warning,
        "'\(concept.label)' is the obsolete term \(term.id) of \(term.file); it is not grounded",
        at: concept.location, suggestion: names.terms.advice(insteadOf: term.row)))
  }

  /// `MONDO:0004979 'asthma' (mondo.obo)`.
  private func description(of owner: NameTable.Owner) -> String {
    switch owner {
    case .node(let index):
      return "\(strings[nodes[index.position].id]) '\(nodes[index.position].label)'"
    case .concept(let number):
      let concept = names.vocabulary[number]
      let file = concept.location.map { " (\($0.file))" } ?? ""
      return "\(concept.id ?? Concept.localID(label: concept.label)) '\(concept.label)'\(file)"
    case .term(let row):
      let meaning = names.terms.meaning(row)
      return "\(meaning.id) '\(meaning.label)' (\(meaning.file))"
    }
  }
}

extension TermTable {
  /// What to use instead of an obsolete term.
  package func advice(insteadOf row: Int) -> String {
    let replacements = replacements(of: row)
    if replacements.isEmpty { return "look up what the vocabulary has instead of it" }
    let listed = replacements.prefix(4).map { meaning in
      meaning.label.isEmpty ? meaning.id : "\(meaning.id) '\(meaning.label)'"
    }
    return "use \(listed.joined(separator: " or ")) instead, if it fits"
  }
}
