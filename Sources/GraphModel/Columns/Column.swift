/// A column of a graph: values of one plain type, side by side in memory, never changed.
///
/// The column either owns its memory or is a window into memory that something else owns, such
/// as a file that is mapped; ``owner`` keeps that alive as long as the column. Copying a column is
/// O(1); so is a window of it.
///
/// Access by subscript and iteration is checked. A loop that is worth it reads through
/// ``withUnsafeBufferPointer(_:)``, whose buffer is not checked in release builds.
package struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline nonisolated(unsafe) let buffer: UnsafeBufferPointer<Element>
  @usableFromInline let owner: (any AnyObject & Sendable)?

  /// The column without a value, which owns nothing.
  @inlinable package init() {
    buffer = UnsafeBufferPointer(start: nil, count: 0)
    owner = nil
  }

  /// A window into memory that `owner` keeps alive and unchanged.
  @inlinable package init(
    unsafeWindow buffer: UnsafeBufferPointer<Element>, owner: (any AnyObject & Sendable)?
  ) {
    self.buffer = buffer
    self.owner = owner
  }

  /// A column with memory of its own, into which a closure writes every value.
  ///
  /// - Complexity: O(count).
  @inlinable package init(
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

  /// A column of the values of an array.
  @inlinable package init(_ values: [Element]) {
    self.init(count: values.count) { _ = $0.initialize(fromContentsOf: values) }
  }

  /// Calls a closure with the values; its buffer must not be kept.
  @inlinable package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    return try body(buffer)
  }

  /// The values, for code that holds the column as long as it uses the buffer.
  @inlinable package var unsafeBuffer: UnsafeBufferPointer<Element> { buffer }

  /// A window of the column, numbered from 0.
  @inlinable package func window(_ range: Range<Int>) -> Column {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    return Column(
      unsafeWindow: UnsafeBufferPointer(rebasing: buffer[range]), owner: owner)
  }
}

extension Column: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { buffer.count }

  @inlinable package subscript(position: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: position) < UInt(bitPattern: buffer.count))
      return buffer[position]
    }
  }

  @inlinable package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    defer { withExtendedLifetime(owner) {} }
    return try body(buffer)
  }
}

extension Column: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: Element...) { self.init(values) }
}

extension Column: Equatable where Element: Equatable {
  package static func == (a: Column, b: Column) -> Bool {
    a.count == b.count && a.elementsEqual(b)
  }
}

extension Column: Hashable where Element: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for value in self { hasher.combine(value) }
  }
}

/// Memory that is freed with the last column that looks into it.
@usableFromInline package final class ColumnMemory: @unchecked Sendable {
  @usableFromInline package let base: UnsafeMutableRawPointer

  /// Memory of this many bytes, at a multiple of 64, which is not set to anything.
  @usableFromInline package init(byteCount: Int) {
    base = .allocate(byteCount: max(byteCount, 1), alignment: 64)
  }

  deinit { base.deallocate() }
}
