import Testing

@testable import GraphBuilding

/// Pages that nobody writes but somebody sends: each must give an answer, in time in proportion to
/// its length.
@Suite(.timeLimit(.minutes(1))) struct DocumentsHostileTests {
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    "<div>", "<i>", "<b><p>", "<ul><li>", "<table><tr><td>", "<h1>", "<a href=#>", "<details>",
    "<font><p>x", "<dl><dt>x<dd>", "<blockquote>", "<form>", "<sup>1", "<svg><g>", "<o:p>",
  ])
  func nestedTags(tag: String) {
    let text =
      Self.many(tag, 20_000) + "<p>The end of it." + Self.many("</div></i></b></ul>", 20_000)
    #expect(document("<html>" + text).text.count < 200_000)
  }

  @Test(arguments: ["<div>", "<i>", "<font><p>", "<ul><li>", "<blockquote>", "<span><div>"])
  func textBelowManyTagsIsRead(tag: String) {
    let read = document("<html>" + Self.many(tag, 5000) + "<p>The end of it")
    #expect(read.outline.last?.hasSuffix("The end of it") == true)
  }

  @Test(arguments: [
    "<", "</", "<!", "<!--", "<?", "<a", "<a b=\"", "<a b='", "<a b=\"'", "&", "&#", "&#x", "&amp",
    "<script>", "<title>", "<textarea>", "<p>\u{0}", "<![CDATA[", "]]>", "<a =", "< ", "<p/", "\"",
    "<br>", "<b>x</b><br>", "• x<br>", "<li>x", "<td>x", "<p>x</p>", "<a href=#>x</a>", "<p>x?",
    "<p>Are:<p>a<p>b", "<sup>1</sup>x", "<h2>x</h2>", "<p hidden>", "<div class=\"a-b c\">",
  ])
  func repeatedPieces(piece: String) {
    let text = Self.many(piece, 20_000)
    _ = document("<html><body>" + text)
    _ = document("# A\n\n<div>" + text, name: "a.md")
  }

  @Test func everyPrefixOfAPage() {
    let bytes = Array(
      page(
        """
        <h1 class="a">Gout &amp; co</h1><!-- x --><p>It&rsquo;s <b>bad</b><sup>1</sup>.<br>• x<br>• y
        <table><tr><th>a<td colspan=2>b</table><script>1</script>
        """, head: "<title>T</title><meta name=author content='x'>"
      ).utf8)
    for end in bytes.indices { _ = document(Array(bytes[..<end])) }
  }

  @Test func anyBytes() {
    var generator = SplitMix(seed: 7)
    let pieces: [[UInt8]] = [
      Array("<p>".utf8), Array("</p>".utf8), Array("<td>".utf8), Array("&amp;".utf8),
      Array("<b".utf8), Array("='".utf8), [0], [0xff], [0xe2, 0x80], [0xc2], Array("\u{202e}".utf8),
      Array("الصداع ".utf8), Array("<ol><li>".utf8), Array("</ol>".utf8), [0x0d], Array("?".utf8),
      Array("<br>".utf8), Array(":".utf8), Array("<h2>".utf8), Array("</table>".utf8),
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<200 { bytes += pieces[Int(generator.next() % UInt64(pieces.count))] }
      let read = document(bytes)
      for block in read.blocks {
        let range = read.sourceRange(of: block.text)
        #expect(range.upperBound <= read.source.bytes.count)
        #expect(block.text.upperBound <= read.text.count)
      }
    }
  }

  @Test func longWordsAndRightToLeftText() {
    let word = Self.many("x", 100_000)
    #expect(document("<p>\(word) الصداع النصفي</p>").outline == [word + " الصداع النصفي"])
  }

  @Test func manyItems() {
    let read = document("<ul>" + Self.many("<li>item", 100_000) + "</ul>")
    #expect(read.blocks.count == 100_000)
  }
}

/// SplitMix64, so that the same bytes are tried every time.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
