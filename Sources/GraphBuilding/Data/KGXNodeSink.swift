import GraphModel

/// How the nodes of a KGX file are taken over.
struct KGXOptions {
  /// Whether prose that is read later may name the nodes by their labels and synonyms, and not by
  /// identifier alone.
  var sharesNames = false
  /// Whether the base and the title of a file are the graph's, since nothing else gives them.
  var takesBase = false
  /// Whether identifiers without a known prefix, and nodes that stand twice, are reported.
  var checksIdentifiers = false
  /// Whether a row that is not read as it stands makes the file unusable.
  var isStrict = false
}

/// Takes the nodes of one KGX file over into a graph.
struct KGXNodeSink {
  let options: KGXOptions
  /// Whether a role makes a node the focus; not where the file names the focus itself.
  var findsFocus = true
  /// The nodes of this file, where twins are looked for.
  private var seen = Set<NodeIndex>()

  init(_ options: KGXOptions) { self.options = options }

  /// Adds a node, or reports that it cannot be one.
  ///
  /// - Parameter offset: where the node begins in its file.
  mutating func add(
    _ concept: Concept, at offset: Int, to builder: inout GraphBuilder, log: inout ProblemLog
  ) {
    guard let id = concept.id, !id.rawValue.isEmpty else {
      log.add(
        .error, "a node has no id and is left out", at: offset, kind: "nodes without an id",
        suggestion: "give it an id that is a CURIE, such as MONDO:0005265, or remove it")
      return
    }
    var concept = concept
    // `equivalent_identifiers` repeats the node's own.
    concept.exactMatches.removeAll { $0 == id.rawValue }
    let index = options.sharesNames ? builder.node(for: concept) : builder.record(concept)
    if findsFocus, concept.role == .condition { builder.addFocus(index) }
    if options.checksIdentifiers {
      check(id.rawValue, index, at: offset, prefixes: builder.prefixes, log: &log)
    }
  }

  private mutating func check(
    _ id: String, _ index: NodeIndex, at offset: Int, prefixes: PrefixMap, log: inout ProblemLog
  ) {
    if !prefixes.accepts(id) {
      log.add(
        .warning, "'\(id)' is no CURIE with a known prefix", at: offset,
        kind: "identifiers that are no CURIE with a known prefix",
        suggestion: "declare the prefix in a vocabulary, under 'prefixes:'")
    }
    if !seen.insert(index).inserted {
      log.add(
        .warning, "the node '\(id)' stands here a second time; the two are one", at: offset,
        kind: "nodes that stand twice", suggestion: "remove one of them")
    }
  }
}
