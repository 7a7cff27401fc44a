import ArgumentParser
import GraphAnalysis
import GraphExport
import GraphModel

/// `etiograph structure`: components, cycles, bridges, cut nodes and cores.
struct StructureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "structure",
    abstract: "Show how the graph hangs together: components, cycles, bridges, cut nodes.",
    discussion: """
      components: parts that nothing connects. strong-components: nodes that reach each other along \
      the edges' direction. cycles: ways from a node back to itself. bridges and cut-nodes: what the \
      graph falls apart without, direction ignored. cores: concepts by how densely they are woven in, \
      the greatest k first for which a concept has k neighbours that have k such neighbours in turn. communities: groups with more statements within \
      them than chance would put there (Leiden, modularity).

        etiograph structure --find cut-nodes
        etiograph structure --find cycles --limit 10
      """)

  /// What to look for.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case components
    case strongComponents = "strong-components"
    case cycles
    case bridges
    case cutNodes = "cut-nodes"
    case cores
    case communities
  }

  @OptionGroup var graph: GraphOptions
  @OptionGroup var time: TimeLimitOption
  @OptionGroup var output: OutputOptions

  @Option(name: .shortAndLong, help: "What to look for.")
  var find = Kind.components

  @Option(
    help: ArgumentHelp("How many cycles to list; 100 where none is given.", valueName: "number"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Above 1 for more and smaller communities, below for fewer.", valueName: "number"))
  var resolution = 1.0

  @Option(
    help: ArgumentHelp("What the random order of communities starts from.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Let the evidence of the edges count for communities.")
  var weighted = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
    if limit != nil, find != .cycles {
      throw ValidationError("--limit has no meaning for \(find.rawValue); it is for cycles")
    }
  }

  func run() throws {
    time.begin()
    let graph = try self.graph.load()
    let index = AdjacencyIndex(graph)
    switch find {
    case .components: groups(index.connectedComponents().members, graph, "component")
    case .strongComponents:
      groups(index.stronglyConnectedComponents().members, graph, "strong component")
    case .cutNodes: groups(index.cutNodes().map { [$0] }, graph, "cut node")
    case .communities:
      let found: Communities
      do throws(CentralityError) {
        let options = CommunityOptions(
          isWeighted: weighted, resolution: resolution, seed: seed)
        found = try Attendance.shared.run { work throws(CentralityError) in
          try index.communities(options, work: work)
        }
      } catch {
        throw CommandFailure(error.description)
      }
      Answer.note("modularity \(Answer.number(found.modularity))")
      groups(found.components.members, graph, "community")
      if !found.isComplete {
        try Answer.stop("these communities are the best that were found by then")
      }
    case .cores:
      let numbers = index.coreNumbers()
      var members = [[NodeIndex]](repeating: [], count: (numbers.max() ?? 0) + 1)
      for node in numbers.indices { members[numbers[node]].append(NodeIndex(node)) }
      groups(members.reversed().filter { !$0.isEmpty }, graph, "core")
    case .bridges:
      let edges = index.bridges().map { graph[$0] }
      print("bridge", edges.map { [($0.id.rawValue, $0.wording)] })
    case .cycles:
      let report = Attendance.shared.run { index.cycles(limit: limit ?? 100, work: $0) }
      print(
        "cycle", report.cycles.map { $0.nodes.map { (graph[$0].id.rawValue, graph[$0].label) } },
        isTruncated: report.isTruncated)
      if report.isStopped { try Answer.stop("these cycles were found by then; there may be more") }
    }
  }

  private func groups(_ members: [[NodeIndex]], _ graph: KnowledgeGraph, _ kind: String) {
    print(kind, members.map { $0.map { (graph[$0].id.rawValue, graph[$0].label) } })
  }

  private func print(
    _ kind: String, _ groups: [[(id: String, label: String)]], isTruncated: Bool = false
  ) {
    switch output.format {
    case .json:
      let items = groups.map { group in
        JSONValue.array(
          group.map { .object([("id", .string($0.id)), ("label", .string($0.label))]) })
      }
      Answer.write(
        json: .object([
          ("find", .string(find.rawValue)), ("items", .array(items)),
          ("truncated", .bool(isTruncated)),
        ]))
    case .tsv:
      var table = TextTable([(kind, .right), ("id", .left), ("label", .left)])
      for (number, group) in groups.enumerated() {
        for member in group { table.add(["\(number + 1)", member.id, member.label]) }
      }
      Answer.write(table, as: .tsv)
    case .text:
      let count = groups.count
      Answer.write(
        Terminal.output.styled("\(count) \(Self.plural(kind, count))", .bold)
          + (isTruncated ? " (there are more; raise --limit to see them)\n" : "\n"))
      for (number, group) in groups.enumerated() {
        let size = group.count > 1 ? "\(group.count): " : ""
        let names = size + group.map(\.label).joined(separator: kind == "cycle" ? " → " : "; ")
        Answer.write(
          "\(number + 1).\n\(names.wrapped(width: Terminal.output.width, indent: "   "))\n")
      }
    }
  }

  private static func plural(_ kind: String, _ count: Int) -> String {
    if count == 1 { return kind }
    return kind.hasSuffix("y") ? "\(kind.dropLast())ies" : "\(kind)s"
  }
}
