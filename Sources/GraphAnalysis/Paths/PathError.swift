public import GraphModel

/// Why a question about paths or chokepoints cannot be asked.
public enum PathError: Error, Sendable, Hashable {
  /// The graph has no node with this number.
  case unknownNode(NodeIndex)
  /// The path would start where it ends.
  case sameEnds(NodeIndex)
  /// A node to visit is the start or the end, which every path visits anyway.
  case viaIsEnd(NodeIndex)
  /// A node to visit is named twice; a path visits no node twice.
  case viaRepeats(NodeIndex)
  /// A node is to be avoided and is the start, the end or a node to visit.
  case avoidsRequired(NodeIndex)
  /// The limit of paths is less than 1.
  case limitTooSmall(Int)
  /// The bound on hops is less than 1.
  case maxHopsTooSmall(Int)
  /// The penalty for hubs is negative, over 100 or no number.
  case hubPenaltyOutOfRange(Double)
  /// The bound on the work is less than 1.
  case effortTooSmall(Int)
}

extension PathError: CustomStringConvertible {
  /// What is wrong, in one sentence without a full stop, with nodes by number.
  public var description: String { message { "node \($0.rawValue)" } }

  /// What is wrong, in one sentence without a full stop, with nodes by their labels.
  public func message(in graph: KnowledgeGraph) -> String {
    message { $0.position < graph.nodeCount ? "'\(graph[$0].label)'" : "node \($0.rawValue)" }
  }

  private func message(_ name: (NodeIndex) -> String) -> String {
    switch self {
    case .unknownNode(let node): "the graph has no node number \(node.rawValue)"
    case .sameEnds(let node): "the path would start and end at \(name(node))"
    case .viaIsEnd(let node):
      "\(name(node)) is an end of the path and cannot be a node on the way"
    case .viaRepeats(let node):
      "\(name(node)) is to be visited twice, but a path visits no node twice"
    case .avoidsRequired(let node): "\(name(node)) is both to be visited and to be avoided"
    case .limitTooSmall(let limit): "the limit of paths must be at least 1, not \(limit)"
    case .maxHopsTooSmall(let hops): "the number of hops must be at least 1, not \(hops)"
    case .hubPenaltyOutOfRange(let penalty):
      "the penalty for hubs must be from 0 to 100, not \(penalty)"
    case .effortTooSmall(let effort): "the bound on the work must be at least 1, not \(effort)"
    }
  }
}
