import Glibc
import Synchronization

/// The line at the bottom of the terminal that says how far the work has come.
///
/// Whatever is written to the terminal must have it ``clear()`` first, and an answer ``end()`` it.
final class ProgressDisplay: Sendable {
  static let shared = ProgressDisplay()

  private struct State {
    var isShown = false
    var isOver = false
  }

  private let state = Mutex(State())

  /// Shows a line in the place of the last one.
  func show(_ line: String) {
    state.withLock { state in
      guard !state.isOver else { return }
      state.isShown = true
      Self.write("\r\(line)\u{1b}[K")
    }
  }

  /// Takes the line away; it may come again.
  func clear() { state.withLock { Self.clear(&$0) } }

  /// Takes the line away for good.
  func end() {
    state.withLock { state in
      Self.clear(&state)
      state.isOver = true
    }
  }

  private static func clear(_ state: inout State) {
    guard state.isShown else { return }
    state.isShown = false
    write("\r\u{1b}[K")
  }

  /// What does not fit into the terminal's buffer is left out: the next line is not far.
  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
