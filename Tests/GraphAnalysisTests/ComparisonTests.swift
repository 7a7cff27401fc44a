import GraphModel
import Testing

@testable import GraphAnalysis

@Suite struct ComparisonTests {
  private struct Claim {
    var subject = "noise"
    var predicate = Predicate.contributesTo
    var object = "poor sleep"
    var isNegated = false
    var certainty = Certainty.possible
    var quotes = ["Noise may spoil sleep."]
    var reference: String?
    var line = 1
  }

  private func graph(_ claims: [Claim], ids: [String: NodeID] = [:]) -> KnowledgeGraph {
    var builder = GraphBuilder()
    let document = builder.add(SourceDocument(name: "a.md"))
    for claim in claims {
      let ends = [claim.subject, claim.object].map {
        builder.node(for: Concept(id: ids[$0], label: $0))
      }
      let citations = claim.reference.map { id in
        [Citation(builder.add(Reference(id: id, authors: ["Marsh A"], year: 2020)), basis: .stated)]
      }
      builder.add(
        Statement(ends[0], claim.predicate, ends[1], isNegated: claim.isNegated),
        evidence: claim.quotes.map {
          Evidence(
            document: document, quote: $0, line: claim.line, certainty: claim.certainty,
            citations: citations ?? [])
        })
    }
    return builder.build()
  }

  @Test func aGraphIsTheSameAsItself() {
    let one = graph([Claim(), Claim(subject: "light")])
    #expect(GraphComparison(from: one, to: one).isEmpty)
    #expect(GraphComparison(from: KnowledgeGraph(), to: KnowledgeGraph()).isEmpty)
  }

  @Test func fieldsThatTheModelHasNoNameForAreCompared() {
    func graph(_ node: [Attribute], _ edge: [Attribute]) -> KnowledgeGraph {
      var builder = GraphBuilder()
      let noise = builder.record(Concept(id: "X:1", label: "noise", attributes: node))
      let sleep = builder.record(Concept(id: "X:2", label: "poor sleep"))
      builder.add(Statement(noise, .causes, sleep, attributes: edge))
      return builder.build()
    }
    let old = graph(
      [Attribute(key: "taxon", value: "9606")],
      [Attribute(key: "score", value: "0.5"), Attribute(key: "kept", value: "k")])
    let new = graph(
      [
        Attribute(key: "taxon", value: "9606", kind: .literal),
        Attribute(key: "xref", value: "Y:1"),
      ],
      [Attribute(key: "kept", value: "k"), Attribute(key: "score", value: "0.7")])
    let comparison = GraphComparison(from: old, to: new)
    #expect(
      comparison.changedConcepts.map(\.changes) == [
        [GraphComparison.Change(field: "xref", removed: [], added: ["Y:1"])]
      ])
    #expect(
      comparison.changedStatements.map(\.changes) == [
        [GraphComparison.Change(field: "score", removed: ["0.5"], added: ["0.7"])]
      ])
    #expect(GraphComparison(from: old, to: old).isEmpty)
  }

  @Test func orderAndPlaceMakeNoDifference() {
    let one = graph([Claim(), Claim(subject: "light")])
    let other = graph([Claim(subject: "light", line: 9), Claim(line: 4)])
    #expect(GraphComparison(from: one, to: other).isEmpty)
  }

  @Test func whatCameAndWentIsTold() {
    let comparison = GraphComparison(
      from: graph([Claim(), Claim(subject: "light")]), to: graph([Claim(), Claim(subject: "tea")]))
    #expect(comparison.addedConcepts.map(\.label) == ["tea"])
    #expect(comparison.removedConcepts.map(\.label) == ["light"])
    #expect(comparison.addedStatements.map(\.subject.label) == ["tea"])
    #expect(comparison.removedStatements.map(\.subject.label) == ["light"])
    #expect(comparison.changedStatements.isEmpty && comparison.changedConcepts.isEmpty)
  }

  @Test(arguments: [
    (Claim(certainty: .probable), "certainty", ["possible"], ["probable"]),
    (Claim(isNegated: true), "denied", ["no"], ["yes"]),
    (
      Claim(quotes: ["Noise may spoil sleep.", "Din may, too."]), "quote", [],
      ["\u{201C}Din may, too.\u{201D}"]
    ),
    (Claim(reference: "PMID:7"), "citation", [], ["Marsh 2020 (PMID:7)"]),
  ])
  private func everyFieldOfAStatementIsCompared(
    claim: Claim, field: String, removed: [String], added: [String]
  ) throws {
    let comparison = GraphComparison(from: graph([Claim()]), to: graph([claim]))
    let change = try #require(comparison.changedStatements.first)
    #expect(
      change.changes == [GraphComparison.Change(field: field, removed: removed, added: added)])
    #expect(comparison.addedStatements.isEmpty && comparison.removedStatements.isEmpty)
  }

  // The old graph says it; the new one says it and denies it: the denial came, nothing changed.
  @Test func aContradictionIsAStatementOfItsOwn() {
    let comparison = GraphComparison(
      from: graph([Claim()]), to: graph([Claim(), Claim(isNegated: true)]))
    #expect(comparison.addedStatements.map(\.isNegated) == [true])
    #expect(comparison.changedStatements.isEmpty)
  }

  @Test func aConceptThatFoundItsIdentifierIsTheSameConcept() throws {
    let comparison = GraphComparison(
      from: graph([Claim()]), to: graph([Claim()], ids: ["noise": "MESH:D009622"]))
    let change = try #require(comparison.changedConcepts.first)
    #expect(change.changes.map(\.field) == ["identifier"])
    #expect(comparison.changedConcepts.count == 1)
    #expect(comparison.addedStatements.isEmpty && comparison.removedStatements.isEmpty)
  }

  @Test func parallelStatementsOfDataFilesAreComparedOneByOne() {
    var builder = GraphBuilder()
    let a = builder.record(Concept(id: "X:1", label: "a"))
    let b = builder.record(Concept(id: "X:2", label: "b"))
    builder.add(Statement(a, .causes, b))
    builder.add(Statement(a, .contributesTo, b))
    let both = builder.build()
    var smaller = GraphBuilder()
    let c = smaller.record(Concept(id: "X:1", label: "a"))
    let d = smaller.record(Concept(id: "X:2", label: "b"))
    smaller.add(Statement(c, .contributesTo, d))
    let comparison = GraphComparison(from: both, to: smaller.build())
    #expect(comparison.removedStatements.map(\.predicate) == [.causes])
    #expect(comparison.addedStatements.isEmpty && comparison.changedStatements.isEmpty)
  }
}
