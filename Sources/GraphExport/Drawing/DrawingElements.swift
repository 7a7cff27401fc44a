public import GraphModel

/// A concept as it is drawn.
public struct DrawingNode: Sendable, Hashable {
  /// Where it stands in the graph.
  public var index: NodeIndex
  /// The identifier in the picture: the graph's own, unless that is no XML identifier.
  public var elementID: String
  /// The name that is written, with its abbreviation.
  public var label: String
  /// The part that it plays, completed along its group.
  public var role: Role?
  /// What kind of thing it is.
  public var category: Category
  /// The heading under which it stands.
  public var band: Band
  /// The column in which it stands, from left to right.
  public var layer: Int { band.layer }
  /// The node whose box holds this one, and the position of the edge that says so.
  public var container: Containment?
  /// Where a click leads; nil where there is no http, https or mailto address.
  public var link: String?
  /// What is known of it, a line a fact.
  public var tooltip: String
  /// What a screen reader says.
  public var spokenLabel: String
  /// Whether a highlight leaves it out.
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
  /// The position in ``Drawing/nodes`` of its subject.
  public var subject: Int
  /// The position in ``Drawing/nodes`` of its object.
  public var object: Int
  /// What its arrowhead says.
  public var kind: EdgeKind
  /// What its line says.
  public var line: LineStyle
  /// The relation.
  public var predicate: Predicate
  /// Which way the object goes when the subject goes up.
  public var polarity: Polarity
  /// Whether the statement is that the relation does not hold.
  public var isNegated: Bool
  /// How firmly it is said; nil where nothing is stated.
  public var certainty: Certainty?
  /// The words of the source that hedge it, of the first sentence that has any.
  public var hedge: String?
  /// The references that its evidence cites, by number.
  public var marks: [ReferenceMark]
  /// What stands behind it, a line a fact.
  public var tooltip: String
  /// What a screen reader says: "Chronic stress is associated with poor sleep, probable".
  public var spokenLabel: String
  /// Whether a highlight leaves it out.
  public var isDimmed: Bool
  /// Whether a highlight brings it out.
  public var isHighlighted: Bool
  /// Whether it is drawn as a place inside a box rather than as a line between boxes.
  public var isContainment: Bool

  /// The words for its line: "contributes to", "does not cause".
  package var verb: String {
    let verb = predicate.verb(polarity: polarity)
    return DrawnText.line(isNegated ? verb.negated : verb.present, limit: 48)
  }
}
