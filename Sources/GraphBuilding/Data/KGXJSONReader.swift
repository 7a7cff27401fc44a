import GraphModel

/// Reads KGX JSON: one object with a list of `nodes` and a list of `edges` (KGX format as JSON,
/// https://github.com/biolink/kgx, `specification/kgx-format.md`).
///
/// Fields that the model has no place for are kept as attributes, lists and objects among them as
/// JSON text. Entries that cannot be used are reported and left out.
///
/// - Complexity: O(n) time and space over the bytes of the file.
struct KGXJSONReader {
  private var log: ProblemLog
  private var nodes: KGXNodeSink

  /// Adds the nodes and edges of a file.
  static func read(
    _ file: InputFile, into builder: inout GraphBuilder, options: KGXOptions = KGXOptions()
  ) -> [Diagnostic] {
    var reader = KGXJSONReader(
      log: ProblemLog(file, isStrict: options.isStrict), nodes: KGXNodeSink(options))
    let reading = JSONReader.read(file.bytes)
    reader.log.add(reading.problems)
    if let value = reading.value { reader.read(value, into: &builder) }
    return reader.log.diagnostics
  }

  private mutating func read(_ document: JSONValue, into builder: inout GraphBuilder) {
    guard let members = document.members else {
      log.add(
        .error, "the file is \(document.kind), not a graph", at: document.offset,
        suggestion: "a KGX graph is an object with a list of \"nodes\" and a list of \"edges\"")
      return
    }
    if document["nodes"] == nil, document["edges"] == nil {
      let found = members.prefix(4).map { "\"\($0.name)\"" }.joined(separator: ", ")
      log.add(
        .error, "the object has neither \"nodes\" nor \"edges\"", at: document.offset,
        suggestion: found.isEmpty
          ? "add a list of \"nodes\" and a list of \"edges\""
          : "it has \(found); only graphs in the KGX format are read from JSON")
      return
    }
    let sources = KGXSources(document, takesBase: nodes.options.takesBase, into: &builder)
    nodes.findsFocus = sources == nil
    for node in entries("nodes", of: document) { readNode(node, into: &builder) }
    sources?.markFocus(in: &builder)
    for edge in entries("edges", of: document) { readEdge(edge, sources, into: &builder) }
  }

  private mutating func entries(_ name: String, of document: JSONValue) -> [JSONValue] {
    guard let value = document[name], !value.isNull else { return [] }
    guard let entries = value.elements else {
      log.add(.error, "\"\(name)\" is \(value.kind), not a list", at: value.offset)
      return []
    }
    return entries.filter { entry in
      if entry.members != nil { return true }
      log.add(
        .error, "an entry of \"\(name)\" is \(entry.kind), not an object, and is left out",
        at: entry.offset,
        kind: "entries of \"\(name)\" that are no objects")
      return false
    }
  }

  // MARK: Nodes

  private mutating func readNode(_ node: JSONValue, into builder: inout GraphBuilder) {
    var concept = Concept(label: "")
    for member in node.members ?? [] {
      let field =
        Self.attributeName(KGXNodeField.names.plain(member.name), of: node)
        .map { .attribute($0) } ?? KGXNodeField(named: member.name)
      for (text, kind) in values(of: member, isList: field.isList, isAttribute: field.isAttribute)
      where (!text.isEmpty || field.isAttribute) && !concept.take(text, as: field, kind) {
        log.add(
          .warning, "'\(text)' is no role", at: member.value.offset, kind: "unknown roles",
          suggestion: "write one of \(Role.allCases.map(\.name).joined(separator: ", "))")
      }
    }
    nodes.add(concept, at: node.offset, to: &builder, log: &log)
  }

  /// The values of a member: each element of a list, or the one value; null is none.
  ///
  /// An attribute has several where it is a list of several distinct texts.
  private func values(
    of member: JSONMember, isList: Bool, isAttribute: Bool
  ) -> [(text: String, kind: Attribute.Kind)] {
    if isAttribute, let elements = member.value.elements, elements.count > 1 {
      let texts = elements.compactMap(\.string).filter { !$0.isEmpty }
      if texts.count == elements.count, Set(texts).count == texts.count {
        return texts.map { ($0, .text) }
      }
    }
    let values: [JSONValue] = isList ? member.value.elements ?? [member.value] : [member.value]
    return values.compactMap { value in
      if value.isNull { return nil }
      guard let text = value.scalar else { return (value.compactText, .text) }
      return (text, value.string == nil ? .literal : Attribute.Kind(ofText: text.utf8))
    }
  }

  /// The name of a field that etiograph wrote with an underscore, since its own name was taken.
  private static func attributeName(_ plain: String?, of entry: JSONValue) -> String? {
    plain.flatMap { entry[$0] == nil ? nil : $0 }
  }

  // MARK: Edges

  private mutating func readEdge(
    _ edge: JSONValue, _ sources: KGXSources?, into builder: inout GraphBuilder
  ) {
    var row = KGXEdgeRow()
    var isUnclear = false
    for member in edge.members ?? [] {
      if let sources, sources.take(member, into: &row, &builder) { continue }
      let field =
        Self.attributeName(KGXEdgeField.names.plain(member.name), of: edge)
        .map { .attribute($0) } ?? KGXEdgeField(named: member.name)
      for (text, kind) in values(of: member, isList: field.isList, isAttribute: field.isKept)
      where !text.isEmpty || field.isKept {
        if row.take(text, as: field, kind) { continue }
        isUnclear = log.addRefused(text, of: field, at: member.value.offset) || isUnclear
      }
    }
    if isUnclear { return }
    guard let from = endText("subject", of: edge), let to = endText("object", of: edge) else {
      return
    }
    let subject = end(from, in: &builder)
    let object = end(to, in: &builder)
    row.forgetHashedID(subject: edge["subject"]?.scalar ?? "", object: edge["object"]?.scalar ?? "")
    if !row.add(to: &builder, subject: subject, object: object) {
      log.add(
        .warning, "an edge has no predicate; it is read as 'related to'", at: edge.offset,
        kind: "edges without a predicate")
    }
  }

  /// The identifier at an end of an edge; reported where there is none.
  private mutating func endText(_ name: String, of edge: JSONValue) -> JSONValue? {
    if let value = edge[name], let text = value.scalar, !text.isEmpty { return value }
    log.add(
      .error, "an edge has no \(name) and is left out", at: edge.offset,
      kind: "edges without an end",
      suggestion: "give it a \"\(name)\" that is the id of a node, or remove it")
    return nil
  }

  private mutating func end(_ value: JSONValue, in builder: inout GraphBuilder) -> NodeIndex {
    let text = value.scalar ?? ""
    let id = NodeID(text)
    if let found = builder.node(id: id) { return found }
    log.add(
      .warning, "'\(text)' is not among the nodes", at: value.offset,
      kind: "identifiers not among the nodes",
      suggestion: "add a node with this id; it has no name until then")
    return builder.record(Concept(id: id, label: ""))
  }
}

extension ProblemLog {
  /// Reports what was found wrong with the JSON itself.
  mutating func add(_ problems: [JSONReader.Problem]) {
    for problem in problems {
      add(
        .error, problem.message, at: problem.offset,
        kind: problem.severity == .error ? nil : "problems of JSON",
        suggestion: problem.suggestion)
    }
  }
}
