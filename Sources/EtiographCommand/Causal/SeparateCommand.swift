import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph causal separate`: whether the diagram makes two concepts depend on one another.
struct SeparateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "separate",
    abstract: "Show whether the diagram makes two concepts depend on one another.",
    discussion: """
      Two concepts are d-separated where no path carries dependence: every path passes a known \
      concept, or a meeting of two arrows of which nothing is known. Where they are not, shows \
      such a path and what would have to be known. Ends with 1 where they are not separated.

        etiograph causal separate stress "joint pain" --given "intestinal permeability"
      """)

  @Argument(help: "One concept.") var first: String
  @Argument(help: "The other concept.") var second: String
  @OptionGroup var options: DiagramOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("What is known (repeatable).", valueName: "concept"))
  var given: [String] = []

  @Option(help: ArgumentHelp("How many separating sets to list.", valueName: "number"))
  var limit = 10

  func run() throws {
    let question = try options.question([first, second] + given)
    let nodes = question.nodes
    let query = SeparationQuery(
      from: nodes[0].index, to: nodes[1].index, given: nodes[2...].map(\.index), limit: limit)
    let report = try question.ask { diagram throws(CausalError) in
      try diagram.separation(query)
    }
    let printing = DiagramPrinting(diagram: report.diagram)
    switch output.format {
    case .text: Answer.write(text(report, printing, nodes))
    case .json: Answer.write(json: json(report, printing))
    case .tsv: Answer.write(printing.table(report.separators), as: .tsv)
    }
    if !report.isSeparated { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func text(
    _ report: SeparationReport, _ printing: DiagramPrinting, _ nodes: [Node]
  ) -> String {
    let pair = "\(nodes[0].label.printable) and \(nodes[1].label.printable)"
    let given = printing.given(report.query.given)
    guard let path = report.openPath else {
      return Terminal.output.styled(
        "In the diagram, nothing makes \(pair) depend on one another\(given).", .bold) + "\n"
        + printing.basis
    }
    var text =
      Terminal.output.styled("In the diagram, \(pair) may depend on one another\(given):", .bold)
      + "\n"
    text += printing.path(path)
    if !report.openedColliders.isEmpty {
      text += "  Open because of what is known at \(printing.names(report.openedColliders)).\n"
    }
    if report.separators.isEmpty {
      text += "Nothing that can be observed separates them.\n"
    } else {
      let more = report.isTruncated ? " (there are more; raise --limit to see them)" : ""
      let also = report.query.given.isEmpty ? "" : "besides "
      text += "What separates them, \(also)if known\(more):\n" + printing.list(report.separators)
    }
    return text + printing.basis
  }

  private func json(_ report: SeparationReport, _ printing: DiagramPrinting) -> JSONValue {
    .object([
      ("from", printing.json(report.query.from)),
      ("to", printing.json(report.query.to)),
      ("given", printing.json(report.query.given)),
      ("separated", .bool(report.isSeparated)),
      ("open_path", report.openPath.map(printing.json(path:)) ?? .null),
      ("opened_colliders", printing.json(report.openedColliders)),
      ("separators", printing.json(report.separators)),
      ("truncated", .bool(report.isTruncated)),
      ("diagram", printing.jsonBasis),
    ])
  }
}
