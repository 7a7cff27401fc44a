/// What a path costs: two numbers that are added hop by hop and compared one after the other.
///
/// Ranked by evidence the major number is −ln of the product of the scores, in the whole units of
/// ``EdgeWeights``, and the minor one is the hops; ranked by hops it is the other way round.
/// Whole numbers add exactly, so ties are ties. Sums stop at the greatest number instead of
/// overflowing; no path of fewer than two million hops gets there.
struct PathCost: Comparable, Sendable {
  var major: UInt64
  var minor: UInt64

  static let zero = PathCost(major: 0, minor: 0)
  /// The cost of what cannot be reached.
  static let unreachable = PathCost(major: .max, minor: .max)

  @inline(__always)
  static func < (a: PathCost, b: PathCost) -> Bool {
    a.major != b.major ? a.major < b.major : a.minor < b.minor
  }

  @inline(__always)
  static func + (a: PathCost, b: PathCost) -> PathCost {
    let (major, isTooMuch) = a.major.addingReportingOverflow(b.major)
    let (minor, isTooMany) = a.minor.addingReportingOverflow(b.minor)
    return PathCost(major: isTooMuch ? .max : major, minor: isTooMany ? .max : minor)
  }

  /// Whether neither number is greater than the other's.
  @inline(__always)
  func dominates(_ other: PathCost) -> Bool { major <= other.major && minor <= other.minor }
}
