import GraphModel
import Testing

@testable import GraphBuilding

/// Whatever the bytes, there is an answer, and soon.
@Suite struct HostileArticleTests {
  private static let pieces = [
    "gout", "Causes of gout", "stress", "causes", "is caused by", "such as", "and", "or", ",", ".",
    ":", "(", ")", "\n", "\n\n", "- ", "# ", "1. ", "**", "may", "not", "which", "link", "to",
    "between", "people with", "have", "symptoms", "include", "of", "is", "a", "[@", "]", "@x", "[",
    "\u{2022} ", "\u{201c}", "\u{2019}s", "e.g.", "|", "---\n", "&amp;", "\\", "\0", "\u{1f600}",
    "\u{202e}", "known as", "there is no evidence that", "because", "both", "like", "worse", "\r\n",
    "increased", "reduced", "attacks", "this condition", "studies suggest that", "10.1000/x",
  ]

  @Test(arguments: 0..<40) func survivesAnyOrderOfWords(seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<25 {
      var text = random(2) == 0 ? "---\ncondition: gout\n---\n## Causes\n\n" : ""
      for _ in 0..<random(120) {
        text += Self.pieces[random(Self.pieces.count)] + (random(4) == 0 ? "" : " ")
      }
      for name in ["a.md", "a.txt"] {
        let reading = read(text, name: name)
        for claim in reading.claims {
          #expect(!claim.subject.text.isEmpty && !claim.object.text.isEmpty)
        }
        var builder = GraphBuilder()
        builder.add(reading)
        _ = builder.build()
      }
    }
  }

  @Test(arguments: 0..<20) func survivesAnyBytes(seed: Int) {
    var state = UInt64(seed) &+ 77
    let bytes = (0..<2000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 40)
    }
    for name in ["a.md", "a.txt", "a"] {
      let reading = ArticleReader().read(
        InputFile(name: name, bytes: bytes), bibliography: Bibliography(), vocabulary: Vocabulary())
      #expect(reading.document.name == name)
    }
  }

  @Test(arguments: [
    "", "\n", "#", "# Causes of", "---\n---", "---\ncondition:\n---\n", "- ", "[@]", "**",
    "\u{feff}",
    "# Causes of gout", "| a |\n| - |\n", "[^1]: x", "causes", "is caused by",
  ])
  func readsNextToNothing(text: String) {
    for name in ["a.md", "a.txt"] { #expect(read(text, name: name).claims.isEmpty) }
  }

  @Test(arguments: [
    "# Causes of gout\n\n" + String(repeating: "[", count: 5000),
    "# Causes of gout\n\n" + String(repeating: "> ", count: 5000) + "x",
    "# Causes of gout\n\n" + String(repeating: "- ", count: 5000) + "x",
    "# Causes of gout\n\n- " + String(repeating: "x", count: 100_000) + " causes gout.",
    "# Causes of gout\n\n" + String(repeating: "beer causes gout and ", count: 5000),
    "# Causes of gout\n\n- " + String(repeating: "beer, ", count: 3000),
    "# Causes of gout\n\n" + String(repeating: "- beer\n", count: 5000),
    "# Causes of gout\n\n" + String(repeating: "## Beer\n\n", count: 3000),
    "# Causes of gout\n\n" + String(repeating: "*a **b ", count: 3000),
    "# Causes of gout\n\n" + String(repeating: "&amp;", count: 5000),
    "# Causes of gout\n\n" + String(repeating: "[@a; @b] ", count: 3000),
  ])
  func takesTimeInProportion(text: String) {
    for name in ["a.md", "a.txt"] {
      let reading = read(text, name: name)
      #expect(reading.focus?.text == "gout")
    }
  }

  @Test func saysThatASentenceIsTooLong() {
    let text = "# Causes of gout\n\n" + String(repeating: "beer causes gout and ", count: 200)
    #expect(read(text).skipped.map(\.reason) == ["is longer than 400 words"])
  }

  @Test func readsDamagedTextAndSaysSo() {
    let bytes =
      Array("# Causes of gout\n\n- B".utf8) + [0] + Array("eer \u{e9}\n- Meat ".utf8) + [0xff]
    let reading = ArticleReader().read(
      InputFile(name: "a.md", bytes: bytes), bibliography: Bibliography(), vocabulary: Vocabulary())
    #expect(reading.claims.count == 2)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
  }
}
