import Foundation
import GraphModel
import Testing

@testable import GraphExport

/// Whole documents in `Tests/Golden`; `RECORD_GOLDEN=1` writes them anew and fails. The checks in
/// `Interop/` read the same files with other people's programs.
@Suite struct PublishedFormatTests {
  static let documents: [(name: String, graph: @Sendable () -> KnowledgeGraph)] = [
    ("empty", { KnowledgeGraph() }),
    ("small", { PublishedGraphs.small() }),
    ("hostile", { PublishedGraphs.hostile() }),
  ]

  @Test(arguments: [0, 1, 2], [ExportFormat.jsonld, .kgxJSON])
  func writesTheGoldenDocument(_ number: Int, _ format: ExportFormat) throws {
    let (name, graph) = Self.documents[number]
    let file = try GraphExporter.export(graph(), as: format)
    let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden/\(name).\(format.fileExtension)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: golden)
      Issue.record("\(golden.lastPathComponent) was written anew: read the diff")
      return
    }
    #expect(try Data(contentsOf: golden) == Data(file.bytes))
  }

  @Test(arguments: [0, 1, 2], [ExportFormat.jsonld, .kgxJSON])
  func writesTheSameBytesTwice(_ number: Int, _ format: ExportFormat) throws {
    let first = try GraphExporter.export(Self.documents[number].graph(), as: format)
    let second = try GraphExporter.export(Self.documents[number].graph(), as: format)
    #expect(first == second)
  }

  @Test(arguments: [ExportFormat.jsonld, .kgxJSON])
  func isValidJSONWithEveryNodeAndEdge(_ format: ExportFormat) throws {
    let graph = PublishedGraphs.hostile()
    for layout in [JSONLayout.indented, .compact] {
      let file = try GraphExporter.export(graph, as: format, options: .init(layout: layout))
      let parsed = try #require(
        try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
      if format == .kgxJSON {
        #expect((parsed["nodes"] as? [Any])?.count == graph.nodeCount)
        #expect((parsed["edges"] as? [Any])?.count == graph.edgeCount)
      } else {
        let records = try #require(parsed["@graph"] as? [[String: Any]])
        #expect(records.filter { $0["prefLabel"] != nil }.count == graph.nodeCount)
        #expect(records.filter { $0["predicate"] != nil }.count == graph.edgeCount)
      }
    }
  }

  @Test func chunksMakeUpTheFile() throws {
    var builder = GraphBuilder()
    let nodes = (0..<3000).map {
      builder.record(Concept(id: NodeID("MONDO:\($0)"), label: "n\($0)"))
    }
    for (one, next) in zip(nodes, nodes.dropFirst()) { builder.add(Statement(one, .causes, next)) }
    let graph = builder.build()
    for format in [ExportFormat.jsonld, .kgxJSON] {
      let chunks = Array(try GraphExporter.chunks(graph, as: format))
      #expect(chunks.count > 3)
      #expect(chunks.dropLast().allSatisfy { $0.count >= JSONDocument.chunkSize })
      #expect(try GraphExporter.export(graph, as: format).bytes == chunks.flatMap { $0 })
    }
  }

  @Test(arguments: ["", "no scheme", "relative/path", "http://", "https://exa mple.org/", "_:b"])
  func refusesABaseThatIsNoIRI(_ base: String) {
    #expect(throws: ExportError.invalidBase(base)) {
      try GraphExporter.export(KnowledgeGraph(), as: .jsonld, options: .init(base: base))
    }
  }

  @Test(arguments: [ExportFormat.svg, .png, .pdf])
  func leavesDrawingsToTheLayout(_ format: ExportFormat) {
    #expect(throws: ExportError.needsLayout(format)) {
      try GraphExporter.export(KnowledgeGraph(), as: format)
    }
  }
}
