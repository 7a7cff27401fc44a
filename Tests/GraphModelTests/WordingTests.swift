import GraphModel
import Testing

@Suite struct WordingTests {
  @Test(arguments: [
    (Predicate.contributesTo, Certainty.established, false, "a contributes to b"),
    (.contributesTo, .possible, false, "a may contribute to b"),
    (.associatedWith, .probable, false, "a is probably associated with b"),
    (.causes, .established, true, "a does not cause b"),
    (.associatedWith, .probable, true, "a is probably not associated with b"),
    (.subclassOf, .established, true, "a is not a kind of b"),
    (.affects, .speculative, false, "a is speculated to affect b"),
    (Predicate("biolink:interacts_with"), .possible, false, "a may interact with b"),
    (Predicate("biolink:has_part"), .possible, false, "a may have part b"),
    (Predicate("ex:close_to"), .possible, true, "a may not be close to b"),
  ])
  func wordingClaimsNoMoreThanTheCertaintyAllows(
    predicate: Predicate, certainty: Certainty, isNegated: Bool, expected: String
  ) throws {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(label: "a"))
    let b = builder.node(for: Concept(label: "b"))
    builder.add(Statement(a, predicate, b, isNegated: isNegated, certainty: certainty))
    #expect(try #require(builder.build().edges.first).wording == expected)
  }

  @Test func aDirectionIsSaid() throws {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(label: "sleep"))
    let b = builder.node(for: Concept(label: "pain"))
    builder.add(Statement(a, .affects, b, polarity: .decreases, certainty: .possible))
    #expect(try #require(builder.build().edges.first).wording == "sleep may decrease pain")
  }
}
