import GraphModel
import Synchronization

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
/// - Complexity: O(1) to make, but for what the system does to give out zeroed memory; an edge with
///   evidence is weighed when it is first asked for, and 16 bytes keep what it weighs. Where the
///   graph comes with the strengths of its edges, they are used as they are.
struct EdgeWeights: Sendable {
  /// The distance that one unit stands for: 2⁻⁴⁰.
  static let unit = 0x1p-40

  private let graph: KnowledgeGraph
  private let certainty: Column<UInt8>
  /// The strength of an edge without evidence, by its raw certainty.
  private let strengthOfCertainty: [Double]
  private let unitsOfCertainty: [UInt64]
  /// The strengths that the graph comes with, and what each is in units.
  private let known: EdgeStrengths?
  private let unitsOfCode: Column<UInt64>
  /// What was weighed; nil where the graph has no evidence, or comes with strengths.
  private let weighed: WeighedEdges?
  private let plain: PlainStrengths
  /// The least ``units(_:)`` of any edge, or less.
  let leastUnits: UInt64
  /// What each edge says of cause and effect: raw ``Directness``.
  private let directnessOfPredicate: [Directness]
  /// What all edges say, where they all say the same; nil where they differ.
  private let commonDirectness: Directness?
  private let predicate: Column<UInt16>

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
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
    let hasEvidence = graph.storage.evidence.count > 0
    known = graph.storage.strengths
    unitsOfCode = Column((known?.table ?? []).map(Self.units))
    weighed = hasEvidence && known == nil ? WeighedEdges(count: columns.count) : nil
    plain = PlainStrengths(graph)
    leastUnits =
      hasEvidence
      ? Self.units(EvidenceScore.bounds.upperBound) : unitsOfCertainty.min() ?? 1
  }

  /// How strongly the evidence speaks for an edge, in [.001, .999].
  func strength(_ edge: Int) -> Double {
    if let known { return known.table[Int(known.codes[edge])] }
    guard let weighed else { return strengthOfCertainty[Int(certainty[edge])] }
    if let known = weighed.strength(edge) { return known }
    return weigh(edge, weighed).strength
  }

  /// −ln(strength) as a whole number of 2⁻⁴⁰; at least 1.
  @inline(__always)
  func units(_ edge: Int) -> UInt64 {
    // Every code that a snapshot has is one of its table.
    if let known { return unitsOfCode[Int(known.codes.unsafeBuffer[edge])] }
    return unitsWeighed(edge)
  }

  private func unitsWeighed(_ edge: Int) -> UInt64 {
    guard let weighed else { return unitsOfCertainty[Int(certainty[edge])] }
    if let known = weighed.units(edge) { return known }
    return weigh(edge, weighed).units
  }

  private func weigh(
    _ edge: Int, _ weighed: WeighedEdges
  ) -> (strength: Double, units: UInt64) {
    let strength = plain.strength(edge)
    let units = Self.units(strength)
    weighed.keep(edge, strength: strength, units: units)
    return (strength, units)
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

/// The weights of edges that were asked for: zeroed memory that is touched where an edge is weighed.
/// Threads that weigh the same edge at once write the same.
private final class WeighedEdges: @unchecked Sendable {
  private typealias Cell = Atomic<UInt64>

  private let count: Int
  /// Two cells an edge: the bits of its strength, which is never 0, and its units, which are never.
  private let cells: UnsafeMutablePointer<Cell>?

  init(count: Int) {
    self.count = count
    // Whole pages of zeros, which an atomic 0 is in memory, come from the system untouched.
    cells = calloc(max(1, count * 2), MemoryLayout<Cell>.stride)?
      .bindMemory(to: Cell.self, capacity: max(1, count * 2))
  }

  deinit { free(cells) }

  func strength(_ edge: Int) -> Double? {
    guard let cells, edge < count else { return nil }
    let bits = cells[edge * 2].load(ordering: .relaxed)
    return bits == 0 ? nil : Double(bitPattern: bits)
  }

  func units(_ edge: Int) -> UInt64? {
    guard let cells, edge < count else { return nil }
    let units = cells[edge * 2 + 1].load(ordering: .relaxed)
    return units == 0 ? nil : units
  }

  func keep(_ edge: Int, strength: Double, units: UInt64) {
    guard let cells, edge < count else { return }
    cells[edge * 2].store(strength.bitPattern, ordering: .relaxed)
    cells[edge * 2 + 1].store(units, ordering: .relaxed)
  }
}
