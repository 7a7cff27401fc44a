import GraphModel
import Testing

@testable import GraphExport

@Suite struct DrawingTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("two\nlines", "two lines"), ("  many \t spaces  ", "many spaces"),
    ("bell\u{7}and\u{0}null", "bell and null"), ("\u{FFFE}\u{FFFF}x", "x"),
    ("\u{202E}backwards\u{202C}", "backwards"), ("\u{1F600} fine", "\u{1F600} fine"), ("\n", ""),
    ("שלום עולם", "שלום עולם"),
  ])
  func cleansText(text: String, expected: String) {
    #expect(DrawnText.line(text) == expected)
  }

  @Test func cutsLongTextAtTheLimit() {
    #expect(DrawnText.line("abcdef", limit: 3) == "abc\u{2026}")
    #expect(DrawnText.line("abc", limit: 3) == "abc")
  }

  @Test func keepsIdentifiersThatAreValidAndFree() {
    var ids = ElementIDs(reserved: ["drawing-title"])
    #expect(ids.claim("MONDO:0005011") == "MONDO:0005011")
    #expect(ids.claim("https://example.org/x?y=1") == "https://example.org/x?y=1")
    #expect(ids.claim("two words\n") == "two_words_")
    #expect(ids.claim("MONDO:0005011") == "MONDO:0005011_2")
    #expect(ids.claim("MONDO:0005011_2") == "MONDO:0005011_2_2")
    #expect(ids.claim("drawing-title") == "drawing-title_2")
    #expect(ids.claim("") == "_")
  }

  @Test(arguments: [
    ("a & b", "a &amp; b"), ("<b>]]>", "&lt;b&gt;]]&gt;"), ("\"x\"", "&quot;x&quot;"),
    ("a\nb\tc\r", "a&#10;b&#9;c&#13;"), ("\u{1}\u{FFFE}", "\u{FFFD}\u{FFFD}"), ("é睡😀", "é睡😀"),
  ])
  func escapesXML(text: String, expected: String) {
    #expect(XMLText.escaped(text) == expected)
  }

  @Test(arguments: [
    (0.0, "0"), (1.5, "1.5"), (-0.004, "0"), (-0.25, "-0.25"), (12.345, "12.35"), (3.04, "3.04"),
    (1e12, "1000000000"), (-7.0, "-7"),
  ])
  func writesNumbersWithoutExponents(value: Double, expected: String) {
    #expect(XMLText.number(value) == expected)
  }

  @Test func writesNoNumberThatIsNone() {
    #expect(XMLText.number(.nan) == "0")
    #expect(XMLText.number(.infinity) == "0")
    #expect(XMLText.color(0x00FF0A) == "#00ff0a")
  }

  @Test(arguments: [
    (["plain"], #""plain""#), (["say \"hi\""], #""say \"hi\"""#), ([#"a\nb"#], #""a\\nb""#),
    ([#"end\"#], #""end\\""#), (["one", "two"], #""one\ntwo""#),
    (["a & b &amp;"], #""a &amp; b &amp;amp;""#),
    (["%anonymous"], #""%anonymous""#), (["<b>not html</b>"], #""<b>not html</b>""#),
    (["x\u{1}y"], "\"x\u{FFFD}y\""), (["😀"], "\"😀\""), ([#"\N \G"#], #""\\N \\G""#),
  ])
  func escapesDOTLabels(lines: [String], expected: String) {
    #expect(DOTText.label(lines) == expected)
  }

  @Test func doublesWhatTooltipsExpandTwice() {
    #expect(DOTText.tooltip(#"a\b"#) == #""a\\\\b""#)
    #expect(DOTText.tooltip("a\nb") == "\"a&#10;b\"")
    #expect(DOTText.plain("a & b") == "\"a & b\"")
    #expect(DOTText.url("https://example.org/?a=1&b=2") == "\"https://example.org/?a=1&amp;b=2\"")
  }

  @Test func keepsStringsWithinWhatTheLexerReads() {
    for text in [String(repeating: "x", count: 40_000), String(repeating: "\\", count: 20_000)] {
      #expect(DOTText.tooltip(text).utf8.count < 16_384)
    }
  }
}
