import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct OBOFiles {
  func read(_ text: String) -> (vocabulary: Vocabulary, told: [String]) {
    var vocabulary = Vocabulary()
    let diagnostics = OBOReader.read(InputFile(name: "o.obo", text: text), into: &vocabulary)
    return (vocabulary, diagnostics.map { String($0.description.dropFirst("o.obo:".count)) })
  }

  static let migraine = #"""
    format-version: 1.4
    ontology: made-up
    idspace: ACME https://acme.example/terms/ "of our own"

    [Term]
    id: MONDO:0005277
    name: migraine \"disorder\" {source="x"} ! a comment
    def: "A \"bad\"\nheadache, \(often\)." [x]
    synonym: "migraine" EXACT []
    synonym: "MD" EXACT ABBREVIATION []
    synonym: "sick headache" RELATED []
    synonym: "megrim" []
    synonym: "headache" BROAD []
    synonym: "migraine with aura" NARROW []
    synonym: "wrong name" EXACT EXCLUDE []
    xref: MSH:D008881 {source="MONDO:equivalentTo"}
    xref: ICD10CM:G43
    xref: NoSuchVocabulary:77
    property_value: skos:exactMatch http://identifiers.org/snomed/37796009
    is_a: MONDO:1 ! headache disorder

    [Typedef]
    id: part_of
    name: part of

    [Term]
    id: GO:0008150
    name: biological_process
    namespace: biological_process

    [Term]
    id: MONDO:9
    name: obsolete sun headache
    is_obsolete: true
    replaced_by: MONDO:0005277
    """#

  @Test func readsEverythingThatIsSaidOfATerm() throws {
    let (vocabulary, told) = read(Self.migraine)
    #expect(told == [])
    let concept = try #require(vocabulary.term(named: "MD"))
    #expect(
      concept
        == Concept(
          id: "MONDO:0005277", label: "migraine \"disorder\"", synonyms: ["migraine"],
          abbreviations: ["MD"], categories: [.disease],
          exactMatches: ["MESH:D008881", "SNOMEDCT:37796009"], closeMatches: ["ICD10CM:G43"],
          description: "A \"bad\"\nheadache, (often).",
          location: SourceLocation(file: "o.obo", line: 5)))
    #expect(vocabulary.prefixes["ACME"] == "https://acme.example/terms/")
    #expect(vocabulary.term(named: "biological process")?.categories == [.biologicalProcess])
  }

  @Test(arguments: ["headache", "migraine with aura", "wrong name", "part of", "md", "headach"])
  func whatIsBroaderNarrowerOrNoNameGroundsNothing(name: String) {
    #expect(read(Self.migraine).vocabulary.terms.match(name) == nil)
  }

  @Test(arguments: ["sick headache", "Megrims"])
  func aRelatedSynonymIsAWeakMatch(name: String) throws {
    let vocabulary = read(Self.migraine).vocabulary
    #expect(vocabulary.terms.match(name)?.basis == .related)
    #expect(vocabulary.term(named: name) == nil)
  }

  @Test func anObsoleteTermIsNeverMeantButToldWithItsReplacement() throws {
    let terms = read(Self.migraine).vocabulary.terms
    #expect(terms.match("sun headache") == nil)
    let term = try #require(terms.obsoleteTerms(named: "Sun headaches").first)
    #expect(term.id == "MONDO:9")
    #expect(
      terms.advice(insteadOf: term.row)
        == "use MONDO:0005277 'migraine \"disorder\"' instead, if it fits")
  }

  @Test(arguments: [
    ("[Term]\nname: a\n", "1:1: error: a term has no usable 'id'"),
    ("[Term]\nid: A:1\nsynonym: \"b EXACT []\n", "3:10: error: this text is not closed"),
    ("[Term]\nid: A:1\nsynonym: b EXACT []\n", "3:10: error: a text in double quotes"),
    ("[Term]\nid: A:1\nsynonym: \"b\" exact []\n", "3:14: error: 'exact' is no scope"),
    ("[Term]\nid: A 1\n", "2:5: error: 'A 1' is no identifier"),
    ("[Term]\nid: A:1\nname\n", "3:1: error: this line has no colon"),
    ("hello: there\n", " error: the file has no [Term]"),
    ("", " error: the file has no [Term]"),
    ("[Term]\nid: A:1\nname: \u{0}\n\n[", "no problem"),
  ])
  func problemsAreToldWithTheirPlace(text: String, message: String) {
    let told = read(text).told
    if message == "no problem" {
      #expect(told == [])
    } else {
      #expect(told.contains { $0.hasPrefix(message) }, "\(told)")
    }
  }

  @Test func badUTF8IsAnError() {
    var vocabulary = Vocabulary()
    let file = InputFile(name: "o.obo", bytes: Array("[Term]\nid: A:1\nname: caf".utf8) + [0xe9])
    #expect(
      OBOReader.read(file, into: &vocabulary).map(\.description)
        == ["o.obo:3:10: error: the file is not UTF-8 text; save it with the encoding UTF-8"])
  }

  @Test func manyProblemsOfAKindAreSummedUp() {
    let text = String(repeating: "[Term]\nname: x\n\n", count: 100)
    #expect(read(text).told.count == 6)
  }

  @Test func carriageReturnsAndAByteOrderMarkAreNoPartOfAnything() {
    let text = "\u{feff}format-version: 1.4\r\n\r\n[Term]\r\nid: A:1\r\nname: x y\r\n"
    let (vocabulary, told) = read(text)
    #expect(told == [])
    #expect(vocabulary.term(named: "x y")?.id == "A:1")
  }

  /// Every beginning of a file is a file: nothing traps where it breaks off.
  @Test func aFileMayBreakOffAnywhere() {
    let bytes = Array(Self.migraine.utf8)
    for end in 0..<bytes.count {
      var vocabulary = Vocabulary()
      _ = OBOReader.read(InputFile(name: "o", bytes: Array(bytes[..<end])), into: &vocabulary)
    }
  }
}
