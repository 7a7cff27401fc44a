import ArgumentParser
import GraphBuilding
import GraphExport
import GraphModel

/// `etiograph read`: an article sentence by sentence, with what was read from each.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what was read from an article, sentence by sentence, and what was skipped.",
    discussion: """
      Under each sentence stand its claims, with the words that hedge them and the works that the \
      author cites. The vocabulary.yaml beside the article is read with it; with -g, everything \
      named there is, and the identifiers are those of that graph.

        etiograph read Graph/intestinal-permeability.md
        etiograph read my-article.md --html review.html
      """)

  @Argument(
    help: "An article in Markdown, HTML or plain text, or -.", completion: .file())
  var article: String

  @Option(
    name: [.customShort("g"), .customLong("graph")], parsing: .singleValue,
    help: ArgumentHelp(
      "The graph that the article is read into (repeatable).",
      discussion: "Without it, the vocabulary.yaml in the article's folder, if there is one.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .customLong("vocabulary"), parsing: .singleValue,
    help: ArgumentHelp(
      "A vocabulary to ground names in: .obo, OBO Graphs .json, SSSOM .tsv, .yaml (repeatable).",
      valueName: "path"),
    completion: .file())
  var vocabularies: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write a page for a browser to this file; - for standard output.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Flag(help: "Show only sentences from which something was read.")
  var claimsOnly = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if html != nil, claimsOnly {
      throw ValidationError("--claims-only has no meaning for a page: it shows the whole article")
    }
  }

  func run() throws {
    if let html, html != "-" { try AtomicFile.check(html) }
    let files = try GraphFiles(at: [article] + companions, vocabularies: vocabularies)
    guard let name = files.files.first?.name else {
      throw CommandFailure("there is nothing to read in '\(article)'")
    }
    let review: ArticleReview
    do throws(DiagnosticError) {
      review = try GraphSources(files.files).review(of: name)
    } catch {
      throw CommandFailure(DiagnosticError(error.diagnostics.map(files.located)))
    }
    let threshold: [Diagnostic.Severity] = quiet ? [.error] : [.error, .warning]
    for diagnostic in review.diagnostics where threshold.contains(diagnostic.severity) {
      Terminal.error.write(files.located(diagnostic).shownLine)
    }
    if let html {
      let page = Array(ReviewPage.html(of: review).utf8)
      if html == "-" { Terminal.output.write(page) } else { try AtomicFile.write(page, to: html) }
      return
    }
    switch output.format {
    case .text:
      let printer = ReviewPrinter(review, terminal: .output, claimsOnly: claimsOnly)
      printer.write(Answer.write)
    case .json: Answer.write(json: ReviewPrinter.json(review))
    case .tsv: Answer.write(ReviewPrinter.table(review, claimsOnly: claimsOnly), as: .tsv)
    }
  }

  /// What is read beside the article.
  private var companions: [String] {
    if !paths.isEmpty { return paths }
    if article == "-" { return [] }
    let folder = article.lastIndex(of: "/").map { String(article[...$0]) } ?? ""
    return ["vocabulary.yaml", "vocabulary.yml"].map { folder + $0 }
      .filter { (try? FileAccess.files(at: $0)) != nil }
  }
}
