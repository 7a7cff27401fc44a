import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph causal`: what has to be held fixed to learn the effect of one concept on another.
struct CausalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causal",
    abstract:
      "Show what a study would have to adjust for to learn the effect of one concept on another.",
    discussion: """
      Reads the causal statements, and no others, as a causal diagram and lists its minimal \
      sufficient adjustment sets, as DAGitty does, its mediators and its instruments. The answer \
      holds for the graph: a common cause that no document tells of is in no set. Where the causal \
      statements go round in a circle there is no answer, and the circle is named; --min-certainty and \
      --predicate leave statements out. Ends with 1 where no set is sufficient.

        etiograph causal Stress IBD
        etiograph causal smoking "lung cancer" --unobserved genotype
      """)

  @OptionGroup var ends: PathEnds
  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("A concept that cannot be measured (repeatable).", valueName: "concept"))
  var unobserved: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Only statements with this predicate (repeatable).", valueName: "predicate"))
  var predicate: [String] = []

  @Option(help: ArgumentHelp("Only statements at least this certain.", valueName: "certainty"))
  var minCertainty: Certainty?

  @Option(help: ArgumentHelp("How many sets to list.", valueName: "number"))
  var limit = 20

  func run() throws {
    let graph = try self.graph.load()
    let nodes = try ConceptNames(graph).nodes(named: [ends.from, ends.to] + unobserved)
    let filter = EdgeFilter(
      predicates: predicate.isEmpty ? nil : Set(predicate.map { Predicate($0) }),
      minimumCertainty: minCertainty, directness: [.causal])
    let query = CausalQuery(
      exposure: nodes[0].index, outcome: nodes[1].index,
      unobserved: Set(nodes[2...].map(\.index)), limit: limit)
    let report: CausalReport
    do throws(CausalError) {
      report = try CausalDiagram(AdjacencyIndex(graph, filter: filter)).effect(query)
    } catch {
      throw CommandFailure(error.message(in: graph))
    }
    print(report, of: graph)
    if report.adjustmentSets.isEmpty { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func print(_ report: CausalReport, of graph: KnowledgeGraph) {
    switch output.format {
    case .json: Answer.write(json: json(report, graph))
    case .tsv:
      var table = TextTable([("kind", .left), ("number", .right), ("id", .left), ("label", .left)])
      func add(_ kind: String, _ number: Int, _ node: NodeIndex) {
        table.add([kind, "\(number)", graph[node].id.rawValue, graph[node].label])
      }
      for (number, set) in report.adjustmentSets.enumerated() {
        for node in set { add("adjustment", number + 1, node) }
        if set.isEmpty { table.add(["adjustment", "\(number + 1)", "", ""]) }
      }
      for node in report.mediators { add("mediator", 1, node) }
      for (number, instrument) in report.instruments.enumerated() {
        add("instrument", number + 1, instrument.node)
        for node in instrument.given { add("given", number + 1, node) }
      }
      Answer.write(table, as: .tsv)
    case .text: Answer.write(text(report, graph))
    }
  }

  private func json(_ report: CausalReport, _ graph: KnowledgeGraph) -> JSONValue {
    func concept(_ node: NodeIndex) -> JSONValue {
      .object([("id", .string(graph[node].id.rawValue)), ("label", .string(graph[node].label))])
    }
    return .object([
      ("exposure", .string(graph[report.query.exposure].id.rawValue)),
      ("outcome", .string(graph[report.query.outcome].id.rawValue)),
      ("causal_path", .bool(report.hasCausalPath)),
      ("adjustment_sets", .array(report.adjustmentSets.map { .array($0.map(concept)) })),
      ("complete", .bool(report.isComplete)),
      ("mediators", .array(report.mediators.map(concept))),
      (
        "instruments",
        .array(
          report.instruments.map {
            .object([("instrument", concept($0.node)), ("given", .array($0.given.map(concept)))])
          })
      ),
    ])
  }

  private func text(_ report: CausalReport, _ graph: KnowledgeGraph) -> String {
    func names(_ nodes: [NodeIndex]) -> String {
      nodes.map { graph[$0].label.printable }.joined(separator: "; ")
    }
    let ends =
      "\(graph[report.query.exposure].label) on \(graph[report.query.outcome].label)".printable
    var text = ""
    func title(_ line: String) { text += Terminal.output.styled(line, .bold) + "\n" }
    if !report.hasCausalPath {
      text += "The graph has no causal path for an effect of \(ends).\n"
    }
    if report.adjustmentSets.isEmpty {
      title("No set of concepts suffices to learn the effect of \(ends)")
    } else if report.adjustmentSets == [[]] {
      title("By this graph, nothing has to be adjusted for to learn the effect of \(ends)")
    } else {
      let more = report.isComplete ? "" : " (there are more; raise --limit to see them)"
      title("Any one of these suffices, by this graph, to learn the effect of \(ends)\(more)")
      for set in report.adjustmentSets { text += "  \(set.isEmpty ? "nothing" : names(set))\n" }
    }
    if !report.mediators.isEmpty {
      title("On the causal paths, and not to be adjusted for")
      text += "  \(names(report.mediators))\n"
    }
    if !report.instruments.isEmpty {
      title("Instruments")
      for instrument in report.instruments {
        let given = instrument.given.isEmpty ? "" : ", given \(names(instrument.given))"
        text += "  \(names([instrument.node]))\(given)\n"
      }
    }
    return text
      + "Causal statements only; a common cause that no document tells of would change the answer.\n"
  }
}
