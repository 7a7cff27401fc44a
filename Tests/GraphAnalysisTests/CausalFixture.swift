import GraphAnalysis
import GraphModel

/// A diagram of nodes 0 ..< count, every arrow a `biolink:causes`.
func diagram(_ count: Int, _ arrows: [(Int, Int)], unobserved: [Int] = []) -> CausalDiagram {
  CausalDiagram(
    testGraph(count, arrows.map { TestEdge($0.0, .causes, $0.1) }),
    unobserved: Set(unobserved.map(node)))
}

/// A diagram from `A>B` pairs between names, with the names in order of appearance.
struct NamedDiagram {
  let names: [String]
  let diagram: CausalDiagram

  init(_ text: String) {
    let pairs = text.split(whereSeparator: \.isWhitespace).map {
      $0.split(separator: ">").map(String.init)
    }
    var names: [String] = []
    for name in pairs.joined() where !names.contains(name) { names.append(name) }
    self.names = names
    diagram = GraphAnalysisTests.diagram(
      names.count,
      pairs.compactMap { pair in
        guard let from = names.firstIndex(of: pair[0]), let to = names.firstIndex(of: pair[1])
        else { return nil }
        return (from, to)
      })
  }

  func index(_ name: String) -> NodeIndex { node(names.firstIndex(of: name) ?? -1) }

  /// Sets as sorted lines of sorted names.
  func lines(_ sets: [[NodeIndex]]) -> [String] {
    sets.map { $0.map { names[$0.position] }.sorted().joined(separator: ",") }.sorted()
  }
}

/// Definitions taken literally, for diagrams of a few nodes.
struct CausalBruteForce {
  let count: Int
  let arrows: [(Int, Int)]

  func has(_ from: Int, _ to: Int) -> Bool { arrows.contains { $0 == (from, to) } }

  func descendants(_ node: Int, _ arrows: [(Int, Int)]? = nil) -> Set<Int> {
    var found: Set<Int> = [node]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (from, to) in arrows ?? self.arrows where found.contains(from) {
        if found.insert(to).inserted { isGrowing = true }
      }
    }
    return found
  }

  /// Every path without repeated nodes, arrows either way.
  func paths(_ from: Int, _ to: Int, _ arrows: [(Int, Int)]) -> [[Int]] {
    var found: [[Int]] = []
    func extend(_ path: [Int]) {
      guard let last = path.last else { return }
      if last == to {
        found.append(path)
        return
      }
      for next in 0..<count where !path.contains(next) {
        if arrows.contains(where: { $0 == (last, next) || $0 == (next, last) }) {
          extend(path + [next])
        }
      }
    }
    extend([from])
    return found
  }

  func isOpen(_ path: [Int], given: Set<Int>, _ arrows: [(Int, Int)]) -> Bool {
    for place in path.indices.dropFirst().dropLast() {
      let (before, here, after) = (path[place - 1], path[place], path[place + 1])
      let meets =
        arrows.contains { $0 == (before, here) } && arrows.contains { $0 == (after, here) }
      let passes =
        meets ? !descendants(here, arrows).isDisjoint(with: given) : !given.contains(here)
      if !passes { return false }
    }
    return true
  }

  func areSeparated(_ a: Int, _ b: Int, given: Set<Int>, _ arrows: [(Int, Int)]? = nil) -> Bool {
    let arrows = arrows ?? self.arrows
    return !paths(a, b, arrows).contains { isOpen($0, given: given, arrows) }
  }

  func isDirected(_ path: [Int]) -> Bool {
    zip(path, path.dropFirst()).allSatisfy { has($0.0, $0.1) }
  }

  /// The nodes on directed paths, the start left out.
  func between(_ cause: Int, _ outcome: Int) -> Set<Int> {
    Set(paths(cause, outcome, arrows).filter(isDirected).joined()).subtracting([cause])
  }

  func subsets(of nodes: [Int]) -> [Set<Int>] {
    (0..<(1 << nodes.count)).map { bits in
      Set(nodes.indices.filter { bits >> $0 & 1 == 1 }.map { nodes[$0] })
    }
  }

  /// The sets that meet the adjustment criterion and of which no part does.
  func minimalAdjustments(_ cause: Int, _ outcome: Int, among nodes: [Int]) -> Set<Set<Int>> {
    let forbidden = between(cause, outcome).reduce(into: Set<Int>()) {
      $0.formUnion(descendants($1))
    }
    let biasing = paths(cause, outcome, arrows).filter { !isDirected($0) }
    let sufficient = subsets(of: nodes).filter { set in
      set.isDisjoint(with: forbidden)
        && !biasing.contains { isOpen($0, given: set, arrows) }
    }
    return Set(
      sufficient.filter { set in !sufficient.contains { $0.isStrictSubset(of: set) } })
  }

  /// The nodes that some set of ancestors of theirs and of the outcome makes an instrument.
  func instruments(_ cause: Int, _ outcome: Int, among nodes: [Int]) -> [Int] {
    let ways = between(cause, outcome)
    let rest = arrows.filter { !($0.0 == cause && ways.contains($0.1)) }
    let outcomes = descendants(outcome, rest)
    return nodes.filter { candidate in
      guard !ways.contains(candidate) else { return false }
      let others = nodes.filter { node in
        node != candidate && !ways.contains(node) && !outcomes.contains(node)
          && !descendants(node, rest).isDisjoint(with: [candidate, outcome])
      }
      return subsets(of: others).contains { given in
        areSeparated(candidate, outcome, given: given, rest)
          && !areSeparated(candidate, cause, given: given, rest)
      }
    }
  }
}

/// A random diagram whose arrows run along a random order.
func randomDiagram(_ count: Int, random: inout SeededRandom) -> [(Int, Int)] {
  let order = (0..<count).shuffled(using: &random)
  var arrows: [(Int, Int)] = []
  for later in 1..<count {
    for earlier in 0..<later where Int.random(in: 0..<5, using: &random) < 2 {
      arrows.append((order[earlier], order[later]))
    }
  }
  return arrows
}
