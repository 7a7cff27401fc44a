import ArgumentParser
import GraphBuilding
import GraphExport
import GraphModel

/// `etiograph check`: what is wrong with the documents, and what to do.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong with the documents, vocabulary and references, and what to do.",
    discussion: """
      Every problem is named with its file, line and column. Ends with 1 where there is an error, \
      or, with --strict, a warning.

        etiograph check
        etiograph check -g articles/ --notes
        etiograph check -g articles/ --vocabulary mondo.obo --vocabulary hp.obo

      With --evidence, proves that every sentence that backs a statement still stands in its \
      document where the graph says, markup and citations left out, and tells of each that does \
      not where it moved to, or that it is gone. With --against, the graph is one that was \
      exported before; else it is read anew.

        etiograph check --evidence
        etiograph check --against Exports/intestinal-permeability.kgx.json
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Show notes too, such as concepts that were merged by name.")
  var notes = false

  @Flag(help: "Check the quotes of a graph against the documents instead.")
  var evidence = false

  @Option(
    help: ArgumentHelp(
      "A graph that was exported before, whose quotes are checked (implies --evidence).",
      valueName: "kgx-file"),
    completion: .file())
  var against: String?

  func validate() throws {
    if graph.data.strict, evidence || against != nil {
      throw ValidationError(
        "--strict has no meaning for the check of quotes: it ends with 1 anyway")
    }
  }

  func run() throws {
    if evidence || against != nil {
      let check = QuoteCheck(graph: graph, against: against, showsAll: notes)
      return try check.run(as: output.format)
    }
    if let found = try SnapshotOpening.open(
      graph.inputs, vocabularies: graph.vocabularies, base: graph.base, verifies: true)
    {
      Answer.write(
        "the compiled graph is whole: \(found.nodeCount) concepts, \(found.edgeCount) statements\n")
      return
    }
    let files = try graph.files()
    let all = GraphSources(
      files.files, isStrict: graph.data.strict, columns: try graph.data.edgeColumns()
    ).check().map(files.located)
    let shown = all.filter { notes || $0.severity != .note }
    let counts = Diagnostic.Severity.allCases.map { severity in
      all.count { $0.severity == severity }
    }
    switch output.format {
    case .text:
      for diagnostic in shown { Answer.write(diagnostic.shownLine) }
      let summary = zip(Diagnostic.Severity.allCases, counts).map { severity, count in
        "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
      }
      Answer.write(
        "\(files.files.count) \(files.files.count == 1 ? "file" : "files") checked: "
          + summary.joined(separator: ", ") + "\n")
    case .json:
      Answer.write(json: .object([("diagnostics", .array(shown.map(json)))]))
    case .tsv:
      var table = TextTable([
        ("file", .left), ("line", .right), ("column", .right), ("severity", .left),
        ("message", .left), ("suggestion", .left),
      ])
      for diagnostic in shown {
        table.add([
          diagnostic.location?.file ?? "", diagnostic.location?.line.map(String.init) ?? "",
          diagnostic.location?.column.map(String.init) ?? "", diagnostic.severity.rawValue,
          diagnostic.message, diagnostic.suggestion ?? "",
        ])
      }
      Answer.write(table, as: .tsv)
    }
    if counts[0] > 0 || (graph.data.strict && counts[1] > 0) { throw ExitCode(1) }
  }

  private func json(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      ("severity", .string(diagnostic.severity.rawValue)),
      ("file", diagnostic.location.map { .string($0.file) } ?? .null),
      ("line", diagnostic.location?.line.map { .int($0) } ?? .null),
      ("column", diagnostic.location?.column.map { .int($0) } ?? .null),
      ("message", .string(diagnostic.message)),
      ("suggestion", diagnostic.suggestion.map { .string($0) } ?? .null),
    ])
  }
}
