import GraphModel

/// Graphs for the tests of the formats that are published: JSON-LD and KGX.
enum PublishedGraphs {
  /// A small story with everything that an edge can carry.
  ///
  ///     damp housing ──contributes to (may)──▶ asthma ──has phenotype──▶ wheezing
  ///          ▲                                   │ ╰──affects, decreases──▶ sleep
  ///     mould ──subclass of                      ╰──causes, negated──▶ gout
  static func small() -> KnowledgeGraph {
    var builder = GraphBuilder()
    builder.title = "Damp and breath"
    let document = builder.add(
      SourceDocument(
        name: "housing/damp & breath.md", title: "Damp and breath", authors: ["Ada Writer"],
        url: "https://example.com/damp", language: "en-GB"))
    let cited = builder.add(
      Reference(
        id: "DOI:10.1000/abc.1", key: "roe2020", type: "article-journal",
        title: "Damp rooms and asthma", authors: ["Roe J", "Doe A"], container: "J Rooms",
        year: 2020, volume: "4", issue: "2", pages: "1–9", doi: "10.1000/abc.1"))
    let inferred = builder.add(
      Reference(
        id: "PMID:123", title: "Wheezing in asthma", pmid: "123", url: "https://example.com/w"))
    let asthma = builder.record(
      Concept(
        id: "MONDO:0004979", label: "asthma", synonyms: ["bronchial asthma"],
        abbreviations: ["BA"], categories: [.disease], exactMatches: ["MESH:D001249"],
        description: "A disease of the airways."))
    builder.addFocus(asthma)
    let damp = builder.record(
      Concept(label: "damp housing", categories: [.environmentalFeature], role: .cause))
    let mould = builder.record(Concept(label: "mould", role: .cause))
    let wheezing = builder.record(
      Concept(
        id: "HP:0030828", label: "wheezing", categories: [.phenotypicFeature], role: .symptom,
        closeMatches: ["MESH:D012135"]))
    let sleep = builder.record(
      Concept(label: "sleep", attributes: [Attribute(key: "note", value: "nightly")]))
    let gout = builder.record(Concept(id: "MONDO:0005393", label: "gout", categories: [.disease]))
    builder.add(
      Statement(
        damp, .contributesTo, asthma, knowledgeLevel: .prediction, agentType: .textMiningAgent),
      evidence: [
        Evidence(
          document: document, section: "Causes", quote: "Damp housing may lead to asthma.",
          range: 40..<72, line: 5, hedge: "may", certainty: .possible,
          citations: [Citation(cited, basis: .stated)])
      ])
    builder.add(
      Statement(
        asthma, .hasPhenotype, wheezing, knowledgeLevel: .knowledgeAssertion,
        agentType: .textMiningAgent),
      evidence: [
        Evidence(
          document: document, section: "Symptoms", quote: "It shows as wheezing.",
          certainty: .established, scope: .heading,
          citations: [Citation(inferred, basis: .inferred)]),
        Evidence(
          quote: "Wheezing is not always there.", certainty: .probable, stance: .supports),
      ])
    builder.add(
      Statement(
        asthma, .affects, sleep, polarity: .decreases, certainty: .probable,
        knowledgeLevel: .knowledgeAssertion, agentType: .manualAgent,
        primaryKnowledgeSource: "infores:example",
        attributes: [Attribute(key: "xrefs", value: "[\"X:1\",2]")]))
    builder.add(
      Statement(
        asthma, .causes, gout, isNegated: true, certainty: .established,
        knowledgeLevel: .knowledgeAssertion, agentType: .manualAgent))
    builder.add(
      Statement(
        mould, .subclassOf, damp, certainty: .established, knowledgeLevel: .knowledgeAssertion,
        agentType: .manualAgent))
    return builder.build()
  }

  /// Identifiers that are hard to put into an IRI.
  static let hostileIDs = [
    "no prefix", "no prefix/", "no%20prefix", "Unknown:1", "_:b0", ":x", "x:", "MONDO:", "@id",
    "id:1", "type:1", "subject:1", "MONDO:a b", "MONDO:a%20b", "MONDO:a%2", "MONDO://x", "//x",
    "MONDO:../x", "MONDO:.", "http://example.com/a b", "http://example.com/a#b#c", "http://",
    "https://example.com/ok?q=1#f", "http://[::1]/x", "http://example.com:x/", "urn:isbn:1",
    "urn:", "mailto:a@example.com", "etiograph:id/x", "x", "etiograph:ns#certainty",
    "etiograph:a/../b", "etiograph:naïve-café", "etiograph:人", "etiograph:😀", "\u{202e}rtl",
    "etiograph:a\u{202e}b", "e\u{301}:1", "MONDO:\u{301}x", "a\u{0}b", "tab\tid", "new\nline",
    "\"quoted\"", "back\\slash", "<script>", "{brace}", "DOI:10.1000/A<b>;2-#", "DOI:10.1000/a%b",
    "javascript:alert(1)", "..", ".", "dots...", "MONDO:0005148", "PMID:1", "\u{feff}bom",
    "\u{e000}private", "http://example.com/\u{e000}", "MONDO:x/\u{301}/y", "x:/\u{301}/y",
    "data:text/plain,hi", "etiograph:a?b=c&d", "etiograph:a'b(c)*!;,$+=@~", "schema:Thing",
    "skos:Concept", "rdf:type", "xsd:string", "etio:certainty", "owl:Thing", "A.b-c_1:9",
  ]

  /// Every hostile identifier as a node, each linked to the next, with hostile texts.
  static func hostile() -> KnowledgeGraph {
    var builder = GraphBuilder()
    builder.title = "\u{202e}\"\\\u{0}</script>"
    builder.prefixes["id"] = "https://example.net/id/"
    builder.prefixes["A.b-c_1"] = "https://example.net/odd?x="
    builder.prefixes["bad"] = "no namespace"
    builder.prefixes["skos"] = "https://example.net/not-skos#"
    let texts = [
      "\"double\" 'single' \\ back", "tab\t line\n return\r feed\u{c} bell\u{7} del\u{7f}",
      "NUL \u{0} inside", "separators \u{2028} and \u{2029}", "שלום עולם \u{202e}reversed",
      "emoji 👩‍👩‍👧‍👦 \u{1f1e9}\u{1f1ea}", "<script>alert(1)</script> & co.", "", "  spaces  ",
      "@type", "@value", "_:b0", String(repeating: "long label ", count: 500),
      "e\u{301} and \u{e9}", "\u{feff}bom", "noncharacter \u{ffff}",
    ]
    let documents = [
      SourceDocument(name: "../up/./a b.md", title: texts[0], language: "de"),
      SourceDocument(name: "../up/./a b.md", title: texts[4], language: "not a language"),
      SourceDocument(name: "", url: "no address"),
    ].map { builder.add($0) }
    let references = [
      Reference(
        id: "DOI:10.1000/A<b>;2-#", key: "[@x]", type: "webpage", title: texts[1],
        authors: ["B", "A", "B"], year: -5, url: "javascript:alert(1)", text: texts[2]),
      Reference(id: "local ref", type: "article-journal", year: 7),
      Reference(id: "urn:isbn:1", year: 12345),
    ].map { builder.add($0) }
    let nodes = hostileIDs.enumerated().map { number, id in
      builder.record(
        Concept(
          id: NodeID(id), label: texts[number % texts.count],
          synonyms: [texts[(number + 3) % texts.count]],
          categories: [Category(number % 3 == 0 ? id : "biolink:Disease")],
          exactMatches: [hostileIDs[(number + 1) % hostileIDs.count]],
          description: texts[(number + 5) % texts.count],
          attributes: [
            Attribute(key: texts[number % texts.count], value: texts[(number + 1) % texts.count]),
            Attribute(key: "id", value: "{\"a\":[1,true,null,\"x\"]}"),
            Attribute(key: "many", value: "1"), Attribute(key: "many", value: "2"),
          ]))
    }
    for (number, node) in nodes.enumerated() {
      let predicate = Predicate(number % 2 == 0 ? hostileIDs[number] : "biolink:causes")
      builder.add(
        Statement(
          node, predicate, nodes[(number * 7 + 1) % nodes.count], certainty: .established,
          knowledgeLevel: .knowledgeAssertion, id: number % 4 == 0 ? hostileIDs[number] : nil,
          primaryKnowledgeSource: number % 5 == 0 ? hostileIDs[number] : nil),
        evidence: number % 3 == 0
          ? [
            Evidence(
              document: documents[number % 3], section: texts[(number + 2) % texts.count],
              quote: texts[number % texts.count], range: 0..<number, line: number,
              hedge: texts[(number + 7) % texts.count], certainty: .established,
              citations: references.map { Citation($0, basis: .stated) })
          ] : [])
    }
    return builder.build()
  }
}
