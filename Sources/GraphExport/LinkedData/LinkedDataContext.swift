/// The inline context of the JSON-LD documents: which name stands for which term.
///
/// Names of Biolink slots are Biolink's own (`knowledge_level`), so that an edge reads alike here
/// and in KGX; `subject`, `predicate` and `object` are `rdf:subject`, `rdf:predicate` and
/// `rdf:object`, which is what the Biolink Model 4 maps them to.
enum LinkedDataContext {
  /// The namespace of etiograph's own terms, described in every document.
  static let termNamespace = "https://example.org/etiograph/ns#"

  /// The namespaces that the terms stand in, by prefix.
  static let namespaces: [String: String] = Dictionary(
    uniqueKeysWithValues: orderedNamespaces.map { ($0.prefix, $0.iri) })

  private static let orderedNamespaces: [(prefix: String, iri: String)] = [
    ("biolink", "https://w3id.org/biolink/vocab/"),
    ("cito", "http://purl.org/spar/cito/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("etio", termNamespace),
    ("fabio", "http://purl.org/spar/fabio/"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("prism", "http://prismstandard.org/namespaces/basic/2.0/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "http://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  private enum Kind {
    case literal
    /// The value is an identifier.
    case link
    /// The value has this datatype.
    case typed(String)
  }

  private static let terms: [(name: String, term: String, kind: Kind)] = [
    // The graph and its documents.
    ("title", "dcterms:title", .literal),
    ("about", "schema:about", .link),
    ("wasDerivedFrom", "prov:wasDerivedFrom", .link),
    ("fileName", "etio:fileName", .literal),
    ("language", "schema:inLanguage", .literal),
    ("url", "schema:url", .link),
    // Concepts.
    ("label", "rdfs:label", .literal),
    ("prefLabel", "skos:prefLabel", .literal),
    ("altLabel", "skos:altLabel", .literal),
    ("abbreviation", "etio:abbreviation", .literal),
    ("description", "dcterms:description", .literal),
    ("identifier", "dcterms:identifier", .literal),
    ("role", "etio:role", .literal),
    ("exactMatch", "skos:exactMatch", .link),
    ("closeMatch", "skos:closeMatch", .link),
    // Statements.
    ("subject", "rdf:subject", .link),
    ("predicate", "rdf:predicate", .link),
    ("object", "rdf:object", .link),
    ("negated", "biolink:negated", .literal),
    ("object_direction_qualifier", "biolink:object_direction_qualifier", .literal),
    ("polarity", "etio:polarity", .literal),
    ("directness", "etio:directness", .literal),
    ("certainty", "etio:certainty", .literal),
    ("hedge", "etio:hedge", .literal),
    ("knowledge_level", "biolink:knowledge_level", .literal),
    ("agent_type", "biolink:agent_type", .literal),
    ("primary_knowledge_source", "biolink:primary_knowledge_source", .link),
    ("hadPrimarySource", "prov:hadPrimarySource", .link),
    ("publications", "biolink:publications", .link),
    ("supporting_text", "biolink:supporting_text", .literal),
    ("has_evidence", "biolink:has_evidence", .link),
    ("counterEvidence", "etio:counterEvidence", .link),
    ("contradictedBy", "etio:contradictedBy", .link),
    // Evidence.
    ("quote", "prov:value", .literal),
    ("scope", "etio:scope", .literal),
    ("stance", "etio:stance", .literal),
    ("section", "etio:section", .literal),
    ("line", "etio:line", .literal),
    ("wasQuotedFrom", "prov:wasQuotedFrom", .link),
    ("source", "oa:hasSource", .link),
    ("selector", "oa:hasSelector", .link),
    ("exact", "oa:exact", .literal),
    ("start", "oa:start", .typed("xsd:nonNegativeInteger")),
    ("end", "oa:end", .typed("xsd:nonNegativeInteger")),
    ("citesAsEvidence", "cito:citesAsEvidence", .link),
    ("inferredReference", "etio:inferredReference", .link),
    // References.
    ("creator", "dc:creator", .literal),
    ("publicationName", "prism:publicationName", .literal),
    ("publicationYear", "fabio:hasPublicationYear", .typed("xsd:gYear")),
    ("volume", "prism:volume", .literal),
    ("issue", "prism:issueIdentifier", .literal),
    ("pages", "prism:pageRange", .literal),
    ("doi", "prism:doi", .literal),
    ("pmid", "fabio:hasPubMedId", .literal),
    ("citation", "dcterms:bibliographicCitation", .literal),
    ("citationKey", "etio:citationKey", .literal),
    // The description of etiograph's own terms.
    ("comment", "rdfs:comment", .literal),
  ]

  private static let names = Set(terms.map(\.name) + ["id", "type"])

  /// Whether the context already gives this name a meaning of its own.
  static func isTerm(_ name: String) -> Bool { names.contains(name) }

  /// The context that declares the terms, and the given prefixes besides.
  ///
  /// A prefix whose namespace ends in no delimiter, such as `…/MONDO_`, must say that it is one
  /// (JSON-LD 1.1 §4.1.5); all of them do.
  ///
  /// - Parameter quotedLanguage: the language of everything that is quoted, if it is one.
  static func value(
    prefixes: [(prefix: String, namespace: String)], quotedLanguage: String?
  ) -> JSONValue {
    var context: JSONObject = ["@version": 1.1, "id": "@id", "type": "@type"]
    for (prefix, iri) in orderedNamespaces { context.append(prefix, text: iri) }
    for (prefix, namespace) in prefixes where namespaces[prefix] == nil {
      context.append(prefix, ["@id": .string(namespace), "@prefix": true])
    }
    for (name, term, kind) in terms {
      switch kind {
      case .literal where quotedLanguage != nil && QuotedLanguage.terms.contains(name):
        context.append(
          name, ["@id": .string(term), "@language": quotedLanguage.map { .string($0) } ?? .null])
      case .literal: context.append(name, text: term)
      case .link: context.append(name, ["@id": .string(term), "@type": "@id"])
      case .typed(let type): context.append(name, ["@id": .string(term), "@type": .string(type)])
      }
    }
    return context.value
  }
}
