import ArgumentParser
import GraphExport
import GraphModel

/// `etiograph describe`: everything that is known of a node.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Tell everything that the graph knows of a concept, in sentences.",
    discussion: """
      Every statement comes with its certainty, its sentence and its citations.

        etiograph describe "Irritable bowel syndrome"
        etiograph describe IBS --output-format json
      """)

  @Argument(help: "A label, synonym, abbreviation, CURIE or IRI.")
  var concept: String

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let graph = try self.graph.load()
    let node = try ConceptNames(graph).node(named: concept)
    let edges = graph.edges.filter {
      $0.subjectIndex == node.index || $0.objectIndex == node.index
    }
    switch output.format {
    case .text: Answer.write(text(node, edges))
    case .json: Answer.write(json: json(node, edges))
    case .tsv:
      var table = TextTable([
        ("subject", .left), ("predicate", .left), ("object", .left), ("certainty", .left),
        ("negated", .left), ("score", .right), ("quotes", .left), ("contradicted by", .left),
      ])
      let printing = EvidencePrinting(graph: graph, about: edges.map(\.index))
      for edge in edges {
        table.add([
          edge.subject.id.rawValue, edge.predicate.curie, edge.object.id.rawValue,
          edge.certainty?.name ?? "", edge.isNegated ? "true" : "false",
          Answer.number(edge.score), edge.evidence.map(\.quote).joined(separator: " | "),
          printing.opponents(of: edge).joined(separator: " | "),
        ])
      }
      Answer.write(table, as: .tsv)
    }
  }

  private func text(_ node: Node, _ edges: [Edge]) -> String {
    let terminal = Terminal.output
    let printing = EvidencePrinting(graph: node.graph, about: edges.map(\.index))
    var text = terminal.styled(node.label.printable, .bold) + "  \(node.id)\n"
    func fact(_ name: String, _ values: [String]) {
      if values.isEmpty { return }
      text +=
        "\(name): \(values.joined(separator: ", "))"
        .wrapped(width: terminal.width, indent: "  ") + "\n"
    }
    fact("what it is", node.categories.map(\.phrase))
    fact("its part in the documents", [node.role?.name].compactMap { $0 })
    fact("also called", node.abbreviations + node.synonyms)
    fact("definition", [node.description].compactMap { $0 })
    fact("the same as", node.exactMatches)
    fact("close to", node.closeMatches)
    fact("address", [node.iri].compactMap { $0 })
    for attribute in node.attributes { fact(attribute.key, [attribute.value]) }
    if edges.isEmpty { text += "\nNothing is said of it.\n" }
    for edge in edges {
      let certainty = edge.certainty?.name ?? "certainty not stated"
      text +=
        "\n\(edge.wording.printable).  "
        + terminal.styled("\(certainty), score \(Answer.number(edge.score, decimals: 3))", .dim)
        + "\n"
      for piece in edge.evidence {
        text += printing.text(piece, indent: "    ", terminal: terminal)
      }
      text += printing.against(edge, indent: "    ", terminal: terminal)
    }
    return text
  }

  private func json(_ node: Node, _ edges: [Edge]) -> JSONValue {
    let printing = EvidencePrinting(graph: node.graph, about: edges.map(\.index))
    func strings(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }
    return .object([
      ("id", .string(node.id.rawValue)),
      ("iri", node.iri.map { .string($0) } ?? .null),
      ("label", .string(node.label)),
      ("categories", strings(node.categories.map(\.curie))),
      ("role", node.role.map { .string($0.name) } ?? .null),
      ("synonyms", strings(node.synonyms)),
      ("abbreviations", strings(node.abbreviations)),
      ("description", node.description.map { .string($0) } ?? .null),
      ("exact_matches", strings(node.exactMatches)),
      ("close_matches", strings(node.closeMatches)),
      (
        "attributes", .object(node.attributes.map { ($0.key, .string($0.value)) })
      ),
      ("edges", .array(edges.map { printing.edge($0) })),
    ])
  }
}

extension EvidencePrinting {
  /// An edge as JSON, with the fields that every command's contract shares.
  func edge(_ edge: Edge, _ more: [(String, JSONValue)] = []) -> JSONValue {
    .object(
      [
        ("id", .string(edge.id.rawValue)),
        ("subject", .string(edge.subject.id.rawValue)),
        ("predicate", .string(edge.predicate.curie)),
        ("object", .string(edge.object.id.rawValue)),
        ("negated", .bool(edge.isNegated)),
        ("directness", .string(edge.directness.name)),
        ("polarity", .string(edge.polarity.name)),
        ("certainty", edge.certainty.map { .string($0.name) } ?? .null),
        ("score", .double(edge.score)),
        ("wording", .string(edge.wording)),
      ] + more + [
        ("evidence", json(edge)),
        ("contradicted_by", .array(opponents(of: edge).map { .string($0) })),
      ])
  }
}
