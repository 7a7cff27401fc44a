/// The rows of a graph as a collection of light views, made on access.
struct IndexedViews<View: Sendable>: RandomAccessCollection, Sendable {
  let count: Int
  let view: @Sendable (Int) -> View

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  subscript(position: Int) -> View { view(position) }
}
