/// Finds the node with an identifier: a hash table over the identifiers' bytes, open addressing
/// with linear probing, that can be stored in a file and looked into without reading the rest.
///
/// A slot is 0 where it is free, else the high half of the identifier's hash above the number of
/// the node plus one. The number of slots is a power of two.
///
/// - Complexity: O(length of the identifier) expected to find a node; 8 bytes a slot, at most
///   32 bytes a node.
package struct NodeIDTable: Sendable {
  package let slots: Column<UInt64>

  package init() { slots = Column() }

  /// A table with these slots; one whose size is no power of two finds nothing.
  package init(slots: Column<UInt64>) { self.slots = slots }

  /// Enters every node in the order of the rows; of two with one identifier the first is found.
  package init(ids: Column<StringIndex>, strings: StringArena) {
    var draft = Draft(minimumCapacity: ids.count)
    for (row, id) in ids.enumerated() {
      strings.withUTF8(id) { draft.insert(UInt32(row), hash: ByteHash.hash($0)) }
    }
    slots = Column(draft.slots)
  }

  /// The rows that may have an identifier with this hash, each to be compared.
  @inlinable package func firstRow(
    hash: UInt64, where isMatch: (UInt32) -> Bool
  ) -> UInt32? {
    slots.withUnsafeBufferPointer { Self.firstRow(in: $0, hash: hash, where: isMatch) }
  }

  @inlinable package static func firstRow(
    in slots: UnsafeBufferPointer<UInt64>, hash: UInt64, where isMatch: (UInt32) -> Bool
  ) -> UInt32? {
    let count = slots.count
    guard count > 0, count & (count - 1) == 0 else { return nil }
    let mask = count - 1
    let tag = hash & 0xffff_ffff_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & mask
    // A table from a file may be full: no more than one round.
    for _ in 0..<count {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if entry & 0xffff_ffff_0000_0000 == tag {
        let low = UInt32(truncatingIfNeeded: entry)
        if low > 0, isMatch(low - 1) { return low - 1 }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// A table under construction.
  package struct Draft: Sendable {
    package private(set) var slots: [UInt64]

    /// A table for this many nodes without growing, which it does not.
    package init(minimumCapacity: Int) {
      var size = 16
      while size < minimumCapacity * 2 { size *= 2 }
      slots = [UInt64](repeating: 0, count: size)
    }

    /// The table so far.
    package func takeColumn() -> Column<UInt64> { Column(slots) }

    /// Enters a node, whether or not there is one with its identifier.
    package mutating func insert(_ row: UInt32, hash: UInt64) {
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(row + 1)
    }
  }
}
