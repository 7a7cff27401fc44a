package import GraphModel

/// Writes a graph as KGX JSON: one object with `nodes` and `edges` (KGX format as JSON,
/// https://github.com/biolink/kgx, `specification/kgx-format.md`).
///
/// Fields with a slot in the Biolink Model 4 have its name. What Biolink has no slot for is named
/// by etiograph: on a node `abbreviations` and `role`, on an edge `certainty` and `evidence`, on
/// the graph `base`, `title`, `prefixes`, `focus`, `documents` and `references`. They stand before
/// the nodes and edges, so that a reader can take the file in one pass. Nothing of the graph is
/// lost: read back, the file gives the same graph.
package enum KGXJSONExporter {
  /// The document of a graph.
  ///
  /// - Parameter prefixes: the prefixes and the base to write; the graph's own, mostly.
  package static func document(_ graph: KnowledgeGraph, prefixes: PrefixMap) -> JSONDocument {
    let records = KGXRecords(graph)
    var document = sources(
      of: graph, records, prefixes: prefixes,
      focus: graph.focus.isEmpty ? nil : graph.focus,
      works: JSONDocument.Records(count: graph.references.count, record: records.reference))
    document.append(
      "nodes", records: [JSONDocument.Records(count: graph.nodeCount, record: records.node)])
    document.append(
      "edges", records: [JSONDocument.Records(count: graph.edgeCount, record: records.edge)])
    return document
  }

  /// What a graph was made from: its base, title and prefixes, what it is about where that is given,
  /// its documents, and works of it.
  static func sources(
    of graph: KnowledgeGraph, _ records: KGXRecords, prefixes: PrefixMap, focus: [NodeIndex]?,
    works: JSONDocument.Records
  ) -> JSONDocument {
    var document = JSONDocument()
    document.append("base", .string(prefixes.base))
    if !graph.title.isEmpty { document.append("title", .string(graph.title)) }
    document.append("prefixes", added(prefixes))
    if let focus { document.append("focus", .strings(focus.map { graph[$0].id.rawValue })) }
    document.append(
      "documents",
      records: [JSONDocument.Records(count: graph.documents.count, record: records.document)])
    document.append("references", records: [works])
    return document
  }

  /// The prefixes that are not well known, or stand for something else than is well known.
  static func added(_ prefixes: PrefixMap) -> JSONValue? {
    let wellKnown = PrefixMap()
    var object = JSONObject()
    for (prefix, namespace) in prefixes.all
    where prefix != PrefixMap.local && wellKnown[prefix] != namespace {
      object.append(prefix, text: namespace)
    }
    return object.members.isEmpty ? nil : object.value
  }
}
