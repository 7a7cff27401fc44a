import Foundation
import Testing

@testable import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

/// Snapshots of several blocks, which are verified as they are read.
@Suite(.serialized) struct BlockGuardTests {
  /// A ring of nodes with chords.
  private func graph(nodes: UInt32) -> KnowledgeGraph {
    var builder = GraphBuilder()
    let document = builder.add(SourceDocument(name: "ring.md"))
    let indices = (0..<nodes).map {
      builder.record(Concept(id: NodeID("X:\($0)"), label: "thing number \($0)"))
    }
    for number in 0..<nodes {
      let next = indices[Int((number + 1) % nodes)]
      let chord = indices[Int((number * 7 + 3) % nodes)]
      builder.add(
        Statement(indices[Int(number)], .causes, next),
        evidence: [Evidence(document: document, quote: "The \(number) causes the next.")])
      builder.add(Statement(indices[Int(number)], .relatedTo, chord))
    }
    return builder.build()
  }

  private func bytes(of graph: KnowledgeGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    Snapshot.write(graph, threads: 2) { bytes += $0 }
    return bytes
  }

  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "etiograph-guard-\(UUID().uuidString).etg").path
    try Data(bytes).write(to: URL(filePath: path))
    defer { unlink(path) }
    try body(path)
  }

  @Test func whatIsVerifiedAsItIsReadIsTheGraph() throws {
    let graph = graph(nodes: 3000)
    let written = bytes(of: graph)
    #expect(written.count > 5 * Snapshot.blockLength)
    try withFile(written) { path in
      let file = try #require(MappedFile(path: path, staysOpen: true))
      let opened = try Snapshot.open(file, verifying: .asRead, guardedLength: 0)
      let before = BlockGuard.openedBlocks
      let node = try #require(opened.node(id: "X:1234"))
      #expect(node.label == "thing number 1234")
      let blocks = (written.count - 1) / Snapshot.blockLength + 1
      #expect(BlockGuard.openedBlocks > before)
      #expect(BlockGuard.openedBlocks - before < blocks)
      #expect(opened.edges.map(\.id) == graph.edges.map(\.id))
      #expect(opened.edges.map(\.evidence) == graph.edges.map(\.evidence))
      #expect(bytes(of: opened) == written)
    }
  }

  @Test func manyThreadsMayReadTheSameBlockFirst() throws {
    let written = bytes(of: graph(nodes: 3000))
    try withFile(written) { path in
      for _ in 0..<20 {
        let file = try #require(MappedFile(path: path, staysOpen: true))
        let opened = try Snapshot.open(file, verifying: .asRead, guardedLength: 0)
        let sums = Column<Int>(count: 8) { buffer in
          nonisolated(unsafe) let sums = buffer
          Parallel.forEach(8, threads: 8) { number in
            sums.initializeElement(
              at: number, to: opened.storage.edges.object.reduce(0) { $0 + Int($1) })
          }
        }
        #expect(Set(sums).count == 1)
      }
    }
  }

  /// A bit of each of the bytes turned round, one at a time: of the last block of each of them, of the
  /// others of some.
  @Test func aTurnedBitIsFoundInTheBlockThatIsRead() throws {
    let written = bytes(of: graph(nodes: 3000))
    try withFile(written) { path in
      let layoutBlocks = (written.count - 1) / Snapshot.blockLength + 1
      let sums = (0..<layoutBlocks).map { number -> UInt64 in
        let start = number * Snapshot.blockLength
        return written[start..<min(start + Snapshot.blockLength, written.count)]
          .withUnsafeBytes { Snapshot.checksum($0, ofBlock: number) }
      }
      let file = try #require(MappedFile(path: path, staysOpen: true))
      let guarded = try #require(BlockGuard(file, from: 1, sums: sums))
      for block in 0..<layoutBlocks { #expect(guarded.isWhole(block)) }
      let changed = try #require(fopen(path, "r+"))
      defer { fclose(changed) }
      setbuf(changed, nil)
      let last = (layoutBlocks - 1) * Snapshot.blockLength
      let dense = max(last, written.count - 4096)
      let places = Array(stride(from: Snapshot.blockLength, to: dense, by: 997))
      for place in places + Array(dense..<written.count) {
        fseek(changed, place, SEEK_SET)
        fputc(Int32(written[place] ^ 1 << UInt8(place % 8)), changed)
        #expect(!guarded.isWhole(place / Snapshot.blockLength), "byte \(place)")
        fseek(changed, place, SEEK_SET)
        fputc(Int32(written[place]), changed)
      }
      for block in 0..<layoutBlocks { #expect(guarded.isWhole(block)) }
      // What is shorter than it was cannot be read any more.
      #expect(truncate(path, last) == 0)
      #expect(!guarded.isWhole(layoutBlocks - 1))
    }
  }

  @Test func aBlockInTheWrongPlaceIsFound() {
    let bytes = [UInt8](repeating: 7, count: 4096)
    let sums = (0..<100).map { number in
      bytes.withUnsafeBytes { Snapshot.checksum($0, ofBlock: number) }
    }
    #expect(Set(sums).count == 100)
  }

  @Test func theWholeIsVerifiedWhereThatIsAsked() throws {
    var written = bytes(of: graph(nodes: 3000))
    for place in [70_000, written.count - 1] {
      written[place] ^= 4
      try withFile(written) { path in
        let file = try #require(MappedFile(path: path, staysOpen: true))
        #expect(throws: SnapshotError.self) { try Snapshot.open(file) }
      }
      written[place] ^= 4
    }
  }
}
