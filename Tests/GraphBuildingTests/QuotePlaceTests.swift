import GraphModel
import Testing

@testable import GraphBuilding

/// Every sentence of an article stands in the file where its range says, whatever the markup: by
/// the matcher that `check --evidence` uses, which knows nothing of how articles are read.
@Suite struct QuotePlaces {
  /// The sentences that do not stand where they are said to.
  private func misplaced(_ text: String, _ name: String) -> [String] {
    let file = InputFile(name: name, text: text)
    let (source, format, _) = DocumentReader.decode(file)
    let matcher = QuoteMatcher(source, format)
    let reading = ArticleReader().read(
      file, bibliography: Bibliography(), vocabulary: Vocabulary(), keepsText: true)
    return reading.passages.flatMap(\.sentences).compactMap { sentence in
      guard let start = source.byteOffset(ofScalar: sentence.range.lowerBound),
        let end = source.byteOffset(ofScalar: sentence.range.upperBound),
        !matcher.stands(Array(sentence.text.utf8), at: start..<end)
      else { return nil }
      return "\(sentence.text) at \(sentence.range)"
    }
  }

  @Test(arguments: [
    "# Gout\n\n- Beer may cause gout, `\\(x)` it says.\n- Beer causes gout `a&amp;b`.",
    "# Gout\n\n    a\\(b &amp; c\n\nBeer.",
    "# Cause\n|\n|S: n\n-|", "# Cause\nBeer is bad\nb\n-|\nc\nd", "# A\n\nX\nb|c\n-|-\n\nY\nd\n-|",
    "# Cause\n\n> Beer\n> a | b\n> - | -\n> c | d\n",
    "# Gout\r\rBeer causes gout.\r- Wine\r- Port\r\n\r\nEnd.",
    "Beer <br =\">\"\">causes gout", "<p>Beer&nbsp+ wine",
    "<p>Beer &ampx &copy2 &#65b &#1114112; x",
    "<p>Beer \u{8} \u{1}and wine.",
    "<h1>Gout</h1>\n\n<p>It&rsquo;s\n > due to beer.</p>\n",
    // Entities that stand for two characters.
    "# Gout\n\nBeer &fjlig; causes&ngE; gout. Wine does, too&nvlt;",
    "- A &fjlig;\n- Wine is &ngE;.",
    "The causes ar&fjlig;e:\nBeer\nred meat\nO&copy;besity\n\nIt hurts.",
    "- **Beer:** may cause gout [@d&ngE;oe202![x](y)0].\n- Wine.\n- \u{201c}Stress\u{201d} too.",
    // Bytes that are no text, and code that goes on over lines and marks of quotes.
    "# Anaemia\n\nAnaemia causes tired\0ness and pal\0\0\0e skin.\n\nIt is \0 bad.",
    "# A\n\nBeer `x\r\n  y` causes gout. Beer `x\ry\n z` harms. Wine does.",
    "# A\n\n> Beer `x\n>  y` causes gout.\n> > Beer `a\n> > b` harms. Ale does.",
    "# A\n\n- Beer[^\\(x) causes gout.\n- Beer [^\\\\x] does. Wine \\\\ does.",
    "# A\n\n| a | b |\n|---|---|\n| Beer `x\\|y` causes gout | it \\| is |\n",
    "# A\n\nstress causes <div>\u{df}</div pain. Noise `is\nbad` too.",
  ])
  func ofMarkdown(text: String) { #expect(misplaced(text, "a.md") == []) }

  @Test(arguments: [
    "<p>Beer\u{8}\u{1b} \u{1f}and wine.", "<p>Beer&amp:\n> wine", "<p>Beer is &times cause",
    "<h2>Beer<m><sup>1</a<>>x", "<p>Beer <d =\">\"'>causes gout", "<p>&#9;Beer&#160;and&#x2009;ale",
    "<p>Gout.<sup><a href='<p>x'>1</a></sup> Beer.", "<p>Beer.<sup><a href=#1>1</a<>us",
    "<p>a &#128; &#x110000; &#0; &#55296; b",
    "<p>Struvite comes of &shy;in&#173;fec&zwnj;tions.", "<p>It is mi\u{200b}graine\u{feff} too.",
    "<p>Beer [1, 2<sup>] and wine.", "<p>A &ngE; b&ngE;", "<p>Gout&shy;.",
    "<p>Bee\0r causes go\0\0ut.", "<p>Beer <a href=\"/x>.<sup>\"=\">may</a> cause gout.",
    "<p>Beer <svg viewBox='0 0 1 1'><title>opens a page</title></svg> causes gout.",
    "<p>Beer <math><mi>x</mi></math>causes<noscript>no script</noscript> gout.",
    "<p>Beer <a b=c='d>e'>causes</a> gout.</p>",
  ])
  func ofPages(text: String) { #expect(misplaced(text, "a.html") == []) }

  @Test(arguments: [
    "Gout\n====\nBeer is\nbad\n----\nfor you.\n\nx\n# Wine\n## Is bad for you.\nToo.",
    "### !ore\n## Beer may contribute to gout.\n- Wine", "A\rB is\rbad.\r---\rC is.\r\n\r\nD.",
    "Beer is bad and\n***\n***\nwine is.\n===",
    "Gout\n\nBeer causes gout,1 pain,2,3 and tears.1\n\nReferences\n\n1. A. B. 2001.\n2. C.\n3. D.",
    "Gout\n\nBe\0er causes gout.",
  ])
  func ofPlainText(text: String) { #expect(misplaced(text, "a.txt") == []) }
}
