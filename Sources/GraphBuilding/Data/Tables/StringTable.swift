import GraphModel

/// Finds strings of a ``StringPool`` by their bytes.
///
/// Strings are divided by their hash among ``partitionCount`` parts of the table, each of which one
/// thread at a time fills in the order of the pieces, so that the numbers do not depend on the number
/// of threads.
///
/// - Complexity: O(length) expected a string; 10 to 20 bytes of table a string.
final class StringTable: @unchecked Sendable {
  static let partitionCount = 32
  static let partitionShift: UInt64 = 59
  /// Marks an answer that is the number of a string that is new in this round.
  static let provisional: UInt32 = 0x8000_0000

  /// The parts, one behind the other. 0 is free; else the low half of the hash above the index.
  @exclusivity(unchecked) private var slots = Pile<UInt64>()
  /// How many slots each part has, a power of two.
  @exclusivity(unchecked) private var size = 0
  private let partitions = (0..<partitionCount).map { _ in Partition() }

  /// Answers the requests of a round.
  ///
  /// - Returns: false where there would be more strings than a graph can have.
  func intern(_ pieces: [StringRequests], into pool: StringPool, threads: Int) -> Bool {
    grow(for: pieces, threads: threads)
    nonisolated(unsafe) let base = slots.base
    let size = size
    forEachPartition(threads) { number, partition in
      partition.find(number, in: pieces, slots: base + number * size, size: size, pool: pool)
    }
    var first = [UInt32](repeating: 0, count: Self.partitionCount)
    var place = [Int](repeating: 0, count: Self.partitionCount)
    var strings = pool.count
    var length = pool.bytes.count
    for (number, partition) in partitions.enumerated() {
      guard strings + partition.news.count <= StringPool.limit else { return false }
      first[number] = UInt32(strings)
      place[number] = length
      strings += partition.news.count
      length += partition.newLength
    }
    pool.extend(strings: strings, bytes: length)
    let (firsts, places) = (first, place)
    forEachPartition(threads) { number, partition in
      partition.store(
        from: firsts[number], at: places[number], slots: base + number * size, pool: pool)
    }
    Parallel.forEach(pieces.count, threads: threads) { pieces[$0].resolve(firsts) }
    return true
  }

  /// Takes strings over that are in the pool, each once.
  func enter(_ pieces: [StringRequests], threads: Int) {
    grow(for: pieces, threads: threads)
    nonisolated(unsafe) let base = slots.base
    let size = size
    forEachPartition(threads) { number, partition in
      for piece in pieces {
        for position in piece.range(ofPartition: number) {
          let request = piece.sorted(position).pointee
          Self.enter(request.hash << 32 | UInt64(request.result), base + number * size, size)
        }
      }
      partition.count += pieces.reduce(0) { $0 + $1.range(ofPartition: number).count }
    }
  }

  private func forEachPartition(_ threads: Int, _ body: @Sendable (Int, Partition) -> Void) {
    Parallel.forEach(Self.partitionCount, threads: threads) { body($0, self.partitions[$0]) }
  }

  @inline(__always) private static func enter(
    _ entry: UInt64, _ slots: UnsafeMutablePointer<UInt64>, _ size: Int
  ) {
    let mask = size - 1
    var slot = Int(truncatingIfNeeded: entry >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  /// Makes room for all that is asked for; the parts stay of one size.
  private func grow(for pieces: [StringRequests], threads: Int) {
    var most = 0
    for (number, partition) in partitions.enumerated() {
      let wanted = pieces.reduce(partition.count) { $0 + $1.range(ofPartition: number).count }
      most = max(most, wanted)
    }
    guard most * 3 > size * 2 else { return }
    let old = size
    size = max(size, 1 << 6)
    while most * 3 > size * 2 { size *= 2 }
    var larger = Pile<UInt64>(minimumCapacity: Self.partitionCount * size)
    larger.extend(to: Self.partitionCount * size)
    nonisolated(unsafe) let (from, into) = (slots.base, larger.base)
    let newSize = size
    forEachPartition(threads) { number, _ in
      let part = into + number * newSize
      part.initialize(repeating: 0, count: newSize)
      for position in 0..<old {
        let entry = from[number * old + position]
        if entry != 0 { Self.enter(entry, part, newSize) }
      }
    }
    swap(&slots, &larger)
  }

  /// The strings whose hashes begin with the same bits.
  private final class Partition: @unchecked Sendable {
    struct New: BitwiseCopyable, Sendable {
      var slot: Int
      nonisolated(unsafe) var start: UnsafePointer<UInt8>
      var length: Int
    }

    /// How many strings it has.
    @exclusivity(unchecked) var count = 0
    @exclusivity(unchecked) var news = Pile<New>()
    @exclusivity(unchecked) var newLength = 0

    /// What was looked at before it was needed, so that it is not left out.
    @exclusivity(unchecked) private var touched: UInt64 = 0

    /// How many slots are looked at before the first is compared: the processor waits for the
    /// memory of several together.
    private static let slotsAtOnce = 32

    func find(
      _ number: Int, in pieces: [StringRequests], slots: UnsafeMutablePointer<UInt64>, size: Int,
      pool: StringPool
    ) {
      news.truncate(to: 0)
      newLength = 0
      let mask = UInt64(truncatingIfNeeded: size - 1)
      var touched: UInt64 = 0
      for piece in pieces {
        let range = piece.range(ofPartition: number)
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start + Self.slotsAtOnce, range.upperBound)
          for position in start..<end {
            touched |= slots[Int(piece.sorted(position).pointee.hash & mask)]
          }
          for position in start..<end {
            find(piece.sorted(position), slots: slots, mask: mask, pool: pool)
          }
          start = end
        }
      }
      self.touched = touched
      count += news.count
    }

    @inline(__always) private func find(
      _ request: UnsafeMutablePointer<StringRequests.Request>,
      slots: UnsafeMutablePointer<UInt64>, mask: UInt64, pool: StringPool
    ) {
      let hash = request.pointee.hash
      let tag = hash << 32
      // The table is larger than 32 bits can address only beyond the limit of strings.
      var slot = hash & mask
      while true {
        let entry = slots[Int(slot)]
        if entry == 0 {
          let index = StringTable.provisional | UInt32(truncatingIfNeeded: news.count)
          slots[Int(slot)] = tag | UInt64(index)
          let length = request.pointee.length
          news.append(New(slot: Int(slot), start: request.pointee.start, length: length))
          newLength += length
          request.pointee.result = index
          request.pointee.markNew()
          return
        }
        if entry & 0xffff_ffff_0000_0000 == tag {
          let index = UInt32(truncatingIfNeeded: entry)
          if matches(index, request, pool: pool) {
            request.pointee.result = index
            return
          }
        }
        slot = (slot + 1) & mask
      }
    }

    private func matches(
      _ index: UInt32, _ request: UnsafeMutablePointer<StringRequests.Request>, pool: StringPool
    ) -> Bool {
      let length = request.pointee.length
      if index & StringTable.provisional != 0 {
        let new = news[Int(index & ~StringTable.provisional)]
        return new.length == length && Bytes.areEqual(new.start, request.pointee.start, length)
      }
      let known = pool.utf8(index)
      guard known.count == length, let start = known.baseAddress else { return false }
      return Bytes.areEqual(start, request.pointee.start, length)
    }

    func store(
      from first: UInt32, at place: Int, slots: UnsafeMutablePointer<UInt64>, pool: StringPool
    ) {
      var end = place
      for number in 0..<news.count {
        let new = news[number]
        let index = first + UInt32(truncatingIfNeeded: number)
        end = pool.store(TextSpan(start: new.start, count: new.length), at: end, as: Int(index))
        slots[new.slot] = slots[new.slot] & 0xffff_ffff_0000_0000 | UInt64(index)
      }
    }
  }
}
