internal import GraphModel
private import Yams

/// What the writer of a document says of it, between two lines `---` at its head.
struct FrontMatter: Sendable {
  var title: String?
  /// What the writer calls the subject, beside the title or instead of it.
  var name: String?
  var language: String?
  var condition: String?
  var authors: [String] = []
  var url: String?
  var questions = FrontMatterQuestions()
  /// The byte at which the document itself begins.
  var end = 0
  var diagnostics: [Diagnostic] = []

  /// Reads the front matter of a file; without one, everything is empty and `end` is 0.
  ///
  /// One that lacks a fence is an error, and is read as the front matter that it was meant to be.
  ///
  /// - Complexity: O(length of the front matter).
  init(_ source: SourceText) {
    guard let lines = FrontMatterLines(source) else { return }
    end = lines.end
    if let flaw = lines.flaw {
      diagnostics.append(Self.diagnostic(flaw, source))
      // What stands without any fence may be a byline: nothing is taken from it.
      guard lines.isMeantAsSuch else { return }
    }
    do {
      try parse(lines, of: source)
    } catch {
      guard lines.flaw == nil, let unclosed = FrontMatterLines(unclosed: lines, in: source),
        let flaw = unclosed.flaw
      else {
        diagnostics.append(
          YAMLProblem.diagnostic(of: error, file: source.name, firstLine: lines.firstLine + 1))
        return
      }
      end = unclosed.end
      diagnostics.append(Self.diagnostic(flaw, source))
      try? parse(unclosed, of: source)
    }
  }

  private mutating func parse(_ lines: FrontMatterLines, of source: SourceText) throws {
    let yaml = String(decoding: source.bytes[lines.body], as: UTF8.self)
    guard let root = try YAMLRoot.of(yaml) else { return }
    guard let mapping = root.mapping else {
      diagnostics.append(
        Diagnostic(
          .error, "the front matter is no list of keys and values",
          at: SourceLocation(file: source.name, line: lines.firstLine + 1, column: 1),
          suggestion: "write lines such as 'title: …' between the two lines '---'"))
      return
    }
    take(mapping, source, lines)
  }

  private mutating func take(
    _ mapping: Yams.Node.Mapping, _ source: SourceText, _ lines: FrontMatterLines
  ) {
    for (key, value) in mapping {
      switch key.string?.lowercased() {
      case "title": title = text(value, "title", source, lines)
      case "name", "topic", "subject": name = name ?? value.string?.trimmingSpaces
      case "lang", "language": language = text(value, "lang", source, lines)
      case "condition": condition = text(value, "condition", source, lines)
      case "author", "authors": authors = Self.names(value)
      case "url", "source", "canonical": url = url ?? value.string
      default: questions.take(key.string?.lowercased() ?? "", value)
      }
    }
  }

  /// What a page says of itself stands where an article has its front matter.
  init(_ page: HTMLMetadata) {
    title = page.title
    language = page.language
    authors = page.authors
    url = page.url
  }

  private mutating func text(
    _ node: Yams.Node, _ key: String, _ source: SourceText, _ lines: FrontMatterLines
  ) -> String? {
    guard let text = node.string else {
      diagnostics.append(
        Diagnostic(
          .error, "'\(key)' must be a text",
          at: node.mark.map {
            SourceLocation(
              file: source.name, line: lines.firstLine + $0.line, column: $0.column)
          },
          suggestion: "write '\(key): …' on one line"))
      return nil
    }
    let trimmed = text.trimmingSpaces
    return trimmed.isEmpty ? nil : trimmed
  }

  private static func names(_ node: Yams.Node) -> [String] {
    if let name = node.string { return [name] }
    guard let items = node.sequence else { return [] }
    var names: [String] = []
    for item in items {
      if let name = item.string ?? item.mapping?["name"]?.string { names.append(name) }
    }
    return names
  }

  private static func diagnostic(
    _ flaw: FrontMatterLines.Flaw, _ source: SourceText
  ) -> Diagnostic {
    func missing(
      _ severity: Diagnostic.Severity, _ message: String, at line: Int, _ suggestion: String
    ) -> Diagnostic {
      Diagnostic(
        severity, message, at: SourceLocation(file: source.name, line: line + 1, column: 1),
        suggestion: suggestion)
    }
    return switch flaw {
    case .noOpening(let line):
      missing(
        .error, "the front matter does not begin with a line '---'", at: line,
        "begin the file with a line of three hyphens")
    case .noClosing(let line):
      missing(
        .error, "the front matter does not end with a line '---'", at: line,
        "put a line of three hyphens before this one")
    case .noFences(let line):
      missing(
        .warning, "these lines look like front matter and are not read", at: line,
        "put a line '---' before and behind them; if they are text, put something before them")
    case .toml(let line):
      missing(
        .error, "front matter in TOML is not read", at: line,
        "write it as 'title: …' between two lines '---'")
    }
  }
}
