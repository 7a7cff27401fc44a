import GraphModel
import Testing

@testable import GraphBuilding

/// KGX JSON as etiograph writes it, with where the graph is from and what backs each edge.
@Suite struct OwnKGXJSON {
  private static let text = """
    {
      "base": "https://a.example/", "title": "Gout",
      "prefixes": {"ACME": "https://acme.example/"}, "focus": ["MONDO:1"],
      "documents": [{"id": "etiograph:document/gout.md", "name": "gout.md", "title": "Gout",
        "authors": ["A"], "url": "https://a.example/gout", "language": "en"}],
      "references": [{"id": "DOI:10.1000/1", "key": "doe2020", "type": "article-journal",
        "title": "T", "authors": ["Doe J"], "container": "C", "year": 2020, "volume": "1",
        "issue": "2", "pages": "3", "doi": "10.1000/1", "pmid": "4", "url": "u", "text": "x"}],
      "nodes": [
        {"id": "MONDO:1", "category": ["biolink:Disease"], "name": "gout", "role": "condition",
         "abbreviations": ["G"], "exact_match": ["MESH:1"], "close_match": ["ACME:1"]},
        {"id": "etiograph:beer", "category": ["biolink:Food"], "name": "beer", "role": "cause"}],
      "edges": [
        {"id": "HASH", "category": ["biolink:Association"],
         "subject": "etiograph:beer", "predicate": "biolink:affects", "object": "MONDO:1",
         "object_direction_qualifier": "increased", "certainty": "possible",
         "knowledge_level": "prediction", "agent_type": "text_mining_agent",
         "publications": ["DOI:10.1000/1"], "category_": "ACME:X", "certainty_": "guess", "supporting_text": ["Beer may matter."],
         "evidence": [{"id": "etiograph:evidence-1", "quote": "Beer may matter.", "hedge": "may",
           "certainty": "possible", "scope": "heading", "stance": "contradicts",
           "section": "Causes", "document": "etiograph:document/gout.md", "line": 7,
           "range": [10, 26],
           "citations": [{"reference": "DOI:10.1000/1", "basis": "inferred"}]}]}]
    }
    """

  private func read(_ text: String, base: String? = nil) throws -> KnowledgeGraph {
    let result = try GraphSources([InputFile(name: "g.json", text: text)]).build(base: base)
    #expect(result.diagnostics.isEmpty)
    return result.graph
  }

  @Test func isReadBackWithItsSources() throws {
    let graph = try read(Self.text)
    #expect(graph.title == "Gout")
    #expect(graph.prefixes.base == "https://a.example/")
    #expect(graph.prefixes["ACME"] == "https://acme.example/")
    #expect(graph.focus.map { graph[$0].id } == ["MONDO:1"])
    #expect(
      graph.documents == [
        SourceDocument(
          name: "gout.md", title: "Gout", authors: ["A"], url: "https://a.example/gout")
      ])
    #expect(
      Array(graph.references) == [
        Reference(
          id: "DOI:10.1000/1", key: "doe2020", type: "article-journal", title: "T",
          authors: ["Doe J"], container: "C", year: 2020, volume: "1", issue: "2", pages: "3",
          doi: "10.1000/1", pmid: "4", url: "u", text: "x")
      ])
    let gout = try #require(graph.node(id: "MONDO:1"))
    #expect(gout.role == .condition)
    #expect(gout.abbreviations == ["G"])
    #expect(gout.exactMatches == ["MESH:1"])
    #expect(gout.closeMatches == ["ACME:1"])
  }

  @Test func isReadBackWithTheSentencesBehindItsEdges() throws {
    let graph = try read(Self.text)
    let edge = try #require(graph.edges.first)
    #expect(edge.polarity == .increases)
    #expect(edge.certainty == .possible)
    #expect(
      edge.attributes == [
        Attribute(key: "category", value: "ACME:X"), Attribute(key: "certainty", value: "guess"),
      ])
    #expect(
      edge.evidence == [
        Evidence(
          document: DocumentIndex(rawValue: 0), section: "Causes", quote: "Beer may matter.",
          range: 10..<26, line: 7, hedge: "may", certainty: .possible, scope: .heading,
          stance: .contradicts,
          citations: [Citation(ReferenceIndex(rawValue: 0), basis: .inferred)])
      ])
  }

  @Test func hasTheSameEdgeIdentifiersAndMergesWithTheSameStatement() throws {
    let hash = try #require(read(Self.text.replacing("\"id\": \"HASH\",", with: "")).edges.first).id
    let own = Self.text.replacing("HASH", with: hash.rawValue)
    #expect(try read(own).edges.map(\.id) == [hash])
    let again = InputFile(name: "again.json", text: own)
    let twice = try GraphSources([InputFile(name: "g.json", text: own), again]).build().graph
    #expect(twice.edgeCount == 1)
    #expect(try read(Self.text).edges.map(\.id.rawValue) == ["HASH"])
  }

  @Test func yieldsToABaseThatIsAskedFor() throws {
    #expect(try read(Self.text, base: "https://b.example/").prefixes.base == "https://b.example/")
  }

  @Test(arguments: [
    ("[10, 26]", "[26, 10]"), ("[10, 26]", "[-1, 5]"), ("[10, 26]", "[1e99, {}]"),
    ("\"line\": 7", "\"line\": 99999999999999999999"),
    ("\"documents\": [{", "\"documents\": [7, {"),
    ("\"DOI:10.1000/1\", \"basis\"", "\"none\", \"basis\""), ("\"year\": 2020", "\"year\": \"x\""),
  ])
  func survivesWhatItWouldNotWrite(old: String, new: String) throws {
    #expect(try read(Self.text.replacing(old, with: new)).edgeCount == 1)
  }
}
