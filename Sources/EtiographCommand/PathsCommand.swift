public import ArgumentParser
public import GraphAnalysis
import GraphExport
public import GraphModel

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
    let names = ConceptNames(graph)
    let nodes = try names.nodes(named: [ends.from, ends.to] + via + walk.avoid)
    let query = PathQuery(
      from: nodes[0].index, to: nodes[1].index,
      via: nodes[2..<(2 + via.count)].map(\.index),
      avoid: Set(nodes[(2 + via.count)...].map(\.index)),
      filter: try walk.filter(in: graph), maxHops: walk.maxHops, limit: limit ?? (all ? 1000 : 5),
      direction: walk.direction, ranking: by, mode: all ? .all : .best, hubPenalty: hubPenalty)
    let answer: PathAnswer
    do throws(PathError) {
      answer = try Attendance.shared.run { work throws(PathError) in
        try PathAnswer(query, on: AdjacencyIndex(graph), work)
      }
    } catch {
      throw CommandFailure(error.message(in: graph))
    }
    // Before the answer: one that is printed whole was not followed by a failure.
    if let draw, let best = answer.paths.first {
      try Exporting.draw(
        graph,
        highlight: Highlight(
          nodes: Set(best.nodes), edges: Set(best.steps.map(\.edge.index)),
          caption: "Best path from \(nodes[0].label) to \(nodes[1].label)"),
        to: draw)
    }
    let printer = PathPrinter(answer)
    switch output.format {
    case .text: Answer.write(printer.text(for: .output))
    case .json: Answer.write(json: printer.json)
    case .tsv: Answer.write(printer.table, as: .tsv)
    }
    if let draw, answer.paths.isEmpty { Answer.note("'\(draw)' was not drawn: there is no path") }
    if answer.isUndecided {
      Answer.noteStopped(
        answer.paths.isEmpty
          ? "no path was found by then, which does not say that there is none"
          : "these paths were found by then; there may be more" + (all ? ", also better ones" : ""))
      throw ExitCode(CommandFailure.Code.stopped.rawValue)
    }
    if answer.paths.isEmpty { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }
}

/// The arguments that name both ends of a path.
struct PathEnds: ParsableArguments {
  @Argument(help: "Where the paths begin: a label, synonym, abbreviation, CURIE or IRI.")
  var from: String

  @Argument(help: "Where they end.")
  var to: String
}

/// The options that say which edges may be walked.
struct WalkOptions: ParsableArguments {
  @Option(help: "Walk every kind of edge, or causal edges forward only.")
  var direction = PathQuery.Direction.any

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Do not pass this concept (repeatable).", valueName: "concept"))
  var avoid: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "Walk only edges with this predicate (repeatable), such as contributes_to.",
      valueName: "predicate"))
  var predicate: [String] = []

  @Option(
    help: ArgumentHelp(
      "Walk only edges at least this certain: speculative, possible, probable, established.",
      valueName: "certainty"))
  var minCertainty: Certainty?

  @Option(help: ArgumentHelp("The most hops of a path.", valueName: "number"))
  var maxHops: Int?

  func filter(in graph: KnowledgeGraph) throws(CommandFailure) -> EdgeFilter {
    EdgeFilter(
      predicates: try PredicateNames(graph).predicates(named: predicate),
      minimumCertainty: minCertainty)
  }
}

extension PathQuery.Direction: ExpressibleByArgument {}
extension PathQuery.Ranking: ExpressibleByArgument {}

extension Certainty: ExpressibleByArgument {
  /// A certainty by its name.
  public init?(argument: String) { self.init(name: argument) }

  /// The names to choose from.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
