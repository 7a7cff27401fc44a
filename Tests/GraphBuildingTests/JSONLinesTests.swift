import GraphModel
import Testing

@testable import GraphBuilding

/// JSON Lines against the reader of KGX JSON, and against what nobody should write.
@Suite struct JSONLinesTests {
  @Test(arguments: 0..<80) func readsWhatTheReaderOfJSONReads(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let nodes = (0..<random.next(12)).map { _ in RandomLines.node(&random) }
    let edges = (0..<random.next(25)).map { _ in RandomLines.edge(&random) }
    let end = random.next(3) == 0 ? "\r\n" : "\n"
    let files = [
      InputFile(name: "kg_nodes.jsonl", text: nodes.joined(separator: end)),
      InputFile(name: "kg_edges.jsonl", text: edges.joined(separator: end + end) + end),
    ]
    var builder = GraphBuilder()
    _ = KGXJSONReader.read(
      InputFile(
        name: "g.json",
        text: "{\"nodes\": [\(nodes.joined(separator: ","))],"
          + "\"edges\": [\(edges.joined(separator: ","))]}"),
      into: &builder)
    let expected = builder.build()
    for threads in [1, 3] {
      let tables = try #require(TableSources(files))
      expectEqual(tables.build(base: nil, threads: threads).graph, expected)
    }
    // Beside documents they are read one after the other.
    expectEqual(SourcesReading(files, base: nil).builder.build(), expected)
  }

  @Test func resolvesEscapes() throws {
    let name = #"a \"b\" \\ \/ \t \n caf\u00e9 \ud83d\ude00 \u0000."#
    let file = InputFile(name: "nodes.jsonl", text: "{\"id\":\"X:1\",\"name\":\"\(name)\"}")
    let graph = try GraphSources([file]).build().graph
    #expect(graph.nodes.map(\.label) == ["a \"b\" \\ / \t \n café \u{1f600} \0."])
  }

  @Test func replacesHalfASurrogatePairAndSaysSo() throws {
    let text = #"{"id":"X:1","name":"a\ud83dz"}"#
    let file = InputFile(name: "nodes.jsonl", text: text)
    let result = try GraphSources([file]).build()
    #expect(result.graph.nodes.map(\.label) == ["a\u{fffd}z"])
    #expect(
      result.diagnostics.map(\.location) == [
        SourceLocation(file: "nodes.jsonl", line: 1, column: 21)
      ])
    #expect(throws: DiagnosticError.self) { try GraphSources([file], isStrict: true).build() }
  }

  @Test(arguments: [
    ("{", "1:2"), ("[]", "1:1"), ("5", "1:1"), ("{\"id\":\"X:1\"", "1:1"),
    ("{\"id\" \"X:1\"}", "1:7"),
    ("{\"id\":\"X:1\",}", "1:12"), ("{\"id\":\"X:1\"} {}", "1:14"), ("{\"id\":'X:1'}", "1:7"),
    ("{\"id\":\"a\tb\"}", "1:9"), ("{\"id\":\"a\\x\"}", "1:9"), ("{\"id\":01}", "1:8"),
    ("{\"id\":\"\\u12\"}", "1:8"), ("{\"id\":tru}", "1:7"),
    ("{\"id\":\"X:1\"}\r{\"id\":\"X:2\"}", "1:14"),
    ("{\"a\":\"é\",\"id\":x}", "1:15"),
  ])
  func tellsWhatIsWrongWithALine(line: String, place: String) throws {
    let file = InputFile(name: "nodes.jsonl", text: line + "\n{\"id\": \"Y:1\"}\n")
    let result = try GraphSources([file]).build()
    #expect(result.graph.nodes.map(\.id.rawValue) == ["Y:1"])
    let told = try #require(result.diagnostics.first)
    #expect(told.severity == .warning)
    #expect("\(told.location?.line ?? 0):\(told.location?.column ?? 0)" == place, "\(told)")
    #expect(told.message.hasSuffix("; the line is left out"))
    #expect(throws: DiagnosticError.self) { try GraphSources([file], isStrict: true).build() }
  }

  @Test func keepsWhatIsNestedOrUnknownAsJSON() throws {
    let text =
      #"{"id": "X:1", "a": {"b": [1, "c d", null], "e": "\u0041\n"}, "n": 0.50, "t": true, "#
      + #""l": ["x|y", "z"], "z": null, "m": "", "id_": "own"}"#
    let graph = try GraphSources([InputFile(name: "nodes.jsonl", text: text)]).build().graph
    #expect(
      graph.nodes.first?.attributes == [
        Attribute(key: "a", value: #"{"b":[1,"c d",null],"e":"A\n"}"#),
        Attribute(key: "n", value: "0.50", kind: .literal),
        Attribute(key: "t", value: "true", kind: .literal),
        Attribute(key: "l", value: "x|y"), Attribute(key: "l", value: "z"),
        Attribute(key: "m", value: ""),
        Attribute(key: "id", value: "own"),
      ])
  }

  /// Cut anywhere, a file gives an answer, and never a node or an edge that is not in it.
  @Test func bearsBeingCutAtEveryByte() throws {
    let text = #"""
      {"id":"X:1","name":"caf\u00e9 \ud83d\ude00","xref":["a",{"b":-1.5e+3}],"ok":true}
      {"id":"X:2","category":["biolink:Gene"],"gone":null}

      """#
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      for name in ["nodes.jsonl", "edges.jsonl"] {
        let file = InputFile(name: name, bytes: Array(bytes[..<count]))
        let result = try GraphSources([file]).build()
        if name == "nodes.jsonl" {
          let isEnd = count > 0 && count < bytes.count && bytes[count] == 0x0a
          let whole =
            bytes[..<count].count { $0 == 0x0a } + (isEnd && bytes[count - 1] == 0x7d ? 1 : 0)
          #expect(result.graph.nodeCount == whole, "\(count)")
        } else {
          #expect(result.graph.edgeCount == 0)
        }
      }
    }
  }

  @Test(arguments: [
    ("", 0), ("\n\n  \r\n", 0), ("\u{feff}{\"id\":\"X:1\"}\r\n", 1), ("{}", 0),
    ("\0\0\n{\"id\":\"X:1\"}", 1),
    ("{\"id\":\"X:1\",\"id\":\"X:2\"}", 1), ("{\"i\\u0064\":\"X:1\"}", 1), ("{\"id\":5}", 1),
  ])
  func bearsOddFiles(text: String, nodes: Int) throws {
    let file = InputFile(name: "nodes.jsonl", text: text)
    #expect(try GraphSources([file]).build().graph.nodeCount == nodes)
    #expect(GraphSources([file]).check() == GraphSources([file]).check())
  }

  @Test func bearsDeepNestingManyNamesAndLongTexts() throws {
    let deep = String(repeating: "[", count: 100_000)
    let names = (0..<20_000).map { "\"n\($0)\":1" }.joined(separator: ",")
    let long = String(repeating: "x", count: 3 << 20)
    let text = """
      {"id":"X:1","a":\(deep)}
      {"id":"X:2",\(names)}
      {"id":"X:3","name":"\(long)"}
      """
    let result = try GraphSources([InputFile(name: "nodes.jsonl", text: text)]).build()
    #expect(result.graph.nodes.map(\.id.rawValue) == ["X:2", "X:3"])
    #expect(result.graph.nodes.first?.attributes.count == 20_000)
    #expect(result.diagnostics.count == 1)
  }

  @Test(arguments: [
    ("nodes.jsonl", "", InputFormat.kgxNodeLines), ("a/kg_edges.JSONL", "", .kgxEdgeLines),
    ("x.jsonl", "{\"subject\":\"a\",\"object\":\"b\"}\n", .kgxEdgeLines),
    ("x.ndjson", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n", .kgxNodeLines), ("x.jsonl", "{}\n", .unknown),
    ("-", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n", .kgxNodeLines), ("-", "{\"nodes\":[]}", .kgxJSON),
    ("kg-nodes.jsonl.gz", "", .kgxNodeLines),
  ])
  func areKnownByNameOrContent(name: String, text: String, format: InputFormat) {
    #expect(InputFormat(of: InputFile(name: name, text: text)) == format)
  }

  @Test func standBesideDocuments() throws {
    let files = [
      InputFile(name: "nodes.jsonl", text: "{\"id\":\"MONDO:1\",\"name\":\"cold\"}"),
      InputFile(
        name: "edges.jsonl",
        text: "{\"subject\":\"X:1\",\"object\":\"MONDO:1\",\"predicate\":\"biolink:causes\"}"),
      InputFile(name: "x_nodes.tsv", text: "id\tname\nX:1\tvirus\n"),
      InputFile(name: "a.md", text: "# Causes of cold\n\n- Stress may cause cold.\n"),
    ]
    let result = try GraphSources(files).build()
    #expect(result.graph.edgeCount == 2)
    #expect(!result.diagnostics.contains { $0.message.contains("no table of nodes") })
    let cold = try #require(result.graph.node(id: NodeID("MONDO:1")))
    #expect(result.graph.edges.allSatisfy { $0.object.id == cold.id })
  }
}

/// Objects with all that readers stumble over.
enum RandomLines {
  static func node(_ random: inout SeededRandom) -> String {
    var members: [String] = []
    for name in random.shuffled([
      "id", "category", "name", "description", "synonym", "same_as", "role", "taxon", "id_", "xref",
    ]) where name == "id" || random.next(2) == 0 {
      let value =
        switch name {
        case "id": random.next(20) == 0 ? "null" : "\"N:\(random.next(9))\""
        case "category":
          random.next(2) == 0 ? "[\"biolink:Gene\", \"Gene\"]" : "\"biolink:Disease\""
        case "role": random.pick(["\"cause\"", "\"condition\"", "\"nonsense\""])
        case "synonym", "same_as":
          random.pick([
            "[\"the cold\", \"Colds\", 5, null]", "\"a|b\"", "[]", "[[1, 2]]", "[ \"\" ]",
          ])
        default: self.value(&random)
        }
      members.append("\"\(name)\": \(value)")
    }
    return "{\(members.joined(separator: ", "))}"
  }

  static func edge(_ random: inout SeededRandom) -> String {
    var members: [String] = []
    for name in random.shuffled([
      "id", "subject", "object", "predicate", "negated", "object_direction_qualifier", "certainty",
      "hedge", "knowledge_level", "agent_type", "primary_knowledge_source", "publications",
      "supporting_text", "p_value", "relation", "sources", "hedge_",
    ]) where ["subject", "object"].contains(name) || random.next(2) == 0 {
      let value =
        switch name {
        case "id": random.pick(["\"e:1\"", "\"e:2\"", "7", "null", "\"etiograph:edge-1\""])
        case "subject", "object": random.next(25) == 0 ? "[]" : "\"N:\(random.next(9))\""
        case "predicate", "relation": random.pick(["\"biolink:causes\"", "\"treats\"", "\"RO:1\""])
        case "negated": random.pick(["true", "false", "\"no\"", "\"perhaps\"", "null"])
        case "object_direction_qualifier": random.pick(["\"increased\"", "\"sideways\""])
        case "certainty": random.pick(["\"possible\"", "\"certainly\""])
        case "knowledge_level": random.pick(["\"prediction\"", "\"gossip\""])
        case "agent_type": random.pick(["\"manual_agent\"", "\"robot\""])
        case "publications":
          random.pick(["[\"PMID:1\", \"pmid:1\"]", "\"PMID:2\"", "[ ]", "[\"doi:10.1000/A\"]"])
        case "supporting_text":
          random.pick(["[\"a \\u0022quote\\u0022\", \"b\"]", "\"c\"", "[\"\"]"])
        default: self.value(&random)
        }
      members.append("\"\(name)\": \(value)")
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func value(_ random: inout SeededRandom) -> String {
    random.pick([
      "\"some text\"", "\"caf\\u00e9 \\ud83d\\ude00\"", "0.05", "-1e-9", "true", "null", "\"\"",
      "[1, \"a b\", {\"c\": [ ]}]", "{\"x\": \"y\\tz\", \"w\" : null}", "\"5\"", "\"a\\tb|c\"",
    ])
  }
}
