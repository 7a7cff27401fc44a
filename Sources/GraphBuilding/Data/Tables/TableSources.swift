import GraphModel

/// The files of a graph that is made of tables alone.
struct TableSources {
  /// A file of nodes or of edges, and whether it is JSON Lines.
  private struct Table {
    var file: InputFile
    var isLines = false
  }

  private var nodes: [Table] = []
  private var edges: [Table] = []
  private var descriptions: [InputFile] = []

  private let columns: EdgeListColumns
  /// What is in no known format and passed over.
  private var unread: [InputFile] = []

  private var isEmpty: Bool { nodes.isEmpty && edges.isEmpty }

  /// No file yet.
  init(columns: EdgeListColumns) { self.columns = columns }

  /// nil where a file is anything but a table of nodes or of edges, or where there is none.
  init?(_ files: [InputFile], columns: EdgeListColumns = EdgeListColumns()) {
    self.columns = columns
    for file in files {
      let format = SourcesReading.format(of: file, alone: files.count == 1, columns: columns)
      if format == .notADocument { continue }
      if format == .unknown {
        unread.append(file)
        continue
      }
      guard add(file, format) else { return nil }
    }
    if isEmpty { return nil }
  }

  /// Adds a file; false where its format is no table.
  mutating func add(_ file: InputFile, _ format: InputFormat) -> Bool {
    switch format {
    case .kgxNodes: nodes.append(Table(file: file))
    case .kgxEdges, .edgeList: edges.append(Table(file: file))
    case .kgxNodeLines: nodes.append(Table(file: file, isLines: true))
    case .kgxEdgeLines: edges.append(Table(file: file, isLines: true))
    case .kgxDescription: descriptions.append(file)
    default: return false
    }
    return true
  }

  /// Reads the nodes of all files, then the edges of all files.
  ///
  /// - Parameter isKnown: whether a node is known elsewhere, so that no file needs to have it.
  func build(
    base: String?, threads: Int, isStrict: Bool = false, takesBase: Bool = true,
    progress: Cancellation? = nil,
    isKnown: @escaping (UnsafeBufferPointer<UInt8>) -> Bool = { _ in false }
  ) -> BuildResult {
    var loader = TableLoader(
      threads: threads, isStrict: isStrict, progress: progress, isKnown: isKnown)
    for table in nodes { loader.readNodes(table.file, lines: table.isLines) }
    for table in edges {
      loader.readEdges(table.file, lines: table.isLines, columns: columns)
    }
    var prefixes = PrefixMap()
    var description: KGXDescription?
    if !descriptions.isEmpty {
      let found = KGXDescription(
        descriptions, takesBase: takesBase && base == nil, isStrict: isStrict)
      prefixes = found.builder.prefixes
      description = found
    }
    if let base { prefixes.base = base }
    let graph = loader.takeGraph(prefixes: prefixes, description: description)
    return BuildResult(
      graph: graph,
      diagnostics: (description?.diagnostics ?? []) + loader.diagnostics
        + unread.map(SourcesReading.unread))
  }
}
