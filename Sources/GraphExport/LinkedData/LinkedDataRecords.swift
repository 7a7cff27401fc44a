import GraphModel

/// The records of a graph's JSON-LD document, each made when it is asked for.
struct LinkedDataRecords: Sendable {
  let graph: KnowledgeGraph
  let identifiers: LinkedDataIdentifiers
  let documents: DocumentIdentifiers
  let language: QuotedLanguage
  let asserted: AssertedTriples
  /// What edges are called whose own identifier is already a node's or another edge's.
  let edgeIdentifiers: [EdgeIndex: String]

  init(_ graph: KnowledgeGraph, prefixes: PrefixMap) {
    self.graph = graph
    identifiers = LinkedDataIdentifiers(prefixes: prefixes)
    documents = DocumentIdentifiers(graph.documents)
    language = QuotedLanguage(graph)
    asserted = AssertedTriples(graph)
    edgeIdentifiers = Self.clashes(in: graph, identifiers)
  }

  /// Edges that a data file gave an identifier which is not theirs alone. One resource must not be
  /// two things, so that these are named by a hash of their identifier and content.
  ///
  /// - Complexity: O(1) for a graph whose edges have no identifiers of a file's, else O(n + m).
  private static func clashes(
    in graph: KnowledgeGraph, _ identifiers: LinkedDataIdentifiers
  ) -> [EdgeIndex: String] {
    if graph.storage.edges.givenID.isEmpty { return [:] }
    var taken = Set(graph.nodes.lazy.map { identifiers.iri($0.id.rawValue) })
    taken.insert(identifiers.prefixes.base)
    for reference in graph.references { taken.insert(identifiers.iri(reference.id)) }
    var clashes: [EdgeIndex: String] = [:]
    for edge in graph.edges
    where !taken.insert(identifiers.iri(edge.id.rawValue)).inserted {
      let digits = ContentHash.digits(
        of: edge.id.rawValue, edge.subject.id.rawValue, edge.predicate.curie,
        edge.object.id.rawValue, edge.isNegated ? "negated" : "", edge.polarity.name)
      let id = "\(PrefixMap.local):edge-\(digits)"
      taken.insert(identifiers.iri(id))
      clashes[edge.index] = id
    }
    return clashes
  }

  /// The prefixes that some record uses, sorted, with their namespaces.
  ///
  /// - Complexity: O(n + references + distinct predicates and categories).
  func prefixes() -> [(prefix: String, namespace: String)] {
    var used: Set<String> = [PrefixMap.local]
    func note(_ id: String) {
      if let prefix = identifiers.prefix(of: id) { used.insert(prefix) }
    }
    for node in graph.nodes {
      note(node.id.rawValue)
      for match in node.exactMatches { note(match) }
      for match in node.closeMatches { note(match) }
    }
    let edges = graph.storage.edges
    for category in graph.storage.nodes.categoryTable { note(category.curie) }
    for predicate in edges.predicateTable { note(predicate.curie) }
    for reference in graph.references { note(reference.id) }
    for table in [edges.givenID, edges.source] {
      for index in Set(table.values) { note(graph.storage.strings[index]) }
    }
    if graph.storage.evidence.count > 0 { note("ECO:0000204") }
    return used.sorted().compactMap { prefix in
      identifiers.namespace(of: prefix).map { (prefix: prefix, namespace: $0) }
    }
  }
}
