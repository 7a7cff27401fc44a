internal import GraphModel
internal import Yams

/// Questions and answers that stand in the front matter of an article.
struct FrontMatterQuestions {
  private(set) var entries: [(question: String, answer: String)] = []

  private static let keys = ["faq", "faqs", "questions"]

  init() {}

  /// Takes over what a key of the front matter holds where it is a list of questions.
  ///
  /// - Complexity: O(length of the list).
  mutating func take(_ key: String, _ value: Yams.Node) {
    guard Self.keys.contains(key), let items = value.sequence else { return }
    for item in items {
      guard let mapping = item.mapping else { continue }
      let question = Self.text(mapping, ["q", "question", "title", "name"])
      let answer = Self.text(mapping, ["a", "answer", "text", "body"])
      if let question, let answer { entries.append((question, answer)) }
    }
  }

  private static func text(_ mapping: Yams.Node.Mapping, _ keys: [String]) -> String? {
    for key in keys {
      for (name, value) in mapping where name.string?.lowercased() == key {
        if let text = value.string?.trimmingSpaces, !text.isEmpty { return text }
      }
    }
    return nil
  }

  /// Appends each question as a heading and its answer as a paragraph, at their places in the
  /// front matter, which ends at a byte.
  func append(to document: inout Document, before end: Int) {
    var aligner = MarkdownAligner(source: document.source)
    aligner.begin(0..<end)
    for entry in entries {
      aligner.align(Array(entry.question.utf8)) { document.append($0, at: $1) }
      document.endBlock(.heading(level: 2))
      aligner.align(Array(entry.answer.utf8)) { document.append($0, at: $1) }
      document.endBlock(.paragraph)
    }
  }
}
