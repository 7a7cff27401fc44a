import GraphBuilding
import GraphExport
import GraphModel

/// What is promised of the tables that a graph is written to: they are read back as the same graph,
/// and written again as the same bytes.
struct TablePromises {
  private let graph: KnowledgeGraph

  init(_ graph: KnowledgeGraph) { self.graph = graph }

  func hold() {
    for format in [ExportFormat.kgxTSV, .kgxJSONLines] {
      guard graph.nodeCount > 0, let files = files(graph, format) else { continue }
      guard let again = try? GraphSources(files).build().graph else {
        require(false, "\(format.name) that was written is not read")
        return
      }
      require(graph.lines == again.lines, "\(format.name) gives another graph")
      require(files == self.files(again, format), "\(format.name) is written otherwise")
    }
  }

  private func files(_ graph: KnowledgeGraph, _ format: ExportFormat) -> [InputFile]? {
    try? GraphExporter.parts(graph, as: format).map { part in
      InputFile(name: "kg" + part.suffix, bytes: part.chunks.reduce(into: []) { $0 += $1 })
    }
  }
}
