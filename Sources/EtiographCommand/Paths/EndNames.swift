import GraphModel

/// The concepts at one end of the paths that are asked for.
struct PathEnd {
  /// In graph order.
  let nodes: [NodeIndex]
  /// What they were called together: a label, or the words of the user.
  let name: String
  /// Whether it was asked for a set, even where one concept alone is in it.
  let isSet: Bool
}

/// Finds the concepts that an end names: one by name, or any of a part or a category.
struct EndNames {
  private let graph: KnowledgeGraph
  private let names: ConceptNames

  init(_ graph: KnowledgeGraph, _ names: ConceptNames) {
    self.graph = graph
    self.names = names
  }

  /// The end that is called so, or so, …
  ///
  /// - Throws: every name that names nothing, at once.
  func end(named text: String, or others: [String]) throws(CommandFailure) -> PathEnd {
    var nodes: Set<NodeIndex> = []
    var labels: [String] = []
    var isSet = !others.isEmpty
    var problems: [Diagnostic] = []
    for text in [text] + others {
      do throws(CommandFailure) {
        let members = try set(named: text)
        isSet = isSet || members != nil
        if let members {
          nodes.formUnion(members.map(\.index))
          labels.append(text)
        } else {
          let node = try names.node(named: text)
          nodes.insert(node.index)
          labels.append(node.label)
        }
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw CommandFailure(DiagnosticError(problems)) }
    return PathEnd(nodes: nodes.sorted(), name: labels.joined(separator: " or "), isSet: isSet)
  }

  /// The concepts of `any cause`; nil where the text is no such phrase, or the name of a concept.
  private func set(named text: String) throws(CommandFailure) -> [Node]? {
    let words = Self.words(text)
    guard words.first == "any", words.count > 1, !names.isKnown(text) else { return nil }
    let kind = words.dropFirst().joined(separator: " ")
    if ["concept", "node", "named thing"].contains(kind) { return Array(graph.nodes) }
    let found = graph.nodes.filter { node in
      node.role?.name == kind || node.categories.contains { $0.phrase == kind }
    }
    if !found.isEmpty { return found }
    if kind == Role.cause.name, graph.nodes.allSatisfy({ $0.role == nil }) {
      let causes = graph.edges.lazy.filter { $0.directness == .causal && !$0.isNegated }
      let subjects = Set(causes.map(\.subjectIndex))
      if !subjects.isEmpty { return subjects.sorted().map { graph[$0] } }
    }
    let kinds = knownKinds
    throw CommandFailure(
      "nothing in the graph is \(Self.article(kind)) \(kind)",
      suggestion: NearestNames.of(kind, in: kinds).map { "did you mean any \($0)?" }
        ?? (kinds.isEmpty
          ? "name a concept" : "there is any \(kinds.prefix(8).joined(separator: ", any "))"))
  }

  /// The parts and categories that the graph has, in order.
  private var knownKinds: [String] {
    var roles: Set<Role> = []
    var categories: Set<Category> = []
    for node in graph.nodes {
      if let role = node.role { roles.insert(role) }
      categories.formUnion(node.categories)
    }
    let named = Role.allCases.filter(roles.contains).map(\.name)
    return named + categories.sorted().map(\.phrase).filter { !named.contains($0) }
  }

  private static func article(_ word: String) -> String {
    word.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
  }

  /// `any PhenotypicFeature` and `any phenotypic_feature` are `any phenotypic feature`.
  private static func words(_ text: String) -> [String] {
    Category(text.split(whereSeparator: \.isWhitespace).map(String.init).joined(separator: "_"))
      .phrase.split { $0 == "_" || $0 == " " || $0 == "-" }.map(String.init)
  }
}
