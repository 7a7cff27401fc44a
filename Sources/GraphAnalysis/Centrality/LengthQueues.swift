/// The different lengths of the edges of a graph, where there are few.
struct LengthClasses: Sendable {
  /// The greatest number of lengths for which queues are faster than a heap.
  static let most = 16
  let lengths: [UInt64]
  /// The number of the length of every entry.
  let classOfPlace: Buffer<UInt8>

  /// nil where there are more than ``most`` lengths.
  init?(_ rows: SimpleRows) {
    guard rows.isWeighted else { return nil }
    var lengths: [UInt64] = []
    let classes = Buffer<UInt8>(capacity: rows.entryCount)
    for place in 0..<rows.entryCount {
      let length = rows.lengths[place]
      if let number = lengths.firstIndex(of: length) {
        classes[place] = UInt8(number)
      } else {
        guard lengths.count < Self.most else { return nil }
        classes[place] = UInt8(lengths.count)
        lengths.append(length)
      }
    }
    self.lengths = lengths
    classOfPlace = classes
  }
}

/// A node and how far it is.
struct LengthEntry {
  var length: UInt64
  var node: UInt32

  @inline(__always)
  static func < (a: LengthEntry, b: LengthEntry) -> Bool {
    a.length != b.length ? a.length < b.length : a.node < b.node
  }
}

/// A queue for each length of an edge; what is appended to one never decreases.
struct LengthQueues {
  let classes: LengthClasses
  private var queues: [[LengthEntry]]
  private var heads: [Int]
  /// The first length of each queue; `UInt64.max` for an empty one.
  private var first: [UInt64]

  init(_ classes: LengthClasses) {
    self.classes = classes
    let count = max(1, classes.lengths.count)
    queues = [[LengthEntry]](repeating: [], count: count)
    heads = [Int](repeating: 0, count: count)
    first = [UInt64](repeating: .max, count: count)
  }

  mutating func removeAll() {
    for number in queues.indices {
      queues[number].removeAll(keepingCapacity: true)
      heads[number] = 0
      first[number] = .max
    }
  }

  @inline(__always)
  mutating func append(_ length: UInt64, _ node: UInt32, to number: Int) {
    queues[number].append(LengthEntry(length: length, node: node))
    if first[number] == .max { first[number] = length }
  }

  /// Takes an entry of least length; nil where there is none.
  @inline(__always)
  mutating func popMin() -> LengthEntry? {
    var best = 0
    var least = first[0]
    for number in 1..<max(1, first.count) where first[number] < least {
      least = first[number]
      best = number
    }
    guard least != .max else { return nil }
    let head = heads[best]
    let entry = queues[best][head]
    heads[best] = head + 1
    if head + 1 < queues[best].count {
      first[best] = queues[best][head + 1].length
    } else {
      queues[best].removeAll(keepingCapacity: true)
      heads[best] = 0
      first[best] = .max
    }
    return entry
  }
}

/// A heap of four children a node: least length first, then least node.
struct LengthHeap {
  private var entries: [LengthEntry] = []

  var isEmpty: Bool { entries.isEmpty }
  var min: LengthEntry? { entries.first }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func insert(_ entry: LengthEntry) {
    entries.append(entry)
    entries.withUnsafeMutableBufferPointer { entries in
      var here = entries.count - 1
      while here > 0 {
        let parent = (here - 1) / 4
        guard entry < entries[parent] else { break }
        entries[here] = entries[parent]
        here = parent
      }
      entries[here] = entry
    }
  }

  mutating func popMin() -> LengthEntry? {
    guard let top = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return top }
    entries.withUnsafeMutableBufferPointer { entries in
      var here = 0
      while true {
        let firstChild = 4 * here + 1
        guard firstChild < entries.count else { break }
        var least = firstChild
        for child
          in (firstChild + 1)..<Swift.max(firstChild + 1, Swift.min(firstChild + 4, entries.count))
        where entries[child] < entries[least] {
          least = child
        }
        guard entries[least] < last else { break }
        entries[here] = entries[least]
        here = least
      }
      entries[here] = last
    }
    return top
  }
}
