import GraphModel

extension LinkedDataRecords {
  /// The graph itself, named by its base IRI.
  func dataset() -> JSONObject {
    var record: JSONObject = [
      "id": .string(identifiers.prefixes.base),
      "type": ["schema:Dataset", "prov:Entity"],
    ]
    if !graph.title.isEmpty { record.append("title", text: graph.title) }
    record.append(
      "about", texts: graph.focus.map { identifiers.written(graph[$0].id.rawValue) })
    record.append(
      "wasDerivedFrom",
      texts: graph.documents.indices.compactMap { documents[DocumentIndex($0)] })
    return record
  }

  /// A document that the graph was read from.
  func document(_ position: Int) -> JSONObject {
    let document = graph.documents[position]
    var record = JSONObject()
    record.append("id", text: documents[DocumentIndex(position)])
    record.append("type", ["schema:Article", "prov:Entity"])
    record.append(
      "title",
      document.title.map { QuotedLanguage.tagged($0, QuotedLanguage.tag(document.language)) })
    record.append("creator", texts: document.authors)
    record.append("fileName", text: document.name)
    record.append("language", text: QuotedLanguage.tag(document.language))
    record.append("url", address(document.url))
    return record
  }

  /// A cited work.
  func reference(_ position: Int) -> JSONObject {
    let reference = graph.references[position]
    var record = identified(reference.id, as: identifiers.written(reference.id))
    record.append("type", text: PublicationClass.name(of: reference))
    record.append("title", text: reference.title)
    record.append("creator", texts: distinct(reference.authors))
    record.append("publicationName", text: reference.container)
    record.append("publicationYear", text: reference.year.flatMap(Self.gregorianYear))
    record.append("volume", text: reference.volume)
    record.append("issue", text: reference.issue)
    record.append("pages", text: reference.pages)
    record.append("doi", text: reference.doi)
    record.append("pmid", text: reference.pmid)
    record.append("url", address(reference.url))
    record.append("citation", text: reference.text ?? reference.citation)
    record.append("citationKey", text: reference.key)
    return record
  }

  /// The lexical form of `xsd:gYear`: four digits at least; nil for what cannot be a year of
  /// publication.
  private static func gregorianYear(_ year: Int) -> String? {
    guard (1...9999).contains(year) else { return nil }
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// An address that is no IRI is kept as text.
  private func address(_ url: String?) -> JSONValue? {
    url.map { IRISyntax.isAbsolute($0) ? .string($0) : ["@value": .string($0)] }
  }
}

/// The class of a work in FaBiO, the FRBR-aligned Bibliographic Ontology.
enum PublicationClass {
  /// By CSL type (CSL 1.0.2, Appendix III). A work without a type that stands in a volume of
  /// something is taken for a journal article; whatever else there is, is an expression.
  static func name(of reference: Reference) -> String {
    switch reference.type {
    case "article-journal": "fabio:JournalArticle"
    case "article-magazine": "fabio:MagazineArticle"
    case "article-newspaper": "fabio:NewspaperArticle"
    case "book": "fabio:Book"
    case "chapter": "fabio:BookChapter"
    case "paper-conference": "fabio:ConferencePaper"
    case "thesis": "fabio:Thesis"
    case nil where reference.container != nil && reference.volume != nil: "fabio:JournalArticle"
    default: "fabio:Expression"
    }
  }
}
