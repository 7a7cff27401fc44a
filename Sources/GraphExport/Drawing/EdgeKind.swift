public import GraphModel

/// What kind of statement an edge is, as its arrowhead says it.
public enum EdgeKind: UInt8, Sendable, Hashable, CaseIterable {
  /// The subject acts on the object: a filled arrowhead.
  case causal
  /// The subject acts against the object, prevents or eases it: a tee.
  case protective
  /// The subject has the object as a feature, or stands in another directed relation to it, which
  /// is taken for no cause: an open arrowhead.
  case feature
  /// The two go together: no arrowhead.
  case association
  /// The subject is a kind or a part of the object: a hollow arrowhead, or a place inside the box
  /// of the object.
  case taxonomy

  /// The kind of a statement, from its predicate and its polarity.
  public init(_ edge: Edge) {
    switch edge.directness {
    case .causal: self = edge.polarity == .decreases ? .protective : .causal
    case .hierarchical: self = .taxonomy
    case .associational: self = edge.predicate.isSymmetric ? .association : .feature
    }
  }

  /// The word for it in classes and legends.
  public var name: String {
    switch self {
    case .causal: "causal"
    case .protective: "protective"
    case .feature: "feature"
    case .association: "association"
    case .taxonomy: "taxonomy"
    }
  }
}

/// How a line is drawn, by how firmly its statement is made.
public enum LineStyle: UInt8, Sendable, Hashable, CaseIterable {
  case established
  case probable
  case possible
  case speculative
  /// How firmly it is said is not stated.
  case unstated

  /// The style of a certainty; an edge without one is ``unstated``.
  public init(_ certainty: Certainty?) {
    switch certainty {
    case .established: self = .established
    case .probable: self = .probable
    case .possible: self = .possible
    case .speculative: self = .speculative
    case nil: self = .unstated
    }
  }

  /// The word for it in classes and legends.
  public var name: String {
    switch self {
    case .established: "established"
    case .probable: "probable"
    case .possible: "possible"
    case .speculative: "speculative"
    case .unstated: "unstated"
    }
  }

  /// Lengths of dashes and gaps in the units of the picture; empty for a solid line.
  public var dashes: [Double] {
    switch self {
    case .established: []
    case .probable: [11, 4]
    case .possible: [5, 4]
    case .speculative: [1.2, 4]
    case .unstated: [16, 3, 2, 3]
    }
  }

  /// The width of the line: the firmer, the heavier, so that the levels also differ without a
  /// closer look at the dashes.
  public var strokeWidth: Double {
    switch self {
    case .established: 2
    case .probable: 1.7
    case .possible: 1.5
    case .speculative: 1.8
    case .unstated: 1.4
    }
  }
}
