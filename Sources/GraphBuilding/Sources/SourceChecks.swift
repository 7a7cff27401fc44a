import GraphModel

/// What is not wrong with the files of a graph, but worth a writer's look.
struct SourceChecks {
  private(set) var diagnostics: [Diagnostic] = []
  private let reading: SourcesReading

  init(_ reading: SourcesReading) {
    self.reading = reading
    if reading.readings.isEmpty { return }
    let graph = reading.builder.build()
    findUncitedWorks()
    findUngroundedMentions(in: graph)
    findUnmentionedConcepts(in: graph)
    findSkippedSentences()
    findDisputes(in: graph)
  }

  /// Statements that another one denies or says the opposite of; each is told where it is said.
  private mutating func findDisputes(in graph: KnowledgeGraph) {
    let disagreements = Disagreements(graph)
    if disagreements.isEmpty { return }
    for edge in graph.edges {
      guard let other = disagreements.against(edge.index).first.map({ graph[$0] }),
        let here = Self.place(of: edge, in: graph), let there = Self.place(of: other, in: graph)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .note, "'\(edge.wording)' is disputed: \(there) says '\(other.wording)'", at: here,
          suggestion: "look whether both sentences are read as they are meant; the graph keeps both"
        ))
    }
  }

  private static func place(of edge: Edge, in graph: KnowledgeGraph) -> SourceLocation? {
    for piece in edge.evidence where piece.stance == .supports {
      guard let document = piece.document else { continue }
      return SourceLocation(file: graph[document].name, line: piece.line)
    }
    return nil
  }

  private mutating func findUncitedWorks() {
    var cited = Set<String>()
    for article in reading.readings { cited.formUnion(article.citedKeys.map(\.key)) }
    for work in reading.works where !cited.contains(work.key) {
      diagnostics.append(
        Diagnostic(
          .warning, "nothing cites '\(work.key)'", at: work.location,
          suggestion: "cite it as [@\(work.key)] behind the sentence it supports, or remove it"))
    }
  }

  /// Concepts that prose names and that neither a vocabulary nor a data file has. Each is told
  /// once, where it is first named.
  private mutating func findUngroundedMentions(in graph: KnowledgeGraph) {
    let terms = reading.vocabulary.terms
    if reading.vocabulary.concepts.isEmpty, terms.isEmpty { return }
    let known = Set(
      reading.vocabulary.concepts.map { $0.id ?? Concept.localID(label: $0.label) })
    let lookup = NameLookup(graph)
    let labels = reading.vocabulary.concepts.flatMap(\.names)
    var told = Set<NodeIndex>()
    for article in reading.readings {
      let mentions = article.claims.flatMap { [$0.subject, $0.object] }
      for mention in [article.focus].compactMap({ $0 }) + mentions {
        let nodes = lookup.nodes(named: mention.text)
        guard nodes.count == 1, let node = nodes.first, !known.contains(node.id),
          !terms.isDefined(id: node.id.rawValue), node.index.position >= reading.recordedNodes,
          told.insert(node.index).inserted,
          // What is ambiguous or obsolete has been told as that.
          terms.match(node.label) == nil, terms.obsoleteTerms(named: node.label).isEmpty
        else { continue }
        let nearest =
          NearestName.of(node.label, in: labels)
          ?? NearestName.of(node.label, in: terms.names(near: node.label))
        diagnostics.append(
          Diagnostic(
            .warning, "'\(node.label)' is in no vocabulary",
            at: mention.location ?? SourceLocation(file: article.document.name),
            suggestion: nearest.map { "did you mean '\($0)'? If not, add a concept for it" }
              ?? "add a concept with 'label: \(node.label)', or list it as a synonym of one"))
      }
    }
  }

  private mutating func findUnmentionedConcepts(in graph: KnowledgeGraph) {
    for concept in reading.vocabulary.concepts {
      let id = concept.id ?? Concept.localID(label: concept.label)
      if graph.node(id: id) != nil { continue }
      diagnostics.append(
        Diagnostic(
          .note, "no statement mentions '\(concept.label)'", at: concept.location,
          suggestion: "check how the articles name it, and list that name as a synonym"))
    }
  }

  private mutating func findSkippedSentences() {
    for article in reading.readings {
      for skipped in article.skipped {
        diagnostics.append(
          Diagnostic(
            .note, "nothing was read from \"\(Self.shortened(skipped.quote))\": \(skipped.reason)",
            at: skipped.location))
      }
    }
  }

  /// The first words of a sentence, enough to find it again.
  private static func shortened(_ quote: String) -> String {
    let limit = 60
    if quote.count <= limit { return quote }
    let start = quote.prefix(limit)
    let cut = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<cut] + "…"
  }
}
