import GraphModel

/// Turns the identifiers of a vocabulary file into the graph's CURIEs.
///
/// The prefixes of a file are declared in the graph's ``PrefixMap`` when they are first met: from
/// the file's own declarations, or, for an OBO ontology, as the OBO Foundry's
/// `http://purl.obolibrary.org/obo/PREFIX_` (OBO Flat File Format 1.4, section 5.9).
struct TermIdentifiers {
  var prefixes: PrefixMap
  /// For the start of an IRI, up to its last separator: the start of its CURIE; nil for none.
  private var stems: [String: String?] = [:]
  private var knownPrefixes = Set<String>()
  private var lastPrefix: [UInt8] = []

  init(prefixes: PrefixMap) { self.prefixes = prefixes }

  /// Declares a prefix that the graph does not have yet.
  mutating func declare(_ prefix: String, _ namespace: String) {
    if prefixes[prefix] == nil, namespace.contains(":") { prefixes[prefix] = namespace }
    stems = [:]
  }

  /// Makes sure that an identifier of an OBO ontology can be written as an IRI.
  mutating func declareOBO(prefixOf id: UnsafeBufferPointer<UInt8>) {
    let colon = ByteScan.index(of: UInt8(ascii: ":"), in: id, from: 0)
    guard colon > 0, colon < id.count, !lastPrefix.elementsEqual(id[..<colon]) else { return }
    lastPrefix = Array(id[..<colon])
    let prefix = id.part(0..<colon).text
    guard knownPrefixes.insert(prefix).inserted, prefixes[prefix] == nil,
      !id.has("://", at: colon), prefix.utf8.allSatisfy(Self.isPrefixByte)
    else { return }
    prefixes[prefix] = "http://purl.obolibrary.org/obo/\(prefix)_"
  }

  /// An identifier as the graph writes it: the CURIE of an IRI, and one prefix where ontologies
  /// have several for the same vocabulary.
  mutating func normalized(_ id: UnsafeBufferPointer<UInt8>) -> String {
    if id.has("http://", at: 0) || id.has("https://", at: 0) { return curie(ofIRI: id) }
    let colon = ByteScan.index(of: UInt8(ascii: ":"), in: id, from: 0)
    for (alias, prefix) in Self.aliases where colon == alias.utf8CodeUnitCount {
      if id.has(alias, at: 0) { return prefix + id.part(colon..<id.count).text }
    }
    if id.has("SNOMEDCT_US_", at: 0), colon < id.count {
      return "SNOMEDCT" + id.part(colon..<id.count).text
    }
    return id.text
  }

  /// How the cross-references of ontologies write prefixes that have another form here.
  private static let aliases: [(alias: StaticString, prefix: String)] = [
    ("MSH", "MESH"), ("Orphanet", "ORPHANET"), ("ORDO", "ORPHANET"), ("MIM", "OMIM"),
    ("SNOMEDCT_US", "SNOMEDCT"), ("SCTID", "SNOMEDCT"), ("SNOMED_CT", "SNOMEDCT"),
    ("NCI", "NCIT"), ("NCIt", "NCIT"), ("NCI_Thesaurus", "NCIT"), ("UMLS_CUI", "UMLS"),
    ("DrugBank", "DRUGBANK"), ("ICD-10", "ICD10"), ("Wikidata", "WIKIDATA"), ("mesh", "MESH"),
  ]

  private mutating func curie(ofIRI iri: UnsafeBufferPointer<UInt8>) -> String {
    // The last separator that stands before a code: `…/obo/MONDO_0005148`, `…/mesh/D003424`.
    var cut = iri.count
    while cut > 0 {
      let byte = iri[cut - 1]
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") {
        break
      }
      cut -= 1
    }
    let stem = iri.part(0..<cut).text
    let start: String?
    if let known = stems[stem] {
      start = known
    } else {
      start = curieStart(ofStem: stem)
      stems[stem] = start
    }
    guard let start, cut < iri.count else { return prefixes.curie(of: iri.text) ?? iri.text }
    return start + iri.part(cut..<iri.count).text
  }

  private mutating func curieStart(ofStem stem: String) -> String? {
    let obo = "http://purl.obolibrary.org/obo/"
    if let curie = prefixes.curie(of: stem) { return curie }
    if stem.hasPrefix(obo), stem.hasSuffix("_") {
      let prefix = String(stem.dropFirst(obo.count).dropLast())
      if !prefix.isEmpty, prefix.utf8.allSatisfy(Self.isPrefixByte), prefixes[prefix] == nil {
        prefixes[prefix] = stem
        return prefix + ":"
      }
    }
    // `http://identifiers.org/mesh/D003424`, as Mondo writes its matches.
    for service in ["http://identifiers.org/", "https://identifiers.org/"]
    where stem.hasPrefix(service) {
      let name = stem.dropFirst(service.count).dropLast().uppercased()
      let prefix = name == "SNOMED" ? "SNOMEDCT" : name
      if prefixes[prefix] != nil { return prefix + ":" }
    }
    return nil
  }

  private static func isPrefixByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: true
    default: false
    }
  }
}
