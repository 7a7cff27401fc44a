import GraphModel

/// Paints the samples of a legend with the same strokes and forms as the picture.
enum LegendSample {
  static func items(
    _ sample: Legend.Sample, x: Double, y: Double, width: Double
  ) -> [Picture.Item] {
    switch sample {
    case .line(let kind, let line):
      return EdgePainting.line(
        level(x: x, y: y, width: width), kind: kind, line: line, ink: .line(nil),
        width: line.strokeWidth)
    case .denial:
      return EdgePainting.line(
        level(x: x, y: y, width: width), kind: .association, line: .established, ink: .line(nil),
        width: LineStyle.established.strokeWidth)
        + EdgePainting.denial(at: Point(x + width / 2, y), ink: .line(nil))
    case .branch:
      let left = x + width / 2 - 8
      return [
        .shape(
          .init(
            .path([
              .move(Point(left, y - 7)), .line(Point(left, y + 2)),
              .line(Point(left + 14, y + 2)),
            ]), stroke: .line(nil), strokeWidth: 1.1))
      ]
    case .box(let role, let isSolid):
      let frame = Rect(x: x + 8, y: y - 7, width: width - 16, height: 14)
      let radius = min(NodePainting.radius(role), 7) * (role == .condition ? 0.6 : 1)
      return [
        .shape(
          isSolid
            ? .init(.rect(frame, radius: radius), fill: .heroFill)
            : .init(
              .rect(frame, radius: radius), fill: .header(role), stroke: .line(role),
              strokeWidth: 1.3))
      ]
    case .mark(let text):
      let line = TextLine(text, style: EdgePainting.markStyle)
      return [
        .text(
          .init(
            line, at: Point(x + (width - line.width) / 2, y + 4), style: EdgePainting.markStyle,
            ink: .text))
      ]
    case .values(let role):
      let step = width / 5
      let frame = Picture.Shape(
        .rect(Rect(x: x, y: y - 7, width: width, height: 14), radius: 0), fill: .surface(role),
        stroke: .line(role), strokeWidth: 0.8)
      return [.shape(frame)]
        + (0..<5).map { number in
          .shape(
            .init(
              .rect(
                Rect(x: x + Double(number) * step, y: y - 7, width: step, height: 14), radius: 0),
              fill: .line(role), fillOpacity: Double(number) / 4 * NodePainting.strongestValue))
        }
    case .dimmed:
      let frame = Rect(x: x + 8, y: y - 7, width: width - 16, height: 14)
      return [
        .group(
          .init(
            opacity: NodePainting.dimmed,
            items: [
              .shape(
                .init(
                  .rect(frame, radius: 4), fill: .surface(nil), stroke: .line(nil),
                  strokeWidth: 1.3))
            ]))
      ]
    }
  }

  private static func level(x: Double, y: Double, width: Double) -> BezierPath {
    BezierPath([
      Point(x, y), Point(x + width / 3, y), Point(x + width * 2 / 3, y), Point(x + width, y),
    ])
  }
}
