public import GraphModel

/// Reads articles: the bytes of one article become an ``ArticleReading``.
public struct ArticleReader: Sendable {
  let lexicon: Lexicon

  public init(lexicon: Lexicon = .english) { self.lexicon = lexicon }

  /// Reads one article.
  ///
  /// - Complexity: O(length of the file).
  public func read(
    _ file: InputFile, bibliography: Bibliography, vocabulary: Vocabulary
  ) -> ArticleReading {
    ArticleReading(document: SourceDocument(name: file.name))
  }
}
