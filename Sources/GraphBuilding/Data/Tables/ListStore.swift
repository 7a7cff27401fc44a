import GraphModel

/// A column of lists that grows: the rows of ``GraphModel/Ragged``. Where no row has an element,
/// only the rows are counted.
struct ListStore<Element: BitwiseCopyable & Sendable>: ~Copyable {
  var values = Pile<Element>()
  private var ends = Pile<UInt32>()
  /// The rows before the first with an element; ``ends`` has none of them.
  private var emptyRows = 0

  var count: Int { emptyRows + ends.count }

  /// Ends the list of the next row: what was appended to ``values`` since the last.
  @inline(__always) mutating func endRow() {
    if values.count == 0 {
      emptyRows += 1
    } else {
      ends.append(UInt32(truncatingIfNeeded: values.count))
    }
  }

  private func range(_ row: Int) -> Range<Int> {
    guard row >= emptyRows else { return 0..<0 }
    let row = row - emptyRows
    return (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  func list(_ row: Int) -> [Element] { range(row).map { values[$0] } }

  /// Puts other lists in the place of those of some rows.
  mutating func replace(_ lists: [UInt32: [Element]]) {
    guard values.count > 0 || lists.contains(where: { !$0.value.isEmpty }) else { return }
    var changed = ListStore<Element>()
    for row in 0..<count {
      if let list = lists[UInt32(row)] {
        for value in list { changed.values.append(value) }
      } else {
        for at in range(row) { changed.values.append(values[at]) }
      }
      changed.endRow()
    }
    self = changed
  }

  /// The lists; the store is empty then.
  mutating func takeRagged(rows: Int) -> Ragged<Element> {
    guard values.count > 0 else { return Ragged() }
    return Ragged(offsets: takeOffsets(rows: rows), values: values.takeColumn())
  }

  /// Where each list begins, and where the last one ends.
  mutating func takeOffsets(rows: Int) -> Column<UInt32> {
    let skipped = emptyRows + 1
    let old = ends.count
    ends.extend(to: old + skipped)
    (ends.base + skipped).update(from: ends.base, count: old)
    ends.base.update(repeating: 0, count: skipped)
    emptyRows = 0
    return ends.takeColumn()
  }
}
