import Etiograph
import Foundation
import Testing

/// What is written as KGX is read back as the same graph, to the letter.
@Suite struct KGXRoundTripTests {
  private static let formats: [ExportFormat] = [.kgxTSV, .kgxJSONLines, .kgxJSON]

  static func files(_ graph: KnowledgeGraph, _ format: ExportFormat) throws -> [InputFile] {
    try GraphExporter.parts(graph, as: format).map { part in
      InputFile(name: "kg" + part.suffix, bytes: part.chunks.reduce(into: []) { $0 += $1 })
    }
  }

  static func read(_ files: [InputFile]) throws -> KnowledgeGraph {
    try GraphSources(files).build().graph
  }

  @Test(arguments: formats, 0..<60)
  func aGraphComesBackFromItsFiles(format: ExportFormat, seed: Int) throws {
    let graph = NastyGraph.make(seed: UInt64(seed))
    let files = try Self.files(graph, format)
    let again = try Self.read(files)
    #expect(GraphComparison(from: graph, to: again).isEmpty)
    let (old, new) = (GraphFacts(graph), GraphFacts(again))
    #expect(old.difference(from: new) == nil)
    // Written again, it is the same files byte for byte.
    #expect(try Self.files(again, format) == files)
  }

  /// From one format to the next and back nothing is lost either.
  @Test(arguments: 0..<20) func aGraphGoesThroughAllFormats(seed: Int) throws {
    let graph = NastyGraph.make(seed: 1000 + UInt64(seed))
    var passed = graph
    for format in Self.formats + Self.formats.reversed() {
      passed = try Self.read(Self.files(passed, format))
    }
    #expect(GraphFacts(graph).difference(from: GraphFacts(passed)) == nil)
  }

  @Test(arguments: formats) func theEmptyGraphComesBack(format: ExportFormat) throws {
    let files = try Self.files(KnowledgeGraph(), format)
    guard format != .kgxJSONLines else {
      #expect(files.map(\.bytes) == [[], []])
      return
    }
    #expect(GraphFacts(try Self.read(files)) == GraphFacts(KnowledgeGraph()))
  }

  /// Beside an article the tables are read through the builder: with the same result.
  @Test(arguments: [ExportFormat.kgxTSV, .kgxJSONLines], 0..<20)
  func theFilesAreReadBesideAnArticle(format: ExportFormat, seed: Int) throws {
    let graph = NastyGraph.make(seed: 2000 + UInt64(seed), hasRoles: false)
    let article = InputFile(name: "x.md", text: "# Notes\n\nNothing is said here.\n")
    let again = try GraphSources(Self.files(graph, format) + [article]).build().graph
    let (old, new) = (GraphFacts(graph), GraphFacts(again))
    #expect(old.difference(from: new, only: \.edges) == nil)
    #expect(Set(graph.nodes.map(\.id)).isSubset(of: Set(again.nodes.map(\.id))))
  }
}

/// All that a graph says, with the order of what has none made the same.
struct GraphFacts: Equatable {
  var nodes: [String] = []
  var edges: [String] = []
  var references: Set<String> = []
  var rest: [String] = []

  init(_ graph: KnowledgeGraph) {
    nodes = graph.nodes.map { node in
      Self.text([
        node.id.rawValue, node.label, node.role?.name ?? "-", node.description ?? "-",
        "\(node.categories.map(\.curie))", "\(node.synonyms)", "\(node.abbreviations)",
        "\(node.exactMatches)", "\(node.closeMatches)", Self.attributes(node.attributes),
      ])
    }
    edges = graph.edges.map { edge in
      Self.text([
        edge.id.rawValue, edge.subject.id.rawValue, edge.predicate.curie,
        edge.object.id.rawValue, "\(edge.isNegated)", edge.polarity.name,
        edge.certainty?.name ?? "-", edge.knowledgeLevel.name, edge.agentType.name,
        edge.primaryKnowledgeSource ?? "-", Self.attributes(edge.attributes),
        edge.evidence.map { Self.evidence($0, in: graph) }.joined(separator: "\u{1}"),
      ])
    }
    references = Set(graph.references.map { "\($0)" })
    rest = [graph.title, "\(graph.prefixes.all)", "\(graph.focus.map { graph[$0].id })"]
    rest += graph.documents.map { "\($0)" }
  }

  /// The first fact that differs, in both.
  func difference(
    from other: GraphFacts, only part: KeyPath<GraphFacts, [String]>? = nil
  ) -> [String]? {
    for path in part.map({ [$0] }) ?? [\.nodes, \.edges, \.rest] {
      let (mine, its) = (self[keyPath: path], other[keyPath: path])
      for number in 0..<max(mine.count, its.count) {
        let a = number < mine.count ? mine[number] : "nothing"
        let b = number < its.count ? its[number] : "nothing"
        if a != b { return [a, b] }
      }
    }
    return part != nil || references == other.references
      ? nil : [references, other.references].map { "\($0.sorted())" }
  }

  private static func text(_ parts: [String]) -> String { parts.joined(separator: "\u{2}") }

  /// In the order of the keys; the values of one key in theirs. JSON tells whether what could be a
  /// list is a text, a table does not.
  private static func attributes(_ attributes: [Attribute]) -> String {
    let keys = Set(attributes.map(\.key)).sorted()
    return keys.map { key in
      let values = attributes.filter { $0.key == key }
      return "\(key): \(values.map { [$0.value, $0.kind == .literal ? "literal" : "text"] })"
    }.joined(separator: ", ")
  }

  private static func evidence(_ piece: Evidence, in graph: KnowledgeGraph) -> String {
    let citations = piece.citations.map { "\(graph[$0.reference].id) \($0.basis)" }
    var plain = piece
    plain.citations = []
    plain.document = nil
    return "\(plain) \(piece.document.map { graph[$0].name } ?? "-") \(citations)"
  }
}
