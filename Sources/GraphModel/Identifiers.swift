/// The public identifier of a node: a CURIE such as `MONDO:0005265`, or an IRI.
public struct NodeID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ text: some StringProtocol) { rawValue = String(text) }
  public init(stringLiteral text: String) { rawValue = text }
  public var description: String { rawValue }
  public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// The public identifier of an edge: a hash of what it says, or the identifier of its data file.
public struct EdgeID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }
  public static func < (a: EdgeID, b: EdgeID) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a node in its graph, dense from 0.
public struct NodeIndex: Sendable, Hashable, Comparable, RawRepresentable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ value: Int) { rawValue = UInt32(value) }
  package var position: Int { Int(rawValue) }
  public static func < (a: NodeIndex, b: NodeIndex) -> Bool { a.rawValue < b.rawValue }
}

/// The number of an edge in its graph, dense from 0.
public struct EdgeIndex: Sendable, Hashable, Comparable, RawRepresentable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ value: Int) { rawValue = UInt32(value) }
  package var position: Int { Int(rawValue) }
  public static func < (a: EdgeIndex, b: EdgeIndex) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a reference in its graph, dense from 0.
public struct ReferenceIndex: Sendable, Hashable, Comparable, RawRepresentable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ value: Int) { rawValue = UInt32(value) }
  package var position: Int { Int(rawValue) }
  public static func < (a: ReferenceIndex, b: ReferenceIndex) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a document in its graph, dense from 0.
public struct DocumentIndex: Sendable, Hashable, Comparable, RawRepresentable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ value: Int) { rawValue = UInt32(value) }
  package var position: Int { Int(rawValue) }
  public static func < (a: DocumentIndex, b: DocumentIndex) -> Bool { a.rawValue < b.rawValue }
}
