import GraphModel

/// What makes two statements the same.
struct EdgeKey: Equatable {
  var subject: UInt32
  var object: UInt32
  var predicate: UInt16
  var flags: UInt8
  var givenID: StringIndex

  @inline(__always) var hash: UInt64 {
    let ends = (UInt64(subject) << 32 | UInt64(object)) ^ 0xe703_7ed1_a0b4_28db
    let rest =
      (UInt64(givenID) << 32 | UInt64(predicate) << 8 | UInt64(flags)) ^ 0x8ebc_6af0_9c88_c6e3
    let product = ends.multipliedFullWidth(by: rest | 1)
    let mixed = product.high ^ product.low
    return (mixed ^ (mixed >> 29)) &* 0x9e37_79b9_7f4a_7c15
  }
}

/// Finds the edge that makes a statement: open addressing, the high half of the hash above the
/// row plus one. The keys themselves are the caller's.
struct EdgeKeyTable: ~Copyable {
  /// Whether every edge is in the table, and not only those that an identifier of their own does
  /// not tell apart.
  var holdsEveryEdge = false
  private var slots = Pile<UInt64>(minimumCapacity: 1024)
  private var count = 0

  init() { slots.extend(to: 1024, with: 0) }

  func find(_ key: EdgeKey, _ keyOf: (Int) -> EdgeKey) -> UInt32? {
    let mask = UInt64(truncatingIfNeeded: slots.count - 1)
    let hash = key.hash
    var slot = hash & mask
    while true {
      let entry = slots[Int(slot)]
      if entry == 0 { return nil }
      if entry >> 32 == hash >> 32 {
        let row = UInt32(truncatingIfNeeded: entry) - 1
        if keyOf(Int(row)) == key { return row }
      }
      slot = (slot + 1) & mask
    }
  }

  mutating func insert(_ key: EdgeKey, _ row: Int, _ keyOf: (Int) -> EdgeKey) {
    if count * 3 > slots.count * 2 { grow(keyOf) }
    enter(key.hash, UInt32(truncatingIfNeeded: row))
    count += 1
  }

  private func enter(_ hash: UInt64, _ row: UInt32) {
    let mask = UInt64(truncatingIfNeeded: slots.count - 1)
    var slot = hash & mask
    while slots[Int(slot)] != 0 { slot = (slot + 1) & mask }
    slots[Int(slot)] = hash & 0xffff_ffff_0000_0000 | UInt64(row + 1)
  }

  private mutating func grow(_ keyOf: (Int) -> EdgeKey) {
    let size = slots.count * 2
    var old = Pile<UInt64>(minimumCapacity: size)
    old.extend(to: size, with: 0)
    swap(&old, &slots)
    for position in 0..<old.count where old[position] != 0 {
      let row = UInt32(truncatingIfNeeded: old[position]) - 1
      enter(keyOf(Int(row)).hash, row)
    }
  }
}
