import GraphModel

/// A question about paths made ready for the search: ends, stops and stages.
///
/// A walk is at stage `s` when it has visited the first `s` of the nodes on the way. Node `v` at
/// stage `s` is the state `s · n + v`. A node on the way can be entered at its own stage alone,
/// the end at the last stage alone, and the start never again.
final class PathPlan: Sendable {
  let rules: WalkRules
  let source: Int
  let target: Int
  let via: [Int]
  /// The greatest number of hops; `UInt64.max` for no bound.
  let maxHops: UInt64
  /// What stops the search.
  private let work: WorkContext

  init(_ query: PathQuery, on index: AdjacencyIndex, _ work: WorkContext) {
    self.work = work
    rules = WalkRules(
      index, direction: query.direction, filter: query.walkedFilter, avoid: query.avoid,
      ranking: query.ranking, hubPenalty: query.hubPenalty)
    source = query.from.position
    target = query.to.position
    via = query.via.map(\.position)
    maxHops = query.maxHops.map(UInt64.init) ?? .max
  }

  /// Whether the search is to stop. It asks the clock: once in a thousand hops is often enough.
  var isStopped: Bool { work.isCancelled }

  var lastStage: Int { via.count }
  var nodeCount: Int { rules.nodeCount }
  var stateCount: Int { nodeCount * (via.count + 1) }
  var hasHopBound: Bool { maxHops != .max }

  func state(_ node: Int, stage: Int) -> Int { stage * nodeCount + node }
  func node(of state: Int) -> Int { state % nodeCount }
  func stage(of state: Int) -> Int { state / nodeCount }
  var goal: Int { state(target, stage: lastStage) }

  /// Where stage `s` starts.
  func start(ofStage stage: Int) -> Int { stage == 0 ? source : via[stage - 1] }
  /// Where stage `s` ends.
  func stop(ofStage stage: Int) -> Int { stage == lastStage ? target : via[stage] }

  /// The stage of a walk that enters a node at a stage; nil where it must not.
  @inline(__always)
  func stage(entering node: UInt32, at stage: Int) -> Int? {
    let node = Int(node)
    if node == source { return nil }
    if node == target { return stage == lastStage ? stage : nil }
    if via.isEmpty { return stage }
    guard let position = via.firstIndex(of: node) else { return stage }
    return position == stage ? stage + 1 : nil
  }

  /// The stage from which a walk came to a node where it is at a stage.
  @inline(__always)
  func stage(before node: Int, at stage: Int) -> Int {
    stage > 0 && via[stage - 1] == node ? stage - 1 : stage
  }
}
