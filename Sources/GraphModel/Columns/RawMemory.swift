#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The C library's memory, which grows without being copied where it is large.
package enum RawMemory {
  package static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    guard let memory = malloc(max(byteCount, 1)) else { outOfMemory(byteCount) }
    return memory
  }

  package static func grow(
    _ memory: UnsafeMutableRawPointer, to byteCount: Int
  ) -> UnsafeMutableRawPointer {
    guard let memory = realloc(memory, max(byteCount, 1)) else { outOfMemory(byteCount) }
    return memory
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

  private static func outOfMemory(_ byteCount: Int) -> Never {
    fatalError("there is no memory left for \(byteCount) bytes")
  }
}
