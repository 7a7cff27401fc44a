import GraphModel
import Testing

@testable import GraphExport

@Suite struct DrawingBandTests {
  private func graph(
    _ nodes: [(String, Role?)],
    _ edges: [(Int, Predicate, Int, isNegated: Bool)]
  ) -> KnowledgeGraph {
    var builder = GraphBuilder()
    let indices = nodes.map { builder.node(for: Concept(label: $0.0, role: $0.1)) }
    for edge in edges {
      builder.add(
        Statement(indices[edge.0], edge.1, indices[edge.2], isNegated: edge.isNegated),
        evidence: [Evidence(quote: "Said.", certainty: .established)])
    }
    return builder.build()
  }

  // wine and milk cause headache; chocolate does not; cheese is said to and said not to
  @Test func whatIsOnlyDeniedDoesNotStandUnderCauses() {
    let drawing = Drawing(
      graph(
        [
          ("headache", .condition), ("wine", .cause), ("chocolate", .cause), ("cheese", .cause),
          ("fever", .symptom), ("dementia", .disease),
        ],
        [
          (1, .causes, 0, false), (2, .causes, 0, true), (3, .causes, 0, false),
          (3, .causes, 0, true), (0, .hasPhenotype, 4, true), (0, .associatedWith, 5, true),
        ]))
    #expect(
      drawing.nodes.map(\.band) == [
        .conditions, .causes, .deniedBefore, .causes, .deniedAfter, .deniedDiseases,
      ])
    #expect(drawing.nodes[2].role == nil)
    #expect(drawing.nodes[2].spokenLabel == "chocolate")
    #expect(!drawing.nodes[2].tooltip.contains("cause"))
    let titles = BandTitle(drawing)
    #expect(titles.heading(of: .causes) == "Causes")
    #expect(titles.heading(of: .deniedBefore) == "Said not to be a cause")
    #expect(titles.heading(of: .deniedAfter) == "Said not to follow")
    #expect(titles.heading(of: .deniedDiseases) == "Said not to be linked")
  }

  @Test func whatOnlyGoesWithTheConditionIsNotCalledACause() {
    let linked = Drawing(
      graph(
        [("headache", .condition), ("stress", .cause), ("wine", .cause)],
        [(1, .associatedWith, 0, false), (2, .causes, 0, false)]))
    #expect(BandTitle(linked).heading(of: .causes) == "Causes and linked factors")
    #expect(BandTitle(linked).legend(of: .cause) == "Cause or linked factor")
    let onlyLinked = Drawing(
      graph(
        [("headache", .condition), ("stress", .cause)], [(1, .associatedWith, 0, false)]))
    #expect(BandTitle(onlyLinked).heading(of: .causes) == "Linked factor")
  }

  @Test(arguments: [
    ([Predicate.hasPhenotype], "Symptom"), ([.contributesTo], "Effect"),
    ([.associatedWith], "Linked finding"), ([.hasPhenotype, .causes], "Symptoms and effects"),
    ([.hasPhenotype, .causes, .associatedWith], "Symptoms, effects and linked findings"),
  ])
  func whatFollowsIsNamedByItsStatements(predicates: [Predicate], heading: String) {
    let nodes = [("flu", Role?.some(.condition))] + predicates.map { ("\($0)", Role.symptom) }
    let drawing = Drawing(
      graph(nodes, predicates.enumerated().map { (0, $0.element, $0.offset + 1, false) }))
    #expect(BandTitle(drawing).heading(of: .symptoms) == heading)
  }

  // Nothing gives the smoke or the cough a role: they stand in a column, but under no role's name.
  @Test func conceptsWithoutARoleStandUnderAHeadingOfTheirOwn() {
    let drawing = Drawing(
      graph(
        [("asthma", .condition), ("dust", .cause), ("smoke", nil), ("cough", nil), ("tea", nil)],
        [(1, .causes, 0, false), (2, .causes, 0, false), (0, .associatedWith, 3, false)]))
    #expect(
      drawing.nodes.map(\.band) == [.conditions, .causes, .othersBefore, .othersAfter, .others])
    #expect(BandTitle(drawing).heading(of: .othersBefore) == "Other concept")
    #expect(
      drawing.description.contains(
        "From left to right: Cause; Other concept; Condition (asthma); Other concept; Other concept."
      ))
  }

  @Test func anUnknownPredicateIsNotSaidToShowOrHave() {
    func text(_ predicates: [Predicate]) -> String? {
      let edges = predicates.map { (0, $0, 1) }
      return Legend(Drawing(SmallGraphs.plain(2, edges))).blocks.first?.entries.first?.text
    }
    #expect(text([.hasPhenotype]) == "Shows or has, not said to be its cause: presents with")
    #expect(
      text([Predicate("ex:induces"), .hasPhenotype])
        == "Relation from one to the other, taken for no cause: induces, presents with")
  }

  @Test func theLegendNamesWhatTheColourShows() {
    let highlight = Highlight(
      nodeValues: [0, 1], valueName: "betweenness", caption: "Concepts coloured by betweenness")
    let drawing = Drawing(
      SmallGraphs.plain(2, [(0, .causes, 1)]), options: DrawingOptions(highlight: highlight))
    #expect(drawing.subtitle == "Concepts coloured by betweenness")
    #expect(
      Legend(drawing).blocks.flatMap(\.entries).map(\.text)
        .contains("The stronger the colour, the higher the betweenness"))
  }
}
