#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory of a fixed size for the inner loops of an analysis: plain numbers, without the checks and
/// the copies of an array.
///
/// One owner writes at a time; who shares a buffer between threads gives each thread rows of its
/// own. In debug builds every access is checked.
final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    base = Self.allocate(max(1, count))
    base.initialize(repeating: value, count: max(1, count))
    self.count = count
  }

  /// Uninitialised memory, every row of which is written before it is read.
  init(capacity: Int) {
    base = Self.allocate(max(1, capacity))
    count = capacity
  }

  deinit { free(base) }

  /// Memory from `malloc`; large buffers ask for large pages, since random access to small ones
  /// spends much of its time on looking up where they are.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let size = count * MemoryLayout<Element>.stride
    let page = size >= 1 << 20 ? 1 << 21 : 64
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, page, size) == 0, let memory else {
      preconditionFailure("out of memory")
    }
    #if os(Linux)
      if size >= 1 << 20 { madvise(memory, size, Int32(MADV_HUGEPAGE)) }
    #endif
    return memory.bindMemory(to: Element.self, capacity: count)
  }

  @inline(__always)
  subscript(position: Int) -> Element {
    get {
      assert(position >= 0 && position < count)
      return base[position]
    }
    set {
      assert(position >= 0 && position < count)
      base[position] = newValue
    }
  }

  /// The rows as an array.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
