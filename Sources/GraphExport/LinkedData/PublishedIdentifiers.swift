package import GraphModel

/// What the nodes and edges of a graph are called in everything that is published: one identity in
/// the linked data, the drawings and the tables.
///
/// It is the identifier itself, wherever that can stand in an IRI (see
/// ``LinkedDataIdentifiers``), and it never holds white space, a control character or a quotation
/// mark.
package struct PublishedIdentifiers: Sendable {
  let identifiers: LinkedDataIdentifiers
  /// What edges are called whose own identifier is already a node's or another edge's.
  private let replaced: [EdgeIndex: String]

  /// - Parameter prefixes: the prefixes and the base to publish with; nil for the graph's own.
  package init(_ graph: KnowledgeGraph, prefixes: PrefixMap? = nil) {
    identifiers = LinkedDataIdentifiers(prefixes: prefixes ?? graph.prefixes)
    replaced = Self.clashes(in: graph, identifiers)
  }

  /// What a node is called.
  ///
  /// - Complexity: O(length).
  package func id(of node: Node) -> String { identifiers.written(node.id.rawValue) }

  /// What an edge is called.
  ///
  /// - Complexity: O(length).
  package func id(of edge: Edge) -> String {
    replaced[edge.index] ?? identifiers.written(edge.id.rawValue)
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
}
