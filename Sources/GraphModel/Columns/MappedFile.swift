#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file in memory without having been read: its pages come when they are looked at, and go when
/// memory is short. The file must not be shortened meanwhile.
package final class MappedFile: @unchecked Sendable {
  /// The bytes of the file.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// What the file was called.
  let path: String
  /// The open file, where it was asked to stay open.
  let descriptor: Int32?

  /// Maps a regular file; nil where that cannot be done, as for a pipe.
  ///
  /// - Parameter staysOpen: whether the file is to be read otherwise, too, as a ``BlockGuard`` does.
  package init?(path: String, staysOpen: Bool = false) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var isKept = false
    defer { if !isKept { _ = close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.path = path
    self.descriptor = staysOpen && status.st_size > 0 ? descriptor : nil
    guard status.st_size > 0 else {
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    let size = Int(status.st_size)
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED
    else { return nil }
    bytes = UnsafeBufferPointer(
      start: memory.assumingMemoryBound(to: UInt8.self), count: size)
    isKept = staysOpen
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
    if let descriptor { _ = close(descriptor) }
  }

  /// How many bytes the system gives rights to at once.
  static let pageLength = max(1, Int(sysconf(Int32(_SC_PAGESIZE))))

  /// Tells the system that a range will not be looked at soon, so that it need not stay resident.
  package func discard(_ range: Range<Int>) {
    let page = 1 << 14
    let start = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    guard let base = bytes.baseAddress, start < end, end <= bytes.count else { return }
    madvise(UnsafeMutableRawPointer(mutating: base + start), end - start, Int32(MADV_DONTNEED))
  }

  /// Tells the system that the file will be read from beginning to end.
  package func willReadInOrder() {
    guard let base = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: base), bytes.count, Int32(MADV_SEQUENTIAL))
  }
}
