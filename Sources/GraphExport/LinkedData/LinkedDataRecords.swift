import GraphModel

/// The records of a graph's JSON-LD document, each made when it is asked for.
struct LinkedDataRecords: Sendable {
  let graph: KnowledgeGraph
  let published: PublishedIdentifiers
  let documents: DocumentIdentifiers
  let language: QuotedLanguage
  let asserted: AssertedTriples
  let disagreements: Disagreements

  var identifiers: LinkedDataIdentifiers { published.identifiers }

  init(_ graph: KnowledgeGraph, prefixes: PrefixMap) {
    self.graph = graph
    published = PublishedIdentifiers(graph, prefixes: prefixes)
    documents = DocumentIdentifiers(graph.documents)
    language = QuotedLanguage(graph)
    disagreements = Disagreements(graph)
    asserted = AssertedTriples(graph, disagreements)
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
      for index in Set(table.values) where index != 0 { note(graph.storage.strings[index]) }
    }
    if graph.storage.evidence.count > 0 { note("ECO:0000204") }
    return used.sorted().compactMap { prefix in
      identifiers.namespace(of: prefix).map { (prefix: prefix, namespace: $0) }
    }
  }
}
