import GraphModel
import Testing

@testable import GraphBuilding

/// What YAML stands for through its aliases is bounded; how many it has is not.
@Suite struct SourcesYAMLTests {
  /// Each list holds the one before it ten times: 10 to the power of `levels`.
  private static func nested(_ levels: Int) -> String {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<levels {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text
  }

  @Test func manyAnchorsWithAnAliasEachAreRead() {
    let count = 5000
    var text = "anchors:\n"
    for number in 0..<count { text += "  - &name\(number) [synonym \(number)]\n" }
    text += "concepts:\n"
    for number in 0..<count { text += "  - {label: term \(number), synonyms: *name\(number)}\n" }
    let reading = VocabularyReader.read(InputFile(name: "v.yaml", text: text))
    #expect(reading.concepts.count == count)
    #expect(reading.concepts.last?.synonyms == ["synonym \(count - 1)"])
  }

  @Test(arguments: [
    "- &a [x, y]\n" + String(repeating: "- *a\n", count: 20_000),
    // The second `a` holds the first.
    "- &a [x]\n" + String(repeating: "- &a [*a, y]\n", count: 500) + "- *a\n",
  ])
  func oneAnchorMayBeNamedOftenAndAnew(text: String) throws {
    #expect(try YAMLRoot.of(text) != nil)
  }

  @Test(arguments: [
    nested(5), nested(5) + "concepts: *a4\n", "\"*a and &b\": '*c'\nd: |\n  *e &f\n", "- 2*a&b\n",
    "- &a x\n- {*a : y}\n",
  ])
  func whatStandsForLittleIsRead(text: String) throws {
    #expect(try YAMLRoot.of(text) != nil)
  }

  @Test(arguments: [
    nested(8), nested(12), nested(12) + "? *a11\n: x\n", nested(12) + "b: {[*a11, *a11]: x}\n",
    // Line breaks that only libyaml knows as such.
    nested(12).replacing(", *", with: ",\u{2028}*"), nested(12).replacing(", *", with: ",\u{85}*"),
    nested(12).replacing("*a1", with: "!!seq *a1"),
  ])
  func whatStandsForTooMuchIsRefused(text: String) {
    #expect(throws: YAMLRoot.TooManyAliases.self) { try YAMLRoot.of(text) }
  }

  @Test func tellsTheWriterOfAVocabularyAndOfFrontMatter() {
    let vocabulary = VocabularyReader.read(
      InputFile(name: "v.yaml", text: Self.nested(9) + "concepts: *a8\n"))
    #expect(vocabulary.diagnostics.map(\.message) == ["the YAML refers to its own parts too often"])
    let article = read("---\n" + Self.nested(9) + "title: *a8\n---\n# Causes of gout\n\nText.\n")
    #expect(
      article.diagnostics.first?.message == "the YAML refers to its own parts too often")
  }
}
