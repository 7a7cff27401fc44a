import GraphModel

/// Finds which nodes are drawn inside the box of the group that they are a kind or a part of.
///
/// A node lies in the box of the first group that an un-negated `subclass_of` or `part_of` names
/// for it; a further group is shown by an ordinary line. A cycle is cut where it would close. A box holds at
/// most ``largestBox`` concepts, nested at most ``deepestBox`` deep, so that it stays one that a
/// reader takes in; what does not fit is shown by a line as well.
///
/// - Complexity: O(n + m · depth).
struct Containments {
  static let largestBox = 24
  static let deepestBox = 4
  /// What is shown by lying in a box: a member and its group, a part and its whole.
  static let predicates: Set<Predicate> = [.subclassOf, .partOf]

  /// For each node, the group and the edge; nil for the root of a box.
  private(set) var containers: [Containment?]
  /// The roles, completed along the groups.
  private(set) var roles: [Role?]

  init(_ graph: KnowledgeGraph, allowsBoxes: Bool) {
    containers = [Containment?](repeating: nil, count: graph.nodeCount)
    roles = graph.nodes.map(\.role)
    guard allowsBoxes else { return }
    var sizes = [Int](repeating: 1, count: graph.nodeCount)
    var heights = [Int](repeating: 1, count: graph.nodeCount)
    for edge in graph.edges where Self.predicates.contains(edge.predicate) && !edge.isNegated {
      let member = edge.subjectIndex.position
      let group = edge.objectIndex.position
      guard containers[member] == nil, roles[member] != .condition || roles[group] == .condition
      else { continue }
      if let a = roles[member], let b = roles[group], a != b { continue }
      let chain = ancestors(of: group)
      guard !chain.contains(member), let root = chain.last,
        sizes[root] + sizes[member] <= Self.largestBox,
        chain.count + heights[member] <= Self.deepestBox
      else { continue }
      containers[member] = Containment(group: group, edge: edge.index.position)
      sizes[root] += sizes[member]
      for (steps, ancestor) in chain.enumerated() {
        heights[ancestor] = max(heights[ancestor], heights[member] + steps + 1)
      }
    }
    shareRoles()
  }

  /// The node, its group, the group's group and so on up to the root of the box.
  private func ancestors(of node: Int) -> [Int] {
    var chain = [node]
    var current = node
    while let next = containers[current]?.group {
      chain.append(next)
      current = next
    }
    return chain
  }

  /// A member without a role has that of its group, and a group that of its first member.
  private mutating func shareRoles() {
    for node in containers.indices where roles[node] != nil {
      for ancestor in ancestors(of: node) where roles[ancestor] == nil {
        roles[ancestor] = roles[node]
      }
    }
    for node in containers.indices where roles[node] == nil {
      roles[node] = ancestors(of: node).first { roles[$0] != nil }.flatMap { roles[$0] }
    }
  }
}
