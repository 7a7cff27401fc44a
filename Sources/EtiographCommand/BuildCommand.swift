public import ArgumentParser
public import GraphExport
import GraphModel
import GraphvizLayout

/// `etiograph build`: every format of a graph into a folder.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make Exports/ from Graph/: the drawing, the DOT, the linked data.",
    discussion: """
      Reads the documents, the vocabulary and the data files of a folder and writes the graph in \
      every format whose bytes do not depend on the machine: svg, dot, jsonld, kgx-json. PNG and \
      PDF are drawn with the machine's fonts and are made on request, as are kgx-tsv and kgx-jsonl.

        etiograph build
        etiograph build -g articles/ -o site/graph --format svg --format png
      """)

  @OptionGroup var graph: GraphOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output = "Exports"

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("A format to write (repeatable).", valueName: "format"))
  var format: [ExportFormat] = []

  @Option(
    help: ArgumentHelp(
      "The name of the files, without extension. Without it, the document's own name.",
      valueName: "name"))
  var name: String?

  /// What is written where no format is named: the same bytes on every machine.
  static let standardFormats: [ExportFormat] = [.svg, .dot, .jsonld, .kgxJSON]

  func run() throws {
    let graph = try self.graph.load()
    let stem = name ?? Self.stem(of: graph)
    if stem.isEmpty || stem.contains("/") {
      throw CommandFailure(
        "--name '\(stem)' is no file name", suggestion: "give a name without a slash")
    }
    // Everything is made before anything is written: a failure leaves the folder as it was.
    let formats = format.isEmpty ? Self.standardFormats : format
    var files: [(suffix: String, bytes: [UInt8])] = []
    for format in formats {
      if format.isPair {
        for part in try Exporting.parts(graph, as: format) {
          files.append((part.suffix, part.chunks.reduce(into: []) { $0 += $1 }))
        }
      } else {
        let file = try Exporting.file(graph, as: format)
        files.append((".\(format.fileExtension)", file.bytes))
      }
    }
    try AtomicFile.makeFolder(output)
    var lines: [String] = []
    for file in files {
      let path = "\(output)/\(stem)\(file.suffix)"
      let changed = try AtomicFile.write(file.bytes, to: path)
      lines.append("  \(path)  \(Self.size(file.bytes.count))\(changed ? "" : ", unchanged")")
    }
    let references = graph.references.count
    Terminal.output.write(
      """
      \(graph.title.isEmpty ? stem : graph.title): \(graph.nodeCount) concepts, \
      \(graph.edgeCount) statements, \(references) \(references == 1 ? "reference" : "references")
      \(lines.joined(separator: "\n"))

      """.printableLines)
  }

  /// The document's name without folder and extension; `graph` where there is not just one.
  static func stem(of graph: KnowledgeGraph) -> String {
    guard let document = graph.documents.first, graph.documents.count == 1 else { return "graph" }
    let file = document.name.split(separator: "/").last.map(String.init) ?? ""
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return stem.isEmpty || stem == "-" ? "graph" : stem
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1024 ? "\(bytes) B" : "\((bytes + 512) / 1024) KiB"
  }
}

extension ExportFormat: ExpressibleByArgument {}
