import GraphModel
import Yams

/// What a concept of a vocabulary may say.
private enum ConceptKey: String, CaseIterable {
  case id, label, synonyms, abbreviations, category
  case exactMatches = "exact matches"
  case closeMatches = "close matches"
  case definition

  init?(_ key: YAMLNode) {
    switch key.name {
    case "id": self = .id
    case "label", "name": self = .label
    case "synonym", "synonyms": self = .synonyms
    case "abbreviation", "abbreviations": self = .abbreviations
    case "category", "categories": self = .category
    case "exact", "exactmatch", "exactmatches": self = .exactMatches
    case "close", "closematch", "closematches": self = .closeMatches
    case "definition", "description": self = .definition
    default: return nil
    }
  }
}

extension VocabularyReader {
  mutating func readConcept(_ entry: YAMLNode) {
    guard case .mapping(let pairs) = entry else {
      report(
        .error, "an entry of 'concepts' has no keys", at: entry.mark,
        suggestion: "write it as '- label: \(entry.text ?? "…")'")
      return
    }
    var concept = Concept(label: "", location: location(entry.mark))
    for (key, value) in pairs {
      guard let found = ConceptKey(key) else {
        reportUnknown(key, known: ConceptKey.allCases.map(\.rawValue))
        continue
      }
      switch found {
      case .label:
        concept.label = value.text ?? ""
        concept.location = location(value.mark)
      case .id: concept.id = one(value, "id").flatMap { identifier($0) }.map { NodeID($0) }
      case .definition: concept.description = one(value, "definition")?.text
      case .synonyms: concept.synonyms = list(value, "synonyms").compactMap(\.text)
      case .abbreviations: concept.abbreviations = list(value, "abbreviations").compactMap(\.text)
      case .category: concept.categories = list(value, "category").compactMap { category($0) }
      case .exactMatches:
        concept.exactMatches = list(value, "exact matches").compactMap { identifier($0) }
      case .closeMatches:
        concept.closeMatches = list(value, "close matches").compactMap { identifier($0) }
      }
    }
    if NameKey(concept.label).isEmpty {
      report(
        .error, "a concept has no label", at: entry.mark,
        suggestion: "add 'label:' with the name that readers see")
      return
    }
    noteTerms(pairs, of: concept)
    reading.concepts.append(concept)
  }

  /// Notes the places of a concept's names and identifiers. A name that is written twice for one
  /// concept is harmless, but the sign of a slip.
  private mutating func noteTerms(_ pairs: YAMLNode.Mapping, of concept: Concept) {
    var seen: Set<NameKey> = [NameKey(concept.label)]
    for (key, value) in pairs {
      for node in elements(value) {
        guard let text = node.text else { continue }
        switch ConceptKey(key) {
        case .label: note(.name, text, at: node)
        case .synonyms, .abbreviations:
          if seen.insert(NameKey(text)).inserted {
            note(.name, text, at: node)
          } else {
            report(
              .warning, "'\(text)' is already a name of '\(concept.label)'", at: node.mark,
              suggestion: "remove it; case, accents, hyphens and plural endings do not count")
          }
        case .id: if let id = concept.id { note(.id, id.rawValue, at: node) }
        case .exactMatches: note(.exactMatch, text, at: node)
        default: break
        }
      }
    }
  }

  private mutating func note(
    _ kind: VocabularyReader.Term.Kind, _ text: String, at node: YAMLNode
  ) {
    reading.terms.append(
      Term(
        kind: kind, text: text, concept: reading.concepts.count, location: location(node.mark)))
  }

  // MARK: Values

  private func elements(_ value: YAMLNode) -> [YAMLNode] {
    if case .sequence(let nodes) = value { Array(nodes) } else { [value] }
  }

  private mutating func list(_ value: YAMLNode, _ key: String) -> [YAMLNode] {
    if value.isBlank { return [] }
    return elements(value).filter { node in
      if node.text != nil { return true }
      report(
        .error, "an entry of '\(key)' is no text", at: node.mark,
        suggestion: "write '\(key): [first, second]'; put text with a colon in quotes")
      return false
    }
  }

  private mutating func one(_ value: YAMLNode, _ key: String) -> YAMLNode? {
    if value.isBlank { return nil }
    if value.text != nil { return value }
    report(
      .error, "'\(key)' is no single text", at: value.mark,
      suggestion: "write '\(key): …' on one line; put text with a colon in quotes")
    return nil
  }

  /// A CURIE; an address is shortened to one where a prefix fits.
  private mutating func identifier(_ node: YAMLNode) -> String? {
    guard let text = node.text else { return nil }
    if text.hasPrefix("http://") || text.hasPrefix("https://") {
      return prefixes.curie(of: text) ?? text
    }
    if prefixes.accepts(text) { return text }
    guard let colon = text.firstIndex(of: ":") else {
      report(
        .error, "'\(text)' is no identifier: it has no prefix", at: node.mark,
        suggestion: "write a prefix, a colon and the code, as in MONDO:0005265, or leave it out")
      return nil
    }
    let prefix = String(text[..<colon])
    let known = prefixes.all.map(\.prefix)
    if known.contains(prefix) {
      report(
        .error, "'\(text)' is no identifier: the code after the colon cannot be read",
        at: node.mark, suggestion: "write \(prefix): and the code without spaces")
    } else {
      let nearest = NearestName.of(prefix, in: known)
      report(
        .error, "'\(text)' has the unknown prefix '\(prefix)'", at: node.mark,
        suggestion: nearest.map { "write \($0):\(text[text.index(after: colon)...])" }
          ?? "declare it under 'prefixes:' as '\(prefix): https://…'")
    }
    return nil
  }

  /// A class of the Biolink Model, written `Disease` or `phenotypic feature`, or a CURIE.
  private mutating func category(_ node: YAMLNode) -> Category? {
    guard let text = node.text else { return nil }
    if text.contains(":") { return identifier(node).map { Category($0) } }
    let words = text.split { $0 == " " || $0 == "_" || $0 == "-" }
    guard words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else {
      report(
        .error, "'\(text)' is no category", at: node.mark,
        suggestion: "write the name of a class of the Biolink Model, such as Disease")
      return nil
    }
    let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    if let known = BiolinkCategories.spelled(name) { return Category(known) }
    report(
      .error, "'\(text)' is no class of the Biolink Model", at: node.mark,
      suggestion: NearestName.of(name, in: BiolinkCategories.names).map { "did you mean \($0)?" }
        ?? "write a class such as Disease, or the CURIE of another kind, as in biolink:\(name)")
    return nil
  }
}
