#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which file it is, and when it last changed in any way: whoever writes to a file, replaces it or
/// sets its times back makes another state of it (POSIX.1-2024, `<sys/stat.h>`, `st_ctim`).
package struct FileState: Sendable, Hashable {
  package let device: UInt64
  package let number: UInt64
  package let length: Int64
  /// In nanoseconds since 1970.
  package let contentChange: Int64
  /// In nanoseconds since 1970; the system's own clock, which no program sets.
  package let change: Int64

  /// The state of a file; nil where there is none.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    length = Int64(truncatingIfNeeded: status.st_size)
    #if canImport(Darwin)
      contentChange = Self.nanoseconds(status.st_mtimespec)
      change = Self.nanoseconds(status.st_ctimespec)
    #else
      contentChange = Self.nanoseconds(status.st_mtim)
      change = Self.nanoseconds(status.st_ctim)
    #endif
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000
      &+ Int64(
        truncatingIfNeeded: time.tv_nsec)
  }

  /// Whether so little time has passed since the last change that another may bear the same time:
  /// file systems stamp by the tick of the system's clock, which is 10 ms or less.
  package var isFresh: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = Self.nanoseconds(now) &- change
    return age < 30_000_000
  }
}
