import GraphModel

/// Explains exactly the styles that occur in a drawing.
struct Legend {
  /// An explained style: what it looks like and what it means.
  struct Entry {
    var sample: Sample
    var text: String
  }

  /// What an entry shows.
  enum Sample {
    case line(EdgeKind, LineStyle)
    case branch
    case denial
    case box(Role?, isSolid: Bool)
    case mark(String)
    case values(Role?)
    case dimmed
  }

  struct Block {
    var title: String
    var entries: [Entry]
  }

  private(set) var blocks: [Block] = []

  static let titleStyle = TextStyle(size: 13, isBold: true)
  static let textStyle = TextStyle(size: 12)
  static let sampleWidth = 46.0

  init(_ drawing: Drawing) {
    let edges = drawing.edges
    let lines = Set(edges.filter { !$0.isContainment }.map(\.line))
    // What is never drawn as established is not explained by the line of what is.
    let sampleLine = lines.count == 1 ? lines.first ?? .established : .established
    var kinds: [Entry] = []
    for kind in EdgeKind.allCases {
      let drawn = edges.filter { $0.kind == kind && !$0.isContainment }
      if !drawn.isEmpty {
        kinds.append(
          Entry(
            sample: .line(kind, sampleLine),
            text: "\(Self.meaning(kind, drawn)): \(Self.predicates(drawn))"))
      }
    }
    if edges.contains(where: \.isContainment) {
      let inside = edges.filter(\.isContainment)
      let isKind = inside.contains { $0.predicate == .subclassOf }
      let isPart = inside.contains { $0.predicate == .partOf }
      let what = isKind && isPart ? "A kind or a part of" : isPart ? "A part of" : "A kind of"
      kinds.append(Entry(sample: .branch, text: "\(what) what it is listed under"))
    }
    if edges.contains(where: \.isNegated) {
      kinds.append(Entry(sample: .denial, text: "The source says that it is not so"))
    }
    add("What a line says", kinds)

    if lines.count > 1 || lines.first.map({ $0 != .established }) ?? false {
      add(
        "How firmly the source says it",
        LineStyle.allCases.filter(lines.contains).map {
          Entry(sample: .line(.association, $0), text: Self.meaning($0))
        })
    }
    let roles = Role.allCases.sorted { Self.place($0) < Self.place($1) }
    let titles = BandTitle(drawing)
    var boxes = roles.filter { role in drawing.nodes.contains { $0.role == role } }
      .map { role in
        // With values shown, a condition is as pale as the rest; see NodePainting.
        let isSolid = drawing.nodes.contains {
          $0.role == role && $0.role == .condition && $0.value == nil
        }
        return Entry(
          sample: .box(role, isSolid: isSolid), text: titles.legend(of: role))
      }
    if !boxes.isEmpty, drawing.nodes.contains(where: { $0.role == nil }) {
      boxes.append(Entry(sample: .box(nil, isSolid: false), text: "Other concept"))
    }
    if drawing.nodes.contains(where: { $0.value != nil }) {
      let name = DrawnText.line(drawing.options.highlight?.valueName ?? "", limit: 80)
      boxes.append(
        Entry(
          sample: .values(nil),
          text: "The stronger the colour, the higher the \(name.isEmpty ? "value" : name)"))
    }
    if drawing.nodes.contains(where: \.isDimmed) {
      boxes.append(Entry(sample: .dimmed, text: "Pale: not part of what is highlighted"))
    }
    add("Concepts", boxes)

    if drawing.options.showsReferences {
      let marks = edges.flatMap(\.marks)
      var numbers: [Entry] = []
      if let stated = marks.first(where: { $0.basis == .stated }) {
        numbers.append(
          Entry(
            sample: .mark(stated.text), text: "Reference that the author cites for the statement"))
      }
      if let inferred = marks.first(where: { $0.basis == .inferred }) {
        numbers.append(
          Entry(
            sample: .mark(inferred.text),
            text: "Reference matched to the statement by its title; the author cites none there"))
      }
      add("Numbers on the lines", numbers)
    }
  }

  private mutating func add(_ title: String, _ entries: [Entry]) {
    if !entries.isEmpty { blocks.append(Block(title: title, entries: entries)) }
  }

  private static func place(_ role: Role) -> Int {
    switch role {
    case .cause: 0
    case .protective: 1
    case .condition: 2
    case .symptom: 3
    case .disease: 4
    }
  }

  private static func meaning(_ kind: EdgeKind, _ edges: [DrawingEdge]) -> String {
    switch kind {
    case .causal: "Acts on"
    case .protective: "Acts against"
    case .feature where edges.allSatisfy(\.predicate.isFeature):
      "Shows or has, not said to be its cause"
    case .feature: "Relation from one to the other, taken for no cause"
    case .association: "Goes together, neither said to be the cause"
    case .taxonomy: "Kind or part"
    }
  }

  private static func meaning(_ line: LineStyle) -> String {
    switch line {
    case .established: "Established: said flatly"
    case .probable: "Probable: \u{201C}has been linked to\u{201D}"
    case .possible: "Possible: \u{201C}may\u{201D}, \u{201C}some studies suggest\u{201D}"
    case .speculative: "Speculative: \u{201C}it is not known whether\u{201D}"
    case .unstated: "Not stated"
    }
  }

  /// The relations that occur, most frequent first.
  private static func predicates(_ edges: [DrawingEdge]) -> String {
    var counts: [String: Int] = [:]
    for edge in edges {
      counts[
        DrawnText.line(edge.predicate.verb(polarity: edge.polarity).present, limit: 80), default: 0] +=
        1
    }
    let names = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map(\.key)
    return names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " and others" : "")
  }

  // MARK: Painting

  /// The blocks side by side, as many in a row as fit.
  func items(x: Double, y: Double, width: Double) -> ComposedPart {
    let columns = max(1, min(blocks.count, Int(width / 230)))
    let gap = 28.0
    let columnWidth = min(360, (width - gap * Double(columns - 1)) / Double(columns))
    var items: [Picture.Item] = []
    var top = y
    var height = 0.0
    for (number, block) in blocks.enumerated() {
      if number > 0, number % columns == 0 {
        top += height + 18
        height = 0
      }
      let left = x + Double(number % columns) * (columnWidth + gap)
      let part = self.items(of: block, x: left, y: top, width: columnWidth)
      items += part.items
      height = max(height, part.height)
    }
    return ComposedPart(items: items, height: top + height - y)
  }

  private func items(of block: Block, x: Double, y: Double, width: Double) -> ComposedPart {
    let title = TextLine(block.title, style: Self.titleStyle)
    var items: [Picture.Item] = [
      .text(.init(title, at: Point(x, y + 10), style: Self.titleStyle, ink: .text))
    ]
    var next = y + 22
    for entry in block.entries {
      let lines = LabelWrapping.lines(
        of: entry.text, style: Self.textStyle, width: width - Self.sampleWidth - 10, limit: 4)
      let first = next + 11
      items += LegendSample.items(entry.sample, x: x, y: first - 4, width: Self.sampleWidth)
      for (number, line) in lines.enumerated() {
        items.append(
          .text(
            .init(
              line,
              at: Point(
                x + Self.sampleWidth + 10, first + Double(number) * Self.textStyle.lineHeight),
              style: Self.textStyle, ink: .text)))
      }
      next += Double(lines.count) * Self.textStyle.lineHeight + 7
    }
    return ComposedPart(items: items, height: next - y)
  }
}

extension Predicate {
  /// Whether it says that the subject shows or has the object.
  fileprivate var isFeature: Bool { curie.hasPrefix("biolink:has_") }
}
