import ArgumentParser
import GraphBuilding
import GraphExport
import GraphModel

/// `etiograph check --evidence`: whether the quotes of a graph still stand in its documents.
struct QuoteCheck {
  let graph: GraphOptions
  /// A graph that was exported before; nil to read the documents anew.
  let against: String?
  /// Whether the quotes that stand are listed, too.
  let showsAll: Bool

  func run(as format: OutputFormat) throws {
    let files = try graph.files()
    let report = EvidenceCheck(files.files).check(try checkedGraph())
    switch format {
    case .text: Answer.write(text(report, files))
    case .json: Answer.write(json: json(report, files))
    case .tsv: Answer.write(table(report, files), as: .tsv)
    }
    if !report.holds { throw ExitCode(1) }
  }

  private func checkedGraph() throws(CommandFailure) -> KnowledgeGraph {
    guard let against else { return try graph.load() }
    let files = try GraphFiles(at: [against])
    do throws(DiagnosticError) {
      return try GraphSources(files.files).build().graph
    } catch {
      throw CommandFailure(DiagnosticError(error.diagnostics.map(files.located)))
    }
  }

  // MARK: Answers

  private static let outcomes = [
    ("stands", "stand where they stood"), ("moved", "moved"), ("gone", "gone"),
    ("without_document", "without a document"), ("not_quoted", "without a quote"),
  ]

  private func text(_ report: EvidenceReport, _ files: GraphFiles) -> String {
    var text = ""
    for finding in report.findings {
      if let diagnostic = finding.diagnostic {
        text += "\(files.located(diagnostic))".printable + "\n"
      } else if showsAll, finding.outcome == .stands {
        let place = located(finding.location, files)
        text += "\(place): note: \"\(finding.quote)\" stands".printable + "\n"
      }
    }
    let count = report.findings.count
    let counts = Self.outcomes.map { (report.count($0.0), $0.1) }.filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }
    return text + "\(count) \(count == 1 ? "quote" : "quotes") checked"
      + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")) + "\n"
  }

  private func json(_ report: EvidenceReport, _ files: GraphFiles) -> JSONValue {
    let counts = Self.outcomes.map { ($0.0, JSONValue.int(report.count($0.0))) }
    let findings = report.findings.filter { showsAll || $0.outcome.isProblem }.map { finding in
      let place = located(finding.location, files)
      return JSONValue.object([
        ("outcome", .string(finding.outcome.name)),
        ("file", .string(place.file)),
        ("line", place.line.map { .int($0) } ?? .null),
        ("now_at_line", line(finding).map { .int($0) } ?? .null),
        ("nearest", nearest(finding).map { .string($0.text) } ?? .null),
        ("quote", .string(finding.quote)),
        ("statements", .array(finding.statements.map { .string($0) })),
        ("evidence", .array(finding.evidenceIDs.map { .string($0) })),
      ])
    }
    return .object(
      [("checked", .int(report.findings.count))] + counts + [("findings", .array(findings))])
  }

  private func table(_ report: EvidenceReport, _ files: GraphFiles) -> TextTable {
    var table = TextTable([
      ("outcome", .left), ("file", .left), ("line", .right), ("now_at_line", .right),
      ("quote", .left), ("nearest", .left), ("statements", .left), ("evidence", .left),
    ])
    for finding in report.findings where showsAll || finding.outcome.isProblem {
      let place = located(finding.location, files)
      table.add([
        finding.outcome.name, place.file, place.line.map(String.init) ?? "",
        line(finding).map(String.init) ?? "", finding.quote, nearest(finding)?.text ?? "",
        finding.statements.joined(separator: " | "), finding.evidenceIDs.joined(separator: " | "),
      ])
    }
    return table
  }

  private func located(_ location: SourceLocation, _ files: GraphFiles) -> SourceLocation {
    files.located(Diagnostic(.note, "", at: location)).location ?? location
  }

  /// Where the quote, or what is nearest to it, stands now.
  private func line(_ finding: EvidenceFinding) -> Int? {
    if case .moved(let place) = finding.outcome { return place.line }
    return nearest(finding)?.line
  }

  private func nearest(_ finding: EvidenceFinding) -> ArticlePassage.Sentence? {
    if case .gone(let nearest) = finding.outcome { return nearest }
    return nil
  }
}
