import GraphModel

/// Finds the one node that an argument names, or says why there is none.
struct ConceptNames {
  private let graph: KnowledgeGraph
  private let lookup: NameLookup

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    lookup = NameLookup(graph)
  }

  /// Whether something is called so.
  func isKnown(_ text: String) -> Bool { !lookup.nodes(named: text).isEmpty }

  /// The node that a label, synonym, abbreviation, CURIE or IRI names.
  ///
  /// - Throws: the nearest names where nothing has this one; every meaning where there are two.
  func node(named text: String) throws(CommandFailure) -> Node {
    let found = lookup.nodes(named: text)
    if let node = found.first, found.count == 1 { return node }
    guard found.isEmpty else {
      let meanings = found.map { "\($0.label.shortened) (\($0.id))" }.joined(separator: ", ")
      throw CommandFailure(
        "'\(text.shortened)' names \(found.count) concepts: \(meanings)",
        suggestion: "name one by its identifier")
    }
    if text.trimmingSpaces.isEmpty {
      throw CommandFailure(
        "a concept's name is empty", suggestion: "give a label, a synonym or an identifier")
    }
    let text = text.shortened
    let near = suggestions(for: text)
    throw CommandFailure(
      "nothing in the graph is called '\(text)'",
      suggestion: near.isEmpty
        ? "'etiograph search' finds names by a part of them"
        : "did you mean \(near.map { "'\($0.shortened)'" }.joined(separator: " or "))?")
  }

  /// The identifiers that differ by case alone, else the nearest names, else, for what looks like
  /// an identifier, the nearest of these.
  private func suggestions(for text: String) -> [String] {
    guard text.contains(":") else { return lookup.suggestions(for: text) }
    let identifiers = graph.nodes.map(\.id.rawValue)
    let sameLetters = identifiers.filter { $0.lowercased() == text.lowercased() }
    if !sameLetters.isEmpty { return Array(sameLetters.prefix(3)) }
    let named = lookup.suggestions(for: text)
    return named.isEmpty ? Array(NearestNames.list(text, in: identifiers)) : named
  }

  /// The nodes of several arguments; every unknown name is reported at once.
  func nodes(named texts: [String]) throws(CommandFailure) -> [Node] {
    var nodes: [Node] = []
    var problems: [Diagnostic] = []
    for text in texts {
      do throws(CommandFailure) {
        nodes.append(try node(named: text))
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw CommandFailure(DiagnosticError(problems)) }
    return nodes
  }
}
