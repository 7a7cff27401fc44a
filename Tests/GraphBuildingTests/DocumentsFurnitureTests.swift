import Testing

@testable import GraphBuilding

/// Pages with furniture around an article of a heading and two paragraphs.
@Suite struct DocumentsFurnitureTests {
  static let article = """
    <h1>Gout</h1>
    <p>Gout is a form of arthritis that is caused by crystals of uric acid in the joints.</p>
    <p>The crystals form when the kidneys cannot get rid of enough of the acid in the blood.</p>
    """

  @Test(arguments: [
    "<nav><ul><li><a href=/>Home</a></ul></nav>",
    "<header><a href=/>Logo</a><p>The site of health</p></header>",
    "<footer><p>Copyright by the site. All rights reserved.</p></footer>",
    "<aside><h2>Causes</h2><p>An aside on something else.</p></aside>",
    "<div class='cookie-consent'><p>We use cookies.</p><button>Accept</button></div>",
    "<ol class=breadcrumb><li>Home</li><li>Health</li></ol>",
    "<div id=shareBar><p>Share this</p></div>",
    "<form><p>Subscribe to our letters</p><input><select><option>a</select></form>",
    "<div role=banner>Buy now</div>",
    "<div hidden>Not seen</div>",
    "<p style='display: none'>Not seen</p>",
    "<div aria-hidden=true>Not read</div>",
    "<section class=author-box><p>Jo has written for years.</p></section>",
    "<div id=comments><h3>2 comments</h3><p>Great post!</p></div>",
    "<div class='ad'>Buy pills</div>",
    "<ul><li><a href='#a'>Causes</a></li><li><a href='#b'>Symptoms</a></li></ul>",
    "<ul><li><a href='/a'>Ten foods</a></li><li><a href='/b'>Sleep well</a></li></ul>",
    "<h2>Related articles</h2><p>What to eat, a guide.</p>",
    "<h2>You may also like</h2><ul><li>Ten foods</li></ul>",
    "<p><a href=/x>Read our guide to food</a></p>",
    "<div class=related-posts><a href=/x>One</a> <a href=/y>Two</a></div>",
    "<noscript>Turn on JavaScript</noscript><template><p>No</p></template>",
    "<iframe><p>frame</p></iframe><svg><text>drawn</text><title>t</title></svg>",
  ])
  func leavesOut(furniture: String) {
    let expected = document(page(Self.article)).outline
    #expect(expected.count == 3)
    for text in [furniture + Self.article, Self.article + furniture] {
      #expect(document(page(text)).outline == expected)
      #expect(document(page("<main>\(text)</main>")).outline == expected)
      #expect(document(page("<div><div>\(text)</div></div>")).outline == expected)
    }
  }

  @Test(arguments: [
    "<div><p>About the site: it has words, too.</p></div><main>ARTICLE</main>",
    "<article>ARTICLE</article><div><p>About the site: it has words, too.</p></div>",
    "<div><p>About us.</p></div><div><div>ARTICLE</div></div><div><p>Call now!</p></div>",
    "<div role=main>ARTICLE</div><div><p>Words of the site, not of the article.</p></div>",
    "<main><article>ARTICLE</article><article><p>A teaser.</p></article></main>",
    // The names speak against it, its share of the prose for it.
    "<form><div class='sidebar related-content'>ARTICLE</div></form>",
    "<div class='nav-open hidden' style='visibility:hidden'>ARTICLE</div>",
  ])
  func findsTheArticle(layout: String) {
    let text = layout.replacing("ARTICLE", with: Self.article)
    #expect(document(page(text)).outline == document(page(Self.article)).outline)
  }

  @Test func keepsAHeadingThatStandsBeforeTheArticle() {
    let text = page(
      "<div><h1>Gout</h1></div><article><p>It is caused by crystals in the joints.</p></article>")
    #expect(
      document(text).outline == ["# Gout", "It is caused by crystals in the joints."])
  }

  @Test func keepsLinkedNamesUnderTheirHeadingAndLinkedReferences() {
    let text = page(
      Self.article + """
        <h2>Causes</h2><ul><li><a href=/a>Obesity</a><li><a href=/b>Beer</a></ul>
        <h2>References</h2><ol><li><a href=https://x.org/1>A study of gout</a></ol>
        """)
    #expect(
      document(text).outline.suffix(5) == [
        "## Causes", "- Obesity", "- Beer", "## References", "1. A study of gout",
      ])
  }

  @Test func markdownHasTheSameFurniture() {
    let text = """
      # Gout
      - [Causes](#causes)
      - [Signs](#signs)

      ## Causes
      - Beer

      ## Related Guides
      - [Sleep](/sleep)

      ### More
      Text.

      ## Signs
      - Pain
      """
    #expect(
      document(text, name: "a.md").outline == [
        "# Gout", "## Causes", "- Beer", "## Signs", "- Pain",
      ])
  }
}
