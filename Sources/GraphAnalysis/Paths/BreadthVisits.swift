/// Who visited a node, and how.
struct BreadthVisit: BitwiseCopyable, Sendable {
  enum Visitor: BitwiseCopyable {
    case forward, backward
    /// Neither search may enter the node.
    case blocked
  }
  var visitor: Visitor
  var level: UInt32
  /// The newest arc by which it was reached; −1 for none.
  var arc: Int32
}

/// The nodes that the two searches of a question have visited.
///
/// Most nodes that a search looks at were not visited; a table of bits that fits the nearest cache
/// tells so of nearly all of them (B. H. Bloom 1970, doi:10.1145/362686.362692, with one hash).
struct BreadthVisits {
  private let space: SearchSpace<BreadthVisit>
  private let bits = Buffer<UInt64>(repeating: 0, count: Self.words)
  private static let words = 1 << 12

  init(_ index: AdjacencyIndex) {
    space = index.spaces.lease(BreadthVisit.self, count: index.nodeCount)
  }

  /// False where a node was certainly not visited.
  @inline(__always)
  func mayContain(_ node: UInt32) -> Bool {
    bits.base[Int(node >> 6) & (Self.words - 1)] & 1 << UInt64(node & 63) != 0
  }

  /// How a node was visited; nil where it was not.
  @inline(__always)
  subscript(node: UInt32) -> BreadthVisit? {
    let none = BreadthVisit(visitor: .blocked, level: .max, arc: -1)
    let visit = space.map[Int(node), default: none]
    return visit.level == .max ? nil : visit
  }

  /// Keeps both searches from a node.
  func block(_ node: UInt32) {
    set(node, BreadthVisit(visitor: .blocked, level: .max - 1, arc: -1))
  }

  @inline(__always)
  func set(_ node: UInt32, _ visit: BreadthVisit) {
    space.map.set(Int(node), visit)
    bits.base[Int(node >> 6) & (Self.words - 1)] |= 1 << UInt64(node & 63)
  }
}
