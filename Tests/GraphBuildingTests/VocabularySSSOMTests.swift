import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct SSSOMFiles {
  func read(_ text: String) -> (vocabulary: Vocabulary, told: [String]) {
    var vocabulary = Vocabulary()
    let diagnostics = SSSOMReader.read(
      InputFile(name: "m.sssom.tsv", text: text), into: &vocabulary)
    return (vocabulary, diagnostics.map { String($0.description.dropFirst("m.sssom.tsv:".count)) })
  }

  static let header = """
    #curie_map:
    #  MONDO: http://purl.obolibrary.org/obo/MONDO_
    #  Orphanet: http://www.orpha.net/ORDO/Orphanet_
    #  ACME: https://acme.example/
    #mapping_set_id: https://example.org/m

    """
  static let columns =
    "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification"
    + "\tconfidence\tpredicate_modifier\tsubject_type\n"

  @Test func matchesGoBothWays() throws {
    let (vocabulary, told) = read(
      Self.header + Self.columns
        + "MONDO:1\tasthma\tskos:exactMatch\tOrphanet:9\tAsthma\tsemapv:Manual\t0.9\n"
        + "MONDO:1\tasthma\tskos:closeMatch\tACME:5\twheezing\tsemapv:Manual\t\n"
        + "MONDO:1\tasthma\tskos:broadMatch\tACME:6\tillness\tsemapv:Manual\t1\n"
        + "MONDO:1\tasthma\tskos:exactMatch\tACME:7\tcold\tsemapv:Lexical\t0.3\n"
        + "MONDO:1\tasthma\tskos:exactMatch\tACME:8\tflu\tsemapv:Manual\t1\tNot\n"
        + "\tchesty trouble\tskos:exactMatch\tMONDO:1\tasthma\tsemapv:Manual\t1\t\trdfs literal\n")
    #expect(told == [])
    let asthma = try #require(vocabulary.term(named: "asthma"))
    #expect(asthma.id == "MONDO:1")
    #expect(asthma.exactMatches == ["ORPHANET:9"])
    #expect(asthma.closeMatches == ["ACME:5"])
    #expect(asthma.synonyms == ["chesty trouble"])
    #expect(vocabulary.term(named: "wheezing")?.closeMatches == ["MONDO:1"])
    #expect(vocabulary.prefixes["ACME"] == "https://acme.example/")
    for name in ["illness", "cold", "flu"] { #expect(vocabulary.term(named: name) == nil) }
  }

  @Test(arguments: [
    ("#a: [\n", "error: this is not YAML"), ("a\tb\n", "error: the mapping set has no column"),
    ("", "error: the mapping set has no table"),
    (
      columns + "ZZZ:1\t\tskos:exactMatch\tMONDO:1\n",
      "2:1: error: 'ZZZ:1' has no prefix that the file declares"
    ),
    (columns + "MONDO:1\t\tskos:exactMatch\t\n", "2:1: error: a mapping has no object_id"),
    (
      columns + "MONDO:1\t\tskos:exactMatch\tMONDO:2\t\t\tlots\n",
      "2:36: error: 'lots' is no confidence"
    ),
    (
      "subject_id\tpredicate_id\tobject_id\n",
      "1:1: warning: the mapping set has no column mapping_justification"
    ),
  ])
  func problemsAreToldWithTheirPlace(text: String, message: String) {
    let told = read(text).told
    #expect(told.contains { $0.contains(message) }, "\(told)")
  }
}
