import GraphModel

/// The fields that etiograph's own KGX JSON has besides those of KGX: where the graph is from, and
/// for each edge the sentences behind it. With them a graph that was written is read back as the
/// same graph.
struct KGXSources {
  private var documents: [String: DocumentIndex] = [:]
  private var references: [String: ReferenceIndex] = [:]
  private(set) var focus: [String] = []

  /// Of a file of another maker, or of a table that lies by itself: nothing is known.
  init() {}

  /// Adds the documents, works and prefixes of a file to a graph; nil for a file of another maker,
  /// which has no `base`.
  init?(_ file: JSONValue, takesBase: Bool, into builder: inout GraphBuilder) {
    guard let base = file["base"]?.string, file["documents"]?.elements != nil else { return nil }
    if takesBase { builder.prefixes.base = base }
    for member in file["prefixes"]?.members ?? [] {
      guard let namespace = member.value.string else { continue }
      if takesBase || builder.prefixes[member.name] == nil {
        builder.prefixes[member.name] = namespace
      }
    }
    if builder.title.isEmpty { builder.title = file["title"]?.string ?? "" }
    focus = file.texts("focus")
    for entry in file["documents"]?.elements ?? [] {
      guard let id = entry["id"]?.string, let name = entry["name"]?.string else { continue }
      documents[id] = builder.add(
        SourceDocument(
          name: name, title: entry["title"]?.string, authors: entry.texts("authors"),
          url: entry["url"]?.string, language: entry["language"]?.string ?? "en"))
    }
    for entry in file["references"]?.elements ?? [] {
      guard let id = entry["id"]?.string else { continue }
      references[id] = builder.add(Self.reference(entry, id: id))
    }
  }

  /// What two files say together.
  func merging(_ other: KGXSources) -> KGXSources {
    var both = self
    both.documents.merge(other.documents) { first, _ in first }
    both.references.merge(other.references) { first, _ in first }
    both.focus += other.focus.filter { !focus.contains($0) }
    return both
  }

  /// Declares what the graph is about; call it when its nodes have been added.
  func markFocus(in builder: inout GraphBuilder) {
    for id in focus {
      if let node = builder.node(id: NodeID(id)) { builder.addFocus(node) }
    }
  }

  /// Takes over a member of an edge that another maker's file would not have, or that the rest of
  /// the edge says again.
  ///
  /// - Returns: whether the member is one of these.
  func take(
    _ member: JSONMember, into row: inout KGXEdgeRow, _ builder: inout GraphBuilder
  ) -> Bool {
    switch member.name {
    // The class of association follows from the edge.
    case "category": return true
    case "evidence":
      guard let pieces = evidence(member.value, into: &builder) else { return false }
      row.evidence = pieces
      return true
    default: return false
    }
  }

  /// What backs an edge, sentence by sentence; nil where the value is no list of objects.
  func evidence(_ value: JSONValue, into builder: inout GraphBuilder) -> [Evidence]? {
    guard let pieces = value.elements, pieces.allSatisfy({ $0.members != nil }) else { return nil }
    return pieces.map { evidence(of: $0, into: &builder) }
  }

  private func evidence(of piece: JSONValue, into builder: inout GraphBuilder) -> Evidence {
    let bounds = (piece["range"]?.elements ?? []).compactMap(\.integer)
    return Evidence(
      document: piece["document"]?.string.flatMap { documents[$0] },
      section: piece["section"]?.string, quote: piece["quote"]?.string ?? "",
      range: bounds.count == 2 && 0 <= bounds[0] && bounds[0] <= bounds[1]
        ? bounds[0]..<bounds[1] : nil,
      line: piece["line"]?.integer, hedge: piece["hedge"]?.string,
      certainty: piece["certainty"]?.string.flatMap { Certainty(name: $0) },
      scope: piece["scope"]?.string == Evidence.Scope.heading.name ? .heading : .sentence,
      stance: piece["stance"]?.string == Evidence.Stance.contradicts.name
        ? .contradicts : .supports,
      citations: (piece["citations"]?.elements ?? []).compactMap {
        citation($0, into: &builder)
      })
  }

  private func citation(_ entry: JSONValue, into builder: inout GraphBuilder) -> Citation? {
    guard let id = entry["reference"]?.string, !id.isEmpty else { return nil }
    // Of a work that is not described, the identifier is all that is known.
    let reference = references[id] ?? builder.add(Reference(publication: id))
    let isInferred = entry["basis"]?.string == Citation.Basis.inferred.name
    return Citation(reference, basis: isInferred ? .inferred : .stated)
  }

  private static func reference(_ entry: JSONValue, id: String) -> Reference {
    func text(_ name: String) -> String? { entry[name]?.string }
    return Reference(
      id: id, key: text("key"), type: text("type"), title: text("title"),
      authors: entry.texts("authors"), container: text("container"),
      year: entry["year"]?.integer, volume: text("volume"), issue: text("issue"),
      pages: text("pages"), doi: text("doi"), pmid: text("pmid"), url: text("url"),
      text: text("text"))
  }
}

extension JSONValue {
  /// The texts of a list that is a member of an object.
  fileprivate func texts(_ name: String) -> [String] {
    (self[name]?.elements ?? []).compactMap(\.string)
  }

  /// A whole number that fits the machine's.
  fileprivate var integer: Int? {
    if case .number(let digits) = content { Int(digits) } else { nil }
  }
}
