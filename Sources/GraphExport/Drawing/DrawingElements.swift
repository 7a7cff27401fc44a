public import GraphModel

/// A concept as it is drawn.
public struct DrawingNode: Sendable, Hashable {
  /// Where it stands in the graph.
  public var index: NodeIndex
  /// The identifier in the picture: the graph's own, unless that is no XML identifier.
  public var elementID: String
  /// The name that is written, with its abbreviation.
  public var label: String
  public var role: Role?
  public var category: Category
  /// The layer from left to right: 0 causes, 1 conditions, 2 symptoms, 3 diseases, 4 others.
  public var layer: Int
  /// The node whose box holds this one, and the position of the edge that says so.
  public var container: Containment?
  /// Where a click leads; nil where there is no http, https or mailto address.
  public var link: String?
  public var tooltip: String
  /// What a screen reader says.
  public var spokenLabel: String
  public var isDimmed: Bool
  /// A value in [0, 1] that is shown as the strength of the colour.
  public var value: Double?
}

/// A place inside another node's box.
public struct Containment: Sendable, Hashable {
  /// The position in ``Drawing/nodes`` of the group.
  public var group: Int
  /// The position in ``Drawing/edges`` of the statement that makes it a member.
  public var edge: Int
}

/// A number that an edge carries, leading to the list of references.
public struct ReferenceMark: Sendable, Hashable {
  /// The number in the list, from 1.
  public var number: Int
  /// Whether the author cited the work there or it was matched by its title.
  public var basis: Citation.Basis

  /// `3` where the author cited it, `(3)` where it was matched.
  public var text: String { basis == .stated ? "\(number)" : "(\(number))" }
}

/// A statement as it is drawn.
public struct DrawingEdge: Sendable, Hashable {
  /// Where it stands in the graph.
  public var index: EdgeIndex
  /// The identifier in the picture: the graph's own, unless that is no XML identifier.
  public var elementID: String
  /// Positions in ``Drawing/nodes``.
  public var subject: Int
  public var object: Int
  public var kind: EdgeKind
  public var line: LineStyle
  public var predicate: Predicate
  public var polarity: Polarity
  public var isNegated: Bool
  public var certainty: Certainty?
  /// The words of the source that hedge it, of the first sentence that has any.
  public var hedge: String?
  public var marks: [ReferenceMark]
  public var tooltip: String
  /// What a screen reader says: "Chronic stress is associated with poor sleep, probable".
  public var spokenLabel: String
  public var isDimmed: Bool
  public var isHighlighted: Bool
  /// Whether it is drawn as a place inside a box rather than as a line between boxes.
  public var isContainment: Bool
}
