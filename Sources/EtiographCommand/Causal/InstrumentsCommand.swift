import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph causal instruments`: what can serve as an instrument.
struct InstrumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instruments",
    abstract: "Show the instrumental variables for an effect.",
    discussion: """
      An instrument varies with the cause, and with the outcome only by way of the cause, once what \
      stands behind "given" is conditioned on. Conditional instruments are found as DAGitty finds \
      them; the effect that they give presumes linear relations. Ends with 1 where there is none.

        etiograph causal instruments stress depression --unobserved diet
      """)

  @Argument(help: "The cause whose effect is to be estimated.") var cause: String
  @Argument(help: "What it may have an effect on.") var outcome: String
  @OptionGroup var options: DiagramOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let question = try options.question([cause, outcome])
    let nodes = question.nodes
    let query = InstrumentQuery(of: nodes[0].index, on: nodes[1].index)
    let report = try question.ask { diagram throws(CausalError) in
      try diagram.instruments(query)
    }
    let printing = DiagramPrinting(diagram: report.diagram)
    switch output.format {
    case .text: Answer.write(text(report, printing, nodes))
    case .json: Answer.write(json: json(report, printing))
    case .tsv: Answer.write(table(report), as: .tsv)
    }
    if report.instruments.isEmpty { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func text(
    _ report: InstrumentReport, _ printing: DiagramPrinting, _ nodes: [Node]
  ) -> String {
    let graph = report.diagram.graph
    let effect = "the effect of \(nodes[0].label.printable) on \(nodes[1].label.printable)"
    var text = report.hasEffect ? "" : "The diagram has no path for \(effect).\n"
    if report.instruments.isEmpty {
      text += "Nothing that can be observed is an instrument for \(effect).\n"
    } else {
      let count = report.instruments.count
      text +=
        Terminal.output.styled(
          "\(count) \(count == 1 ? "instrument" : "instruments") for \(effect)", .bold) + "\n"
    }
    for instrument in report.instruments {
      let name = graph[instrument.node].label.printable + printing.given(instrument.given)
      text +=
        "\(name) (\(instrument.kind.phrase))"
        .wrapped(width: Terminal.output.width, indent: "  ") + "\n"
    }
    if !report.undecided.isEmpty {
      text +=
        "Not looked at, since their causes lead back to themselves: "
        + "\(printing.names(report.undecided)).\n"
    }
    return text + printing.basis
  }

  private func json(_ report: InstrumentReport, _ printing: DiagramPrinting) -> JSONValue {
    .object([
      ("cause", printing.json(report.query.cause)),
      ("outcome", printing.json(report.query.outcome)),
      ("has_effect", .bool(report.hasEffect)),
      (
        "instruments",
        .array(
          report.instruments.map {
            .object([
              ("node", printing.json($0.node)), ("given", printing.json($0.given)),
              ("kind", .string($0.kind.rawValue)),
            ])
          })
      ),
      ("undecided", printing.json(report.undecided)),
      ("diagram", printing.jsonBasis),
    ])
  }

  /// One row an instrument; what it is given is separated by `|`.
  private func table(_ report: InstrumentReport) -> TextTable {
    let graph = report.diagram.graph
    var table = TextTable([("id", .left), ("label", .left), ("kind", .left), ("given", .left)])
    for instrument in report.instruments {
      table.add([
        graph[instrument.node].id.rawValue, graph[instrument.node].label,
        instrument.kind.rawValue,
        instrument.given.map { graph[$0].id.rawValue }.joined(separator: "|"),
      ])
    }
    return table
  }
}

extension Instrument.Kind {
  /// Why it varies with the exposure, in words.
  fileprivate var phrase: String {
    switch self {
    case .cause: "leads to the cause"
    case .proxy: "varies with the cause, and does not lead to it"
    case .consequence: "follows from the cause: of no practical use"
    }
  }
}
