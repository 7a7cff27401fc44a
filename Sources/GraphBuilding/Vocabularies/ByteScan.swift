/// Finds bytes in large files, eight at a time.
enum ByteScan {
  /// The first place of a byte at or after a start, or the end of the buffer.
  ///
  /// - Complexity: O(distance).
  static func index(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var at = max(0, start)
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let zeros = zeroBytes(word ^ pattern)
      if zeros != 0 { return at + zeros.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count, bytes[at] != byte { at += 1 }
    return min(at, bytes.count)
  }

  /// The first place of either byte at or after a start, or the end of the buffer.
  static func index(
    of first: UInt8, or second: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let one = UInt64(first) &* 0x0101_0101_0101_0101
    let two = UInt64(second) &* 0x0101_0101_0101_0101
    var at = max(0, start)
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // The lowest bit that is set is right in each; those above it may not be.
      let zeros = zeroBytes(word ^ one) | zeroBytes(word ^ two)
      if zeros != 0 { return at + zeros.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count, bytes[at] != first, bytes[at] != second { at += 1 }
    return min(at, bytes.count)
  }

  /// How often a byte stands in a range.
  static func count(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var count = 0
    for other in UnsafeBufferPointer(rebasing: bytes[range]) { count &+= other == byte ? 1 : 0 }
    return count
  }

  /// Whether all bytes are ASCII.
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }

  /// The high bit of each byte that is zero, exact for the lowest of them.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text stands at a place.
  func has(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for index in 0..<length where self[start + index] != text.utf8Start[index] { return false }
    return true
  }

  func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && has(text, at: 0) }

  func ends(_ text: StaticString) -> Bool { has(text, at: count - text.utf8CodeUnitCount) }

  /// Whether a text in small letters stands anywhere, whatever the case.
  func contains(lowercased text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length <= count else { return false }
    return (0...(count - length)).contains { start in
      for index in 0..<length where self[start + index] | 0x20 != text.utf8Start[index] {
        return false
      }
      return true
    }
  }

  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  /// The range without blanks at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isBlank(self[low]) { low += 1 }
    while high > low, Self.isBlank(self[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
