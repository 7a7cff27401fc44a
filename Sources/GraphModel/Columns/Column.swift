/// A column of a graph: values of one plain type, side by side in memory, never changed.
///
/// The column either owns its memory or is a window into memory that something else owns, such
/// as a file that is mapped; ``owner`` keeps that alive as long as the column. Copying a column is
/// O(1); so is a window of it.
///
/// Access by subscript and iteration is checked. A loop that is worth it reads through
/// ``withUnsafeBufferPointer(_:)``, whose buffer is not checked in release builds.
public struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline nonisolated(unsafe) let buffer: UnsafeBufferPointer<Element>
  @usableFromInline let owner: (any AnyObject & Sendable)?

  /// The column without a value, which owns nothing.
  @inlinable public init() {
    buffer = UnsafeBufferPointer(start: nil, count: 0)
    owner = nil
  }

  /// A window into memory that `owner` keeps alive and unchanged.
  @inlinable public init(
    unsafeWindow buffer: UnsafeBufferPointer<Element>, owner: (any AnyObject & Sendable)?
  ) {
    self.buffer = buffer
    self.owner = owner
  }

  /// A column with memory of its own, into which a closure writes every value.
  ///
  /// - Complexity: O(count).
  @inlinable public init(
    count: Int, filledBy fill: (UnsafeMutableBufferPointer<Element>) -> Void
  ) {
    guard count > 0 else {
      self.init()
      return
    }
    let memory = ColumnMemory(byteCount: count * MemoryLayout<Element>.stride)
    let buffer = UnsafeMutableBufferPointer(
      start: memory.base.bindMemory(to: Element.self, capacity: count), count: count)
    fill(buffer)
    self.init(unsafeWindow: UnsafeBufferPointer(buffer), owner: memory)
  }

  /// A column that takes over memory of `malloc`, and frees it.
  package init(adopting memory: UnsafeMutablePointer<Element>, count: Int) {
    self.init(
      unsafeWindow: UnsafeBufferPointer(start: memory, count: count),
      owner: ColumnMemory(adopting: UnsafeMutableRawPointer(memory)))
  }

  /// A column of the values of an array.
  @inlinable public init(_ values: [Element]) {
    self.init(count: values.count) { _ = $0.initialize(fromContentsOf: values) }
  }

  /// Calls a closure with the values; its buffer must not be kept.
  @inlinable public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    return try body(buffer)
  }

  /// The values, for code that holds the column as long as it uses the buffer.
  @inlinable public var unsafeBuffer: UnsafeBufferPointer<Element> { buffer }

  /// A window of the column, numbered from 0.
  @inlinable public func window(_ range: Range<Int>) -> Column {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    return Column(
      unsafeWindow: UnsafeBufferPointer(rebasing: buffer[range]), owner: owner)
  }
}

extension Column {
  /// The value of a row of a column that is empty where no row says anything.
  package func value(_ row: UInt32, none: Element) -> Element {
    Int(row) < buffer.count ? buffer[Int(row)] : none
  }
}

extension Column: RandomAccessCollection {
  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// The number of values.
  @inlinable public var endIndex: Int { buffer.count }

  /// The value at a position, which must be within the column.
  @inlinable public subscript(position: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: position) < UInt(bitPattern: buffer.count))
      return buffer[position]
    }
  }

  /// Calls a closure with the values; its buffer must not be kept.
  @inlinable public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    defer { withExtendedLifetime(owner) {} }
    return try body(buffer)
  }
}

extension Column: ExpressibleByArrayLiteral {
  /// A column of these values.
  public init(arrayLiteral values: Element...) { self.init(values) }
}

extension Column: Equatable where Element: Equatable {
  /// Whether both hold the same values in the same order.
  public static func == (a: Column, b: Column) -> Bool {
    a.count == b.count && a.elementsEqual(b)
  }
}

extension Column: Hashable where Element: Hashable {
  /// Feeds the values to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for value in self { hasher.combine(value) }
  }
}

/// Memory that is freed with the last column that looks into it.
@usableFromInline final class ColumnMemory: @unchecked Sendable {
  @usableFromInline let base: UnsafeMutableRawPointer

  /// Memory of this many bytes, which is not set to anything.
  @usableFromInline convenience init(byteCount: Int) {
    self.init(adopting: RawMemory.allocate(byteCount))
  }

  /// Takes over memory of ``RawMemory``.
  @usableFromInline init(adopting base: UnsafeMutableRawPointer) { self.base = base }

  deinit { RawMemory.free(base) }
}
