public import GraphModel

/// A graph as it shall be seen: the document that the DOT, the SVG, the PNG and the PDF are made
/// from.
///
/// Everything that a drawing says is decided here; the layout only adds places, the writers only
/// bytes. Nodes and edges are in the graph's canonical order.
///
/// - Complexity: O(n + m + length of all text) to make.
public struct Drawing: Sendable {
  /// The heading.
  public var title: String
  /// What the numbers are, or what is highlighted; one line under the title.
  public var subtitle: String
  /// The whole picture in words, for those who do not see it.
  public var description: String
  /// Every concept.
  public var nodes: [DrawingNode]
  /// Every statement.
  public var edges: [DrawingEdge]
  /// The numbered list: what ``ReferenceMark/number`` counts.
  public var references: [DrawingReference]
  /// Whether the nodes stand in layers by their roles; else the layout ranks them by direction.
  public var hasLayers: Bool
  /// What the drawing was asked to show.
  public var options: DrawingOptions

  /// The drawing of a graph.
  public init(_ graph: KnowledgeGraph, options: DrawingOptions = DrawingOptions()) {
    self.options = options
    title = DrawnText.line(options.title ?? graph.title, limit: 300)
    if title.isEmpty {
      let conditions = graph.focus.prefix(3).map { DrawnText.line(graph[$0].label, limit: 90) }
      title =
        conditions.isEmpty
        ? "Knowledge graph" : DrawnText.capitalized(conditions.joined(separator: ", "))
    }
    // Every work that the documents give, so that the numbers are those of their own lists.
    let cited = graph.references.indices.map { ReferenceIndex($0) }
    references = graph.references.map { DrawingReference($0, identifiers: graph.prefixes) }
    let numbers = Dictionary(
      cited.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { a, _ in a })
    let speech = SpokenLabels(
      graph: graph, numbers: numbers, disagreements: Disagreements(graph))
    hasLayers = !graph.focus.isEmpty || graph.nodes.contains { $0.role != nil }

    let containments = Containments(
      graph, allowsBoxes: hasLayers || graph.nodeCount <= Self.largestBoxedGraph)
    let roots = containments.containers.indices.map {
      Self.root(of: $0, in: containments.containers)
    }
    let bands = Bands(graph, roles: containments.roles, roots: roots).bands
    let highlight = options.highlight
    let isSelective = highlight.map { !$0.nodes.isEmpty || !$0.edges.isEmpty } ?? false
    var ids = ElementIDs(reserved: Self.reservedIDs)
    let published = PublishedIdentifiers(graph)

    nodes = graph.nodes.enumerated().map { position, node in
      var label = DrawnText.line(node.label)
      if label.isEmpty { label = DrawnText.line(node.id.rawValue) }
      if let short = node.abbreviations.first.map({ DrawnText.line($0) }), !short.isEmpty,
        !label.contains(short)
      {
        label += " (\(short))"
      }
      var value: Double?
      if let values = highlight?.nodeValues, position < values.count {
        value = values[position].isFinite ? min(max(values[position], 0), 1) : 0
      }
      return DrawingNode(
        index: node.index, elementID: ids.claim(published.id(of: node)), label: label,
        role: bands[position].isDenied ? nil : containments.roles[position],
        category: node.category, band: bands[position],
        container: containments.containers[position], link: SafeLink.accepted(node.iri),
        tooltip: speech.tooltip(
          of: node, label: DrawnText.line(label, limit: 400), isDenied: bands[position].isDenied),
        spokenLabel: speech.name(
          of: node, label: DrawnText.line(label, limit: 400), isDenied: bands[position].isDenied),
        isDimmed: isSelective && highlight?.nodes.contains(node.index) != true, value: value)
    }
    edges = graph.edges.map { edge in
      let isChosen = highlight?.edges.contains(edge.index) == true
      return DrawingEdge(
        index: edge.index, elementID: ids.claim(published.id(of: edge)),
        subject: edge.subjectIndex.position, object: edge.objectIndex.position,
        kind: EdgeKind(edge), line: LineStyle(edge.certainty),
        predicate: edge.predicate, polarity: edge.polarity, isNegated: edge.isNegated,
        certainty: edge.certainty, hedge: edge.evidence.lazy.compactMap(\.hedge).first,
        marks: Self.marks(of: edge, numbers: numbers), tooltip: speech.tooltip(of: edge),
        spokenLabel: speech.sentence(of: edge), isDimmed: isSelective && !isChosen,
        isHighlighted: isSelective && isChosen,
        isContainment: containments.containers[edge.subjectIndex.position]?.edge
          == edge.index.position)
    }
    subtitle = ""
    description = ""
    describe(documents: graph.documents.count)
  }

  /// The number of nodes up to which a graph without roles is drawn with groups as boxes.
  static let largestBoxedGraph = 300

  /// Identifiers that the picture uses for itself.
  static let reservedIDs: Set<String> = [
    "drawing-title", "drawing-description", "drawing-legend", "drawing-references",
  ]

  private static func root(of node: Int, in containers: [Containment?]) -> Int {
    var current = node
    while let next = containers[current]?.group { current = next }
    return current
  }

  private static func marks(
    of edge: Edge, numbers: [ReferenceIndex: Int]
  ) -> [ReferenceMark] {
    var bases: [Int: Citation.Basis] = [:]
    for piece in edge.evidence {
      for citation in piece.citations {
        guard let number = numbers[citation.reference] else { continue }
        if bases[number] != .stated { bases[number] = citation.basis }
      }
    }
    return bases.sorted { $0.key < $1.key }.map { ReferenceMark(number: $0.key, basis: $0.value) }
  }

  private mutating func describe(documents: Int) {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    var parts = [
      count(nodes.count, "concept", "concepts"), count(edges.count, "statement", "statements"),
    ]
    if documents > 0 { parts.append(count(documents, "document", "documents")) }
    if !references.isEmpty { parts.append(count(references.count, "reference", "references")) }
    let counts = parts.joined(separator: " \u{00B7} ")
    let caption = DrawnText.line(options.highlight?.caption ?? "", limit: 300)
    subtitle = caption.isEmpty ? counts : caption

    var sentences = ["A diagram of \(parts.joined(separator: ", "))."]
    if !caption.isEmpty { sentences.append("Highlighted: \(caption).") }
    if hasLayers {
      let bands = Band.allCases.filter { band in nodes.contains { $0.band == band } }
      let headings = bands.map { band in
        let title = BandTitle(self).heading(of: band)
        if band != .conditions { return title }
        let names = nodes.filter { $0.band == band }.prefix(5).map {
          DrawnText.line($0.label, limit: 120)
        }
        return "\(title) (\(names.joined(separator: ", ")))"
      }
      sentences.append("From left to right: \(headings.joined(separator: "; ")).")
    }
    for edge in edges.prefix(100) where !edge.isContainment {
      sentences.append(edge.spokenLabel + ".")
    }
    if edges.count > 100 { sentences.append("And more.") }
    description = sentences.joined(separator: " ")
  }
}

/// A cited work as the list prints it.
public struct DrawingReference: Sendable, Hashable {
  /// The entry without its number.
  public var text: String
  /// Where a click leads; nil where there is no http, https or mailto address.
  public var link: String?

  init(_ reference: Reference, identifiers: PrefixMap) {
    var text = DrawnText.line(reference.citation, limit: 600)
    // On paper a link is of no use: the identifier is printed, unless the entry has it.
    if let doi = reference.doi.map({ DrawnText.line($0, limit: 200) }), !doi.isEmpty,
      !text.lowercased().contains(doi.lowercased())
    {
      text += " doi:\(doi)"
    }
    self.text = text
    let address = reference.doi.flatMap { identifiers.iri(of: "DOI:\($0)") }
    link =
      SafeLink.accepted(address) ?? SafeLink.accepted(reference.url)
      ?? SafeLink.accepted(identifiers.iri(of: reference.id))
  }
}
