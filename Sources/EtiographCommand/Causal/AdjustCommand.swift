public import ArgumentParser
public import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph causal adjust`: what to adjust for.
struct AdjustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: "Show what to adjust for, to estimate an effect from data.",
    discussion: """
      Lists the minimal sufficient adjustment sets: each closes every path by which cause and \
      outcome vary together without the one acting on the other, and none of its concepts can be \
      left out. For the total effect by the adjustment criterion, for the direct effect by the \
      single-door criterion, as DAGitty does. Ends with 1 where no adjustment suffices.

        etiograph causal adjust stress depression
        etiograph causal adjust stress depression --effect direct --unobserved diet
      """)

  @Argument(help: "The cause whose effect is to be estimated.") var cause: String
  @Argument(help: "What it may have an effect on.") var outcome: String
  @OptionGroup var options: DiagramOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Adjusted for in any case (repeatable).", valueName: "concept"))
  var given: [String] = []

  @Option(help: "The effect along all ways, or by the arrow alone.")
  var effect = AdjustmentQuery.Effect.total

  @Option(help: ArgumentHelp("How many sets to list.", valueName: "number"))
  var limit = 10

  func run() throws {
    let question = try options.question([cause, outcome] + given)
    let nodes = question.nodes
    let query = AdjustmentQuery(
      of: nodes[0].index, on: nodes[1].index, given: nodes[2...].map(\.index), effect: effect,
      limit: limit)
    let report = try question.ask { diagram throws(CausalError) in
      try diagram.adjustment(query)
    }
    let printing = DiagramPrinting(diagram: report.diagram)
    switch output.format {
    case .text: Answer.write(text(report, printing, nodes))
    case .json: Answer.write(json: json(report, printing))
    case .tsv: Answer.write(printing.table(report.sets), as: .tsv)
    }
    if report.sets.isEmpty { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func text(
    _ report: AdjustmentReport, _ printing: DiagramPrinting, _ nodes: [Node]
  ) -> String {
    let (cause, outcome) = (nodes[0].label.printable, nodes[1].label.printable)
    let effect = "\(report.query.effect.rawValue) effect of \(cause) on \(outcome)"
    var text = ""
    if !report.hasEffect {
      text += "No causal statements lead from the one to the other: the diagram has no \(effect).\n"
    }
    if !report.wronglyGiven.isEmpty {
      text +=
        "With \(printing.names(report.wronglyGiven)) adjusted for, no set gives the \(effect): "
        + "it lies on the way of the effect or follows from it.\n"
    } else if let path = report.openPath {
      text += "No adjustment gives the \(effect); this path stays open:\n"
      text += printing.path(path)
    } else if report.sets == [[]], report.query.given.isEmpty {
      text += "For the \(effect), nothing has to be adjusted for.\n"
    } else {
      let more = report.isTruncated ? " (there are more; raise --limit to see them)" : ""
      let besides =
        report.query.given.isEmpty ? "" : ", besides \(printing.names(report.query.given)),"
      text += Terminal.output.styled(
        "For the \(effect), adjust\(besides) for one of", .bold)
      text += "\(more)\n" + printing.list(report.sets)
    }
    if !report.forbidden.isEmpty {
      text += "Not to be adjusted for: \(printing.names(report.forbidden)).\n"
        .wrapped(width: Terminal.output.width, indent: "")
    }
    return text + printing.basis
  }

  private func json(_ report: AdjustmentReport, _ printing: DiagramPrinting) -> JSONValue {
    .object([
      ("cause", printing.json(report.query.cause)),
      ("outcome", printing.json(report.query.outcome)),
      ("effect", .string(report.query.effect.rawValue)),
      ("given", printing.json(report.query.given)),
      ("has_effect", .bool(report.hasEffect)),
      ("sets", printing.json(report.sets)),
      ("truncated", .bool(report.isTruncated)),
      ("forbidden", printing.json(report.forbidden)),
      ("wrongly_given", printing.json(report.wronglyGiven)),
      ("open_path", report.openPath.map(printing.json(path:)) ?? .null),
      ("diagram", printing.jsonBasis),
    ])
  }
}

extension AdjustmentQuery.Effect: ExpressibleByArgument {}
