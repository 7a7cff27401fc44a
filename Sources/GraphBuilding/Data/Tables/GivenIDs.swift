import GraphModel

/// The identifiers that the rows of a piece give their edges, in the order of the rows; a row
/// without one has none here.
final class GivenIDs: @unchecked Sendable {
  @exclusivity(unchecked) private var texts = Pile<Place>()
  @exclusivity(unchecked) private(set) var growth = GrowingTexts()
  /// How many bytes they have together.
  @exclusivity(unchecked) private(set) var length = 0
  /// What is asked of a table of them, where they do not grow.
  let requests = StringRequests()
  /// The index of the first, where they grow and so are all new.
  @exclusivity(unchecked) private(set) var first: StringIndex?

  /// Where one of them stands.
  private struct Place: BitwiseCopyable, Sendable {
    nonisolated(unsafe) var text: TextSpan
  }

  var count: Int { texts.count }

  subscript(position: Int) -> TextSpan { texts[position].text }

  func removeAll() {
    texts.truncate(to: 0)
    growth = GrowingTexts()
    length = 0
    requests.removeAll()
    first = nil
  }

  @inline(__always) func append(_ text: TextSpan) {
    texts.append(Place(text: text))
    length += text.count
    if growth.grow { growth.add(text) }
  }

  /// Asks for all of them by name, unless that was done.
  func ask() {
    guard requests.count < count else { return }
    for position in 0..<count { _ = requests.add(self[position]) }
    requests.sort()
  }

  /// Takes over that they are new and numbered one after the other.
  func number(from first: StringIndex) { self.first = first }

  /// The index of one of them.
  @inline(__always) func index(_ position: Int) -> StringIndex {
    if let first { return first + UInt32(truncatingIfNeeded: position) }
    return requests.answer(UInt32(truncatingIfNeeded: position + 1))
  }

  /// Whether it stood nowhere before.
  @inline(__always) func isNew(_ position: Int) -> Bool {
    first != nil || requests.isNew(UInt32(truncatingIfNeeded: position + 1))
  }
}

/// The identifiers that tables give their edges: as long as they grow, they are only stored; then a
/// table finds those that stand twice.
///
/// They are strings of the pool besides its others: one that is also something else, such as a work,
/// is stored for itself.
struct EdgeIdentifiers {
  private let pool: StringPool
  private var growth = GrowingTexts()
  private var last: StringIndex = 0
  /// The table, where there is one.
  private var table: StringTable?

  init(pool: StringPool) { self.pool = pool }

  /// Gives the identifiers of a round their numbers.
  ///
  /// - Parameter given: the index of the identifier of every edge so far, 0 for none.
  /// - Returns: false where there would be more strings than a graph can have.
  mutating func number(
    _ pieces: [EdgePiece], given: UnsafeMutableBufferPointer<StringIndex>, threads: Int
  ) -> Bool {
    if table == nil {
      growth.move(pool.utf8(last))
      for piece in pieces { growth.add(piece.ids.growth) }
      if growth.grow { return append(pieces, threads: threads) }
      table = tabulate(given, threads: threads)
    }
    Parallel.forEach(pieces.count, threads: threads) { pieces[$0].ids.ask() }
    return table?.intern(pieces.map { $0.ids.requests }, into: pool, threads: threads) ?? false
  }

  /// Stores identifiers that are all new.
  private mutating func append(_ pieces: [EdgePiece], threads: Int) -> Bool {
    var starts: [(string: Int, byte: Int)] = []
    var (string, byte) = (pool.count, pool.bytes.count)
    for piece in pieces {
      starts.append((string, byte))
      string += piece.ids.count
      byte += piece.ids.length
      if piece.ids.count > 0 { last = UInt32(truncatingIfNeeded: string - 1) }
    }
    guard string <= StringPool.limit else { return false }
    pool.extend(strings: string, bytes: byte)
    let (places, pool) = (starts, pool)
    Parallel.forEach(pieces.count, threads: threads) { number in
      let piece = pieces[number]
      let (string, byte) = places[number]
      piece.ids.number(from: UInt32(truncatingIfNeeded: string))
      var end = byte
      for position in 0..<piece.ids.count {
        end = pool.store(piece.ids[position], at: end, as: string + position)
      }
    }
    return true
  }

  /// A table of the identifiers so far.
  private func tabulate(
    _ given: UnsafeMutableBufferPointer<StringIndex>, threads: Int
  ) -> StringTable {
    let table = StringTable()
    let length = 1 << 16
    let pieces = (0..<(given.count + length - 1) / length).map { _ in StringRequests() }
    nonisolated(unsafe) let given = given
    let pool = pool
    Parallel.forEachChunk(count: given.count, length: length, threads: threads) { number, rows in
      for row in rows where given[row] != 0 {
        pieces[number].add(pool.utf8(given[row]), knownAs: given[row])
      }
      pieces[number].sort()
    }
    table.enter(pieces, threads: threads)
    return table
  }
}
