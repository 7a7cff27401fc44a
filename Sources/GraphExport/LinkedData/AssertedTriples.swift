import GraphModel

/// The statements that stand in linked data as plain triples, and not as associations alone.
///
/// A triple `subject predicate object` says that something is so; nothing on it says how firmly.
/// It is therefore written only where an author said it outright, which is when all of this holds:
///
/// - the statement is not negated, and no other statement of the graph speaks against it, by a denial
///   or by the opposite direction of change (``Disagreements``);
/// - its knowledge level is `knowledge_assertion` or `logical_entailment`;
/// - its certainty is established or probable, so never for "may", "might" or "some suggest";
/// - no sentence of its evidence speaks against it.
///
/// Everything else is in the graph as an association with its hedge. Two edges with the same
/// three parts are one triple. Self-loops are treated like any other edge.
///
/// - Complexity: O(n + m + evidence) time to make; 4 bytes for each node and each asserted edge.
struct AssertedTriples: Sendable {
  /// The asserted edges of node `i` are `edges[offsets[i] ..< offsets[i + 1]]`.
  private var offsets: [UInt32]
  private var edges: [UInt32]

  private struct Triple: Hashable {
    var subject: UInt32
    var predicate: UInt16
    var object: UInt32
  }

  init(_ graph: KnowledgeGraph, _ disagreements: Disagreements) {
    let columns = graph.storage.edges
    // Whatever directions its statements tell, a triple tells none.
    var denied = Set<Triple>()
    for row in 0..<columns.count
    where columns.flags[row] & 1 != 0 || disagreements.isDisputed(EdgeIndex(row)) {
      denied.insert(Self.triple(row, columns))
    }
    var chosen: [UInt32] = []
    offsets = [UInt32](repeating: 0, count: graph.nodeCount + 1)
    for row in 0..<columns.count
    where Self.isAssertion(row, of: graph) && !denied.contains(Self.triple(row, columns)) {
      chosen.append(UInt32(row))
      offsets[Int(columns.subject[row]) + 1] += 1
    }
    for node in 0..<graph.nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    edges = [UInt32](repeating: 0, count: chosen.count)
    for row in chosen {
      let subject = Int(columns.subject[Int(row)])
      edges[Int(next[subject])] = row
      next[subject] += 1
    }
  }

  private static func triple(_ row: Int, _ columns: EdgeColumns) -> Triple {
    Triple(
      subject: columns.subject[row], predicate: columns.predicate[row],
      object: columns.object[row])
  }

  private static func isAssertion(_ row: Int, of graph: KnowledgeGraph) -> Bool {
    let columns = graph.storage.edges
    let level = KnowledgeLevel(rawValue: columns.knowledgeLevel[row])
    guard columns.flags[row] & 1 == 0,
      columns.certainty[row] >= Certainty.probable.rawValue,
      level == .knowledgeAssertion || level == .logicalEntailment
    else { return false }
    let evidence = graph.storage.evidence
    return graph.storage.evidenceOfEdge[UInt32(row)].allSatisfy {
      evidence.stance(at: $0) != .contradicts
    }
  }

  /// The predicates and objects of a subject's triples, each once, in the order of the edges.
  func statements(of node: NodeIndex, in graph: KnowledgeGraph) -> [Statements] {
    var found: [Statements] = []
    for position in Int(offsets[node.position])..<Int(offsets[node.position + 1]) {
      let edge = graph[EdgeIndex(rawValue: edges[position])]
      let place =
        found.firstIndex { $0.predicate == edge.predicate }
        ?? {
          found.append(Statements(predicate: edge.predicate))
          return found.count - 1
        }()
      if found[place].seen.insert(edge.objectIndex).inserted {
        found[place].objects.append(edge.objectIndex)
      }
    }
    return found
  }

  /// What one subject is said to be related to by one predicate.
  struct Statements {
    var predicate: Predicate
    var objects: [NodeIndex] = []
    fileprivate var seen = Set<NodeIndex>()

    fileprivate init(predicate: Predicate) { self.predicate = predicate }
  }
}
