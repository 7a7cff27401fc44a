import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph block`: what would have to be blocked so that one concept no longer leads to another.
struct BlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block",
    abstract: "Show the fewest concepts that would have to be blocked between two others.",
    discussion: """
      Where there is no one chokepoint, several concepts together may be one: with all of them left \
      out, no path is left. Statements that lead from the first concept to the last at once pass \
      nothing that could be blocked; they are listed apart. Edges are walked by the rules of \
      'etiograph paths'. It says what the graph says, and no more: a way that no document tells of is \
      not blocked. Ends with 1 where there is no path at all.

        etiograph block Stress IBD --direction causal
      """)

  @OptionGroup var ends: PathEnds
  @OptionGroup var graph: GraphOptions
  @OptionGroup var walk: WalkOptions
  @OptionGroup var time: TimeLimitOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if walk.maxHops != nil { throw ValidationError("--max-hops has no meaning for 'block'") }
  }

  func run() throws {
    time.begin()
    let graph = try self.graph.load()
    let question = try BetweenQuestion(ends, walk, in: graph)
    let report = try Attendance.shared.ask(graph) { _ throws(PathError) in
      try AdjacencyIndex(graph).minimumCut(question.query)
    }
    print(report, from: question.from, to: question.to)
    if !report.isConnected { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func print(_ report: CutReport, from: Node, to: Node) {
    let graph = report.graph
    let nodes = report.nodes.map { graph[$0] }
    switch output.format {
    case .json:
      let concepts = nodes.map { node in
        JSONValue.object([("id", .string(node.id.rawValue)), ("label", .string(node.label))])
      }
      let printing = EvidencePrinting(graph: graph, about: report.directSteps.map(\.edge.index))
      let direct = report.directSteps.map {
        printing.edge($0.edge, [("reversed", .bool($0.isReversed))])
      }
      Answer.write(
        json: .object([
          ("from", .string(from.id.rawValue)), ("to", .string(to.id.rawValue)),
          ("connected", .bool(report.isConnected)), ("nodes", .array(concepts)),
          ("direct", .array(direct)),
        ]))
    case .tsv:
      var table = TextTable([("kind", .left), ("id", .left), ("label", .left)])
      for node in nodes { table.add(["node", node.id.rawValue, node.label]) }
      for step in report.directSteps {
        table.add(["direct", step.edge.id.rawValue, step.edge.wording])
      }
      Answer.write(table, as: .tsv)
    case .text:
      let ends = "from \(from.label) to \(to.label)".printable
      if let absence = report.absence {
        return Answer.write("No path \(ends): \(absence.explanation).\n")
      }
      if !nodes.isEmpty {
        let what = nodes.count == 1 ? "this concept" : "one of these \(nodes.count) concepts"
        let title = "Every way \(ends) by way of others passes \(what)"
        Answer.write(Terminal.output.styled(title, .bold) + "\n")
        for node in nodes { Answer.write("  \(node.label.printable)  (\(node.id))\n") }
      }
      if !report.directSteps.isEmpty {
        let printing = EvidencePrinting(graph: graph, about: report.directSteps.map(\.edge.index))
        Answer.write(Terminal.output.styled("No concept stands between in", .bold) + "\n")
        for step in report.directSteps {
          Answer.write("  the statement: \(step.edge.wording.printable)\n")
          Answer.write(printing.against(step.edge, indent: "    ", terminal: .output))
        }
      }
    }
  }
}
