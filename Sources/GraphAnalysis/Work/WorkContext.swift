public import GraphModel

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
