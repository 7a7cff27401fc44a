import GraphModel

/// A causal diagram without some of its arrows: those from one set of nodes to another.
struct DiagramView {
  let diagram: CausalDiagram
  private let isTail: [Bool]
  private let isHead: [Bool]

  /// The whole diagram.
  init(_ diagram: CausalDiagram) { self.init(diagram, without: [], to: []) }

  /// The diagram without the arrows from `tails` to `heads`.
  init(_ diagram: CausalDiagram, without tails: [Int], to heads: [Int]) {
    self.diagram = diagram
    var isTail: [Bool] = []
    var isHead: [Bool] = []
    if !tails.isEmpty && !heads.isEmpty {
      isTail = [Bool](repeating: false, count: diagram.arrows.nodeCount)
      isHead = isTail
      for node in tails { isTail[node] = true }
      for node in heads { isHead[node] = true }
    }
    self.isTail = isTail
    self.isHead = isHead
  }

  var nodeCount: Int { diagram.arrows.nodeCount }

  @inline(__always)
  private func isRemoved(from tail: Int, to head: Int) -> Bool {
    !isTail.isEmpty && isTail[tail] && isHead[head]
  }

  /// The arrows into a node, each with the parent at its other end.
  @inline(__always)
  func forEachParent(of node: Int, _ body: (AdjacencyEntry) -> Void) {
    for entry in diagram.arrows.incoming[node]
    where !isRemoved(from: Int(entry.node), to: node) { body(entry) }
  }

  /// The arrows out of a node, each with the child at its other end.
  @inline(__always)
  func forEachChild(of node: Int, _ body: (AdjacencyEntry) -> Void) {
    for entry in diagram.arrows.outgoing[node]
    where !isRemoved(from: node, to: Int(entry.node)) { body(entry) }
  }

  /// The nodes and everything that they lead to, not through those of `barring`.
  func descendants(of nodes: [Int], barring: [Int] = []) -> NodeMask {
    closure(of: nodes, barring: barring) { node, visit in
      forEachChild(of: node) { visit(Int($0.node)) }
    }
  }

  /// The nodes and everything that leads to them, not through those of `barring`.
  func ancestors(of nodes: [Int], barring: [Int] = []) -> NodeMask {
    closure(of: nodes, barring: barring) { node, visit in
      forEachParent(of: node) { visit(Int($0.node)) }
    }
  }

  private func closure(
    of nodes: [Int], barring: [Int] = [], _ next: (Int, (Int) -> Void) -> Void
  ) -> NodeMask {
    var isClosed = [Bool](repeating: false, count: nodeCount)
    for node in barring { isClosed[node] = true }
    var isReached = [Bool](repeating: false, count: nodeCount)
    var stack = nodes
    for node in nodes { isReached[node] = true }
    while let node = stack.popLast() {
      next(node) { reached in
        guard !isReached[reached], !isClosed[reached] else { return }
        isReached[reached] = true
        stack.append(reached)
      }
    }
    return NodeMask(isReached)
  }
}
