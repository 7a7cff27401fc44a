import GraphModel
import Testing

/// A small seeded generator (SplitMix64, Steele et al. 2014, doi:10.1145/2714064.2660195).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

@Suite struct KnowledgeGraphTests {
  @Test func theEmptyGraphAnswersEverything() {
    let graph = KnowledgeGraph()
    #expect(graph.nodes.isEmpty)
    #expect(graph.edges.isEmpty)
    #expect(graph.node(id: "X:1") == nil)
    #expect(graph.citedReferences.isEmpty)
    #expect(NameLookup(graph).nodes(named: "stress").isEmpty)
    #expect(NameLookup(graph).suggestions(for: "stress").isEmpty)
    #expect(GraphBuilder().build().nodeCount == 0)
  }

  /// What was put in comes out, row for row, for random multigraphs with self-loops and parallel
  /// edges, and with evidence on some edges only.
  @Test(arguments: UInt64(1)...20)
  func everythingThatWasAddedIsThere(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var builder = GraphBuilder()
    let count = Int.random(in: 1...30, using: &random)
    let predicates: [Predicate] = [.causes, .associatedWith, .subclassOf, Predicate("ex:odd")]
    let nodes = (0..<count).map {
      builder.record(
        Concept(
          id: NodeID("X:\($0)"), label: "node \($0)", synonyms: $0 % 3 == 0 ? ["name \($0)"] : [],
          categories: $0 % 2 == 0 ? [.disease, Category("ex:Thing")] : []))
    }
    struct Row: Hashable {
      var subject: NodeIndex
      var predicate: Predicate
      var object: NodeIndex
      var isNegated: Bool
    }
    var expected: [Row] = []
    var evidence: [Row: [String]] = [:]
    for number in 0..<Int.random(in: 0...80, using: &random) {
      let row = Row(
        subject: nodes[Int.random(in: 0..<count, using: &random)],
        predicate: predicates[Int.random(in: 0..<4, using: &random)],
        object: nodes[Int.random(in: 0..<count, using: &random)],
        isNegated: Bool.random(using: &random))
      let quotes = Bool.random(using: &random) ? ["quote \(number)"] : []
      builder.add(
        Statement(row.subject, row.predicate, row.object, isNegated: row.isNegated),
        evidence: quotes.map { Evidence(quote: $0) })
      if !expected.contains(row) { expected.append(row) }
      evidence[row, default: []] += quotes
    }
    let graph = builder.build()
    #expect(graph.nodes.map(\.label) == (0..<count).map { "node \($0)" })
    #expect(
      graph.edges.map {
        Row(
          subject: $0.subjectIndex, predicate: $0.predicate, object: $0.objectIndex,
          isNegated: $0.isNegated)
      } == expected)
    for (edge, row) in zip(graph.edges, expected) {
      #expect(edge.evidence.map(\.quote) == evidence[row])
    }
    for node in graph.nodes {
      #expect(graph.node(id: node.id) == node)
      #expect(node.synonyms.isEmpty == (node.index.rawValue % 3 != 0))
    }
    #expect(Set(graph.edges.map(\.id)).count == graph.edgeCount)
  }

  @Test func evidenceComesBackWhole() throws {
    var builder = GraphBuilder()
    let a = builder.node(for: Concept(label: "a"))
    let b = builder.node(for: Concept(label: "b"))
    let document = builder.add(SourceDocument(name: "one.md", title: "One"))
    let reference = builder.add(Reference(id: "PMID:1"))
    let piece = Evidence(
      document: document, section: "Causes", quote: "A may cause b.", range: 10..<24, line: 3,
      hedge: "may", certainty: .possible, scope: .heading, stance: .contradicts,
      citations: [Citation(reference, basis: .inferred)])
    builder.add(Statement(a, .causes, b), evidence: [piece])
    let graph = builder.build()
    #expect(try #require(graph.edges.first).evidence == [piece])
    #expect(graph.citedReferences == [reference])
    #expect(graph.title == "One")
  }

  @Test func anEdgeIsNamedByWhatItSays() throws {
    func edge(_ predicate: Predicate, extra: Bool) throws -> EdgeID {
      var builder = GraphBuilder()
      if extra { _ = builder.node(for: Concept(label: "another")) }
      let a = builder.node(for: Concept(label: "a"))
      let b = builder.node(for: Concept(label: "b"))
      builder.add(Statement(a, predicate, b))
      return try #require(builder.build().edges.first).id
    }
    #expect(try edge(.causes, extra: false) == edge(.causes, extra: true))
    #expect(try edge(.causes, extra: false) != edge(.affects, extra: false))
    #expect(try edge(.causes, extra: false).rawValue.hasPrefix("etiograph:edge-"))
  }
}

@Suite struct EvidenceScoreTests {
  private func score(_ pieces: [Evidence]) -> Double {
    EvidenceScore.strength(of: pieces, certainty: nil)
  }
  private func piece(
    _ certainty: Certainty, _ references: [UInt32] = [], _ basis: Citation.Basis = .stated,
    _ stance: Evidence.Stance = .supports
  ) -> Evidence {
    Evidence(
      document: DocumentIndex(rawValue: 0), quote: "\(certainty) \(references)",
      certainty: certainty, stance: stance,
      citations: references.map { Citation(ReferenceIndex(rawValue: $0), basis: basis) })
  }

  // By hand: 1 − (1 − .4)(1 − .7) = .82.
  @Test func independentReferencesStrengthen() {
    #expect(abs(score([piece(.possible, [1]), piece(.probable, [2])]) - 0.82) < 1e-12)
  }

  @Test func theSameReferenceTwiceDoesNot() {
    #expect(score([piece(.probable, [1]), piece(.possible, [1])]) == 0.7)
    #expect(score([piece(.probable), piece(.probable)]) == 0.7)
  }

  @Test func anUncitedSentenceRepeatsWhatItsDocumentCites() {
    #expect(score([piece(.possible), piece(.possible, [1])]) == 0.4)
    #expect(score([piece(.probable), piece(.possible, [1])]) == 0.7)
  }

  // By hand: 1 − (1 − .4)(1 − .4) = .64, two documents that cite nothing.
  @Test func twoDocumentsAreTwoSources() {
    var other = piece(.possible)
    other.document = DocumentIndex(rawValue: 1)
    #expect(abs(score([piece(.possible), other]) - 0.64) < 1e-12)
  }

  @Test func anInferredReferenceAddsNothing() {
    #expect(score([piece(.probable, [1, 2], .inferred)]) == 0.7)
  }

  // By hand: .9 · (1 − .4) = .54.
  @Test func contradictionWeakens() {
    let pieces = [piece(.established, [1]), piece(.possible, [2], .stated, .contradicts)]
    #expect(abs(score(pieces) - 0.54) < 1e-12)
  }

  @Test func theScoreStaysInsideItsBounds() {
    let many = (0..<50).map { piece(.established, [$0]) }
    #expect(score(many) == 0.999)
    #expect(EvidenceScore.strength(certainty: nil) == 0.5)
  }
}
