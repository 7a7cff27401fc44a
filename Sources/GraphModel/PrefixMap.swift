/// Prefixes of CURIEs and the IRIs that they stand for (W3C CURIE Syntax 1.0).
///
/// The prefix ``local`` stands for the graph's own base IRI: what no vocabulary grounds is named
/// `etiograph:slug`.
public struct PrefixMap: Sendable, Hashable {
  /// The prefix of the graph's own identifiers.
  public static let local = "etiograph"
  /// The base of the graph's own identifiers where none is given; reserved by RFC 2606.
  public static let defaultBase = "https://example.org/etiograph/"

  private var namespaces: [String: String]

  /// The base IRI of the graph's own identifiers.
  public var base: String {
    get { namespaces[Self.local] ?? Self.defaultBase }
    set { namespaces[Self.local] = newValue }
  }

  /// The well-known prefixes and a base for the graph's own identifiers.
  public init(base: String = PrefixMap.defaultBase) {
    namespaces = Self.wellKnown
    namespaces[Self.local] = base
  }

  /// The row with this number.
  public subscript(prefix: String) -> String? {
    get { namespaces[prefix] }
    set { namespaces[prefix] = newValue }
  }

  /// Every prefix, sorted, with its namespace.
  public var all: [(prefix: String, namespace: String)] {
    namespaces.sorted { $0.key < $1.key }.map { (prefix: $0.key, namespace: $0.value) }
  }

  /// The absolute IRI of a CURIE; an IRI is returned as it is.
  ///
  /// - Returns: nil where the prefix is unknown and the text is no IRI.
  public func iri(of identifier: String) -> String? {
    guard let colon = identifier.firstIndex(of: ":") else { return nil }
    let rest = identifier[identifier.index(after: colon)...]
    if rest.hasPrefix("//") || identifier.hasPrefix("urn:") { return Self.escaped(identifier) }
    let prefix = String(identifier[..<colon])
    if prefix == "DOI" { return Self.escaped("https://doi.org/" + rest.lowercased()) }
    guard let namespace = namespaces[prefix] else { return nil }
    return Self.escaped(namespace + rest)
  }

  /// The shortest CURIE of an IRI, or nil where no namespace fits.
  public func curie(of iri: String) -> String? {
    var best: (prefix: String, length: Int)?
    for (prefix, namespace) in namespaces where iri.hasPrefix(namespace) {
      let better =
        best.map {
          namespace.utf8.count > $0.length
            || (namespace.utf8.count == $0.length && prefix < $0.prefix)
        } ?? true
      if better { best = (prefix, namespace.utf8.count) }
    }
    guard let best else { return nil }
    return "\(best.prefix):\(iri.dropFirst(namespaces[best.prefix]?.count ?? 0))"
  }

  /// Whether the text has the form of a CURIE whose prefix is known, or of an absolute IRI.
  public func accepts(_ identifier: String) -> Bool {
    !identifier.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7f }
      && !identifier.hasSuffix(":") && iri(of: identifier) != nil
  }

  /// Percent-encodes what RFC 3987 does not allow in an IRI.
  private static func escaped(_ iri: String) -> String {
    var result = ""
    for scalar in iri.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7f
        || "<>\"{}|\\^`".unicodeScalars.contains(scalar)
      {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Prefixes of the Biolink Model and the Bioregistry that biomedical graphs use.
  private static let wellKnown: [String: String] = {
    let obo = "http://purl.obolibrary.org/obo/"
    var map = [
      "biolink": "https://w3id.org/biolink/vocab/",
      "MESH": "http://id.nlm.nih.gov/mesh/",
      "UMLS": "http://linkedlifedata.com/resource/umls/id/",
      "SNOMEDCT": "http://snomed.info/id/",
      "ICD10": "http://hl7.org/fhir/sid/icd-10/",
      "ICD10CM": "http://hl7.org/fhir/sid/icd-10-cm/",
      "OMIM": "https://omim.org/entry/",
      "ORPHANET": "http://www.orpha.net/ORDO/Orphanet_",
      "EFO": "http://www.ebi.ac.uk/efo/EFO_",
      "DRUGBANK": "https://go.drugbank.com/drugs/",
      "RXNORM": "http://purl.bioontology.org/ontology/RXNORM/",
      "NCBIGene": "https://www.ncbi.nlm.nih.gov/gene/",
      "HGNC": "http://identifiers.org/hgnc/",
      "UniProtKB": "http://purl.uniprot.org/uniprot/",
      "REACT": "http://www.reactome.org/content/detail/",
      "PMID": "https://pubmed.ncbi.nlm.nih.gov/",
      "PMC": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC",
      "DOI": "https://doi.org/",
      "ISBN": "urn:isbn:",
      "WIKIDATA": "http://www.wikidata.org/entity/",
      "infores": "https://w3id.org/biolink/infores/",
      "schema": "http://schema.org/",
      "skos": "http://www.w3.org/2004/02/skos/core#",
      "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
      "owl": "http://www.w3.org/2002/07/owl#",
      "RO": obo + "RO_",
    ]
    for prefix in [
      "MONDO", "HP", "CHEBI", "FOODON", "DOID", "GO", "UBERON", "CL", "PR", "NCIT", "ECO", "MAXO",
      "ENVO", "ECTO", "MP", "NBO", "PATO", "SYMP", "OGMS", "NCBITaxon", "BFO", "IAO", "SO",
    ] {
      map[prefix] = "\(obo)\(prefix)_"
    }
    return map
  }()
}
