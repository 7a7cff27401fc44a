import GraphExport

/// Finds the geometry of a drawing.
enum DrawingLayout {
  /// Places the boxes and routes the edges: in layers where the nodes have roles, else as `dot`
  /// ranks them by direction.
  static func geometry(of drawing: Drawing) throws(RenderError) -> DrawingGeometry {
    drawing.hasLayers
      ? try LayeredLayout(drawing).geometry() : try DirectedLayout(drawing).geometry()
  }

  /// What the boxes and routes take up.
  static func bounds(
    _ boxes: [DrawingGeometry.PlacedBox], _ routes: [DrawingGeometry.Route]
  ) -> Rect {
    var low = Point(.infinity, .infinity)
    var high = Point(-.infinity, -.infinity)
    func include(_ x: Double, _ y: Double) {
      low = Point(min(low.x, x), min(low.y, y))
      high = Point(max(high.x, x), max(high.y, y))
    }
    for box in boxes {
      include(box.frame.x, box.frame.y)
      include(box.frame.maxX, box.frame.maxY)
    }
    for route in routes {
      for point in BezierPath(route.points).samples(perCurve: 12) { include(point.x, point.y) }
      if let label = route.label {
        include(label.origin.x, label.origin.y - ParallelLanes.labelStyle.lineHeight)
        include(label.origin.x + label.line.width, label.origin.y)
      }
    }
    guard low.x.isFinite, high.x.isFinite else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }
}
