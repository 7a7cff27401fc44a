import GraphModel

@testable import GraphBuilding

/// What holds for every article, whatever its bytes: it is read twice alike, every quote stands
/// where its evidence says, every range lies within the file, and a page can be made of it.
struct ArticlePromises {
  private let file: InputFile
  private let source: SourceText

  init(_ file: InputFile) {
    self.file = file
    source = DocumentReader.decode(file).source
  }

  func hold() {
    let reading = read()
    let again = read()
    require(reading.claims == again.claims, "two readings give other claims")
    require(reading.skipped == again.skipped, "two readings skip other sentences")
    require(reading.references == again.references, "two readings give other references")
    require(reading.passages == again.passages, "two readings give another text")
    require(reading.diagnostics == again.diagnostics, "two readings find other problems")

    let length = source.scalarOffset(of: source.bytes.count)
    for claim in reading.claims {
      require(!claim.subject.text.isEmpty && !claim.object.text.isEmpty, "a claim about nothing")
      require(claim.evidence.range != nil, "a claim has no place")
      let range = claim.evidence.range ?? 0..<0
      require(range.upperBound <= length, "a claim stands behind the end")
      require(!claim.evidence.quote.isEmpty, "a claim has no quote")
    }
    for skipped in reading.skipped {
      require(skipped.range.upperBound <= length, "a skipped sentence stands behind the end")
    }
    holdPassages(reading, length)
    holdQuotes(reading)
  }

  private func read() -> ArticleReading {
    ArticleReader().read(
      file, bibliography: Bibliography(), vocabulary: Vocabulary(), keepsText: true)
  }

  private func holdPassages(_ reading: ArticleReading, _ length: Int) {
    for sentence in reading.passages.flatMap(\.sentences) {
      require(sentence.range.upperBound <= length, "a sentence stands behind the end")
    }
    _ = file.namedBibliographies
    guard reading.claims.count < 500 else { return }
    if let review = try? GraphSources([file]).review(of: file.name) {
      let page = ReviewPage.html(of: review)
      require(page.contains("</html>"), "the page of an article is cut short")
    }
  }

  /// The check of evidence, which reads quotes anew in a way of its own, agrees.
  private func holdQuotes(_ reading: ArticleReading) {
    var builder = GraphBuilder()
    builder.add(reading)
    for finding in EvidenceCheck([file]).check(builder.build()).findings {
      require(
        finding.outcome == .stands,
        "the quote \(finding.quote.debugDescription) at \(finding.location) \(finding.outcome)")
    }
  }
}
