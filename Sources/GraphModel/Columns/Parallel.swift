#if canImport(Dispatch)
  import Dispatch
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work on several cores at once, with the same result for any number of them.
///
/// The pieces of a work are fixed by its size alone, never by the number of threads; a thread takes
/// the next piece when it is done with one. So what each piece gives is the same in every run, and
/// the caller puts the pieces together in their order.
package enum Parallel {
  /// The number of threads where a caller names none: `ETIOGRAPH_THREADS` where that is a whole
  /// number above 0, else the number of cores.
  package static var standardThreads: Int {
    if let text = getenv("ETIOGRAPH_THREADS"), let wanted = Int(String(cString: text)), wanted > 0 {
      return min(wanted, 1024)
    }
    return max(1, min(1024, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Calls `body` once for every number in `0..<count`, on up to `threads` threads, and returns
  /// when all are done. The order is not fixed; `body` must not touch what another call touches.
  package static func forEach(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Void
  ) {
    let workers = min(max(threads, 1), count)
    guard workers > 1 else {
      for number in 0..<max(count, 0) { body(number) }
      return
    }
    #if canImport(Dispatch)
      let next = PieceCounter()
      // As many workers as were asked for; how many run at once is up to the system.
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while let number = next.take(below: count) { body(number) }
      }
    #else
      for number in 0..<count { body(number) }
    #endif
  }

  /// Cuts `0..<count` into pieces of `length`, the last one shorter, and calls `body` with the
  /// number and the range of each, as ``forEach(_:threads:_:)`` does.
  package static func forEachChunk(
    count: Int, length: Int, threads: Int, _ body: @Sendable (Int, Range<Int>) -> Void
  ) {
    guard count > 0 else { return }
    let length = max(length, 1)
    forEach((count - 1) / length + 1, threads: threads) { number in
      let start = number * length
      body(number, start..<min(start + length, count))
    }
  }
}
