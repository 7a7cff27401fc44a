import Testing

@testable import GraphModel

/// What speaks against what among statements of a and b, with 'a -| b' for a decrease.
@Suite struct DisagreementTests {
  private struct Said {
    var predicate: Predicate
    var isNegated = false
    var polarity: Polarity?
    var isReversed = false
  }

  private func graph(_ statements: [Said]) -> KnowledgeGraph {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(id: "X:a", label: "a"))
    let b = builder.node(for: Concept(id: "X:b", label: "b"))
    let c = builder.node(for: Concept(id: "X:c", label: "c"))
    for said in statements {
      let (subject, object) = said.isReversed ? (b, a) : (a, b)
      builder.add(
        Statement(
          subject, said.predicate, object, isNegated: said.isNegated, polarity: said.polarity))
    }
    // Of others, that nothing disagrees with.
    builder.add(Statement(a, .causes, c))
    builder.add(Statement(c, .causes, b, isNegated: true))
    return builder.build()
  }

  private static let denied = Said(predicate: .causes, isNegated: true)
  private static let notLinked = Said(predicate: .associatedWith, isNegated: true)

  @Test(arguments: [
    ([Said(predicate: .causes), denied], true),
    ([Said(predicate: .contributesTo), denied], true),
    // What does not cause may still go together.
    ([Said(predicate: .associatedWith), denied], false),
    ([Said(predicate: .causes, isReversed: true), denied], false),
    // What does not go together does not cause, whichever is said to cause the other.
    ([Said(predicate: .associatedWith), notLinked], true),
    ([Said(predicate: .causes), notLinked], true),
    ([Said(predicate: .causes, isReversed: true), notLinked], true),
    ([Said(predicate: .subclassOf), notLinked], false),
    // A denied increase is no denial of a decrease.
    ([Said(predicate: .preventativeFor), denied], false),
    ([Said(predicate: .preventativeFor), Said(predicate: .treats, isNegated: true)], true),
    ([Said(predicate: .causes), Said(predicate: .treats)], true),
    ([Said(predicate: .affects), Said(predicate: .treats)], false),
    ([Said(predicate: .affects, polarity: .increases), Said(predicate: .treats)], true),
    ([Said(predicate: .causes), Said(predicate: .treats, isReversed: true)], false),
    ([Said(predicate: .causes), Said(predicate: .contributesTo)], false),
    ([denied, notLinked], false),
    ([Said(predicate: .partOf), Said(predicate: .partOf, isNegated: true)], true),
    ([Said(predicate: .subclassOf), Said(predicate: .partOf, isNegated: true)], false),
  ])
  private func tellsWhatCannotBothHold(statements: [Said], disagree: Bool) {
    let graph = graph(statements)
    for found in [Disagreements(graph), Disagreements(graph, about: [EdgeIndex(0)])] {
      #expect(found.against(EdgeIndex(0)) == (disagree ? [EdgeIndex(1)] : []))
      #expect(found.against(EdgeIndex(1)) == (disagree ? [EdgeIndex(0)] : []))
      #expect(found.isDisputed(EdgeIndex(0)) == disagree)
      #expect(!found.isDisputed(EdgeIndex(2)) && !found.isDisputed(EdgeIndex(3)))
      #expect(found.isEmpty == !disagree)
    }
  }

  @Test func namesAllThatSpeakAgainstOneInTheOrderOfTheGraph() {
    let graph = graph([
      Self.denied, Said(predicate: .causes), Said(predicate: .treats),
      Said(predicate: .contributesTo), Self.notLinked,
    ])
    let found = Disagreements(graph)
    func against(_ edge: Int) -> [Int] { found.against(EdgeIndex(edge)).map(\.position) }
    #expect(against(0) == [1, 3])
    #expect(against(1) == [0, 2, 4])
    #expect(against(2) == [1, 3, 4])
    #expect(against(4) == [1, 2, 3])
  }

  @Test func isQuickWhereManyStatementsAreAboutOnePair() {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(id: "X:a", label: "a"))
    for number in 0..<20_000 {
      let predicate = Predicate("X:p\(number)")
      builder.add(Statement(a, predicate, a, isNegated: number % 2 == 0))
    }
    let found = Disagreements(builder.build())
    #expect(found.against(EdgeIndex(0)).count == 10_000)
  }
}
