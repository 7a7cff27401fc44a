public import GraphModel

/// A concept as a sentence names it.
public struct Mention: Sendable, Hashable {
  /// The name to show, cleaned of articles, quantity words and brackets: `refined sugars`.
  public var text: String
  /// Other names that the document declares for it: "dysbiosis" for "imbalances in the gut
  /// microbiota, known as dysbiosis".
  public var synonyms: [String]
  /// Abbreviations that the document declares for it: "IBD".
  public var abbreviations: [String]
  /// The part that it plays where it is named.
  public var role: Role?
  /// What kind of thing its words say it is, for a concept that no vocabulary grounds.
  public var category: Category?
  /// Where the document names it.
  public var location: SourceLocation?

  /// A concept under the name that a sentence gives it.
  public init(
    _ text: String, synonyms: [String] = [], abbreviations: [String] = [], role: Role? = nil,
    category: Category? = nil, location: SourceLocation? = nil
  ) {
    self.text = text
    self.synonyms = synonyms
    self.abbreviations = abbreviations
    self.role = role
    self.category = category
    self.location = location
  }
}

/// One statement of a document: what it says, how firmly, and the sentence that says it.
public struct Claim: Sendable, Hashable {
  /// What the statement is made about.
  public var subject: Mention
  /// What is said of the two.
  public var predicate: Predicate
  /// What the subject is related to.
  public var object: Mention
  /// Whether the sentence says that the relation does *not* hold.
  public var isNegated: Bool
  /// nil: the predicate's own.
  public var polarity: Polarity?
  /// A prediction where the sentence says no more than "may"; else an assertion.
  public var knowledgeLevel: KnowledgeLevel
  /// The sentence, its place, hedge, certainty and scope. Its `document` and `citations` are
  /// filled in when the claim is added to a graph.
  public var evidence: Evidence
  /// The works behind the sentence, by their ``Reference/id``.
  public var citations: [ClaimCitation]

  /// A statement with the sentence that makes it.
  public init(
    _ subject: Mention, _ predicate: Predicate, _ object: Mention, isNegated: Bool = false,
    polarity: Polarity? = nil, knowledgeLevel: KnowledgeLevel = .knowledgeAssertion,
    evidence: Evidence, citations: [ClaimCitation] = []
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.isNegated = isNegated
    self.polarity = polarity
    self.knowledgeLevel = knowledgeLevel
    self.evidence = evidence
    self.citations = citations
  }
}

/// A work behind a claim, before it has a number in a graph.
public struct ClaimCitation: Sendable, Hashable {
  /// The work's ``Reference/id``.
  public var referenceID: String
  /// Whether the author cites it there.
  public var basis: Citation.Basis

  /// A work behind a claim.
  public init(_ referenceID: String, basis: Citation.Basis) {
    self.referenceID = referenceID
    self.basis = basis
  }
}
