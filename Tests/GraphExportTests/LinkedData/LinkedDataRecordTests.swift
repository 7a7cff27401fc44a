import Foundation
import GraphModel
import Testing

@testable import GraphExport

@Suite struct LinkedDataRecordTests {
  @Test(arguments: [
    (AgentType.textMiningAgent, true, "ECO:0007321"), (.textMiningAgent, false, "ECO:0007320"),
    (.automatedAgent, true, "ECO:0007321"), (.manualAgent, true, "ECO:0000304"),
    (.manualAgent, false, "ECO:0000303"), (.notProvided, true, "ECO:0000204"),
  ])
  func codesEvidenceByAgentAndReference(_ agent: AgentType, _ isTraceable: Bool, _ code: String) {
    #expect(EvidenceCode.curie(agent: agent, isTraceable: isTraceable) == code)
  }

  @Test(arguments: [
    ("en", "en"), ("en-GB", "en-gb"), ("zh-Hans-CN", "zh-hans-cn"), ("", nil), ("en_GB", nil),
    ("1e", nil), ("en-", nil), ("toolonglang", nil), ("é", nil), ("de-\u{301}", nil),
  ])
  func acceptsWellFormedLanguageTags(_ language: String, _ tag: String?) {
    #expect(QuotedLanguage.tag(language) == tag)
  }

  /// One language is the context's business; two are each text's own.
  @Test func tagsQuotesWhereLanguagesDiffer() throws {
    func quote(_ languages: [String]) throws -> String {
      var builder = GraphBuilder()
      let a = builder.record(Concept(id: "MESH:a", label: "a"))
      for language in languages {
        let document = builder.add(SourceDocument(name: language, language: language))
        builder.add(
          Statement(a, .relatedTo, a),
          evidence: [Evidence(document: document, quote: "in \(language)")])
      }
      let options = GraphExporter.Options(layout: .compact)
      return String(
        decoding: try GraphExporter.export(builder.build(), as: .jsonld, options: options).bytes,
        as: UTF8.self)
    }
    let one = try quote(["de"])
    #expect(one.contains(#""quote":{"@id":"prov:value","@language":"de"}"#))
    #expect(one.contains(#""quote":"in de""#))
    let two = try quote(["de", "fr"])
    #expect(two.contains(#""quote":"prov:value""#))
    #expect(two.contains(#""quote":{"@value":"in de","@language":"de"}"#))
    #expect(two.contains(#""quote":{"@value":"in fr","@language":"fr"}"#))
  }

  @Test func declaresOnlyThePrefixesThatOccur() throws {
    let file = try GraphExporter.export(PublishedGraphs.small(), as: .jsonld)
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    let context = try #require(parsed["@context"] as? [String: Any])
    let prefixes = context.filter { ($0.value as? [String: Any])?["@prefix"] != nil }.keys
    #expect(
      prefixes.sorted() == [
        "DOI", "ECO", "HP", "MESH", "MONDO", "PMID", "etiograph", "infores",
      ])
  }

  @Test func namesEdgesWhoseIdentifierIsTaken() throws {
    var builder = GraphBuilder()
    let a = builder.record(Concept(id: "MESH:a", label: "a"))
    builder.add(Statement(a, .causes, a, id: "MESH:a"))
    builder.add(Statement(a, .causes, a, id: "MESH:e"))
    builder.add(Statement(a, .affects, a, id: "MESH:e"))
    let graph = builder.build()
    let published = PublishedIdentifiers(graph)
    let ids = graph.edges.map(published.id(of:))
    #expect(ids[0].hasPrefix("etiograph:edge-") && ids[2].hasPrefix("etiograph:edge-"))
    #expect(ids[1] == "MESH:e")
    #expect(Set(ids).count == 3)
  }

  @Test(arguments: [
    ("article-journal", nil, nil, "fabio:JournalArticle"), ("book", nil, nil, "fabio:Book"),
    (nil, "J", "4", "fabio:JournalArticle"), (nil, "J", nil, "fabio:Expression"),
    ("webpage", "J", "4", "fabio:Expression"), (nil, nil, nil, "fabio:Expression"),
  ])
  func classesWorks(_ type: String?, _ container: String?, _ volume: String?, _ name: String) {
    let work = Reference(id: "x", type: type, container: container, volume: volume)
    #expect(PublicationClass.name(of: work) == name)
  }
}
