import GraphModel

/// The language that quoted words are tagged with.
///
/// Where all documents are in one language, the context says so once for every term whose values
/// are quotations; else each text says it itself.
struct QuotedLanguage: Sendable {
  /// The names of the terms whose values are words of a document.
  static let terms: Set<String> = ["quote", "exact", "hedge", "section", "supporting_text"]

  /// The language of every document; nil where they differ or there is none.
  let common: String?
  private let languages: [String?]

  init(_ graph: KnowledgeGraph) {
    languages = graph.documents.map { Self.tag($0.language) }
    let first = languages.first ?? nil
    common = languages.allSatisfy { $0 == first } ? first : nil
  }

  /// The language of a document, as a tag in lower case; nil where none is known.
  func of(_ document: DocumentIndex?) -> String? {
    guard let document, document.position < languages.count else { return nil }
    return languages[document.position]
  }

  /// A value of one of the ``terms``.
  func value(_ text: String, from document: DocumentIndex?) -> JSONValue {
    let language = of(document)
    return language == common ? .string(text) : Self.tagged(text, language)
  }

  /// A value of a term that the context gives no language.
  static func tagged(_ text: String, _ language: String?) -> JSONValue {
    guard let language else { return ["@value": .string(text)] }
    return ["@value": .string(text), "@language": .string(language)]
  }

  /// The tag in lower case, since processors differ in whether they keep its case; nil where it is
  /// not well formed (RFC 5646 §2.1): letters first, then letters and digits, eight at most.
  static func tag(_ language: String) -> String? {
    let parts = language.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.allSatisfy(IRISyntax.isLetter) else { return nil }
    let isWellFormed = parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { IRISyntax.isLetter($0) || (0x30...0x39).contains($0) }
    }
    return isWellFormed ? language.lowercased() : nil
  }
}
