public import GraphModel

/// A place in the picture. The origin is at the top left, y grows downwards.
public struct Point: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle in the picture.
public struct Rect: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var maxX: Double { x + width }
  public var maxY: Double { y + height }
  public var midX: Double { x + width / 2 }
  public var midY: Double { y + height / 2 }

  /// Whether the two share more than a border.
  public func overlaps(_ other: Rect, tolerance: Double = 0.01) -> Bool {
    x < other.maxX - tolerance && other.x < maxX - tolerance
      && y < other.maxY - tolerance && other.y < maxY - tolerance
  }

  /// The same rectangle elsewhere.
  public func moved(by offset: Point) -> Rect {
    Rect(x: x + offset.x, y: y + offset.y, width: width, height: height)
  }
}

/// Where everything of a ``Drawing`` stands: what a layout finds out.
public struct DrawingGeometry: Sendable, Hashable {
  /// A box in its place.
  public struct PlacedBox: Sendable, Hashable {
    public var box: DrawingBox
    public var origin: Point

    public init(box: DrawingBox, origin: Point) {
      self.box = box
      self.origin = origin
    }

    public var frame: Rect {
      Rect(x: origin.x, y: origin.y, width: box.width, height: box.height)
    }
  }

  /// The way of an edge: cubic Bézier curves from the border of its subject to that of its object.
  public struct Route: Sendable, Hashable {
    /// One point and then three for every curve; empty for an edge that is a place inside a box.
    public var points: [Point]
    /// Whether reference numbers have more room near the subject than near the object.
    public var isRoomierAtSubject: Bool

    public init(points: [Point], isRoomierAtSubject: Bool = true) {
      self.points = points
      self.isRoomierAtSubject = isRoomierAtSubject
    }
  }

  /// The heading of a layer, or of a part of one.
  public struct Heading: Sendable, Hashable {
    public var layer: Int
    /// The role that stands beneath it, where it heads a part of a layer; nil for a whole layer.
    public var role: Role?
    /// The width of what it heads; a heading of a whole layer stands at the top of the picture,
    /// wherever this frame is.
    public var frame: Rect

    public init(layer: Int, role: Role?, frame: Rect) {
      self.layer = layer
      self.role = role
      self.frame = frame
    }
  }

  public var boxes: [PlacedBox]
  /// One for every edge of the drawing, in its order.
  public var routes: [Route]
  public var headings: [Heading]
  /// What boxes and routes take up; both are within it.
  public var bounds: Rect

  public init(boxes: [PlacedBox], routes: [Route], headings: [Heading], bounds: Rect) {
    self.boxes = boxes
    self.routes = routes
    self.headings = headings
    self.bounds = bounds
  }
}
