import GraphAnalysis
import GraphExport
import GraphModel

/// A report on paths as text, JSON and a table.
struct PathPrinter {
  private let answer: PathAnswer
  private let evidence: EvidencePrinting
  private var graph: KnowledgeGraph { answer.graph }

  init(_ answer: PathAnswer) {
    self.answer = answer
    evidence = EvidencePrinting(
      graph: answer.graph, about: answer.paths.flatMap { $0.steps.map(\.edge.index) })
  }

  // MARK: Text

  func text(for terminal: Terminal) -> String {
    let ends = "from \(answer.ends.from.shortened) to \(answer.ends.to.shortened)".printable
    if let absence = answer.absence {
      return "\(answer.isStopped ? "No path was found" : "No path") \(ends): \(absence).\n"
    }
    let count = answer.paths.count
    var text = terminal.styled("\(count) \(count == 1 ? "path" : "paths") \(ends)", .bold)
    if answer.identifiers == nil { text += ", the best of each pair" }
    text += remark + "\n"
    if !answer.paths.contains(where: { $0.pathClass == .causal }) {
      text += "No causal path; these rest on associations at least in part.\n"
    }
    for (number, path) in answer.paths.enumerated() {
      text += "\n" + summary(number + 1, path, terminal)
      for step in path.steps { text += hop(step, terminal) }
    }
    return text
  }

  private var remark: String {
    if answer.isStopped { return " (found until the time limit)" }
    return answer.isTruncated ? " (there may be more; raise --limit to see them)" : ""
  }

  /// `1. mixed, 2 hops, score 0.81, weakest hop 0.90; direction of change not stated`
  private func summary(_ number: Int, _ path: GraphPath, _ terminal: Terminal) -> String {
    let style: Terminal.Style =
      switch path.pathClass {
      case .causal: .green
      case .mixed: .yellow
      case .associational: .blue
      }
    let hops = "\(path.length) \(path.length == 1 ? "hop" : "hops")"
    let direction =
      switch path.sign {
      case .increases: "more of the first goes with more of the last"
      case .decreases: "more of the first goes with less of the last"
      case .unknown: "direction of change not stated"
      }
    let disputed = path.steps.count { evidence.isDisputed($0.edge) }
    let dispute =
      disputed == 0
      ? ""
      : terminal.styled(
        "; \(disputed == 1 ? "1 hop is" : "\(disputed) hops are") disputed", .yellow)
    return "\(number). " + terminal.styled(path.pathClass.name, style)
      + ", \(hops), score \(Answer.number(path.score, decimals: 3)), weakest hop "
      + "\(Answer.number(path.weakest.score, decimals: 3)); \(direction)\(dispute)\n"
  }

  private func hop(_ step: PathStep, _ terminal: Terminal) -> String {
    let edge = step.edge
    let arrow =
      switch (edge.directness, step.isReversed) {
      case (.causal, _): "──▶"
      case (.associational, false): "───"
      case (.associational, true) where edge.predicate.isSymmetric: "───"
      case (.associational, true): "◀──"
      case (.hierarchical, false): "──▷"
      case (.hierarchical, true): "◁──"
      }
    let from = graph[step.from].label.shortened.printable
    let to = graph[step.to].label.shortened.printable
    let walked =
      step.isReversed && !edge.predicate.isSymmetric ? ", walked against its direction" : ""
    let certainty = edge.certainty?.name ?? "certainty not stated"
    return "   " + terminal.styled("\(from) \(arrow) \(to)", .bold) + "\n"
      + "     \(edge.wording.printable)  "
      + terminal.styled(
        "\(edge.directness.name), \(certainty), \(Answer.number(step.score, decimals: 3))\(walked)",
        .dim) + "\n"
      + edge.evidence.map { evidence.text($0, indent: "       ", terminal: terminal) }.joined()
      + evidence.against(edge, indent: "       ", terminal: terminal)
  }

  // MARK: JSON

  var json: JSONValue {
    var fields: [(String, JSONValue)] = [
      ("from", .string(answer.identifiers?.from.rawValue ?? answer.ends.from)),
      ("to", .string(answer.identifiers?.to.rawValue ?? answer.ends.to)),
      ("paths", .array(answer.paths.map(json))),
      ("truncated", .bool(answer.isTruncated)),
    ]
    if answer.isStopped { fields.append(("stopped", .bool(true))) }
    if let absence = answer.absence { fields.append(("absence", .string(absence))) }
    return .object(fields)
  }

  private func json(_ path: GraphPath) -> JSONValue {
    .object([
      ("class", .string(path.pathClass.name)),
      ("score", .double(path.score)),
      ("weakest", .double(path.weakest.score)),
      ("sign", .string(path.sign.name)),
      (
        "nodes",
        .array(
          path.nodes.map { index in
            let node = graph[index]
            return .object([("id", .string(node.id.rawValue)), ("label", .string(node.label))])
          })
      ),
      (
        "edges",
        .array(path.steps.map { evidence.edge($0.edge, [("reversed", .bool($0.isReversed))]) })
      ),
    ])
  }

  // MARK: Table

  /// One row a hop.
  var table: TextTable {
    var table = TextTable([
      ("path", .right), ("hop", .right), ("class", .left), ("path score", .right), ("from", .left),
      ("to", .left), ("subject", .left), ("predicate", .left), ("object", .left),
      ("reversed", .left), ("certainty", .left), ("score", .right), ("quotes", .left),
      ("contradicted by", .left),
    ])
    for (number, path) in answer.paths.enumerated() {
      for (position, step) in path.steps.enumerated() {
        table.add([
          "\(number + 1)", "\(position + 1)", path.pathClass.name, Answer.number(path.score),
          graph[step.from].label, graph[step.to].label,
          step.edge.subject.id.rawValue, step.edge.predicate.curie,
          step.edge.object.id.rawValue, step.isReversed ? "true" : "false",
          step.edge.certainty?.name ?? "", Answer.number(step.score),
          step.edge.evidence.map(\.quote).joined(separator: " | "),
          evidence.opponents(of: step.edge).joined(separator: " | "),
        ])
      }
    }
    return table
  }
}
