/// A column of whole numbers in which 0 stands for "none": dense where most rows have a value, a
/// sorted list of rows with their values where few have, nothing where none has.
///
/// - Complexity: O(1) to find a value where the column is dense, else O(log values).
package struct SparseColumn<Value: BitwiseCopyable & FixedWidthInteger & Sendable>: Sendable {
  /// The rows that have a value, ascending; empty where the column is dense.
  package let rows: Column<UInt32>
  /// The value of each of ``rows``, or of every row of the graph.
  package let values: Column<Value>

  package init() {
    rows = Column()
    values = Column()
  }

  /// A column from its parts.
  ///
  /// - Parameter rows: empty, or ascending and as many as `values`.
  package init(rows: Column<UInt32>, values: Column<Value>) {
    self.rows = rows
    self.values = values
  }

  /// Packs a table of values by row; rows with 0 have none.
  package init(_ table: [UInt32: Value], rowCount: Int) {
    let present = table.filter { $0.value != 0 }
    if present.count * 2 > rowCount {
      self.init(
        rows: Column(),
        values: Column(count: rowCount) { all in
          all.initialize(repeating: 0)
          for (row, value) in present { all[Int(row)] = value }
        })
    } else {
      let sorted = present.sorted { $0.key < $1.key }
      self.init(rows: Column(sorted.map(\.key)), values: Column(sorted.map(\.value)))
    }
  }

  /// Whether no row has a value.
  package var isEmpty: Bool { values.isEmpty }

  package subscript(row: UInt32) -> Value? {
    if rows.isEmpty {
      guard Int(row) < values.count else { return nil }
      let value = values[Int(row)]
      return value == 0 ? nil : value
    }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low] == row, low < values.count else { return nil }
    return values[low]
  }
}

extension SparseColumn where Value == StringIndex {
  /// Packs a column of a value for every row, 0 for none.
  ///
  /// - Complexity: O(rows).
  package init(dense: Column<Value>) {
    var present = 0
    for value in dense where value != 0 { present += 1 }
    if present * 2 > dense.count {
      self.init(rows: Column(), values: dense)
      return
    }
    let count = present
    self.init(
      rows: Column(count: count) { rows in
        var place = 0
        for (row, value) in dense.enumerated() where value != 0 {
          rows[place] = UInt32(truncatingIfNeeded: row)
          place += 1
        }
      },
      values: Column(count: count) { values in
        var place = 0
        for value in dense where value != 0 {
          values[place] = value
          place += 1
        }
      })
  }
}
