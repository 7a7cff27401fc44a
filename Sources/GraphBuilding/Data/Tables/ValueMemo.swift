import GraphModel

/// The words of a text of 8 to 32 bytes: with its length they are its bytes. They are the same loads
/// for every length, so that the processor need not guess it. Of a shorter or longer text, its hash.
struct MemoKey: BitwiseCopyable, Equatable, Sendable {
  private var words = SIMD4<UInt64>()
  private var count = 0

  @inline(__always) init(_ text: TextSpan) {
    count = text.count
    guard let base = text.baseAddress, isWhole else {
      words[0] = ByteHash.hash(text)
      return
    }
    let raw = UnsafeRawPointer(base)
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    words = SIMD4(
      word(0), word(min(8, count - 8)), word(max(count - 16, 0)), word(count - 8))
  }

  /// Whether equal keys are equal texts.
  @inline(__always) var isWhole: Bool { count >= 8 && count <= 32 }

  /// The key of no text.
  init() {}

  /// A number in whose highest bits keys differ.
  @inline(__always) var summary: UInt64 {
    let ends = (words[0] ^ UInt64(truncatingIfNeeded: count)) &* 0x9e37_79b9_7f4a_7c15
    let sum = ends ^ (words[2] &* 0xe703_7ed1_a0b4_28db) ^ words[3]
    return (sum ^ sum >> 32) &* 0xd6e8_feb8_6659_fd93
  }

  @inline(__always) static func == (a: MemoKey, b: MemoKey) -> Bool {
    let different = a.words ^ b.words
    return different[0] | different[1] | different[2] | different[3] == 0 && a.count == b.count
  }
}

/// What the few distinct texts of a column mean: decoded once for each in a piece of a table.
struct ValueMemo: ~Copyable {
  struct Entry: BitwiseCopyable, Sendable {
    var key = MemoKey()
    nonisolated(unsafe) var text = TextSpan(start: nil, count: 0)
    var value: UInt16 = 0
    var isUsed = false
  }

  private static let size = 128
  /// In how many places from its own on a text may stand.
  private static let reach = 4
  private var entries = Pile<Entry>(minimumCapacity: size + reach)

  init() { removeAll() }

  mutating func removeAll() {
    entries.truncate(to: 0)
    entries.extend(to: Self.size + Self.reach, with: Entry())
  }

  /// The value of a text that is not empty.
  @inline(__always) mutating func value(of text: TextSpan, make: (TextSpan) -> UInt16) -> UInt16 {
    let key = MemoKey(text)
    let slot = Int(truncatingIfNeeded: key.summary >> 57)
    var place = slot
    while place < slot + Self.reach {
      let entry = entries.base + place
      if entry.pointee.key == key, key.isWhole || entry.pointee.text.isEqual(to: text) {
        return entry.pointee.value
      }
      if !entry.pointee.isUsed { break }
      place += 1
    }
    return add(key, text, at: place < slot + Self.reach ? place : slot, make(text))
  }

  @inline(never) private mutating func add(
    _ key: MemoKey, _ text: TextSpan, at place: Int, _ value: UInt16
  ) -> UInt16 {
    entries[place] = Entry(key: key, text: text, value: value, isUsed: true)
    return value
  }
}

extension ValueMemo {
  /// Stands for a text that means nothing.
  private static let meaningless = UInt16.max

  /// What a text that is not empty means, in few bits; nil where it means nothing.
  @inline(__always) mutating func meaning(
    of text: TextSpan, _ make: (String) -> UInt8?
  ) -> UInt8? {
    let value = value(of: text) { make($0.string).map(UInt16.init) ?? Self.meaningless }
    return value == Self.meaningless ? nil : UInt8(truncatingIfNeeded: value)
  }
}

/// Asks for a text once where it stands in many rows of a piece.
struct RequestMemo {
  private var numbers = [UInt32](repeating: 0, count: 256)

  mutating func removeAll() { for slot in numbers.indices { numbers[slot] = 0 } }

  @inline(__always) mutating func number(of text: TextSpan, in requests: StringRequests) -> UInt32 {
    let hash = ByteHash.hash(text)
    let slot = Int(truncatingIfNeeded: hash & 255)
    let known = numbers[slot]
    if known != 0, requests.hash(known) == hash, requests.text(known).isEqual(to: text) {
      return known
    }
    let number = requests.add(text, hash: hash)
    numbers[slot] = number
    return number
  }
}
