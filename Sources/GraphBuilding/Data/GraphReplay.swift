import GraphModel

/// Takes over into a graph that is being built what was read into one of its own: the data files
/// that are read straight into columns, where there are documents beside them.
///
/// - Complexity: O(n + m) expected.
enum GraphReplay {
  /// Adds the nodes, edges and works of a graph.
  ///
  /// - Parameter file: the file to name where an identifier is told of.
  /// - Returns: what is to be said of the identifiers, if that is asked for.
  static func add(
    _ graph: KnowledgeGraph, to builder: inout GraphBuilder, options: KGXOptions, file: String
  ) -> [Diagnostic] {
    var problems = TableProblems(name: file, isStrict: options.isStrict)
    var strange = PieceProblems()
    let columns = graph.storage.nodes
    let nodes = graph.nodes.map { node -> NodeIndex in
      // A node shows its identifier where it has no label, and a category where it has none.
      let label = graph.storage.strings[columns.label[node.index.position]]
      let hasCategories = !columns.categories[node.index.rawValue].isEmpty
      let concept = Concept(
        id: node.id, label: label, synonyms: node.synonyms,
        abbreviations: node.abbreviations, categories: hasCategories ? node.categories : [],
        role: node.role,
        exactMatches: node.exactMatches, closeMatches: node.closeMatches,
        description: node.description, attributes: node.attributes)
      let index =
        options.sharesNames && !label.isEmpty
        ? builder.node(for: concept) : builder.record(concept)
      if options.checksIdentifiers, !builder.prefixes.accepts(node.id.rawValue) {
        strange.add(
          .warning, "'\(node.id)' is no CURIE with a known prefix", line: 0, column: 1,
          kind: "identifiers that are no CURIE with a known prefix",
          suggestion: "declare the prefix in a vocabulary, under 'prefixes:'")
      }
      return index
    }
    if builder.title.isEmpty { builder.title = graph.title }
    for (prefix, namespace) in graph.prefixes.all {
      if prefix == PrefixMap.local {
        if options.takesBase, namespace != PrefixMap.defaultBase {
          builder.prefixes.base = namespace
        }
      } else if builder.prefixes[prefix] == nil {
        builder.prefixes[prefix] = namespace
      }
    }
    let documents = graph.documents.map { builder.add($0) }
    for node in graph.focus { builder.addFocus(nodes[node.position]) }
    let works = graph.references.map { builder.add($0) }
    for edge in graph.edges {
      let evidence = edge.evidence.map { piece in
        var piece = piece
        piece.document = piece.document.map { documents[$0.position] }
        piece.citations = piece.citations.map {
          Citation(works[$0.reference.position], basis: $0.basis)
        }
        return piece
      }
      // Else the identifier is a hash, which the edge has again.
      let id = graph.storage.edges.givenID[edge.index.rawValue].map { graph.storage.strings[$0] }
      builder.add(
        Statement(
          nodes[edge.subjectIndex.position], edge.predicate, nodes[edge.objectIndex.position],
          isNegated: edge.isNegated, polarity: edge.polarity, certainty: edge.certainty,
          knowledgeLevel: edge.knowledgeLevel, agentType: edge.agentType,
          id: id,
          primaryKnowledgeSource: edge.primaryKnowledgeSource, attributes: edge.attributes),
        backedBy: evidence)
    }
    problems.add(strange, linesBefore: 0)
    return problems.diagnostics.map {
      var diagnostic = $0
      diagnostic.location = SourceLocation(file: file)
      return diagnostic
    }
  }
}
