public import GraphModel

/// An article as a curator reviews it: its text in reading order, under each sentence what was
/// read from it, and where nothing was, why.
public struct ArticleReview: Sendable {
  /// A statement of the graph with the evidence for it that a sentence gives.
  public struct Claim: Sendable {
    /// The statement.
    public var edge: Edge
    /// The piece of its evidence that stands here.
    public var evidence: Evidence
    /// The identifier of the evidence, the same in every export.
    public var id: String { edge.evidenceID(evidence) }
    /// The verb, hedged as this sentence hedges it.
    public var verb: String { edge.hedgedVerb(at: evidence.certainty) }

    /// A statement and a piece of its evidence.
    public init(edge: Edge, evidence: Evidence) {
      self.edge = edge
      self.evidence = evidence
    }
  }

  /// A sentence and what became of it.
  public struct Sentence: Sendable {
    /// A stretch of a sentence.
    public struct Piece: Sendable, Hashable {
      /// The text.
      public var text: String
      /// Whether it hedges a claim.
      public var isHedge: Bool
    }

    /// Counted through the article, from 1; nil for a heading that states nothing itself.
    public var number: Int?
    /// The text and its place.
    public var text: ArticlePassage.Sentence
    /// The text, cut where hedges begin and end.
    public var pieces: [Piece]
    /// What is read from it: the claims whose quote ends here.
    public var claims: [Claim]
    /// How firmly the firmest claim speaks that quotes the sentence; nil where none does.
    public var certainty: Certainty?
    /// Why nothing was read from it; nil where something was, and for headings.
    public var skipped: String?

    /// The claims in groups that are made in the same breath: as firmly, with the same hedge, on
    /// the same grounds.
    ///
    /// - Complexity: O(claims · groups).
    public var groups: [[Claim]] {
      var groups: [[Claim]] = []
      for claim in claims {
        let place = groups.firstIndex {
          $0.first.map { $0.evidence.isMadeLike(claim.evidence) } == true
        }
        if let place { groups[place].append(claim) } else { groups.append([claim]) }
      }
      return groups
    }
  }

  /// A block of the text.
  public struct Passage: Sendable {
    /// What the block is.
    public var kind: ArticlePassage.Kind
    /// In reading order.
    public var sentences: [Sentence]
  }

  /// The numbers of a review.
  public struct Summary: Sendable, Hashable {
    /// All sentences; of headings, those from which something was read.
    public var sentences = 0
    /// Sentences from which something was read.
    public var read = 0
    /// Sentences from which nothing was read.
    public var skipped = 0
    /// Pieces of evidence.
    public var claims = 0
    /// Claims by certainty, the firmest first; every certainty is there.
    public var certainties: [Count<Certainty>] = []
    /// Skipped sentences by reason, the most frequent first.
    public var reasons: [Count<String>] = []
  }

  /// How often something occurs.
  public struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
    /// What occurs.
    public var value: Value
    /// How often.
    public var count: Int
  }

  /// The graph that the article was read into.
  public var graph: KnowledgeGraph
  /// What speaks against which claim, in this article or in another.
  public var disagreements: Disagreements
  /// The article.
  public var document: SourceDocument
  /// What the article is about; nil where nothing tells.
  public var focus: String?
  /// The text in reading order.
  public var passages: [Passage]
  /// What a person should know about the files that were read.
  public var diagnostics: [Diagnostic]

  /// The title, or the file's name where the article has none.
  public var title: String { document.title ?? document.name }

  /// The numbers of the review.
  ///
  /// - Complexity: O(sentences + claims + r log r) for r reasons.
  public var summary: Summary {
    var summary = Summary()
    var certainties: [Certainty: Int] = [:]
    var reasons: [String: Int] = [:]
    for sentence in passages.lazy.flatMap(\.sentences) {
      summary.claims += sentence.claims.count
      for claim in sentence.claims {
        if let certainty = claim.evidence.certainty { certainties[certainty, default: 0] += 1 }
      }
      guard sentence.number != nil else { continue }
      summary.sentences += 1
      if sentence.certainty != nil { summary.read += 1 }
      if let reason = sentence.skipped {
        summary.skipped += 1
        reasons[reason, default: 0] += 1
      }
    }
    summary.certainties = Certainty.allCases.reversed().map {
      Count(value: $0, count: certainties[$0] ?? 0)
    }
    summary.reasons = reasons.map { Count(value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    return summary
  }
}

extension Evidence {
  fileprivate func isMadeLike(_ other: Evidence) -> Bool {
    certainty == other.certainty && hedge == other.hedge && scope == other.scope
      && stance == other.stance && section == other.section && citations == other.citations
  }
}

extension GraphSources {
  /// Reads every file and shows how one article was read, with the identifiers of the graph that
  /// all files make.
  ///
  /// - Parameters:
  ///   - name: the article's name among the files.
  ///   - base: the base IRI of the graph's own identifiers, instead of the vocabulary's.
  /// - Throws: ``DiagnosticError`` where no article of that name could be read. Errors in other
  ///   files, such as a work that is missing from the bibliography, are among the diagnostics.
  /// - Complexity: O(n log n) over the bytes of the files.
  public func review(
    of name: String, base: String? = nil
  ) throws(DiagnosticError) -> ArticleReview {
    let reading = SourcesReading(files, base: base, keepsText: true)
    guard let number = reading.readings.firstIndex(where: { $0.document.name == name }) else {
      var diagnostics = reading.diagnostics.filter { $0.severity == .error }
      if diagnostics.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, "the file is no article", at: SourceLocation(file: name),
            suggestion: "name a document in Markdown, HTML or plain text"))
      }
      throw DiagnosticError(diagnostics)
    }
    let graph = reading.builder.build()
    // Articles are added last, each with a document of its own.
    let document = graph.documents.count - reading.readings.count + number
    return ReviewAssembly(reading.readings[number], graph, DocumentIndex(document))
      .review(reading.diagnostics)
  }
}
