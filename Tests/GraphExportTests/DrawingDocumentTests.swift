import GraphModel
import Testing

@testable import GraphExport

@Suite struct DrawingDocumentTests {
  let drawing = Drawing(SmallGraphs.sleep())

  @Test func saysEveryEdgeByItsKindAndCertainty() {
    #expect(
      drawing.edges.map(\.kind) == [
        .causal, .protective, .causal, .feature, .taxonomy, .association,
      ])
    #expect(
      drawing.edges.map(\.line) == [
        .probable, .possible, .established, .established, .established, .speculative,
      ])
    #expect(drawing.edges.map(\.isNegated) == [false, false, true, false, false, false])
    #expect(drawing.edges.map(\.isContainment) == [false, false, false, false, true, false])
  }

  @Test func speaksInSentences() {
    #expect(
      drawing.edges.map(\.spokenLabel) == [
        "Noise probably contributes to Poor sleep, probable",
        "Quiet nights may help to prevent Poor sleep, possible",
        "Full moon does not cause Poor sleep, established",
        "Poor sleep presents with Fatigue, established",
        "Low mood is a kind of Mood disorders, established",
        "Poor sleep is speculated to be associated with Low mood, speculative",
      ])
    #expect(drawing.nodes.first?.spokenLabel == "Poor sleep, condition")
  }

  @Test func keepsTheIdentifiersOfTheGraph() {
    let graph = SmallGraphs.sleep()
    #expect(drawing.nodes.map(\.elementID) == graph.nodes.map(\.id.rawValue))
    #expect(drawing.edges.map(\.elementID) == graph.edges.map(\.id.rawValue))
  }

  @Test func numbersTheReferencesAndTellsStatedFromInferred() {
    #expect(drawing.references.count == 2)
    #expect(drawing.edges[0].marks.map(\.text) == ["1"])
    #expect(drawing.edges[5].marks.map(\.text) == ["(2)"])
    #expect(drawing.references[0].link == "https://doi.org/10.5555/1")
    #expect(drawing.references[0].text == "Marsh A, Wu B. Noise & sleep. 2020. doi:10.5555/1")
  }

  @Test func tooltipsCarrySentenceHedgeAndCitations() {
    #expect(
      drawing.edges[0].tooltip == """
        Noise probably contributes to Poor sleep, probable
        \u{201C}A "quote" & more.\u{201D} \u{2014} hedge: is linked to; On sleep, line 3
        [1] Marsh et al. 2020 (cited there)
        """)
    #expect(drawing.edges[5].tooltip.hasSuffix("[2] Lee 2018 (matched by its title)"))
  }

  @Test func addsTheAbbreviationToTheLabel() {
    #expect(drawing.nodes.map(\.label).contains("Mood disorders (MD)"))
  }

  @Test func legendExplainsExactlyWhatOccurs() {
    let legend = Legend(drawing)
    #expect(
      legend.blocks.map(\.title) == [
        "What a line says", "How firmly the source says it", "Concepts", "Numbers on the lines",
      ])
    #expect(
      legend.blocks.map { $0.entries.map(\.text) } == [
        [
          "Acts on: causes, contributes to", "Acts against: helps to prevent",
          "Shows or has, not said to be its cause: presents with",
          "Goes together, neither said to be the cause: is associated with",
          "A kind of what it is listed under", "The source says that it is not so",
        ],
        [
          "Established: said flatly", "Probable: \u{201C}has been linked to\u{201D}",
          "Possible: \u{201C}may\u{201D}, \u{201C}some studies suggest\u{201D}",
          "Speculative: \u{201C}it is not known whether\u{201D}",
        ],
        ["Cause", "Protective factor", "Condition", "Symptom or linked finding", "Other concept"],
        [
          "Reference that the author cites for the statement",
          "Reference matched to the statement by its title; the author cites none there",
        ],
      ])
  }

  @Test func saysWhereNoCertaintyIsStatedAnywhere() {
    let plain = Drawing(SmallGraphs.plain(2, [(0, .causes, 1)]))
    #expect(plain.edges.map(\.line) == [.unstated])
    #expect(plain.edges.map(\.spokenLabel) == ["Concept 0 causes Concept 1, certainty not stated"])
    #expect(
      Legend(plain).blocks.map { $0.entries.map(\.text) } == [["Acts on: causes"], ["Not stated"]])
    #expect(!plain.hasLayers)
  }

  @Test func layersFollowTheRoles() {
    #expect(drawing.nodes.map(\.layer) == [1, 0, 0, 0, 2, 2, 2])
    // A node without a role stands with what it acts on or follows from.
    let graph = SmallGraphs.plain(
      5, [(1, .causes, 0), (0, .causes, 2), (3, .causes, 4)],
      roles: [.condition, nil, nil, nil, nil])
    #expect(Drawing(graph).nodes.map(\.layer) == [1, 0, 2, 4, 4])
  }

  // 0 ⊃ 1 ⊃ 2; 2 is also a kind of 3; 0 is said to be a kind of 2, which would close a cycle.
  @Test func boxesFormAForest() {
    let graph = SmallGraphs.plain(
      4, [(1, .subclassOf, 0), (2, .subclassOf, 1), (2, .subclassOf, 3), (0, .subclassOf, 2)])
    let drawing = Drawing(graph)
    #expect(drawing.nodes.map { $0.container?.group } == [nil, 0, 1, nil])
    #expect(drawing.edges.map(\.isContainment) == [true, true, false, false])
  }

  @Test func aGroupOfOneRoleHoldsNoMemberOfAnother() {
    let graph = SmallGraphs.plain(2, [(0, .subclassOf, 1)], roles: [.cause, .disease])
    #expect(Drawing(graph).nodes.allSatisfy { $0.container == nil })
  }

  @Test func boxesStaySmall() {
    let wide = SmallGraphs.plain(40, (1..<40).map { ($0, .subclassOf, 0) })
    #expect(Drawing(wide).nodes.filter { $0.container != nil }.count == 23)
    let deep = SmallGraphs.plain(9, (1..<9).map { ($0, .subclassOf, $0 - 1) })
    let planner = BoxPlanner(Drawing(deep))
    #expect(planner.roots.map { planner.tree(of: $0).map(\.depth).max() } == [3, 3, 0])
  }

  @Test func dimsWhatAHighlightLeavesOut() throws {
    let graph = SmallGraphs.sleep()
    let chosen = Highlight(
      nodes: [try #require(graph.focus.first)], edges: [try #require(graph.edges.first).index],
      caption: "The best path")
    let drawing = Drawing(graph, options: DrawingOptions(highlight: chosen))
    #expect(drawing.nodes.map(\.isDimmed) == [false, true, true, true, true, true, true])
    #expect(drawing.edges.map(\.isHighlighted).filter { $0 }.count == 1)
    #expect(drawing.subtitle == "The best path")
  }

  @Test func valuesAreKeptBetweenZeroAndOne() {
    let highlight = Highlight(nodeValues: [0.5, -1, 7, .nan, .infinity])
    let drawing = Drawing(SmallGraphs.sleep(), options: DrawingOptions(highlight: highlight))
    #expect(drawing.nodes.map(\.value) == [0.5, 0, 1, 0, 0, nil, nil])
    #expect(drawing.nodes.allSatisfy { !$0.isDimmed })
  }

  @Test func anEmptyGraphIsADrawingToo() {
    let drawing = Drawing(KnowledgeGraph())
    #expect(drawing.title == "Knowledge graph")
    #expect(drawing.nodes.isEmpty && Legend(drawing).blocks.isEmpty)
  }
}
