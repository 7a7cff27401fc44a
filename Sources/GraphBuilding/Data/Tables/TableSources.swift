import GraphModel

/// The files of a graph that is made of tables alone.
struct TableSources {
  private var nodes: [InputFile] = []
  private var edges: [InputFile] = []

  /// nil where a file is anything but a table of nodes or of edges, or where there is none.
  init?(_ files: [InputFile]) {
    for file in files {
      switch SourcesReading.format(of: file, alone: files.count == 1) {
      case .kgxNodes: nodes.append(file)
      case .kgxEdges: edges.append(file)
      case .notADocument: continue
      default: return nil
      }
    }
    if nodes.isEmpty, edges.isEmpty { return nil }
  }

  /// Reads the nodes of all files, then the edges of all files.
  func build(base: String?, threads: Int, isStrict: Bool = false) -> BuildResult {
    var loader = TableLoader(threads: threads, isStrict: isStrict)
    for file in nodes { loader.readNodes(file) }
    for file in edges { loader.readEdges(file) }
    var prefixes = PrefixMap()
    if let base { prefixes.base = base }
    return BuildResult(
      graph: loader.takeGraph(prefixes: prefixes), diagnostics: loader.diagnostics)
  }
}
