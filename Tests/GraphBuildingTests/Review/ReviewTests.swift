import GraphModel
import Testing

@testable import GraphBuilding

/// A small article with a heading, a list, a hedge, a citation, a part that is not read, and a
/// reference list.
let reviewed = InputFile(
  name: "Graph/gout.md",
  text: """
    # Gout

    Gout is painful.

    ## Causes of gout

    - **Beer:** Many people like it. Beer *may* contribute to gout [@doe2020].
    - Obesity has been linked to gout.

    ## Treatment of gout

    Rest helps. So does ice.

    """)

func review(
  _ text: String, name: String = "article.md", with others: [InputFile] = []
) throws -> ArticleReview {
  try GraphSources([InputFile(name: name, text: text)] + others).review(of: name)
}

extension ArticleReview {
  var sentences: [Sentence] { passages.flatMap(\.sentences) }
  func sentence(_ text: String) -> Sentence? { sentences.first { $0.text.text == text } }
}

@Suite struct ReviewOfAnArticle {
  @Test func showsEverySentenceInReadingOrder() throws {
    let review = try GraphSources([reviewed]).review(of: "Graph/gout.md")
    #expect(
      review.sentences.map(\.text.text) == [
        "Gout", "Gout is painful.", "Causes of gout", "Beer: Many people like it.",
        "Beer may contribute to gout.", "Obesity has been linked to gout.", "Treatment of gout",
        "Rest helps.", "So does ice.",
      ])
    // Headings have no number.
    #expect(review.sentences.map(\.number) == [nil, 1, nil, 2, 3, 4, nil, 5, 6])
    #expect(review.sentences.map(\.text.line) == [1, 3, 5, 7, 7, 8, 10, 12, 12])
    #expect(review.focus == "gout")
  }

  @Test func putsClaimsUnderTheirSentenceWithTheHedgeMarked() throws {
    let review = try GraphSources([reviewed]).review(of: "Graph/gout.md")
    let beer = try #require(review.sentence("Beer may contribute to gout."))
    #expect(beer.claims.map(\.verb) == ["may contribute to"])
    #expect(beer.certainty == .possible)
    #expect(beer.skipped == nil)
    #expect(beer.pieces.map(\.text) == ["Beer ", "may", " contribute to gout."])
    #expect(beer.pieces.map(\.isHedge) == [false, true, false])
  }

  @Test func tellsWhyEveryOtherSentenceWasSkipped() throws {
    let review = try GraphSources([reviewed]).review(of: "Graph/gout.md")
    for sentence in review.sentences where sentence.number != nil && sentence.claims.isEmpty {
      #expect(sentence.skipped != nil || sentence.certainty != nil, "\(sentence.text.text)")
    }
    for text in ["Rest helps.", "So does ice."] {
      #expect(review.sentence(text)?.skipped?.contains("Treatment of gout") == true)
    }
  }

  @Test func namesEvidenceAsTheGraphDoes() throws {
    let sources = GraphSources([reviewed])
    let review = try sources.review(of: "Graph/gout.md")
    let graph = try sources.build().graph
    let known = graph.edges.flatMap { edge in edge.evidence.map { edge.evidenceID($0) } }
    let shown = review.sentences.flatMap(\.claims).map(\.id)
    #expect(!shown.isEmpty)
    #expect(shown.sorted() == known.sorted())
  }

  @Test func countsWhatItShows() throws {
    let summary = try GraphSources([reviewed]).review(of: "Graph/gout.md").summary
    #expect(summary.sentences == 6)
    #expect(summary.read + summary.skipped == summary.sentences)
    #expect(summary.certainties.map(\.value) == [.established, .probable, .possible, .speculative])
    #expect(summary.certainties.reduce(0) { $0 + $1.count } == summary.claims)
    #expect(summary.reasons.reduce(0) { $0 + $1.count } == summary.skipped)
  }

  @Test func keepsToItsOwnArticleInAGraphOfSeveral() throws {
    let other = InputFile(
      name: "Graph/colds.md", text: "# Causes of colds\n\n- Stress can cause colds.\n")
    let review = try GraphSources([other, reviewed]).review(of: "Graph/gout.md")
    #expect(review.sentences.flatMap(\.claims).allSatisfy { $0.evidence.quote.contains("gout") })
    #expect(review.document.name == "Graph/gout.md")
  }

  @Test func showsAnArticleAboutNothingWithAllItsSentences() throws {
    let review = try review("Hello there. Nothing to see.")
    #expect(review.sentences.count == 2)
    #expect(review.sentences.allSatisfy { $0.skipped != nil })
  }

  @Test(arguments: ["vocabulary.yaml", "nowhere.md"])
  func refusesWhatIsNoArticle(name: String) {
    let file = InputFile(name: "vocabulary.yaml", text: "concepts: []\n")
    #expect(throws: DiagnosticError.self) {
      try GraphSources([file, reviewed]).review(of: name)
    }
  }

  @Test(arguments: [
    ("It may be so, maybe.", ["may"], "It [may] be so, maybe."),
    ("May may dismay.", ["may"], "May [may] dismay."),
    ("Some say it could.", ["Some say", "could"], "[Some say] it [could]."),
    ("Nothing here.", ["", "may"], "Nothing here."),
    ("may", ["may"], "[may]"),
    ("", ["may"], ""),
    ("é may é", ["may", "may"], "é [may] é"),
  ])
  func marksHedgesWhereTheyStandByThemselves(text: String, hedges: [String], marked: String) {
    let pieces = HedgeMarks.pieces(of: text, hedges: hedges)
    #expect(pieces.map { $0.isHedge ? "[\($0.text)]" : $0.text }.joined() == marked)
  }
}
