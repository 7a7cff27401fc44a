import GraphModel

/// How communities are looked for.
public struct CommunityOptions: Sendable, Hashable {
  /// Whether edges count by their strength (`Edge.score`); without, every edge counts 1.
  public var isWeighted: Bool
  /// Greater than 1 for more and smaller communities, less for fewer and greater; above 0.
  public var resolution: Double
  /// What the random order starts from: the same seed gives the same communities.
  public var seed: UInt64

  /// Options, by default for the modularity of M. Newman & M. Girvan.
  public init(isWeighted: Bool = false, resolution: Double = 1, seed: UInt64 = 1) {
    self.isWeighted = isWeighted
    self.resolution = resolution
    self.seed = seed
  }
}

/// The communities of a graph.
public struct Communities: Sendable, Hashable {
  /// The communities.
  public let components: Components
  /// The share of edges within communities beyond what chance would put there, at the resolution
  /// that was asked for; 0 in a graph without edges.
  public let modularity: Double
  /// Whether the search came to its end; else it was stopped, and these are the best so far.
  public let isComplete: Bool
}

extension AdjacencyIndex {
  /// Communities: groups of nodes with more edges within them than chance would put there.
  ///
  /// The Leiden algorithm for modularity: V. Traag, L. Waltman & N. J. van Eck 2019, *From Louvain
  /// to Leiden: guaranteeing well-connected communities*, doi:10.1038/s41598-019-41695-z. Each
  /// community is connected. Directions are ignored; parallel edges add; self-loops do not count. A
  /// node without edges is a community of its own. Modularity at resolution γ (J. Reichardt & S.
  /// Bornholdt 2006, doi:10.1103/PhysRevE.74.016110) is Σ over communities of w/m − γ (s/2m)², with
  /// w the weight of the edges within, s the sum of the nodes' strengths and m the weight of all
  /// edges. Finding the greatest is NP-hard: this is a good partition, not the only one.
  ///
  /// - Throws: ``CentralityError/invalidOption(name:value:)`` for a resolution that is no positive
  ///   number.
  /// - Complexity: close to O(n + m) time for each of a few rounds, O(n + m) space.
  public func communities(
    _ options: CommunityOptions = CommunityOptions(), work: WorkContext = WorkContext()
  ) throws(CentralityError) -> Communities {
    guard options.resolution > 0, options.resolution.isFinite else {
      throw .invalidOption(name: "the resolution", value: options.resolution)
    }
    let rows = WeightedRows(self, isWeighted: options.isWeighted)
    var leiden = Leiden(rows, options)
    work.cancellation?.begin("finding communities")
    let isComplete = leiden.run { work.isCancelled }
    let found = leiden.communityOfNode
    // Numbered by their first node.
    var number = [Int](repeating: -1, count: nodeCount)
    var count = 0
    let numbered = found.map { community in
      if number[community] < 0 {
        number[community] = count
        count += 1
      }
      return UInt32(number[community])
    }
    return Communities(
      components: Components(componentOfNode: numbered, count: count),
      modularity: rows.modularity(found, resolution: options.resolution), isComplete: isComplete)
  }
}

extension WeightedRows {
  func modularity(_ communityOfNode: [Int], resolution: Double) -> Double {
    let total = total
    guard total > 0 else { return 0 }
    var inside = [Double](repeating: 0, count: nodeCount)
    var strengths = inside
    for node in 0..<nodeCount {
      let community = communityOfNode[node]
      strengths[community] += strength[node]
      inside[community] += strength[node]
      for place in range(node) where communityOfNode[neighbors[place]] != community {
        inside[community] -= weights[place]
      }
    }
    var sum = 0.0
    for community in 0..<nodeCount {
      let share = strengths[community] / total
      sum += inside[community] / total - resolution * share * share
    }
    return sum
  }
}
