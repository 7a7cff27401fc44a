import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The strength and the distance of every edge, never to be confused.
///
/// *Strength* is `Edge.score`, in [.001, .999]: more is closer. *Distance* is its negative
/// logarithm: less is closer, and the distance of a path is the negative logarithm of the product
/// of its scores.
///
/// Distances are kept as whole multiples of 2⁻⁴⁰ (about 10⁻¹²). Sums of such numbers are exact,
/// so two paths of the same edges in another order have exactly the same distance, and ties do
/// not depend on the order in which floating-point numbers were added.
///
/// - Complexity: O(m) time; 16 bytes an edge where the graph has evidence, else constant space.
struct EdgeWeights: Sendable {
  /// The distance that one unit stands for: 2⁻⁴⁰.
  static let unit = 0x1p-40

  private let certainty: Column<UInt8>
  /// The strength of an edge by its raw certainty, for graphs without evidence.
  private let strengthOfCertainty: [Double]
  private let unitsOfCertainty: [UInt64]
  /// One strength per edge where the graph has evidence, else empty.
  private let strengths: [Double]
  private let unitsOfEdge: [UInt64]
  /// The least ``units(_:)`` of any edge, or less.
  let leastUnits: UInt64
  /// What each edge says of cause and effect: raw ``Directness``.
  private let directnessOfPredicate: [Directness]
  /// What all edges say, where they all say the same; nil where they differ.
  private let commonDirectness: Directness?
  private let predicate: Column<UInt16>

  init(_ graph: KnowledgeGraph) {
    let columns = graph.storage.edges
    certainty = columns.certainty
    predicate = columns.predicate
    directnessOfPredicate = columns.predicateTable.map(\.directness)
    commonDirectness = directnessOfPredicate.first.flatMap { [directnessOfPredicate] first in
      directnessOfPredicate.allSatisfy { $0 == first } ? first : nil
    }
    let last = Int(Certainty.allCases.map(\.rawValue).max() ?? 0)
    strengthOfCertainty = (0...last).map {
      EvidenceScore.strength(certainty: Certainty(rawValue: UInt8($0)))
    }
    unitsOfCertainty = strengthOfCertainty.map(Self.units)
    strengths = graph.storage.evidence.count == 0 ? [] : graph.edges.map(\.score)
    unitsOfEdge = strengths.map(Self.units)
    leastUnits = (unitsOfEdge.isEmpty ? unitsOfCertainty : unitsOfEdge).min() ?? 1
  }

  /// How strongly the evidence speaks for an edge, in [.001, .999].
  func strength(_ edge: Int) -> Double {
    strengths.isEmpty ? strengthOfCertainty[Int(certainty[edge])] : strengths[edge]
  }

  /// −ln(strength) as a whole number of 2⁻⁴⁰; at least 1.
  func units(_ edge: Int) -> UInt64 {
    unitsOfEdge.isEmpty ? unitsOfCertainty[Int(certainty[edge])] : unitsOfEdge[edge]
  }

  /// −ln(strength), rounded to a multiple of 2⁻⁴⁰.
  func distance(_ edge: Int) -> Double { Double(units(edge)) * Self.unit }

  /// What an edge says of cause and effect.
  @inline(__always)
  func directness(_ edge: Int) -> Directness {
    commonDirectness ?? directnessOfPredicate[Int(predicate[edge])]
  }

  static func units(_ strength: Double) -> UInt64 {
    let bounded = min(max(strength, 0x1p-1000), 1)
    return max(1, UInt64((-log(bounded) / unit).rounded()))
  }
}
