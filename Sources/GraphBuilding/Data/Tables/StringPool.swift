import GraphModel

/// The strings of a graph that is read on several threads: each distinct one is stored once.
///
/// Work goes in rounds. The threads gather ``StringRequests`` from pieces of a file;
/// ``intern(_:threads:)`` then answers them all. Strings are divided by their hash among
/// ``partitionCount`` tables, each of which one thread at a time fills in the order of the pieces,
/// so that the numbers do not depend on the number of threads.
///
/// - Complexity: O(length) expected a string; 8 bytes and 10 to 20 bytes of table a string.
final class StringPool: @unchecked Sendable {
  static let partitionCount = 32
  static let partitionShift: UInt64 = 59
  /// Marks an answer that is the number of a string that is new in this round.
  static let provisional: UInt32 = 0x8000_0000
  /// The most strings that a graph can have.
  static let limit = Int(provisional) - 1

  @exclusivity(unchecked) var bytes = Pile<UInt8>(minimumCapacity: 1 << 16)
  @exclusivity(unchecked) var offsets = Pile<UInt64>(minimumCapacity: 1 << 12)
  private let partitions: [Partition]

  init() {
    offsets.append(0)
    offsets.append(0)
    partitions = (0..<Self.partitionCount).map { _ in Partition() }
  }

  /// The number of strings, the empty one included.
  var count: Int { offsets.count - 1 }

  /// The bytes of a string; only until the next is interned.
  @inline(__always) func utf8(_ index: StringIndex) -> UnsafeBufferPointer<UInt8> {
    let start = Int(offsets[Int(index)])
    return UnsafeBufferPointer(
      start: bytes.base + start, count: Int(offsets[Int(index) + 1]) - start)
  }

  /// Answers the requests of a round.
  ///
  /// - Returns: false where there would be more strings than a graph can have.
  func intern(_ pieces: [StringRequests], threads: Int) -> Bool {
    Parallel.forEach(Self.partitionCount, threads: threads) { number in
      self.partitions[number].find(number, in: pieces, pool: self)
    }
    var first = [UInt32](repeating: 0, count: Self.partitionCount)
    var place = [Int](repeating: 0, count: Self.partitionCount)
    var strings = count
    var length = bytes.count
    for (number, partition) in partitions.enumerated() {
      guard strings + partition.news.count <= Self.limit else { return false }
      first[number] = UInt32(strings)
      place[number] = length
      strings += partition.news.count
      length += partition.newLength
    }
    bytes.extend(to: length)
    offsets.extend(to: strings + 1)
    let (firsts, places) = (first, place)
    Parallel.forEach(Self.partitionCount, threads: threads) { number in
      self.partitions[number].store(from: firsts[number], at: places[number], pool: self)
    }
    Parallel.forEach(pieces.count, threads: threads) { number in
      pieces[number].resolve(firsts)
    }
    return true
  }

  /// Interns one string by itself.
  func intern(_ text: UnsafeBufferPointer<UInt8>) -> StringIndex {
    let requests = StringRequests()
    guard requests.add(text) != 0 else { return 0 }
    requests.sort()
    return intern([requests], threads: 1) ? requests.answer(1) : 0
  }

  /// Interns one string by itself.
  func intern(_ text: String) -> StringIndex {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// All strings; the pool is empty then.
  func takeArena() -> StringArena {
    StringArena(bytes: bytes.takeColumn(), offsets: offsets.takeColumn())
  }

  /// The table of the strings whose hashes begin with the same bits.
  private final class Partition: @unchecked Sendable {
    struct New: BitwiseCopyable, Sendable {
      var slot: Int
      nonisolated(unsafe) var start: UnsafePointer<UInt8>
      var length: Int
    }

    /// 0 is free; else the low half of the hash above the index.
    @exclusivity(unchecked) private var slots = Pile<UInt64>(minimumCapacity: 1024)
    @exclusivity(unchecked) private var count = 0
    @exclusivity(unchecked) var news = Pile<New>()
    @exclusivity(unchecked) var newLength = 0

    init() { slots.extend(to: 1024, with: 0) }

    func find(_ number: Int, in pieces: [StringRequests], pool: StringPool) {
      news.truncate(to: 0)
      newLength = 0
      var wanted = 0
      for piece in pieces { wanted += piece.range(ofPartition: number).count }
      grow(for: count + wanted, pool: pool)
      let mask = UInt64(truncatingIfNeeded: slots.count - 1)
      for piece in pieces {
        for position in piece.range(ofPartition: number) {
          let request = piece.sorted(position)
          let hash = request.pointee.hash
          let tag = hash << 32
          // The table is larger than 32 bits can address only beyond the limit of strings.
          var slot = hash & mask
          while true {
            let entry = slots[Int(slot)]
            if entry == 0 {
              let index = Self.provisional(news.count)
              slots[Int(slot)] = tag | UInt64(index)
              news.append(
                New(
                  slot: Int(slot), start: request.pointee.start, length: request.pointee.length))
              newLength += request.pointee.length
              request.pointee.result = index
              request.pointee.markNew()
              break
            }
            if entry & 0xffff_ffff_0000_0000 == tag {
              let index = UInt32(truncatingIfNeeded: entry)
              if matches(index, request, pool: pool) {
                request.pointee.result = index
                break
              }
            }
            slot = (slot + 1) & mask
          }
        }
      }
      count += news.count
    }

    private static func provisional(_ number: Int) -> UInt32 {
      StringPool.provisional | UInt32(truncatingIfNeeded: number)
    }

    private func matches(
      _ index: UInt32, _ request: UnsafeMutablePointer<StringRequests.Request>, pool: StringPool
    ) -> Bool {
      let length = request.pointee.length
      if index & StringPool.provisional != 0 {
        let new = news[Int(index & ~StringPool.provisional)]
        return new.length == length && Bytes.areEqual(new.start, request.pointee.start, length)
      }
      let known = pool.utf8(index)
      guard known.count == length, let start = known.baseAddress else { return false }
      return Bytes.areEqual(start, request.pointee.start, length)
    }

    func store(from first: UInt32, at place: Int, pool: StringPool) {
      var end = place
      for number in 0..<news.count {
        let new = news[number]
        (pool.bytes.base + end).update(from: new.start, count: new.length)
        end += new.length
        let index = first + UInt32(number)
        pool.offsets[Int(index) + 1] = UInt64(end)
        slots[new.slot] = slots[new.slot] & 0xffff_ffff_0000_0000 | UInt64(index)
      }
    }

    private func grow(for wanted: Int, pool: StringPool) {
      guard wanted * 3 > slots.count * 2 else { return }
      var size = slots.count
      while wanted * 3 > size * 2 { size *= 2 }
      var larger = Pile<UInt64>(minimumCapacity: size)
      larger.extend(to: size, with: 0)
      let mask = size - 1
      for position in 0..<slots.count {
        let entry = slots[position]
        if entry == 0 { continue }
        var slot = Int(truncatingIfNeeded: entry >> 32) & mask
        while larger[slot] != 0 { slot = (slot + 1) & mask }
        larger[slot] = entry
      }
      slots = larger
    }
  }
}

/// Comparison of bytes.
enum Bytes {
  @inline(__always) static func areEqual(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var at = 0
    while at + 8 <= count {
      if UnsafeRawPointer(a + at).loadUnaligned(as: UInt64.self)
        != UnsafeRawPointer(b + at).loadUnaligned(as: UInt64.self)
      {
        return false
      }
      at += 8
    }
    while at < count {
      if a[at] != b[at] { return false }
      at += 1
    }
    return true
  }
}
