public import ArgumentParser
public import GraphAnalysis
public import GraphModel

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
