public import GraphModel

/// All that was read from one article.
public struct ArticleReading: Sendable {
  /// A sentence from which no claim was read, and why.
  public struct Skipped: Sendable, Hashable {
    /// The sentence without its markup.
    public var quote: String
    /// Where it begins.
    public var location: SourceLocation
    /// Where it stands in the file: offsets in Unicode scalars, from 0.
    public var range: Range<Int>
    /// Why, as the end of "The sentence …".
    public var reason: String

    /// A sentence that gave no claim.
    public init(quote: String, location: SourceLocation, range: Range<Int>, reason: String) {
      self.quote = quote
      self.location = location
      self.range = range
      self.reason = reason
    }
  }

  /// A citation key and where it stands.
  public struct CitedKey: Sendable, Hashable {
    /// The key without its `@`.
    public var key: String
    /// Where its `@` stands.
    public var location: SourceLocation

    /// A key at a place.
    public init(key: String, location: SourceLocation) {
      self.key = key
      self.location = location
    }
  }

  /// What is known of the article as a document.
  public var document: SourceDocument
  /// What the article is about; nil where nothing tells.
  public var focus: Mention?
  /// In reading order.
  public var claims: [Claim]
  /// Every work of the article's own list, and every work that it cites by key, in order.
  public var references: [Reference]
  /// Every citation key in the text, known or not, in order.
  public var citedKeys: [CitedKey]
  /// Sentences from which no claim was read, in reading order.
  public var skipped: [Skipped]
  /// The whole text in reading order, where the reader was asked to keep it.
  public var passages: [ArticlePassage]
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic]

  /// A reading of which nothing but the document is known yet.
  public init(document: SourceDocument) {
    self.document = document
    focus = nil
    claims = []
    references = []
    citedKeys = []
    skipped = []
    passages = []
    diagnostics = []
  }
}
