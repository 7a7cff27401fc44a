/// A finished picture: shapes and lines of text in their places, with what they mean.
///
/// The SVG writer and the painter of PNG and PDF both read it, so that all show the same. It is
/// made of a ``Drawing`` and its ``DrawingGeometry`` by ``init(_:geometry:)``.
package struct Picture: Sendable, Hashable {
  package var width: Double
  package var height: Double
  package var title: String
  package var description: String
  package var items: [Item]

  /// A part of a picture.
  package indirect enum Item: Sendable, Hashable {
    case group(Group)
    case shape(Shape)
    case text(Text)
  }

  /// Parts that belong together and mean something.
  package struct Group: Sendable, Hashable {
    /// The identifier of the node or edge; nil for a group without a meaning of its own.
    package var elementID: String?
    package var classes: [String]
    /// What a screen reader says; nil for a group that is no object of its own.
    package var spokenLabel: String?
    /// What kind of object it is, in a word: "concept", "statement".
    package var roleDescription: String?
    package var tooltip: String?
    package var link: String?
    package var opacity: Double
    package var items: [Item]

    package init(
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
  package struct Shape: Sendable, Hashable {
    package var outline: Outline
    package var fill: Ink?
    package var fillOpacity: Double
    package var stroke: Ink?
    package var strokeWidth: Double
    package var dashes: [Double]
    package var hasRoundCaps: Bool
    /// Whether it is not seen, but answers to the pointer.
    package var isHitArea: Bool

    package init(
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
  package enum Outline: Sendable, Hashable {
    case rect(Rect, radius: Double)
    case circle(center: Point, radius: Double)
    case path([Step])
  }

  /// A step of a path.
  package enum Step: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  /// A line of text that takes up a given width, whatever the font.
  package struct Text: Sendable, Hashable {
    package var line: TextLine
    /// The left end of the baseline.
    package var origin: Point
    package var style: TextStyle
    package var ink: Ink

    package init(_ line: TextLine, at origin: Point, style: TextStyle, ink: Ink) {
      self.line = line
      self.origin = origin
      self.style = style
      self.ink = ink
    }
  }
}
