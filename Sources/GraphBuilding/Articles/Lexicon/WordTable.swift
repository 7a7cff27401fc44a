/// Numbers for words, compared without case and with straight apostrophes.
///
/// An open-addressing table over one array of bytes: looking a word up allocates nothing.
struct WordTable: Sendable {
  typealias ID = Int32
  /// The number of every word that is not in the table.
  static let unknown: ID = 0

  private var letters: [UInt8] = []
  private var starts: [Int32] = [0, 0]
  private var slots: [ID]
  private var mask: Int

  init(capacity: Int = 4096) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [ID](repeating: Self.unknown, count: size)
    mask = size - 1
  }

  /// The numbers of words are below this.
  var count: Int { starts.count - 1 }

  /// The number of a word, new or known.
  mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> ID {
    var slot = Int(truncatingIfNeeded: Self.hash(bytes, range)) & mask
    while slots[slot] != Self.unknown {
      if matches(slots[slot], bytes, range) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let id = ID(starts.count - 1)
    slots[slot] = id
    Self.fold(bytes, range) { letters.append($0) }
    starts.append(Int32(letters.count))
    if starts.count * 2 > slots.count { grow() }
    return id
  }

  /// The number of a word, or ``unknown``.
  func id(_ bytes: [UInt8], _ range: Range<Int>) -> ID {
    id(bytes, range, hash: Self.hash(bytes, range))
  }

  /// The number of a word whose ``hash(_:_:)`` is known, or ``unknown``.
  func id(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt64) -> ID {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.unknown {
      if matches(slots[slot], bytes, range) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return Self.unknown
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [ID](repeating: Self.unknown, count: mask + 1)
    for id in 1..<(starts.count - 1) {
      let range = Int(starts[id])..<Int(starts[id + 1])
      var slot = Int(truncatingIfNeeded: Self.hash(letters, range)) & mask
      while slots[slot] != Self.unknown { slot = (slot + 1) & mask }
      slots[slot] = ID(id)
    }
  }

  private func matches(_ id: ID, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = Int(starts[Int(id)])
    let end = Int(starts[Int(id) + 1])
    var isEqual = true
    Self.fold(bytes, range) { byte in
      if at < end, letters[at] == byte { at += 1 } else { isEqual = false }
    }
    return isEqual && at == end
  }

  /// The 64-bit FNV-1a hash of a word without case (RFC 9923).
  static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    bytes.withUnsafeBufferPointer { hash(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The same of a word that lies by itself.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    fold(word, 0..<word.count) { hash = (hash ^ UInt64($0)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }

  /// ASCII letters in lower case; ’ as '.
  @inline(__always)
  private static func fold(_ bytes: [UInt8], _ range: Range<Int>, _ body: (UInt8) -> Void) {
    bytes.withUnsafeBufferPointer { fold($0, range, body) }
  }

  @inline(__always)
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt8) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0xe2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        body(0x27)
        index += 3
      } else {
        body(byte.lowered)
        index += 1
      }
    }
  }
}
