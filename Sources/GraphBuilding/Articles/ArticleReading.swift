public import GraphModel

/// All that was read from one article.
public struct ArticleReading: Sendable {
  /// A sentence from which no claim was read, and why.
  public struct Skipped: Sendable, Hashable {
    public var quote: String
    public var location: SourceLocation
    /// Where it stands in the file: offsets in Unicode scalars, from 0.
    public var range: Range<Int>
    public var reason: String

    public init(quote: String, location: SourceLocation, range: Range<Int>, reason: String) {
      self.quote = quote
      self.location = location
      self.range = range
      self.reason = reason
    }
  }

  /// A citation key and where it stands.
  public struct CitedKey: Sendable, Hashable {
    public var key: String
    public var location: SourceLocation

    public init(key: String, location: SourceLocation) {
      self.key = key
      self.location = location
    }
  }

  public var document: SourceDocument
  /// What the article is about; nil where nothing tells.
  public var focus: Mention?
  /// In reading order.
  public var claims: [Claim]
  /// Every work of the article's own list, and every work that it cites by key, in order.
  public var references: [Reference]
  /// Every citation key in the text, known or not, in order.
  public var citedKeys: [CitedKey]
  public var skipped: [Skipped]
  /// The whole text in reading order, where the reader was asked to keep it.
  public var passages: [ArticlePassage]
  public var diagnostics: [Diagnostic]

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
