import GraphModel

/// A filter made ready for one graph: an answer per edge in constant time.
///
/// - Complexity: to make, O(p) time and space for p distinct predicates, and O(n) for n nodes
///   where a category is asked for.
struct EdgeTest: Sendable {
  private let subject: Column<UInt32>
  private let object: Column<UInt32>
  private let predicate: Column<UInt16>
  private let flags: Column<UInt8>
  private let certainty: Column<UInt8>
  private let predicatePasses: [Bool]
  /// Whether edges of each predicate pass without a polarity.
  private let passesUnsigned: [Bool]
  /// One answer per node; empty where no category is asked for.
  private let nodePasses: [Bool]
  private let leastCertainty: UInt8
  /// Whether every edge passes that is not negated.
  let passesAll: Bool

  init(_ filter: EdgeFilter, in graph: KnowledgeGraph) {
    let columns = graph.storage.edges
    subject = columns.subject
    object = columns.object
    predicate = columns.predicate
    flags = columns.flags
    certainty = columns.certainty
    predicatePasses = columns.predicateTable.map { predicate in
      (filter.predicates?.contains(predicate) ?? true)
        && (filter.directness?.contains(predicate.directness) ?? true)
    }
    passesUnsigned = columns.predicateTable.map {
      !filter.statesPolarity || $0.directness == .hierarchical
    }
    if let wanted = filter.categories {
      nodePasses = graph.nodes.map { $0.categories.contains(where: wanted.contains) }
    } else {
      nodePasses = []
    }
    leastCertainty = filter.minimumCertainty?.rawValue ?? 0
    passesAll = filter.isEmpty
  }

  /// Whether the edge in this row passes.
  func passes(_ row: Int) -> Bool {
    guard flags[row] & 1 == 0 else { return false }
    if passesAll { return true }
    guard predicatePasses[Int(predicate[row])], certainty[row] >= leastCertainty else {
      return false
    }
    if flags[row] >> 1 == 0, !passesUnsigned[Int(predicate[row])] { return false }
    return nodePasses.isEmpty || (nodePasses[Int(subject[row])] && nodePasses[Int(object[row])])
  }
}
