import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct VocabularyFiles {
  func read(_ text: String) -> VocabularyReader.Reading {
    VocabularyReader.read(InputFile(name: "v.yaml", text: text))
  }

  /// The diagnostics of a vocabulary as `line:column severity message; suggestion`.
  func told(_ text: String) -> [String] {
    var merge = VocabularyMerge()
    merge.add(InputFile(name: "v.yaml", text: text))
    merge.finish()
    return merge.diagnostics.map { String($0.description.dropFirst("v.yaml:".count)) }
  }

  @Test func readsEveryKeyOfAConcept() throws {
    let reading = read(
      """
      base: https://example.org/graph/
      prefixes:
        ACME: https://acme.example/terms/
      concepts:
        - label: inflammatory bowel disease
          id: MONDO:0005265
          synonyms: [bowel inflammation, "IBD, unspecified"]
          abbreviations: IBD
          category: [Disease, phenotypic feature]
          exact matches: [MESH:D015212, http://purl.obolibrary.org/obo/DOID_0050589]
          closeMatches:
            - ACME:7
          definition: >-
            A group of
            diseases.
        - label: 1
      """)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.base == "https://example.org/graph/")
    #expect(reading.prefixes.map(\.prefix) == ["ACME"])
    #expect(
      reading.concepts == [
        Concept(
          id: "MONDO:0005265", label: "inflammatory bowel disease",
          synonyms: ["bowel inflammation", "IBD, unspecified"], abbreviations: ["IBD"],
          categories: [.disease, .phenotypicFeature],
          exactMatches: ["MESH:D015212", "DOID:0050589"], closeMatches: ["ACME:7"],
          description: "A group of diseases.",
          location: SourceLocation(file: "v.yaml", line: 5, column: 12)),
        Concept(label: "1", location: SourceLocation(file: "v.yaml", line: 16, column: 12)),
      ])
  }

  @Test func readsABareListOfConcepts() {
    #expect(read("- label: a\n- label: b\n").concepts.map(\.label) == ["a", "b"])
  }

  @Test(arguments: [
    ("concepts:\n  - label: a\n    synonim: b", "3:5: warning: 'synonim' is no key", "'synonyms'?"),
    ("concept:\n  - label: a", "1:1: warning: 'concept' is no key", "did you mean 'concepts'?"),
    ("concepts:\n  - id: MONDO:1", "2:5: error: a concept has no label", "add 'label:'"),
    ("concepts:\n  - a", "2:5: error: an entry of 'concepts' has no keys", "'- label: a'"),
    (
      "concepts:\n  - label: a\n    id: 0005265", "3:9: error: '0005265' is no identifier", "prefix"
    ),
    (
      "concepts:\n  - label: a\n    id: 'MONDO: 5'", "3:9: error: 'MONDO: 5' is no",
      "without spaces"
    ),
    (
      "concepts:\n  - label: a\n    id: mondo:5", "3:9: error: 'mondo:5' has the unknown", "MONDO:5"
    ),
    ("concepts:\n  - label: a\n    id: ZZZZZ:5", "3:9: error:", "declare it under 'prefixes:'"),
    (
      "concepts:\n  - label: a\n    synonyms: [[b]]", "3:16: error: an entry of 'synonyms'",
      "quotes"
    ),
    ("concepts:\n  - label: a\n    id: [x]", "3:9: error: 'id' is no single text", "id: …"),
    ("concepts:\n  - label: a\n    category: 7", "3:15: error: '7' is no category", "Disease"),
    (
      "concepts:\n  - label: a\n    synonyms: [A, the a]", "3:16: warning: 'A' is already", "remove"
    ),
    ("concepts:\n  - label: a\n   id: x", "3:4: error: this is not YAML", "indent"),
    ("concepts:\n  - label: a: b", "2:13: error: this is not YAML", "quotes"),
    ("concepts:\n  - label: a\n    label: b", "2:5: error: 'label' stands twice", "remove one"),
    ("base: example.org", "1:7: error: 'example.org' cannot be the base", "ends with a slash"),
    ("prefixes:\n  'a b': x\nconcepts:", "2:3: error: 'a b' cannot be a prefix", "letters"),
    ("prefixes:\n  A: x\nconcepts:", "2:6: error: the prefix 'A' stands for no", "https://"),
    ("concepts: 7", "1:11: error: 'concepts' is no list", "- label"),
    ("prefixes:", "1:1: error: the vocabulary has no 'concepts'", "add 'concepts:'"),
    ("just text", "1:1: error: the vocabulary is a mere text", "concepts:"),
  ])
  func tellsWhatIsWrongAndWhatToDo(text: String, problem: String, advice: String) {
    let told = told(text)
    #expect(told.contains { $0.hasPrefix(problem) && $0.contains(advice) }, "\(told)")
  }

  @Test func findsEveryProblemOfAFileAtOnce() {
    let told = told(
      """
      concepts:
        - id: MONDO:1
        - label: b
          id: nonsense
        - label: c
          colour: red
      """)
    #expect(told.count == 3)
  }

  @Test func namesBothPlacesOfANameThatTwoConceptsHave() {
    let told = told(
      """
      concepts:
        - label: gas
          synonyms: [wind]
        - label: weather
          synonyms: [the Winds]
      """)
    #expect(
      told == [
        "5:16: error: 'the Winds' names both 'gas', at v.yaml:3:16, and 'weather', here; "
          + "remove it from one of them, or make the two one concept"
      ])
  }

  @Test func namesBothPlacesOfAnIdentifierThatTwoConceptsHave() {
    let told = told(
      """
      concepts:
        - {label: a, id: MONDO:1}
        - {label: b, id: MONDO:1}
        - {label: c, exact matches: MONDO:1}
      """)
    #expect(told.count == 2)
    #expect(told.first?.hasPrefix("3:20: error: 'b' has the identifier MONDO:1 of 'a'") == true)
    #expect(told.last?.hasPrefix("4:31: warning: 'c' is said to be exactly MONDO:1") == true)
  }

  @Test func findsNamesThatConceptsOfTwoFilesShare() {
    var merge = VocabularyMerge()
    merge.add(InputFile(name: "a.yaml", text: "concepts:\n  - label: wind"))
    merge.add(InputFile(name: "b.yaml", text: "concepts:\n  - label: wind"))
    merge.finish()
    #expect(merge.diagnostics.map(\.location?.file) == ["b.yaml"])
  }

  @Test func survivesDeepNestingAndAliases() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(read("concepts: " + deep).diagnostics.contains { $0.severity == .error })
    let bomb = (0..<40).map { "x\($0): &a\($0) [\($0 == 0 ? "1" : "*a\($0 - 1), *a\($0 - 1)")]" }
    #expect(read(bomb.joined(separator: "\n")).diagnostics.count == 1)
  }

  @Test func refusesWhatIsNotUTF8() {
    let reading = VocabularyReader.read(InputFile(name: "v", bytes: [0x61, 0x3a, 0x20, 0xff]))
    #expect(reading.diagnostics.map(\.location?.column) == [4])
  }

  @Test func readsAnEmptyFileWithAWarning() {
    #expect(told("").map { $0.contains("the vocabulary is empty") } == [true])
    #expect(told("# only a comment\n").map { $0.contains("the vocabulary is empty") } == [true])
  }
}
