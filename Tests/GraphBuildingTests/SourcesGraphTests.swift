import GraphModel
import Testing

@testable import GraphBuilding

/// A small folder: an article, its bibliography and its vocabulary.
private let article = InputFile(
  name: "gout.md",
  text: """
    ---
    title: Gout
    condition: gout
    bibliography: refs.json
    ---

    ## Causes of gout

    - **Alcohol:** Alcohol contributes to gout [@doe2020].
    - **Obesity:** Obesity has been linked to gout.
    """)
private let references = InputFile(
  name: "refs.json",
  text: """
    [{ "id": "doe2020", "title": "Wine and gout", "DOI": "10.1000/1" }]
    """)
private let vocabulary = InputFile(
  name: "vocabulary.yaml",
  text: """
    concepts:
      - {label: gout, id: "MONDO:0005393", category: Disease}
      - {label: alcohol, category: ChemicalEntity}
      - {label: obesity, synonyms: [overweight]}
    """)

extension InputFile {
  fileprivate func replacing(_ old: String, _ new: String) -> InputFile {
    InputFile(name: name, text: String(decoding: bytes, as: UTF8.self).replacing(old, with: new))
  }
}

@Suite struct SourcesOfAGraph {
  func told(_ files: [InputFile]) -> [String] {
    GraphSources(files).check().map(\.description)
  }

  @Test func mergeIntoOneGraph() throws {
    let result = try GraphSources([article, references, vocabulary]).build()
    #expect(result.diagnostics.filter { $0.severity != .note }.isEmpty)
    let graph = result.graph
    #expect(graph.focus.map { graph[$0].id } == ["MONDO:0005393"])
    let edge = try #require(graph.edges.first { $0.predicate == .contributesTo })
    #expect(edge.subject.label == "alcohol")
    #expect(edge.evidence.flatMap(\.citations).map { graph[$0.reference].id } == ["DOI:10.1000/1"])
  }

  @Test func giveTheSameGraphInEveryRun() throws {
    let files = [article, references, vocabulary]
    let first = try GraphSources(files).build().graph
    let second = try GraphSources(files).build().graph
    #expect(first.nodes.map(Summary.init) == second.nodes.map(Summary.init))
    #expect(first.edges.map(Summary.init) == second.edges.map(Summary.init))
  }

  @Test func haveNothingWrongWithThem() {
    #expect(told([article, references, vocabulary]).filter { !$0.contains(" note: ") } == [])
  }

  @Test func tellOfAnUnknownCitationKey() {
    let told = told([article.replacing("doe2020", "doe2002"), references, vocabulary])
    #expect(
      told.contains {
        $0.hasPrefix("gout.md:9:") && $0.contains(" error: ") && $0.contains("doe2002")
          && $0.contains("doe2020")
      }, "\(told)")
    #expect(
      told.contains(
        "refs.json:1:10: warning: nothing cites 'doe2020'; "
          + "cite it as [@doe2020] behind the sentence it supports, or remove it"), "\(told)")
  }

  @Test func tellOfABibliographyThatIsNotThere() {
    let told = told([article.replacing("refs.json", "ref.json"), references, vocabulary])
    #expect(
      told.contains(
        "gout.md:4:15: error: the bibliography 'ref.json' is not there; "
          + "did you mean 'refs.json'?"), "\(told)")
  }

  @Test func tellOfAConceptInNoVocabulary() {
    let told = told([article.replacing("Obesity", "Obesitty"), references, vocabulary])
    #expect(
      told.contains {
        $0.hasPrefix("gout.md:10:") && $0.contains("is in no vocabulary")
          && $0.contains("did you mean 'obesity'?")
      }, "\(told)")
    #expect(told.contains { $0.contains("note: no statement mentions 'obesity'") })
  }

  @Test func areSortedByPlace() {
    let told = GraphSources([
      article.replacing("doe2020", "x"), references.replacing("10.1000/1", "y"),
      vocabulary.replacing("category", "kategory"),
    ]).check().compactMap(\.location)
    let places = told.map { ($0.file, $0.line ?? 0, $0.column ?? 0) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(told.map(\.file)) == ["gout.md", "refs.json", "vocabulary.yaml"])
  }

  @Test func failWithEveryDiagnosticOfEveryFile() throws {
    let error = try #require(throws: DiagnosticError.self) {
      try GraphSources([
        references.replacing("10.1000/1", "y"), vocabulary.replacing("label: obesity,", ""),
      ]).build()
    }
    #expect(error.diagnostics.count { $0.severity == .error } == 2)
  }

  @Test func groundProseInTheNamesOfDataFiles() throws {
    let nodes = InputFile(
      name: "nodes.tsv", text: "id\tcategory\tname\tsynonym\nX:9\tFood\tbeer\talcohol|ale\n")
    let graph = try GraphSources([article, nodes, references]).build().graph
    #expect(graph.edges.contains { $0.subject.id == "X:9" && $0.predicate == .contributesTo })
  }

  @Test func joinADataFileAndAVocabularyByIdentifier() throws {
    let nodes = InputFile(
      name: "nodes.tsv", text: "id\tname\tcategory\nMONDO:0005393\tgouty arthritis\tDisease\n")
    let graph = try GraphSources([article, nodes, references, vocabulary]).build().graph
    let gout = try #require(graph.node(id: "MONDO:0005393"))
    #expect(gout.label == "gout")
    #expect(gout.synonyms == ["gouty arthritis"])
    #expect(graph.focus == [gout.index])
    #expect(graph.nodeCount == 3)
  }

  @Test func readEdgesAfterTheNodesOfEveryFile() throws {
    let files = [
      InputFile(name: "a_edges.tsv", text: "subject\tpredicate\tobject\nX:1\tcauses\tX:2\n"),
      InputFile(name: "b_nodes.tsv", text: "id\tname\nX:1\tone\nX:2\ttwo\n"),
    ]
    let result = try GraphSources(files).build()
    #expect(result.diagnostics.isEmpty)
    #expect(result.graph.edges.first?.object.label == "two")
  }

  @Test func takeTheBaseThatIsAskedForBeforeTheVocabularys() throws {
    let based = vocabulary.replacing("concepts:", "base: https://a.example/\nconcepts:")
    let files = [article, references, based]
    #expect(try GraphSources(files).build().graph.prefixes.base == "https://a.example/")
    let asked = try GraphSources(files).build(base: "https://b.example/#").graph
    #expect(asked.prefixes.base == "https://b.example/#")
  }

  @Test func readAFileByItselfWhateverItIsCalled() throws {
    let alone = InputFile(name: "README.md", bytes: article.bytes).replacing("bibliography", "bib")
    #expect(try GraphSources([alone]).build().graph.edgeCount > 0)
    let among = [alone, vocabulary]
    #expect(try GraphSources(among).build().graph.edgeCount == 0)
  }

  @Test(arguments: [
    ([InputFile](), "nothing that a graph could be made from"),
    ([InputFile(name: "a.png", bytes: [0xff])], "a.png: error: there is nothing"),
    ([InputFile(name: "g.json", text: "{")], "g.json:1:2: error:"),
  ])
  func failWithWhatToDo(files: [InputFile], message: String) {
    #expect(told(files).contains { $0.contains(message) })
    #expect(throws: DiagnosticError.self) { try GraphSources(files).build() }
  }

  @Test func tellOfIdentifiersThatLeadNowhereAndOfTwins() {
    let nodes = InputFile(
      name: "nodes.tsv", text: "id\tname\nNOSUCH:1\tone\nMONDO:1\ttwo\nMONDO:1\ttwo\n")
    #expect(
      told([nodes]) == [
        "nodes.tsv:2:1: warning: 'NOSUCH:1' is no CURIE with a known prefix; "
          + "declare the prefix in a vocabulary, under 'prefixes:'",
        "nodes.tsv:4:1: warning: the node 'MONDO:1' stands here a second time; "
          + "the two are one; remove one of them",
      ])
  }

  @Test func surviveAnyBytes() {
    let names = ["a.md", "a.txt", "a.json", "a.yaml", "nodes.tsv", "edges.tsv", "-"]
    let bytes: [[UInt8]] = [
      [], [0], [0xff, 0xfe], Array("---\n\u{0}".utf8), Array("[\"\\ud800".utf8), [0x7b, 0x22],
      Array("id\tsubject\tobject\tpredicate\n\t\t\n\u{0}\t|\t|\t|".utf8),
    ]
    for name in names {
      for content in bytes { _ = told([InputFile(name: name, bytes: content)]) }
    }
  }
}
