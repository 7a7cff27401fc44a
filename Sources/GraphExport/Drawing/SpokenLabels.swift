import GraphModel

/// Says nodes and edges in words: for screen readers, tooltips and descriptions.
struct SpokenLabels {
  let graph: KnowledgeGraph
  /// The number of each cited reference in the list.
  let numbers: [ReferenceIndex: Int]
  /// What speaks against which statement.
  let disagreements: Disagreements

  /// "Chronic stress may contribute to poor sleep, possible".
  func sentence(of edge: Edge) -> String {
    let said = DrawnText.capitalized(DrawnText.line(edge.wording, limit: 480))
    let dispute = disagreements.isDisputed(edge.index) ? ", disputed" : ""
    return "\(said), \(edge.certainty?.name ?? "certainty not stated")\(dispute)"
  }

  /// "Poor sleep, cause". What is only denied is not called by the role that it is denied.
  func name(of node: Node, label: String, isDenied: Bool) -> String {
    let role = isDenied ? nil : node.role?.name
    let kind = role ?? (node.category == .namedThing ? "" : node.category.phrase)
    return kind.isEmpty ? label : "\(label), \(kind)"
  }

  /// What stands behind an edge, a line a fact.
  func tooltip(of edge: Edge) -> String {
    var lines = [sentence(of: edge)]
    let pieces = edge.evidence
    for piece in pieces.prefix(4) {
      var line = DrawnText.line(piece.quote, limit: 400)
      if !line.isEmpty { line = "\u{201C}\(line)\u{201D}" }
      var notes: [String] = []
      if piece.stance == .contradicts { notes.append("speaks against it") }
      if let hedge = piece.hedge { notes.append("hedge: \(DrawnText.line(hedge, limit: 80))") }
      if piece.scope == .heading { notes.append("one end is named only by the heading") }
      if let place = place(of: piece) { notes.append(place) }
      if !notes.isEmpty {
        line += (line.isEmpty ? "" : " \u{2014} ") + notes.joined(separator: "; ")
      }
      if !line.isEmpty { lines.append(line) }
      for citation in piece.citations.prefix(6) {
        let reference = graph[citation.reference]
        let number = numbers[citation.reference].map { "[\($0)] " } ?? ""
        let name = DrawnText.line(reference.shortName, limit: 120)
        lines.append(
          "\(number)\(name) (\(citation.basis == .stated ? "cited there" : "matched by its title"))"
        )
      }
    }
    if pieces.count > 4 { lines.append("and \(pieces.count - 4) more") }
    let against = disagreements.against(edge.index)
    for other in against.prefix(3).map({ graph[$0] }) {
      var line = "Against it: \(sentence(of: other))"
      if let piece = other.evidence.first(where: { $0.stance == .supports }) {
        let quote = DrawnText.line(piece.quote, limit: 400)
        if !quote.isEmpty { line += ". \u{201C}\(quote)\u{201D}" }
        if let place = place(of: piece) { line += " \u{2014} \(place)" }
      }
      lines.append(line)
    }
    if against.count > 3 { lines.append("and \(against.count - 3) more against it") }
    return lines.joined(separator: "\n")
  }

  private func place(of piece: Evidence) -> String? {
    guard let document = piece.document else { return nil }
    let source = graph[document]
    let place = DrawnText.line(source.title ?? source.name, limit: 120)
    return piece.line.map { "\(place), line \($0)" } ?? place
  }

  func tooltip(of node: Node, label: String, isDenied: Bool) -> String {
    let name = name(of: node, label: label, isDenied: isDenied)
    var lines = [name, DrawnText.line(node.id.rawValue, limit: 200)]
    let others = (node.synonyms + node.abbreviations).prefix(8).map {
      DrawnText.line($0, limit: 80)
    }
    if !others.isEmpty { lines.append("Also: \(others.joined(separator: ", "))") }
    if let text = node.description { lines.append(DrawnText.line(text, limit: 400)) }
    return lines.joined(separator: "\n")
  }
}
