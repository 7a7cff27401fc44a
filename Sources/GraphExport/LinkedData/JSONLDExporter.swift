package import GraphModel

/// Writes a graph as JSON-LD 1.1 (W3C Recommendation of 16 July 2020).
///
/// The context stands in the document, so that nothing is fetched; every resource has an absolute
/// IRI, so that there are no blank nodes; identifiers are written as they are everywhere else
/// (``LinkedDataIdentifiers``). In `@graph` stand, in this order and each in the graph's canonical
/// order: the graph itself, its documents, its references, its concepts, its statements, and the
/// descriptions of etiograph's own terms.
///
/// A statement is an n-ary Biolink association with its evidence inside it; a plain triple stands
/// beside it, on its subject, only where an author asserted it (``AssertedTriples``).
package enum JSONLDExporter {
  /// The document of a graph.
  ///
  /// - Parameter prefixes: the prefixes and the base to write with; the graph's own, mostly.
  /// - Complexity: O(n + m) before the first record.
  package static func document(_ graph: KnowledgeGraph, prefixes: PrefixMap) -> JSONDocument {
    let records = LinkedDataRecords(graph, prefixes: prefixes)
    var document = JSONDocument()
    document.append(
      "@context",
      LinkedDataContext.value(
        prefixes: records.prefixes(), quotedLanguage: records.language.common))
    document.append(
      "@graph",
      records: [
        JSONDocument.Records([records.dataset()]),
        JSONDocument.Records(count: graph.documents.count, record: records.document),
        JSONDocument.Records(count: graph.references.count, record: records.reference),
        JSONDocument.Records(count: graph.nodeCount, record: records.concept),
        JSONDocument.Records(count: graph.edgeCount, record: records.association),
        JSONDocument.Records(LinkedDataTerms.records),
      ])
    return document
  }
}
