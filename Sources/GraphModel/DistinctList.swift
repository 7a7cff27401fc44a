/// A list that takes each element once, in the order in which they first come.
package struct DistinctList<Element: Hashable & Sendable>: Sendable {
  /// The elements in order.
  package private(set) var elements: [Element]
  /// The elements of a list that has many.
  private var known: Set<Element> = []
  private static var few: Int { 16 }

  /// A list of these, whether or not some are the same.
  package init(_ elements: [Element] = []) { self.elements = elements }

  /// Appends an element that the list does not have.
  ///
  /// - Complexity: O(1) expected.
  package mutating func append(_ element: Element) {
    if elements.count < Self.few {
      if elements.contains(element) { return }
    } else {
      if known.isEmpty { known = Set(elements) }
      guard known.insert(element).inserted else { return }
    }
    elements.append(element)
  }
}
