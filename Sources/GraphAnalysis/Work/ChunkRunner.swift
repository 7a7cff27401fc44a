import GraphModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs chunks of work on several threads.
///
/// The chunks are fixed by the work and never by the number of threads, and what they add up is
/// added in chunk order, so that the sum of floating-point numbers is the same bits on any machine.
enum ChunkRunner {
  /// Runs every chunk once, in no order; returns when all are done.
  ///
  /// Chunks are handed out in ascending order. The closures are called from several threads at
  /// once: what they write must be their own chunk's.
  ///
  /// - Parameters:
  ///   - make: makes what a thread keeps from chunk to chunk.
  ///   - body: does the work of a chunk.
  static func run<State>(
    chunks: Int, threads: Int, state make: () -> State, _ body: (inout State, Int) -> Void
  ) {
    let next = SharedCounter()
    func work() {
      var chunk = next.take()
      guard chunk < chunks else { return }
      var state = make()
      while chunk < chunks {
        body(&state, chunk)
        chunk = next.take()
      }
    }
    let workers = min(threads, chunks)
    guard workers > 1 else { return work() }
    withoutActuallyEscaping(work) { work in
      let job = Job(work)
      Parallel.forEach(workers, threads: workers) { _ in job.work() }
    }
  }

  /// Runs every chunk once, in no order; returns when all are done.
  static func run(chunks: Int, threads: Int, _ body: (Int) -> Void) {
    run(chunks: chunks, threads: threads, state: {}, { _, chunk in body(chunk) })
  }

  /// Work for several threads; the caller waits for it, so it never outlives its captures.
  private final class Job: @unchecked Sendable {
    let work: () -> Void
    init(_ work: @escaping () -> Void) { self.work = work }
  }
}

/// A number that several threads count up.
final class SharedCounter: Sendable {
  private let count = Atomic<Int>(0)
  var value: Int { count.load(ordering: .relaxed) }
  /// Counts one up and gives the number before.
  @discardableResult
  func take() -> Int { count.add(1, ordering: .relaxed).oldValue }
}

/// Lets chunks that end in any order do something in chunk order.
///
/// Every chunk must take its turn, and chunks must be begun in ascending order.
final class ChunkOrder: @unchecked Sendable {
  private var turn = 0
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Waits until every earlier chunk has had its turn, and takes this one's.
  func take(_ chunk: Int, _ body: () -> Void) {
    pthread_mutex_lock(mutex)
    while turn != chunk { pthread_cond_wait(condition, mutex) }
    body()
    turn += 1
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}

/// Lets one thread at a time do something.
final class ChunkLock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() { pthread_mutex_init(mutex, nil) }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}

/// Consecutive rows as fixed chunks of about the same work.
struct RowChunks: Sendable {
  private let bounds: [Int]

  /// - Parameters:
  ///   - rowCount: how many rows there are.
  ///   - work: how many entries and rows a chunk has at least.
  ///   - start: where the entries of a row begin, and for the number of rows, where they end.
  init(rowCount: Int, work: Int = 1 << 16, start: (Int) -> Int) {
    var bounds = [0]
    var begin = 0
    for row in 0..<rowCount
    where start(row + 1) - begin + row + 1 - bounds[bounds.count - 1] >= work {
      bounds.append(row + 1)
      begin = start(row + 1)
    }
    if bounds.last != rowCount { bounds.append(rowCount) }
    self.bounds = bounds
  }

  var count: Int { bounds.count - 1 }
  subscript(chunk: Int) -> Range<Int> { bounds[chunk]..<bounds[chunk + 1] }
}
