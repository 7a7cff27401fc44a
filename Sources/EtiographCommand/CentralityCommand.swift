import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph centrality`: ranked nodes or edges.
struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract: "Rank the concepts, or the statements, by how central they are.",
    discussion: """
      Measures: degree, in-degree, out-degree, closeness, harmonic, betweenness, edge-betweenness, \
      pagerank, eigenvector, katz, hubs, authorities (HITS). Negated statements are left out. With \
      --weighted, an edge's score is its strength (degree, PageRank, eigenvector, Katz, HITS), and \
      its distance is the negative logarithm of the score (closeness, harmonic, betweenness).

        etiograph centrality --measure betweenness
        etiograph centrality --measure pagerank --weighted --top 5 --output-format tsv
        etiograph centrality --measure pagerank --from Stress
        etiograph centrality --measure betweenness --samples 500
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var time: TimeLimitOption
  @OptionGroup var output: OutputOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The measure.", valueName: "name"))
  var measure = Measure.nodes(.betweenness)

  @Option(help: ArgumentHelp("How many to show. Without it, all.", valueName: "number"))
  var top: Int?

  @Flag(help: "Let the evidence of the edges count.")
  var weighted = false

  @Flag(help: "Ignore the direction of the edges.")
  var undirected = false

  @Flag(help: "Do not scale by the size of the graph, where the measure has a scale.")
  var unnormalized = false

  @Option(
    name: .customLong("from"), parsing: .singleValue,
    help: ArgumentHelp("Personalise PageRank on this concept (repeatable).", valueName: "concept"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("PageRank's damping factor.", valueName: "number"))
  var damping: Double?

  @Option(help: ArgumentHelp("Katz's attenuation factor.", valueName: "number"))
  var katzAlpha: Double?

  @Option(
    help: ArgumentHelp(
      "Estimate closeness, harmonic or betweenness from this many concepts drawn at random.",
      valueName: "number"))
  var samples: Int?

  @Option(
    help: ArgumentHelp(
      "What the random sample starts from; 1 where none is given.", valueName: "number"))
  var seed: UInt64?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Count only edges with this predicate (repeatable).", valueName: "predicate")
  )
  var predicate: [String] = []

  @Option(
    help: ArgumentHelp(
      "Draw the graph with the values as colour, to this file (svg, png or pdf).",
      valueName: "file"), completion: .file())
  var draw: String?

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is at least 1") }
    if draw != nil, case .edges = measure {
      throw ValidationError("--draw shows measures of concepts, not of statements")
    }
    for option in MeasureOption.allCases where isGiven(option) {
      let users = Measure.allCases.filter(option.isUsed)
      if option == .seed, samples == nil { throw ValidationError("--seed is for --samples") }
      if !users.contains(where: { $0.name == measure.name }) {
        throw ValidationError(
          "\(option.rawValue) has no meaning for \(measure.name); it is for "
            + users.map(\.name).joined(separator: ", "))
      }
    }
  }

  private func isGiven(_ option: MeasureOption) -> Bool {
    switch option {
    case .from: !sources.isEmpty
    case .damping: damping != nil
    case .katzAlpha: katzAlpha != nil
    case .samples: samples != nil
    case .seed: seed != nil
    case .undirected: undirected
    case .unnormalized: unnormalized
    }
  }

  func run() throws {
    if let draw { try Exporting.checkDrawing(draw) }
    time.begin()
    let graph = try self.graph.load()
    let personalization = try ConceptNames(graph).nodes(named: sources)
    var options = CentralityOptions(
      isWeighted: weighted, isDirected: !undirected, isNormalized: !unnormalized)
    (options.samples, options.seed) = (samples, seed ?? 1)
    options.personalization = Set(personalization.map(\.index))
    if let damping { options.damping = damping }
    if let katzAlpha { options.katzAlpha = katzAlpha }
    let filter = EdgeFilter(predicates: try PredicateNames(graph).predicates(named: predicate))
    let index = AdjacencyIndex(graph, filter: filter)
    switch measure {
    case .nodes(.harmonic) where top != nil && draw == nil && samples == nil && !weighted:
      // The greatest alone take far less work than all.
      let scores = try answered { work throws(CentralityError) in
        try index.greatestHarmonic(count: top ?? 0, isDirected: !undirected, work: work)
      }
      print(scores.scores.map { Row($0.node, $0.score) }, isOfEdges: false)
      if !scores.isComplete {
        try stop(
          "the greatest of \(scores.compared) of \(scores.nodeCount) concepts, those with the most "
            + "statements first")
      }
    case .nodes(let measure):
      let scores = try answered { work throws(CentralityError) in
        try index.centrality(measure, options: options, work: work)
      }
      if scores.isEstimate { noteEstimate(scores.startsDone, of: graph, margin: scores.margin()) }
      if let draw {
        let name = measure.rawValue
        try Exporting.draw(
          graph,
          highlight: Highlight(
            nodeValues: scores.shares, valueName: name, caption: "Concepts coloured by \(name)"),
          to: draw)
      }
      print(scores.ranked(top: top).map { Row($0.node, $0.score) }, isOfEdges: false)
      if let change = scores.remainingChange {
        try stop(
          "the values had not settled; the last round changed them by "
            + "\(Answer.number(change, decimals: 12)) in all")
      }
      try stopIfFewer(scores.startsDone, than: graph.nodeCount)
    case .edges(let measure):
      let scores = try answered { work throws(CentralityError) in
        try index.edgeCentrality(measure, options: options, work: work)
      }
      if scores.isEstimate { noteEstimate(scores.startsDone, of: graph, margin: scores.margin()) }
      print(scores.ranked(top: top).map { Row($0.edge, $0.score) }, isOfEdges: true)
      try stopIfFewer(scores.startsDone, than: graph.nodeCount)
    }
  }

  private func stopIfFewer(_ done: Int, than nodeCount: Int) throws {
    let wanted = min(samples ?? nodeCount, nodeCount)
    if done < wanted {
      try stop("the values are estimated from \(done) of \(wanted) concepts, drawn at random")
    }
  }

  private func stop(_ what: String) throws -> Never {
    Answer.noteStopped(what)
    throw ExitCode(CommandFailure.Code.stopped.rawValue)
  }

  private func noteEstimate(_ samples: Int, of graph: KnowledgeGraph, margin: Double?) {
    let reach = margin.map {
      "; with 95 % certainty every value is within \(Answer.number($0, decimals: 6)) of the exact one"
    }
    Answer.note(
      "estimated from \(samples) of \(graph.nodeCount) concepts, drawn with seed \(seed ?? 1)"
        + (reach ?? ""))
  }

  private func answered<Scores>(
    _ compute: (WorkContext) throws(CentralityError) -> Scores
  ) throws(CommandFailure) -> Scores {
    do throws(CentralityError) {
      return try Attendance.shared.run(compute)
    } catch {
      if case .cancelled = error {
        throw CommandFailure("the time limit passed: \(error)", code: .stopped)
      }
      throw CommandFailure(error.description)
    }
  }

  /// A ranked node or edge.
  private struct Row {
    var id: String
    var label: String
    var score: Double

    init(_ node: Node, _ score: Double) {
      (id, label, self.score) = (node.id.rawValue, node.label, score)
    }

    init(_ edge: Edge, _ score: Double) {
      (id, label, self.score) = (edge.id.rawValue, edge.wording, score)
    }
  }

  private func print(_ rows: [Row], isOfEdges: Bool) {
    if output.format == .json {
      let scores = rows.map { row in
        JSONValue.object([
          ("id", .string(row.id)), ("label", .string(row.label)), ("score", .double(row.score)),
        ])
      }
      Answer.write(
        json: .object([("measure", .string(measure.name)), ("scores", .array(scores))]))
      return
    }
    var table = TextTable([
      ("rank", .right), (isOfEdges ? "statement" : "concept", .left), (measure.name, .right),
      ("id", .left),
    ])
    for (rank, row) in rows.enumerated() {
      let score =
        output.format == .tsv ? "\(row.score)" : Answer.number(row.score, decimals: 6)
      table.add(["\(rank + 1)", row.label, score, row.id])
    }
    Answer.write(table, as: output.format)
  }
}
