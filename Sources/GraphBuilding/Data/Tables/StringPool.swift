import GraphModel

/// The strings of a graph that is read on several threads: each distinct one is stored once, but
/// for the identifiers of edges (``EdgeIdentifiers``).
///
/// Work goes in rounds. The threads gather ``StringRequests`` from pieces of a file;
/// ``intern(_:threads:)`` then answers them all.
///
/// - Complexity: O(length) expected a string; 8 bytes a string besides its own and its place in a
///   ``StringTable``.
final class StringPool: @unchecked Sendable {
  /// The most strings that a graph can have.
  static let limit = Int(StringTable.provisional) - 1

  @exclusivity(unchecked) private(set) var bytes = Pile<UInt8>(minimumCapacity: 1 << 16)
  @exclusivity(unchecked) private var offsets = Pile<UInt64>(minimumCapacity: 1 << 12)
  private let table = StringTable()
  /// How many times what this round brings there will be with what follows, where that is known.
  @exclusivity(unchecked) var outlook: Double?

  init() {
    offsets.append(0)
    offsets.append(0)
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
    table.intern(pieces, into: self, threads: threads)
  }

  /// Makes room for this many strings and bytes in all; the caller stores the new ones.
  func extend(strings: Int, bytes length: Int) {
    // A round asks several times: for what its cells say, and for its identifiers. Room that is not
    // used costs nothing.
    let outlook = outlook.map { $0 * 3 }
    bytes.extend(to: length, outlook: outlook)
    offsets.extend(to: strings + 1, outlook: outlook)
  }

  /// Stores a string, for which ``extend(strings:bytes:)`` made room, as the one with a number.
  ///
  /// - Returns: where its bytes end.
  @inline(__always) func store(_ text: TextSpan, at place: Int, as index: Int) -> Int {
    if let start = text.baseAddress { Bytes.copy(start, to: bytes.base + place, text.count) }
    offsets[index + 1] = UInt64(place + text.count)
    return place + text.count
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
}
