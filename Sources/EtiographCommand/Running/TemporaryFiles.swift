import Glibc
import Synchronization

/// The files that are being written under temporary names, which a command that is stopped must not
/// leave behind.
enum TemporaryFiles {
  private static let paths = Mutex<Set<String>>([])

  /// Remembers a file before it is made.
  static func insert(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Forgets a file that has got its name or is gone.
  static func forget(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Removes all of them and ends the process, before another can be made.
  static func removeAll(thenEnd end: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths { unlink(path) }
      end()
    }
  }
}
