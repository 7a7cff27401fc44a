import GraphModel
import Testing

@Suite struct GraphBuilderTests {
  //  stress ──causes──▶ flare      said twice, in two sentences
  @Test func theSameStatementTwiceIsOneEdgeWithTwoPiecesOfEvidence() throws {
    var builder = GraphBuilder()
    let stress = builder.node(for: Concept(label: "Stress"))
    let flare = builder.node(for: Concept(label: "flare"))
    builder.add(
      Statement(stress, .causes, flare),
      evidence: [Evidence(quote: "Stress may cause a flare.", certainty: .possible)])
    builder.add(
      Statement(stress, .causes, flare),
      evidence: [Evidence(quote: "Stress causes flares.", certainty: .established)])
    let graph = builder.build()
    #expect(graph.edgeCount == 1)
    let edge = try #require(graph.edges.first)
    #expect(
      edge.evidence.map(\.quote) == ["Stress may cause a flare.", "Stress causes flares."])
    #expect(edge.certainty == .established)
  }

  @Test func theSameSentenceTwiceIsOnePieceOfEvidence() throws {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(label: "a"))
    let b = builder.node(for: Concept(label: "b"))
    for _ in 0..<2 {
      builder.add(Statement(a, .causes, b), evidence: [Evidence(quote: "A causes b.")])
    }
    #expect(try #require(builder.build().edges.first).evidence.count == 1)
  }

  //  a ══causes══▶ b    a ──causes, not──▶ b    a ──affects──▶ b    a ──affects, less──▶ b
  @Test func predicateNegationAndPolarityTellEdgesApart() {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(label: "a"))
    let b = builder.node(for: Concept(label: "b"))
    builder.add(Statement(a, .causes, b))
    builder.add(Statement(a, .causes, b, isNegated: true))
    builder.add(Statement(a, .affects, b))
    builder.add(Statement(a, .affects, b, polarity: .decreases))
    let graph = builder.build()
    #expect(graph.edgeCount == 4)
    #expect(Set(graph.edges.map(\.id)).count == 4)
    #expect(graph.edges.map(\.isNegated) == [false, true, false, false])
    #expect(graph.edges.map(\.polarity) == [.increases, .increases, .unknown, .decreases])
  }

  @Test(arguments: ["the Crohn’s diseases", "CROHN'S DISEASE", "Crohns disease", "CD"])
  func conceptsMergeByNormalisedNameAndAbbreviation(name: String) {
    var builder = GraphBuilder()
    let first = builder.node(for: Concept(label: "Crohn's disease", abbreviations: ["CD"]))
    #expect(builder.node(for: Concept(label: name)) == first)
    #expect(builder.nodeCount == 1)
  }

  @Test func aNameOfTwoConceptsMergesNeitherAndIsReported() throws {
    var builder = GraphBuilder()
    let first = builder.node(
      for: Concept(id: "X:1", label: "celiac disease", abbreviations: ["CD"]))
    let second = builder.node(
      for: Concept(id: "X:2", label: "Crohn's disease", abbreviations: ["CD"]))
    let third = builder.node(for: Concept(label: "CD"))
    #expect(Set([first, second, third]).count == 3)
    let warning = try #require(builder.diagnostics.first { $0.severity == .warning })
    #expect(warning.message.contains("celiac disease") && warning.message.contains("Crohn's"))
  }

  @Test func theVocabularyGroundsAMentionAndAddsNothingElse() throws {
    let vocabulary = Vocabulary(concepts: [
      Concept(
        id: "MONDO:0005101", label: "ulcerative colitis", synonyms: ["idiopathic proctocolitis"],
        categories: [.disease], exactMatches: ["MESH:D003093"]),
      Concept(id: "MONDO:0005011", label: "Crohn disease"),
    ])
    var builder = GraphBuilder(vocabulary: vocabulary)
    _ = builder.node(for: Concept(label: "Idiopathic Proctocolitis"))
    let graph = builder.build()
    #expect(graph.nodeCount == 1)
    let node = try #require(graph.nodes.first)
    #expect(node.id == "MONDO:0005101")
    #expect(node.label == "ulcerative colitis")
    #expect(node.category == .disease)
    #expect(node.exactMatches == ["MESH:D003093"])
    #expect(node.iri == "http://purl.obolibrary.org/obo/MONDO_0005101")
  }

  @Test func whatNothingGroundsIsNamedByItsLabel() {
    #expect(Concept.localID(label: "Refined  Sugars") == "etiograph:refined-sugars")
    #expect(Concept.localID(label: "Crohn’s disease") == "etiograph:crohns-disease")
    #expect(Concept.localID(label: "!!!").rawValue.hasPrefix("etiograph:"))
    #expect(Concept.localID(label: "!!!") != Concept.localID(label: "???"))
  }

  @Test func rowsOfADataFileMergeByIdentifierAlone() {
    var builder = GraphBuilder()
    let a = builder.record(Concept(id: "X:1", label: "cold"))
    let b = builder.record(Concept(id: "X:2", label: "cold"))
    #expect(a != b)
    #expect(builder.record(Concept(id: "X:1", label: "")) == a)
    #expect(builder.build().nodes.map(\.label) == ["cold", "cold"])
  }

  @Test func anAssertionOutweighsAPrediction() throws {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(label: "a"))
    let b = builder.node(for: Concept(label: "b"))
    builder.add(Statement(a, .causes, b, knowledgeLevel: .prediction, agentType: .textMiningAgent))
    builder.add(
      Statement(a, .causes, b, knowledgeLevel: .knowledgeAssertion, agentType: .manualAgent))
    let edge = try #require(builder.build().edges.first)
    #expect(edge.knowledgeLevel == .knowledgeAssertion)
    #expect(edge.agentType == .manualAgent)
  }

  @Test func aReferenceGivenTwiceIsOneAndItsGapsAreFilled() throws {
    var builder = GraphBuilder()
    let first = builder.add(Reference(id: "DOI:10.1/x", key: "x2020"))
    let second = builder.add(Reference(id: "DOI:10.1/x", title: "On x", year: 2020))
    #expect(first == second)
    let reference = try #require(builder.build().references.first)
    #expect(reference.key == "x2020")
    #expect(reference.title == "On x")
  }
}
