import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph pattern`: the paths that follow a row of categories and predicates.
struct PatternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pattern",
    abstract: "Show the paths that follow a pattern of categories and predicates.",
    discussion: """
      A pattern is a category, a predicate, a category and so on, with * for any. Edges are walked by \
      the rules of 'etiograph paths'; the strongest paths come first. Ends with 1 where there is none.

        etiograph pattern "Food contributes_to * associated_with Disease"
        etiograph pattern "* causes *" --from Stress --limit 20
      """)

  @Argument(help: "The pattern.")
  var pattern: String

  @OptionGroup var graph: GraphOptions
  @OptionGroup var time: TimeLimitOption
  @OptionGroup var output: OutputOptions

  @Option(
    name: .customLong("from"), parsing: .singleValue,
    help: ArgumentHelp("Where a path may start (repeatable).", valueName: "concept"))
  var starts: [String] = []

  @Option(
    name: .customLong("to"), parsing: .singleValue,
    help: ArgumentHelp("Where a path may end (repeatable).", valueName: "concept"))
  var ends: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Do not pass this concept (repeatable).", valueName: "concept"))
  var avoid: [String] = []

  @Option(help: ArgumentHelp("Only statements at least this certain.", valueName: "certainty"))
  var minCertainty: Certainty?

  @Option(help: ArgumentHelp("How many paths to show.", valueName: "number"))
  var limit = 10

  func validate() throws {
    if PathPattern(pattern) == nil {
      throw ValidationError(
        "a pattern is CATEGORY PREDICATE CATEGORY …, such as \"Food contributes_to Disease\"")
    }
  }

  func run() throws {
    guard let pattern = PathPattern(pattern) else { return }
    time.begin()
    let graph = try self.graph.load()
    let names = ConceptNames(graph)
    func nodes(_ texts: [String]) throws(CommandFailure) -> Set<NodeIndex> {
      Set(try names.nodes(named: texts).map(\.index))
    }
    let query = PatternQuery(
      pattern, from: try nodes(starts), to: try nodes(ends), avoid: try nodes(avoid),
      filter: EdgeFilter(minimumCertainty: minCertainty), limit: limit)
    let report = try Attendance.shared.ask(graph) { work throws(PathError) in
      try AdjacencyIndex(graph).paths(following: query, work: work)
    }
    print(report)
    if report.isStopped {
      try Answer.stop("these paths were found by then; there may be more")
    }
    if report.paths.isEmpty { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func print(_ report: PatternReport) {
    let evidence = EvidencePrinting(
      graph: report.graph, about: report.paths.flatMap { $0.steps.map(\.edge.index) })
    switch output.format {
    case .json:
      let paths = report.paths.map { path in
        JSONValue.object([
          ("class", .string(path.pathClass.name)), ("score", .double(path.score)),
          ("nodes", .array(path.nodes.map { concept(report.graph[$0]) })),
          (
            "edges",
            .array(
              path.steps.map { evidence.edge($0.edge, [("reversed", .bool($0.isReversed))]) })
          ),
        ])
      }
      Answer.write(
        json: .object(
          [("paths", .array(paths)), ("truncated", .bool(report.isTruncated))]
            + (report.isStopped ? [("stopped", .bool(true))] : [])))
    case .tsv:
      var table = TextTable([
        ("path", .right), ("class", .left), ("score", .right), ("hop", .right), ("subject", .left),
        ("predicate", .left), ("object", .left), ("reversed", .left), ("contradicted by", .left),
      ])
      for (number, path) in report.paths.enumerated() {
        for (hop, step) in path.steps.enumerated() {
          table.add([
            "\(number + 1)", path.pathClass.name, Answer.number(path.score), "\(hop + 1)",
            step.edge.subject.id.rawValue, step.edge.predicate.curie,
            step.edge.object.id.rawValue, step.isReversed ? "true" : "false",
            evidence.opponents(of: step.edge).joined(separator: " | "),
          ])
        }
      }
      Answer.write(table, as: .tsv)
    case .text: Answer.write(text(report, evidence))
    }
  }

  private func concept(_ node: Node) -> JSONValue {
    .object([("id", .string(node.id.rawValue)), ("label", .string(node.label))])
  }

  private func text(_ report: PatternReport, _ evidence: EvidencePrinting) -> String {
    guard !report.paths.isEmpty else {
      return report.isTruncated
        ? "The search was given up before it found a path.\n" : "No path follows this pattern.\n"
    }
    let count = report.paths.count
    var text = Terminal.output.styled("\(count) \(count == 1 ? "path" : "paths")", .bold)
    text += report.isTruncated ? " (there are more; raise --limit to see them)\n" : "\n"
    for (number, path) in report.paths.enumerated() {
      let score = Answer.number(path.score, decimals: 3)
      text += "\n\(number + 1). \(path.pathClass.name), score \(score)\n"
      for step in path.steps {
        let reversed =
          step.isReversed && !step.edge.predicate.isSymmetric
          ? ", walked against its direction" : ""
        let facts =
          "\(step.edge.directness.name), \(step.edge.certainty?.name ?? "certainty not stated"), "
          + "\(Answer.number(step.score, decimals: 3))\(reversed)"
        text += "   \(step.edge.wording.printable)  \(facts)\n"
        for piece in step.edge.evidence {
          text += evidence.text(piece, indent: "     ", terminal: .output)
        }
        text += evidence.against(step.edge, indent: "     ", terminal: .output)
      }
    }
    return text
  }
}
