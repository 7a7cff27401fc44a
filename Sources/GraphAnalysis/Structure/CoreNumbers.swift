import GraphModel

extension AdjacencyIndex {
  /// The core number of every node: the greatest k for which it is in a part of the graph where
  /// every node has at least k neighbours within the part.
  ///
  /// Directions are ignored, parallel edges count once and self-loops not at all. V. Batagelj & M.
  /// Zaveršnik 2003, arXiv:cs/0310049; the numbers are those of networkx's `core_number` of the
  /// undirected simple graph.
  ///
  /// - Complexity: O(n + m) time and space.
  public func coreNumbers() -> [Int] {
    let rows = SimpleRows(self, CentralityOptions(isDirected: false))
    var degree = (0..<nodeCount).map { rows.range($0).count }
    var start = [Int](repeating: 0, count: (degree.max() ?? 0) + 2)
    for count in degree { start[count + 1] += 1 }
    for count in 1..<start.count { start[count] += start[count - 1] }
    // Nodes by rising number of neighbours that are left; `start` is where each number begins.
    var next = start
    var order = [Int](repeating: 0, count: nodeCount)
    var place = order
    for node in 0..<nodeCount {
      place[node] = next[degree[node]]
      order[place[node]] = node
      next[degree[node]] += 1
    }
    for position in 0..<nodeCount {
      let node = order[position]
      for entry in rows.range(node) {
        let neighbor = Int(rows.neighbors[entry])
        guard degree[neighbor] > degree[node] else { continue }
        // Swap it to the front of those with as many, and let these begin one later.
        let front = start[degree[neighbor]]
        let other = order[front]
        order.swapAt(front, place[neighbor])
        place[other] = place[neighbor]
        place[neighbor] = front
        start[degree[neighbor]] += 1
        degree[neighbor] -= 1
      }
    }
    return degree
  }

  /// The strongly connected components as a graph of their own, which has no cycle.
  ///
  /// Edges between the same two components are one. Components are numbered by their first node.
  ///
  /// - Complexity: O(n + m log m) time, O(n + m) space.
  public func condensation() -> Condensation {
    let components = stronglyConnectedComponents()
    let number = components.componentOfNode
    var successors = [[Int]](repeating: [], count: components.count)
    for node in 0..<nodeCount {
      let from = Int(number[node])
      for entry in outgoing[node] where Int(number[Int(entry.node)]) != from {
        successors[from].append(Int(number[Int(entry.node)]))
      }
    }
    for component in successors.indices {
      successors[component].sort()
      var kept: [Int] = []
      for next in successors[component] where next != kept.last { kept.append(next) }
      successors[component] = kept
    }
    return Condensation(components: components, successors: successors)
  }
}

/// A graph whose nodes are the strongly connected components of another.
public struct Condensation: Sendable, Hashable {
  /// The components.
  public let components: Components
  /// The components that an edge leads to from each, ascending.
  public let successors: [[Int]]
}
