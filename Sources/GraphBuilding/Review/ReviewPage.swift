internal import GraphModel

/// A review as a page of HTML that stands alone: no scripts, no network, styles inside.
///
/// The text of the article stands on the left, sentence by sentence as it was found; what was read
/// from it stands beside, in cards. How firmly a sentence speaks is told by the colour and by the
/// line under it (solid, dashed, dotted, wavy), by dots and by words in its card. Every claim has
/// the identifier of its evidence as its anchor, so that other pages can link to it:
/// `review.html#etiograph:evidence-…`.
///
/// The same review gives the same bytes.
public struct ReviewPage {
  private let review: ArticleReview
  private var html = ""
  private var headings = 0
  private var anchors = Set<String>()

  /// The page of a review.
  ///
  /// - Complexity: O(length of the review).
  public static func html(of review: ArticleReview) -> String {
    var page = ReviewPage(review)
    page.write()
    return page.html
  }

  private init(_ review: ArticleReview) { self.review = review }

  private func text(_ text: String) -> String { HTMLText.escaped(text) }

  private mutating func write() {
    let language = text(review.document.language)
    html += """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="etiograph">
      <title>\(text(review.title)) · what was read</title>
      <style>
      \(ReviewStyle.css)</style>
      </head>
      <body>
      <a class="skip" href="#text">Skip to the text</a>

      """
    writeHeader()
    writeContents()
    html += "<main id=\"text\" lang=\"\(language)\">\n"
    writePassages()
    html += "</main>\n"
    html += """
      <footer>
      <p>Read by etiograph from <span class="file">\(text(review.document.name))</span>. The quotes \
      are the article’s; what stands beside them is what a program understood.</p>
      </footer>
      </body>
      </html>

      """
  }

  // MARK: Head of the page

  private mutating func writeHeader() {
    let document = review.document
    html += "<header>\n<p class=\"eyebrow\">What was read from</p>\n"
    html += "<h1 dir=\"auto\">\(text(review.title))</h1>\n"
    var facts = ["<span class=\"file\">\(text(document.name))</span>"]
    if !document.authors.isEmpty {
      facts.append("by \(text(document.authors.joined(separator: ", ")))")
    }
    if let url = SafeLink.accepted(document.url) {
      facts.append("<a href=\"\(text(url))\">published here</a>")
    }
    if let focus = review.focus { facts.append("about <strong>\(text(focus))</strong>") }
    html += "<p class=\"source\">\(facts.joined(separator: " · "))</p>\n"
    writeSummary()
    html += "</header>\n"
  }

  private mutating func writeSummary() {
    let summary = review.summary
    html += "<section class=\"summary\" aria-labelledby=\"summary\">\n"
    html += "<h2 id=\"summary\">Summary</h2>\n<dl class=\"figures\">\n"
    for (count, one, many) in [
      (summary.sentences, "sentence", "sentences"), (summary.claims, "claim", "claims"),
      (summary.read, "sentence read", "sentences read"),
      (summary.skipped, "sentence skipped", "sentences skipped"),
    ] {
      html += "<div><dt>\(count == 1 ? one : many)</dt><dd>\(count)</dd></div>\n"
    }
    html += "</dl>\n<h3>Claims by certainty</h3>\n<ul class=\"scale\">\n"
    for entry in summary.certainties {
      let name = entry.value.name
      html += """
        <li><span class="s \(name)">\(name)</span>\(ReviewCard.dots(entry.value)) \
        <span class="count">\(entry.count)</span></li>

        """
    }
    html += "</ul>\n"
    html += """
      <p class="hint">The line under a sentence is its certainty, its number leads to its card; the \
      words that hedge it are <mark>set like this</mark>; \
      <span class="s skipped">what was skipped is grey</span>.</p>

      """
    if !summary.reasons.isEmpty {
      html += "<details>\n<summary>Why sentences were skipped</summary>\n<ul class=\"reasons\">\n"
      for reason in summary.reasons {
        html += "<li><span class=\"count\">\(reason.count)</span> \(text(reason.value))</li>\n"
      }
      html += "</ul>\n</details>\n"
    }
    html += "</section>\n"
  }

  private mutating func writeContents() {
    let found = review.passages.filter { $0.kind.isHeading }
    if found.count < 2 { return }
    html += "<nav aria-label=\"Contents\">\n<ol>\n"
    let counts = claimsOfHeading
    for (number, passage) in found.enumerated() {
      let words = passage.sentences.map(\.text.text).joined(separator: " ")
      let claims = counts[number]
      html += "<li><a href=\"#section-\(number + 1)\"><bdi>\(text(words))</bdi></a>"
      html += claims > 0 ? " <span class=\"count\">\(claims)</span></li>\n" : "</li>\n"
    }
    html += "</ol>\n</nav>\n"
  }

  /// The claims between each heading and the next.
  private var claimsOfHeading: [Int] {
    var counts: [Int] = []
    for passage in review.passages {
      if passage.kind.isHeading { counts.append(0) }
      if counts.isEmpty { continue }
      counts[counts.count - 1] += passage.sentences.reduce(0) { $0 + $1.claims.count }
    }
    return counts
  }

  // MARK: Text

  private mutating func writePassages() {
    var isInList = false
    for passage in review.passages {
      var isItem = false
      if case .item = passage.kind { isItem = true }
      if isItem != isInList { html += isItem ? "<ul class=\"items\">\n" : "</ul>\n" }
      isInList = isItem
      write(passage)
    }
    if isInList { html += "</ul>\n" }
  }

  private mutating func write(_ passage: ArticleReview.Passage) {
    var name = "paragraph"
    var mark = ""
    var element = "div"
    switch passage.kind {
    case .heading(let level):
      writeHeading(passage, level: level)
      return
    case .paragraph: break
    case .item(let depth, let number):
      name = "item d\(min(max(depth, 1), 5))"
      mark = "<span class=\"bullet\">\(number.map { "\($0)." } ?? "•")</span> "
      element = "li"
    case .continuation(let depth): name = "continued d\(min(max(depth, 1), 5))"
    case .cell(let row, let column):
      name = row == 0 ? "cell head" : column == 0 ? "cell first" : "cell"
    case .footnote: name = "footnote"
    case .code: name = "code"
    case .reference: name = "reference"
    }
    html += "<\(element) class=\"passage \(name)\">\n<p class=\"text\" dir=\"auto\">\(mark)"
    write(passage.sentences)
    html += "</p>\n"
    writeNotes(passage.sentences)
    html += "</\(element)>\n"
  }

  private mutating func writeHeading(_ passage: ArticleReview.Passage, level: Int) {
    headings += 1
    let rank = min(max(level, 1) + 1, 6)
    html += "<div class=\"passage heading\">\n"
    html += "<h\(rank) id=\"section-\(headings)\" dir=\"auto\">"
    write(passage.sentences)
    html += "</h\(rank)>\n"
    writeNotes(passage.sentences)
    html += "</div>\n"
  }

  private mutating func write(_ sentences: [ArticleReview.Sentence]) {
    for (place, sentence) in sentences.enumerated() {
      if place > 0 { html += "\n" }
      let words = sentence.pieces.map { piece in
        piece.isHedge ? "<mark>\(text(piece.text))</mark>" : text(piece.text)
      }.joined()
      guard let number = sentence.number else {
        html += words
        continue
      }
      let state = sentence.certainty?.name ?? "skipped"
      let spoken = sentence.certainty == nil ? "skipped" : "\(state), see what was read"
      html += "<span class=\"s \(state)\" id=\"sentence-\(number)\">"
      html += "<a class=\"n\" href=\"#notes-\(number)\" aria-label=\"Sentence \(number): "
      html += "\(spoken)\" lang=\"en\">\(number)</a>\(words)</span>"
    }
  }

  // MARK: Notes beside the text

  private mutating func writeNotes(_ sentences: [ArticleReview.Sentence]) {
    var items = ""
    var index = 0
    while index < sentences.count {
      let sentence = sentences[index]
      guard let number = sentence.number else {
        index += 1
        continue
      }
      if let reason = sentence.skipped {
        var end = index + 1
        while end < sentences.count, sentences[end].skipped == reason { end += 1 }
        items += skippedNote(sentences[index..<end].compactMap(\.number), reason)
        index = end
        continue
      }
      let cards = ReviewCard.cards(of: sentence, in: review)
      if cards.isEmpty { items += sharedNote(number, sentences[(index + 1)...]) }
      for (place, card) in cards.enumerated() {
        items += card.html(number: number, isFirst: place == 0, anchors: &anchors)
      }
      index += 1
    }
    if items.isEmpty { return }
    html += "<ul class=\"notes\" lang=\"en\" aria-label=\"Read from this passage\">\n"
    html += items + "</ul>\n"
  }

  /// Sentences in a row that were skipped for one reason share a note.
  private func skippedNote(_ numbers: [Int], _ reason: String) -> String {
    let links = numbers.map { number in
      "<a class=\"back\" id=\"notes-\(number)\" href=\"#sentence-\(number)\" "
        + "aria-label=\"Sentence \(number)\">\(number)</a>"
    }
    return "<li class=\"skipped-note\">\(links.joined(separator: " ")) "
      + "skipped: \(text(reason))</li>\n"
  }

  /// A sentence that is quoted together with one that follows it.
  private func sharedNote(
    _ number: Int, _ rest: ArraySlice<ArticleReview.Sentence>
  ) -> String {
    let next = rest.first { !$0.claims.isEmpty }?.number
    return "<li class=\"skipped-note\"><a class=\"back\" id=\"notes-\(number)\" "
      + "href=\"#sentence-\(number)\" aria-label=\"Sentence \(number)\">\(number)</a> "
      + "read together with \(next.map { "sentence \($0)" } ?? "what follows")</li>\n"
  }
}
