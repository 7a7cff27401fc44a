/// The 64-bit Fowler–Noll–Vo hash, variant 1a, for hash tables (RFC 9923).
package enum FNV1a64 {
  @inlinable package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // The low bits alone choose the slot: fold the high ones in.
    return hash ^ (hash >> 32)
  }
}

/// An identifier made from content: the 128-bit FNV-1a hash (RFC 9923) of its fields.
///
/// Two statements with the same fields have the same identifier, on every machine and in every
/// run. Fields are separated by the byte 0x1F, which no field may contain (it is dropped).
///
/// - Complexity: O(total length of the fields) time, O(1) space.
package struct ContentHash: Sendable {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  package init() {}

  package mutating func combine(_ field: String) {
    for byte in field.utf8 where byte != 0x1f { mix(byte) }
    mix(0x1f)
  }

  private mutating func mix(_ byte: UInt8) {
    state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
  }

  /// The first 80 bits as 20 hexadecimal digits.
  ///
  /// With 20 million edges the chance that any two share an identifier is below 2 in 10 billion.
  package var digits: String {
    let top = UInt64(truncatingIfNeeded: state >> 64)
    let next = UInt16(truncatingIfNeeded: state >> 48)
    func hex(_ value: UInt64, _ width: Int) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    return hex(top, 16) + hex(UInt64(next), 4)
  }

  package static func digits(of fields: String...) -> String {
    var hash = ContentHash()
    for field in fields { hash.combine(field) }
    return hash.digits
  }
}
