/// The number of a string in a ``StringArena``.
package typealias StringIndex = UInt32

/// Every distinct string of a graph, once, as UTF-8 bytes in one block.
///
/// String `i` is `bytes[offsets[i] ..< offsets[i + 1]]`. Index 0 is always the empty string, so
/// that a column of indices needs no optional. A number that no string has, and offsets that lead
/// outside the block, as in a damaged file, give the empty string.
///
/// - Complexity: O(1) to find a string's bytes; 8 bytes of overhead a string.
package struct StringArena: Sendable, Equatable {
  package let bytes: Column<UInt8>
  package let offsets: Column<UInt64>

  /// The arena of the empty string alone.
  package init() {
    bytes = Column()
    offsets = [0, 0]
  }

  /// An arena from its parts; the first string must be empty.
  package init(bytes: Column<UInt8>, offsets: Column<UInt64>) {
    self.bytes = bytes
    self.offsets = offsets
  }

  package var count: Int { Swift.max(offsets.count - 1, 0) }

  private func range(_ index: StringIndex) -> Range<Int> {
    guard Int(index) + 1 < offsets.count else { return 0..<0 }
    let start = offsets[Int(index)]
    let end = offsets[Int(index) + 1]
    guard start <= end, end <= UInt64(bytes.count) else { return 0..<0 }
    return Int(start)..<Int(end)
  }

  /// The bytes of a string.
  package func utf8(_ index: StringIndex) -> Column<UInt8> { bytes.window(range(index)) }

  /// Calls a closure with the bytes of a string, which must not be kept.
  package func withUTF8<Result>(
    _ index: StringIndex, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = range(index)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  package subscript(index: StringIndex) -> String {
    withUTF8(index) { String(decoding: $0, as: UTF8.self) }
  }
}
