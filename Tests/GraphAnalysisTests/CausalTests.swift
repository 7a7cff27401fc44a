import GraphAnalysis
import GraphModel
import Testing

@Suite struct CausalTests {
  /// A diagram of arrows "a b c": a causes b and c; nodes in the order in which they are named.
  private struct Drawn {
    var names: [String] = []
    var arrows: [TestEdge] = []

    init(_ lines: String) {
      for line in lines.split(separator: "\n") {
        let numbers = line.split(separator: " ").map { number(String($0)) }
        for child in numbers.dropFirst() { arrows.append(TestEdge(numbers[0], .causes, child)) }
      }
    }

    mutating func number(_ name: String) -> Int {
      if let known = names.firstIndex(of: name) { return known }
      names.append(name)
      return names.count - 1
    }

    func node(_ name: String) -> NodeIndex {
      NodeIndex(names.firstIndex(of: name) ?? names.count)
    }

    var diagram: CausalDiagram { CausalDiagram(AdjacencyIndex(testGraph(names.count, arrows))) }

    func report(_ from: String, _ to: String, hidden: [String] = []) throws -> CausalReport {
      try diagram.effect(
        CausalQuery(
          exposure: node(from), outcome: node(to), unobserved: Set(hidden.map(node))))
    }

    func sets(_ report: CausalReport) -> [String] {
      report.adjustmentSets.map { $0.map { names[$0.position] }.sorted().joined(separator: " ") }
        .sorted()
    }

    func instruments(_ report: CausalReport) -> [String] {
      report.instruments.map {
        names[$0.node.position]
          + ($0.given.isEmpty ? "" : " | " + $0.given.map { names[$0.position] }.joined())
      }
    }
  }

  // I. Shrier & R. Platt 2008, doi:10.1186/1471-2288-8-70, figure 2a: warming up and injury. The
  // paper finds neuromuscular fatigue with tissue weakness sufficient; all sets by brute force over
  // the sets of nodes with networkx 3.6.1's `is_d_separator`.
  @Test func findsTheSetsOfShrierAndPlatt() throws {
    let drawn = Drawn(
      """
      Coach FitnessLevel TeamMotivation
      Genetics FitnessLevel NeuromuscularFatigue ConnectiveTissueDisorder
      TeamMotivation PreviousInjury WarmUpExercises
      PreGameProprioception WarmUpExercises
      ConnectiveTissueDisorder TissueWeakness NeuromuscularFatigue
      ContactSport IntraGameProprioception PreviousInjury
      TissueWeakness Injury
      IntraGameProprioception Injury
      FitnessLevel PreGameProprioception NeuromuscularFatigue
      NeuromuscularFatigue IntraGameProprioception Injury
      WarmUpExercises IntraGameProprioception
      """)
    let report = try drawn.report("WarmUpExercises", "Injury")
    #expect(
      drawn.sets(report) == [
        "Coach FitnessLevel", "Coach PreGameProprioception",
        "ConnectiveTissueDisorder NeuromuscularFatigue", "FitnessLevel Genetics",
        "FitnessLevel TeamMotivation", "NeuromuscularFatigue TissueWeakness",
        "PreGameProprioception TeamMotivation",
      ])
    #expect(report.isComplete)
    #expect(report.mediators == [drawn.node("IntraGameProprioception")])
  }

  // I. Polzer et al. 2012, doi:10.1007/s00784-011-0625-9: tooth loss and mortality. The sets are
  // those that DAGitty's own tests expect of its example of that name.
  @Test func findsTheSetsOfPolzer() throws {
    let names =
      "ToothLoss Mortality Periodontitis Caries Diabetes Obesity Hypertension Psychosocial Age Sex "
      + "Alcohol Smoking Sport Lipids"
    let rows = [
      "01000000000000", "00000000000000", "10000000000000", "10000000000000", "01100010000001",
      "01101010000001", "01000000000000", "11111110001111", "11111111001111", "11111111001111",
      "11001110000101", "11101110000010", "01101110000001", "01000000000000",
    ]
    let list = names.split(separator: " ").map(String.init)
    var drawn = Drawn("")
    for name in list { _ = drawn.number(name) }
    for (from, row) in rows.enumerated() {
      for (to, mark) in row.enumerated() where mark == "1" {
        drawn.arrows.append(TestEdge(from, .causes, to))
      }
    }
    #expect(
      drawn.sets(try drawn.report("ToothLoss", "Mortality")) == [
        "Age Alcohol Diabetes Obesity Psychosocial Sex Smoking Sport",
        "Age Alcohol Periodontitis Psychosocial Sex Smoking",
      ])
  }

  // The M of bias: nothing has to be held fixed, and the middle must not be alone.
  @Test func anEmptySetSaysThatNothingHasToBeFixed() throws {
    let drawn = Drawn("a x m\nb m y\nx y")
    #expect(drawn.sets(try drawn.report("x", "y")) == [""])
    let (x, y, m) = (drawn.node("x"), drawn.node("y"), drawn.node("m"))
    let without = Drawn("a x m\nb m y")
    #expect(try without.diagram.areSeparated(without.node("x"), without.node("y")))
    #expect(
      try !without.diagram.areSeparated(
        without.node("x"), without.node("y"), given: [without.node("m")]))
    #expect(try !drawn.diagram.areSeparated(x, y, given: [m]))
  }

  // Both from DAGitty's own tests of instruments; z | w is that of Brito & Pearl 2002.
  @Test func findsInstruments() throws {
    let plain = Drawn("z x\nx y\nu x y")
    #expect(plain.instruments(try plain.report("x", "y", hidden: ["u"])) == ["z"])
    #expect(try plain.report("x", "y", hidden: ["u"]).adjustmentSets.isEmpty)
    let conditional = Drawn("w z u\nz x\nx y\nu x y")
    #expect(
      conditional.instruments(try conditional.report("x", "y", hidden: ["u"])) == ["z | w"])
  }

  @Test func namesTheCycleThatPreventsAnAnswer() throws {
    let drawn = Drawn("x y\na x b\nb a y")
    #expect(throws: CausalError.cycle([drawn.node("a"), drawn.node("b")])) {
      try drawn.report("x", "y")
    }
    // A cycle that neither end comes from does not matter.
    let beside = Drawn("x y\ny a\na b\nb a")
    #expect(beside.sets(try beside.report("x", "y")) == [""])
  }

  @Test func refusesQuestionsWithoutMeaning() throws {
    let drawn = Drawn("x y")
    #expect(throws: CausalError.self) { try drawn.report("x", "x") }
    #expect(throws: CausalError.self) { try drawn.report("x", "nobody") }
    #expect(throws: CausalError.self) { try drawn.report("x", "y", hidden: ["y"]) }
  }

  /// Whether a path between two nodes is open, by the definition, over all simple paths.
  private func isSeparated(
    _ arrows: Set<[Int]>, _ count: Int, _ from: Int, _ to: Int, _ given: Set<Int>
  ) -> Bool {
    func descendants(_ node: Int) -> Set<Int> {
      var found: Set<Int> = [node]
      var grows = true
      while grows {
        grows = false
        for arrow in arrows where found.contains(arrow[0]) {
          grows = found.insert(arrow[1]).inserted || grows
        }
      }
      return found
    }
    func isOpen(_ path: [Int]) -> Bool {
      for place in path.indices.dropFirst().dropLast() {
        let node = path[place]
        let isCollider =
          arrows.contains([path[place - 1], node]) && arrows.contains([path[place + 1], node])
        if isCollider ? descendants(node).isDisjoint(with: given) : given.contains(node) {
          return false
        }
      }
      return true
    }
    func walk(_ path: [Int]) -> Bool {
      guard let last = path.last, last != to else { return isOpen(path) }
      return (0..<count).contains { next in
        !path.contains(next) && (arrows.contains([last, next]) || arrows.contains([next, last]))
          && walk(path + [next])
      }
    }
    return !walk([from])
  }

  // Brute force over all simple paths and all sets of nodes.
  @Test(arguments: 0..<60)
  func agreesWithTheDefinitions(seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 500)
    let count = 6
    var arrows: Set<[Int]> = []
    for _ in 0..<Int.random(in: 5...10, using: &random) {
      let (a, b) = (
        Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
      )
      if a != b { arrows.insert([min(a, b), max(a, b)]) }
    }
    let edges = arrows.sorted { $0.lexicographicallyPrecedes($1) }.map {
      TestEdge($0[0], .causes, $0[1])
    }
    let diagram = CausalDiagram(AdjacencyIndex(testGraph(count, edges)))
    let (from, to) = (2, 5)
    let others = (0..<count).filter { $0 != from && $0 != to }
    let subsets = (0..<(1 << others.count)).map { bits in
      Set(others.indices.filter { bits >> $0 & 1 == 1 }.map { others[$0] })
    }
    for set in subsets {
      let separated = try diagram.areSeparated(node(from), node(to), given: set.sorted().map(node))
      #expect(separated == isSeparated(arrows, count, from, to, set))
    }
    func reaches(_ start: Int, _ end: Int) -> Bool {
      start == end || arrows.contains { $0[0] == start && reaches($0[1], end) }
    }
    let between = (0..<count).filter { $0 != from && reaches(from, $0) && reaches($0, to) }
    let backDoor = arrows.filter { !($0[0] == from && between.contains($0[1])) }
    let valid = subsets.filter { set in
      !set.contains { node in between.contains { reaches($0, node) } }
        && isSeparated(backDoor, count, from, to, set)
    }
    let minimal = valid.filter { set in !valid.contains { $0.isStrictSubset(of: set) } }
    let found = try diagram.effect(CausalQuery(exposure: node(from), outcome: node(to)))
    #expect(
      Set(found.adjustmentSets.map { Set($0.map { Int($0.rawValue) }) }) == Set(minimal),
      "\(arrows.sorted { $0.lexicographicallyPrecedes($1) })")
    #expect(found.adjustmentSets.count == minimal.count)
  }
}
