import GraphModel

/// Says nodes and edges in words: for screen readers, tooltips and descriptions.
struct SpokenLabels {
  let graph: KnowledgeGraph
  /// The number of each cited reference in the list.
  let numbers: [ReferenceIndex: Int]

  /// "Chronic stress is associated with poor sleep, probable".
  func sentence(of edge: Edge) -> String {
    let subject = DrawnText.line(edge.subject.label, limit: 200)
    let object = DrawnText.line(edge.object.label, limit: 200)
    let said = "\(subject) \(Self.verb(edge.predicate, edge.polarity)) \(object)"
    let whole = edge.isNegated ? "It is denied that \(said)" : said
    return edge.certainty.map { "\(whole), \($0.name)" } ?? whole
  }

  /// "Poor sleep, cause".
  func name(of node: Node, label: String) -> String {
    let kind = node.role?.name ?? (node.category == .namedThing ? "" : node.category.phrase)
    return kind.isEmpty ? label : "\(label), \(kind)"
  }

  /// The relation as a verb phrase. A predicate that is not listed speaks for itself.
  static func verb(_ predicate: Predicate, _ polarity: Polarity) -> String {
    switch predicate {
    case .associatedWith: "is associated with"
    case .correlatedWith: "is correlated with"
    case .relatedTo: "is related to"
    case .hasPhenotype: "has as a feature"
    case .subclassOf: "is a kind of"
    case .partOf: "is part of"
    case .preventativeFor: "helps to prevent"
    case .ameliorates: "eases"
    case .exacerbates: "worsens"
    case .affects where polarity == .increases: "increases"
    case .affects where polarity == .decreases: "decreases"
    default: DrawnText.line(predicate.phrase, limit: 80)
    }
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
      if let document = piece.document {
        let source = graph[document]
        let place = DrawnText.line(source.title ?? source.name, limit: 120)
        notes.append(piece.line.map { "\(place), line \($0)" } ?? place)
      }
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
    return lines.joined(separator: "\n")
  }

  func tooltip(of node: Node, label: String) -> String {
    var lines = [name(of: node, label: label), DrawnText.line(node.id.rawValue, limit: 200)]
    let others = (node.synonyms + node.abbreviations).prefix(8).map {
      DrawnText.line($0, limit: 80)
    }
    if !others.isEmpty { lines.append("Also: \(others.joined(separator: ", "))") }
    if let text = node.description { lines.append(DrawnText.line(text, limit: 400)) }
    return lines.joined(separator: "\n")
  }
}
