import GraphModel
import HeapModule

extension AdjacencyIndex {
  /// The simple cycles: rows of edges, each from its subject to its object as stored, that end
  /// where they start and visit no other node twice.
  ///
  /// On the multigraph every choice among parallel edges is a cycle of its own, and a self-loop is
  /// a cycle of one edge. To find feedback among causes, index the causal edges alone. The cycles
  /// are those of networkx's `simple_cycles`, which names each set of nodes once however many
  /// parallel edges there are.
  ///
  /// D. B. Johnson 1975, doi:10.1137/0204007, with a stack of its own; with `maxLength`, the bound
  /// is kept by the least number of hops back to the start instead of by Johnson's blocking.
  ///
  /// - Parameters:
  ///   - limit: the greatest number of cycles to report; none for less than 1.
  ///   - maxLength: the greatest number of edges of a cycle; nil for no bound.
  /// - Complexity: O((n + m)(c + 1)) time for c cycles reported, O(n + m) space; with `maxLength`
  ///   exponential in it at worst.
  public func cycles(
    limit: Int = 100, maxLength: Int? = nil, work: WorkContext = WorkContext()
  ) -> CycleReport {
    work.cancellation?.begin("looking for cycles")
    var search = CycleSearch(self, limit: max(0, limit), maxLength: maxLength, work)
    return search.run()
  }
}

/// Johnson's algorithm.
private struct CycleSearch {
  private let index: AdjacencyIndex
  private let limit: Int
  private let maxLength: Int?
  private let work: WorkContext
  private var steps = 0
  private(set) var isStopped = false
  private var cycles: [GraphCycle] = []
  private var isTruncated = false
  private var components: StrongComponentSearch
  /// The part in which cycles are looked for: nodes stamped with the present mark.
  private var part: [UInt32]
  private var mark: UInt32 = 0
  /// Johnson's "blocked" and "B".
  private var isBlocked: [Bool]
  private var waiting: [Int: Set<Int>] = [:]
  /// The least number of hops back to the start, where the length is bounded.
  private var hopsBack: [Int: Int] = [:]

  private struct Part: Comparable {
    var nodes: [Int]
    static func < (a: Part, b: Part) -> Bool { (a.nodes.first ?? 0) < (b.nodes.first ?? 0) }
  }

  private struct Call {
    var node: Int
    var edge: UInt32
    var next: Int
    var hasCycle = false
  }

  init(_ index: AdjacencyIndex, limit: Int, maxLength: Int?, _ work: WorkContext) {
    self.index = index
    self.work = work
    self.limit = limit
    self.maxLength = maxLength
    components = StrongComponentSearch(nodeCount: index.nodeCount)
    part = [UInt32](repeating: 0, count: index.nodeCount)
    isBlocked = [Bool](repeating: false, count: index.nodeCount)
  }

  mutating func run() -> CycleReport {
    var heap = Heap<Part>()
    for members in index.stronglyConnectedComponents().members {
      insert(members.map(\.position), into: &heap)
    }
    while !isTruncated, let next = heap.popMin(), let start = next.nodes.first {
      if work.isCancelled {
        (isTruncated, isStopped) = (true, true)
        break
      }
      mark += 1
      for node in next.nodes { part[node] = mark }
      search(from: start, among: next.nodes)
      // What is left falls into strongly connected parts of its own.
      let rest = Array(next.nodes.dropFirst())
      part[start] = 0
      components.restart(in: rest)
      let (inside, present) = (part, mark)
      for node in rest {
        components.visit(node, in: index.outgoing) { inside[$0] == present }
      }
      var groups: [UInt32: [Int]] = [:]
      for node in rest { groups[components.component[node], default: []].append(node) }
      for group in groups.values { insert(group, into: &heap) }
    }
    return CycleReport(cycles: cycles, isTruncated: isTruncated, isStopped: isStopped)
  }

  /// Keeps a part that can hold a cycle.
  private func insert(_ nodes: [Int], into heap: inout Heap<Part>) {
    if nodes.count > 1
      || nodes.contains(where: { node in
        index.outgoing[node].contains { Int($0.node) == node }
      })
    {
      heap.insert(Part(nodes: nodes))
    }
  }

  private mutating func search(from start: Int, among nodes: [Int]) {
    waiting.removeAll(keepingCapacity: true)
    for node in nodes { isBlocked[node] = false }
    if maxLength != nil { measureBack(to: start) }
    var calls: [Call] = []
    enter(start, by: .max, &calls)
    while let call = calls.last {
      steps &+= 1
      if steps & 4095 == 0, work.isCancelled {
        (isTruncated, isStopped) = (true, true)
        return
      }
      let node = call.node
      guard call.next < index.outgoing.range(node).upperBound else {
        calls.removeLast()
        leave(call, &calls)
        continue
      }
      calls[calls.count - 1].next += 1
      let entry = index.outgoing.entry(call.next)
      let next = Int(entry.node)
      if next == start {
        if let maxLength, calls.count > maxLength { continue }
        guard cycles.count < limit else {
          isTruncated = true
          return
        }
        calls[calls.count - 1].hasCycle = true
        cycles.append(
          GraphCycle(
            nodes: calls.map { NodeIndex($0.node) },
            edges: (calls.dropFirst().map(\.edge) + [entry.edge]).map(
              EdgeIndex.init(rawValue:))))
      } else if part[next] == mark, !isBlocked[next], mayReturn(next, after: calls.count) {
        enter(next, by: entry.edge, &calls)
      }
    }
  }

  private mutating func enter(_ node: Int, by edge: UInt32, _ calls: inout [Call]) {
    isBlocked[node] = true
    calls.append(Call(node: node, edge: edge, next: index.outgoing.range(node).lowerBound))
  }

  private mutating func leave(_ call: Call, _ calls: inout [Call]) {
    if call.hasCycle || maxLength != nil {
      unblock(call.node)
      if call.hasCycle, !calls.isEmpty { calls[calls.count - 1].hasCycle = true }
    } else {
      for entry in index.outgoing[call.node] where part[Int(entry.node)] == mark {
        waiting[Int(entry.node), default: []].insert(call.node)
      }
    }
  }

  private mutating func unblock(_ first: Int) {
    var stack = [first]
    while let node = stack.popLast() {
      guard isBlocked[node] else { continue }
      isBlocked[node] = false
      stack.append(contentsOf: waiting.removeValue(forKey: node) ?? [])
    }
  }

  /// Whether a node can still be on a cycle within the bound, after some nodes.
  private func mayReturn(_ node: Int, after length: Int) -> Bool {
    guard let maxLength else { return true }
    return (hopsBack[node] ?? .max) <= maxLength - length
  }

  private mutating func measureBack(to start: Int) {
    hopsBack = [start: 0]
    var layer = [start]
    var hops = 0
    while !layer.isEmpty {
      hops += 1
      var next: [Int] = []
      for node in layer {
        for entry in index.incoming[node]
        where part[Int(entry.node)] == mark && hopsBack[Int(entry.node)] == nil {
          hopsBack[Int(entry.node)] = hops
          next.append(Int(entry.node))
        }
      }
      layer = next
    }
  }
}
