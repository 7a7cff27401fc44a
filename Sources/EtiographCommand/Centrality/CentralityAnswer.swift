import GraphAnalysis
import GraphModel

/// What `etiograph centrality` found: ranked concepts or statements, and how sure their values are.
struct CentralityAnswer {
  /// A ranked node or edge.
  struct Row {
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

  /// From what the values are estimated.
  struct Estimate {
    /// What was drawn, such as `500 of 20000 concepts`.
    var from: String
    var samples: Int
    /// With ``confidence`` every value is within this of the exact one; nil where none is known.
    var margin: Double?
    var confidence: Double
  }

  var rows: [Row]
  var isOfEdges = false
  /// nil where the values are exact.
  var estimate: Estimate?
  /// What the time limit has left undone; nil where the answer is whole.
  var shortfall: String?
  /// The values as shares of the greatest, in node order, for a drawing.
  var shares: [Double] = []

  init(_ scores: CentralityScores, top: Int?, wanted: Int?) {
    self.init(
      rows: scores.ranked(top: top).map { Row($0.node, $0.score) }, from: scores.startsDone,
      of: scores.graph.nodeCount, margin: scores.isEstimate ? scores.margin() : nil,
      wanted: wanted)
    shares = scores.shares
    if let change = scores.remainingChange {
      shortfall =
        "the values had not settled; the last round changed them by "
        + "\(Answer.number(change, decimals: 12)) in all"
    }
  }

  init(_ scores: EdgeCentralityScores, top: Int?, wanted: Int?) {
    self.init(
      rows: scores.ranked(top: top).map { Row($0.edge, $0.score) }, from: scores.startsDone,
      of: scores.graph.nodeCount, margin: scores.isEstimate ? scores.margin() : nil,
      wanted: wanted)
    isOfEdges = true
  }

  /// What was found from some of the concepts, or from all.
  private init(rows: [Row], from starts: Int, of nodeCount: Int, margin: Double?, wanted: Int?) {
    self.rows = rows
    if starts < nodeCount {
      estimate = Estimate(
        from: "\(starts) of \(nodeCount) concepts", samples: starts, margin: margin,
        confidence: 0.95)
    }
    let wanted = min(wanted ?? nodeCount, nodeCount)
    if starts < wanted { shortfall = "\(starts) of \(wanted) concepts were started from" }
  }

  init(_ report: GreatestScoresReport) {
    rows = report.scores.map { Row($0.node, $0.score) }
    shortfall =
      report.isComplete
      ? nil
      : "the greatest of \(report.compared) of \(report.nodeCount) concepts, those with the most "
        + "statements first"
  }

  init(_ sampled: SampledBetweenness, top: Int?, unnormalized: Double?) {
    let scale = unnormalized ?? 1
    rows = sampled.ranked(top: top).map { Row($0.node, $0.score * scale) }
    let greatest = sampled.values.max() ?? 0
    shares = sampled.values.map { greatest > 0 ? $0 / greatest : 0 }
    estimate = Estimate(
      from: "\(sampled.samples) shortest paths", samples: sampled.samples,
      margin: sampled.margin * scale, confidence: sampled.confidence)
    shortfall = sampled.isStopped ? "the wanted margin was not reached" : nil
  }
}
