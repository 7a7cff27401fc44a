import GraphModel

extension AdjacencyIndex {
  /// The weakly connected components: the parts of the graph that no edge joins, whatever its
  /// direction.
  ///
  /// A node without edges is a component of its own. Depth-first search with a stack of its own
  /// (J. Hopcroft & R. Tarjan 1973, doi:10.1145/362248.362272). The components are those of
  /// networkx's `weakly_connected_components`.
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  public func connectedComponents() -> Components {
    let none = UInt32.max
    var componentOfNode = [UInt32](repeating: none, count: nodeCount)
    var count: UInt32 = 0
    var stack: [Int] = []
    for first in 0..<nodeCount where componentOfNode[first] == none {
      componentOfNode[first] = count
      stack.append(first)
      while let node = stack.popLast() {
        for rows in [outgoing, incoming] {
          for entry in rows[node] where componentOfNode[Int(entry.node)] == none {
            componentOfNode[Int(entry.node)] = count
            stack.append(Int(entry.node))
          }
        }
      }
      count += 1
    }
    return Components(componentOfNode: componentOfNode, count: Int(count))
  }
}

extension Components {
  /// Components from a number per node, where numbers are in the order of first nodes.
  init(componentOfNode: [UInt32], count: Int) {
    self.componentOfNode = componentOfNode
    var members = [[NodeIndex]](repeating: [], count: count)
    for (node, component) in componentOfNode.enumerated() {
      members[Int(component)].append(NodeIndex(node))
    }
    self.members = members
  }
}
