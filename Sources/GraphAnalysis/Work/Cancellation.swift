import GraphModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Stops a long analysis from outside, and tells how far it has come.
///
/// An analysis polls ``isCancelled`` between pieces of its work, each at most one sweep over the
/// graph: a level of a search, a round of an iteration. What it does then is said with each
/// analysis: some give the best that was found so far and say so, the others throw. ``cancel()``
/// only stores a flag, so that it may be called from a signal handler.
public final class Cancellation: Sendable {
  private let wasCancelled = Atomic<Bool>(false)
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)
  /// In nanoseconds of the monotonic clock; nil for none.
  private let deadline: UInt64?

  /// - Parameter seconds: after how long the work is to stop of itself; nil for never, and what is
  ///   not a positive number is already over.
  public init(after seconds: Double? = nil) {
    deadline = seconds.map { seconds in
      let length = seconds > 0 ? min(seconds, 1e9) * 1e9 : 0
      return Self.now() &+ UInt64(length)
    }
  }

  /// Asks the work to stop.
  public func cancel() { wasCancelled.store(true, ordering: .relaxed) }

  /// Whether the work is to stop: after ``cancel()`` or past the deadline.
  public var isCancelled: Bool {
    if wasCancelled.load(ordering: .relaxed) { return true }
    guard let deadline, Self.now() >= deadline else { return false }
    wasCancelled.store(true, ordering: .relaxed)
    return true
  }

  /// The share of the work that is done, in [0, 1]; nil where it is not known.
  public var progress: Double? {
    let all = total.load(ordering: .relaxed)
    guard all > 0 else { return nil }
    return min(1, Double(done.load(ordering: .relaxed)) / Double(all))
  }

  /// Begins a piece of work of a known number of steps.
  func begin(steps: Int) {
    done.store(0, ordering: .relaxed)
    total.store(steps, ordering: .relaxed)
  }

  /// Says that more steps are done.
  func advance(by steps: Int = 1) { done.add(steps, ordering: .relaxed) }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}

/// How an analysis is run, which never changes its answer: on how many threads, and until when.
public struct WorkContext: Sendable {
  /// The greatest number of threads.
  public var threads: Int
  /// Stops the work and tells its progress; nil where nothing will.
  public var cancellation: Cancellation?

  /// - Parameters:
  ///   - threads: the greatest number of threads; nil for as many as there are processors, or as
  ///     `ETIOGRAPH_THREADS` says.
  ///   - cancellation: what stops the work.
  public init(threads: Int? = nil, cancellation: Cancellation? = nil) {
    self.threads = max(1, threads ?? Parallel.standardThreads)
    self.cancellation = cancellation
  }

  /// Whether the work is to stop.
  var isCancelled: Bool { cancellation?.isCancelled ?? false }

  /// As many threads as are worth starting for this many steps.
  func threads(for steps: Int) -> Int { max(1, min(threads, steps / 100_000)) }

  /// As many threads as are worth starting for this many steps, each done so many times.
  func threads(for steps: Int, times: Int) -> Int {
    threads(for: Int(min(1e15, Double(steps) * Double(times))))
  }
}
