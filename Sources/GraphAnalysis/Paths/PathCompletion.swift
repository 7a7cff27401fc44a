/// Finds the best way to complete a path that has been walked in part.
protocol PathCompletion {
  var plan: PathPlan { get }
  /// How many hops may still be looked at.
  var effort: Int { get }

  /// Takes work done elsewhere off what may still be done.
  mutating func spend(_ hops: Int)
  /// Does what pays where more paths are asked for than the last, which costs so much.
  mutating func prepareForMore(beyond cost: PathCost)
  /// Forgets the part already walked.
  mutating func unblockAll()
  /// Adds a node to the part already walked.
  mutating func block(_ node: UInt32)
  /// Whether a node is in the part already walked.
  func isBlocked(_ node: UInt32) -> Bool

  /// The best completion from a node; nil where there is none, or where the work is spent.
  ///
  /// - Parameters:
  ///   - node: the last node of the part already walked.
  ///   - stage: its stage.
  ///   - walked: what the part already walked costs.
  ///   - banned: edges over which the completion must not leave the node.
  mutating func completion(
    from node: Int, stage: Int, walked: PathCost, banned: [UInt32]
  ) -> [WalkHop]?

  /// What can be said of the best completion with less work; nil where there is none.
  mutating func outlook(
    from node: Int, stage: Int, walked: PathCost, banned: [UInt32]
  ) -> PathOutlook?
}

extension PathCompletion {
  mutating func prepareForMore(beyond cost: PathCost) {}

  /// Whether the work has come to its bound.
  var isSpent: Bool { effort < 0 }
}

/// What is known of the completions of a path before they are searched.
struct PathOutlook {
  /// The least that a path can cost.
  var cost: PathCost
  /// The least node that a path of that cost can visit next.
  var next: UInt32
}
