public import GraphModel

/// Whether a quote of a graph still stands in its document.
public struct EvidenceFinding: Sendable, Hashable {
  /// What was found.
  public enum Outcome: Sendable, Hashable {
    /// The quote stands where the graph says.
    case stands
    /// The quote stands elsewhere in the document.
    case moved(to: SourceLocation)
    /// The quote stands nowhere in the document; the sentence that is most like it, where one is.
    case gone(nearest: ArticlePassage.Sentence?)
    /// The document is not among the files.
    case withoutDocument
    /// The evidence names no document or has no quote.
    case notQuoted

    /// The name used in every file format.
    public var name: String {
      switch self {
      case .stands: "stands"
      case .moved: "moved"
      case .gone: "gone"
      case .withoutDocument: "without_document"
      case .notQuoted: "not_quoted"
      }
    }

    /// Whether the graph says of the document what no longer holds.
    public var isProblem: Bool {
      switch self {
      case .stands, .notQuoted: false
      case .moved, .gone, .withoutDocument: true
      }
    }
  }

  /// The pieces of evidence with this quote at this place, by their identifiers.
  public var evidenceIDs: [String]
  /// What they back, in words.
  public var statements: [String]
  /// The sentence.
  public var quote: String
  /// Where the graph says that it stands: the name of the file of today, or, where there is none,
  /// of the document.
  public var location: SourceLocation
  /// What was found.
  public var outcome: Outcome

  /// What is wrong, where, and what to do; nil where nothing is.
  public var diagnostic: Diagnostic? {
    let backed = statements.count == 1 ? "1 statement" : "\(statements.count) statements"
    let what = "the sentence \"\(Self.shortened(quote))\" behind \(backed)"
    switch outcome {
    case .stands, .notQuoted: return nil
    case .moved(let place):
      let old = location.line.map { "stood at line \($0)" } ?? "stood elsewhere"
      return Diagnostic(
        .error, "\(what) \(old) when the graph was made", at: place,
        suggestion: "build the graph again, so that it says where")
    case .gone(let nearest):
      var place = location
      (place.line, place.column) = (nearest?.line ?? place.line, nearest?.column)
      let now = nearest.map { "; the nearest to it now is \"\(Self.shortened($0.text))\"" } ?? ""
      return Diagnostic(
        .error, "\(what) is gone\(now)", at: place,
        suggestion: "read the article again and review what it says now")
    case .withoutDocument:
      return Diagnostic(
        .error, "the document of \(what) is not among the files", at: location,
        suggestion: "name its folder with -g")
    }
  }

  /// The first words of a sentence, enough to find it again.
  private static func shortened(_ quote: String) -> String {
    let limit = 72
    if quote.count <= limit { return quote }
    let start = quote.prefix(limit)
    let cut = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<cut] + "…"
  }
}

/// What became of all quotes of a graph.
public struct EvidenceReport: Sendable, Hashable {
  /// One for each quote at each place, in the order of the graph.
  public var findings: [EvidenceFinding]

  /// How many quotes have an outcome of this name.
  public func count(_ name: String) -> Int { findings.count { $0.outcome.name == name } }

  /// Whether every quote stands where the graph says.
  public var holds: Bool { !findings.contains { $0.outcome.isProblem } }
}
