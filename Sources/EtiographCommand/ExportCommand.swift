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
      Formats: svg, png, pdf (drawings); dot (Graphviz); jsonld (linked data); kgx-json (Biolink \
      knowledge graph exchange). Without --format, the extension of --output decides.

        etiograph export --format svg -o leaky-gut.svg
        etiograph export --format jsonld --base https://example.org/gut/ > gut.jsonld
      """)

  @OptionGroup var graph: GraphOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The format to write.", valueName: "format"))
  var format: ExportFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - or nothing for standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  func run() throws {
    guard let format = format ?? ExportFormat(fileName: output) else {
      throw CommandFailure(
        "no format was named",
        suggestion: "add --format with one of "
          + ExportFormat.allCases.map(\.name).joined(separator: ", "))
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
