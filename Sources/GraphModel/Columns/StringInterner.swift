/// A ``StringArena`` under construction: finds the index of a string that is already there.
///
/// Open addressing over the arena's own bytes with linear probing, so that no string is stored
/// twice, not even as a key.
///
/// - Complexity: O(length) expected to intern a string; 4 to 8 bytes a string for the table.
package struct StringInterner: Sendable {
  private var bytes: [UInt8] = []
  private var offsets: [UInt64] = [0, 0]
  /// Slots hold index + 1; 0 is free. The size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  package init() {}

  /// The number of strings, the empty one included.
  package var count: Int { offsets.count - 1 }

  /// The strings so far.
  ///
  /// - Complexity: O(total length).
  package var arena: StringArena {
    StringArena(bytes: Column(bytes), offsets: Column(offsets))
  }

  package subscript(index: StringIndex) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  private func range(_ index: StringIndex) -> Range<Int> {
    Int(offsets[Int(index)])..<Int(offsets[Int(index) + 1])
  }

  package mutating func intern(_ string: String) -> StringIndex {
    var copy = string
    return copy.withUTF8 { intern(utf8: $0) }
  }

  package mutating func intern(utf8 key: UnsafeBufferPointer<UInt8>) -> StringIndex {
    if key.isEmpty { return 0 }
    let slot = self.slot(of: key)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let index = UInt32(count)
    bytes.append(contentsOf: key)
    offsets.append(UInt64(bytes.count))
    slots[slot] = index + 1
    if count * 4 > slots.count * 3 { grow() }
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
    var slot = Int(truncatingIfNeeded: ByteHash.hash(key)) & mask
    while slots[slot] != 0, !bytes[range(slots[slot] - 1)].elementsEqual(key) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    bytes.withUnsafeBufferPointer { all in
      for index in 1..<UInt32(count) {
        let key = UnsafeBufferPointer(rebasing: all[range(index)])
        var slot = Int(truncatingIfNeeded: ByteHash.hash(key)) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = index + 1
      }
    }
  }
}
