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
        etiograph centrality --measure betweenness --margin 0.001 --top 20
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
      "Estimate betweenness (normalised) from as many shortest paths as it takes for every value to "
        + "be within this of the exact one.",
      discussion: "For instance 0.001; the paths are drawn at random, and fewer the greater it is.",
      valueName: "number"))
  var margin: Double?

  @Option(
    help: ArgumentHelp(
      "With which probability --margin holds; 0.95 where none is given.", valueName: "number"))
  var confidence: Double?

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
    help: ArgumentHelp("Count only edges at least this certain.", valueName: "certainty"))
  var minCertainty: Certainty?

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
    if margin != nil, samples != nil {
      throw ValidationError("--margin and --samples cannot be used together")
    }
    if margin != nil, weighted {
      throw ValidationError("--margin is for betweenness without --weighted")
    }
    if confidence != nil, margin == nil { throw ValidationError("--confidence is for --margin") }
    for option in MeasureOption.allCases where isGiven(option) {
      let users = Measure.allCases.filter(option.isUsed)
      if option == .seed, samples == nil, margin == nil {
        throw ValidationError("--seed is for --samples and --margin")
      }
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
    case .margin: margin != nil
    case .confidence: confidence != nil
    case .undirected: undirected
    case .unnormalized: unnormalized
    }
  }

  func run() throws {
    if let draw { try Exporting.checkDrawing(draw) }
    time.begin()
    let graph = try self.graph.load()
    let options = try options(in: graph)
    let filter = EdgeFilter(
      predicates: try PredicateNames(graph).predicates(named: predicate),
      minimumCertainty: minCertainty)
    let index = AdjacencyIndex(graph, filter: filter)
    let answer: CentralityAnswer
    do throws(CentralityError) {
      answer = try Attendance.shared.run { work throws(CentralityError) in
        try self.answer(on: index, options, work)
      }
    } catch {
      if case .cancelled = error {
        throw CommandFailure("the time limit passed: \(error)", code: .stopped)
      }
      throw CommandFailure(error.description)
    }
    if let draw {
      try Exporting.draw(
        graph,
        highlight: Highlight(
          nodeValues: answer.shares, valueName: measure.name,
          caption: "Concepts coloured by \(measure.name)"),
        to: draw)
    }
    try CentralityPrinter(answer: answer, measure: measure.name, seed: options.seed)
      .print(as: output.format)
  }

  private func options(in graph: KnowledgeGraph) throws(CommandFailure) -> CentralityOptions {
    var options = CentralityOptions(
      isWeighted: weighted, isDirected: !undirected, isNormalized: !unnormalized)
    (options.samples, options.seed) = (samples, seed ?? 1)
    options.personalization = Set(try ConceptNames(graph).nodes(named: sources).map(\.index))
    if let damping { options.damping = damping }
    if let katzAlpha { options.katzAlpha = katzAlpha }
    return options
  }

  private func answer(
    on index: AdjacencyIndex, _ options: CentralityOptions, _ work: WorkContext
  ) throws(CentralityError) -> CentralityAnswer {
    switch measure {
    case .nodes(.betweenness) where margin != nil:
      let sampled = try index.sampledBetweenness(
        margin: margin ?? 0, confidence: confidence ?? 0.95, isDirected: !undirected,
        seed: options.seed, work: work)
      let count = Double(index.nodeCount)
      let pairs = max(1, (count - 1) * (count - 2) / (undirected ? 2 : 1))
      return CentralityAnswer(sampled, top: top, unnormalized: unnormalized ? pairs : nil)
    case .nodes(.harmonic) where top != nil && draw == nil && samples == nil && !weighted:
      // The greatest alone take far less work than all.
      return CentralityAnswer(
        try index.greatestHarmonic(count: top ?? 0, isDirected: !undirected, work: work))
    case .nodes(.closeness) where top != nil && draw == nil && samples == nil && !weighted:
      return CentralityAnswer(
        try index.greatestCloseness(
          count: top ?? 0, isDirected: !undirected, isNormalized: !unnormalized, work: work))
    case .nodes(let measure):
      return CentralityAnswer(
        try index.centrality(measure, options: options, work: work), top: top, wanted: samples)
    case .edges(let measure):
      return CentralityAnswer(
        try index.edgeCentrality(measure, options: options, work: work), top: top, wanted: samples)
    }
  }
}
