/// Where the sections of a snapshot lie, and its blocks.
struct SnapshotLayout {
  let parts: [SnapshotParts.Part]
  /// Where each section begins.
  private(set) var offsets: [Int] = []
  /// The bytes of the file.
  private(set) var length = 0
  /// Where what goes before the sections ends.
  private(set) var preludeLength = 0

  init(_ parts: [SnapshotParts.Part]) {
    self.parts = parts
    // The table of checksums makes the file longer, which may take another block.
    var blocks = 0
    repeat {
      preludeLength = Self.preludeLength(sections: parts.count, blocks: blocks)
      var offset = preludeLength
      offsets = parts.map { part in
        let start = Snapshot.aligned(offset)
        offset = start + part.bytes.count
        return start
      }
      length = offset
      if blocks == blockCount { break }
      blocks = blockCount
    } while true
  }

  /// The number of blocks of the file.
  var blockCount: Int { (length - 1) / Snapshot.blockLength + 1 }

  static func preludeLength(sections: Int, blocks: Int) -> Int {
    Snapshot.headerLength + sections * Snapshot.entryLength + blocks * 8
  }

  /// The bytes of a block that its checksum is made of.
  func range(ofBlock number: Int) -> Range<Int> {
    let start = number * Snapshot.blockLength
    let end = min(start + Snapshot.blockLength, length)
    return min(max(start, preludeLength), end)..<end
  }

  /// The checksum of every block.
  ///
  /// - Complexity: O(length) time, on all threads.
  func checksums(threads: Int) -> [UInt64] {
    let count = blockCount
    return [UInt64](unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let (sums, layout) = (buffer, self)
      Parallel.forEachChunk(count: count, length: 64, threads: threads) { _, numbers in
        var copy: [UInt8] = []
        for number in numbers {
          sums.initializeElement(at: number, to: layout.checksum(ofBlock: number, using: &copy))
        }
      }
      initialized = count
    }
  }

  private func checksum(ofBlock number: Int, using copy: inout [UInt8]) -> UInt64 {
    let range = range(ofBlock: number)
    // The last section that does not begin behind the block's beginning.
    var (first, end) = (0, offsets.count)
    while first < end {
      let middle = (first + end) / 2
      if offsets[middle] <= range.lowerBound { first = middle + 1 } else { end = middle }
    }
    first = max(first - 1, 0)
    if first < parts.count, offsets[first] <= range.lowerBound,
      offsets[first] + parts[first].bytes.count >= range.upperBound
    {
      let start = range.lowerBound - offsets[first]
      return Snapshot.checksum(
        UnsafeRawBufferPointer(rebasing: parts[first].bytes[start..<(start + range.count)]),
        ofBlock: number)
    }
    copy.removeAll(keepingCapacity: true)
    copy.append(contentsOf: repeatElement(0, count: range.count))
    for part in parts.indices[first...] {
      let bytes = parts[part].bytes
      let low = max(range.lowerBound, offsets[part])
      let high = min(range.upperBound, offsets[part] + bytes.count)
      if offsets[part] >= range.upperBound { break }
      guard low < high else { continue }
      copy.withUnsafeMutableBytes { copy in
        UnsafeMutableRawBufferPointer(
          rebasing: copy[(low - range.lowerBound)..<(high - range.lowerBound)]
        ).copyMemory(
          from: UnsafeRawBufferPointer(
            rebasing: bytes[(low - offsets[part])..<(high - offsets[part])]))
      }
    }
    return copy.withUnsafeBytes { Snapshot.checksum($0, ofBlock: number) }
  }
}
