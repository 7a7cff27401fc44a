import GraphBuilding
import GraphModel
import Testing

/// How names find their identifiers through several vocabularies at once.
@Suite struct Grounding {
  static let disease = InputFile(
    name: "disease.obo",
    text: """
      [Term]
      id: MONDO:1
      name: asthma
      synonym: "bronchial asthma" EXACT []
      xref: DOID:1 {source="MONDO:equivalentTo"}

      [Term]
      id: MONDO:2
      name: acquired immunodeficiency syndrome
      synonym: "AIDS" EXACT ABBREVIATION []

      [Term]
      id: MONDO:3
      name: anemia
      synonym: "weak blood" RELATED []

      [Term]
      id: MONDO:4
      name: obsolete sun stroke
      is_obsolete: true
      replaced_by: MONDO:3

      [Term]
      id: MONDO:5
      name: wheeze
      synonym: "tiredness" EXACT []
      alt_id: MONDO:55

      """)
  static let sign = InputFile(
    name: "sign.obo",
    text: """
      [Term]
      id: HP:1
      name: Anemia

      [Term]
      id: HP:2
      name: Tiredness

      [Term]
      id: DOID:1
      name: asthma

      """)

  /// An article in which a thing is a cause of migraine.
  func article(_ cause: String) -> InputFile {
    let name = cause.prefix(1).uppercased() + cause.dropFirst()
    return InputFile(
      name: "a.md",
      text: """
        ---
        condition: migraine
        ---
        # Migraine

        ## Causes of migraine

        - **\(name):** \(name) may contribute to migraine.
        """)
  }

  func build(_ cause: String, _ vocabularies: [InputFile]) throws -> BuildResult {
    try GraphSources([article(cause)] + vocabularies).build()
  }

  /// The identifier that the cause of migraine got.
  func grounded(_ cause: String, _ vocabularies: [InputFile] = [disease, sign]) throws -> String {
    let graph = try build(cause, vocabularies).graph
    let edge = try #require(graph.edges.first)
    return edge.subject.id.rawValue
  }

  @Test(arguments: [
    ("wheeze", "MONDO:5"), ("bronchial asthmas", "MONDO:1"),
    ("AIDS", "MONDO:2"),
    // The label of one, an exact synonym of another: the label decides.
    ("tiredness", "HP:2"),
    // Two labels, but said to be exactly the same: the first.
    ("asthma", "MONDO:1"),
    // A related synonym, which nothing else has.
    ("weak blood", "MONDO:3"),
    // The label of two: neither.
    ("anaemia", "etiograph:anaemia"),
    ("sun stroke", "etiograph:sun-stroke"),
    ("loneliness", "etiograph:loneliness"),
  ])
  func namesFindTheirTerm(name: String, id: String) throws {
    #expect(try grounded(name) == id)
  }

  @Test func theOtherEnglishSpellingFindsItsTerm() throws {
    #expect(try grounded("anaemia", [Self.disease]) == "MONDO:3")
  }

  @Test func anAmbiguousNameIsToldWithEveryMeaning() throws {
    let told = try build("anemia", [Self.disease, Self.sign]).diagnostics.map(\.description)
    #expect(
      told.contains {
        $0.hasPrefix("a.md:8:") && $0.contains("warning: ")
          && $0.contains(
            "can mean MONDO:3 'anemia' (disease.obo) or HP:1 'Anemia' (sign.obo); none of them "
              + "is chosen; add it to your own vocabulary with the identifier that fits")
      }, "\(told)")
  }

  @Test func anObsoleteNameIsToldWithItsReplacement() throws {
    let told = try build("sun stroke", [Self.disease]).diagnostics.map(\.description)
    #expect(
      told.contains {
        $0.contains(
          "'sun stroke' is the obsolete term MONDO:4 of disease.obo; it is not grounded; use "
            + "MONDO:3 'anemia' instead, if it fits")
      }, "\(told)")
  }

  @Test func aWeakMatchIsTold() throws {
    let told = try build("weak blood", [Self.disease]).diagnostics.map(\.description)
    #expect(
      told.contains { $0.contains("is only a related synonym of MONDO:3 'anemia'") }, "\(told)")
  }

  @Test func theOwnVocabularyGoesBefore() throws {
    let own = InputFile(
      name: "vocabulary.yaml",
      text: "concepts:\n  - label: anemia\n    id: HP:1\n  - label: low iron\n    id: MONDO:3\n")
    #expect(try grounded("anaemia", [own, Self.disease, Self.sign]) == "HP:1")
    let graph = try build("low iron", [own, Self.disease, Self.sign]).graph
    let node = try #require(graph.node(id: "MONDO:3"))
    #expect(node.label == "low iron")
    #expect(node.synonyms == ["anemia"])
    #expect(node.categories == [.disease])
  }

  @Test(arguments: [
    ("MONDO:4", "MONDO:4 of 'x' is obsolete in disease.obo; use MONDO:3 'anemia'"),
    ("MONDO:55", "MONDO:55 of 'x' was merged into MONDO:5 'wheeze' in disease.obo; write MONDO:5"),
    ("MONDO:1", "MONDO:1 of 'x' is 'asthma' in disease.obo, which has none of its names"),
  ])
  func identifiersOfTheOwnVocabularyAreChecked(id: String, message: String) {
    let own = InputFile(name: "v.yaml", text: "concepts:\n  - label: x\n    id: \(id)\n")
    let told = GraphSources([own, Self.disease]).check().map(\.description)
    #expect(told.contains { $0.hasPrefix("v.yaml:3:9: warning: \(message)") }, "\(told)")
  }

  @Test func whatIsAmbiguousIsNotAlsoToldAsUnknown() {
    let told = GraphSources([article("anemia"), Self.disease, Self.sign]).check()
    #expect(told.count { $0.message.contains("anemia") && $0.severity == .warning } == 1)
    #expect(!told.contains { $0.message == "'anemia' is in no vocabulary" })
  }

  @Test func aTermMappedInATableBecomesOneWithItsMatch() throws {
    let mapping = InputFile(
      name: "m.sssom.tsv",
      text: "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
        + "MONDO:3\tskos:exactMatch\tHP:1\tsemapv:ManualMappingCuration\n")
    #expect(try grounded("anemia", [Self.disease, Self.sign, mapping]) == "MONDO:3")
    let graph = try build("anemia", [Self.disease, Self.sign, mapping]).graph
    #expect(graph.node(id: "MONDO:3")?.exactMatches == ["HP:1"])
  }

  @Test func onlyThePrefixesThatAreUsedStayInTheGraph() throws {
    let many = InputFile(
      name: "many.obo", text: "[Term]\nid: AAA:1\nname: noise\n\n[Term]\nid: BBB:1\nname: light\n")
    let graph = try build("noise", [many]).graph
    #expect(graph.prefixes["AAA"] == "http://purl.obolibrary.org/obo/AAA_")
    #expect(graph.prefixes["BBB"] == nil)
  }

  @Test func theOrderOfOntologiesChangesNoBytes() throws {
    let one = try grounded("bronchial asthma", [Self.disease, Self.sign])
    let other = try grounded("bronchial asthma", [Self.sign, Self.disease])
    #expect(one == other)
  }

  @Test(arguments: [
    ("x.obo", "", InputFormat.obo), ("x.json", "{ \"graphs\": [", .oboGraph),
    ("x.json", "{\"nodes\": [], \"graphs\": 1", .kgxJSON),
    ("x.sssom.tsv", "", .sssom), ("x.tsv", "#curie_map:\n#  A: b\nsubject_id\t", .sssom),
    ("x.tsv", "subject_id\tpredicate_id\tobject_id\n", .sssom),
    ("-", "format-version: 1.2\n\n[Term]\n", .obo),
    ("-", "# Migraine\n\nsome text\n", .markdown),
  ])
  func filesAreKnownByTheirNameOrTheirStart(name: String, text: String, format: InputFormat) {
    #expect(InputFormat(of: InputFile(name: name, text: text)) == format)
  }
}
