import GraphModel

extension AdjacencyIndex {
  /// A bound on the number of nodes of any shortest path; exact for none, small for most graphs.
  ///
  /// Within a strongly connected component no shortest path has more hops than there are from its
  /// busiest node to the farthest one and back from the farthest one, together; between components
  /// a path goes along the order of them, so the greatest sum over such a row is a bound (for
  /// undirected graphs: M. Riondato & E. Kornaropoulos 2016, doi:10.1007/s10618-015-0423-0).
  ///
  /// - Complexity: O(n + m) time, O(n) space.
  func vertexDiameterBound(along: SimpleRows, against: SimpleRows, isDirected: Bool) -> Int {
    let components = isDirected ? stronglyConnectedComponents() : connectedComponents()
    var sizes = [Int](repeating: 0, count: components.count)
    var farthest = FarthestNode(components: components.componentOfNode, rows: along)
    for (number, members) in components.members.enumerated() {
      guard members.count > 1 else {
        sizes[number] = members.count
        continue
      }
      let busiest =
        members.max { a, b in
          let (left, right) = (degree(a), degree(b))
          return left != right ? left < right : a > b
        } ?? members[0]
      let start = Int(along.numberOfNode[busiest.position])
      let hops = farthest.hops(from: start, over: along) + farthest.hops(from: start, over: against)
      sizes[number] = min(members.count, hops + 1)
    }
    return isDirected ? longestRow(of: components, sizes) : sizes.max() ?? 0
  }

  private func degree(_ node: NodeIndex) -> Int {
    outgoing.count(node.position) + incoming.count(node.position)
  }

  /// The greatest sum of sizes along the edges between components.
  private func longestRow(of components: Components, _ sizes: [Int]) -> Int {
    let component = components.componentOfNode
    var entering = [Int](repeating: 0, count: components.count)
    func forEachExit(_ number: Int, _ body: (Int) -> Void) {
      for node in components.members[number] {
        for entry in outgoing[node.position] where Int(component[Int(entry.node)]) != number {
          body(Int(component[Int(entry.node)]))
        }
      }
    }
    for number in sizes.indices { forEachExit(number) { entering[$0] += 1 } }
    var ready = sizes.indices.filter { entering[$0] == 0 }
    var sums = sizes
    var greatest = 0
    while let number = ready.popLast() {
      greatest = max(greatest, sums[number])
      forEachExit(number) { next in
        sums[next] = max(sums[next], sums[number] + sizes[next])
        entering[next] -= 1
        if entering[next] == 0 { ready.append(next) }
      }
    }
    return greatest
  }
}

/// How far the farthest node of a component is from one of it.
private struct FarthestNode {
  private let component: [UInt32]
  private let nodeOfNumber: Buffer<UInt32>
  private var isSeen: [Bool]

  init(components: [UInt32], rows: SimpleRows) {
    component = components
    nodeOfNumber = rows.nodeOfNumber
    isSeen = [Bool](repeating: false, count: rows.nodeCount)
  }

  /// In hops over nodes of the component.
  mutating func hops(from start: Int, over rows: SimpleRows) -> Int {
    let mine = component[Int(nodeOfNumber[start])]
    var queue = [UInt32(truncatingIfNeeded: start)]
    isSeen[start] = true
    var (first, hops) = (0, -1)
    while first < queue.count {
      let end = queue.count
      for place in first..<end {
        for entry in rows.range(Int(queue[place])) {
          let next = Int(rows.neighbors[entry])
          guard !isSeen[next], component[Int(nodeOfNumber[next])] == mine else { continue }
          isSeen[next] = true
          queue.append(rows.neighbors[entry])
        }
      }
      first = end
      hops += 1
    }
    for node in queue { isSeen[Int(node)] = false }
    return hops
  }
}
