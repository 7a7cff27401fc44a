import GraphModel

/// The words of a short identifier: with its length they are its bytes, so that most identifiers
/// are compared without looking anywhere else.
struct ShortKey: BitwiseCopyable, Equatable, Sendable {
  /// The longest identifier that the words hold.
  static let limit = 24

  var first: UInt64 = 0
  var middle: UInt64 = 0
  var last: UInt64 = 0

  /// The words of a text of 1 to ``limit`` bytes; nothing for a longer one.
  @inline(__always) init(_ text: TextSpan) {
    let count = text.count
    guard let base = text.baseAddress, count > 0, count <= Self.limit else { return }
    let raw = UnsafeRawPointer(base)
    if count >= 8 {
      // The same three loads for every length, which is not to be guessed.
      first = raw.loadUnaligned(as: UInt64.self)
      middle = raw.loadUnaligned(fromByteOffset: min(8, count - 8), as: UInt64.self)
      last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      first = UInt64(raw.loadUnaligned(as: UInt32.self))
      last = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      first = UInt64(base[0])
      middle = UInt64(base[count >> 1])
      last = UInt64(base[count - 1])
    }
  }
}

/// The nodes by their identifiers, while a graph is read: open addressing with linear probing, the
/// identifiers themselves in the table where they are short.
struct NodeFinder: @unchecked Sendable {
  static let none = UInt32.max

  struct Slot: BitwiseCopyable, Sendable {
    /// The row plus one in the low half; above it the length, 255 where the words are not the
    /// whole identifier, and 24 bits of the hash. 0 is free.
    var head: UInt64 = 0
    var key = ShortKey(TextSpan(start: nil, count: 0))
  }

  let slots: UnsafeMutableBufferPointer<Slot>
  let ids: UnsafeMutablePointer<UInt32>
  let pool: StringPool

  @inline(__always) static func head(_ text: TextSpan, hash: UInt64) -> UInt64 {
    let length = UInt64(truncatingIfNeeded: text.count <= ShortKey.limit ? text.count : 255)
    return hash & 0xffff_ff00_0000_0000 | length << 32
  }

  /// What stands first where an identifier would be.
  @inline(__always) func head(ofHash hash: UInt64) -> UInt64 {
    slots[Int(hash & UInt64(truncatingIfNeeded: slots.count - 1))].head
  }

  @inline(__always) func row(of text: TextSpan, hash: UInt64) -> UInt32 {
    let mask = UInt64(truncatingIfNeeded: slots.count - 1)
    let head = Self.head(text, hash: hash)
    let key = ShortKey(text)
    var slot = hash & mask
    while true {
      let entry = slots[Int(slot)]
      if entry.head == 0 { return Self.none }
      if entry.head & 0xffff_ffff_0000_0000 == head, entry.key == key {
        let row = UInt32(truncatingIfNeeded: entry.head) - 1
        if text.count <= ShortKey.limit || pool.utf8(ids[Int(row)]).isEqual(to: text) {
          return row
        }
      }
      slot = (slot + 1) & mask
    }
  }
}
