public import GraphModel

extension AdjacencyIndex {
  /// The immediate dominator of every node, seen from a start: the last node before it that every
  /// way from the start passes, walked by the rules of ``paths(_:)``.
  ///
  /// The start has none, and neither has a node that cannot be reached. What dominates a node is
  /// found by following its immediate dominators back to the start. K. D. Cooper, T. J. Harvey & K.
  /// Kennedy 2001, *A Simple, Fast Dominance Algorithm*; the numbers are those of networkx's
  /// `immediate_dominators` where all edges are causal.
  ///
  /// - Throws: ``PathError/unknownNode(_:)``.
  /// - Complexity: O(n + m) time for graphs whose cycles nest little, O(n²) at worst; O(n) space.
  public func immediateDominators(
    from start: NodeIndex, direction: PathQuery.Direction = .any, filter: EdgeFilter = .all
  ) throws(PathError) -> [NodeIndex?] {
    guard contains(start) else { throw .unknownNode(start) }
    let rules = WalkRules(self, direction: direction, filter: filter, avoid: [], ranking: .hops)
    let order = Self.postorder(rules, from: start.position)
    let none = -1
    var place = [Int](repeating: none, count: nodeCount)
    for (number, node) in order.enumerated() { place[node] = number }
    /// By place in postorder, where the start comes last.
    var dominator = [Int](repeating: none, count: order.count)
    guard let root = order.indices.last else { return [] }
    dominator[root] = root
    var changes = true
    while changes {
      changes = false
      for number in stride(from: root - 1, through: 0, by: -1) {
        var found = none
        rules.forEachHop(into: order[number]) { hop in
          var other = place[Int(hop.node)]
          guard other != none, dominator[other] != none else { return }
          if found == none {
            found = other
            return
          }
          while other != found {
            while other < found { other = dominator[other] }
            while found < other { found = dominator[found] }
          }
        }
        if dominator[number] != found {
          dominator[number] = found
          changes = true
        }
      }
    }
    return place.map { number in
      number == none || number == root ? nil : NodeIndex(order[dominator[number]])
    }
  }

  /// The nodes that are reached from a start, each after what was first reached from it.
  private static func postorder(_ rules: WalkRules, from start: Int) -> [Int] {
    var order: [Int] = []
    var wasSeen = [Bool](repeating: false, count: rules.nodeCount)
    /// A node, or its complement once everything behind it is on the stack.
    var stack = [start]
    while let top = stack.popLast() {
      if top < 0 {
        order.append(~top)
        continue
      }
      if wasSeen[top] { continue }
      wasSeen[top] = true
      stack.append(~top)
      rules.forEachHop(from: top) { if !wasSeen[Int($0.node)] { stack.append(Int($0.node)) } }
    }
    return order
  }
}
