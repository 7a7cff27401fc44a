import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One value for each of some numbers from 0, of which a search touches few.
///
/// A stamp beside each value tells whether it belongs to the present search, so that emptying the
/// map is O(1) and a search costs what it touches, in time and in resident memory.
///
/// One owner uses a map at a time; see ``SearchSpaces``.
final class StampedMap<Value: BitwiseCopyable>: @unchecked Sendable {
  private struct Cell: BitwiseCopyable {
    var value: Value
    var stamp: UInt32
  }

  /// The numbers that may be keys are those below.
  let count: Int
  private let cells: UnsafeMutablePointer<Cell>
  /// Changed only between searches, so that no access needs to be watched.
  @exclusivity(unchecked) private var mark: UInt32 = 1

  /// A map without values.
  ///
  /// - Complexity: O(1); the memory comes when it is touched.
  init(count: Int) {
    self.count = count
    let memory = calloc(max(1, count), MemoryLayout<Cell>.stride)
    guard let memory else { preconditionFailure("out of memory") }
    cells = memory.bindMemory(to: Cell.self, capacity: max(1, count))
  }

  deinit { free(cells) }

  /// Forgets all values.
  ///
  /// - Complexity: O(1), and O(count) once in 2³² times.
  func removeAll() {
    mark &+= 1
    if mark == 0 {
      for key in 0..<count { cells[key].stamp = 0 }
      mark = 1
    }
  }

  /// The value of a key, or the given one where it has none.
  @inline(__always)
  subscript(key: Int, default none: @autoclosure () -> Value) -> Value {
    assert(key >= 0 && key < count)
    return cells[key].stamp == mark ? cells[key].value : none()
  }

  /// Whether a key has a value.
  @inline(__always)
  func contains(_ key: Int) -> Bool {
    assert(key >= 0 && key < count)
    return cells[key].stamp == mark
  }

  /// Gives a key a value.
  @inline(__always)
  func set(_ key: Int, _ value: Value) {
    assert(key >= 0 && key < count)
    cells[key] = Cell(value: value, stamp: mark)
  }
}
