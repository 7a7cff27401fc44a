import FoundationEssentials
import GraphAnalysis
import GraphModel
import Testing

@Suite struct CausalTests {
  /// ```
  ///   A ─▶ Z ◀─ B
  ///   │         │
  ///   ▼         ▼
  ///   X ──────▶ Y      the "M" of M-bias
  /// ```
  let mBias = NamedDiagram("A>Z B>Z A>X B>Y X>Y")

  @Test func opensAColliderThatIsConditionedOn() throws {
    let (a, b, z) = (mBias.index("A"), mBias.index("B"), mBias.index("Z"))
    let blind = try mBias.diagram.separation(SeparationQuery(from: a, to: b))
    #expect(blind.isSeparated && blind.separators.isEmpty)
    let open = try mBias.diagram.separation(SeparationQuery(from: a, to: b, given: [z]))
    #expect(open.openPath?.map(\.to) == [z, b])
    #expect(open.openedColliders == [z])
  }

  @Test func listsWhatWouldSeparate() throws {
    let chain = NamedDiagram("A>B B>C A>D D>C")
    let report = try chain.diagram.separation(
      SeparationQuery(from: chain.index("A"), to: chain.index("C")))
    #expect(!report.isSeparated)
    #expect(chain.lines(report.separators) == ["B,D"])
  }

  /// J. Textor et al. 2016 and DAGitty 3.1's own tests give these sets for M-bias.
  @Test func adjustsForNothingInMBiasUnlessTheColliderIsGiven() throws {
    let (x, y) = (mBias.index("X"), mBias.index("Y"))
    let free = try mBias.diagram.adjustment(AdjustmentQuery(of: x, on: y))
    #expect(free.sets == [[]])
    let given = try mBias.diagram.adjustment(
      AdjustmentQuery(of: x, on: y, given: [mBias.index("Z")]))
    #expect(mBias.lines(given.sets) == ["A", "B"])
  }

  /// I. Shrier & R. W. Platt 2008, doi:10.1186/1471-2288-8-70, figure 2; the sets by DAGitty 3.1.
  @Test func findsTheSetsOfShrierAndPlatt() throws {
    let sport = NamedDiagram(
      """
      Coach>FitnessLevel Coach>TeamMotivation Genetics>FitnessLevel Genetics>NeuromuscularFatigue
      Genetics>ConnectiveTissueDisorder TeamMotivation>PreviousInjury
      TeamMotivation>WarmUpExercises PreGameProprioception>WarmUpExercises
      ConnectiveTissueDisorder>TissueWeakness ConnectiveTissueDisorder>NeuromuscularFatigue
      ContactSport>IntraGameProprioception ContactSport>PreviousInjury TissueWeakness>Injury
      IntraGameProprioception>Injury FitnessLevel>PreGameProprioception
      FitnessLevel>NeuromuscularFatigue NeuromuscularFatigue>IntraGameProprioception
      NeuromuscularFatigue>Injury WarmUpExercises>IntraGameProprioception
      """)
    let (cause, outcome) = (sport.index("WarmUpExercises"), sport.index("Injury"))
    let total = try sport.diagram.adjustment(AdjustmentQuery(of: cause, on: outcome))
    #expect(
      sport.lines(total.sets) == [
        "Coach,FitnessLevel", "Coach,PreGameProprioception",
        "ConnectiveTissueDisorder,NeuromuscularFatigue", "FitnessLevel,Genetics",
        "FitnessLevel,TeamMotivation", "NeuromuscularFatigue,TissueWeakness",
        "PreGameProprioception,TeamMotivation",
      ])
    #expect(sport.lines([total.forbidden]) == ["IntraGameProprioception"])
    let direct = try sport.diagram.adjustment(
      AdjustmentQuery(of: cause, on: outcome, effect: .direct))
    #expect(!direct.hasEffect && direct.sets.count == 7)
    let few = try sport.diagram.adjustment(AdjustmentQuery(of: cause, on: outcome, limit: 3))
    #expect(few.sets.count == 3 && few.isTruncated)
    let instruments = try sport.diagram.instruments(InstrumentQuery(of: cause, on: outcome))
    #expect(
      instruments.instruments.map { sport.names[$0.node.position] }.sorted() == [
        "Coach", "ConnectiveTissueDisorder", "FitnessLevel", "Genetics", "PreGameProprioception",
        "PreviousInjury", "TeamMotivation",
      ])
  }

  /// S. Schipf et al. 2010, doi:10.1111/j.1365-2265.2010.03811.x; the sets by DAGitty 3.1.
  @Test func findsTheSetsOfSchipf() throws {
    let model = NamedDiagram(
      """
      A>S A>PA A>WC A>U A>TT S>TT S>T2DM WC>TT WC>U WC>T2DM U>TT U>T2DM PA>WC PA>T2DM
      """)
    let report = try model.diagram.adjustment(
      AdjustmentQuery(of: model.index("TT"), on: model.index("T2DM")))
    #expect(model.lines(report.sets) == ["A,S,U,WC", "PA,S,U,WC"])
    #expect(!report.hasEffect)
  }

  @Test func refusesWhatLiesOnTheWay() throws {
    let mediation = NamedDiagram("X>M M>Y C>X C>Y M>S")
    let (x, y) = (mediation.index("X"), mediation.index("Y"))
    let report = try mediation.diagram.adjustment(
      AdjustmentQuery(of: x, on: y, given: [mediation.index("M")]))
    #expect(report.sets.isEmpty && mediation.lines([report.wronglyGiven]) == ["M"])
    #expect(mediation.lines([report.forbidden]) == ["M,S"])
  }

  @Test func showsThePathThatNothingCloses() throws {
    let hidden = diagram(3, [(0, 1), (2, 0), (2, 1)], unobserved: [2])
    let report = try hidden.adjustment(AdjustmentQuery(of: node(0), on: node(1)))
    #expect(report.sets.isEmpty)
    #expect(report.openPath?.map(\.to) == [node(2), node(1)])
  }

  /// The textbook instrument, and one that has to be conditioned on.
  @Test func findsInstruments() throws {
    // 0 = x, 1 = y, 2 = u (unobserved), 3 = z, 4 = w.
    let plain = diagram(4, [(3, 0), (0, 1), (2, 0), (2, 1)], unobserved: [2])
    let found = try plain.instruments(InstrumentQuery(of: node(0), on: node(1)))
    #expect(found.instruments == [Instrument(node: node(3), given: [], kind: .cause)])
    let conditional = diagram(
      5, [(4, 3), (3, 0), (0, 1), (4, 2), (2, 0), (2, 1)], unobserved: [2])
    let given = try conditional.instruments(InstrumentQuery(of: node(0), on: node(1)))
    #expect(given.instruments == [Instrument(node: node(3), given: [node(4)], kind: .cause)])
  }

  @Test func namesTheCyclesThatPreventAnAnswer() throws {
    let loop = diagram(5, [(0, 1), (1, 2), (2, 0), (2, 3), (4, 4)])
    #expect(throws: CausalError.self) {
      try loop.adjustment(AdjustmentQuery(of: node(0), on: node(3)))
    }
    do throws(CausalError) {
      _ = try loop.separation(SeparationQuery(from: node(3), to: node(4)))
      Issue.record("cycles were accepted")
    } catch {
      guard case .cyclic(let cycles) = error else { throw error }
      #expect(cycles.map(\.nodes) == [[node(0), node(1), node(2)], [node(4)]])
    }
  }

  @Test func doesNotMindCyclesAmongOthers() throws {
    let beside = diagram(4, [(0, 1), (1, 2), (2, 3), (3, 2)])
    #expect(try beside.adjustment(AdjustmentQuery(of: node(0), on: node(1))).sets == [[]])
  }

  @Test func takesOnlyCausalEdgesThatAreNotDenied() throws {
    let graph = testGraph(
      3,
      [
        TestEdge(0, .associatedWith, 1), TestEdge(0, .causes, 2, isNegated: true),
        TestEdge(1, .causes, 2, .speculative),
      ])
    #expect(CausalDiagram(graph).arrowEdges == [edge(2)])
    let firm = CausalDiagram(graph, filter: EdgeFilter(minimumCertainty: .possible))
    #expect(firm.arrowCount == 0)
  }

  @Test func refusesQuestionsWithoutMeaning() {
    let pair = diagram(2, [(0, 1)], unobserved: [1])
    #expect(throws: CausalError.unknownNode(node(7))) {
      try pair.separation(SeparationQuery(from: node(0), to: node(7)))
    }
    #expect(throws: CausalError.repeats(node(0))) {
      try pair.separation(SeparationQuery(from: node(0), to: node(0)))
    }
    #expect(throws: CausalError.repeats(node(0))) {
      try pair.adjustment(AdjustmentQuery(of: node(0), on: node(1), given: [node(0)]))
    }
    #expect(throws: CausalError.limitTooSmall(0)) {
      try pair.adjustment(AdjustmentQuery(of: node(0), on: node(1), limit: 0))
    }
  }
}

@Suite struct CausalPropertyTests {
  @Test(arguments: 1...60)
  func separatesAsTheDefinitionSays(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let brute = CausalBruteForce(count: 6, arrows: randomDiagram(6, random: &random))
    let diagram = diagram(6, brute.arrows)
    for given in brute.subsets(of: [2, 3, 4, 5]) {
      let report = try diagram.separation(
        SeparationQuery(from: node(0), to: node(1), given: given.sorted().map(node)))
      #expect(report.isSeparated == brute.areSeparated(0, 1, given: given))
      if let path = report.openPath {
        let nodes = [0] + path.map { Int($0.to.rawValue) }
        #expect(brute.isOpen(nodes, given: given, brute.arrows))
        #expect(Set(nodes).count == nodes.count)
      }
    }
  }

  @Test(arguments: 1...60)
  func listsEveryMinimalSetAndInstrument(seed: UInt64) throws {
    var random = SeededRandom(seed &+ 1000)
    let brute = CausalBruteForce(count: 7, arrows: randomDiagram(7, random: &random))
    let unobserved = Int.random(in: 2..<7, using: &random)
    let observed = (2..<7).filter { $0 != unobserved }
    let diagram = diagram(7, brute.arrows, unobserved: [unobserved])
    let sets = try diagram.adjustment(AdjustmentQuery(of: node(0), on: node(1), limit: 1000)).sets
    let expected = brute.minimalAdjustments(0, 1, among: observed)
    #expect(Set(sets.map { Set($0.map { Int($0.rawValue) }) }) == expected)
    #expect(sets.count == expected.count)
    let found = try diagram.instruments(InstrumentQuery(of: node(0), on: node(1)))
    #expect(
      found.instruments.map { Int($0.node.rawValue) }.sorted()
        == brute.instruments(0, 1, among: observed))
  }

  /// What DAGitty finds on seeded random diagrams; written by `Tests/Oracles/causal_oracle.js`.
  struct Sample: Decodable {
    var count: Int
    var arrows: [[Int]]
    var cause: Int
    var outcome: Int
    var unobserved: [Int]
    var total: [[Int]]
    var direct: [[Int]]
    var instruments: [Int]
  }

  @Test func agreesWithDAGitty() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/dagitty.json")
    let samples = try JSONDecoder().decode([Sample].self, from: Data(contentsOf: file))
    #expect(samples.count == 80)
    for (number, sample) in samples.enumerated() {
      let diagram = diagram(
        sample.count, sample.arrows.map { ($0[0], $0[1]) }, unobserved: sample.unobserved)
      for (effect, expected) in [
        (AdjustmentQuery.Effect.total, sample.total), (.direct, sample.direct),
      ] {
        let report = try diagram.adjustment(
          AdjustmentQuery(
            of: node(sample.cause), on: node(sample.outcome), effect: effect, limit: 1000))
        #expect(
          report.sets.map { $0.map { Int($0.rawValue) } } == expected,
          "diagram \(number), \(effect) effect")
      }
      let found = try diagram.instruments(
        InstrumentQuery(of: node(sample.cause), on: node(sample.outcome)))
      #expect(
        found.instruments.map { Int($0.node.rawValue) }.sorted() == sample.instruments,
        "diagram \(number)")
    }
  }
}
