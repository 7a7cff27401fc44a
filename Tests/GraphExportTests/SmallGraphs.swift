import GraphModel

/// Small graphs for the tests of drawings.
///
///     noise ──contributes, probable──▶ poor sleep ──has phenotype, established──▶ fatigue
///     quiet ──prevents, possible──┤ poor sleep ── associated ── low mood (kind of: mood)
///     moon  ──does not cause, established──▶ poor sleep
enum SmallGraphs {
  static func sleep() -> KnowledgeGraph {
    var builder = GraphBuilder()
    builder.title = "Poor sleep"
    let work = builder.add(
      Reference(
        id: "DOI:10.5555/1", title: "Noise & sleep", authors: ["Marsh A", "Wu B"], year: 2020,
        doi: "10.5555/1"))
    let other = builder.add(Reference(id: "PMID:7", title: "Mood", authors: ["Lee C"], year: 2018))
    let document = builder.add(SourceDocument(name: "sleep.md", title: "On sleep"))
    func node(_ label: String, _ role: Role, id: NodeID? = nil, short: [String] = []) -> NodeIndex {
      builder.node(for: Concept(id: id, label: label, abbreviations: short, role: role))
    }
    let sleep = node("Poor sleep", .condition)
    builder.addFocus(sleep)
    let noise = node("Noise", .cause, id: "MESH:D009622")
    let quiet = node("Quiet nights", .protective)
    let moon = node("Full moon", .cause)
    let fatigue = node("Fatigue", .symptom, id: "HP:0012378")
    let mood = node("Mood disorders", .symptom, short: ["MD"])
    let low = node("Low mood", .symptom)
    func evidence(
      _ certainty: Certainty, _ hedge: String? = nil, cites: [Citation] = []
    ) -> [Evidence] {
      [
        Evidence(
          document: document, quote: "A \"quote\" & more.", line: 3, hedge: hedge,
          certainty: certainty, citations: cites)
      ]
    }
    builder.add(
      Statement(noise, .contributesTo, sleep),
      evidence: evidence(.probable, "is linked to", cites: [Citation(work, basis: .stated)]))
    builder.add(Statement(quiet, .preventativeFor, sleep), evidence: evidence(.possible, "may"))
    builder.add(
      Statement(moon, .causes, sleep, isNegated: true), evidence: evidence(.established))
    builder.add(Statement(sleep, .hasPhenotype, fatigue), evidence: evidence(.established))
    builder.add(Statement(low, .subclassOf, mood), evidence: evidence(.established))
    builder.add(
      Statement(sleep, .associatedWith, low),
      evidence: evidence(.speculative, cites: [Citation(other, basis: .inferred)]))
    return builder.build()
  }

  /// Nodes `0 ..< count` without roles, and edges by their numbers.
  static func plain(
    _ count: Int, _ edges: [(Int, Predicate, Int)], roles: [Role?] = []
  ) -> KnowledgeGraph {
    var builder = GraphBuilder()
    let nodes = (0..<count).map { number in
      builder.record(
        Concept(
          id: NodeID("X:\(number)"), label: "Concept \(number)",
          role: number < roles.count ? roles[number] : nil))
    }
    for edge in edges { builder.add(Statement(nodes[edge.0], edge.1, nodes[edge.2])) }
    return builder.build()
  }
}
