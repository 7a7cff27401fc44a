import GraphAnalysis
import GraphModel

/// One analysis by the name that the tables of times give it.
struct TimedTask {
  let index: AdjacencyIndex
  let work: WorkContext

  func run(_ name: String) throws -> String {
    let isUndirected = name.hasSuffix("-undirected")
    let isWeighted = name.contains("-weighted")
    let samples = name.split(separator: "-").last.flatMap { Int($0) }
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
    case "paths": return try bestPaths(count: 1000)
    case "morepaths": return try paths(count: 1000, limit: 1, .hops)
    case "pathsbyevidence": return try paths(count: 1000, limit: 1, .evidence)
    case "yen": return try paths(count: 20, limit: 10, .hops)
    case "yenbyevidence": return try paths(count: 20, limit: 10, .evidence)
    case "simplepaths": return try paths(count: 20, limit: 100_000, .hops, maxHops: 4, mode: .all)
    case "components": return "\(index.connectedComponents().count)"
    case "strong": return "\(index.stronglyConnectedComponents().count)"
    default: return "unknown"
    }
  }

  /// Paths between pairs of the nodes with edges, drawn by a fixed rule, any direction.
  private func paths(
    count: Int, limit: Int, _ ranking: PathQuery.Ranking, maxHops: Int? = nil,
    mode: PathQuery.Mode = .best
  ) throws -> String {
    var found = 0
    for query in queries(count: count, ranking) {
      var query = query
      query.maxHops = maxHops
      query.limit = limit
      query.mode = mode
      found += try index.paths(query).paths.reduce(0) { $0 + $1.length }
    }
    return "\(found)"
  }

  private func bestPaths(count: Int) throws -> String {
    let found = try index.bestPaths(queries(count: count, .hops), work: work)
    return "\(found.reduce(0) { $0 + ($1?.length ?? 0) })"
  }

  private func queries(count: Int, _ ranking: PathQuery.Ranking) -> [PathQuery] {
    let last = UInt32(index.nodeCount - 1)
    return (0..<UInt32(count)).compactMap { number in
      let from = NodeIndex(rawValue: (number &* 7919 &+ 13) % (last + 1))
      let to = NodeIndex(rawValue: (number &* 104_729 &+ 977) % (last + 1))
      return from == to ? nil : PathQuery(from: from, to: to, ranking: ranking)
    }
  }

  private func greatest(
    _ measure: CentralityMeasure, _ options: CentralityOptions
  ) throws -> String {
    "\(try index.centrality(measure, options: options, work: work).values.max() ?? 0)"
  }
}
