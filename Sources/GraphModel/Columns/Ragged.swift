/// A column of lists: list `i` is `values[offsets[i] ..< offsets[i + 1]]`.
///
/// A graph in which no row has a list stores neither offsets nor values, so a feature that a
/// graph does not use costs it nothing.
///
/// - Complexity: O(1) to find a list; 4 bytes a row once any row has an element.
package struct Ragged<Element: BitwiseCopyable & Sendable>: Sendable {
  package let offsets: Column<UInt32>
  package let values: Column<Element>

  package init() {
    offsets = Column()
    values = Column()
  }

  /// Lists from their parts; offsets that lead outside the values give empty lists.
  package init(offsets: Column<UInt32>, values: Column<Element>) {
    self.offsets = offsets
    self.values = values
  }

  /// Packs `lists`; nothing is stored where all are empty.
  package init(_ lists: [[Element]]) {
    guard lists.contains(where: { !$0.isEmpty }) else {
      self.init()
      return
    }
    var ends: [UInt32] = [0]
    ends.reserveCapacity(lists.count + 1)
    var values: [Element] = []
    for list in lists {
      values.append(contentsOf: list)
      ends.append(UInt32(values.count))
    }
    self.init(offsets: Column(ends), values: Column(values))
  }

  /// Packs rows of which only some have a list; `lists` is keyed by row.
  package init(sparse lists: [UInt32: [Element]], rows: Int) {
    guard lists.contains(where: { !$0.value.isEmpty }) else {
      self.init()
      return
    }
    var ends: [UInt32] = [0]
    ends.reserveCapacity(rows + 1)
    var values: [Element] = []
    for row in 0..<UInt32(rows) {
      if let list = lists[row] { values.append(contentsOf: list) }
      ends.append(UInt32(values.count))
    }
    self.init(offsets: Column(ends), values: Column(values))
  }

  package subscript(row: UInt32) -> Column<Element> {
    guard Int(row) + 1 < offsets.count else { return [] }
    let start = Int(offsets[Int(row)])
    let end = Int(offsets[Int(row) + 1])
    guard start < end, end <= values.count else { return [] }
    return values.window(start..<end)
  }
}

/// A column of consecutive row ranges of another table: row `i` owns
/// `offsets[i] ..< offsets[i + 1]`. Empty where no row owns any.
package struct RowRanges: Sendable {
  package let offsets: Column<UInt32>

  package init() { offsets = Column() }

  /// Ranges from where each begins, and where the last one ends.
  package init(offsets: Column<UInt32>) { self.offsets = offsets }

  /// Ranges from the number of rows that each row owns, in order.
  package init(counts: some Sequence<Int>) {
    var total: UInt32 = 0
    var offsets: [UInt32] = [0]
    for count in counts {
      total += UInt32(count)
      offsets.append(total)
    }
    self.offsets = total > 0 ? Column(offsets) : Column()
  }

  package subscript(row: UInt32) -> Range<UInt32> {
    guard Int(row) + 1 < offsets.count else { return 0..<0 }
    let start = offsets[Int(row)]
    return start..<max(start, offsets[Int(row) + 1])
  }
}
