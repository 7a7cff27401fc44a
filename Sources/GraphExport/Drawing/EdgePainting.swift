import GraphModel

/// Paints the lines between boxes: way, arrowhead, denial and reference numbers.
struct EdgePainting {
  let drawing: Drawing

  static let markStyle = TextStyle(size: 11)

  /// The element of an edge.
  static func group(
    _ edge: DrawingEdge, opacity: Double, items: [Picture.Item]
  ) -> Picture.Group {
    Picture.Group(
      elementID: edge.elementID,
      classes: ["edge", edge.kind.name, edge.line.name] + (edge.isNegated ? ["negated"] : []),
      spokenLabel: edge.spokenLabel, roleDescription: "statement", tooltip: edge.tooltip,
      opacity: opacity, items: items)
  }

  /// Whose colour a line has: that of the end which is not the condition.
  func role(of edge: DrawingEdge) -> Role? {
    let subject = drawing.nodes[edge.subject].role
    let object = drawing.nodes[edge.object].role
    if subject == .condition { return object }
    return object == .condition ? subject : subject ?? object
  }

  func group(_ edge: DrawingEdge, route: DrawingGeometry.Route) -> Picture.Group {
    let path = BezierPath(route.points)
    let ink = drawing.hasLayers ? Ink.line(role(of: edge)) : Ink.line(nil)
    let width = edge.line.strokeWidth + (edge.isHighlighted ? 1.6 : 0)
    var items: [Picture.Item] = [
      .shape(.init(.path(path.steps), stroke: ink, strokeWidth: 11, isHitArea: true))
    ]
    if drawing.hasLayers {
      // A strip of background keeps lines apart where they cross. Where lines may run side by
      // side at any distance it would hide them.
      let strip = path.trimmedEnd(by: Arrowhead.cut(edge.kind) + 3)
      items.append(.shape(.init(.path(strip.steps), stroke: .page, strokeWidth: width + 3.5)))
    }
    let dashScale = edge.isHighlighted ? 1.5 : 1
    let length = path.length
    let mark = mark(of: edge, on: path, length: length, route: route)
    if let mark {
      // The line stops before the numbers and begins anew, with a whole dash, after them.
      let atSubject = route.isRoomierAtSubject
      let toMark = max(0, mark.clearance - mark.line.width / 2 - 2.5)
      let past = min(length, mark.clearance + mark.line.width / 2 + 3)
      let near = atSubject ? path : path.reversed
      let stub = near.trimmedEnd(by: length - toMark)
      let rest = near.reversed.trimmedEnd(by: past)
      items += Self.line(
        atSubject ? stub : stub.reversed, kind: atSubject ? .association : edge.kind,
        line: edge.line, ink: ink, width: width, dashScale: dashScale)
      items += Self.line(
        atSubject ? rest.reversed : rest, kind: atSubject ? edge.kind : .association,
        line: edge.line, ink: ink, width: width, dashScale: dashScale)
      items += Self.items(of: mark, ink: ink)
    } else {
      items += Self.line(
        path, kind: edge.kind, line: edge.line, ink: ink, width: width, dashScale: dashScale)
    }
    if edge.isNegated {
      // Where the lines of a fan are still apart.
      let way = route.isRoomierAtSubject ? path : path.reversed
      let room = route.isRoomierAtSubject ? 26 : 26 + Arrowhead.cut(edge.kind)
      let used = mark.map { $0.clearance + $0.line.width / 2 + 14 } ?? room
      items += Self.denial(at: way.point(after: min(used, length / 2)), ink: ink)
    }
    if let label = route.label {
      items.append(
        .text(.init(label.line, at: label.origin, style: Self.markStyle, ink: ink)))
    }
    return Self.group(edge, opacity: edge.isDimmed ? NodePainting.dimmed * 0.6 : 1, items: items)
  }

  /// A line with its arrowhead.
  static func line(
    _ path: BezierPath, kind: EdgeKind, line: LineStyle, ink: Ink, width: Double,
    dashScale: Double = 1
  ) -> [Picture.Item] {
    guard path.curveCount > 0 else { return [] }
    let shaft = Picture.Shape(
      .path(path.trimmedEnd(by: Arrowhead.cut(kind)).steps), stroke: ink, strokeWidth: width,
      dashes: line.dashes.map { $0 * dashScale }, hasRoundCaps: line == .speculative)
    let end = path.points[path.points.count - 1]
    return [.shape(shaft)]
      + Arrowhead.items(kind, tip: end, from: path.reversed.point(after: 10), ink: ink)
  }

  /// A crossed circle: the statement is that the relation does not hold.
  static func denial(at center: Point, ink: Ink) -> [Picture.Item] {
    let r = 3.2
    return [
      .shape(
        .init(
          .circle(center: center, radius: 7.5), fill: .page, stroke: ink, strokeWidth: 1.6)),
      .shape(
        .init(
          .path([
            .move(Point(center.x - r, center.y - r)), .line(Point(center.x + r, center.y + r)),
            .move(Point(center.x - r, center.y + r)), .line(Point(center.x + r, center.y - r)),
          ]), stroke: ink, strokeWidth: 1.8)),
    ]
  }

  /// The reference numbers of an edge and where they stand.
  private struct Mark {
    var line: TextLine
    var center: Point
    /// How far along the line, from the end that they stand at.
    var clearance: Double
  }

  private func mark(
    of edge: DrawingEdge, on path: BezierPath, length: Double, route: DrawingGeometry.Route
  ) -> Mark? {
    guard !edge.marks.isEmpty, drawing.options.showsReferences, path.curveCount > 0 else {
      return nil
    }
    var texts = edge.marks.prefix(4).map(\.text)
    if edge.marks.count > 4 { texts.append("\u{2026}") }
    let line = TextLine(texts.joined(separator: ","), style: Self.markStyle)
    let gap = route.isRoomierAtSubject ? 9 : 9 + Arrowhead.cut(edge.kind)
    let clearance = min(gap + line.width / 2, length / 2)
    let way = route.isRoomierAtSubject ? path : path.reversed
    return Mark(line: line, center: way.point(after: clearance), clearance: clearance)
  }

  private static func items(of mark: Mark, ink: Ink) -> [Picture.Item] {
    let frame = Rect(
      x: mark.center.x - mark.line.width / 2 - 2, y: mark.center.y - 6.5,
      width: mark.line.width + 4, height: 13)
    let origin = Point(mark.center.x - mark.line.width / 2, mark.center.y + 4)
    return [
      .shape(.init(.rect(frame, radius: 3), fill: .page)),
      .text(.init(mark.line, at: origin, style: markStyle, ink: ink)),
    ]
  }
}

/// The ends of lines, by kind.
enum Arrowhead {
  /// How much of the line the arrowhead takes the place of.
  static func cut(_ kind: EdgeKind) -> Double {
    switch kind {
    case .causal: 8
    case .protective: 5
    case .feature: 1.5
    case .association: 0
    case .taxonomy: 10
    }
  }

  /// The arrowhead whose tip is at `tip` for a line that comes from `from`.
  static func items(_ kind: EdgeKind, tip: Point, from: Point, ink: Ink) -> [Picture.Item] {
    let dx = tip.x - from.x
    let dy = tip.y - from.y
    let length = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = length > 0.001 ? (dx / length, dy / length) : (1, 0)
    // `back` along the line from the tip, `side` to its left.
    func at(_ back: Double, _ side: Double) -> Point {
      Point(tip.x - ux * back - uy * side, tip.y - uy * back + ux * side)
    }
    switch kind {
    case .association: return []
    case .causal:
      return [
        .shape(
          .init(
            .path([.move(at(0, 0)), .line(at(10, 4.4)), .line(at(10, -4.4)), .close]), fill: ink))
      ]
    case .protective:
      return [
        .shape(
          .init(.path([.move(at(5, 5.5)), .line(at(5, -5.5))]), stroke: ink, strokeWidth: 2.6))
      ]
    case .feature:
      return [
        .shape(
          .init(
            .path([.move(at(8, 4.4)), .line(at(1, 0)), .line(at(8, -4.4))]), stroke: ink,
            strokeWidth: 1.8))
      ]
    case .taxonomy:
      return [
        .shape(
          .init(
            .path([.move(at(1, 0)), .line(at(10.5, 4.8)), .line(at(10.5, -4.8)), .close]),
            fill: .page, stroke: ink, strokeWidth: 1.4))
      ]
    }
  }
}
