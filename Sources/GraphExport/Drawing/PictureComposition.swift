import GraphModel

extension Picture {
  /// The picture of a drawing: heading, layers, boxes and lines, legend and references.
  ///
  /// - Complexity: O(boxes + edges + length of the text).
  package init(_ drawing: Drawing, geometry: DrawingGeometry) {
    title = drawing.title
    description = drawing.description
    var page = PageComposer(drawing, geometry: geometry)
    page.compose()
    items = page.items
    width = page.width
    height = page.y
  }
}

/// Puts the parts of a page beneath each other.
struct PageComposer {
  let drawing: Drawing
  let geometry: DrawingGeometry
  let width: Double
  private(set) var items: [Picture.Item] = []
  /// Where the next part begins.
  private(set) var y = PageComposer.margin

  static let margin = 36.0
  static let narrowest = 760.0
  static let titleStyle = TextStyle(size: 24, isBold: true)
  static let subtitleStyle = TextStyle(size: 14)
  static let headingStyle = TextStyle(size: 14, isBold: true)

  init(_ drawing: Drawing, geometry: DrawingGeometry) {
    self.drawing = drawing
    self.geometry = geometry
    width = (max(geometry.bounds.width + 2 * Self.margin, Self.narrowest)).rounded(.up)
  }

  /// The width between the margins.
  var inner: Double { width - 2 * Self.margin }

  mutating func compose() {
    write(drawing.title, style: Self.titleStyle, ink: .text, limit: 3)
    y += 2
    write(drawing.subtitle, style: Self.subtitleStyle, ink: .muted, limit: 3)
    y += 24
    if drawing.nodes.isEmpty {
      write(
        "Nothing to draw: the graph has no concepts.", style: Self.subtitleStyle, ink: .text,
        limit: 2)
    } else {
      composeGraph()
    }
    if drawing.options.showsLegend {
      let legend = Legend(drawing)
      if !legend.blocks.isEmpty {
        rule()
        let part = legend.items(x: Self.margin, y: y, width: inner)
        items.append(
          .group(
            .init(
              elementID: "drawing-legend", classes: ["legend"], spokenLabel: "Legend",
              items: part.items)))
        y += part.height + 20
      }
    }
    if drawing.options.showsReferences, !drawing.references.isEmpty {
      rule()
      let list = ReferenceList(drawing.references)
      let part = list.items(x: Self.margin, y: y, width: inner)
      items.append(
        .group(
          .init(
            elementID: "drawing-references", classes: ["references"], spokenLabel: "References",
            items: part.items)))
      y += part.height + 20
    }
    y = (y + Self.margin - 20).rounded(.up)
  }

  private mutating func composeGraph() {
    let headings = self.headings()
    let most = headings.filter(\.place.isTop).map(\.lines.count).max() ?? 0
    let top = most > 0 ? 24 + Double(most) * Self.headingStyle.lineHeight : 0
    let offset = Point(
      (Self.margin + (inner - geometry.bounds.width) / 2 - geometry.bounds.x).rounded(),
      (y + top - geometry.bounds.y).rounded())
    for heading in headings {
      let rule = y + top - 20
      items += self.items(of: heading, rule: rule, offset: offset)
    }
    let edges = EdgePainting(drawing: drawing)
    // What is brought out lies on top, then what is denied; else the firmer on the weaker.
    let order = drawing.edges.indices.filter { !drawing.edges[$0].isContainment }.sorted { a, b in
      let one = drawing.edges[a]
      let other = drawing.edges[b]
      if one.isHighlighted != other.isHighlighted { return other.isHighlighted }
      if one.isNegated != other.isNegated { return other.isNegated }
      if one.line != other.line { return one.line.rawValue > other.line.rawValue }
      return a < b
    }
    for edge in order {
      guard geometry.routes.indices.contains(edge) else { continue }
      let route = geometry.routes[edge].moved(by: offset)
      items.append(.group(edges.group(drawing.edges[edge], route: route)))
    }
    let nodes = NodePainting(drawing: drawing)
    for box in geometry.boxes {
      items += nodes.items(
        of: .init(
          box: box.box, origin: Point(box.origin.x + offset.x, box.origin.y + offset.y)))
    }
    y += top + geometry.bounds.height + 30
  }

  /// A heading and the lines of its text, no wider than what it heads.
  private struct HeadingText {
    var place: DrawingGeometry.Heading
    var lines: [TextLine]
  }

  private func headings() -> [HeadingText] {
    let titles = BandTitle(drawing)
    return geometry.headings.map { heading in
      HeadingText(
        place: heading,
        lines: LabelWrapping.lines(
          of: titles.heading(of: heading.band), style: Self.headingStyle,
          width: max(heading.frame.width, 110), limit: heading.isTop ? 3 : 2))
    }
  }

  /// The heading of a column, over a rule in its colour, or of the band beneath it.
  private func items(of heading: HeadingText, rule: Double, offset: Point) -> [Picture.Item] {
    let place = heading.place
    let frame = place.frame.moved(by: offset)
    let ink = Ink.line(place.band.role)
    let last = place.isTop ? rule - 8 : frame.maxY - 7
    var items: [Picture.Item] = heading.lines.enumerated().map { position, line in
      let x = place.band == .conditions ? frame.midX - line.width / 2 : frame.x
      let above = Double(heading.lines.count - 1 - position) * Self.headingStyle.lineHeight
      return .text(.init(line, at: Point(x, last - above), style: Self.headingStyle, ink: ink))
    }
    if place.isTop {
      items.append(
        .shape(
          .init(
            .rect(Rect(x: frame.x, y: rule, width: frame.width, height: 2.5), radius: 1.25),
            fill: ink)))
    }
    return items
  }

  private mutating func write(_ text: String, style: TextStyle, ink: Ink, limit: Int) {
    if text.isEmpty { return }
    for line in LabelWrapping.lines(of: text, style: style, width: inner, limit: limit) {
      y += style.lineHeight
      items.append(
        .text(.init(line, at: Point(Self.margin, y - style.size * 0.25), style: style, ink: ink)))
    }
  }

  private mutating func rule() {
    items.append(
      .shape(
        .init(.rect(Rect(x: Self.margin, y: y, width: inner, height: 1), radius: 0), fill: .rule)))
    y += 22
  }
}

/// Some items and how much height they take.
struct ComposedPart {
  var items: [Picture.Item]
  var height: Double
}
