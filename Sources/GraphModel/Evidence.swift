/// A work that a sentence rests on, and how that is known.
public struct Citation: Sendable, Hashable {
  /// How a reference came to stand behind a sentence.
  public enum Basis: UInt8, Sendable, Hashable, CaseIterable {
    /// The author cited it there.
    case stated = 1
    /// The author cited nothing there; the work's title names what the sentence says.
    case inferred = 2

    /// The name used in every file format.
    public var name: String {
      switch self {
      case .stated: "stated"
      case .inferred: "inferred"
      }
    }
  }

  /// The cited work.
  public var reference: ReferenceIndex
  /// How the work came to stand behind the sentence.
  public var basis: Basis

  /// A value from its parts.
  public init(_ reference: ReferenceIndex, basis: Basis) {
    self.reference = reference
    self.basis = basis
  }
}

/// The sentence that backs an edge: where it stands, what it says, and how firmly.
public struct Evidence: Sendable, Hashable {
  /// What of the statement stands in the sentence itself.
  public enum Scope: UInt8, Sendable, Hashable, CaseIterable {
    /// The sentence names both ends.
    case sentence = 1
    /// One end is named only by the heading that the sentence stands under.
    case heading = 2

    /// The name used in every file format.
    public var name: String {
      switch self {
      case .sentence: "sentence"
      case .heading: "heading"
      }
    }
  }

  /// Whether the sentence speaks for the statement or against it.
  public enum Stance: UInt8, Sendable, Hashable, CaseIterable {
    case supports = 1
    case contradicts = 2

    /// The name used in every file format.
    public var name: String {
      switch self {
      case .supports: "supports"
      case .contradicts: "contradicts"
      }
    }
  }

  /// The document that it stands in; nil for a data file's row.
  public var document: DocumentIndex?
  /// The heading that the sentence stands under.
  public var section: String?
  /// The sentence, verbatim as a reader sees it.
  public var quote: String
  /// Where the quote stands in the document's file: offsets in Unicode scalars, from 0.
  public var range: Range<Int>?
  /// The line of the file on which the quote begins, from 1.
  public var line: Int?
  /// The words that hedge the statement, verbatim: "may", "has been linked to".
  public var hedge: String?
  /// How firmly it is said; nil where a data file does not tell.
  public var certainty: Certainty?
  /// What of the statement stands in the sentence itself.
  public var scope: Scope
  /// Whether the sentence speaks for the statement or against it.
  public var stance: Stance
  /// The works that the sentence rests on, in the order of the text.
  public var citations: [Citation]

  /// A value from its parts.
  public init(
    document: DocumentIndex? = nil, section: String? = nil, quote: String = "",
    range: Range<Int>? = nil, line: Int? = nil, hedge: String? = nil,
    certainty: Certainty? = nil, scope: Scope = .sentence, stance: Stance = .supports,
    citations: [Citation] = []
  ) {
    self.document = document
    self.section = section
    self.quote = quote
    self.range = range
    self.line = line
    self.hedge = hedge
    self.certainty = certainty
    self.scope = scope
    self.stance = stance
    self.citations = citations
  }
}

/// A file that a graph was read from.
public struct SourceDocument: Sendable, Hashable {
  /// The file's name relative to the folder that was read, with `/` between parts.
  public var name: String
  /// The title, without markup.
  public var title: String?
  /// In order; `Family, Given` or as the document prints them.
  public var authors: [String]
  /// Where the document was published.
  public var url: String?
  /// The language of its text, BCP 47.
  public var language: String

  /// A value from its parts.
  public init(
    name: String, title: String? = nil, authors: [String] = [], url: String? = nil,
    language: String = "en"
  ) {
    self.name = name
    self.title = title
    self.authors = authors
    self.url = url
    self.language = language
  }
}
