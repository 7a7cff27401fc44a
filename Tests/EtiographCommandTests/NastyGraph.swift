import Etiograph

/// Graphs with everything that a format may stumble over, the same for the same seed.
struct NastyGraph {
  private var state: UInt64

  private mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
  private mutating func few<Element: Hashable>(_ list: [Element], _ most: Int) -> [Element] {
    if list.isEmpty { return [] }
    var seen = Set<Element>()
    return (0..<below(most + 1)).map { _ in pick(list) }.filter { seen.insert($0).inserted }
  }

  static let texts = [
    "plain", "two words", " blank before", "blank behind ", "a|b", "a||b", "|", "a|a", "a | b",
    "tab\there", "line\nbreak", "line\r\nbreak", "\n", "\t", "\r", " ", "  ", "\u{a0}",
    "\"quoted\"", "\"", "\"\"", "\"a\\tb\"", "\"a\\u007cb\"", "\"\\\"a\\\\tb\\\"\"",
    "C:\\new\\table",
    "back\\", "\\", "\\n", "émigré", "日本語", "👩‍👩‍👧‍👦", "e\u{301}", "\u{feff}bom", "nul\u{0}byte",
    "bell\u{7}", "\u{7f}", "\u{2028}", "\u{85}", "null", "true", "false", "5", "0.50", "-1e5",
    "NaN",
    "[]", "{}", "[1,2]", "[\"a\",\"b\"]", "[\"a\"]", "[\"a|b\",\"c\"]", "{\"a\":\"b|c\"}",
    "{\"a\":[1,null,true,\"x\\ny\"]}", "[ 1 ]", "[broken", "'single'", "#hash", "a,b;c", "=1+1",
    "<b>&amp;</b>", "%7C", "\u{202e}rtl", "\"x\"|\"y\"", "a|\"b\\tc\"", "\\|", "\\u007c",
  ]
  static let keys = [
    "source", "xref", "score", "has evidence", "évidence", "Z", "a|b", "tab\tkey", "line\nkey",
    " blank ", "\"quoted\"", "id", "id_", "id__", "name", "label", "category", "category_",
    "evidence", "evidence_", "relation", "relation_", "edge_label", "negated", "certainty",
    "certainty_", "hedge", "role", "publications", "supporting_text", "predicate", "subject",
    "object_direction_qualifier", "knowledge_level", "agent_type", "primary_knowledge_source",
    "etiograph_evidence", "etiograph_evidence_", "same_as", "synonym", "description", "null", "",
  ]

  private static let parts = [
    "one", "two", "a|b", "tab\t", " x ", "\"q\"", "\"q\\t\"", "line\nbreak", "日本", "[1]",
  ]

  private mutating func attributes() -> [Attribute] {
    few(Self.keys, 4).flatMap { key in
      // Several values of one name are a list.
      chance(25)
        ? few(Self.parts, 3).map { Attribute(key: key, value: $0) }
        : [Attribute(key: key, value: chance(10) ? "" : pick(Self.texts))]
    }
  }

  static func make(seed: UInt64, hasRoles: Bool = true) -> KnowledgeGraph {
    var random = NastyGraph(state: seed &* 7919 &+ 1)
    return random.make(hasRoles: hasRoles)
  }

  private mutating func make(hasRoles: Bool) -> KnowledgeGraph {
    var builder = GraphBuilder()
    let isDocumented = chance(60)
    if isDocumented {
      if chance(50) { builder.title = pick(Self.texts) }
      if chance(50) { builder.prefixes.base = "https://example.org/\(below(9))/" }
      if chance(50) { builder.prefixes["ACME"] = "https://acme.example/" }
    }
    let documents = (0..<(isDocumented ? below(3) : 0)).map { _ in
      builder.add(
        SourceDocument(
          name: "notes/\(pick(["a b.md", "ü.md", "x|y.md"]))",
          title: chance(50) ? pick(Self.texts) : nil, authors: few(["Doe J", "Roe, R"], 2),
          url: chance(50) ? "https://a.example/" : nil, language: pick(["en", "de"])))
    }
    let works = (0..<below(5)).map { _ in reference(&builder, isDocumented) }
    let nodes = nodes(&builder, hasRoles: hasRoles)
    for _ in 0..<below(20) {
      let pieces = chance(50) ? toldEvidence(works) : ownEvidence(documents, works)
      builder.add(statement(nodes), evidence: pieces)
    }
    return builder.build()
  }

  private mutating func reference(
    _ builder: inout GraphBuilder, _ isDocumented: Bool
  ) -> ReferenceIndex {
    if !isDocumented || chance(50) {
      let number = below(1000)
      return builder.add(Reference(id: "PMID:\(number)", pmid: "\(number)"))
    }
    return builder.add(
      Reference(
        id: pick(["DOI:10.1000/\(below(100))", "etiograph:ref-x", "a|b", "https://w.example/ x"]),
        key: "doe", type: "book", title: pick(Self.texts), authors: ["Doe J"], year: 1999,
        volume: "1", doi: "10.1000/x", text: pick(Self.texts)))
  }

  private mutating func nodes(
    _ builder: inout GraphBuilder, hasRoles: Bool
  ) -> [NodeIndex] {
    (0..<(1 + below(8))).map { number in
      let odd = ["X:\(number)", "a|b \(number)", "\"\(number)\"", "tab\t\(number)", " \(number)"]
      let node = builder.record(
        Concept(
          id: NodeID(chance(70) ? "X:\(number)" : pick(odd)),
          label: chance(90) ? pick(Self.texts) : "", synonyms: few(Self.texts, 4),
          abbreviations: few(Self.texts, 2),
          categories: few([.disease, .food, Category("my|kind"), Category("ACME:X y")], 2),
          role: hasRoles && chance(20) ? pick(Role.allCases) : nil,
          exactMatches: few(["MESH:1", "UMLS:C|2", " x"], 2),
          closeMatches: few(["MESH:3", "A:\t"], 2),
          description: chance(50) ? pick(Self.texts) : nil, attributes: attributes()))
      return node
    }
  }

  private mutating func statement(_ nodes: [NodeIndex]) -> Statement {
    Statement(
      pick(nodes), pick([.causes, .affects, .relatedTo, Predicate("ACME:x|y"), Predicate("odd")]),
      pick(nodes), isNegated: chance(20), polarity: chance(30) ? pick(Polarity.allCases) : nil,
      certainty: chance(30) ? pick(Certainty.allCases) : nil,
      knowledgeLevel: pick(KnowledgeLevel.allCases), agentType: pick(AgentType.allCases),
      id: chance(30) ? "urn:\(below(1000))\(pick(["", "|x", " ", "\t"]))" : nil,
      primaryKnowledgeSource: chance(30) ? pick(["infores:a", "a|b", "line\nbreak"]) : nil,
      attributes: attributes())
  }

  /// Evidence as the columns of KGX tell it.
  private mutating func toldEvidence(_ works: [ReferenceIndex]) -> [Evidence] {
    let citations = few(works, 2).map { Citation($0, basis: .stated) }
    let hedge = chance(30) ? pick(Self.texts) : nil
    let certainty = chance(50) ? pick(Certainty.allCases) : nil
    let quotes = chance(60) ? few(Self.texts, 3) : []
    return (quotes.isEmpty ? [""] : quotes).map {
      Evidence(quote: $0, hedge: hedge, certainty: certainty, citations: citations)
    }
  }

  /// Evidence as articles give it.
  private mutating func ownEvidence(
    _ documents: [DocumentIndex], _ works: [ReferenceIndex]
  ) -> [Evidence] {
    (0..<below(4)).map { _ in
      let start = below(1000)
      return Evidence(
        document: documents.isEmpty ? nil : pick(documents),
        section: chance(50) ? pick(Self.texts) : nil, quote: pick(Self.texts),
        range: chance(50) ? start..<(start + below(50)) : nil, line: chance(50) ? 7 : nil,
        hedge: chance(50) ? pick(Self.texts) : nil,
        certainty: chance(80) ? pick(Certainty.allCases) : nil,
        scope: pick(Evidence.Scope.allCases), stance: pick(Evidence.Stance.allCases),
        citations: few(works, 2).map { Citation($0, basis: pick(Citation.Basis.allCases)) })
    }
  }
}
