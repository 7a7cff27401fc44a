import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Stops a long piece of work from outside, and tells how far it has come.
///
/// An analysis polls ``isCancelled`` between pieces of its work, each at most one sweep over the
/// graph: a level of a search, a round of an iteration. What it does then is said with each
/// analysis: some give the best that was found so far and say so, the others throw. ``cancel()``
/// only stores a flag, so that it may be called from a signal handler.
public final class Cancellation: Sendable {
  private let wasCancelled = Atomic<Bool>(false)
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)
  /// In nanoseconds of the monotonic clock; `UInt64.max` for none.
  private let deadline = Atomic<UInt64>(.max)
  private let present = Mutex(Stage(name: "", began: 0))

  private struct Stage {
    var name: String
    var began: UInt64
  }

  /// - Parameter seconds: after how long the work is to stop of itself; nil for never, and what is
  ///   not a positive number is already over.
  public init(after seconds: Double? = nil) {
    if let seconds { stop(after: seconds) }
  }

  /// Asks the work to stop.
  public func cancel() { wasCancelled.store(true, ordering: .relaxed) }

  /// Has the work stop of itself so many seconds from now; at once for what is no positive number.
  public func stop(after seconds: Double) {
    let length = seconds > 0 ? min(seconds, 1e9) * 1e9 : 0
    deadline.store(Self.now() &+ UInt64(length), ordering: .relaxed)
  }

  /// Whether the work is to stop: after ``cancel()`` or past the deadline.
  public var isCancelled: Bool {
    if wasCancelled.load(ordering: .relaxed) { return true }
    guard Self.now() >= deadline.load(ordering: .relaxed) else { return false }
    wasCancelled.store(true, ordering: .relaxed)
    return true
  }

  /// Whether the work stops of itself some time, so that an analysis does well to have an estimate
  /// of the whole at any time.
  public var hasDeadline: Bool { deadline.load(ordering: .relaxed) != .max }

  /// The share of the present stage that is done, in [0, 1]; nil where it is not known.
  public var progress: Double? {
    let all = total.load(ordering: .relaxed)
    guard all > 0 else { return nil }
    return min(1, Double(done.load(ordering: .relaxed)) / Double(all))
  }

  /// What is being done, in a few words, and for how many seconds; nil before any work.
  public var stage: (name: String, seconds: Double)? {
    let stage = present.withLock { $0 }
    if stage.name.isEmpty { return nil }
    return (stage.name, Double(Self.now() &- stage.began) / 1e9)
  }

  /// Begins a stage of the work.
  ///
  /// - Parameters:
  ///   - name: what is done, in a few words such as `reading edges.tsv`.
  ///   - steps: of how many steps; 0 where that is not known.
  package func begin(_ name: String, steps: Int = 0) {
    present.withLock { $0 = Stage(name: name, began: Self.now()) }
    done.store(0, ordering: .relaxed)
    total.store(steps, ordering: .relaxed)
  }

  /// Says that more steps are done.
  package func advance(by steps: Int = 1) { done.add(steps, ordering: .relaxed) }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}
