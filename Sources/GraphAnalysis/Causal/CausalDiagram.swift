import DequeModule
public import GraphModel

/// The causal edges of a graph as a causal diagram: a directed graph without cycles.
///
/// An edge is drawn from its subject to its object where its predicate is causal, whatever its sign
/// and its certainty; parallel edges are one. Associations, hierarchies and negated statements are
/// no part of it. What follows from a diagram holds only if the diagram leaves out no cause that
/// two of its nodes share, so an answer is an answer *of the graph*, not of nature: J. Pearl 2009,
/// *Causality*, doi:10.1017/CBO9780511803161.
///
/// - Complexity: O(n + m log m) time to make, O(n + m) space.
public struct CausalDiagram: Sendable {
  /// The graph whose edges it draws.
  public let graph: KnowledgeGraph
  /// The children of every node, ascending.
  let children: [[Int]]
  /// The parents of every node, ascending.
  let parents: [[Int]]

  /// The diagram of the causal edges of an index.
  public init(_ index: AdjacencyIndex) {
    graph = index.graph
    var children = [[Int]](repeating: [], count: index.nodeCount)
    var parents = children
    for node in 0..<index.nodeCount {
      for entry in index.outgoing[node]
      where index.weights.directness(Int(entry.edge)) == .causal && Int(entry.node) != node {
        children[node].append(Int(entry.node))
      }
      children[node] = children[node].sortedWithoutRepeats()
      for child in children[node] { parents[child].append(node) }
    }
    self.children = children
    self.parents = parents
  }

  private init(graph: KnowledgeGraph, children: [[Int]]) {
    self.graph = graph
    self.children = children
    var parents = [[Int]](repeating: [], count: children.count)
    for node in children.indices { for child in children[node] { parents[child].append(node) } }
    self.parents = parents
  }

  var nodeCount: Int { children.count }

  /// The diagram without the arrows from one node to some others.
  func without(arrowsFrom node: Int, to others: (Int) -> Bool) -> CausalDiagram {
    var children = children
    children[node].removeAll(where: others)
    return CausalDiagram(graph: graph, children: children)
  }

  /// Whether each node is one of some, or an ancestor of one.
  func areAncestors(of nodes: [Int]) -> [Bool] { reached(from: nodes, over: parents) }

  /// Whether each node is one of some, or a descendant of one.
  func areDescendants(of nodes: [Int]) -> [Bool] { reached(from: nodes, over: children) }

  private func reached(from nodes: [Int], over next: [[Int]]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: nodeCount)
    var stack = nodes
    for node in nodes { isReached[node] = true }
    while let node = stack.popLast() {
      for other in next[node] where !isReached[other] {
        isReached[other] = true
        stack.append(other)
      }
    }
    return isReached
  }

  /// A cycle among some nodes, the smallest of its nodes first; nil where there is none.
  func cycle(among isInside: [Bool]) -> [Int]? {
    /// 0 not seen, 1 on the stack, 2 done.
    var state = [UInt8](repeating: 0, count: nodeCount)
    for root in 0..<nodeCount where isInside[root] && state[root] == 0 {
      var path = [root]
      var next = [0]
      state[root] = 1
      while let node = path.last, let place = next.last {
        guard place < children[node].count else {
          state[node] = 2
          path.removeLast()
          next.removeLast()
          continue
        }
        next[next.count - 1] += 1
        let child = children[node][place]
        guard isInside[child] else { continue }
        if state[child] == 1, let start = path.firstIndex(of: child) {
          let cycle = Array(path[start...])
          let least = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
          return Array(cycle[least...] + cycle[..<least])
        }
        if state[child] == 0 {
          state[child] = 1
          path.append(child)
          next.append(0)
        }
      }
    }
    return nil
  }

  /// Whether some nodes are d-separated from others by a set: whether no path between them is open
  /// when the set is held fixed.
  ///
  /// A path is blocked by a node of the set that is no collider on it, and by a collider that
  /// neither is in the set nor has a descendant there (Pearl 2009, definition 1.2.3). Found by
  /// walking along all open paths at once (R. Shachter 1998, arXiv:1301.7412).
  ///
  /// - Complexity: O(n + m) time and space.
  func areSeparated(_ from: Int, _ to: Int, given set: [Int]) -> Bool {
    var isGiven = [Bool](repeating: false, count: nodeCount)
    for node in set { isGiven[node] = true }
    let opens = areAncestors(of: set)
    /// 2v where v was come to from a child, 2v + 1 where from a parent.
    var wasSeen = [Bool](repeating: false, count: 2 * nodeCount)
    var queue: Deque<Int> = [2 * from]
    wasSeen[2 * from] = true
    func visit(_ state: Int) {
      guard !wasSeen[state] else { return }
      wasSeen[state] = true
      queue.append(state)
    }
    while let state = queue.popFirst() {
      let node = state / 2
      if node == to { return false }
      if state % 2 == 0 {
        guard !isGiven[node] else { continue }
        for parent in parents[node] { visit(2 * parent) }
        for child in children[node] { visit(2 * child + 1) }
      } else {
        if !isGiven[node] { for child in children[node] { visit(2 * child + 1) } }
        if opens[node] { for parent in parents[node] { visit(2 * parent) } }
      }
    }
    return true
  }
}

extension [Int] {
  /// The numbers ascending, each once.
  func sortedWithoutRepeats() -> [Int] {
    var kept: [Int] = []
    for number in sorted() where number != kept.last { kept.append(number) }
    return kept
  }
}
