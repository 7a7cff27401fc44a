import DequeModule
import GraphModel

extension AdjacencyIndex {
  /// The nodes and edges that every path from one node to another passes, walked by the rules of
  /// ``paths(_:)``.
  ///
  /// Nodes and hops come in the order in which every path passes them. Of parallel edges none is
  /// passed by every path. Where there is no path nothing is a chokepoint, and the report says why
  /// there is none.
  ///
  /// Without a bound on the hops: one shortest path P is walked, and from each node of P everything
  /// that can be reached without P. A node or a hop of P is a chokepoint when nothing that was
  /// reached before it leads to P behind it; this is the linear method for the dominators of one
  /// node (T. Lengauer & R. Tarjan 1979, doi:10.1145/357062.357071, for all nodes). With a bound,
  /// each node and hop of P is left out in turn to see whether the rest is still within the bound.
  ///
  /// - Complexity: O(n + m) time and space; with a bound of h hops O(h (n + m)) time.
  public func chokepoints(_ query: ChokepointQuery) throws(PathError) -> ChokepointReport {
    let paths = query.pathQuery
    try paths.check(in: self)
    let walk = ShortestWalk(paths, on: self)
    guard let path = walk.find() else {
      return ChokepointReport(
        query: query, graph: graph, nodes: [], steps: [],
        absence: PathSearch(paths, on: self).explainAbsence().reason)
    }
    // No path has as many hops as there are nodes.
    let isForced =
      (query.maxHops ?? .max) < nodeCount - 1
      ? walk.passedWithinBound(path) : walk.passedByAll(path)
    return ChokepointReport(
      query: query, graph: graph,
      nodes: path.indices.dropLast().filter { isForced.nodes[$0] }.map {
        NodeIndex(rawValue: path[$0].node)
      },
      steps: path.indices.filter { isForced.hops[$0] }.map {
        PathStep(edge: graph[EdgeIndex(rawValue: path[$0].edge)], isReversed: path[$0].isReversed)
      },
      absence: nil)
  }
}

extension ChokepointQuery {
  /// The question for the shortest path under the same rules.
  fileprivate var pathQuery: PathQuery {
    PathQuery(
      from: from, to: to, avoid: avoid, filter: filter, maxHops: maxHops, limit: 1,
      direction: direction, ranking: .hops)
  }
}

/// Breadth-first searches between two nodes.
private struct ShortestWalk {
  private let rules: WalkRules
  private let source: Int
  private let target: Int
  private let maxHops: Int

  /// For each hop of a path, whether all paths make it and whether all visit the node after it.
  struct Forced {
    var hops: [Bool]
    var nodes: [Bool]
  }

  init(_ query: PathQuery, on index: AdjacencyIndex) {
    rules = WalkRules(
      index, direction: query.direction, filter: query.filter, avoid: query.avoid,
      ranking: .hops)
    source = query.from.position
    target = query.to.position
    maxHops = query.maxHops ?? .max
  }

  /// A path of fewest hops within the bound, without a node or a hop; nil where there is none.
  func find(withoutNode node: UInt32 = .max, withoutHop banned: WalkHop? = nil) -> [WalkHop]? {
    var arrival = [WalkHop?](repeating: nil, count: rules.nodeCount)
    var depth = [UInt32](repeating: 0, count: rules.nodeCount)
    var queue: Deque<Int> = [source]
    while let here = queue.popFirst(), arrival[target] == nil, depth[here] < maxHops {
      rules.forEachHop(from: here) { hop in
        let next = Int(hop.node)
        guard hop.node != node, hop != banned, next != source, arrival[next] == nil else {
          return
        }
        arrival[next] = WalkHop(
          node: UInt32(here), edge: hop.edge, isReversed: hop.isReversed)
        depth[next] = depth[here] + 1
        queue.append(next)
      }
    }
    var path: [WalkHop] = []
    var here = target
    while here != source {
      guard let hop = arrival[here] else { return nil }
      path.append(WalkHop(node: UInt32(here), edge: hop.edge, isReversed: hop.isReversed))
      here = Int(hop.node)
    }
    return path.reversed()
  }

  /// What every path passes, of any length.
  func passedByAll(_ path: [WalkHop]) -> Forced {
    /// The place of each node on the path, the start at 0; −1 beside it.
    var place = [Int](repeating: -1, count: rules.nodeCount)
    place[source] = 0
    for (position, hop) in path.enumerated() { place[Int(hop.node)] = position + 1 }
    var forced = Forced(hops: path.map { _ in false }, nodes: path.map { _ in false })
    var wasReached = [Bool](repeating: false, count: rules.nodeCount)
    /// The farthest place on the path that was reached without the hop of the path before it.
    var farthest = 0
    var stack: [Int] = []
    for position in path.indices {
      stack.append(position == 0 ? source : Int(path[position - 1].node))
      while let here = stack.popLast() {
        rules.forEachHop(from: here) { hop in
          let next = Int(hop.node)
          if hop.edge == path[position].edge, place[here] == position { return }
          if place[next] >= 0 {
            farthest = max(farthest, place[next])
          } else if !wasReached[next] {
            wasReached[next] = true
            stack.append(next)
          }
        }
      }
      forced.hops[position] = farthest <= position
      // The node behind the hop is passed by all when nothing leads past it, the hop or not.
      forced.nodes[position] = farthest <= position + 1
    }
    return forced
  }

  /// What every path within the bound passes.
  func passedWithinBound(_ path: [WalkHop]) -> Forced {
    Forced(
      hops: path.map { find(withoutHop: $0) == nil },
      nodes: path.map { Int($0.node) != target && find(withoutNode: $0.node) == nil })
  }
}
