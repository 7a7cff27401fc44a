import Glibc
import GraphAnalysis
import GraphModel
import Synchronization

/// What goes on beside the work of a command, on a thread of its own: a signal such as Ctrl-C ends
/// it cleanly, the time limit is kept, and on a terminal it is shown how far the work has come.
final class Attendance: Sendable {
  static let shared = Attendance()

  /// What stops the work of the command at the time limit, and tells its progress.
  let cancellation = Cancellation()

  /// Runs an analysis until the time limit, telling its progress; what it gives is an answer.
  func run<Found, Failure: Error>(
    _ analysis: (WorkContext) throws(Failure) -> Found
  ) throws(Failure) -> Found {
    let found = try analysis(WorkContext(cancellation: cancellation))
    answer()
    return found
  }

  private struct State {
    var showsProgress = Terminal.error.isInteractive
    /// In seconds since the command began.
    var limit: Double?
    var isAnswering = false
  }

  private let state = Mutex(State())
  private let began = Attendance.now()

  /// How often is looked after the work, in seconds.
  private static let interval = 0.1
  /// Work is shown when it has taken so many seconds.
  private static let patience = 1.0
  /// The signals that ask a command to end.
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Begins to attend; to be called once, before there is any other thread.
  ///
  /// Signals that were ignored when the command began, as `nohup` has it, stay ignored.
  func begin() {
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for signal in Self.signals {
      var action = sigaction()
      guard sigaction(signal, nil, &action) == 0, !Self.ignores(action) else { continue }
      sigaddset(&awaited, signal)
    }
    pthread_sigmask(SIG_BLOCK, &awaited, nil)
    var thread = pthread_t()
    let isRunning = pthread_create(
      &thread, nil,
      { _ in
        Attendance.shared.attend()
        return nil
      }, nil)
    // Without the thread, signals end the command as they always do.
    if isRunning == 0 {
      pthread_detach(thread)
      BlockGuard.awaitDamage()
    } else {
      pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
    }
  }

  /// Whether a signal is passed over: its handler is `SIG_IGN`, which is no function but a number.
  private static func ignores(_ action: sigaction) -> Bool {
    func number<Handler>(_ handler: Handler) -> Int {
      withUnsafeBytes(of: handler) { $0.load(as: Int.self) }
    }
    return number(action.__sigaction_handler) == number(SIG_IGN)
  }

  /// Shows no progress.
  func beQuiet() { state.withLock { $0.showsProgress = false } }

  /// Has the work stop so many seconds after the command began.
  func limit(to seconds: Double) {
    state.withLock { $0.limit = seconds }
    cancellation.stop(after: seconds - (Self.now() - began))
  }

  /// Says that there is an answer, which is printed whole however long that takes.
  func answer() {
    state.withLock { $0.isAnswering = true }
    ProgressDisplay.shared.end()
  }

  // MARK: The thread

  private func attend() {
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for signal in Self.signals { sigaddset(&awaited, signal) }
    var pause = timespec(tv_sec: 0, tv_nsec: Int(Self.interval * 1e9))
    while true {
      let signal = sigtimedwait(&awaited, nil, &pause)
      if signal > 0 { end(by: signal) }
      if let damage = BlockGuard.damage { fail(SnapshotOpening.failure(damage), .badInput) }
      let state = state.withLock { $0 }
      let seconds = Self.now() - began
      // Work that is not stopped in time for it has nothing to give.
      if let limit = state.limit, !state.isAnswering, seconds > limit + max(1, limit * 0.05) {
        giveUp(limit)
      }
      if state.showsProgress, !state.isAnswering, seconds > Self.patience { showProgress() }
    }
  }

  private func showProgress() {
    guard let stage = cancellation.stage else { return }
    let line = ProgressLine(
      stage: stage.name, seconds: stage.seconds, share: cancellation.progress)
    ProgressDisplay.shared.show(line.text(width: Terminal.error.width))
  }

  /// Ends the process as the signal would have, with nothing half-written left.
  private func end(by number: Int32) -> Never {
    ProgressDisplay.shared.end()
    TemporaryFiles.removeAll {
      signal(number, SIG_DFL)
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, number)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      kill(getpid(), number)
      // The signal is there before `kill` returns, but for a debugger that holds it back.
      _exit(128 + number)
    }
  }

  private func giveUp(_ limit: Double) -> Never {
    let stage = cancellation.stage.map { " while \($0.name)" } ?? ""
    let failure = CommandFailure(
      "the time limit of \(ProgressLine.duration(limit)) passed\(stage), before there was any answer",
      suggestion: "allow more time, or ask of a part of the graph")
    fail(failure, .stopped)
  }

  /// Ends the process with an error, with nothing half-written left.
  private func fail(_ failure: CommandFailure, _ code: CommandFailure.Code) -> Never {
    ProgressDisplay.shared.end()
    for diagnostic in failure.diagnostics { Terminal.error.write(diagnostic.shownLine) }
    TemporaryFiles.removeAll { _exit(code.rawValue) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
