import GraphModel
import Testing

@testable import GraphExport

@Suite struct DrawingMetricsTests {
  static let regular = TextStyle(size: 10)

  // Adobe Font Metrics of Helvetica and Helvetica-Bold, in thousandths of an em.
  @Test(arguments: [
    ("A", false, 667.0), ("a", false, 556), ("i", false, 222), ("W", false, 944), (" ", false, 278),
    ("m", false, 833), ("é", false, 556), ("A", true, 722), ("a", true, 556), ("b", true, 611),
    ("\u{2014}", false, 1000), ("\u{2019}", false, 222),
  ])
  func hasTheWidthsOfHelvetica(text: String, isBold: Bool, thousandths: Double) {
    #expect(TextMetrics.width(of: text, TextStyle(size: 1000, isBold: isBold)) == thousandths)
  }

  @Test(arguments: [
    ("睡眠", 2000.0), ("한글", 2000), ("ｱ", 500), ("😀", 1250), ("👩‍👩‍👧", 1250), ("e\u{301}", 556),
    ("\u{200B}", 0), ("", 0),
  ])
  func measuresOtherScripts(text: String, thousandths: Double) {
    #expect(TextMetrics.width(of: text, TextStyle(size: 1000)) == thousandths)
  }

  // A box is 204 wide inside its padding, and grows by half at most.
  @Test(arguments: [
    (
      "Chronic polyradiculoneuropathy of the legs",
      ["Chronic", "polyradiculoneuropathy", "of the legs"]
    ),
    ("Short words", ["Short words"]),
  ])
  func aBoxGrowsForALongWord(label: String, lines: [String]) throws {
    var builder = GraphBuilder()
    let node = builder.node(for: Concept(id: "X:1", label: label))
    builder.assign(.condition, to: node)
    let planner = BoxPlanner(Drawing(builder.build()))
    let box = planner.box(of: try #require(planner.roots.first), width: 400, ports: [])
    #expect(box.cells.first?.lines.map(\.text) == lines)
  }

  @Test(arguments: [
    "Short", "A label of some more words than fit", String(repeating: "unbreakable", count: 30),
    "self-explanatory/compound-label", "睡眠障害は多くの人に影響を与えます", "كلمات كثيرة في سطر واحد طويل",
    "😀😀😀😀😀😀😀😀",
    "", "   ",
  ])
  func noLineIsWiderThanItsBox(text: String) {
    for width in [30.0, 55, 90, 300] {
      let lines = LabelWrapping.lines(of: text, style: Self.regular, width: width)
      #expect(!lines.isEmpty)
      for line in lines { #expect(line.width <= width + 0.001) }
      let letters = lines.map(\.text).joined().filter { !$0.isWhitespace }
      #expect(letters == text.filter { !$0.isWhitespace })
    }
  }

  @Test func balancesTheLines() {
    let lines = LabelWrapping.lines(
      of: "Chronic fatigue syndrome and", style: Self.regular, width: 120)
    #expect(lines.map(\.text) == ["Chronic fatigue", "syndrome and"])
  }

  @Test func cutsAfterTheLastLineThatIsAllowed() throws {
    let text = String(repeating: "word ", count: 2_000)
    let lines = LabelWrapping.lines(of: text, style: Self.regular, width: 60, limit: 3)
    #expect(lines.count == 3)
    #expect(try #require(lines.last).text.hasSuffix("\u{2026}"))
    #expect(try #require(lines.last).width <= 60)
  }

  @Test func breaksBetweenFullWidthCharacters() {
    let lines = LabelWrapping.lines(of: "睡眠障害", style: Self.regular, width: 25)
    #expect(lines.map(\.text) == ["睡眠", "障害"])
  }
}
