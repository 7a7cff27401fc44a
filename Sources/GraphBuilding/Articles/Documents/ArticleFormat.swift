/// How an article is written.
enum ArticleFormat: Sendable, Hashable {
  case markdown
  case plainText
  case html

  /// The format that a file's name says; nil where it says none.
  init?(name: String) {
    let ending = name.split(separator: "/").last?.split(separator: ".").last?.lowercased() ?? ""
    switch ending {
    case "md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd": self = .markdown
    case "txt", "text": self = .plainText
    case "html", "htm", "xhtml": self = .html
    default: return nil
    }
  }

  /// What a text looks like.
  init(like source: SourceText) {
    let head = String(decoding: source.bytes.prefix(300).map(\.lowered), as: UTF8.self)
    if head.contains("<!doctype html") || head.contains("<html") {
      self = .html
    } else {
      self = Self.looksLikeMarkdown(source) ? .markdown : .plainText
    }
  }

  /// A line that begins with `#` marks and a space, within the first thousand lines.
  private static func looksLikeMarkdown(_ source: SourceText) -> Bool {
    source.lineStarts.indices.prefix(1000).contains { line in
      let text = source.bytes[source.lineRange(line)].prefix(8)
      let marks = text.prefix { $0 == 0x23 }.count
      return (1...6).contains(marks) && text.dropFirst(marks).first == 0x20
    }
  }
}
