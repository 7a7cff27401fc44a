import GraphAnalysis
import GraphModel

/// The paths that `etiograph paths` shows: those that do not turn in a taxonomy.
struct PathAnswer {
  /// The graph that was asked.
  let graph: KnowledgeGraph
  /// Where the paths start and end, in words.
  let ends: (from: String, to: String)
  /// The identifier of the start and of the end; nil where there are several of one.
  let identifiers: (from: NodeID, to: NodeID)?
  /// The best paths, as many as were asked for; of several ends one for each pair.
  let paths: [GraphPath]
  /// Whether there are more, or may be.
  let isTruncated: Bool
  /// Whether the work was stopped before the answer was whole.
  let isStopped: Bool
  /// Why there is no path, in a clause; nil where there is one.
  let absence: String?

  /// Asks for the paths between two concepts.
  init(_ query: PathQuery, on index: AdjacencyIndex, _ work: WorkContext) throws(PathError) {
    let report = try index.paths(query, work: work) { !$0.turnsInTaxonomy }
    graph = report.graph
    ends = (report.from.label, report.to.label)
    identifiers = (report.from.id, report.to.id)
    paths = report.paths
    isTruncated = report.isTruncated
    isStopped = report.isStopped
    absence = paths.isEmpty ? Self.absence(in: report) : nil
  }

  /// Asks for the best paths between any of some concepts and any of others.
  init(
    _ query: PairQuery, between ends: (from: String, to: String), on index: AdjacencyIndex,
    _ work: WorkContext
  ) throws(PathError) {
    let report = try index.pairs(query, work: work)
    graph = report.graph
    self.ends = ends
    identifiers = nil
    paths = report.paths
    isTruncated = report.isTruncated
    isStopped = report.isStopped
    absence =
      !paths.isEmpty
      ? nil
      : isTruncated
        ? PathAbsence.undecided.explanation
        : "none of them leads to any of the others as it was asked"
  }

  private static func absence(in report: PathReport) -> String {
    if report.passedOver > 0 {
      let bound = report.isTruncated ? ", as far as the best \(report.passedOver) ways show" : ""
      return "they are connected only through groups that they share, which says nothing of one "
        + "and the other" + bound
    }
    let reason = report.absence?.explanation ?? "none was found"
    guard let known = report.bestNonCausal else { return reason }
    let way = known.nodes.map { report.graph[$0].label.shortened.printable }
      .joined(separator: " — ")
    return "\(reason); the best known is \(known.pathClass.name) (\(way)): leave out "
      + "--direction causal to see it"
  }
}
