/// A concept of a graph: a light view of one row.
public struct Node: Sendable, Identifiable {
  /// The graph that it belongs to.
  public let graph: KnowledgeGraph
  /// Its row in the graph.
  public let index: NodeIndex

  private var columns: NodeColumns { graph.storage.nodes }
  private var row: UInt32 { index.rawValue }
  private func strings(_ list: Column<StringIndex>) -> [String] {
    list.map { graph.storage.strings[$0] }
  }

  /// The CURIE or IRI.
  public var id: NodeID { NodeID(graph.storage.strings[columns.id[index.position]]) }

  /// The name that people read.
  public var label: String {
    let label = columns.label[index.position]
    return label == 0 ? id.rawValue : graph.storage.strings[label]
  }

  /// What kind of thing it is, most specific first; `biolink:NamedThing` where nothing is known.
  public var categories: [Category] {
    let list = columns.categories[row].map { columns.categoryTable[Int($0)] }
    return list.isEmpty ? [.namedThing] : list
  }

  /// The most specific category.
  public var category: Category { categories.first ?? .namedThing }

  /// The part that it plays in the documents; nil in a graph read from data files.
  public var role: Role? { Role(rawValue: columns.role[index.position]) }

  /// Other names of the concept.
  public var synonyms: [String] { strings(columns.synonyms[row]) }
  /// Abbreviations of the concept's name.
  public var abbreviations: [String] { strings(columns.abbreviations[row]) }
  /// CURIEs of the same concept elsewhere (`skos:exactMatch`).
  public var exactMatches: [String] { strings(columns.exactMatches[row]) }
  /// CURIEs of nearly the same concept elsewhere (`skos:closeMatch`).
  public var closeMatches: [String] { strings(columns.closeMatches[row]) }
  /// The text of the value, as files and messages show it.
  public var description: String? {
    columns.description[row].map { graph.storage.strings[$0] }
  }

  /// Fields of a data file that the model has no name for, in the file's order.
  public var attributes: [Attribute] {
    columns.attributes[row].map { Attribute(cell: $0, in: graph) }
  }

  /// The absolute IRI of ``id``; nil where its prefix is unknown.
  public var iri: String? { graph.prefixes.iri(of: id.rawValue) }

  /// Whether the documents are about it.
  public var isFocus: Bool { graph.focus.contains(index) }
}

extension Node: Hashable {
  /// Whether both are the same row of the same graph value.
  public static func == (a: Node, b: Node) -> Bool {
    a.index == b.index && a.graph.storage === b.graph.storage
  }
  /// Feeds the row to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// A field of a data file that the model has no name for.
public struct Attribute: Sendable, Hashable {
  /// The name of the field.
  public var key: String
  /// The text of the field.
  public var value: String
  /// What the text is.
  public var kind: Kind

  /// What the text of a field is, where its file tells that: a table does not.
  public enum Kind: UInt8, Sendable, Hashable, BitwiseCopyable {
    /// A text; or a list or an object as JSON, where it is one.
    case text
    /// A number, `true` or `false`, as JSON writes them.
    case literal
    /// A text that could be taken for JSON, and is none.
    case plainText
  }

  /// A value from its parts.
  public init(key: String, value: String, kind: Kind = .text) {
    self.key = key
    self.value = value
    self.kind = kind
  }

  init(cell: AttributeCell, in graph: KnowledgeGraph) {
    key = graph.storage.strings[cell.key]
    value = graph.storage.strings[cell.value]
    kind = cell.kind
  }
}
