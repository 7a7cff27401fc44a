public import GraphModel

/// Why a question to a causal diagram cannot be answered.
public enum CausalError: Error, Sendable, Hashable {
  /// The graph has no node with this number.
  case unknownNode(NodeIndex)
  /// A node is named twice, or in two parts of the question.
  case repeats(NodeIndex)
  /// A node that is to be conditioned on is unobserved.
  case unobserved(NodeIndex)
  /// The diagram has cycles among what bears on the question: one shortest cycle of each part in
  /// which the nodes lead to one another, as many as ten.
  case cyclic([GraphCycle])
  /// The limit is less than 1.
  case limitTooSmall(Int)
}

extension CausalError: CustomStringConvertible {
  /// What is wrong, in one sentence without a full stop, with nodes by number.
  public var description: String { message { "node \($0.rawValue)" } }

  /// What is wrong, in one sentence without a full stop, with nodes by their labels.
  public func message(in graph: KnowledgeGraph) -> String {
    message { $0.position < graph.nodeCount ? "'\(graph[$0].label)'" : "node \($0.rawValue)" }
  }

  private func message(_ name: (NodeIndex) -> String) -> String {
    switch self {
    case .unknownNode(let node): return "the graph has no node number \(node.rawValue)"
    case .repeats(let node): return "\(name(node)) is named twice"
    case .unobserved(let node):
      return "\(name(node)) is unobserved and cannot be conditioned on"
    case .limitTooSmall(let limit): return "the limit must be at least 1, not \(limit)"
    case .cyclic(let cycles):
      let ways = cycles.map { cycle in
        (cycle.nodes + cycle.nodes.prefix(1)).map(name).joined(separator: " → ")
      }
      return "a causal diagram has no cycles, but here causes lead back to themselves: "
        + ways.joined(separator: "; ")
    }
  }
}
