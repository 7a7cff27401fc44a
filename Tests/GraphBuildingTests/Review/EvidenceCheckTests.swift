import Foundation
import GraphModel
import Testing

@testable import GraphBuilding

/// Whether a quote stands in a file as a whole.
private func stands(_ quote: String, in text: String, _ format: ArticleFormat) -> Bool {
  let source = SourceText(name: "x", bytes: Array(text.utf8))
  return QuoteMatcher(source, format).stands(Array(quote.utf8), at: 0..<source.bytes.count)
}

@Suite struct QuoteInAFile {
  @Test(arguments: [
    ("Beer causes gout.", "Beer causes gout."),
    ("Beer causes gout.", "**Beer** _causes_ ~~gout~~."),
    ("Beer causes gout.", "Beer\n   causes\t gout."),
    ("Beer causes gout.", "Beer\n> causes gout."),
    ("Beer causes gout.", "Beer \\\ncauses gout."),
    ("Beer causes gout.", "[Beer](https://a.b/c_(d) \"e\") causes [gout][g]."),
    ("Beer causes gout.", "[Beer] causes gout [@doe2020, p. 3; @roe]."),
    ("Beer causes gout.", "Beer [1, 2] causes gout [4–6]."),
    ("Beer causes gout.", "Beer causes gout.[^note]"),
    ("Beer causes gout.", "Beer ![a glass](glass.png) causes gout."),
    ("Beer causes gout.", "<b>Beer</b> <!-- really? --> causes gout."),
    ("Beer & wine cause gout.", "Beer &amp; wine cause gout."),
    ("Beer & wine cause gout.", "Beer & wine cause gout."),
    ("Crohn’s and naïve", "Crohn&rsquo;s and na&#239;ve"),
    ("a_b * c", "a\\_b \\* c"),
    ("`x` is", "`` `x` `` is"),
    ("[sic] it", "\\[sic\\] it"),
    ("[sic] it", "[sic] it"),
    ("See <https://a.b> now", "See \\<https://a.b> now"),
    ("See https://a.b now", "See <https://a.b> now"),
    ("gout", "\u{a0}gout "),
    ("co-operate", "co-op\u{ad}erate"),
  ])
  func standsWhenOnlyMarkupIsLeftOut(quote: String, text: String) {
    #expect(stands(quote, in: text, .markdown))
  }

  @Test(arguments: [
    ("Beer causes gout.", "Beer cause gout."),
    ("Beer causes gout.", "beer causes gout."),
    ("Beer causes gout.", "Beer causes gout"),
    ("Beer causes gout.", "Beer causes gout!"),
    ("Beer causes gout.", "Beer, causes gout."),
    ("Beer causes gout.", "Beer causes gout. More."),
    ("Beer causes gout.", "Beer [rarely] causes gout."),
    ("Beer causes gout.", "Beer does not cause gout."),
    ("Beer causes gout.", "Beercauses gout."),
    ("Beer causes gout.", "Beer causes"),
    ("Beer causes gout.", ""),
    ("Beer & wine", "Beer &lt; wine"),
    ("5 mg", "50 mg"),
  ])
  func doesNotStandWhenAWordChanged(quote: String, text: String) {
    #expect(!stands(quote, in: text, .markdown))
  }

  @Test(arguments: [
    ("Beer causes gout.", "<p class='a>b'>Beer <em>causes</em>\n gout.</p>", true),
    ("Beer causes gout.", "<b>Beer</b> causes<br>gout.<sup><a href='#1'>1</a></sup>", true),
    ("Beer causes gout.", "Beer causes <script>x()</script>gout.", true),
    ("Beer & wine…", "Beer&nbsp;&amp; wine&hellip;", true),
    ("Beer – wine", "Beer &#150; wine", true),
    ("*Beer*", "*Beer*", true),
    ("Beer", "*Beer*", false),
  ])
  func readsHTMLByItsOwnRules(quote: String, text: String, stands isThere: Bool) {
    #expect(stands(quote, in: text, .html) == isThere)
  }

  @Test(arguments: [
    ("Beer causes gout.", "Beer causes\n    gout [3].", true), ("Beer", "*Beer*", false),
    ("a &amp; b", "a &amp; b", true), ("a & b", "a &amp; b", false),
  ])
  func readsPlainTextAsItStands(quote: String, text: String, stands isThere: Bool) {
    #expect(stands(quote, in: text, .plainText) == isThere)
  }

  @Test(arguments: ["*", "[", "]", "<", "&", "![", "](", "\\", "[@", "<!--", "\u{e2}"])
  func endsOnAnyRunOfMarks(mark: String) {
    let text = String(repeating: mark, count: 20_000)
    #expect(!stands("Beer causes gout.", in: text, .markdown))
    #expect(!stands("Beer causes gout.", in: text, .html))
  }
}

@Suite struct EvidenceOfAGraph {
  private let article = """
    # Causes of gout

    - **Beer:** Beer may contribute to gout [@doe2020].
    - Obesity has been linked to gout.
    - “Stress” can *cause* gout.

    """

  private func outcomes(
    _ old: String, _ new: String, name: String = "gout.md", today: String = "gout.md"
  ) throws -> [EvidenceFinding.Outcome] {
    let graph = try GraphSources([InputFile(name: name, text: old)]).build().graph
    return EvidenceCheck([InputFile(name: today, text: new)]).check(graph).findings.map(\.outcome)
  }

  @Test func standsInTheArticleThatItWasReadFrom() throws {
    let found = try outcomes(article, article)
    #expect(found.count >= 3)
    #expect(found.allSatisfy { $0 == .stands })
  }

  @Test func standsWhenOnlyMarkupOfTheSameLengthChanged() throws {
    #expect(
      try outcomes(article, article.replacing("*cause*", with: "_cause_")).allSatisfy {
        $0 == .stands
      })
  }

  @Test func isFoundWhereItMovedTo() throws {
    let found = try outcomes(article, "Intro.\n\n" + article)
    let lines = found.compactMap { outcome -> Int? in
      if case .moved(let place) = outcome { return place.line }
      return nil
    }
    // Two lines were put before the list, which began at line 3.
    #expect(lines.count == found.count)
    #expect(Set(lines) == [5, 6, 7])
  }

  @Test func movesToTheNearestOfSeveralPlaces() throws {
    let line = "- Obesity has been linked to gout.\n"
    let text = line + "\n\n\n" + article.replacing(line, with: "- New.\n" + line)
    let graph = try GraphSources([InputFile(name: "gout.md", text: article)]).build().graph
    let report = EvidenceCheck([InputFile(name: "gout.md", text: text)]).check(graph)
    let moved = try #require(report.findings.first { $0.quote.hasPrefix("Obesity") })
    #expect(moved.outcome == .moved(to: SourceLocation(file: "gout.md", line: 9, column: 3)))
  }

  @Test func isGoneWhenItsWordsChangedAndTheNearestIsShown() throws {
    let text = article.replacing("Obesity has been linked", with: "Obesity has not been linked")
    let graph = try GraphSources([InputFile(name: "gout.md", text: article)]).build().graph
    let report = EvidenceCheck([InputFile(name: "gout.md", text: text)]).check(graph)
    #expect(!report.holds)
    let gone = try #require(report.findings.first { $0.quote.hasPrefix("Obesity") })
    guard case .gone(let nearest) = gone.outcome else {
      Issue.record("\(gone.outcome)")
      return
    }
    #expect(nearest?.text == "Obesity has not been linked to gout.")
    #expect(gone.diagnostic?.location?.line == 4)
    #expect(gone.diagnostic?.severity == .error)
  }

  @Test func isGoneFromAnEmptyFile() throws {
    #expect(try outcomes(article, "").allSatisfy { $0 == .gone(nearest: nil) })
  }

  @Test(arguments: [
    ("Graph/gout.md", "gout.md", true), ("gout.md", "texts/gout.md", true),
    ("Graph/gout.md", "other/gout.md", true), ("gout.md", "colds.md", false),
  ])
  func findsTheDocumentByTheEndOfItsName(name: String, today: String, isFound: Bool) throws {
    let found = try outcomes(article, article, name: name, today: today)
    #expect(found.allSatisfy { $0 == (isFound ? .stands : .withoutDocument) })
  }

  @Test func takesNoneOfTwoDocumentsThatItCouldBe() throws {
    let graph = try GraphSources([InputFile(name: "gout.md", text: article)]).build().graph
    let files = ["a/gout.md", "b/gout.md"].map { InputFile(name: $0, text: article) }
    let report = EvidenceCheck(files).check(graph)
    #expect(report.findings.allSatisfy { $0.outcome == .withoutDocument })
  }

  @Test func passesOverEvidenceWithoutAQuote() {
    var builder = GraphBuilder()
    let a = builder.record(Concept(id: "X:1", label: "a"))
    let b = builder.record(Concept(id: "X:2", label: "b"))
    builder.add(Statement(a, .causes, b), evidence: [Evidence(certainty: .possible)])
    let report = EvidenceCheck([]).check(builder.build())
    #expect(report.findings.map(\.outcome) == [.notQuoted])
    #expect(report.holds)
  }

  @Test func looksAQuoteUpOnceForAllThatItBacks() throws {
    let text = "# Causes of gout\n\n- Beer, wine and cider cause gout.\n"
    let graph = try GraphSources([InputFile(name: "gout.md", text: text)]).build().graph
    let report = EvidenceCheck([InputFile(name: "gout.md", text: text)]).check(graph)
    #expect(report.findings.count == 1)
    #expect(report.findings.first?.statements.count == graph.edgeCount)
  }

  @Test(arguments: [
    Range<Int>(uncheckedBounds: (0, Int.max)), Int.max - 1..<Int.max, 5..<5, -3..<4,
  ])
  func endsOnRangesThatNoFileHas(range: Range<Int>) {
    var builder = GraphBuilder()
    let a = builder.record(Concept(id: "X:1", label: "a"))
    let b = builder.record(Concept(id: "X:2", label: "b"))
    let document = builder.add(SourceDocument(name: "gout.md"))
    builder.add(
      Statement(a, .causes, b),
      evidence: [Evidence(document: document, quote: "Beer", range: range, line: -1)])
    let report = EvidenceCheck([InputFile(name: "gout.md", text: "Wine")]).check(builder.build())
    #expect(report.findings.map(\.outcome) == [.gone(nearest: nil)])
  }

  @Test(arguments: ["\r\n", "\r"])
  func countsPlacesInFilesOfOtherSystems(lineBreak: String) throws {
    let text = article.replacing("\n", with: lineBreak)
    let found = try outcomes(text, text)
    #expect(found.allSatisfy { $0 == .stands })
  }

  @Test(arguments: [
    (
      "a.md",
      "# Gout\n\n`a\r\\(b` Beer causes gout.\n\n`c\nBeer ` may\0 cause gout, \u{7f} it says."
    ),
    ("a.md", "# A\n\nstress causes <div>\u{df}</divhives. Wh`le coffee causes\nhives.` It is."),
    ("a.html", "end\0\0<title>Gout: Causes</title>\n<lin\0\0<title>Beer causes gout.</title>x"),
    ("a.html", "<h1>Gout</h1><p>Beer <nav>Home</nav>causes gout. <p>Wine <sup>x<li>causes gout."),
    ("a.txt", "Gout\n\nBeer causes gout.1\u{fffd},2 Milk causes gout.\n\nReferences\n\n1. A\n2. B"),
  ])
  func standsInABrokenFile(name: String, text: String) throws {
    for outcome in try outcomes(text, text, name: name, today: name) { #expect(outcome == .stands) }
  }

  @Test func readsADocumentAgainForAQuoteThatNoMarkupExplains() throws {
    let file = InputFile(name: "a.html", text: "<p>Beer causes gout.")
    let reading = ArticleReader().read(
      file, bibliography: Bibliography(), vocabulary: Vocabulary(), keepsText: true)
    let sentences = ReadSentences(reading, of: file)
    func outcome(_ quote: String, _ range: Range<Int>?, line: Int?) -> EvidenceFinding.Outcome? {
      sentences.outcome(Evidence(quote: quote, range: range, line: line))
    }
    let place = SourceLocation(file: "a.html", line: 1, column: 4)
    #expect(outcome("Beer causes gout.", 3..<20, line: 1) == .stands)
    #expect(outcome("Beer causes gout.", nil, line: 1) == .stands)
    #expect(outcome("Beer causes gout.", 5..<22, line: 1) == .moved(to: place))
    #expect(outcome("Beer causes gout.", 3..<20, line: 2) == .moved(to: place))
    #expect(outcome("Beer causes pain.", 3..<20, line: 1) == nil)
  }

  @Test func standsInAFileOfAnotherEncoding() throws {
    let text = "# Causes of gout\n\nCafé beer can cause gout. Naïve é ü beer may cause gout.\n"
    let bytes: [UInt8] = text.unicodeScalars.map { UInt8($0.value) }
    let file = InputFile(name: "gout.md", bytes: bytes)
    let graph = try GraphSources([file]).build().graph
    let report = EvidenceCheck([file]).check(graph)
    #expect(!report.findings.isEmpty)
    #expect(report.holds)
  }

  @Test func standsInAPageWithTagsAndReferences() throws {
    let text = """
      <!DOCTYPE html><html><body><nav><a href="/">Home</a></nav><article>
      <h1>Gout</h1><h2>Causes of gout</h2>
      <p>Beer &amp; wine <em>may</em> contribute
        to <a href="/gout">gout</a>.<sup><a href="#1">1</a></sup></p>
      <ul><li><strong>Obesity</strong> has been linked to gout&nbsp;&ndash; often.</li></ul>
      </article></body></html>
      """
    let found = try outcomes(text, text, name: "gout.html", today: "gout.html")
    #expect(found.count >= 2)
    #expect(found.allSatisfy { $0 == .stands })
  }

  /// Real pages, where they lie beside the package.
  @Test func standsInEveryArticleOfOthers() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "../shared/articles")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    let files = try names.sorted().filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".py") }.map {
      InputFile(name: $0, bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
    if files.isEmpty { return }
    let report = EvidenceCheck(files).check(try GraphSources(files).build().graph)
    #expect(report.findings.filter(\.outcome.isProblem).map(\.quote) == [])
  }
}
