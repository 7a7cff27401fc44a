import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct OBOGraphFiles {
  func read(_ text: String) -> (vocabulary: Vocabulary, told: [String]) {
    var vocabulary = Vocabulary()
    let diagnostics = OBOGraphReader.read(
      InputFile(name: "o.json", text: text), into: &vocabulary)
    return (vocabulary, diagnostics.map { String($0.description.dropFirst("o.json:".count)) })
  }

  static let migraine = #"""
    {"graphs": [{
      "id": "http://purl.obolibrary.org/obo/made-up.json",
      "meta": {"version": [1, {"x": "]"}, true]},
      "nodes": [
        {"lbl": "migraine \"disorder\"", "id": "http://purl.obolibrary.org/obo/MONDO_0005277",
         "type": "CLASS", "meta": {
          "definition": {"xrefs": ["x"], "val": "A bad\nheadache, caf\u00e9."},
          "synonyms": [
            {"pred": "hasExactSynonym", "val": "migraine", "xrefs": []},
            {"synonymType": "http://purl.obolibrary.org/obo/mondo#ABBREVIATION",
             "pred": "hasExactSynonym", "val": "MD"},
            {"pred": "hasRelatedSynonym", "val": "sick headache"},
            {"pred": "hasBroadSynonym", "val": "headache"}],
          "xrefs": [{"val": "ICD10CM:G43"}, {"val": "Nowhere:1"}],
          "basicPropertyValues": [
            {"pred": "http://www.w3.org/2004/02/skos/core#exactMatch",
             "val": "http://identifiers.org/mesh/D008881"}]}},
        {"id": "http://purl.obolibrary.org/obo/NEW_7", "lbl": "sunshine"},
        {"id": "http://purl.obolibrary.org/obo/RO_1", "lbl": "part of", "type": "PROPERTY"},
        {"id": "http://purl.obolibrary.org/obo/MONDO_9", "lbl": "obsolete sun headache",
         "meta": {"deprecated": true, "basicPropertyValues": [
           {"pred": "http://purl.obolibrary.org/obo/IAO_0100001",
            "val": "http://purl.obolibrary.org/obo/MONDO_0005277"}]}},
        {"id": "http://purl.obolibrary.org/obo/GO_1", "lbl": "digestion", "meta": {
          "basicPropertyValues": [
            {"pred": "http://www.geneontology.org/formats/oboInOwl#hasOBONamespace",
             "val": "biological_process"}]}}
      ],
      "edges": [{"sub": "a", "pred": "is_a", "obj": "b"}]
    }]}
    """#

  @Test func readsEverythingThatIsSaidOfANode() throws {
    let (vocabulary, told) = read(Self.migraine)
    #expect(told == [])
    #expect(
      try #require(vocabulary.term(named: "migraines"))
        == Concept(
          id: "MONDO:0005277", label: "migraine \"disorder\"", synonyms: ["migraine"],
          abbreviations: ["MD"], categories: [.disease], exactMatches: ["MESH:D008881"],
          closeMatches: ["ICD10CM:G43"], description: "A bad\nheadache, caf\u{e9}.",
          location: SourceLocation(file: "o.json", line: 5)))
    #expect(vocabulary.term(named: "digestion")?.categories == [.biologicalProcess])
    #expect(vocabulary.terms.match("headache") == nil)
    #expect(vocabulary.terms.match("part of") == nil)
    #expect(vocabulary.terms.match("sick headache")?.basis == .related)
    #expect(vocabulary.terms.obsoleteTerms(named: "sun headache").map(\.id) == ["MONDO:9"])
  }

  @Test func aPrefixThatIsNewIsTheFoundrys() {
    let vocabulary = read(Self.migraine).vocabulary
    #expect(vocabulary.term(named: "sunshine")?.id == "NEW:7")
    #expect(vocabulary.prefixes["NEW"] == "http://purl.obolibrary.org/obo/NEW_")
  }

  @Test(arguments: [
    ("{", "1:2: error: "), ("{\"graphs\": [{\"nodes\": [{\"id\": \"a", "1:31: error: this text"),
    ("[]", " error: the file has no \"graphs\""), ("{\"graphs\": 1}", " error: the file has no"),
    ("{\"graphs\": [{\"nodes\": [\n{\"lbl\": \"a\"}]}]}", "2:1: error: a node has no \"id\""),
    ("{\"graphs\": [{\"nodes\": [1 2]}]}", "1:26: error: "), ("", "1:1: error: "),
  ])
  func problemsAreToldWithTheirPlace(text: String, message: String) {
    let told = read(text).told
    #expect(told.contains { $0.hasPrefix(message) }, "\(told)")
  }

  @Test func nestingIsBounded() {
    let deep = "{\"graphs\": \(String(repeating: "[", count: 100_000))"
    #expect(read(deep).told.count == 1)
  }

  @Test func aFileMayBreakOffAnywhere() {
    let bytes = Array(Self.migraine.utf8)
    for end in 0..<bytes.count {
      var vocabulary = Vocabulary()
      let file = InputFile(name: "o", bytes: Array(bytes[..<end]))
      #expect(!OBOGraphReader.read(file, into: &vocabulary).isEmpty, "\(end)")
    }
  }
}
