import GraphExport
import GraphModel

/// Evidence and edges as the commands print them, in words and in JSON.
struct EvidencePrinting {
  let graph: KnowledgeGraph
  /// What speaks against the statements that are printed.
  private let disagreements: Disagreements

  init(graph: KnowledgeGraph, about edges: some Sequence<EdgeIndex>) {
    self.graph = graph
    disagreements = Disagreements(graph, about: edges)
  }

  init(graph: KnowledgeGraph, disagreements: Disagreements) {
    self.graph = graph
    self.disagreements = disagreements
  }

  func isDisputed(_ edge: Edge) -> Bool { disagreements.isDisputed(edge.index) }

  /// The identifiers of the statements that speak against one.
  func opponents(of edge: Edge) -> [String] {
    disagreements.against(edge.index).map { graph[$0].id.rawValue }
  }

  /// What speaks against a statement, with its sentences and where they stand.
  func against(_ edge: Edge, indent: String, terminal: Terminal) -> String {
    disagreements.against(edge.index).map { index in
      let other = graph[index]
      let certainty = other.certainty?.name ?? "certainty not stated"
      let line = "disputed: \(other.wording), \(certainty)".printable
        .wrapped(width: terminal.width, indent: indent)
      return terminal.styled(line, .yellow) + "\n"
        + other.evidence.map { text($0, indent: indent + "  ", terminal: terminal) }.joined()
    }.joined()
  }

  /// `“Chronic stress has been linked to …” — gut.md:24, hedged “has been linked to”`, wrapped,
  /// with the works that the sentence rests on, one a line.
  func text(_ evidence: Evidence, indent: String, terminal: Terminal) -> String {
    var lines: [String] = []
    if !evidence.quote.isEmpty {
      lines.append("“\(evidence.quote)”".wrapped(width: terminal.width, indent: indent))
    }
    var facts: [String] = []
    if let document = evidence.document {
      facts.append(graph[document].name + (evidence.line.map { ":\($0)" } ?? ""))
    }
    if let hedge = evidence.hedge { facts.append("hedged “\(hedge)”") }
    if evidence.scope == .heading, let section = evidence.section {
      facts.append("one end named only by the heading “\(section)”")
    }
    if evidence.stance == .contradicts { facts.append("speaks against it") }
    if !facts.isEmpty {
      let line = facts.joined(separator: "; ").wrapped(width: terminal.width, indent: indent)
      lines.append(terminal.styled(line, .dim))
    }
    for citation in evidence.citations {
      let reference = graph[citation.reference]
      let basis = citation.basis == .inferred ? " (inferred from its title, not cited there)" : ""
      let address = reference.doi.map { " https://doi.org/\($0)" } ?? ""
      let line = "↳ \(reference.shortName)\(basis)\(address)"
        .wrapped(width: terminal.width, indent: indent)
      lines.append(terminal.styled(line, .dim))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The evidence of an edge as JSON, in reading order.
  func json(_ edge: Edge) -> JSONValue {
    .array(edge.evidence.map { json($0, of: edge) })
  }

  func json(_ evidence: Evidence, of edge: Edge) -> JSONValue {
    .object([
      ("id", .string(edge.evidenceID(evidence))),
      ("quote", .string(evidence.quote)),
      ("document", text(evidence.document.map { graph[$0].name })),
      ("section", text(evidence.section)),
      ("line", evidence.line.map { .int($0) } ?? .null),
      ("hedge", text(evidence.hedge)),
      ("certainty", text(evidence.certainty?.name)),
      ("scope", .string(evidence.scope.name)),
      ("stance", .string(evidence.stance.name)),
      (
        "citations",
        .array(
          evidence.citations.map { citation in
            let reference = graph[citation.reference]
            return .object([
              ("id", .string(reference.id)), ("basis", .string(citation.basis.name)),
              ("citation", .string(reference.citation)),
            ])
          })
      ),
    ])
  }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
