import ArgumentParser
import GraphExport
import GraphModel
import GraphvizLayout

/// `etiograph export`: one format to a file or to standard output.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph in one format.",
    discussion: """
      Formats: svg, png, pdf (drawings); dot (Graphviz); jsonld (linked data); kgx-json, kgx-tsv, \
      kgx-jsonl (Biolink knowledge graph exchange). Without --format, the extension of --output \
      decides.

      kgx-tsv and kgx-jsonl are pairs of files, NAME_nodes and NAME_edges, into a folder (-o kg/), \
      by a name (-o kg), packed (-o kg.gz, -o kg.zst) or in an archive (-o kg.tar.gz, .tar.zst, \
      .tar). What a table has no place for (the title, prefixes, documents, works) goes into \
      NAME_metadata.json, where there is any. All formats of KGX are read back without loss.

        etiograph export --format svg -o leaky-gut.svg
        etiograph export -g kg.etg --format kgx-tsv -o kg.tar.gz
        etiograph export --format jsonld --base https://example.org/gut/ > gut.jsonld
      """)

  @OptionGroup var graph: GraphOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The format to write.", valueName: "format"))
  var format: ExportFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - or nothing for standard output. Of a pair, the folder or the name.",
      valueName: "file"),
    completion: .file())
  var output = "-"

  func run() throws {
    guard let format = format ?? ExportFormat(fileName: output) else {
      throw CommandFailure(
        "no format was named",
        suggestion: "add --format with one of "
          + ExportFormat.allCases.map(\.name).joined(separator: ", "))
    }
    if format.isPair {
      // What cannot be written is refused before any work.
      _ = try GraphSetWriter(output, format: format, stem: "graph")
      let graph = try graph.load()
      let writer = try GraphSetWriter(
        output, format: format, stem: BuildCommand.stem(of: graph))
      try writer.write(try Exporting.parts(graph, as: format))
      return
    }
    if output != "-" { try AtomicFile.check(output) }
    let file = try Exporting.file(try graph.load(), as: format)
    if output == "-" {
      Terminal.output.write(file.bytes)
    } else {
      try AtomicFile.write(file.bytes, to: output)
    }
  }
}
