import GraphAnalysis
import GraphModel

/// The paths that `etiograph paths` shows: those of a report that do not turn in a taxonomy.
struct PathAnswer {
  /// The best paths, as many as were asked for.
  let paths: [GraphPath]
  /// Whether there are more, or may be.
  let isTruncated: Bool
  /// The report: its question, its graph, and why it has no path.
  let report: PathReport

  /// Whether there are paths, but only through groups that things share.
  var joinsOnlySiblings: Bool { paths.isEmpty && report.passedOver > 0 }

  /// Whether the work was stopped before the answer was whole.
  var isUndecided: Bool { report.isStopped }

  /// Asks for paths that do not turn.
  init(
    _ query: PathQuery, on index: AdjacencyIndex, _ work: WorkContext = WorkContext()
  ) throws(PathError) {
    report = try index.paths(query, work: work) { !$0.turnsInTaxonomy }
    paths = report.paths
    isTruncated = report.isTruncated
  }
}
