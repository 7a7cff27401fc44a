public import GraphModel

/// What differs between two graphs: concepts and statements that came, went or changed.
///
/// A concept is the same where its identifier is, else where both graphs have just one unmatched
/// concept of its name: then its identifier has changed. A statement is the same where its
/// subject, predicate and object are, whatever identifier a data file gives it; of several such
/// (parallel edges) those of equal denial and polarity are matched first, and what is left of one
/// in either graph is one statement that turned round. Where a sentence stands (document, line,
/// section) makes no difference, nor does the order of anything.
///
///     let comparison = GraphComparison(from: yesterday, to: today)
///     for change in comparison.changedStatements { print(change.new.wording, change.changes) }
///
/// - Complexity: O(n + m log m + length of the evidence) time, O(n + m) space.
public struct GraphComparison: Sendable {
  /// A field that differs: what only the old graph has, and what only the new one.
  public struct Change: Sendable, Hashable {
    /// The name of the field, as the commands print it: `certainty`, `quote`, `citation`; of a field
    /// that the model has no name for its own.
    public let field: String
    /// The values that went, in the order of the old graph.
    public let removed: [String]
    /// The values that came, in the order of the new graph.
    public let added: [String]
  }

  /// A concept that is in both graphs, but not the same.
  public struct ConceptChange: Sendable {
    /// The concept in the old graph.
    public let old: Node
    /// The concept in the new graph.
    public let new: Node
    /// What differs, at least one field.
    public let changes: [Change]
  }

  /// A statement that is in both graphs, but not the same.
  public struct StatementChange: Sendable {
    /// The statement in the old graph.
    public let old: Edge
    /// The statement in the new graph.
    public let new: Edge
    /// What differs, at least one field.
    public let changes: [Change]
  }

  /// Concepts that only the new graph has, in its order.
  public private(set) var addedConcepts: [Node] = []
  /// Concepts that only the old graph has, in its order.
  public private(set) var removedConcepts: [Node] = []
  /// Concepts that differ, in the order of the new graph.
  public private(set) var changedConcepts: [ConceptChange] = []
  /// Statements that only the new graph has, in its order.
  public private(set) var addedStatements: [Edge] = []
  /// Statements that only the old graph has, in its order.
  public private(set) var removedStatements: [Edge] = []
  /// Statements that differ, in the order of the new graph.
  public private(set) var changedStatements: [StatementChange] = []

  /// Whether nothing differs.
  public var isEmpty: Bool {
    addedConcepts.isEmpty && removedConcepts.isEmpty && changedConcepts.isEmpty
      && addedStatements.isEmpty && removedStatements.isEmpty && changedStatements.isEmpty
  }

  /// Compares two graphs.
  public init(from old: KnowledgeGraph, to new: KnowledgeGraph) {
    let newOfOld = Self.matchedNodes(old, new)
    var oldOfNew = [NodeIndex?](repeating: nil, count: new.nodeCount)
    for (position, match) in newOfOld.enumerated() {
      if let match {
        oldOfNew[match.position] = NodeIndex(position)
      } else {
        removedConcepts.append(old[NodeIndex(position)])
      }
    }
    for node in new.nodes {
      guard let match = oldOfNew[node.index.position] else {
        addedConcepts.append(node)
        continue
      }
      let changes = ConceptFields.changes(from: old[match], to: node)
      if !changes.isEmpty {
        changedConcepts.append(ConceptChange(old: old[match], new: node, changes: changes))
      }
    }
    compareStatements(old, new, newOfOld: newOfOld)
  }

  // MARK: Concepts

  /// For each concept of the old graph the one that it is in the new.
  private static func matchedNodes(
    _ old: KnowledgeGraph, _ new: KnowledgeGraph
  ) -> [NodeIndex?] {
    var matches = old.nodes.map { new.node(id: $0.id)?.index }
    var isTaken = [Bool](repeating: false, count: new.nodeCount)
    for match in matches { if let match { isTaken[match.position] = true } }
    let free = new.nodes.filter { !isTaken[$0.index.position] }
    let left = old.nodes.filter { matches[$0.index.position] == nil }
    let oldNames = onlyBearers(left)
    for (name, node) in onlyBearers(free) {
      if let bearer = oldNames[name] { matches[bearer.position] = node }
    }
    return matches
  }

  /// The names that just one of the concepts has as its label.
  private static func onlyBearers(_ nodes: [Node]) -> [NameKey: NodeIndex] {
    var bearers: [NameKey: NodeIndex] = [:]
    var shared = Set<NameKey>()
    for node in nodes {
      let name = NameKey(node.label)
      if name.isEmpty || bearers.updateValue(node.index, forKey: name) != nil {
        shared.insert(name)
      }
    }
    return bearers.filter { !shared.contains($0.key) }
  }

  // MARK: Statements

  /// What a statement is about, in the new graph's numbers.
  private struct Claim: Hashable {
    var subject: NodeIndex
    var predicate: Predicate
    var object: NodeIndex
  }

  private mutating func compareStatements(
    _ old: KnowledgeGraph, _ new: KnowledgeGraph, newOfOld: [NodeIndex?]
  ) {
    var unmatched: [Claim: [Edge]] = [:]
    var isRemoved = [Bool](repeating: true, count: old.edgeCount)
    for edge in old.edges {
      guard let subject = newOfOld[edge.subjectIndex.position],
        let object = newOfOld[edge.objectIndex.position]
      else { continue }
      let claim = Claim(subject: subject, predicate: edge.predicate, object: object)
      unmatched[claim, default: []].append(edge)
    }
    var matches = [Edge?](repeating: nil, count: new.edgeCount)
    var left: [Claim: [Edge]] = [:]
    for edge in new.edges {
      let claim = Claim(
        subject: edge.subjectIndex, predicate: edge.predicate, object: edge.objectIndex)
      let place = unmatched[claim]?.firstIndex {
        $0.isNegated == edge.isNegated && $0.polarity == edge.polarity
      }
      if let place {
        matches[edge.index.position] = unmatched[claim]?.remove(at: place)
      } else {
        left[claim, default: []].append(edge)
      }
    }
    for (claim, edges) in left where edges.count == 1 && unmatched[claim]?.count == 1 {
      matches[edges[0].index.position] = unmatched[claim]?.removeFirst()
    }
    for edge in new.edges {
      guard let match = matches[edge.index.position] else {
        addedStatements.append(edge)
        continue
      }
      isRemoved[match.index.position] = false
      let changes = StatementFields.changes(from: match, to: edge)
      if !changes.isEmpty {
        changedStatements.append(StatementChange(old: match, new: edge, changes: changes))
      }
    }
    removedStatements = old.edges.filter { isRemoved[$0.index.position] }
  }
}
