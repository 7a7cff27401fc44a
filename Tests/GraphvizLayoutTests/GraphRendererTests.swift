import GraphExport
import GraphModel
import GraphvizLayout
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct GraphRendererTests {
  @Test func drawsTheSameBytesTwice() throws {
    let first = try GraphRenderer.render(SleepGraph.make(), as: .svg)
    let second = try GraphRenderer.render(SleepGraph.make(), as: .svg)
    #expect(first == second)
    #expect(first.bytes.count > 10_000)
  }

  @Test func drawsTheSameBytesFromManyThreads() async throws {
    let expected = try GraphRenderer.render(SleepGraph.make(), as: .svg)
    let other = try GraphRenderer.render(
      RandomGraph.make(seed: 4, nodes: 30, edges: 50, hasRoles: false), as: .svg)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<16 {
        group.addTask {
          let graph =
            number.isMultiple(of: 2)
            ? SleepGraph.make() : RandomGraph.make(seed: 4, nodes: 30, edges: 50, hasRoles: false)
          return try GraphRenderer.render(graph, as: .svg)
            == (number.isMultiple(of: 2) ? expected : other)
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func asksNoFontOfTheMachine() throws {
    let expected = try GraphRenderer.render(SleepGraph.make(), as: .svg)
    let old = getenv("FONTCONFIG_FILE").map { String(cString: $0) }
    defer { if let old { setenv("FONTCONFIG_FILE", old, 1) } else { unsetenv("FONTCONFIG_FILE") } }
    for file in ["/dev/null", "/no/such/file"] {
      setenv("FONTCONFIG_FILE", file, 1)
      #expect(try GraphRenderer.render(SleepGraph.make(), as: .svg) == expected)
    }
  }

  @Test func everyNodeAndEdgeIsThereWithItsIdentifierAndIsSpoken() throws {
    let graph = SleepGraph.make()
    let svg = XMLChecker(try GraphRenderer.render(graph, as: .svg).bytes)
    #expect(svg.problem == nil)
    let ids = svg.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for id in graph.nodes.map(\.id.rawValue) + graph.edges.map(\.id.rawValue) {
      let element = try #require(svg.elements.first { $0.attributes["id"] == id })
      #expect(element.attributes["aria-label"]?.isEmpty == false)
      #expect(element.attributes["aria-roledescription"] != nil)
    }
    let root = try #require(svg.elements.first)
    #expect(root.attributes["role"] == "graphics-document document")
    #expect(svg.elements.contains { $0.name == "title" && $0.text == graph.title && $0.depth == 1 })
    #expect(svg.elements.contains { $0.name == "desc" && $0.depth == 1 })
  }

  @Test func everyLineOfTextCarriesItsWidth() throws {
    let svg = XMLChecker(try GraphRenderer.render(SleepGraph.make(), as: .svg).bytes)
    let texts = svg.elements.filter { $0.name == "text" }
    #expect(texts.count > 50)
    for text in texts {
      #expect(text.attributes["textLength"] != nil)
      #expect(text.attributes["font-size"].flatMap(Double.init).map { $0 >= 11 } == true)
    }
  }

  @Test func everyAccessibleEdgeHasTheStyleOfItsCertainty() throws {
    let svg = XMLChecker(try GraphRenderer.render(SleepGraph.make(), as: .svg).bytes)
    let stress = try #require(
      svg.elements.first {
        $0.attributes["aria-label"]
          == "Chronic stress is probably associated with Disturbed sleep, probable"
      })
    #expect(stress.attributes["class"] == "edge association probable")
  }

  static let hostile: [(label: String, id: String)] = [
    ("]]> <script>alert(1)</script> & \"quotes\" 'too'", "javascript:alert(1)"),
    (String(repeating: "long ", count: 2_000), "https://example.org/\"onclick=\"x"),
    (String(repeating: "W", count: 300), "https://example.org/a&b"),
    ("\u{0}\u{1}\u{7F}\u{FFFE}\u{FFFF}\u{202E}evil", "two words\tand\u{1}"),
    ("שלום עולם وداعا", "X:rtl"), ("👩‍👩‍👧‍👦 🇪🇺 e\u{301}\u{301}\u{301}", "X:emoji"), ("", "X:none"),
    ("   ", ""), (#"\N \G \\ \"# + "\\", #"back\slash"#), ("%anonymous", "%3"),
    ("node", "graph"), ("a:b:sw", "1e5"), ("<table><tr></tr></table>", "<x>"),
  ]

  @Test(arguments: [true, false])
  func survivesHostileText(hasRoles: Bool) throws {
    var builder = GraphBuilder()
    builder.title = "]]>&<\u{1}"
    var last: NodeIndex?
    for (number, item) in Self.hostile.enumerated() {
      let role = hasRoles ? Role.allCases[number % 5] : nil
      let node = builder.record(
        Concept(id: NodeID(item.id), label: item.label, role: role, description: item.label))
      if hasRoles, role == .condition { builder.addFocus(node) }
      if let last {
        builder.add(
          Statement(last, Predicate(item.label), node, id: item.id),
          evidence: [Evidence(quote: item.label, hedge: item.label, certainty: .possible)])
      }
      last = node
    }
    let graph = builder.build()
    let svg = XMLChecker(try GraphRenderer.render(graph, as: .svg).bytes)
    #expect(svg.problem == nil)
    let ids = svg.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { !$0.contains { $0.isWhitespace } })
    for element in svg.elements {
      #expect(element.name != "script")
      #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
      if let link = element.attributes["href"] { #expect(link.hasPrefix("http")) }
    }
    #expect(!(try GraphRenderer.render(graph, as: .dot).bytes.isEmpty))
    #expect(!(try GraphRenderer.render(graph, as: .pdf).bytes.isEmpty))
    #expect(!(try GraphRenderer.render(graph, as: .png).bytes.isEmpty))
  }

  @Test func drawsTheSmallestGraphs() throws {
    #expect(XMLChecker(try GraphRenderer.render(KnowledgeGraph(), as: .svg).bytes).problem == nil)
    for role in [Role.condition, .protective, .disease, nil] {
      var builder = GraphBuilder()
      let node = builder.record(Concept(label: "Alone", role: role))
      builder.add(Statement(node, .causes, node))
      let svg = XMLChecker(try GraphRenderer.render(builder.build(), as: .svg).bytes)
      #expect(svg.problem == nil)
    }
  }

  @Test func refusesWhatNobodyCouldRead() {
    var builder = GraphBuilder()
    for number in 0...GraphRenderer.nodeLimit {
      _ = builder.record(Concept(id: NodeID("X:\(number)"), label: "\(number)"))
    }
    let graph = builder.build()
    let error = #expect(throws: RenderError.self) { try GraphRenderer.render(graph, as: .svg) }
    #expect(
      error
        == .tooLarge(
          nodes: 2_001, edges: 0, nodeLimit: GraphRenderer.nodeLimit,
          edgeLimit: GraphRenderer.edgeLimit))
    #expect(throws: Never.self) { try GraphRenderer.render(graph, as: .dot) }
  }

  @Test func drawsOnlyDrawings() {
    #expect(throws: RenderError.unsupportedFormat(.jsonld)) {
      try GraphRenderer.render(SleepGraph.make(), as: .jsonld)
    }
  }
}
