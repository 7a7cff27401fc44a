import GraphBuilding
import GraphExport
import GraphModel

extension ReviewPrinter {
  // MARK: JSON

  /// The whole review as JSON: every passage with its sentences, every sentence with its claims or
  /// the reason why it has none.
  static func json(_ review: ArticleReview) -> JSONValue {
    let summary = review.summary
    return .object([
      ("document", .string(review.document.name)),
      ("title", .string(review.title)),
      ("about", review.focus.map { .string($0) } ?? .null),
      (
        "summary",
        .object([
          ("sentences", .int(summary.sentences)), ("read", .int(summary.read)),
          ("skipped", .int(summary.skipped)), ("claims", .int(summary.claims)),
          (
            "certainties",
            .object(summary.certainties.map { ($0.value.name, .int($0.count)) })
          ),
          (
            "reasons",
            .array(
              summary.reasons.map {
                .object([("reason", .string($0.value)), ("count", .int($0.count))])
              })
          ),
        ])
      ),
      ("passages", .array(review.passages.map { json($0, review) })),
    ])
  }

  private static func json(_ passage: ArticleReview.Passage, _ review: ArticleReview) -> JSONValue {
    var level = JSONValue.null
    if case .heading(let number) = passage.kind { level = .int(number) }
    return .object([
      ("kind", .string(name(passage.kind))), ("level", level),
      ("sentences", .array(passage.sentences.map { json($0, review) })),
    ])
  }

  private static func json(
    _ sentence: ArticleReview.Sentence, _ review: ArticleReview
  ) -> JSONValue {
    let printing = EvidencePrinting(graph: review.graph, disagreements: review.disagreements)
    return .object([
      ("number", sentence.number.map { .int($0) } ?? .null),
      ("text", .string(sentence.text.text)),
      ("line", .int(sentence.text.line)),
      ("column", .int(sentence.text.column)),
      (
        "range",
        .array([.int(sentence.text.range.lowerBound), .int(sentence.text.range.upperBound)])
      ),
      ("certainty", sentence.certainty.map { .string($0.name) } ?? .null),
      ("claims", .array(sentence.claims.map { printing.claim($0) })),
      ("skipped", sentence.skipped.map { .string($0) } ?? .null),
    ])
  }

  private static func name(_ kind: ArticlePassage.Kind) -> String {
    switch kind {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .item: "item"
    case .continuation: "continuation"
    case .cell: "cell"
    case .footnote: "footnote"
    case .code: "code"
    case .reference: "reference"
    }
  }

  // MARK: Table

  /// One row for each claim and for each sentence without any.
  static func table(_ review: ArticleReview, claimsOnly: Bool) -> TextTable {
    var table = TextTable([
      ("line", .right), ("sentence", .right), ("subject", .left), ("predicate", .left),
      ("object", .left), ("negated", .left), ("certainty", .left), ("hedge", .left),
      ("scope", .left), ("evidence", .left), ("skipped", .left), ("quote", .left),
    ])
    for sentence in review.passages.lazy.flatMap(\.sentences) {
      guard let number = sentence.number else { continue }
      let place = ["\(sentence.text.line)", "\(number)"]
      for claim in sentence.claims {
        let edge = claim.edge
        table.add(
          place + [
            edge.subject.label, edge.predicate.curie, edge.object.label,
            edge.isNegated ? "true" : "false", claim.evidence.certainty?.name ?? "",
            claim.evidence.hedge ?? "", claim.evidence.scope.name, claim.id, "",
            claim.evidence.quote,
          ])
      }
      if let reason = sentence.skipped, !claimsOnly {
        table.add(
          place + ["", "", "", "", "", "", "", "", reason, sentence.text.text])
      }
    }
    return table
  }
}

extension EvidencePrinting {
  /// A claim of a sentence as JSON: the statement, and the one piece of evidence.
  func claim(_ claim: ArticleReview.Claim) -> JSONValue {
    let edge = claim.edge
    return .object([
      ("edge", .string(edge.id.rawValue)),
      (
        "subject",
        .object([
          ("id", .string(edge.subject.id.rawValue)), ("label", .string(edge.subject.label)),
        ])
      ),
      ("predicate", .string(edge.predicate.curie)),
      (
        "object",
        .object([
          ("id", .string(edge.object.id.rawValue)), ("label", .string(edge.object.label)),
        ])
      ),
      ("negated", .bool(edge.isNegated)),
      ("wording", .string("\(edge.subject.label) \(claim.verb) \(edge.object.label)")),
      ("evidence", json(claim.evidence, of: edge)),
      ("contradicted_by", .array(opponents(of: edge).map { .string($0) })),
    ])
  }
}
