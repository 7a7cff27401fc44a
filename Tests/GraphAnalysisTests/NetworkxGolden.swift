import FoundationEssentials
import GraphAnalysis
import GraphModel

/// What networkx says of seeded random multigraphs: `Golden/networkx.json`, which
/// `Tests/Oracles/analysis_oracle.py` writes.
struct NetworkxGolden: Decodable {
  var networkx: String
  var graphs: [Sample]

  struct Sample: Decodable {
    var nodes: Int
    /// Subject, object, certainty (0 for none), kind.
    var edges: [[Int]]
    var centrality: [Scores]
    var structure: Structure
    var paths: [Question]

    var graph: KnowledgeGraph {
      let predicates: [GraphModel.Predicate] = [.causes, .associatedWith, .subclassOf]
      return testGraph(
        nodes,
        edges.map {
          TestEdge($0[0], predicates[$0[3]], $0[1], Certainty(rawValue: UInt8($0[2])))
        })
    }
  }

  struct Scores: Decodable {
    var measure: String
    var directed: Bool
    var weighted: Bool
    var normalized: Bool
    var damping: Double?
    var personalization: [Int]?
    var values: [Double]
  }

  struct Structure: Decodable {
    var weak: [[Int]]
    var strong: [[Int]]
    var bridges: [Int]
    var cutNodes: [Int]
    var cycles: [[Int]]
  }

  struct Question: Decodable {
    var from: Int
    var to: Int
    var direction: String
    var ranking: String
    var maxHops: Int?
    var via: [Int]
    var avoid: [Int]
    var count: Int
    var best: [[Int]]
    var chokeNodes: [Int]?
    var chokeEdges: [Int]?
  }

  static func load(_ source: String = #filePath) throws -> NetworkxGolden {
    let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = folder.joined(separator: "/") + "/Golden/networkx.json"
    let data = try Data(contentsOf: URL(filePath: path))
    return try JSONDecoder().decode(NetworkxGolden.self, from: data)
  }
}
