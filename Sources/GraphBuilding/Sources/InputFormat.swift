/// The format of a file that a graph is made from.
public enum InputFormat: Sendable, Hashable, CaseIterable {
  /// An article in Markdown (`.md`, `.markdown`).
  case markdown
  /// An article in plain text (`.txt`, `.text`).
  case plainText
  /// An article in HTML (`.html`, `.htm`, `.xhtml`).
  case html
  /// Concepts with their names and identifiers, in YAML (`.yaml`, `.yml`).
  case vocabulary
  /// An ontology in the OBO Flat File Format 1.4 (`.obo`).
  case obo
  /// An ontology in OBO Graphs JSON (a `.json` file that is an object with `graphs`).
  case oboGraph
  /// Mappings between vocabularies in SSSOM TSV (`.sssom.tsv`, or a table with `subject_id`,
  /// `predicate_id` and `object_id`).
  case sssom
  /// Works that articles cite, in CSL JSON (a `.json` file that is a list).
  case bibliography
  /// A KGX table of nodes (`nodes.tsv`, `*_nodes.tsv`, or a table with a column `id`).
  case kgxNodes
  /// A KGX table of edges (`edges.tsv`, `*_edges.tsv`, or a table with `subject` and `object`).
  case kgxEdges
  /// A KGX graph (a `.json` file that is an object).
  case kgxJSON
  /// KGX nodes in JSON Lines (`nodes.jsonl`, `*_nodes.jsonl`, or lines that are objects with `id`).
  case kgxNodeLines
  /// KGX edges in JSON Lines (`edges.jsonl`, `*_edges.jsonl`, or lines that are objects with
  /// `subject` and `object`).
  case kgxEdgeLines
  /// A list of edges with named columns (a `.csv`, `.tsv` or `.sif` whose first row names the ends
  /// of edges, such as `source` and `target`).
  case edgeList
  /// What etiograph writes beside the tables of a graph: what the graph was made from
  /// (`*_metadata.json`).
  case kgxDescription
  /// A file about the folder it lies in, such as `README.md`, or a hidden file: never read as
  /// part of a graph where it lies among others.
  case notADocument
  /// A file in no format that etiograph reads.
  case unknown

  /// The format of a file, from its name, and from how it begins where the name leaves that open.
  ///
  /// - Complexity: O(length of the first line).
  public init(of file: InputFile) {
    let name = PackedName.plain(file.name)
    if Self.isNotADocument(name: name) {
      self = .notADocument
      return
    }
    let lower = name.lowercased()
    let ending = lower.lastIndex(of: ".").map { lower[lower.index(after: $0)...] } ?? ""
    switch ending {
    case "md", "markdown", "mdown": self = .markdown
    case "txt", "text": self = .plainText
    case "html", "htm", "xhtml": self = .html
    case "yaml", "yml": self = .vocabulary
    case "obo": self = .obo
    case "json":
      let head = file.head(Self.headLength)
      let isBeside = Self.part(["metadata"], ofStem: lower.dropLast(ending.count + 1)) != nil
      self = isBeside ? Self.description(head) : Self.json(head)
    case "tsv", "tab":
      let stem = lower.dropLast(ending.count + 1)
      switch Self.part(ofStem: stem) {
      case "nodes": self = .kgxNodes
      case "edges": self = Self.table(file) == .edgeList ? .edgeList : .kgxEdges
      default: self = stem.hasSuffix(".sssom") ? .sssom : Self.table(file) ?? .unknown
      }
    case "csv", "sif": self = Self.table(file) ?? .unknown
    case "jsonl", "ndjson":
      switch Self.part(ofStem: lower.dropLast(ending.count + 1)) {
      case "nodes": self = .kgxNodeLines
      case "edges": self = .kgxEdgeLines
      default: self = Self.lines(file.head(Self.headLength)) ?? .unknown
      }
    case "": self = Self.unnamed(file.head(Self.headLength))
    default: self = .unknown
    }
  }

  /// `nodes` or `edges` where a name without its ending says which part of a graph it is.
  private static func part(
    _ parts: [String] = ["nodes", "edges"], ofStem stem: Substring
  ) -> String? {
    parts.first {
      stem == $0 || stem.hasSuffix("_\($0)") || stem.hasSuffix("-\($0)")
    }
  }

  /// How much of a file tells its format.
  private static let headLength = 1 << 17

  /// Whether a file in a folder of documents is none itself: `README`, `LICENSE`, `NOTICE`,
  /// `CHANGELOG`, `CONTRIBUTING` with any ending (`LICENSE-MIT` too), and hidden files.
  ///
  /// - Parameter name: the file's name without its folder.
  public static func isNotADocument(name: String) -> Bool {
    if name.hasPrefix(".") { return true }
    let stem = name.split(separator: ".").first ?? ""
    let words = stem.split { $0 == "-" || $0 == "_" }
    guard let first = words.first else { return false }
    let isMeta = ["README", "LICENSE", "LICENCE", "NOTICE", "CHANGELOG", "CONTRIBUTING"]
      .contains(first.uppercased())
    // `license-to-heal.md` is an article.
    return isMeta && (words.count == 1 || stem.allSatisfy { !$0.isLowercase })
  }

  /// Whether the format is that of an article.
  public var isArticle: Bool { self == .markdown || self == .plainText || self == .html }

  /// Whether the format is one that names are grounded in: concepts, terms and mappings.
  public var isVocabulary: Bool {
    switch self {
    case .vocabulary, .obo, .oboGraph, .sssom: true
    default: false
    }
  }

  /// Whether the format is that of one of the two tables of KGX.
  package var isTable: Bool {
    [.kgxNodes, .kgxEdges, .kgxNodeLines, .kgxEdgeLines].contains(self)
  }

  // MARK: By content

  /// What comes without a name that tells, as from standard input.
  private static func unnamed(_ bytes: [UInt8]) -> InputFormat {
    switch firstCharacter(bytes) {
    case UInt8(ascii: "{"): lines(bytes) ?? json(bytes)
    case UInt8(ascii: "["): json(bytes)
    case UInt8(ascii: "<"): html(bytes) ? .html : .markdown
    default: table(bytes) ?? vocabulary(bytes) ?? .markdown
    }
  }

  private static func firstCharacter(_ bytes: [UInt8]) -> UInt8? {
    let start = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
    return bytes[start...].first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }
  }

  /// What the first of lines that are JSON objects is.
  private static func lines(_ bytes: [UInt8]) -> InputFormat? {
    bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
      var scanner = JSONLineScanner(UnsafeBufferPointer(rebasing: bytes[start...]))
      guard scanner.next() == true else { return nil }
      if scanner.hasMember(named: "subject"), scanner.hasMember(named: "object") {
        return .kgxEdgeLines
      }
      return scanner.hasMember(named: "id") ? .kgxNodeLines : nil
    }
  }

  /// What is called metadata: etiograph's own, a graph all the same, or what is said elsewhere of
  /// the files beside it.
  private static func description(_ bytes: [UInt8]) -> InputFormat {
    let start = String(decoding: bytes.prefix(2000), as: UTF8.self)
    if start.contains("\"nodes\"") || start.contains("\"graphs\"") { return json(bytes) }
    return start.contains("\"base\"") ? .kgxDescription : .unknown
  }

  private static func json(_ bytes: [UInt8]) -> InputFormat {
    if firstCharacter(bytes) == UInt8(ascii: "[") { return .bibliography }
    // A graph of KGX begins with its nodes or edges, if not with something of its own.
    let start = String(decoding: bytes.prefix(2000), as: UTF8.self)
    guard let graphs = start.firstRange(of: "\"graphs\"") else { return .kgxJSON }
    let nodes = start.firstRange(of: "\"nodes\"")
    return nodes.map { graphs.lowerBound < $0.lowerBound } ?? true ? .oboGraph : .kgxJSON
  }

  private static func html(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    return start.contains("<!doctype html") || start.contains("<html")
  }

  /// Whether a name is that of a table.
  static func isTable(_ name: String) -> Bool {
    let lower = PackedName.plain(name).lowercased()
    return ["tsv", "tab", "csv", "sif"].contains { lower.hasSuffix(".\($0)") }
  }

  private static func table(_ file: InputFile) -> InputFormat? {
    table(file.head(headLength), TableDialect(of: file))
  }

  /// Whether the first line names the columns of a table that is known, or the lines before it
  /// are those of a mapping set.
  private static func table(
    _ bytes: [UInt8], _ dialect: TableDialect = .tabs
  ) -> InputFormat? {
    let start = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
    let line = bytes[start...].prefix { $0 != 0x0a }
    if line.first == UInt8(ascii: "#") { return isMappingSet(bytes) ? .sssom : nil }
    guard line.count < 1 << 16 else { return nil }
    let names = Array(line).withUnsafeBufferPointer {
      TableHeader.cells(of: $0, dialect).map(\.name)
    }
    if names.contains("predicate_id"), names.contains("object_id") { return .sssom }
    if names.contains("subject"), names.contains("object") { return .kgxEdges }
    if EdgeListColumns.recognises(names) { return .edgeList }
    let hasID = names.contains("id") || Neo4jHeader.namesNodes(names)
    return names.count > 1 && hasID ? .kgxNodes : nil
  }

  private static func isMappingSet(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4000), as: UTF8.self)
    return start.split(whereSeparator: \.isNewline).contains {
      let text = $0.drop { $0 == "#" || $0 == " " }
      return $0.hasPrefix("#")
        ? text.hasPrefix("curie_map:") || text.hasPrefix("mapping_set_id:")
        : text.hasPrefix("subject_id\t")
    }
  }

  private static func vocabulary(_ bytes: [UInt8]) -> InputFormat? {
    let start = String(decoding: bytes.prefix(4000), as: UTF8.self)
    for line in start.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("concepts:") { return .vocabulary }
      if line.hasPrefix("format-version:") || line == "[Term]" { return .obo }
    }
    return nil
  }
}
