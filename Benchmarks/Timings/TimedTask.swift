import GraphAnalysis
import GraphModel

/// One analysis by the name that the tables of times give it.
struct TimedTask {
  let index: AdjacencyIndex
  let work: WorkContext

  func run(_ name: String) throws -> String {
    let isUndirected = name.hasSuffix("-undirected")
    let isWeighted = name.contains("-weighted")
    let samples = name.contains("-256") ? 256 : nil
    var options = CentralityOptions(
      isWeighted: isWeighted, isDirected: !isUndirected, samples: samples, seed: 3)
    options.tolerance = 1e-10 / Double(max(1, index.nodeCount))
    switch name.split(separator: "-")[0] {
    case "betweenness": return try greatest(.betweenness, options)
    case "edgebetweenness":
      let scores = try index.edgeCentrality(.betweenness, options: options, work: work)
      return "\(scores.values.max() ?? 0)"
    case "harmonic": return try greatest(.harmonic, options)
    case "closeness": return try greatest(.closeness, options)
    case "pagerank": return try greatest(.pageRank, options)
    case "eigenvector": return try greatest(.eigenvector, options)
    case "katz":
      options.katzAlpha = 0.005
      return try greatest(.katz, options)
    case "authorities": return try greatest(.authorities, options)
    case "components": return "\(index.connectedComponents().count)"
    case "strong": return "\(index.stronglyConnectedComponents().count)"
    default: return "unknown"
    }
  }

  private func greatest(
    _ measure: CentralityMeasure, _ options: CentralityOptions
  ) throws -> String {
    "\(try index.centrality(measure, options: options, work: work).values.max() ?? 0)"
  }
}
