import GraphModel
import Testing

@testable import GraphBuilding

/// Slips that a first user made with the files beside an article.
@Suite struct SourcesTrialTests {
  private static let article = """
    ---
    title: Colds
    bibliography: references.json
    ---

    # Causes of colds

    - **Stress:** Stress may cause colds [@marsh2020; @wu2021].
    """

  private func diagnostics(_ files: (String, String)...) -> [Diagnostic] {
    GraphSources(files.map { InputFile(name: $0.0, text: $0.1) }).check()
      .filter { $0.severity != .note }
  }

  @Test func aSlipInTheBibliographyIsToldWithoutItsConsequences() {
    let found = diagnostics(
      ("a.md", Self.article), ("references.json", #"[{"id: "marsh2020", "title": "Colds"}]"#))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.location?.file == "references.json" }, "\(found)")
  }

  @Test(arguments: ["", "\n  \n"])
  func anEmptyBibliographyIsCalledEmpty(text: String) {
    let found = diagnostics(("a.md", Self.article), ("references.json", text))
    #expect(found.first?.message == "the bibliography 'references.json' is empty")
    #expect(!found.contains { $0.message.contains("no bibliography has") })
  }

  @Test func aMissingBibliographyIsStillMissing() {
    let found = diagnostics(("a.md", Self.article))
    #expect(found.map(\.message) == ["the bibliography 'references.json' is not there"])
  }

  @Test(arguments: [
    ("Diseese", "did you mean Disease?"), ("phenotypic featur", "did you mean PhenotypicFeature?"),
    ("Nonsense", "write a class such as Disease"),
  ])
  func aMistypedCategoryIsHelped(category: String, suggestion: String) {
    let found = diagnostics(
      ("vocabulary.yaml", "concepts:\n  - label: flu\n    category: \(category)\n"))
    let error = found.first { $0.severity == .error }
    #expect(error?.location?.line == 3)
    #expect(error?.suggestion?.hasPrefix(suggestion) == true, "\(found)")
  }

  @Test(arguments: [
    "Disease", "phenotypic feature", "disease", "biolink:Whatever", "https://example.org/Kind",
  ])
  func classesOfBiolinkAndIdentifiersAreCategories(category: String) {
    let found = diagnostics(
      ("vocabulary.yaml", "concepts:\n  - label: flu\n    category: \(category)\n"))
    #expect(!found.contains { $0.severity == .error }, "\(found)")
  }
}
