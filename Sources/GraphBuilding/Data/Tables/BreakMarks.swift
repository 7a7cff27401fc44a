/// The delimiters and line feeds of a text, found sixty-four bytes at a time: a bit stands for each
/// byte, so that the next is found by counting zeros, however long or short the cells are.
struct BreakMarks {
  private static let width = 64

  private let delimiter: SIMD16<UInt8>
  private let feed = SIMD16<UInt8>(repeating: 0x0a)
  private let end: UnsafePointer<UInt8>
  /// Where the bytes begin that ``marks`` is of.
  private var block: UnsafePointer<UInt8>
  /// The breaks of the block that were not passed yet.
  private var marks: UInt64 = 0

  /// The breaks of a text from its beginning.
  init(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, delimiter: UInt8) {
    self.delimiter = SIMD16(repeating: delimiter)
    self.end = end
    block = start
    seek(to: start)
  }

  /// The next break, or the end of the text.
  @inline(__always) mutating func next() -> UnsafePointer<UInt8> {
    while marks == 0 {
      // At most to the end: a text ends where its memory may end.
      guard end - block > Self.width else { return end }
      seek(to: block + Self.width)
    }
    let found = block + marks.trailingZeroBitCount
    marks &= marks &- 1
    return found
  }

  /// Goes on, or back, to a place.
  @inline(__always) mutating func seek(to place: UnsafePointer<UInt8>) {
    block = place
    if end - place >= Self.width {
      let raw = UnsafeRawPointer(place)
      marks =
        bits(raw) | bits(raw + 16) << 16 | bits(raw + 32) << 32 | bits(raw + 48) << 48
    } else {
      seekNearEnd(place)
    }
  }

  /// The last bytes one by one: nothing behind them may be looked at.
  private mutating func seekNearEnd(_ place: UnsafePointer<UInt8>) {
    marks = 0
    for at in 0..<max(end - place, 0)
    where place[at] == feed[0] || place[at] == delimiter[0] { marks |= 1 << UInt64(at) }
  }

  /// The breaks among sixteen bytes.
  @inline(__always) private func bits(_ place: UnsafeRawPointer) -> UInt64 {
    let bytes = place.loadUnaligned(as: SIMD16<UInt8>.self)
    let ones = SIMD16<UInt8>(repeating: 0).replacing(
      with: SIMD16(repeating: 1), where: (bytes .== delimiter) .| (bytes .== feed))
    let (first, second) = withUnsafeBytes(of: ones) {
      ($0.load(as: UInt64.self), $0.load(fromByteOffset: 8, as: UInt64.self))
    }
    // The product moves the lowest bit of each byte to a bit of its own in the highest byte.
    let gather: UInt64 = 0x0102_0408_1020_4080
    let low = (UInt64(littleEndian: first) &* gather) >> 56
    let high = (UInt64(littleEndian: second) &* gather) >> 56
    return low | high << 8
  }
}
