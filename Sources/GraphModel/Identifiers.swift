/// The public identifier of a node: a CURIE such as `MONDO:0005265`, or an IRI.
public struct NodeID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The CURIE or IRI.
  public let rawValue: String

  /// An identifier with this text, which is not checked; see ``PrefixMap/accepts(_:)``.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An identifier with this text, which is not checked; see ``PrefixMap/accepts(_:)``.
  public init(_ text: some StringProtocol) { rawValue = String(text) }

  /// An identifier from a literal.
  public init(stringLiteral text: String) { rawValue = text }

  /// The CURIE or IRI.
  public var description: String { rawValue }

  /// Identifiers are ordered as strings.
  public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// The public identifier of an edge: a hash of what it says, or the identifier of its data file.
public struct EdgeID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
  /// The CURIE or IRI.
  public let rawValue: String

  /// An identifier with this text, which is not checked.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The CURIE or IRI.
  public var description: String { rawValue }

  /// Identifiers are ordered as strings.
  public static func < (a: EdgeID, b: EdgeID) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a row in one of a graph's tables, dense from 0.
///
/// A number means something only together with the graph that it came from.
public protocol RowIndex: RawRepresentable<UInt32>, Hashable, Comparable, Sendable {
  /// The row with this number.
  init(rawValue: UInt32)
}

extension RowIndex {
  /// Rows are ordered as their numbers.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  package init(_ position: Int) { self.init(rawValue: UInt32(truncatingIfNeeded: position)) }
  package var position: Int { Int(rawValue) }
}

/// The number of a node in its graph.
public struct NodeIndex: RowIndex {
  /// The row, from 0.
  public let rawValue: UInt32
  /// The node in this row.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The number of an edge in its graph.
public struct EdgeIndex: RowIndex {
  /// The row, from 0.
  public let rawValue: UInt32
  /// The edge in this row.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The number of a reference in its graph.
public struct ReferenceIndex: RowIndex {
  /// The row, from 0.
  public let rawValue: UInt32
  /// The reference in this row.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The number of a document in its graph.
public struct DocumentIndex: RowIndex {
  /// The row, from 0.
  public let rawValue: UInt32
  /// The document in this row.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

extension EdgeID {
  /// What the identifiers that are hashes begin with.
  package static let hashed = "\(PrefixMap.local):edge-"

  /// The identifier of an edge that no data file has named: a hash of what it says.
  package init(
    subject: String, predicate: Predicate, object: String, isNegated: Bool, polarity: Polarity
  ) {
    let digits = ContentHash.digits(
      of: subject, predicate.curie, object, isNegated ? "negated" : "", polarity.name)
    self.init(rawValue: Self.hashed + digits)
  }
}
