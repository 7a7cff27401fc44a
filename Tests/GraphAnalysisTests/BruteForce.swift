import GraphModel

/// Slow and plain answers, to hold the algorithms against.
struct BruteForce {
  var nodeCount: Int
  var edges: [TestEdge]

  struct Hop: Hashable {
    var edge: Int
    var to: Int
  }

  /// The hops from a node by the rules of walking.
  func hops(from node: Int, isCausalOnly: Bool) -> [Hop] {
    edges.indices.flatMap { number -> [Hop] in
      let edge = edges[number]
      let isCausal = edge.predicate.directness == .causal
      guard !edge.isNegated, edge.subject != edge.object else { return [] }
      if edge.subject == node, isCausal || !isCausalOnly {
        return [Hop(edge: number, to: edge.object)]
      }
      if edge.object == node, !isCausal, !isCausalOnly {
        return [Hop(edge: number, to: edge.subject)]
      }
      return []
    }
  }

  /// Every simple path, as the hops that it makes.
  func paths(
    from: Int, to: Int, via: [Int] = [], avoid: Set<Int> = [], maxHops: Int = .max,
    isCausalOnly: Bool = false
  ) -> [[Hop]] {
    var found: [[Hop]] = []
    func extend(_ path: [Hop], _ visited: [Int]) {
      guard let here = visited.last else { return }
      if here == to {
        let places = via.map { visited.firstIndex(of: $0) ?? -1 }
        if !places.contains(-1), places == places.sorted() { found.append(path) }
        return
      }
      guard path.count < maxHops else { return }
      for hop in hops(from: here, isCausalOnly: isCausalOnly)
      where !visited.contains(hop.to) && !avoid.contains(hop.to) {
        extend(path + [hop], visited + [hop.to])
      }
    }
    extend([], [from])
    return found
  }

  /// The nodes that are reached, along the edges or along and against them.
  func reached(from start: Int, bothWays: Bool, without: Int? = nil, withoutEdge: Int? = nil)
    -> Set<Int>
  {
    var reached: Set<Int> = [start]
    var changes = true
    while changes {
      changes = false
      for (number, edge) in edges.enumerated() where !edge.isNegated && number != withoutEdge {
        if edge.subject == without || edge.object == without { continue }
        if reached.contains(edge.subject) {
          changes = reached.insert(edge.object).inserted || changes
        }
        if bothWays, reached.contains(edge.object) {
          changes = reached.insert(edge.subject).inserted || changes
        }
      }
    }
    return reached
  }
}
