import DequeModule

/// The Leiden algorithm: move nodes, refine the communities, and start again with the refined
/// communities as nodes.
struct Leiden {
  private let original: WeightedRows
  private let resolution: Double
  private let total: Double
  private var random: SampleRandom
  /// The community of every node of the graph that was given.
  private(set) var communityOfNode: [Int]

  init(_ rows: WeightedRows, _ options: CommunityOptions) {
    original = rows
    resolution = options.resolution
    total = rows.total
    random = SampleRandom(options.seed)
    communityOfNode = Array(0..<rows.nodeCount)
  }

  /// Runs until nothing changes; false where it was stopped before.
  mutating func run(isCancelled: () -> Bool) -> Bool {
    guard total > 0 else { return true }
    defer { splitParts() }
    // Once more from the communities that were found, as long as that betters them.
    var best = -Double.infinity
    for _ in 0..<10 {
      let start = communityOfNode
      guard pass(isCancelled) else { return false }
      let quality = original.modularity(communityOfNode, resolution: resolution)
      guard quality > best + 1e-12 else {
        if quality < best { communityOfNode = start }
        return true
      }
      best = quality
    }
    return true
  }

  /// Makes the parts of a community that no edge joins communities of their own, which is always
  /// better.
  private mutating func splitParts() {
    var part = [Int](repeating: -1, count: original.nodeCount)
    var stack: [Int] = []
    for first in part.indices where part[first] < 0 {
      part[first] = first
      stack.append(first)
      while let node = stack.popLast() {
        for place in original.range(node) {
          let other = original.neighbors[place]
          guard part[other] < 0, communityOfNode[other] == communityOfNode[node] else { continue }
          part[other] = first
          stack.append(other)
        }
      }
    }
    communityOfNode = part
  }

  private mutating func pass(_ isCancelled: () -> Bool) -> Bool {
    var rows = original
    var community = communityOfNode
    /// The node of the present graph that each given node is in.
    var place = Array(0..<original.nodeCount)
    while true {
      guard !isCancelled() else { return false }
      guard move(rows, &community, isCancelled) else { return false }
      for node in place.indices { communityOfNode[node] = community[place[node]] }
      let refined = refine(rows, community)
      guard refined.count < rows.nodeCount else { return true }
      var above = [Int](repeating: 0, count: refined.count)
      for node in 0..<rows.nodeCount { above[refined.group[node]] = community[node] }
      // Communities are numbered by nodes, of which there are fewer now.
      var number = [Int](repeating: -1, count: rows.nodeCount)
      var count = 0
      for group in above.indices {
        if number[above[group]] < 0 {
          number[above[group]] = count
          count += 1
        }
        above[group] = number[above[group]]
      }
      rows = rows.aggregated(refined.group, count: refined.count)
      for node in place.indices { place[node] = refined.group[place[node]] }
      community = above
    }
  }

  /// Moves nodes to the community that betters the partition most, as long as any does; false where
  /// it was stopped before.
  private mutating func move(
    _ rows: WeightedRows, _ community: inout [Int], _ isCancelled: () -> Bool
  ) -> Bool {
    let count = rows.nodeCount
    var strengths = [Double](repeating: 0, count: count)
    var sizes = [Int](repeating: 0, count: count)
    for node in 0..<count {
      strengths[community[node]] += rows.strength[node]
      sizes[community[node]] += 1
    }
    var empty = (0..<count).filter { sizes[$0] == 0 }
    var order = Array(0..<count)
    for place in 0..<count { order.swapAt(place, place + random.next(below: count - place)) }
    var queue = Deque(order)
    var isQueued = [Bool](repeating: true, count: count)
    var toCommunity = [Double](repeating: 0, count: count)
    var steps = 0
    while let node = queue.popFirst() {
      steps += 1
      if steps & 4095 == 0, isCancelled() { return false }
      isQueued[node] = false
      let mine = community[node]
      let strength = rows.strength[node]
      var near: [Int] = []
      for place in rows.range(node) {
        let other = community[rows.neighbors[place]]
        if toCommunity[other] == 0 { near.append(other) }
        toCommunity[other] += rows.weights[place]
      }
      strengths[mine] -= strength
      sizes[mine] -= 1
      let factor = resolution * strength / total
      var best = mine
      var gain = toCommunity[mine] - factor * strengths[mine]
      for other in near where other != mine {
        let value = toCommunity[other] - factor * strengths[other]
        if value > gain + 1e-12 * total { (best, gain) = (other, value) }
      }
      if gain < -1e-12 * total, let alone = empty.last { best = alone }
      for other in near { toCommunity[other] = 0 }
      if sizes[mine] == 0, best != mine { empty.append(mine) }
      if sizes[best] == 0, best != mine { empty.removeLast() }
      strengths[best] += strength
      sizes[best] += 1
      guard best != mine else { continue }
      community[node] = best
      for place in rows.range(node) {
        let neighbor = rows.neighbors[place]
        if community[neighbor] != best, !isQueued[neighbor] {
          isQueued[neighbor] = true
          queue.append(neighbor)
        }
      }
    }
    return true
  }

  /// Splits each community into groups that are well connected: nodes join neighbours of their own
  /// community, each at most once, and only where both are well connected with the rest of it.
  private mutating func refine(
    _ rows: WeightedRows, _ community: [Int]
  ) -> (group: [Int], count: Int) {
    let count = rows.nodeCount
    var group = Array(0..<count)
    var isAlone = [Bool](repeating: true, count: count)
    var groupStrength = rows.strength
    var communityStrength = [Double](repeating: 0, count: count)
    for node in 0..<count { communityStrength[community[node]] += rows.strength[node] }
    /// How much leads from each group to the rest of its community.
    var outside = [Double](repeating: 0, count: count)
    for node in 0..<count {
      for place in rows.range(node) where community[rows.neighbors[place]] == community[node] {
        outside[node] += rows.weights[place]
      }
    }
    func isWellConnected(_ group: Int, in community: Int) -> Bool {
      let rest = communityStrength[community] - groupStrength[group]
      return outside[group] >= resolution * groupStrength[group] * rest / total - 1e-12 * total
    }
    var order = Array(0..<count)
    for place in 0..<count { order.swapAt(place, place + random.next(below: count - place)) }
    var toGroup = [Double](repeating: 0, count: count)
    for node in order where isAlone[node] && isWellConnected(node, in: community[node]) {
      var near: [Int] = []
      for place in rows.range(node) where community[rows.neighbors[place]] == community[node] {
        let other = group[rows.neighbors[place]]
        if toGroup[other] == 0 { near.append(other) }
        toGroup[other] += rows.weights[place]
      }
      var best = node
      var gain = 0.0
      for other in near where isWellConnected(other, in: community[node]) {
        let value = toGroup[other] - resolution * rows.strength[node] * groupStrength[other] / total
        if value > gain { (best, gain) = (other, value) }
      }
      if best != node {
        outside[best] += outside[node] - 2 * toGroup[best]
        groupStrength[best] += rows.strength[node]
        group[node] = best
        isAlone[node] = false
        isAlone[best] = false
      }
      for other in near { toGroup[other] = 0 }
    }
    var number = [Int](repeating: -1, count: count)
    var groups = 0
    for node in 0..<count {
      if number[group[node]] < 0 {
        number[group[node]] = groups
        groups += 1
      }
      group[node] = number[group[node]]
    }
    return (group, groups)
  }
}
