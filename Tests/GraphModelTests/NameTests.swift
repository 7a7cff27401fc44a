import GraphModel
import Testing

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("The Crohn’s Diseases", "crohn disease"),
    ("Crohn's disease", "crohn disease"),
    ("Sjögren", "sjogren"),
    ("Sjo\u{308}gren", "sjogren"),
    ("type-1 diabetes", "type 1 diabete"),
    ("allergies", "allergy"),
    ("stress", "stress"),
    ("gut  microbiota ", "gut microbiota"),
    ("α-synuclein", "α synuclein"),
    ("Straße", "strasse"),
    ("A", "a"),
    ("…", ""),
    ("headaches", "headache"),
    ("abscesses", "abscess"),
    ("炎症", "炎症"),
  ])
  func keysKeepWhatTellsNamesApart(name: String, key: String) {
    #expect(NameKey(name).description == key)
  }

  @Test func differentNamesHaveDifferentKeys() {
    #expect(NameKey("type 1 diabetes") != NameKey("type 2 diabetes"))
    #expect(NameKey("gas") != NameKey("gait"))
    #expect(NameKey("").isEmpty)
  }
}

@Suite struct NameLookupTests {
  private let graph: KnowledgeGraph = {
    var builder = GraphBuilder()
    _ = builder.record(
      Concept(
        id: "MONDO:0005265", label: "inflammatory bowel disease", synonyms: ["bowel inflammation"],
        abbreviations: ["IBD"]))
    _ = builder.record(Concept(id: "X:1", label: "common cold", synonyms: ["cold"]))
    _ = builder.record(Concept(id: "X:2", label: "cold exposure", synonyms: ["cold"]))
    return builder.build()
  }()

  @Test(arguments: [
    "IBD", "ibd", "Inflammatory Bowel Diseases", "bowel inflammation", "MONDO:0005265",
    "http://purl.obolibrary.org/obo/MONDO_0005265", "  ibd ",
  ])
  func aConceptIsFoundByAnyOfItsNames(name: String) {
    #expect(NameLookup(graph).nodes(named: name).map(\.id) == ["MONDO:0005265"])
  }

  @Test func anAmbiguousNameGivesEveryMeaning() {
    #expect(NameLookup(graph).nodes(named: "cold").map(\.id) == ["X:1", "X:2"])
  }

  @Test func theOtherEnglishSpellingIsFoundToo() {
    var builder = GraphBuilder()
    _ = builder.record(Concept(id: "HP:1", label: "Anemia"))
    let lookup = NameLookup(builder.build())
    #expect(lookup.nodes(named: "anaemia").map(\.id) == ["HP:1"])
    #expect(lookup.nodes(named: "anosmia").isEmpty)
  }

  @Test func misspellingsAreHelped() {
    let lookup = NameLookup(graph)
    #expect(lookup.nodes(named: "inflamatory bowl disease").isEmpty)
    #expect(
      lookup.suggestions(for: "inflamatory bowl disease").first == "inflammatory bowel disease")
    #expect(lookup.suggestions(for: "xyzzy").isEmpty)
  }

  @Test func searchRanksTheStartOfAName() {
    #expect(NameLookup(graph).search("cold").map(\.id) == ["X:1", "X:2"])
    #expect(NameLookup(graph).search("owel").map(\.id) == ["MONDO:0005265"])
    #expect(NameLookup(graph).search("").isEmpty)
  }
}

@Suite struct PrefixMapTests {
  @Test func curiesExpandAndContract() {
    let prefixes = PrefixMap(base: "https://example.com/g/")
    #expect(prefixes.iri(of: "HP:0000716") == "http://purl.obolibrary.org/obo/HP_0000716")
    #expect(prefixes.iri(of: "etiograph:stress") == "https://example.com/g/stress")
    #expect(prefixes.iri(of: "DOI:10.1126/ABC") == "https://doi.org/10.1126/abc")
    #expect(prefixes.curie(of: "http://purl.obolibrary.org/obo/HP_0000716") == "HP:0000716")
    #expect(prefixes.iri(of: "NOPE:1") == nil)
    #expect(prefixes.iri(of: "no colon") == nil)
    #expect(prefixes.iri(of: "https://a.b/c d<e>") == "https://a.b/c%20d%3Ce%3E")
  }

  @Test(arguments: [
    ("MONDO:0005265", true), ("MONDO:", false), ("MONDO 5", false), ("NOPE:1", false),
    ("https://a.b/c", true), ("", false), ("HP:1 2", false),
  ])
  func identifiersAreChecked(identifier: String, isValid: Bool) {
    #expect(PrefixMap().accepts(identifier) == isValid)
  }
}
