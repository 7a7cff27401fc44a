/// A 64-bit hash of bytes for hash tables, the same on every machine and in every run.
///
/// Eight bytes at a time are multiplied to 128 bits, of which both halves are folded together; the
/// constants are odd, with as many ones as zeros. It is no defence against someone who makes
/// colliding keys on purpose beyond what linear probing bears, and no identifier is made of it.
///
/// - Complexity: O(length); about a nanosecond for sixteen bytes.
package enum ByteHash {
  @inlinable @inline(__always)
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = bytes.count
    guard let start = bytes.baseAddress, count > 0 else { return 0 }
    let base = UnsafeRawPointer(start)
    var state: UInt64 = 0x9e6c_63d0_876a_3f6b
    var at = 0
    if count > 16 {
      while at < count - 16 {
        state = fold(
          load64(base + at) ^ 0xe703_7ed1_a0b4_28db, load64(base + at + 8) ^ state)
        at += 16
      }
      return finish(load64(base + count - 16), load64(base + count - 8), state, count)
    }
    if count >= 8 { return finish(load64(base), load64(base + count - 8), state, count) }
    if count >= 4 { return finish(load32(base), load32(base + count - 4), state, count) }
    let few = UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1])
    return finish(few, 0, state, count)
  }

  @inlinable package static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0) }
  }

  @inlinable @inline(__always) static func finish(
    _ a: UInt64, _ b: UInt64, _ state: UInt64, _ count: Int
  ) -> UInt64 {
    fold(
      0x8ebc_6af0_9c88_c6e3 ^ UInt64(truncatingIfNeeded: count),
      fold(a ^ 0xe703_7ed1_a0b4_28db, b ^ state))
  }

  @inlinable @inline(__always) static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  @inlinable @inline(__always) static func load64(_ pointer: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self))
  }

  @inlinable @inline(__always) static func load32(_ pointer: UnsafeRawPointer) -> UInt64 {
    UInt64(UInt32(littleEndian: pointer.loadUnaligned(as: UInt32.self)))
  }
}
