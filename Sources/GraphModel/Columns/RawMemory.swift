#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The C library's memory, which grows without being copied where it is large.
package enum RawMemory {
  /// From how many bytes on memory begins at a large page: such a page is one fault and one entry
  /// of the processor's table of pages, where it would be 512.
  private static let largeSize = 1 << 21
  private static let largePage = 1 << 21

  package static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let byteCount = max(byteCount, 1)
    if byteCount >= largeSize {
      var memory: UnsafeMutableRawPointer?
      if posix_memalign(&memory, largePage, byteCount) == 0, let memory {
        #if canImport(Glibc)
          // Where the system gives none, the memory is as good with small ones.
          madvise(memory, byteCount, Int32(MADV_HUGEPAGE))
        #endif
        return memory
      }
    }
    return malloc(byteCount) ?? none(byteCount)
  }

  package static func grow(
    _ memory: UnsafeMutableRawPointer, to byteCount: Int
  ) -> UnsafeMutableRawPointer {
    let byteCount = max(byteCount, 1)
    return realloc(memory, byteCount) ?? none(byteCount)
  }

  package static func free(_ memory: UnsafeMutableRawPointer) {
    #if canImport(Glibc)
      Glibc.free(memory)
    #elseif canImport(Musl)
      Musl.free(memory)
    #elseif canImport(Darwin)
      Darwin.free(memory)
    #endif
  }

  /// Where the C library has no memory left, Swift's own allocation ends the process as it does
  /// for an array.
  private static func none(_ byteCount: Int) -> UnsafeMutableRawPointer {
    .allocate(byteCount: byteCount, alignment: 16)
  }
}
