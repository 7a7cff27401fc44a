import GraphModel

/// Finds the one node that an argument names, or says why there is none.
struct ConceptNames {
  private let lookup: NameLookup

  init(_ graph: KnowledgeGraph) { lookup = NameLookup(graph) }

  /// The node that a label, synonym, abbreviation, CURIE or IRI names.
  ///
  /// - Throws: the nearest names where nothing has this one; every meaning where there are two.
  func node(named text: String) throws(CommandFailure) -> Node {
    let found = lookup.nodes(named: text)
    if let node = found.first, found.count == 1 { return node }
    guard found.isEmpty else {
      let meanings = found.map { "\($0.label) (\($0.id))" }.joined(separator: ", ")
      throw CommandFailure(
        "'\(text)' names \(found.count) concepts: \(meanings)",
        suggestion: "name one by its identifier")
    }
    let text = text.count > 100 ? text.prefix(100) + "…" : text
    let near = lookup.suggestions(for: text).map { "'\($0)'" }
    throw CommandFailure(
      "nothing in the graph is called '\(text)'",
      suggestion: near.isEmpty
        ? "'etiograph search' finds names by a part of them"
        : "did you mean \(near.joined(separator: " or "))?")
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
