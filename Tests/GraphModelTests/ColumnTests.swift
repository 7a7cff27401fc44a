import Testing

@testable import GraphModel

@Suite struct ColumnTests {
  @Test func holdsTheValuesOfAnArray() {
    let column = Column<UInt32>([3, 1, 2])
    #expect(Array(column) == [3, 1, 2])
    #expect(Array(column.window(1..<3)) == [1, 2])
    #expect(column.withUnsafeBufferPointer { $0.reduce(0, +) } == 6)
    #expect(Column<UInt8>().isEmpty)
  }

  /// The memory of a window's owner is freed with the window, not before.
  @Test func keepsItsOwnerAlive() {
    final class Owner: Sendable {}
    weak var seen: Owner?
    var window: Column<UInt8>?
    do {
      let owner = Owner()
      seen = owner
      let whole = Column<UInt8>([1, 2, 3])
      window = Column(unsafeWindow: whole.unsafeBuffer, owner: owner)
    }
    #expect(seen != nil)
    #expect(window != nil)
    window = nil
    #expect(seen == nil)
  }

  @Test(arguments: [[:], [2: 7], [0: 1, 1: 2, 3: 4], [0: 0, 5: 9]] as [[UInt32: UInt32]])
  func findsWhatASparseColumnWasMadeOf(table: [UInt32: UInt32]) {
    let column = SparseColumn(table, rowCount: 6)
    for row in UInt32(0)..<8 {
      let expected = table[row].flatMap { $0 == 0 ? nil : $0 }
      #expect(column[row] == expected)
    }
    #expect(column.isEmpty == table.values.allSatisfy { $0 == 0 })
  }

  /// Offsets of a damaged file lead nowhere, and trap nothing.
  @Test func givesNoListWhereOffsetsLeadOutside() {
    let ragged = Ragged<UInt8>(offsets: [0, 9, 1, 2], values: [5, 6])
    #expect(ragged[0].isEmpty)
    #expect(ragged[1].isEmpty)
    #expect(Array(ragged[2]) == [6])
    #expect(ragged[7].isEmpty)
    let arena = StringArena(bytes: [0x61, 0x62], offsets: [0, 0, 9, 1, 2])
    #expect(arena[1] == "")
    #expect(arena[2] == "")
    #expect(arena[3] == "b")
    #expect(arena[90] == "")
  }

  /// Computed once; a snapshot holds tables made with this hash, so that it must never change.
  @Test(arguments: [
    ("", 0), ("a", 1), ("MONDO:0005265", 2), ("a name of more than sixteen bytes", 3),
  ])
  func hashesTheSameOnEveryMachine(text: String, number: Int) {
    let expected: [UInt64] = [
      0, 0x5cdc_1913_e46f_4d59, 0xc967_57bd_f756_cc9a, 0x1d8b_3b04_1bcf_3202,
    ]
    #expect(ByteHash.hash(text) == expected[number])
  }

  @Test func findsEveryNodeByItsIdentifier() {
    var strings = StringInterner()
    let ids = Column((0..<1000).map { strings.intern("X:\($0)") })
    let arena = strings.arena
    let table = NodeIDTable(ids: ids, strings: arena)
    for number in 0..<1000 {
      let row = table.firstRow(hash: ByteHash.hash("X:\(number)")) {
        arena[ids[Int($0)]] == "X:\(number)"
      }
      #expect(row == UInt32(number))
    }
    #expect(table.firstRow(hash: ByteHash.hash("X:1000")) { _ in false } == nil)
  }

  /// A table from a file may have no free slot.
  @Test func endsTheSearchOfAFullTable() {
    let table = NodeIDTable(slots: Column([UInt64](repeating: .max, count: 8)))
    #expect(table.firstRow(hash: .max) { _ in false } == nil)
    #expect(NodeIDTable(slots: [1, 2, 3]).firstRow(hash: 1) { _ in true } == nil)
  }

  @Test(arguments: [1, 2, 7])
  func takesEveryPieceOnce(threads: Int) {
    var sums = [Int](repeating: 0, count: 26)
    sums.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let sums = buffer
      Parallel.forEachChunk(count: 101, length: 4, threads: threads) { piece, range in
        sums[piece] += range.reduce(0, +)
      }
    }
    #expect(sums.reduce(0, +) == 5050)
    #expect(sums[0] == 6)
    #expect(sums[25] == 100)
  }
}
