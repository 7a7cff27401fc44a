import Foundation
import GraphExport
import GraphModel
import Testing

/// A plain triple says that something is so: only an author may say that.
@Suite struct AssertedTripleTests {
  /// The objects that `X:a` is plainly said to cause.
  private func asserted(_ build: (inout GraphBuilder, NodeIndex, NodeIndex) -> Void) throws -> Int {
    var builder = GraphBuilder()
    let a = builder.record(Concept(id: "MESH:a", label: "a"))
    let b = builder.record(Concept(id: "MESH:b", label: "b"))
    build(&builder, a, b)
    let file = try GraphExporter.export(builder.build(), as: .jsonld)
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    let records = try #require(parsed["@graph"] as? [[String: Any]])
    let subject = try #require(records.first { $0["id"] as? String == "MESH:a" })
    return (subject["biolink:causes"] as? [Any])?.count ?? 0
  }

  @Test(arguments: [
    (Certainty.established, KnowledgeLevel.knowledgeAssertion, 1),
    (.probable, .knowledgeAssertion, 1),
    (.possible, .knowledgeAssertion, 0),
    (.speculative, .knowledgeAssertion, 0),
    (.established, .logicalEntailment, 1),
    (.established, .prediction, 0),
    (.established, .statisticalAssociation, 0),
    (.established, .observation, 0),
    (.established, .notProvided, 0),
  ])
  func needsCertaintyAndAssertion(_ certainty: Certainty, _ level: KnowledgeLevel, _ count: Int)
    throws
  {
    let found = try asserted { builder, a, b in
      builder.add(Statement(a, .causes, b, certainty: certainty, knowledgeLevel: level))
    }
    #expect(found == count)
  }

  @Test func isNeverANegatedStatement() throws {
    let found = try asserted { builder, a, b in
      builder.add(
        Statement(
          a, .causes, b, isNegated: true, certainty: .established,
          knowledgeLevel: .knowledgeAssertion))
    }
    #expect(found == 0)
  }

  @Test func isNotWhatAnotherStatementDenies() throws {
    let found = try asserted { builder, a, b in
      for isNegated in [false, true] {
        builder.add(
          Statement(
            a, .causes, b, isNegated: isNegated, certainty: .established,
            knowledgeLevel: .knowledgeAssertion))
      }
    }
    #expect(found == 0)
  }

  @Test func isNotWhatASentenceSpeaksAgainst() throws {
    let found = try asserted { builder, a, b in
      builder.add(
        Statement(a, .causes, b, knowledgeLevel: .knowledgeAssertion),
        evidence: [
          Evidence(quote: "It does.", certainty: .established),
          Evidence(quote: "It does not.", certainty: .probable, stance: .contradicts),
        ])
    }
    #expect(found == 0)
  }

  @Test func isNotWhereAnotherSaysTheOpposite() throws {
    let found = try asserted { builder, a, b in
      for predicate in [Predicate.causes, .preventativeFor] {
        builder.add(
          Statement(
            a, predicate, b, certainty: .established, knowledgeLevel: .knowledgeAssertion))
      }
    }
    #expect(found == 0)
  }

  @Test func isOneForParallelEdges() throws {
    let found = try asserted { builder, a, b in
      for polarity in [Polarity.increases, .unknown] {
        builder.add(
          Statement(
            a, .causes, b, polarity: polarity, certainty: .established,
            knowledgeLevel: .knowledgeAssertion))
      }
    }
    #expect(found == 1)
  }
}
