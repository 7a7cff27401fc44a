import GraphAnalysis
import GraphExport
import GraphModel

/// Parts of a causal diagram as the commands print them.
struct DiagramPrinting {
  let diagram: CausalDiagram
  private var graph: KnowledgeGraph { diagram.graph }

  /// `stress; poor sleep`, or `nothing`.
  func names(_ nodes: [NodeIndex]) -> String {
    nodes.isEmpty ? "nothing" : nodes.map { graph[$0].label.printable }.joined(separator: "; ")
  }

  /// ` given stress`, or nothing.
  func given(_ nodes: [NodeIndex]) -> String { nodes.isEmpty ? "" : " given \(names(nodes))" }

  /// One numbered line for every set.
  func list(_ sets: [[NodeIndex]]) -> String {
    sets.enumerated().map { number, set in
      "\(number + 1). \(names(set))".wrapped(width: Terminal.output.width, indent: "  ") + "\n"
    }.joined()
  }

  /// The arrows of a path in a line, and below it what each rests on.
  func path(_ steps: [PathStep]) -> String {
    guard let first = steps.first else { return "" }
    let way = steps.reduce(graph[first.from].label.printable) { way, step in
      way + (step.isReversed ? " ◀── " : " ──▶ ") + graph[step.to].label.printable
    }
    let width = Terminal.output.width
    let printing = EvidencePrinting(graph: graph, about: steps.map(\.edge.index))
    return way.wrapped(width: width, indent: "  ") + "\n"
      + steps.map { step in
        let certainty = step.edge.certainty?.name ?? "certainty not stated"
        return "\(step.edge.wording.printable) (\(certainty))"
          .wrapped(width: width, indent: "    ") + "\n"
          + printing.against(step.edge, indent: "      ", terminal: .output)
      }.joined()
  }

  /// What the answer rests on.
  var basis: String {
    let count = diagram.arrowCount
    let weak = weakArrowCount
    let firmness =
      weak == 0 ? "" : " (\(weak) of \(count == 1 ? "it" : "them") only possible or speculative)"
    var text =
      "This takes \(count) causal \(count == 1 ? "statement" : "statements")\(firmness) as arrows, "
      + "and holds where they are all true and nothing else brings about two of the concepts."
    let disputed = disputedArrowCount
    if disputed > 0 {
      text +=
        " \(disputed) of the arrows \(disputed == 1 ? "is" : "are") disputed: another statement denies "
        + "\(disputed == 1 ? "it" : "them") or says the opposite."
    }
    let associations = associationCount
    if associations > 0 {
      text +=
        " \(associations) \(associations == 1 ? "association is" : "associations are") no arrows: "
        + "what they say goes together may depend on one another all the same."
    }
    return Terminal.output.styled(text.wrapped(width: Terminal.output.width, indent: ""), .dim)
      + "\n"
  }

  private var weakArrowCount: Int {
    diagram.arrowEdges.count { edge in
      graph[edge].certainty.map { $0 < .probable } ?? false
    }
  }

  private var disputedArrowCount: Int {
    let disagreements = Disagreements(graph, about: diagram.arrowEdges)
    return diagram.arrowEdges.count { disagreements.isDisputed($0) }
  }

  private var associationCount: Int {
    graph.edges.count { !$0.isNegated && $0.directness == .associational }
  }

  // MARK: JSON

  func json(_ node: NodeIndex) -> JSONValue {
    .object([("id", .string(graph[node].id.rawValue)), ("label", .string(graph[node].label))])
  }

  func json(_ nodes: [NodeIndex]) -> JSONValue { .array(nodes.map(json)) }

  func json(_ sets: [[NodeIndex]]) -> JSONValue { .array(sets.map(json)) }

  func json(path steps: [PathStep]) -> JSONValue {
    let printing = EvidencePrinting(graph: graph, about: steps.map(\.edge.index))
    return .array(
      steps.map {
        printing.edge($0.edge, [("reversed", .bool($0.isReversed))])
      })
  }

  var jsonBasis: JSONValue {
    .object([
      ("arrows", .int(diagram.arrowCount)), ("weak_arrows", .int(weakArrowCount)),
      ("disputed_arrows", .int(disputedArrowCount)),
      ("associations_left_out", .int(associationCount)),
    ])
  }

  // MARK: Table

  /// One row for every concept of every set; an empty set is a row without a concept.
  func table(_ sets: [[NodeIndex]]) -> TextTable {
    var table = TextTable([("set", .right), ("id", .left), ("label", .left)])
    for (number, set) in sets.enumerated() {
      if set.isEmpty { table.add(["\(number + 1)", "", ""]) }
      for node in set {
        table.add(["\(number + 1)", graph[node].id.rawValue, graph[node].label])
      }
    }
    return table
  }
}
