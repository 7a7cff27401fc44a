import GraphModel

extension AdjacencyIndex {
  /// The weakly connected components: the parts of the graph that no edge joins, whatever its
  /// direction.
  ///
  /// A node without edges is a component of its own. Disjoint sets whose root is their first node,
  /// with path halving (R. Tarjan & J. van Leeuwen 1984, doi:10.1145/62.2160). The components are
  /// those of networkx's `weakly_connected_components`.
  ///
  /// - Complexity: O(n + m log n) time, close to O(n + m) in practice; O(n) space.
  public func connectedComponents() -> Components {
    let sets = DisjointSets(count: nodeCount)
    let ends = outgoing.nodes.unsafeBuffer
    for node in 0..<nodeCount {
      var mine = sets.root(of: UInt32(truncatingIfNeeded: node))
      for position in outgoing.range(node) {
        let other = ends[position]
        // Most nodes soon hang below the root of the greatest component.
        if sets.parent(of: other) == mine { continue }
        mine = sets.join(mine, sets.root(of: other))
      }
    }
    // A parent never comes after its child, so one pass finds every root; roots come first.
    var componentOfNode = [UInt32](repeating: 0, count: nodeCount)
    var count: UInt32 = 0
    for node in 0..<nodeCount {
      let above = Int(sets.parent(of: UInt32(truncatingIfNeeded: node)))
      if above == node {
        componentOfNode[node] = count
        count += 1
      } else {
        componentOfNode[node] = componentOfNode[above]
      }
    }
    return Components(componentOfNode: componentOfNode, count: Int(count))
  }
}

extension Components {
  /// Components from a number per node, where numbers are in the order of first nodes.
  init(componentOfNode: [UInt32], count: Int) {
    self.componentOfNode = componentOfNode
    var sizes = [Int](repeating: 0, count: count)
    for component in componentOfNode { sizes[Int(component)] += 1 }
    var members = sizes.map { size in
      var list: [NodeIndex] = []
      list.reserveCapacity(size)
      return list
    }
    for (node, component) in componentOfNode.enumerated() {
      members[Int(component)].append(NodeIndex(node))
    }
    self.members = members
  }
}
