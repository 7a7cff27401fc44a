/// Phrases as sequences of words, each with the entries of the lexicon that it belongs to.
struct PhraseTrie: Sendable {
  private var tags: [Int32] = [-1]
  private var tagEntries: [Int32] = []
  private var tagNexts: [Int32] = []
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  static let root: Int32 = 0

  init(capacity: Int = 8192) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: 0, count: size)
  }

  /// The node after one more word; nil where no phrase goes on with it.
  func next(_ node: Int32, _ word: WordTable.ID) -> Int32? {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// The node after one more word, made where there is none.
  mutating func extend(_ node: Int32, _ word: WordTable.ID) -> Int32 {
    if let found = next(node, word) { return found }
    let new = Int32(tags.count)
    tags.append(-1)
    insert(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word)), new)
    count += 1
    if count * 2 > keys.count { grow() }
    return new
  }

  /// Ends a phrase of an entry at a node.
  mutating func add(_ entry: Int32, at node: Int32) {
    tagEntries.append(entry)
    tagNexts.append(tags[Int(node)])
    tags[Int(node)] = Int32(tagEntries.count - 1)
  }

  /// Calls `body` with every entry that has a phrase ending at a node.
  @inline(__always)
  func forEachEntry(at node: Int32, _ body: (Int32) -> Void) {
    var tag = tags[Int(node)]
    while tag >= 0 {
      body(tagEntries[Int(tag)])
      tag = tagNexts[Int(tag)]
    }
  }

  private mutating func insert(_ key: UInt64, _ value: Int32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    values = [Int32](repeating: 0, count: old.0.count * 2)
    for (key, value) in zip(old.0, old.1) where key != 0 { insert(key, value) }
  }

  /// Fibonacci hashing (Knuth 1998, *The Art of Computer Programming* 3, §6.4).
  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    let mixed = key &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 32) & (size - 1)
  }
}
