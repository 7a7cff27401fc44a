/// Sets of numbers that are joined as one goes; the least member of each is its root, so that the
/// outcome does not depend on the order.
///
/// With path halving (R. Tarjan & J. van Leeuwen 1984, doi:10.1145/62.2160).
///
/// - Complexity: O(log n) amortised time an operation, close to O(1) in practice; 4 bytes a number.
struct DisjointSets {
  private let parents: Buffer<UInt32>

  /// Sets of one number each, from 0 to `count`.
  init(count: Int) {
    parents = Buffer(capacity: count)
    for number in 0..<count { parents.base[number] = UInt32(truncatingIfNeeded: number) }
  }

  /// A number nearer to the root, never a greater one; a root's own is itself.
  @inline(__always)
  func parent(of number: UInt32) -> UInt32 { parents.base[Int(number)] }

  /// The least number of a set.
  @inline(__always)
  func root(of number: UInt32) -> UInt32 {
    let parent = parents.base
    var number = number
    while parent[Int(number)] != number {
      parent[Int(number)] = parent[Int(parent[Int(number)])]
      number = parent[Int(number)]
    }
    return number
  }

  /// Joins the sets of two roots; their common root.
  @inline(__always)
  func join(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a < b {
      parents.base[Int(b)] = a
      return a
    }
    if b < a { parents.base[Int(a)] = b }
    return b
  }
}
