/// A column of lists: list `i` is `values[offsets[i] ..< offsets[i + 1]]`.
///
/// A graph in which no row has a list stores neither offsets nor values, so a feature that a
/// graph does not use costs it nothing.
///
/// - Complexity: O(1) to find a list; 4 bytes a row once any row has an element.
package struct Ragged<Element: Sendable>: Sendable {
  package private(set) var offsets: [UInt32] = []
  package private(set) var values: [Element] = []

  package init() {}

  /// Packs `lists`, where `nil` stands for "no row has any".
  package init(_ lists: [[Element]]) {
    guard lists.contains(where: { !$0.isEmpty }) else { return }
    offsets.reserveCapacity(lists.count + 1)
    offsets.append(0)
    for list in lists {
      values.append(contentsOf: list)
      offsets.append(UInt32(values.count))
    }
  }

  /// Packs rows of which only some have a list; `lists` is keyed by row.
  package init(sparse lists: [UInt32: [Element]], rows: Int) {
    guard lists.contains(where: { !$0.value.isEmpty }) else { return }
    offsets.reserveCapacity(rows + 1)
    offsets.append(0)
    for row in 0..<UInt32(rows) {
      if let list = lists[row] { values.append(contentsOf: list) }
      offsets.append(UInt32(values.count))
    }
  }

  package subscript(row: UInt32) -> ArraySlice<Element> {
    guard Int(row) + 1 < offsets.count else { return [] }
    return values[Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1])]
  }
}

/// A column of consecutive row ranges of another table: row `i` owns
/// `offsets[i] ..< offsets[i + 1]`. Empty where no row owns any.
package struct RowRanges: Sendable {
  package private(set) var offsets: [UInt32] = []

  package init() {}

  /// Ranges from the number of rows that each row owns, in order.
  package init(counts: some Sequence<Int>) {
    var total: UInt32 = 0
    var offsets: [UInt32] = [0]
    for count in counts {
      total += UInt32(count)
      offsets.append(total)
    }
    if total > 0 { self.offsets = offsets }
  }

  package subscript(row: UInt32) -> Range<UInt32> {
    guard Int(row) + 1 < offsets.count else { return 0..<0 }
    return offsets[Int(row)]..<offsets[Int(row) + 1]
  }
}
