/// The rows of a graph as a collection of light views, made on access.
///
/// Every step is written out: behind an opaque type the default ones of the standard library look
/// their generic types up anew at each call, which costs many times what the step does.
struct IndexedViews<View: Sendable>: RandomAccessCollection, Sendable {
  let count: Int
  let view: @Sendable (Int) -> View

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  var indices: Range<Int> { 0..<count }
  var underestimatedCount: Int { count }
  subscript(position: Int) -> View { view(position) }

  func index(after position: Int) -> Int { position + 1 }
  func index(before position: Int) -> Int { position - 1 }
  func formIndex(after position: inout Int) { position += 1 }
  func formIndex(before position: inout Int) { position -= 1 }
  func index(_ position: Int, offsetBy distance: Int) -> Int { position + distance }
  func distance(from start: Int, to end: Int) -> Int { end - start }

  struct Iterator: IteratorProtocol {
    fileprivate let count: Int
    fileprivate let view: @Sendable (Int) -> View
    fileprivate var position = 0

    mutating func next() -> View? {
      guard position < count else { return nil }
      defer { position += 1 }
      return view(position)
    }
  }

  func makeIterator() -> Iterator { Iterator(count: count, view: view) }
}
