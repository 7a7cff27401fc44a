import GraphModel

extension AdjacencyIndex {
  /// The strongly connected components: the largest sets of nodes that all reach one another along
  /// the direction of the edges, from subject to object as stored.
  ///
  /// A node on no cycle is a component of its own. The greatest is found by itself
  /// (``GreatComponent``), the others by R. Tarjan 1972, doi:10.1137/0201010, with a stack of its own.
  /// The components are those of networkx's `strongly_connected_components`.
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  public func stronglyConnectedComponents() -> Components {
    let great = GreatComponent(self)
    let isGreat: (Int) -> Bool = { node in great?.contains(node) ?? false }
    var search = StrongComponentSearch(nodeCount: nodeCount)
    for node in 0..<nodeCount where !isGreat(node) {
      search.visit(node, in: outgoing) { !isGreat($0) }
    }
    // Numbers in the order of first nodes instead of the order of discovery; of the great one it is
    // the last.
    let found = search.count + (great == nil ? 0 : 1)
    var renumbered = [UInt32](repeating: UInt32.max, count: found)
    var count: UInt32 = 0
    var componentOfNode = search.component
    for node in componentOfNode.indices {
      let number = isGreat(node) ? search.count : Int(componentOfNode[node])
      if renumbered[number] == .max {
        renumbered[number] = count
        count += 1
      }
      componentOfNode[node] = renumbered[number]
    }
    return Components(componentOfNode: componentOfNode, count: found)
  }
}

/// Tarjan's algorithm, over any part of a graph.
struct StrongComponentSearch {
  /// The component of every node that was visited.
  private(set) var component: [UInt32]
  /// The number of components that were found.
  private(set) var count = 0
  /// Tarjan's "number": when a node was first seen; 0 for not yet.
  private var number: [UInt32]
  /// Tarjan's "lowlink".
  private var low: [UInt32]
  private var clock: UInt32 = 0
  /// Nodes that are in no component yet.
  private var open: [Int] = []
  private var calls: [Call] = []

  private struct Call {
    var node: Int
    var next: Int
  }

  init(nodeCount: Int) {
    component = [UInt32](repeating: .max, count: nodeCount)
    number = [UInt32](repeating: 0, count: nodeCount)
    low = number
  }

  /// Starts again in a part of the graph, whose components are numbered from 0.
  mutating func restart(in nodes: some Sequence<Int>) {
    count = 0
    for node in nodes {
      number[node] = 0
      component[node] = .max
    }
  }

  /// Finds the components of everything that is reached from a node over nodes that belong.
  mutating func visit(_ first: Int, in rows: AdjacencyRows, belongs: (Int) -> Bool) {
    guard number[first] == 0 else { return }
    // Whatever was visited before is in a component: only whether it has a number still counts.
    clock = 0
    enter(first, in: rows)
    while let call = calls.last {
      let node = call.node
      guard call.next < rows.range(node).upperBound else {
        calls.removeLast()
        if let caller = calls.last { low[caller.node] = min(low[caller.node], low[node]) }
        if low[node] == number[node] { close(node) }
        continue
      }
      calls[calls.count - 1].next += 1
      let other = Int(rows.entry(call.next).node)
      guard belongs(other) else { continue }
      if number[other] == 0 {
        enter(other, in: rows)
      } else if component[other] == .max {
        low[node] = min(low[node], number[other])
      }
    }
  }

  private mutating func enter(_ node: Int, in rows: AdjacencyRows) {
    clock += 1
    number[node] = clock
    low[node] = clock
    open.append(node)
    calls.append(Call(node: node, next: rows.range(node).lowerBound))
  }

  private mutating func close(_ root: Int) {
    while let node = open.popLast() {
      component[node] = UInt32(count)
      if node == root { break }
    }
    count += 1
  }
}
