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
    for text in ["", "Text", "---", "---\ntitle: x\n", " ---\ntitle: x\n---\n", "----\n"] {
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
}
