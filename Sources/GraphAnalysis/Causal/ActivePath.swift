import DequeModule
import GraphModel

/// Looks for a path that carries dependence between two sets of nodes, given a third.
///
/// A path is active given Z when each of its colliders (nodes at which two arrows meet) is in Z or
/// leads to a node of Z, and none of its other nodes is in Z. Without an active path, the two are
/// d-separated.
///
/// Breadth-first over pairs of a node and the side from which it was reached, as the "Bayes ball"
/// rolls (R. D. Shachter 1998, arXiv:1301.7412). A shortest active walk is a path.
///
/// - Complexity: O(n + m) time and space.
struct ActivePathSearch {
  private let view: DiagramView
  private let isGiven: [Bool]
  private let leadsToGiven: NodeMask

  init(_ view: DiagramView, given: [Int]) {
    self.view = view
    var isGiven = [Bool](repeating: false, count: view.nodeCount)
    for node in given { isGiven[node] = true }
    self.isGiven = isGiven
    leadsToGiven = view.ancestors(of: given)
  }

  /// A node and the side from which it was reached: even from a child or as a start, odd from a
  /// parent.
  private typealias State = Int

  private struct Arrival {
    var state: State
    var edge: UInt32
    var isReversed: Bool
  }

  /// A shortest active path from one of `sources` to one of `targets`; nil where there is none.
  func find(from sources: [Int], to targets: [Int]) -> [PathStep]? {
    var isTarget = [Bool](repeating: false, count: view.nodeCount)
    for node in targets { isTarget[node] = true }
    var arrival = [Arrival?](repeating: nil, count: view.nodeCount * 2)
    var isStart = [Bool](repeating: false, count: view.nodeCount)
    var queue: Deque<State> = []
    for node in sources {
      isStart[node] = true
      queue.append(node * 2)
    }
    var found: State?
    while found == nil, let state = queue.popFirst() {
      let node = state / 2
      let isFromParent = state % 2 == 1
      func reach(_ entry: AdjacencyEntry, isUp: Bool) {
        let next = Int(entry.node)
        let reached = next * 2 + (isUp ? 0 : 1)
        guard found == nil, !isStart[next], arrival[reached] == nil else { return }
        arrival[reached] = Arrival(state: state, edge: entry.edge, isReversed: isUp)
        if isTarget[next] { found = reached }
        queue.append(reached)
      }
      if !isGiven[node] { view.forEachChild(of: node) { reach($0, isUp: false) } }
      if isFromParent ? leadsToGiven[node] : !isGiven[node] {
        view.forEachParent(of: node) { reach($0, isUp: true) }
      }
    }
    guard var state = found else { return nil }
    var steps: [PathStep] = []
    while let before = arrival[state] {
      steps.append(
        PathStep(
          edge: view.diagram.graph[EdgeIndex(rawValue: before.edge)],
          isReversed: before.isReversed))
      state = before.state
    }
    return steps.reversed()
  }
}
