import ArgumentParser
import GraphAnalysis
import GraphModel

/// `etiograph diff`: what differs between two graphs.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs between two graphs: what came, what went, what changed.",
    discussion: """
      Each graph is a document, a data file, a folder or -. Concepts are compared by their \
      identifiers, else by their names; statements by subject, predicate and object. A statement \
      has changed where its denial, polarity, certainty, quotes, hedges or citations have; where a \
      sentence stands makes no difference. Ends with 0 where the graphs are the same, with 1 where \
      they differ.

        etiograph diff Exports/intestinal-permeability.kgx.json Graph/
        etiograph diff old-article.md new-article.md --output-format tsv
      """)

  @Argument(help: "The graph as it was.", completion: .file())
  var old: String

  @Argument(help: "The graph as it is.", completion: .file())
  var new: String

  @Option(
    name: .customLong("vocabulary"), parsing: .singleValue,
    help: ArgumentHelp(
      "A vocabulary to ground the names of both in: .obo, OBO Graphs .json, SSSOM .tsv, .yaml "
        + "(repeatable).",
      valueName: "path"),
    completion: .file())
  var vocabularies: [String] = []

  @Option(
    help: ArgumentHelp("The base IRI of the graphs' own identifiers.", valueName: "iri"))
  var base: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("On how many threads to work.", valueName: "number"))
  var threads: Int?

  @OptionGroup var data: DataFileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if old == "-", new == "-" { throw ValidationError("only one of the graphs can be -") }
  }

  func run() throws {
    let comparison = GraphComparison(from: try graph(at: old), to: try graph(at: new))
    let printer = DiffPrinter(comparison)
    switch output.format {
    case .text: Answer.write(printer.text(for: .output))
    case .json: Answer.write(json: printer.json)
    case .tsv: Answer.write(printer.table, as: .tsv)
    }
    if !comparison.isEmpty { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }

  private func graph(at path: String) throws(CommandFailure) -> KnowledgeGraph {
    var options = GraphOptions()
    options.paths = [path]
    options.vocabularies = vocabularies
    options.base = base
    options.data = data
    options.quiet = quiet
    options.threads = threads
    return try options.load()
  }
}
