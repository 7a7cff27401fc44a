internal import GraphModel
private import Yams

/// What the writer of a document says of it, between two lines `---` at its head.
struct FrontMatter: Sendable {
  var title: String?
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
  /// - Complexity: O(length of the front matter).
  init(_ source: SourceText) {
    guard let lines = Self.lines(of: source) else { return }
    end = lines.end
    let yaml = String(decoding: source.bytes[lines.body], as: UTF8.self)
    do {
      guard let root = try Parser(yaml: yaml, resolver: .basic).singleRoot() else { return }
      guard let mapping = root.mapping else {
        diagnostics.append(
          Diagnostic(
            .error, "the front matter is no list of keys and values",
            at: SourceLocation(file: source.name, line: 2, column: 1),
            suggestion: "write lines such as 'title: …' between the two lines '---'"))
        return
      }
      take(mapping, source)
    } catch {
      diagnostics.append(Self.diagnostic(error, source))
    }
  }

  private mutating func take(_ mapping: Yams.Node.Mapping, _ source: SourceText) {
    for (key, value) in mapping {
      switch key.string?.lowercased() {
      case "title": title = text(value, "title", source)
      case "lang", "language": language = text(value, "lang", source)
      case "condition": condition = text(value, "condition", source)
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

  private mutating func text(_ node: Yams.Node, _ key: String, _ source: SourceText) -> String? {
    guard let text = node.string else {
      diagnostics.append(
        Diagnostic(
          .error, "'\(key)' must be a text",
          at: node.mark.map { Self.location($0, source) },
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

  /// The lines between `---` on the first line and the next `---` or `...`.
  private static func lines(of source: SourceText) -> (body: Range<Int>, end: Int)? {
    guard isFence(source, 0, closing: false) else { return nil }
    for number in source.lineStarts.indices.dropFirst().prefix(10_000)
    where isFence(source, number, closing: true) {
      let next = number + 1
      let end = next < source.lineStarts.count ? source.lineStarts[next] : source.bytes.count
      return (source.lineStarts[1]..<source.lineStarts[number], end)
    }
    return nil
  }

  private static func isFence(_ source: SourceText, _ line: Int, closing: Bool) -> Bool {
    let bytes = source.bytes[source.lineRange(line)]
    let mark = bytes.prefix(3)
    guard bytes.dropFirst(3).allSatisfy(\.isSpaceByte) else { return false }
    return mark.elementsEqual("---".utf8) || closing && mark.elementsEqual("...".utf8)
  }

  private static func location(_ mark: Mark, _ source: SourceText) -> SourceLocation {
    SourceLocation(file: source.name, line: mark.line + 1, column: mark.column)
  }

  private static func diagnostic(_ error: any Error, _ source: SourceText) -> Diagnostic {
    var place = SourceLocation(file: source.name, line: 2)
    var message = "the front matter is no valid YAML"
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        place = location(mark, source)
        message += ": \(problem)"
      case .duplicatedKeysInMapping(let keys, let context):
        message += ": '\(keys.first ?? "")' stands twice"
        place = location(context.mark, source)
      default: break
      }
    }
    return Diagnostic(
      .error, message, at: place, suggestion: "put values with a colon or a quote in quotes")
  }
}
