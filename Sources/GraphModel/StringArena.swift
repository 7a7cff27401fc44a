/// The number of a string in a ``StringArena``.
package typealias StringIndex = UInt32

/// Every distinct string of a graph, once, as UTF-8 bytes in one block.
///
/// String `i` is `bytes[offsets[i] ..< offsets[i + 1]]`. Index 0 is always the empty string, so
/// that a column of indices needs no optional.
///
/// - Complexity: O(1) to find a string's bytes; 8 bytes of overhead a string.
package struct StringArena: Sendable, Equatable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var offsets: [Int] = [0, 0]

  package init() {}

  package var count: Int { offsets.count - 1 }

  package func utf8(_ index: StringIndex) -> ArraySlice<UInt8> {
    bytes[offsets[Int(index)]..<offsets[Int(index) + 1]]
  }

  package subscript(index: StringIndex) -> String {
    String(decoding: utf8(index), as: UTF8.self)
  }

  fileprivate mutating func append(_ utf8: some Collection<UInt8>) {
    bytes.append(contentsOf: utf8)
    offsets.append(bytes.count)
  }
}

/// A ``StringArena`` under construction: finds the index of a string that is already there.
///
/// Open addressing over the arena's own bytes with linear probing, so that no string is stored
/// twice, not even as a key.
///
/// - Complexity: O(length) expected to intern a string; 4 to 8 bytes a string for the table.
package struct StringInterner: Sendable {
  package private(set) var arena = StringArena()
  /// Slots hold index + 1; 0 is free. The size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  package init() {}

  package subscript(index: StringIndex) -> String { arena[index] }

  package mutating func intern(_ string: String) -> StringIndex {
    var copy = string
    return copy.withUTF8 { intern(utf8: $0) }
  }

  package mutating func intern(utf8 key: UnsafeBufferPointer<UInt8>) -> StringIndex {
    if key.isEmpty { return 0 }
    let slot = self.slot(of: key)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let index = UInt32(arena.count)
    arena.append(key)
    slots[slot] = index + 1
    if arena.count * 4 > slots.count * 3 { grow() }
    return index
  }

  /// The index of a string that was interned before, or nil.
  package func index(of string: String) -> StringIndex? {
    var copy = string
    return copy.withUTF8 { index(ofUTF8: $0) }
  }

  /// The index of a string that was interned before, or nil.
  package func index(ofUTF8 key: UnsafeBufferPointer<UInt8>) -> StringIndex? {
    if key.isEmpty { return 0 }
    let found = slots[slot(of: key)]
    return found == 0 ? nil : found - 1
  }

  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: FNV1a64.hash(key)) & mask
    while slots[slot] != 0, !arena.utf8(slots[slot] - 1).elementsEqual(key) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 1..<UInt32(arena.count) {
      var slot = Int(truncatingIfNeeded: FNV1a64.hash(arena.utf8(index))) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = index + 1
    }
  }
}
