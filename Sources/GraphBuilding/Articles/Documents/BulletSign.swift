/// Signs beyond ASCII that writers set before the items of a list: • ▸ ➣ ✓ → ★, pictures, and the
/// private characters of symbol fonts.
enum BulletSign {
  /// The bytes of a bullet at a place, a variation selector included; nil where none stands.
  ///
  /// Crosses are none: what stands behind them is often meant not to be so.
  ///
  /// - Complexity: O(1).
  static func width(_ bytes: [UInt8], _ start: Int, before end: Int) -> Int? {
    guard let (scalar, count) = scalar(bytes, start, end), isBullet(scalar) else { return nil }
    if let (next, more) = self.scalar(bytes, start + count, end), next == 0xfe0f {
      return count + more
    }
    return count
  }

  private static func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00b7, 0x2022, 0x2023, 0x2043, 0x204c, 0x204d, 0x2219: true
    // Arrows; shapes; stars, check marks, pointing hands; more arrows and shapes; pictures.
    case 0x2190...0x21ff, 0x25a0...0x25ff, 0x2b00...0x2bff, 0x1f300...0x1faff: true
    case 0x2715...0x2718, 0x274c, 0x274e: false
    case 0x2600...0x27bf: true
    case 0xf0a7, 0xf0b7, 0xf0d8, 0xf0fc: true
    default: false
    }
  }

  private static func scalar(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (value: UInt32, count: Int)? {
    guard start < end else { return nil }
    let first = bytes[start]
    let count = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
    guard count > 0, start + count <= end else { return nil }
    var value = UInt32(first) & (0x7f >> UInt32(count))
    for byte in bytes[(start + 1)..<(start + count)] { value = value << 6 | UInt32(byte & 0x3f) }
    return (value, count)
  }
}
