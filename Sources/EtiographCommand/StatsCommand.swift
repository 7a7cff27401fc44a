import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph stats`: the graph in numbers.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what is in the graph.",
    discussion: """
      Concepts by role and category, statements by predicate, kind and certainty, references by how \
      they came to stand behind a statement, and how the graph hangs together.

        etiograph stats
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  /// A count and what it counts; sections group them.
  private struct Count {
    var section: String
    var name: String
    var value: Int
  }

  func run() throws {
    let counts = self.counts(of: try graph.load())
    switch output.format {
    case .json:
      var sections: [(String, JSONValue)] = []
      for count in counts where sections.last?.0 != count.section {
        let members = counts.filter { $0.section == count.section }
        sections.append(
          (count.section, .object(members.map { ($0.name, .int($0.value)) })))
      }
      Answer.write(json: .object(sections))
    case .tsv, .text:
      var table = TextTable([("what", .left), ("which", .left), ("count", .right)])
      var last = ""
      for count in counts {
        let repeats = output.format == .text && count.section == last
        table.add([repeats ? "" : count.section, count.name, "\(count.value)"])
        last = count.section
      }
      Answer.write(table, as: output.format)
    }
  }

  private func counts(of graph: KnowledgeGraph) -> [Count] {
    let index = AdjacencyIndex(graph)
    let evidence = graph.edges.flatMap(\.evidence)
    let citations = evidence.flatMap(\.citations)
    let strong = index.stronglyConnectedComponents().members.filter { $0.count > 1 }
    var counts = [
      Count(section: "graph", name: "documents", value: graph.documents.count),
      Count(section: "graph", name: "concepts", value: graph.nodeCount),
      Count(section: "graph", name: "statements", value: graph.edgeCount),
      Count(section: "graph", name: "pieces of evidence", value: evidence.count),
      Count(section: "graph", name: "references cited", value: graph.citedReferences.count),
    ]
    counts += tally("role", graph.nodes.map { $0.role?.name ?? "none" })
    counts += tally("category", graph.nodes.map(\.category.curie))
    counts += tally("predicate", graph.edges.map(\.predicate.curie))
    counts += tally("kind", graph.edges.map(\.directness.name))
    counts += tally("certainty", graph.edges.map { $0.certainty?.name ?? "not stated" })
    counts += tally("negated", graph.edges.map { $0.isNegated ? "yes" : "no" })
    counts += tally("citation", citations.map(\.basis.name))
    counts += [
      Count(section: "structure", name: "components", value: index.connectedComponents().count),
      Count(section: "structure", name: "strong components of two or more", value: strong.count),
      Count(section: "structure", name: "bridges", value: index.bridges().count),
      Count(section: "structure", name: "cut nodes", value: index.cutNodes().count),
    ]
    return counts
  }

  /// How often each name occurs, most often first, then by name.
  private func tally(_ section: String, _ names: [String]) -> [Count] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Count(section: section, name: $0.key, value: $0.value) }
  }
}
