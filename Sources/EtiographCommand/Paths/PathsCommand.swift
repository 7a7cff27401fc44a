import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph paths`: how one concept leads to another.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Show how one concept leads to another, with the evidence for every hop.",
    discussion: """
      A path may use causal edges forward, and associations and "is a kind of" edges either way; it \
      says of each hop which it is. A path is causal only where every hop is causal, mixed where \
      some are, else associational. Its score is the product of its hops' scores. Negated \
      statements are never walked. A path that goes up to a group and down to another of its \
      members is left out: sharing a group says nothing of one and the other. Ends with 1 where \
      there is no path.

        etiograph paths Stress "Crohn's disease"
        etiograph paths NSAIDs IBD --direction causal
        etiograph paths "refined sugars" depression --limit 3 --avoid Diet
        etiograph paths Stress IBD --output-format json

      Either end may be 'any' and a part in the documents or a category: any cause, any symptom, any \
      disease, any Food, any concept. Then the best path of each pair is shown, the best pairs \
      first; so it is with several ends (--also-from, --also-to). Where the documents give no parts, \
      any cause is what a causal statement starts from.

        etiograph paths "any cause" "any disease" --direction causal --limit 20
        etiograph paths Stress IBD --also-from NSAIDs --also-to depression
      """)

  @OptionGroup var ends: PathEnds
  @OptionGroup var graph: GraphOptions
  @OptionGroup var walk: WalkOptions
  @OptionGroup var time: TimeLimitOption
  @OptionGroup var output: OutputOptions

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Pass this concept (repeatable, in this order).", valueName: "concept"))
  var via: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Or begin here (repeatable).", valueName: "concept"))
  var alsoFrom: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Or end here (repeatable).", valueName: "concept"))
  var alsoTo: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only paths that say that more of the first goes with more (increases) or less (decreases) of "
        + "the last.",
      discussion: "Every hop must state a direction of change, but for kinds and parts.",
      valueName: "direction"))
  var sign: Direction?

  /// The direction of change that a path may state.
  enum Direction: String, ExpressibleByArgument, CaseIterable {
    case increases, decreases
  }

  @Option(help: ArgumentHelp("How many paths to show.", valueName: "number"))
  var limit: Int?

  @Option(help: "Rank by the evidence of the hops or by their number.")
  var by = PathQuery.Ranking.evidence

  @Option(
    help: ArgumentHelp(
      "Keep paths from winning by way of concepts that much is connected with: 0 for no, 1 for firmly.",
      discussion: "A concept of d statements on the way costs as much as a hop of score d to the "
        + "power of minus this number. The scores that are shown stay those of the evidence.",
      valueName: "number"))
  var hubPenalty = 0.0

  @Flag(help: "All simple paths, up to --limit (1,000 where none is given), not only the best 5.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Draw the graph with the best path brought out, to this file (svg, png or pdf).",
      valueName: "file"), completion: .file())
  var draw: String?

  func run() throws {
    if let draw { try Exporting.checkDrawing(draw) }
    time.begin()
    let graph = try self.graph.load()
    let answer = try answer(in: graph)
    // Before the answer: one that is printed whole was not followed by a failure.
    if let draw, let best = answer.paths.first {
      try Exporting.draw(
        graph,
        highlight: Highlight(
          nodes: Set(best.nodes), edges: Set(best.steps.map(\.edge.index)),
          caption: "Best path from \(graph[best.nodes[0]].label) to "
            + "\(graph[best.nodes[best.length]].label)"),
        to: draw)
    }
    let printer = PathPrinter(answer)
    switch output.format {
    case .text: Answer.write(printer.text(for: .output))
    case .json: Answer.write(json: printer.json)
    case .tsv: Answer.write(printer.table, as: .tsv)
    }
    if let draw, answer.paths.isEmpty { Answer.note("'\(draw)' was not drawn: there is no path") }
    if answer.isStopped {
      try Answer.stop(
        answer.paths.isEmpty
          ? "no path was found by then, which does not say that there is none"
          : "these paths were found by then; there may be more" + (all ? ", also better ones" : ""))
    }
    if answer.paths.isEmpty { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func answer(in graph: KnowledgeGraph) throws -> PathAnswer {
    let names = ConceptNames(graph)
    let (start, end, others) = try concepts(in: graph, names)
    let avoid = Set(others.dropFirst(via.count).map(\.index))
    let filter = try walk.filter(in: graph)
    if start.isSet || end.isSet {
      try checkSets()
      let query = PairQuery(
        from: Set(start.nodes), to: Set(end.nodes), avoid: avoid, filter: filter,
        maxHops: walk.maxHops, limit: limit ?? 5, direction: walk.direction, ranking: by,
        hubPenalty: hubPenalty)
      return try Attendance.shared.ask(graph) { work throws(PathError) in
        try PathAnswer(
          query, between: (start.name, end.name), on: AdjacencyIndex(graph), work)
      }
    }
    let query = PathQuery(
      from: start.nodes[0], to: end.nodes[0], via: others.prefix(via.count).map(\.index),
      avoid: avoid, filter: filter, maxHops: walk.maxHops, limit: limit ?? (all ? 1000 : 5),
      direction: walk.direction, ranking: by, mode: all ? .all : .best, hubPenalty: hubPenalty,
      sign: sign.map { $0 == .increases ? .increases : .decreases })
    return try Attendance.shared.ask(graph) { work throws(PathError) in
      try PathAnswer(query, on: AdjacencyIndex(graph), work)
    }
  }

  /// Both ends, and the concepts to pass and to avoid; every name that names nothing is told at once.
  private func concepts(
    in graph: KnowledgeGraph, _ names: ConceptNames
  ) throws(CommandFailure) -> (start: PathEnd, end: PathEnd, others: [Node]) {
    let ends = EndNames(graph, names)
    var problems: [Diagnostic] = []
    func found<Found>(_ find: () throws(CommandFailure) -> Found) -> Found? {
      do throws(CommandFailure) {
        return try find()
      } catch {
        problems += error.diagnostics
        return nil
      }
    }
    let start = found { () throws(CommandFailure) in
      try ends.end(named: self.ends.from, or: alsoFrom)
    }
    let end = found { () throws(CommandFailure) in
      try ends.end(named: self.ends.to, or: alsoTo)
    }
    let others = found { () throws(CommandFailure) in
      try names.nodes(named: via + walk.avoid)
    }
    guard let start, let end, let others else {
      throw CommandFailure(DiagnosticError(problems))
    }
    return (start, end, others)
  }

  private func checkSets() throws(CommandFailure) {
    let given = [("--via", !via.isEmpty), ("--all", all), ("--sign", sign != nil)]
    for (option, isGiven) in given where isGiven {
      throw CommandFailure(
        "\(option) is for paths between two concepts",
        suggestion: "leave it out, or name one concept at each end")
    }
  }
}
