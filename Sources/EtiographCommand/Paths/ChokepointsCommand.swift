import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph chokepoints`: what every path from one concept to another passes.
struct ChokepointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chokepoints",
    abstract: "Show what every path from one concept to another passes.",
    discussion: """
      Take a chokepoint away, and no path is left. Edges are walked by the rules of 'etiograph \
      paths'. Ends with 1 where there is no path at all.

        etiograph chokepoints "refined sugars" depression
      """)

  @OptionGroup var ends: PathEnds
  @OptionGroup var graph: GraphOptions
  @OptionGroup var walk: WalkOptions
  @OptionGroup var time: TimeLimitOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    time.begin()
    let graph = try self.graph.load()
    let question = try BetweenQuestion(ends, walk, in: graph)
    let report = try Attendance.shared.ask(graph) { _ throws(PathError) in
      try AdjacencyIndex(graph).chokepoints(question.query)
    }
    print(report, from: question.from, to: question.to)
    if !report.isConnected { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func print(_ report: ChokepointReport, from: Node, to: Node) {
    let graph = report.graph
    let nodes = report.nodes.map { graph[$0] }
    switch output.format {
    case .json:
      let printing = EvidencePrinting(graph: graph, about: report.steps.map(\.edge.index))
      Answer.write(
        json: .object([
          ("from", .string(from.id.rawValue)), ("to", .string(to.id.rawValue)),
          ("connected", .bool(report.isConnected)),
          (
            "nodes",
            .array(
              nodes.map {
                .object([("id", .string($0.id.rawValue)), ("label", .string($0.label))])
              })
          ),
          (
            "edges",
            .array(
              report.steps.map {
                printing.edge($0.edge, [("reversed", .bool($0.isReversed))])
              })
          ),
        ]))
    case .tsv:
      var table = TextTable([("kind", .left), ("id", .left), ("label", .left)])
      for node in nodes { table.add(["node", node.id.rawValue, node.label]) }
      for step in report.steps { table.add(["edge", step.edge.id.rawValue, step.edge.wording]) }
      Answer.write(table, as: .tsv)
    case .text:
      let ends = "from \(from.label.shortened) to \(to.label.shortened)".printable
      if let absence = report.absence {
        Answer.write("No path \(ends): \(absence.explanation).\n")
        return
      }
      if nodes.isEmpty && report.steps.isEmpty {
        Answer.write("No chokepoint: the paths \(ends) share nothing between their ends.\n")
        return
      }
      Answer.write(Terminal.output.styled("Every path \(ends) passes", .bold) + "\n")
      for node in nodes { Answer.write("  \(node.label.printable)  (\(node.id))\n") }
      let printing = EvidencePrinting(graph: graph, about: report.steps.map(\.edge.index))
      for step in report.steps {
        Answer.write("  the statement: \(step.edge.wording.printable)\n")
        Answer.write(printing.against(step.edge, indent: "    ", terminal: .output))
      }
    }
  }
}
