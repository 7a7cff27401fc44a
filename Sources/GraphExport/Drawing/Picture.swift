/// A finished picture: shapes and lines of text in their places, with what they mean.
///
/// The SVG writer and the painter of PNG and PDF both read it, so that all show the same. It is
/// made of a ``Drawing`` and its ``DrawingGeometry`` by ``init(_:geometry:)``.
public struct Picture: Sendable, Hashable {
  public var width: Double
  public var height: Double
  public var title: String
  public var description: String
  public var items: [Item]

  /// A part of a picture.
  public indirect enum Item: Sendable, Hashable {
    case group(Group)
    case shape(Shape)
    case text(Text)
  }

  /// Parts that belong together and mean something.
  public struct Group: Sendable, Hashable {
    /// The identifier of the node or edge; nil for a group without a meaning of its own.
    public var elementID: String?
    public var classes: [String]
    /// What a screen reader says; nil for a group that is no object of its own.
    public var spokenLabel: String?
    /// What kind of object it is, in a word: "concept", "statement".
    public var roleDescription: String?
    public var tooltip: String?
    public var link: String?
    public var opacity: Double
    public var items: [Item]

    public init(
      elementID: String? = nil, classes: [String] = [], spokenLabel: String? = nil,
      roleDescription: String? = nil, tooltip: String? = nil, link: String? = nil,
      opacity: Double = 1, items: [Item]
    ) {
      self.elementID = elementID
      self.classes = classes
      self.spokenLabel = spokenLabel
      self.roleDescription = roleDescription
      self.tooltip = tooltip
      self.link = link
      self.opacity = opacity
      self.items = items
    }
  }

  /// A filled or outlined form.
  public struct Shape: Sendable, Hashable {
    public var outline: Outline
    public var fill: Ink?
    public var fillOpacity: Double
    public var stroke: Ink?
    public var strokeWidth: Double
    public var dashes: [Double]
    public var hasRoundCaps: Bool
    /// Whether it is not seen, but answers to the pointer.
    public var isHitArea: Bool

    public init(
      _ outline: Outline, fill: Ink? = nil, fillOpacity: Double = 1, stroke: Ink? = nil,
      strokeWidth: Double = 1, dashes: [Double] = [], hasRoundCaps: Bool = false,
      isHitArea: Bool = false
    ) {
      self.outline = outline
      self.fill = fill
      self.fillOpacity = fillOpacity
      self.stroke = stroke
      self.strokeWidth = strokeWidth
      self.dashes = dashes
      self.hasRoundCaps = hasRoundCaps
      self.isHitArea = isHitArea
    }
  }

  /// The form of a shape.
  public enum Outline: Sendable, Hashable {
    case rect(Rect, radius: Double)
    case circle(center: Point, radius: Double)
    case path([Step])
  }

  /// A step of a path.
  public enum Step: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  /// A line of text that takes up a given width, whatever the font.
  public struct Text: Sendable, Hashable {
    public var line: TextLine
    /// The left end of the baseline.
    public var origin: Point
    public var style: TextStyle
    public var ink: Ink

    public init(_ line: TextLine, at origin: Point, style: TextStyle, ink: Ink) {
      self.line = line
      self.origin = origin
      self.style = style
      self.ink = ink
    }
  }
}
