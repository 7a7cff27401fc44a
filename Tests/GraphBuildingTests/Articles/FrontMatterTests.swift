import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct FrontMatterTests {
  private func frontMatter(_ text: String) -> FrontMatter {
    FrontMatter(SourceText(name: "f.md", bytes: Array(text.utf8)))
  }

  @Test func readsWhatItKnowsAndPassesOverTheRest() {
    let text =
      "---\ntitle: 'Gout: an overview'\nlang: de\ncondition: gout\nauthor:\n  - Ann\n"
      + "  - name: Bob\nother: [1, 2]\nurl: https://x.org\n---\nText"
    let found = frontMatter(text)
    #expect(found.title == "Gout: an overview")
    #expect(found.language == "de")
    #expect(found.condition == "gout")
    #expect(found.authors == ["Ann", "Bob"])
    #expect(found.url == "https://x.org")
    #expect(found.end == text.utf8.count - 4)
    #expect(found.diagnostics.isEmpty)
  }

  @Test func isEmptyWithoutItsLines() {
    let texts = [
      "", "Text", "---", "---\nText\n", "----\n", "Stress: it harms.\n---\n", "- - -\n\nText",
      "Causes: stress\nSymptoms: pain\n\nText", "---\nStress: bad\n\nText", "+++\nText",
      "Condition of the gut: bad\n",
    ]
    for text in texts {
      let found = frontMatter(text)
      #expect(found.end == 0 && found.title == nil && found.diagnostics.isEmpty, "\(text)")
    }
  }

  @Test func saysWhereItIsWrong() throws {
    let broken = frontMatter("---\ntitle: \"open\ncondition: x\n---\nText\n")
    let first = try #require(broken.diagnostics.first)
    #expect(first.severity == .error)
    #expect(first.location?.file == "f.md")
    #expect((2...4).contains(first.location?.line ?? 0))
    let twice = frontMatter("---\ntitle: a\ntitle: b\n---\n")
    #expect(twice.diagnostics.first?.message.contains("'title'") == true)
    let list = frontMatter("---\n- a\n- b\n---\n")
    #expect(list.diagnostics.count == 1)
    let nested = frontMatter("---\nlang: en\ntitle: [a, b]\n---\n")
    #expect(nested.diagnostics.first?.location == SourceLocation(file: "f.md", line: 3, column: 8))
  }

  /// Each with the place of the error and how the document goes on.
  @Test(arguments: [
    (
      "title: T\ncondition: gout\n---\nText", "1:1: error: the front matter does not begin",
      "Text"
    ),
    (
      "\ncondition: gout\nx:\n- a\n- b\n\n---\n\nText", "2:1: error: the front matter does not",
      "\nText"
    ),
    ("--\ncondition: gout\n---\nText", "1:1: error: the front matter does not begin", "Text"),
    ("----\ncondition: gout\n----\nText", "1:1: error: the front matter does not begin", "Text"),
    (" ---\ncondition: gout\n---\nText", "1:1: error: the front matter does not begin", "Text"),
    ("—\r\ncondition: gout\r\n—\r\nText", "1:1: error: the front matter does not begin", "Text"),
    (
      "---\ncondition: gout\n\n# Gout\n\nText", "3:1: error: the front matter does not end",
      "\n# Gout\n\nText"
    ),
    (
      "---\ncondition: gout\nGout is bad.", "3:1: error: the front matter does not end",
      "Gout is bad."
    ),
    (
      "---\ncondition: gout\n# Gout\n\nText", "3:1: error: the front matter does not end",
      "# Gout\n\nText"
    ),
    (
      "---\ncondition: gout\n\n# G\n\nText\n\n---\n\nMore",
      "3:1: error: the front matter does not end", "\n# G\n\nText\n\n---\n\nMore"
    ),
  ])
  func isKnownWithoutAFence(text: String, problem: String, rest: String) throws {
    let found = frontMatter(text)
    #expect(found.condition == "gout")
    #expect(String(text.utf8.dropFirst(found.end)) == rest)
    #expect(found.diagnostics.count == 1)
    #expect(try #require(found.diagnostics.first).description.hasPrefix("f.md:" + problem))
  }

  @Test(arguments: [
    ("title: T\nAuthor: Ann\n\nText", "1:1: warning: these lines look like front matter"),
    ("condition: gout\n# Gout\n\nText", "1:1: warning: these lines look like front matter"),
    ("\n\n+++\ntitle = \"T\"\n+++\nText", "3:1: error: front matter in TOML"),
  ])
  func isLeftOutOfTheTextWhereNothingFencesIt(text: String, problem: String) throws {
    let found = frontMatter(text)
    #expect(found.title == nil && found.condition == nil)
    #expect(String(text.utf8.dropFirst(found.end))?.hasSuffix("Text") == true)
    #expect(found.end > 0)
    #expect(try #require(found.diagnostics.first).description.hasPrefix("f.md:" + problem))
  }

  @Test(arguments: ["", "---\n", "---\n\n", "\n---\n"])
  func givesNoClaimWhateverFenceItLacks(opening: String) {
    let text =
      opening + "title: Alcohol is a cause of migraine\ncondition: migraine\n"
      + "description: stress causes migraine\n\n# Migraine\n\nNoise causes migraine.\n"
    for ending in ["md", "txt"] {
      let reading = ArticleReader().read(
        InputFile(name: "a." + ending, text: text), bibliography: Bibliography(),
        vocabulary: Vocabulary())
      #expect(reading.claims.allSatisfy { $0.subject.text == "noise" })
      #expect(!reading.diagnostics.isEmpty)
    }
  }

  /// Twelve lists of ten aliases each stand for a million million values.
  @Test(arguments: ["? *a11\n: x", "*a11 : x", "title: *a11", "authors: *a11", "faq: *a11"])
  func isNoPlaceForBombs(line: String) {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for number in 1..<12 {
      let inner = Array(repeating: "*a\(number - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(number): &a\(number) [\(inner)]\n"
    }
    let found = frontMatter("---\ncondition: gout\n\(bomb)\(line)\n---\nText")
    #expect(found.diagnostics.map(\.severity) == [.error])
    let name = InputFile(name: "v.yaml", text: bomb + line + "\nconcepts: []\n")
    #expect(VocabularyReader.read(name).diagnostics.map(\.severity) == [.error])
  }

  @Test func mayStillReferToItself() {
    let found = frontMatter("---\na: &a gout\ncondition: *a\nb: R&D & more\n---\nText")
    #expect(found.condition == "gout")
    #expect(found.diagnostics.isEmpty)
  }

  @Test func mayStandBehindBlankLines() {
    let found = frontMatter("\n\n---\ncondition: [gout]\n---\nText")
    #expect(found.end == 28)
    #expect(found.diagnostics.first?.location == SourceLocation(file: "f.md", line: 4, column: 12))
  }
}
