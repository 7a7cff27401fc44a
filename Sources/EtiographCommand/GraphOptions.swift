import ArgumentParser
import Glibc
import GraphBuilding
import GraphModel

/// The options that name the graph of a question.
struct GraphOptions: ParsableArguments {
  @Option(
    name: [.customShort("g"), .customLong("graph")], parsing: .singleValue,
    help: ArgumentHelp(
      "The graph: a document, a data file, a folder, or - (repeatable; several are merged).",
      discussion: "Without it, the folder Graph/ here.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .customLong("vocabulary"), parsing: .singleValue,
    help: ArgumentHelp(
      "A vocabulary to ground names in: .obo, OBO Graphs .json, SSSOM .tsv, .yaml (repeatable).",
      discussion: "For instance --vocabulary mondo.obo --vocabulary hp.obo. What your own "
        + "vocabulary.yaml says goes before.",
      valueName: "path"),
    completion: .file())
  var vocabularies: [String] = []

  @Option(
    help: ArgumentHelp(
      "The base IRI of the graph's own identifiers.", valueName: "iri"))
  var base: String?

  @OptionGroup var data: DataFileOptions

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp(
      "On how many threads to work; without it, as many as there are processors.",
      discussion:
        "The answer is the same for any number. ETIOGRAPH_THREADS says it for all commands.",
      valueName: "number"))
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  /// The folder that is read where none is named.
  static let standardFolder = "Graph"

  var inputs: [String] { paths.isEmpty ? [Self.standardFolder] : paths }

  /// Sees to what holds for all that is done with the graph: how many threads work, and what is told
  /// of it.
  private func prepare() throws(CommandFailure) {
    if quiet { Attendance.shared.beQuiet() }
    guard let threads else { return }
    guard (1...1024).contains(threads) else {
      throw CommandFailure(
        "--threads \(threads) is no number of threads", suggestion: "give one from 1 to 1024")
    }
    setenv("ETIOGRAPH_THREADS", "\(threads)", 1)
  }

  /// Reads the files of the graph.
  func files() throws(CommandFailure) -> GraphFiles {
    try prepare()
    if let base, !PrefixMap.isUsableBase(base) {
      throw CommandFailure(
        "--base '\(base)' is no absolute IRI that ends in / or #",
        suggestion: "give one such as https://example.org/my-graph/")
    }
    let files = try GraphFiles(
      at: inputs, vocabularies: vocabularies, limit: try data.limit())
    if files.files.isEmpty {
      throw CommandFailure(
        "there is nothing to read in \(inputs.map { "'\($0)'" }.joined(separator: ", "))",
        suggestion: "add a document (.md, .txt), a vocabulary or a KGX file")
    }
    return files
  }

  /// Reads the graph and tells standard error of its problems.
  func load() throws(CommandFailure) -> KnowledgeGraph {
    try prepare()
    if let graph = try SnapshotOpening.open(inputs, vocabularies: vocabularies, base: base) {
      return graph
    }
    let columns = try data.edgeColumns()
    let files = try files()
    if columns.columnOfField.isEmpty, files.files.allSatisfy({ !InputFormat(of: $0).makesGraph }),
      files.files.count > 1
        || files.files.allSatisfy({ InputFormat(of: $0).isVocabulary })
    {
      throw CommandFailure(
        "there is nothing that a graph could be made from in "
          + inputs.map { "'\($0.shortened)'" }.joined(separator: ", "),
        suggestion: "add an article in Markdown, HTML or plain text, or a graph in the KGX format")
    }
    do throws(DiagnosticError) {
      let sources = GraphSources(files.files, isStrict: data.strict, columns: columns)
      let result = try sources.build(base: base, progress: Attendance.shared.cancellation)
      if !quiet {
        for diagnostic in result.diagnostics where diagnostic.severity != .note {
          Terminal.error.write(files.located(diagnostic).shownLine)
        }
      }
      return result.graph
    } catch {
      let told = error.diagnostics.filter { $0.severity != .note }
      throw CommandFailure(DiagnosticError(told.map(files.located)))
    }
  }
}

extension String {
  /// ``printable``, but line by line.
  var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).printable }.joined(separator: "\n")
  }
}

extension InputFormat {
  /// Whether there can be statements in a file of this format: no list of names or works.
  fileprivate var makesGraph: Bool {
    !isVocabulary && ![.bibliography, .unknown, .notADocument, .kgxDescription].contains(self)
  }
}

extension PrefixMap {
  /// Whether an IRI can stand before slugs: absolute, without white space, ending in `/` or `#`.
  static func isUsableBase(_ iri: String) -> Bool {
    guard iri.hasSuffix("/") || iri.hasSuffix("#") else { return false }
    guard let scheme = iri.firstIndex(of: ":") else { return false }
    let name = iri[..<scheme]
    return name.first?.isLetter == true && name.allSatisfy { $0.isASCII && $0 != "/" }
      && iri[scheme...].hasPrefix("://") && iri.utf8.count > name.utf8.count + 4
      && !iri.unicodeScalars.contains {
        $0.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains($0)
      }
  }
}

/// How an answer is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, tsv
}

/// The option that chooses how an answer is printed.
struct OutputOptions: ParsableArguments {
  @Option(name: .customLong("output-format"), help: "How to print the answer.")
  var format = OutputFormat.text
}
