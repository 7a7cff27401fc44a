import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct DocumentsHTMLTests {
  @Test func readsHeadingsParagraphsAndNestedLists() {
    let text = page(
      """
      <h1>Gout</h1><p>Gout is a form of
        <em>arthritis</em>.</p>
      <h2>Causes</h2>
      <ul><li>Diet<ul><li>Red meat</li><li>Beer</ul><li>Genes<p>They run in families.</p></ul>
      <ol start=3><li>Three<li value=7>Seven<li>Eight</ol>
      """)
    #expect(
      document(text).outline == [
        "# Gout", "Gout is a form of arthritis.", "## Causes", "- Diet", "  - Red meat", "  - Beer",
        "- Genes", "+ They run in families.", "3. Three", "7. Seven", "8. Eight",
      ])
  }

  @Test func readsTablesWithAndWithoutHead() {
    let text = page(
      """
      <p>Prose before the tables, long enough to be the article of the page.</p>
      <table><tr><th>Cause<th>How often<tr><td>Diet<td>often<tr><td colspan=2>All</table>
      <table><tr><td>Salt<td>rare</table>
      <table><tr><td><h3>Layout</h3>is no cell</table>
      """)
    #expect(
      document(text).outline.dropFirst() == [
        "|0.0| Cause", "|0.1| How often", "|1.0| Diet", "|1.1| often", "|2.0| All", "|1.0| Salt",
        "|1.1| rare", "### Layout", "is no cell",
      ])
  }

  @Test func readsDefinitionsDisclosuresAndAccordions() {
    let text = page(
      """
      <dl><dt>Stress<dd>raises pressure.<dt>Salt<dd>binds water.</dl>
      <details><summary>What causes it?</summary><p>Nobody knows.</p></details>
      <h3><button aria-expanded=true>Outlook</button></h3><p>It is good.</p>
      """)
    #expect(
      document(text).outline == [
        "- Stress", "+ raises pressure.", "- Salt", "+ binds water.",
        "####### What causes it?", "Nobody knows.", "### Outlook", "It is good.",
      ])
  }

  @Test func keepsEmphasisAndLinksAsSpans() throws {
    let read = document(
      page("<p>It is <b>very <i>bad</i></b>, says <a href='https://x.org/?a=1&amp;b=2'>X</a>.</p>"))
    let spans = read.spans.map { "\($0.kind) \(read.string($0.text))" }
    #expect(
      spans == [
        "strong very bad", "emphasis bad", "link(url: \"https://x.org/?a=1&b=2\") X",
      ])
  }

  @Test(arguments: [
    ("<p>unclosed <b>bold<p>next</b> one", ["unclosed bold", "next one"]),
    ("<h2>Forgotten end<p>text", ["## Forgotten end", "text"]),
    ("<p>1 < 2 & 3 > 2; a<b", ["1 < 2 & 3 > 2; a"]),
    ("<p>a<!-- <p>no</p> -->b<!-->c<!--->d", ["abcd"]),
    ("<p>a<!-- never ends > b", ["a b"]),
    ("<p title=\"never ends>text", ["text"]),
    ("<p title=\"a > b\">text</p >", ["text"]),
    ("</p></div></li>text</b>", ["text"]),
    ("<P>UPPER<BR/>CASE</P>", ["UPPER CASE"]),
    ("<p>x<script>if (a</b) '</p>'</script>y<style>p{}</style>z", ["xyz"]),
    ("<p>soft&shy;hyphen zero&#8203;width&nbsp;&nbsp;space", ["softhyphen zerowidth space"]),
    ("<p>&lsquo;caf&eacute&rsquo; &#x1F600; &#150; &bogus; &amp;lt;", ["‘café’ 😀 – &bogus; &lt;"]),
    ("<table><tr><td>a</div></td><td>b</table>c", ["|1.0| a", "|1.1| b", "c"]),
  ])
  func forgivesAsBrowsersDo(body: String, expected: [String]) {
    #expect(document("<html><body>" + body).outline == expected)
  }

  @Test func takesTitleLanguageAddressAndAuthorFromTheHead() {
    let text = page(
      "<p>Gout is caused by uric acid.</p>",
      head: """
        <title>Gout: Causes &amp; Symptoms | Some Site</title>
        <link rel="canonical" href="https://example.org/gout">
        <meta name="author" content="A. Writer">
        """)
    let reading = read(text, name: "gout.html")
    #expect(reading.document.title == "Gout: Causes & Symptoms")
    #expect(reading.document.url == "https://example.org/gout")
    #expect(reading.document.authors == ["A. Writer"])
    #expect(reading.document.language == "en")
  }

  @Test func readsSuperscriptsAsCitationsButNotAsPowers() {
    let text = page(
      "<p>Diet matters.<sup>1,2</sup> So does sleep<sup><a href='#r3'>3</a></sup>, at 5 m<sup>2</sup>.</p>"
    )
    #expect(document(text).outline == ["Diet matters.[1,2] So does sleep[3], at 5 m2."])
  }

  @Test func linesWithinAParagraphBecomeHeadingsAndItems() {
    let text = page(
      """
      <p><b>Causes</b><br>Stress plays a part in it.</p>
      <p>Signs are:<br>Fever<br>Cough<br>Chills</p>
      <p>Foods:<br>• Nuts<br>• Milk</p>
      <p>One paragraph of prose<br>that was broken by hand in its middle.</p>
      <p>First.<br><br>Second.</p>
      """)
    #expect(
      document(text).outline == [
        "####### Causes", "Stress plays a part in it.", "Signs are:", "- Fever", "- Cough",
        "- Chills", "Foods:", "- Nuts", "- Milk",
        "One paragraph of prose that was broken by hand in its middle.", "First.", "Second.",
      ])
  }

  @Test func everyByteStandsWhereThePageHasIt() {
    let text = page(
      "<h1>Gout &amp; co</h1>\n<p>It&rsquo;s\n  <b>caused</b>&nbsp;by “uric&#32;acid”.</p>")
    let read = document(text)
    let bytes = read.source.bytes
    for block in read.blocks {
      for offset in block.text where read.text[offset] < 0x80 && read.text[offset] != 0x20 {
        let place = read.sourceOffset(of: offset)
        #expect(bytes[place] == read.text[offset])
      }
      let range = read.sourceRange(of: block.text)
      #expect(read.text(inSource: range) == read.string(block.text))
    }
    #expect(read.string(read.blocks[1].text) == "It’s caused by “uric acid”.")
    #expect(read.location(of: read.blocks[1].text.lowerBound).line == 5)
    let quote = read.sourceRange(of: read.blocks[1].text)
    #expect(
      String(decoding: bytes[quote], as: UTF8.self)
        == "It&rsquo;s\n  <b>caused</b>&nbsp;by “uric&#32;acid”.")
  }

  @Test func aQuoteThatEndsWithAReferenceHoldsAllOfIt() {
    let read = document(page("<p>He said &ldquo;no&rdquo;</p>"))
    let range = read.sourceRange(of: read.blocks[0].text)
    #expect(
      String(decoding: read.source.bytes[range], as: UTF8.self) == "He said &ldquo;no&rdquo;")
  }

  @Test func readsAnArticleIntoClaims() {
    let text = page(
      "<h1>Causes of gout</h1><h2>Causes of gout</h2><ul><li>Obesity</li><li>Beer</li></ul>")
    let claims = read(text, name: "a.html").statements
    #expect(claims.map(\.subject.text) == ["obesity", "beer"])
    #expect(claims.allSatisfy { $0.object.text == "gout" })
  }
}
