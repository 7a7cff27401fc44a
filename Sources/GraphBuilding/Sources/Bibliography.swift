public import GraphModel

/// The works that documents cite by key, read from CSL JSON files.
public struct Bibliography: Sendable {
  /// A work and the place where it is described.
  public struct Entry: Sendable, Hashable {
    /// The citation key, as in `[@key]`.
    public var key: String
    /// The work.
    public var reference: Reference
    /// Where its key stands.
    public var location: SourceLocation

    /// A work with its key and place.
    public init(key: String, reference: Reference, location: SourceLocation) {
      self.key = key
      self.reference = reference
      self.location = location
    }
  }

  /// In the order of the files.
  public private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  /// No works.
  public init() {}

  /// Adds an entry; the first of two with one key stays, and the second is the return value's
  /// business: false means that the key was taken.
  @discardableResult
  public mutating func add(_ entry: Entry) -> Bool {
    guard positions[entry.key] == nil else { return false }
    positions[entry.key] = entries.count
    entries.append(entry)
    return true
  }

  /// The work with a key, or nil.
  ///
  /// - Complexity: O(1) expected.
  public subscript(key: String) -> Entry? { positions[key].map { entries[$0] } }
}
