import GraphModel

/// What KGX tables have no place for: the title of a graph, its prefixes, what it is about, its
/// documents and its works. It is written beside the tables as `NAME_metadata.json`.
enum KGXDescription {
  /// The document; nil where there is nothing to say that the tables do not.
  ///
  /// - Complexity: O(n + citations).
  static func document(_ graph: KnowledgeGraph, prefixes: PrefixMap) -> JSONDocument? {
    let works = describedWorks(of: graph)
    let standard = PrefixMap()
    guard
      !graph.title.isEmpty || prefixes.base != standard.base || !graph.documents.isEmpty
        || !works.isEmpty || graph.focus != focusByRole(of: graph)
        || KGXJSONExporter.added(prefixes) != nil
    else { return nil }
    let records = KGXRecords(graph)
    return KGXJSONExporter.sources(
      of: graph, records, prefixes: prefixes, focus: graph.focus,
      works: JSONDocument.Records(count: works.count) { records.reference(Int(works[$0])) })
  }

  /// The works of which more is known than their identifier says, and those that nothing cites.
  private static func describedWorks(of graph: KnowledgeGraph) -> [UInt32] {
    let references = graph.storage.references
    var isCited = [Bool](repeating: false, count: references.count)
    for cell in graph.storage.evidence.citations.values {
      let position = cell.citation.reference.position
      if position < isCited.count { isCited[position] = true }
    }
    return (0..<UInt32(references.count)).filter {
      references.described[$0] != nil || !isCited[Int($0)]
    }
  }

  /// What tables alone tell of what a graph is about.
  private static func focusByRole(of graph: KnowledgeGraph) -> [NodeIndex] {
    let roles = graph.storage.nodes.role
    return roles.indices.filter { roles[$0] == Role.condition.rawValue }.map { NodeIndex($0) }
  }
}
