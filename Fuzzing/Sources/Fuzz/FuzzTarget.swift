import GraphModel

@testable import GraphBuilding

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is fuzzed: the readers, each by the name under which a file reaches it.
enum FuzzTarget: String, CaseIterable {
  case markdown
  case html
  case text
  /// The bytes of any file, whatever its encoding, that has no name to tell its format.
  case encodings
  case bibliography
  case vocabulary
  case obo
  case oboGraph = "obo-graph"
  case sssom
  case kgxNodes = "kgx-nodes"
  case kgxEdges = "kgx-edges"
  case kgxJSON = "kgx-json"
  case kgxNodeLines = "kgx-node-lines"
  case kgxEdgeLines = "kgx-edge-lines"
  case edgeList = "edge-list"
  case neo4j
  case gzip
  case zstandard
  case archive

  /// The target of this run: libFuzzer's callback has no context of its own.
  nonisolated(unsafe) static var chosen = FuzzTarget.markdown

  /// The name of a file that this target's reader reads.
  private var name: String {
    switch self {
    case .markdown: "a.md"
    case .html: "a.html"
    case .text: "a.txt"
    case .encodings: "a"
    case .bibliography: "b.json"
    case .vocabulary: "vocabulary.yaml"
    case .obo: "o.obo"
    case .oboGraph: "o.json"
    case .sssom: "m.sssom.tsv"
    case .kgxNodes: "nodes.tsv"
    case .kgxEdges: "edges.tsv"
    case .kgxJSON: "g.json"
    case .kgxNodeLines: "nodes.jsonl"
    case .kgxEdgeLines: "edges.jsonl"
    case .edgeList: "list.csv"
    case .neo4j: "nodes.csv"
    case .gzip: "edges.tsv.gz"
    case .zstandard: "edges.tsv.zst"
    case .archive: "kg.tar"
    }
  }

  /// Reads one input and traps where a promise is broken.
  func read(_ bytes: [UInt8]) {
    let file = InputFile(name: name, bytes: bytes)
    switch self {
    case .markdown, .html, .text, .encodings: ArticlePromises(file).hold()
    case .bibliography:
      let reading = BibliographyReader.read(file)
      require(
        String(describing: reading) == String(describing: BibliographyReader.read(file)),
        "two readings of a bibliography differ")
      hold(reading.diagnostics, in: file)
    case .vocabulary, .obo, .oboGraph, .sssom:
      let vocabulary = { () -> VocabularyMerge in
        var merge = VocabularyMerge()
        switch self {
        case .obo: merge.add(ontology: file)
        case .oboGraph: merge.add(ontologyGraph: file)
        case .sssom: merge.add(mappings: file)
        default: merge.add(file)
        }
        merge.finish()
        return merge
      }
      let merge = vocabulary()
      let again = vocabulary()
      require(merge.diagnostics == again.diagnostics, "two readings of a vocabulary differ")
      require(
        merge.vocabulary.concepts.map(\.names) == again.vocabulary.concepts.map(\.names),
        "two readings give other concepts")
      hold(merge.diagnostics, in: file)
      // An article looks up its names.
      let sources = GraphSources([file, Self.article])
      hold(sources.check().filter { $0.location?.file == file.name }, in: file)
    case .kgxNodes, .kgxEdges, .kgxJSON, .kgxNodeLines, .kgxEdgeLines, .edgeList, .neo4j:
      let sources = GraphSources([file])
      let diagnostics = sources.check()
      require(diagnostics == sources.check(), "two readings of a graph differ")
      hold(diagnostics, in: file)
      if let graph = try? sources.build().graph {
        let again = try? sources.build().graph
        require(graph.lines == again?.lines, "two graphs of one file differ")
        TablePromises(graph).hold()
      }
    case .gzip, .zstandard, .archive:
      // What is packed is told of by the names of its members.
      let sources = GraphSources([file])
      let diagnostics = sources.check()
      require(diagnostics == sources.check(), "two readings of a packed file differ")
      for diagnostic in diagnostics { require(!diagnostic.message.isEmpty, "nothing is said") }
      if let graph = try? sources.build().graph {
        let again = try? sources.build().graph
        require(graph.lines == again?.lines, "two graphs of one file differ")
      }
    }
  }

  private static let article = InputFile(
    name: "a.md",
    text: """
      # Causes of migraine

      Stress causes migraine. Poor sleep, migraine disorder (MD) and term A may trigger migraine.
      """)

  /// Every diagnostic stands within its file.
  private func hold(_ diagnostics: [Diagnostic], in file: InputFile) {
    let lines = file.bytes.count { $0 == 0x0a || $0 == 0x0d } + 1
    for diagnostic in diagnostics {
      require(!diagnostic.message.isEmpty, "a diagnostic says nothing")
      guard let place = diagnostic.location else { continue }
      require(place.file == file.name, "a diagnostic is of another file")
      require((1...lines + 1).contains(place.line ?? 1), "\(diagnostic) is outside of its file")
      require((1...file.bytes.count + 1).contains(place.column ?? 1), "\(diagnostic) has no column")
    }
  }
}

extension KnowledgeGraph {
  /// What two graphs are compared by.
  var lines: [String] {
    nodes.map { "\($0.id) \($0.label) \($0.categories) \($0.synonyms)" }
      + edges.map { edge in
        let evidence = edge.evidence.map { "\($0.quote) \($0.range.map { "\($0)" } ?? "")" }
        return "\(edge.id) \(edge.subject.id) \(edge.predicate) \(edge.object.id) \(evidence)"
      }
  }
}

/// Ends the run where a promise is broken; libFuzzer keeps the input.
func require(_ isKept: Bool, _ message: @autoclosure () -> String) {
  if isKept { return }
  print("broken promise:", message())
  fflush(nil)
  abort()
}
