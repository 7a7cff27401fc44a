/// The only thing that mutates a graph: concepts and statements go in, a ``KnowledgeGraph`` comes
/// out.
///
/// Concepts are merged by identifier, then by normalised label, synonym or abbreviation
/// (``NameKey``); a name that two concepts share merges neither and is reported. The same
/// statement added twice is one edge with the evidence of both. Every merge by name and every
/// conflict is a ``Diagnostic``.
///
/// - Complexity: O(1) expected for each concept, name, statement and piece of evidence.
public struct GraphBuilder: Sendable {
  /// Merges and conflicts, in the order in which they happened.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// What the graph is called.
  public var title = ""
  /// The prefixes of the graph's CURIEs.
  public var prefixes: PrefixMap

  var strings = StringInterner()
  var nodes: [NodeDraft] = []
  var nodeByID: [StringIndex: NodeIndex] = [:]
  var names = NameTable()
  var edges = EdgeDrafts()
  var references: [Reference] = []
  var referenceByID: [String: ReferenceIndex] = [:]
  var documents: [SourceDocument] = []
  var focus: [NodeIndex] = []

  /// A builder that grounds names in a vocabulary. Concepts of the vocabulary become nodes when a
  /// statement first names them.
  public init(vocabulary: Vocabulary = Vocabulary()) {
    prefixes = vocabulary.prefixes
    names.vocabulary = vocabulary.concepts
    names.terms = vocabulary.terms
    for (number, concept) in vocabulary.concepts.enumerated() {
      let id = concept.id ?? Concept.localID(label: concept.label)
      if names.conceptByID[id] == nil { names.conceptByID[id] = number }
      for match in concept.exactMatches where names.conceptByMatch[match] == nil {
        names.conceptByMatch[match] = number
      }
      for name in concept.names { names.add(name, .concept(number)) }
    }
  }

  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of edges.
  public var edgeCount: Int { edges.count }

  // MARK: Concepts

  /// The node of a concept that prose names: merged by identifier or by any of its names, grounded
  /// in the vocabulary, or new.
  public mutating func node(for concept: Concept) -> NodeIndex {
    if let id = concept.id { return node(withID: id, for: concept, indexNames: true) }
    let found = findOwners(of: concept)
    if found.owners.count > 1 { reportAmbiguity(of: concept, found) }
    guard found.owners.count == 1, let owner = found.owners.first else {
      if found.owners.isEmpty { reportObsolete(concept) }
      return node(withID: Concept.localID(label: concept.label), for: concept, indexNames: true)
    }
    switch owner {
    case .node(let index):
      merge(withoutGuesses(concept, index), into: index, indexNames: true)
      return index
    case .concept(let number):
      var grounded = names.vocabulary[number]
      grounded.location = concept.location
      let id = grounded.id ?? Concept.localID(label: grounded.label)
      let index = node(withID: id, for: grounded, indexNames: true)
      names.ground(number, as: index)
      merge(withoutGuesses(concept, index), into: index, indexNames: true)
      return index
    case .term(let row):
      reportWeakness(of: concept, found)
      let index = node(
        withID: NodeID(names.terms.meaning(row).id), for: Concept(label: ""), indexNames: true)
      merge(withoutGuesses(concept, index), into: index, indexNames: true)
      return index
    }
  }

  /// The node of a row of a data file: merged by identifier alone.
  public mutating func record(_ concept: Concept) -> NodeIndex {
    let id = concept.id ?? Concept.localID(label: concept.label)
    return node(withID: id, for: concept, indexNames: false)
  }

  /// The node with this identifier, if there is one yet.
  public func node(id: NodeID) -> NodeIndex? {
    strings.index(of: id.rawValue).flatMap { nodeByID[$0] }
  }

  /// The node whose identifier has these bytes, if there is one yet; for readers of large tables.
  package func node(idUTF8 id: UnsafeBufferPointer<UInt8>) -> NodeIndex? {
    strings.index(ofUTF8: id).flatMap { nodeByID[$0] }
  }

  /// Every node or vocabulary concept that a name could mean, as labels.
  public func meanings(of name: String) -> [String] {
    names.owners(of: name).map(label(of:))
  }

  /// Declares what the documents are about. The first focus is the graph's principal one.
  public mutating func addFocus(_ node: NodeIndex) {
    nodes[node.position].role = .condition
    if !focus.contains(node) { focus.append(node) }
  }

  /// Gives a node a role, unless it already has one.
  public mutating func assign(_ role: Role, to node: NodeIndex) {
    if nodes[node.position].role == nil { nodes[node.position].role = role }
  }

  func label(of owner: NameTable.Owner) -> String {
    switch owner {
    case .node(let index): nodes[index.position].label
    case .concept(let number): names.vocabulary[number].label
    case .term(let row): names.terms.label(ofRow: row)
    }
  }

  private mutating func node(
    withID id: NodeID, for concept: Concept, indexNames: Bool
  ) -> NodeIndex {
    let key = strings.intern(id.rawValue)
    if let found = nodeByID[key] {
      merge(concept, into: found, indexNames: indexNames)
      return found
    }
    let index = NodeIndex(nodes.count)
    nodeByID[key] = index
    // What the vocabulary says of the identifier comes first: its label is the one to show.
    if let number = names.conceptByID[id] {
      nodes.append(NodeDraft(id: key, concept: names.vocabulary[number]))
      names.ground(number, as: index)
      enrich(index, id: id)
      merge(concept, into: index, indexNames: indexNames)
      return index
    }
    if names.terms.isDefined(id: id.rawValue) {
      nodes.append(NodeDraft(id: key, concept: Concept(id: id, label: "")))
      enrich(index, id: id)
      merge(concept, into: index, indexNames: indexNames)
      return index
    }
    nodes.append(NodeDraft(id: key, concept: concept, isRecord: !indexNames))
    enrich(index, id: id)
    if indexNames { for name in concept.names { names.add(name, .node(index)) } }
    return index
  }

  private mutating func merge(_ concept: Concept, into index: NodeIndex, indexNames: Bool) {
    let before = nodes[index.position]
    let added = nodes[index.position].absorb(concept, isRecord: !indexNames)
    if indexNames {
      for name in added { names.add(name, .node(index)) }
      if !concept.label.isEmpty, NameKey(concept.label) != NameKey(before.label) {
        diagnostics.append(
          Diagnostic(
            .note, "'\(concept.label)' is read as '\(before.label)'", at: concept.location))
      }
    }
  }

  // MARK: Statements

  /// Adds a statement, or further evidence for one that is already there.
  ///
  /// A statement with an identifier of its own is merged only with the same identifier.
  @discardableResult
  public mutating func add(_ statement: Statement, evidence: [Evidence] = []) -> EdgeIndex {
    edges.add(statement, evidence: evidence, strings: &strings)
  }

  // MARK: Sources

  /// Adds a cited work; works with the same identifier are one, and fill each other's gaps.
  public mutating func add(_ reference: Reference) -> ReferenceIndex {
    if let found = referenceByID[reference.id] {
      references[found.position].fillGaps(from: reference)
      return found
    }
    let index = ReferenceIndex(references.count)
    references.append(reference)
    referenceByID[reference.id] = index
    return index
  }

  /// Adds a document. Documents are told apart by position, not by name.
  public mutating func add(_ document: SourceDocument) -> DocumentIndex {
    documents.append(document)
    if title.isEmpty, let title = document.title { self.title = title }
    return DocumentIndex(documents.count - 1)
  }

  /// Reports something about the input.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

extension Reference {
  fileprivate mutating func fillGaps(from other: Reference) {
    key = key ?? other.key
    type = type ?? other.type
    title = title ?? other.title
    if authors.isEmpty { authors = other.authors }
    container = container ?? other.container
    year = year ?? other.year
    volume = volume ?? other.volume
    issue = issue ?? other.issue
    pages = pages ?? other.pages
    doi = doi ?? other.doi
    pmid = pmid ?? other.pmid
    url = url ?? other.url
    text = text ?? other.text
  }
}
