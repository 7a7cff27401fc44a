/// One name of a term.
struct TermName: Sendable, Hashable {
  /// How well a name stands for its term, best first. What is broader or narrower than the term
  /// is no name of it.
  enum Rank: UInt8, Sendable, Hashable, Comparable {
    case label, exactSynonym, abbreviation, mappedLabel, relatedSynonym, obsolete
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var span: TermTable.Span
  var row: UInt32
  var rank: Rank
}

/// The names of a table by the hash of their keys; names with one hash are chained, newest first.
struct NameHashes: Sendable, Hashable {
  private struct Link: Sendable, Hashable {
    var hash: UInt64
    /// The number of the next name in the slot + 1; 0 ends the chain.
    var next: UInt32
  }

  private(set) var names: [TermName] = []
  private var links: [Link] = []
  /// The number of the first name + 1; 0 is free. The size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  mutating func insert(_ name: TermName, hash: UInt64) {
    guard names.count < Int(UInt32.max) - 1 else { return }
    if names.count >= slots.count { grow() }
    let slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    names.append(name)
    links.append(Link(hash: hash, next: slots[slot]))
    slots[slot] = UInt32(names.count)
  }

  /// The names with a hash, in the order in which they came.
  func candidates(hash: UInt64) -> [TermName] {
    var found: [TermName] = []
    var number = slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
    while number != 0 {
      let index = Int(number) - 1
      if links[index].hash == hash { found.append(names[index]) }
      number = links[index].next
    }
    return found.reversed()
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for index in links.indices {
      let slot = Int(truncatingIfNeeded: links[index].hash) & mask
      links[index].next = slots[slot]
      slots[slot] = UInt32(index + 1)
    }
  }
}

/// The keys of a name as bytes, without strings between: what is done for every name of a file.
enum SpelledName {
  /// Names longer than this are sentences that nobody will write again.
  static let longest = 512

  /// The hash of the name's ``SpellingKey``; nil where nothing is left of it.
  static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64? {
    if name.count > longest { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, name.count)) { key in
      guard let count = NameKey.write(name, into: key) else {
        let spelled = SpellingKey(NameKey(String(decoding: name, as: UTF8.self))).description
        return spelled.isEmpty ? nil : FNV1a64.hash(spelled.utf8)
      }
      let folded = SpellingKey.fold(UnsafeMutableBufferPointer(rebasing: key[..<count]))
      return folded == 0 ? nil : FNV1a64.hash(key[..<folded])
    }
  }

  /// Whether a name is short and in capitals, so that capitals are what it is known by: `CAT` is
  /// no cat, `AIDS` are no aids. A small s may follow.
  static func isInCapitals(_ name: String) -> Bool {
    guard name.utf8.count <= 8 else { return false }
    var capitals = 0
    let letters = Array(name.utf8)
    for (index, byte) in letters.enumerated() {
      switch byte {
      case 0x41...0x5a: capitals += 1
      case UInt8(ascii: "s") where index == letters.count - 1: break
      case 0x61...0x7a, 0x20: return false
      default: break
      }
    }
    return capitals >= 2
  }

  /// What must agree of two names in capitals: letters and digits, without a small s at the end.
  static func capitals(of name: String) -> [UInt8] {
    var letters = name.utf8.filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80...: true
      default: false
      }
    }
    if letters.last == UInt8(ascii: "s") { letters.removeLast() }
    return letters
  }
}
