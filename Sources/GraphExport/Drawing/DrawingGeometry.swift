package import GraphModel

/// A place in the picture. The origin is at the top left, y grows downwards.
package struct Point: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle in the picture.
package struct Rect: Sendable, Hashable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var maxX: Double { x + width }
  package var maxY: Double { y + height }
  package var midX: Double { x + width / 2 }
  package var midY: Double { y + height / 2 }

  /// Whether the two share more than a border.
  package func overlaps(_ other: Rect, tolerance: Double = 0.01) -> Bool {
    x < other.maxX - tolerance && other.x < maxX - tolerance
      && y < other.maxY - tolerance && other.y < maxY - tolerance
  }

  /// The same rectangle elsewhere.
  package func moved(by offset: Point) -> Rect {
    Rect(x: x + offset.x, y: y + offset.y, width: width, height: height)
  }
}

/// Where everything of a ``Drawing`` stands: what a layout finds out.
package struct DrawingGeometry: Sendable, Hashable {
  /// A box in its place.
  package struct PlacedBox: Sendable, Hashable {
    package var box: DrawingBox
    package var origin: Point

    package init(box: DrawingBox, origin: Point) {
      self.box = box
      self.origin = origin
    }

    package var frame: Rect {
      Rect(x: origin.x, y: origin.y, width: box.width, height: box.height)
    }
  }

  /// The way of an edge: cubic Bézier curves from the border of its subject to that of its object.
  package struct Route: Sendable, Hashable {
    /// One point and then three for every curve; empty for an edge that is a place inside a box.
    package var points: [Point]
    /// Whether reference numbers have more room near the subject than near the object.
    package var isRoomierAtSubject: Bool

    package init(points: [Point], isRoomierAtSubject: Bool = true) {
      self.points = points
      self.isRoomierAtSubject = isRoomierAtSubject
    }
  }

  /// The heading of a layer, or of a part of one.
  package struct Heading: Sendable, Hashable {
    package var layer: Int
    /// The role that stands beneath it, where it heads a part of a layer; nil for a whole layer.
    package var role: Role?
    /// The width of what it heads; a heading of a whole layer stands at the top of the picture,
    /// wherever this frame is.
    package var frame: Rect

    package init(layer: Int, role: Role?, frame: Rect) {
      self.layer = layer
      self.role = role
      self.frame = frame
    }
  }

  package var boxes: [PlacedBox]
  /// One for every edge of the drawing, in its order.
  package var routes: [Route]
  package var headings: [Heading]
  /// What boxes and routes take up; both are within it.
  package var bounds: Rect

  package init(boxes: [PlacedBox], routes: [Route], headings: [Heading], bounds: Rect) {
    self.boxes = boxes
    self.routes = routes
    self.headings = headings
    self.bounds = bounds
  }
}
