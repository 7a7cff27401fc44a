internal import GraphModel

/// Reads a file in any of the formats of articles into a document without its furniture.
struct DocumentReader {
  let lexicon: Lexicon

  struct Result {
    var document: Document
    /// What the article says of itself, in its front matter or in the head of its page.
    var frontMatter: FrontMatter
    var diagnostics: [Diagnostic]
  }

  /// - Complexity: O(length of the file).
  func read(_ file: InputFile) -> Result {
    let (source, format, decoded) = Self.decode(file)
    let frontMatter: FrontMatter
    var document: Document
    switch format {
    case .markdown:
      frontMatter = FrontMatter(source)
      document = MarkdownParser.parse(source, from: frontMatter.end)
      frontMatter.questions.append(to: &document, before: frontMatter.end)
    case .plainText:
      frontMatter = FrontMatter(source)
      document = PlainTextParser.parse(source, from: frontMatter.end)
    case .html:
      let page = HTMLReader.read(source)
      frontMatter = FrontMatter(page.metadata)
      document = page.document
    }
    document.splitInlineLists()
    document.shapeBlocks()
    return Result(
      document: DocumentFurniture.remove(
        from: document, lexicon: lexicon, isPlain: format == .plainText),
      frontMatter: frontMatter,
      diagnostics: frontMatter.diagnostics + Self.diagnostics(decoded, file.name))
  }

  /// The text of a file, and how it is written: by the file's name, else by its looks.
  static func decode(
    _ file: InputFile
  ) -> (source: SourceText, format: ArticleFormat, decoded: TextDecoding.Decoded) {
    let named = ArticleFormat(name: file.name)
    let declared = named == .html || named == nil ? TextEncoding.declared(in: file.bytes) : nil
    let decoded = TextDecoding.decode(file.bytes, declared: declared)
    let source = SourceText(name: file.name, bytes: decoded.bytes)
    return (source, named ?? ArticleFormat(like: source), decoded)
  }

  private static func diagnostics(
    _ decoded: TextDecoding.Decoded, _ name: String
  ) -> [Diagnostic] {
    let place = SourceLocation(file: name)
    if decoded.isRepaired {
      return [
        Diagnostic(
          .warning, "some bytes are no text and were replaced", at: place,
          suggestion: "save the file as UTF-8")
      ]
    }
    guard decoded.encoding != .utf8 else { return [] }
    return [Diagnostic(.note, "read as \(decoded.encoding.rawValue)", at: place)]
  }
}
