import GraphModel

/// Paints boxes: a concept, or a group with its members.
struct NodePainting {
  let drawing: Drawing

  /// The parts of a box: its surface, every concept and every place of a member.
  func items(of placed: DrawingGeometry.PlacedBox) -> [Picture.Item] {
    guard let root = placed.box.cells.first else { return [] }
    var items: [Picture.Item] = []
    let rootNode = drawing.nodes[root.node]
    let radius = Self.radius(rootNode.role)
    let isHero = rootNode.role == .condition && placed.box.cells.count == 1
    let allDimmed = placed.box.cells.allSatisfy { drawing.nodes[$0.node].isDimmed }
    let frame = placed.frame
    if placed.box.cells.count > 1 {
      let surface = Picture.Shape(
        .rect(frame, radius: radius), fill: .surface(rootNode.role))
      items.append(.group(.init(opacity: allDimmed ? Self.dimmed : 1, items: [.shape(surface)])))
    }
    for cell in placed.box.cells {
      items.append(
        .group(group(cell, in: placed, isOnly: placed.box.cells.count == 1, isHero: isHero)))
    }
    if placed.box.cells.count > 1 {
      items.append(contentsOf: elbows(placed))
      let border = Picture.Shape(
        .rect(frame, radius: radius), stroke: .line(rootNode.role), strokeWidth: 1.3)
      items.append(.group(.init(opacity: allDimmed ? Self.dimmed : 1, items: [.shape(border)])))
    }
    return items
  }

  /// The opacity of the colour over a value of 1: as strong as leaves the text readable.
  static let strongestValue = 0.36

  /// How visible is what a highlight leaves out.
  static let dimmed = 0.28

  /// Protective factors are round at the ends, everything else is a box: a difference of form
  /// besides that of colour.
  static func radius(_ role: Role?) -> Double {
    switch role {
    case .protective: 15
    case .condition: 10
    default: 5
    }
  }

  private func group(
    _ cell: DrawingBox.Cell, in placed: DrawingGeometry.PlacedBox, isOnly: Bool, isHero: Bool
  ) -> Picture.Group {
    let node = drawing.nodes[cell.node]
    let frame = cell.frame.moved(by: placed.origin)
    let radius = Self.radius(drawing.nodes[placed.box.cells[0].node].role)
    let showsValue = node.value != nil
    let isSolid = isHero && !showsValue
    var items: [Picture.Item] = []
    let outline: Picture.Outline
    if isOnly {
      outline = .rect(frame, radius: min(radius, frame.height / 2))
    } else if cell.depth == 0 {
      outline = Self.roundedTop(frame, radius: radius)
    } else {
      outline = .rect(frame, radius: 0)
    }
    if isSolid {
      items.append(.shape(.init(outline, fill: .heroFill)))
    } else if isOnly {
      items.append(
        .shape(
          .init(outline, fill: .surface(node.role), stroke: .line(node.role), strokeWidth: 1.3)))
    } else {
      // Also where nothing shows: the whole row answers to the pointer.
      items.append(
        .shape(
          .init(
            outline, fill: cell.isGroup && !showsValue ? .header(node.role) : .surface(node.role),
            fillOpacity: cell.isGroup && cell.depth > 0 && !showsValue ? 0.6 : 1)))
    }
    if let value = node.value {
      items.append(
        .shape(.init(outline, fill: .line(node.role), fillOpacity: value * Self.strongestValue)))
    }
    let textHeight = Double(cell.lines.count) * cell.style.lineHeight
    var baseline = frame.midY - textHeight / 2 + cell.style.lineHeight / 2 + cell.style.size * 0.35
    for line in cell.lines {
      let x = isHero ? frame.midX - line.width / 2 : frame.x + cell.textX
      items.append(
        .text(
          .init(
            line, at: Point(x, baseline), style: cell.style, ink: isSolid ? .heroText : .text)))
      baseline += cell.style.lineHeight
    }
    return Picture.Group(
      elementID: node.elementID,
      classes: ["node", node.role.map { $0 == .protective ? "protective" : $0.name } ?? "concept"],
      spokenLabel: node.spokenLabel, roleDescription: "concept", tooltip: node.tooltip,
      link: node.link, opacity: node.isDimmed ? Self.dimmed : 1, items: items)
  }

  /// The statements that make members members: a branch of a tree each.
  ///
  /// A branch begins where the one above it ends, so that no line is drawn twice; one that is
  /// brought out comes all the way from its group, over the others.
  private func elbows(_ placed: DrawingGeometry.PlacedBox) -> [Picture.Item] {
    var cells: [Int: DrawingBox.Cell] = [:]
    for cell in placed.box.cells { cells[cell.node] = cell }
    var branchEnds: [Int: Double] = [:]
    var plain: [Picture.Item] = []
    var broughtOut: [Picture.Item] = []
    for cell in placed.box.cells {
      let node = drawing.nodes[cell.node]
      guard let container = node.container, let group = cells[container.group],
        drawing.edges.indices.contains(container.edge)
      else { continue }
      let edge = drawing.edges[container.edge]
      let frame = cell.frame.moved(by: placed.origin)
      let top = group.frame.moved(by: placed.origin).maxY
      let start = edge.isHighlighted ? top : branchEnds[container.group] ?? top
      branchEnds[container.group] = frame.midY
      let x = frame.x + cell.textX - 11.5
      let branch = Picture.Shape(
        .path([
          .move(Point(x, start)), .line(Point(x, frame.midY)), .line(Point(x + 7.5, frame.midY)),
        ]), stroke: .line(node.role), strokeWidth: edge.isHighlighted ? 2.4 : 1.1,
        dashes: edge.line == .established ? [] : edge.line.dashes.map { $0 * 0.5 })
      let item = Picture.Item.group(
        EdgePainting.group(
          edge, opacity: edge.isDimmed ? Self.dimmed : 1, items: [.shape(branch)]))
      if edge.isHighlighted { broughtOut.append(item) } else { plain.append(item) }
    }
    return plain + broughtOut
  }

  private static func roundedTop(_ frame: Rect, radius: Double) -> Picture.Outline {
    // The constant with which a cubic Bézier curve comes nearest to a quarter of a circle.
    let k = radius * 0.4477
    return .path([
      .move(Point(frame.x, frame.maxY)),
      .line(Point(frame.x, frame.y + radius)),
      .curve(
        Point(frame.x, frame.y + k), Point(frame.x + k, frame.y), Point(frame.x + radius, frame.y)),
      .line(Point(frame.maxX - radius, frame.y)),
      .curve(
        Point(frame.maxX - k, frame.y), Point(frame.maxX, frame.y + k),
        Point(frame.maxX, frame.y + radius)),
      .line(Point(frame.maxX, frame.maxY)),
      .close,
    ])
  }
}
