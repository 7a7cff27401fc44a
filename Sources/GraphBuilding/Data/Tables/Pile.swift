import GraphModel

/// A growing list of plain values, from which a ``Column`` is made without copying.
///
/// It is what an array is, without the checks of uniqueness and bounds that each append and each
/// access of an array pays, and one owner can hand parts of it to several threads.
struct Pile<Element: BitwiseCopyable & Sendable>: ~Copyable {
  var base: UnsafeMutablePointer<Element>
  var count = 0
  var capacity: Int

  init(minimumCapacity: Int = 16) {
    capacity = max(minimumCapacity, 1)
    base = RawMemory.allocate(capacity * MemoryLayout<Element>.stride)
      .bindMemory(to: Element.self, capacity: capacity)
  }

  /// This many equal values.
  init(repeating value: Element, count: Int) {
    self.init(minimumCapacity: count)
    extend(to: count, with: value)
  }

  deinit { RawMemory.free(UnsafeMutableRawPointer(base)) }

  @inline(__always) mutating func append(_ value: Element) {
    if count == capacity { reserve(count + 1) }
    (base + count).initialize(to: value)
    count += 1
  }

  /// The value at a position, which must be below ``count``.
  subscript(position: Int) -> Element {
    @inline(__always) get {
      assert(position < count)
      return base[position]
    }
    @inline(__always) nonmutating set {
      assert(position < count)
      base[position] = newValue
    }
  }

  /// Makes room for this many values in all.
  ///
  /// - Parameter outlook: how many times what is asked for now will be asked for in all, where that
  ///   is known: then room for all is made at once, which costs nothing until it is used.
  @inline(never) mutating func reserve(_ wanted: Int, outlook: Double? = nil) {
    guard wanted > capacity else { return }
    guard let outlook else {
      capacity = max(wanted, capacity * 2)
      base = RawMemory.grow(
        UnsafeMutableRawPointer(base), to: capacity * MemoryLayout<Element>.stride
      ).bindMemory(to: Element.self, capacity: capacity)
      return
    }
    // What follows may be a little larger.
    capacity = wanted + Int(Double(wanted - count) * max(outlook - 0.9, 0.1))
    let larger = RawMemory.allocate(capacity * MemoryLayout<Element>.stride)
      .bindMemory(to: Element.self, capacity: capacity)
    larger.update(from: base, count: count)
    RawMemory.free(UnsafeMutableRawPointer(base))
    base = larger
  }

  /// Lengthens the list to this many values; the caller sets the new ones.
  mutating func extend(to newCount: Int, outlook: Double? = nil) {
    reserve(newCount, outlook: outlook)
    count = max(count, newCount)
  }

  /// Lengthens the list to this many values, the new ones equal to `value`.
  mutating func extend(to newCount: Int, with value: Element, outlook: Double? = nil) {
    let old = count
    extend(to: newCount, outlook: outlook)
    if newCount > old { (base + old).initialize(repeating: value, count: newCount - old) }
  }

  /// Drops the values from a position on; their memory is kept.
  mutating func truncate(to newCount: Int) { count = min(count, max(newCount, 0)) }

  var buffer: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }

  /// The values as a column, which takes the memory over; the pile is empty then.
  mutating func takeColumn() -> Column<Element> {
    guard count > 0 else { return Column() }
    let memory = RawMemory.grow(
      UnsafeMutableRawPointer(base), to: count * MemoryLayout<Element>.stride
    ).bindMemory(to: Element.self, capacity: count)
    let column = Column(adopting: memory, count: count)
    capacity = 1
    count = 0
    base = RawMemory.allocate(MemoryLayout<Element>.stride)
      .bindMemory(to: Element.self, capacity: 1)
    return column
  }
}
