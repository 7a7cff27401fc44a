extension TermTable {
  /// The concept that a term is: its label, exact synonyms and abbreviations, its category, and
  /// its matches as far as their prefixes are known.
  ///
  /// - Complexity: O(length of the term's texts).
  package func concept(_ row: Int, prefixes: PrefixMap) -> Concept {
    let chain = chain(canonical(row)).sorted()
    let id = text(rows[canonical(row)].id)
    var concept = Concept(id: NodeID(id), label: label(ofRow: row))
    var namespace: String?
    for row in chain {
      if concept.location == nil, rows[row].label.count > 0 {
        concept.location = location(ofRow: row)
      }
      if rows[row].isObsolete { continue }
      for entry in entries[rows[row].entries] {
        let text = text(entry.span)
        switch entry.field {
        case .exactSynonym: concept.synonyms.append(text)
        case .abbreviation: concept.abbreviations.append(text)
        case .exactMatch:
          if text != id, prefixes.accepts(text) { concept.exactMatches.append(text) }
        case .closeMatch:
          if text != id, prefixes.accepts(text) { concept.closeMatches.append(text) }
        case .definition: concept.description = concept.description ?? text
        case .namespace: namespace = namespace ?? text
        case .relatedSynonym, .mappedLabel, .replacement, .formerID: break
        }
      }
    }
    concept.synonyms = unique(concept.synonyms)
    concept.abbreviations = unique(concept.abbreviations)
    concept.exactMatches = unique(concept.exactMatches)
    concept.closeMatches = unique(concept.closeMatches).filter {
      !concept.exactMatches.contains($0)
    }
    if let category = Category(identifier: id, namespace: namespace) {
      concept.categories = [category]
    }
    return concept
  }

  package func location(ofRow row: Int) -> SourceLocation? {
    guard files.indices.contains(rows[row].file) else { return nil }
    return SourceLocation(file: files[rows[row].file], line: rows[row].line)
  }

  /// The names that might be misspelled as this one: those of about its length that begin with
  /// the same letter.
  ///
  /// - Complexity: O(names).
  package func names(near name: String) -> [String] {
    guard let first = name.utf8.first.map({ $0 | 0x20 }) else { return [] }
    let length = name.utf8.count
    return names.names.compactMap { other in
      guard other.rank <= .exactSynonym, abs(other.span.count - length) <= 2,
        bytes[other.span.start] | 0x20 == first
      else { return nil }
      return text(other.span)
    }
  }

  /// The term that took an identifier over, by the identifier.
  package func formerIDs() -> [String: TermMeaning] {
    var found: [String: TermMeaning] = [:]
    for (number, row) in rows.enumerated() {
      for entry in entries[row.entries] where entry.field == .formerID {
        let id = text(entry.span)
        if found[id] == nil { found[id] = meaning(number) }
      }
    }
    return found
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Category {
  /// What kind of thing an identifier names, where its prefix, or the root of its ontology, says
  /// so; nil where a vocabulary holds things of all kinds (MESH, NCIT, EFO, UMLS, WIKIDATA).
  ///
  /// | prefix | class of the Biolink Model |
  /// | --- | --- |
  /// | MONDO, DOID, ORPHANET, OMIM, OMIMPS | Disease |
  /// | HP, MP, SYMP | PhenotypicFeature |
  /// | CHEBI | ChemicalEntity |
  /// | DRUGBANK, RXNORM | Drug |
  /// | GO | by its namespace: BiologicalProcess, MolecularActivity, CellularComponent |
  /// | UBERON | AnatomicalEntity |
  /// | CL | Cell |
  /// | FOODON | Food |
  /// | ENVO | EnvironmentalFeature |
  /// | ECTO | ExposureEvent |
  /// | NBO | Behavior |
  /// | NCBITaxon | OrganismTaxon |
  /// | PR, UniProtKB | Protein |
  /// | HGNC, NCBIGene | Gene |
  /// | MAXO | ClinicalIntervention |
  /// | REACT | Pathway |
  package init?(identifier: String, namespace: String? = nil) {
    guard let colon = identifier.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    switch identifier[..<colon] {
    case "MONDO", "DOID", "ORPHANET", "OMIM", "OMIMPS": self = .disease
    case "HP", "MP", "SYMP": self = .phenotypicFeature
    case "CHEBI": self = .chemicalEntity
    case "DRUGBANK", "RXNORM": self = .drug
    case "GO":
      switch namespace {
      case "biological_process": self = .biologicalProcess
      case "molecular_function": self = Category("MolecularActivity")
      case "cellular_component": self = Category("CellularComponent")
      default: return nil
      }
    case "UBERON": self = Category("AnatomicalEntity")
    case "CL": self = Category("Cell")
    case "FOODON": self = .food
    case "ENVO": self = .environmentalFeature
    case "ECTO": self = .exposureEvent
    case "NBO": self = .behavior
    case "NCBITaxon": self = Category("OrganismTaxon")
    case "PR", "UniProtKB": self = Category("Protein")
    case "HGNC", "NCBIGene": self = Category("Gene")
    case "MAXO": self = Category("ClinicalIntervention")
    case "REACT": self = Category("Pathway")
    default: return nil
    }
  }
}
