import GraphModel

extension PathQuery {
  /// Refuses a question that has no meaning.
  func check(in index: AdjacencyIndex) throws(PathError) {
    for node in [from, to] + via + avoid.sorted() where !index.contains(node) {
      throw .unknownNode(node)
    }
    if from == to { throw .sameEnds(from) }
    var seen: Set<NodeIndex> = []
    for node in via {
      if node == from || node == to { throw .viaIsEnd(node) }
      if !seen.insert(node).inserted { throw .viaRepeats(node) }
    }
    for node in [from, to] + via where avoid.contains(node) { throw .avoidsRequired(node) }
    try Self.checkBounds(limit: limit, maxHops: maxHops, hubPenalty: hubPenalty, effort: effort)
  }

  /// Refuses bounds under which no question can be answered.
  static func checkBounds(
    limit: Int, maxHops: Int? = nil, hubPenalty: Double = 0, effort: Int
  ) throws(PathError) {
    if limit < 1 { throw .limitTooSmall(limit) }
    if let maxHops, maxHops < 1 { throw .maxHopsTooSmall(maxHops) }
    guard hubPenalty >= 0, hubPenalty <= 100 else { throw .hubPenaltyOutOfRange(hubPenalty) }
    if effort < 1 { throw .effortTooSmall(effort) }
  }
}
