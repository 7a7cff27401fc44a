import GraphAnalysis
import GraphModel

/// The paths that `etiograph paths` shows: those of a report that do not turn in a taxonomy.
struct PathAnswer {
  /// The best paths, as many as were asked for.
  let paths: [GraphPath]
  /// Whether there are more, or may be.
  let isTruncated: Bool
  /// The last report: its question, its graph, and why it has no path.
  let report: PathReport

  /// The most paths that are looked through for those that do not turn.
  private static let most = 4_096

  /// Whether there are paths, but only through groups that things share.
  var joinsOnlySiblings: Bool { paths.isEmpty && !report.paths.isEmpty }

  /// Asks for paths until there are as many as are wanted that do not turn.
  init(_ query: PathQuery, on index: AdjacencyIndex) throws(PathError) {
    var wider = query
    // One more tells whether there are more.
    if query.limit > 0, query.limit < .max { wider.limit += 1 }
    var report = try index.paths(wider)
    var kept = report.paths.filter { !$0.turnsInTaxonomy }
    while kept.count <= query.limit, report.isTruncated, wider.limit < Self.most {
      wider.limit = min(Self.most, max(64, wider.limit * 4))
      report = try index.paths(wider)
      kept = report.paths.filter { !$0.turnsInTaxonomy }
    }
    paths = Array(kept.prefix(query.limit))
    isTruncated = kept.count > query.limit || report.isTruncated
    self.report = report
  }
}
