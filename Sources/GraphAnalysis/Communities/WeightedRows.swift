/// An undirected graph with weights whose nodes may stand for many: what communities are found in.
struct WeightedRows {
  /// The neighbours of each node in any order, each once, without the node itself.
  var offsets: [Int] = [0]
  var neighbors: [Int] = []
  var weights: [Double] = []
  /// The weight of the edges of each node, those within it twice.
  var strength: [Double] = []

  var nodeCount: Int { offsets.count - 1 }
  /// Twice the weight of all edges.
  var total: Double { strength.reduce(0, +) }

  init(nodeCount: Int) { offsets.reserveCapacity(nodeCount + 1) }

  /// The edges of an index, directions ignored and parallel edges added up; self-loops are left out.
  init(_ index: AdjacencyIndex, isWeighted: Bool) {
    self.init(nodeCount: index.nodeCount)
    var sum = [Double](repeating: 0, count: index.nodeCount)
    for node in 0..<index.nodeCount {
      var found: [Int] = []
      for rows in [index.outgoing, index.incoming] {
        for place in rows.range(node) {
          let entry = rows.entry(place)
          let other = Int(entry.node)
          guard other != node else { continue }
          if sum[other] == 0 { found.append(other) }
          sum[other] += isWeighted ? index.weights.strength(Int(entry.edge)) : 1
        }
      }
      append(found.sorted(), weights: sum, loops: 0)
      for other in found { sum[other] = 0 }
    }
  }

  /// Adds a node with its neighbours.
  private mutating func append(_ found: [Int], weights sum: [Double], loops: Double) {
    var strength = loops
    for other in found {
      neighbors.append(other)
      weights.append(sum[other])
      strength += sum[other]
    }
    offsets.append(neighbors.count)
    self.strength.append(strength)
  }

  func range(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// The graph whose nodes are the groups of this one's, numbered from 0 without a gap.
  func aggregated(_ groupOfNode: [Int], count: Int) -> WeightedRows {
    var members = [[Int]](repeating: [], count: count)
    for (node, group) in groupOfNode.enumerated() { members[group].append(node) }
    var result = WeightedRows(nodeCount: count)
    var sum = [Double](repeating: 0, count: count)
    for group in 0..<count {
      var found: [Int] = []
      var inside = 0.0
      for node in members[group] {
        // What is not led to others leads within.
        inside += strength[node]
        for place in range(node) {
          let other = groupOfNode[neighbors[place]]
          guard other != group else { continue }
          inside -= weights[place]
          if sum[other] == 0 { found.append(other) }
          sum[other] += weights[place]
        }
      }
      result.append(found.sorted(), weights: sum, loops: max(0, inside))
      for other in found { sum[other] = 0 }
    }
    return result
  }
}
