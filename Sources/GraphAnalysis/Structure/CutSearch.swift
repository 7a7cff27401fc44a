public import GraphModel

extension AdjacencyIndex {
  /// The bridges: edges without which the graph would fall into more parts, directions ignored.
  ///
  /// Of parallel edges none is a bridge, and no self-loop is. In edge order. The edges are those
  /// that networkx's `bridges` finds of the undirected multigraph.
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  public func bridges() -> [EdgeIndex] { CutSearch(self).bridges.sorted() }

  /// The cut nodes (articulation points): nodes without which the part of the graph that they are
  /// in would fall apart, directions ignored.
  ///
  /// In node order. The nodes are those of networkx's `articulation_points`.
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  public func cutNodes() -> [NodeIndex] {
    let isCut = CutSearch(self).isCutNode
    return isCut.indices.filter { isCut[$0] }.map { NodeIndex($0) }
  }
}

/// Bridges and cut nodes in one depth-first search, with a stack of its own.
///
/// R. Tarjan 1974, doi:10.1016/0020-0190(74)90003-9, for bridges, and J. Hopcroft & R. Tarjan 1973,
/// doi:10.1145/362248.362272, for cut nodes. The search does not go back over the very edge that
/// it came by, but it does over a parallel one.
private struct CutSearch {
  var bridges: [EdgeIndex] = []
  var isCutNode: [Bool]

  private struct Call {
    var node: Int
    /// The edge by which the node was entered; `UInt32.max` for a root.
    var edge: UInt32
    var next = 0
    /// The nodes that were entered from a root.
    var children = 0
  }

  init(_ index: AdjacencyIndex) {
    isCutNode = [Bool](repeating: false, count: index.nodeCount)
    var number = [UInt32](repeating: 0, count: index.nodeCount)
    var low = number
    var clock: UInt32 = 0
    var calls: [Call] = []
    func enter(_ node: Int, by edge: UInt32) {
      clock += 1
      number[node] = clock
      low[node] = clock
      calls.append(Call(node: node, edge: edge))
    }

    for root in 0..<index.nodeCount where number[root] == 0 {
      enter(root, by: .max)
      while let call = calls.last {
        let node = call.node
        guard let entry = index.neighbor(call.next, of: node) else {
          calls.removeLast()
          guard let caller = calls.last else {
            if call.children > 1 { isCutNode[node] = true }
            continue
          }
          low[caller.node] = min(low[caller.node], low[node])
          if low[node] > number[caller.node] { bridges.append(EdgeIndex(rawValue: call.edge)) }
          if calls.count > 1, low[node] >= number[caller.node] { isCutNode[caller.node] = true }
          continue
        }
        calls[calls.count - 1].next += 1
        guard entry.edge != call.edge else { continue }
        let other = Int(entry.node)
        if number[other] == 0 {
          calls[calls.count - 1].children += 1
          enter(other, by: entry.edge)
        } else {
          low[node] = min(low[node], number[other])
        }
      }
    }
  }
}

extension AdjacencyIndex {
  /// The entry in this place of a node's outgoing entries followed by its incoming ones.
  func neighbor(_ place: Int, of node: Int) -> AdjacencyEntry? {
    let out = outgoing.range(node)
    if place < out.count { return outgoing.entry(out.lowerBound + place) }
    let into = incoming.range(node)
    let rest = place - out.count
    return rest < into.count ? incoming.entry(into.lowerBound + rest) : nil
  }
}
