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

  /// Words on a line, in the style of reference numbers.
  package struct Label: Sendable, Hashable {
    package var line: TextLine
    /// The left end of the baseline.
    package var origin: Point

    package init(line: TextLine, origin: Point) {
      self.line = line
      self.origin = origin
    }
  }

  /// The way of an edge: cubic Bézier curves from the border of its subject to that of its object.
  package struct Route: Sendable, Hashable {
    /// One point and then three for every curve; empty for an edge that is a place inside a box.
    package var points: [Point]
    /// Whether reference numbers have more room near the subject than near the object.
    package var isRoomierAtSubject: Bool
    /// The words on the line; nil where the line stands for itself.
    package var label: Label?

    package init(points: [Point], isRoomierAtSubject: Bool = true, label: Label? = nil) {
      self.points = points
      self.isRoomierAtSubject = isRoomierAtSubject
      self.label = label
    }

    /// The same route elsewhere.
    func moved(by offset: Point) -> Route {
      Route(
        points: points.map { Point($0.x + offset.x, $0.y + offset.y) },
        isRoomierAtSubject: isRoomierAtSubject,
        label: label.map {
          Label(line: $0.line, origin: Point($0.origin.x + offset.x, $0.origin.y + offset.y))
        })
    }
  }

  /// The heading of a band.
  package struct Heading: Sendable, Hashable {
    package var band: Band
    /// Whether it is the first of its column: then it stands at the top of the picture, wherever
    /// its frame is.
    package var isTop: Bool
    /// The width of what it heads.
    package var frame: Rect

    package init(band: Band, isTop: Bool, frame: Rect) {
      self.band = band
      self.isTop = isTop
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
