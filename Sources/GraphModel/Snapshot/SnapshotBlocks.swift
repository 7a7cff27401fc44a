/// The blocks of a file in memory, and what their checksums ought to be.
struct SnapshotBlocks {
  private let bytes: UnsafeRawBufferPointer
  private let preludeLength: Int
  private let sums: [UInt64]

  init(_ bytes: UnsafeBufferPointer<UInt8>, preludeLength: Int, sums: [UInt64]) {
    self.bytes = UnsafeRawBufferPointer(bytes)
    self.preludeLength = preludeLength
    self.sums = sums
  }

  func areWhole(_ numbers: Range<Int>) -> Bool { numbers.allSatisfy(isWhole) }

  private func isWhole(_ number: Int) -> Bool {
    let start = number * Snapshot.blockLength
    let end = min(start + Snapshot.blockLength, bytes.count)
    let summed = UnsafeRawBufferPointer(rebasing: bytes[min(max(start, preludeLength), end)..<end])
    return Snapshot.checksum(summed, ofBlock: number) == sums[number]
  }

  /// The first of some blocks that is not what was written.
  ///
  /// - Complexity: O(length) time, on all threads.
  func firstDamaged(in numbers: Range<Int>, threads: Int) -> Int? {
    let chunk = 64
    guard !numbers.isEmpty else { return nil }
    let found = Column<Bool>(count: (numbers.count - 1) / chunk + 1) { buffer in
      nonisolated(unsafe) let (buffer, blocks) = (buffer, self)
      Parallel.forEachChunk(count: numbers.count, length: chunk, threads: threads) {
        number, range in
        let here = (numbers.lowerBound + range.lowerBound)..<(numbers.lowerBound + range.upperBound)
        buffer.initializeElement(at: number, to: !blocks.areWhole(here))
      }
    }
    guard let piece = found.firstIndex(of: true) else { return nil }
    let start = numbers.lowerBound + piece * chunk
    return (start..<min(start + chunk, numbers.upperBound)).first { !isWhole($0) }
  }
}
