import GraphModel
import Testing

@testable import GraphBuilding

/// The reader of large tables against the reader that goes row by row through `GraphBuilder`.
@Suite struct TableLoaderTests {
  @Test(arguments: 0..<60) func readsWhatTheBuilderReads(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let files = RandomTables.files(&random)
    let expected = SourcesReading(files, base: nil)
    for threads in [1, 3] {
      guard let tables = TableSources(files) else {
        Issue.record("no tables")
        return
      }
      let result = tables.build(base: nil, threads: threads)
      expectEqual(result.graph, expected.builder.build())
      #expect(
        sorted(result.diagnostics) == sorted(expected.diagnostics),
        "seed \(seed), threads \(threads)")
    }
  }

  /// Long enough for several pieces and rounds; the columns are the same bit for bit.
  @Test func readsTheSameWithAnyNumberOfThreads() throws {
    var nodes = "id\tcategory\tname\n"
    for number in 0..<5000 { nodes += "X:\(number)\tbiolink:Gene\tgene \(number)\n" }
    var edges = "id\tsubject\tpredicate\tobject\tpublications\tsource\n"
    for number in 0..<60_000 {
      let works = number % 3 == 0 ? "PMID:\(number % 977)|PMID:\(number % 311)" : ""
      edges +=
        "e:\(number % 59_000)\tX:\(number % 4999)\tbiolink:affects\tX:\(number % 5003)\t"
        + "\(works)\ta source of \(number % 7)\n"
    }
    let files = [
      InputFile(name: "nodes.tsv", text: nodes), InputFile(name: "edges.tsv", text: edges),
    ]
    let one = try #require(TableSources(files)).build(base: nil, threads: 1).graph.storage
    let four = try #require(TableSources(files)).build(base: nil, threads: 4).graph.storage
    #expect(one.strings == four.strings)
    #expect(one.edges.subject == four.edges.subject)
    #expect(one.edges.givenID.values == four.edges.givenID.values)
    #expect(one.evidence.citations.values == four.evidence.citations.values)
    #expect(one.nodesByID.slots == four.nodesByID.slots)
    expectEqual(
      KnowledgeGraph(one), SourcesReading(files, base: nil).builder.build())
  }

  @Test(arguments: [
    "", "\n\n", "id\n", "id\tname", "\u{feff}id\tname\r\nA:1\tone\r\n", "id\tname\nA:1\tone",
    "name\tx\nA:1\tb\n", "id\tid\nA:1\tA:2\n", "id\tname\n\t\nB:1\n",
  ])
  func readsOddTablesOfNodes(text: String) {
    let files = [InputFile(name: "a_nodes.tsv", text: text)]
    let expected = SourcesReading(files, base: nil)
    guard let tables = TableSources(files) else {
      Issue.record("no tables")
      return
    }
    let result = tables.build(base: nil, threads: 2)
    expectEqual(result.graph, expected.builder.build())
    #expect(sorted(result.diagnostics) == sorted(expected.diagnostics))
  }

  /// The replacement character stands for what is not UTF-8, and the place is told.
  @Test func repairsWhatIsNotUTF8() throws {
    var bytes = Array("id\tname\nA:1\tfine\nA:2\tcaf".utf8)
    bytes += [0xe9, 0x0a]
    let files = [InputFile(name: "nodes.tsv", bytes: bytes)]
    let result = try #require(TableSources(files)).build(base: nil, threads: 2)
    #expect(result.graph.nodes.map(\.label) == ["fine", "caf\u{fffd}"])
    #expect(
      result.diagnostics.map(\.location) == [SourceLocation(file: "nodes.tsv", line: 3, column: 8)])
  }

  private func sorted(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map(\.description).sorted()
  }
}

func expectEqual(_ a: KnowledgeGraph, _ b: KnowledgeGraph) {
  #expect(a.nodes.map(NodeFacts.init) == b.nodes.map(NodeFacts.init))
  #expect(a.edges.map(EdgeFacts.init) == b.edges.map(EdgeFacts.init))
  #expect(a.references == b.references)
  #expect(a.focus == b.focus)
  #expect(a.documents == b.documents)
  #expect(a.title == b.title)
  for node in b.nodes { #expect(a.node(id: node.id)?.index == node.index) }
}

/// All that a node says.
private struct NodeFacts: Equatable {
  var texts: [[String]]
  var categories: [GraphModel.Category]
  var role: Role?
  var description: String?
  var attributes: [Attribute]

  init(_ node: Node) {
    texts = [
      [node.id.rawValue, node.label], node.synonyms, node.abbreviations, node.exactMatches,
      node.closeMatches,
    ]
    categories = node.categories
    role = node.role
    description = node.description
    attributes = node.attributes
  }
}

/// All that an edge says.
private struct EdgeFacts: Equatable {
  var texts: [String?]
  var predicate: Predicate
  var isNegated: Bool
  var polarity: Polarity
  var certainty: Certainty?
  var knowledgeLevel: KnowledgeLevel
  var agentType: AgentType
  var evidence: [Evidence]
  var attributes: [Attribute]

  init(_ edge: Edge) {
    texts = [
      edge.id.rawValue, edge.subject.id.rawValue, edge.object.id.rawValue,
      edge.primaryKnowledgeSource,
    ]
    predicate = edge.predicate
    isNegated = edge.isNegated
    polarity = edge.polarity
    certainty = edge.certainty
    knowledgeLevel = edge.knowledgeLevel
    agentType = edge.agentType
    evidence = edge.evidence
    attributes = edge.attributes
  }
}

/// Tables with all that readers stumble over: rows that stand twice, conflicts, self-loops, nodes
/// that are missing, values that mean nothing, unknown columns, old predicates.
enum RandomTables {
  static func files(_ random: inout SeededRandom) -> [InputFile] {
    var files = [InputFile(name: "a_nodes.tsv", text: nodes(&random))]
    if random.next(2) == 0 { files.append(InputFile(name: "b_nodes.tsv", text: nodes(&random))) }
    files.append(InputFile(name: "a_edges.tsv", text: edges(&random)))
    if random.next(2) == 0 { files.append(InputFile(name: "b_edges.tsv", text: edges(&random))) }
    return files
  }

  private static func table(
    _ random: inout SeededRandom, _ columns: [String], cell: (String, inout SeededRandom) -> String
  ) -> String {
    var lines = [columns.joined(separator: "\t")]
    for _ in 0..<random.next(60) {
      var cells = columns.map { cell($0, &random) }
      if random.next(15) == 0 { cells.append("too much") }
      if random.next(15) == 0 { cells.removeLast() }
      lines.append(cells.joined(separator: "\t"))
      if random.next(20) == 0 { lines.append("") }
    }
    return lines.joined(separator: random.next(4) == 0 ? "\r\n" : "\n")
      + (random.next(2) == 0 ? "\n" : "")
  }

  private static func nodes(_ random: inout SeededRandom) -> String {
    let optional = [
      "category", "name", "description", "synonym", "abbreviation", "same_as", "close_match",
      "role", "taxon",
    ]
    let columns = random.shuffled(["id"] + optional.filter { _ in random.next(3) > 0 })
    return table(&random, columns) { column, random in
      if random.next(5) == 0 { return random.next(2) == 0 ? "" : "  " }
      switch column {
      case "id": return id(&random)
      case "category":
        return random.list(["biolink:Gene", "Gene", "biolink:Disease", "x:Thing"])
      case "role": return random.pick(["cause", "condition", "nonsense"])
      case "same_as", "close_match": return random.list(["N:1", "N:2", "N:3", "M:1"])
      case "synonym", "abbreviation", "name":
        let names = ["the cold", "Colds", "coryza", "CO", "caf\u{e9}", "—", "cold"]
        return column == "name" ? random.pick(names) : random.list(names)
      default: return random.pick(["some text", "other | text", " blanks ", "ünï"])
      }
    }
  }

  private static func edges(_ random: inout SeededRandom) -> String {
    let optional = [
      "id", "negated", "object_direction_qualifier", "certainty", "hedge", "knowledge_level",
      "agent_type", "primary_knowledge_source", "publications", "supporting_text", "p_value",
      "relation", "edge_label",
    ]
    var columns = ["subject", "object"] + optional.filter { _ in random.next(2) > 0 }
    if random.next(4) > 0 || !columns.contains("relation") { columns.append("predicate") }
    return table(&random, random.shuffled(columns)) { column, random in
      if random.next(column == "subject" || column == "object" ? 25 : 4) == 0 { return "" }
      switch column {
      case "subject", "object": return id(&random)
      case "id": return random.pick(["e:1", "e:2", "e:3", "e:4", "N:1", "etiograph:edge-1"])
      case "predicate", "relation", "edge_label":
        return random.pick(["biolink:causes", "causes", "biolink:treats", "RO:1"])
      case "negated": return random.pick(["true", "False", "perhaps", "0", "no"])
      case "object_direction_qualifier": return random.pick(["increased", "decreased", "sideways"])
      case "certainty": return random.pick(["possible", "probable", "certainly"])
      case "knowledge_level":
        return random.pick(["prediction", "knowledge_assertion", "gossip"])
      case "agent_type": return random.pick(["manual_agent", "text_mining_agent", "robot"])
      case "publications":
        return random.list([
          "PMID:1", "pmid:1", "PMID: 2", "PMID:x", "doi:10.1000/A", "https://doi.org/10.1000/a",
          "http://example.org/1", "ISBN:1", "",
        ])
      case "supporting_text": return random.list(["a quote", "another quote", "a quote"])
      default: return random.pick(["0.05", "text", "infores:x", "may"])
      }
    }
  }

  private static func id(_ random: inout SeededRandom) -> String {
    random.next(12) == 0
      ? "Z:\(random.next(5)) a long identifier that no word of a machine holds"
      : "N:\(random.next(9))"
  }
}

/// A generator that gives the same numbers everywhere (SplitMix64, Steele et al. 2014).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func pick(_ values: [String]) -> String { values[next(values.count)] }

  mutating func list(_ values: [String]) -> String {
    (0...next(3)).map { _ in pick(values) }.joined(separator: "|")
  }

  mutating func shuffled(_ values: [String]) -> [String] {
    var values = values
    for at in values.indices { values.swapAt(at, next(values.count)) }
    return values
  }
}
