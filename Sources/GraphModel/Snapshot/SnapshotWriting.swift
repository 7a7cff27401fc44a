extension Snapshot {
  /// Writes a graph, part by part, to whatever takes bytes.
  ///
  /// The same graph gives the same bytes, on every machine and with any number of threads.
  ///
  /// - Complexity: O(size of the graph); besides the graph, 16 bytes an edge, 8 a node and 32 a
  ///   name where the graph has no adjacency and no index of names yet.
  package static func write<Failure: Error>(
    _ graph: KnowledgeGraph, threads: Int = Parallel.standardThreads,
    to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let parts = SnapshotParts(graph, threads: threads)
    // The sections look into columns that nothing else may keep alive.
    defer { withExtendedLifetime(parts) {} }
    let layout = SnapshotLayout(parts.sections)
    var written = 0
    func put(_ bytes: [UInt8]) throws(Failure) {
      written += bytes.count
      let column = Column(bytes)
      defer { withExtendedLifetime(column) {} }
      try sink(UnsafeRawBufferPointer(column.unsafeBuffer))
    }
    try put(prelude(layout, sums: layout.checksums(threads: threads)))
    for (part, offset) in zip(layout.parts, layout.offsets) {
      if offset > written { try put([UInt8](repeating: 0, count: offset - written)) }
      try sink(part.bytes)
      written += part.bytes.count
    }
  }

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  /// What goes before the sections: the header, and the two tables.
  static func prelude(_ layout: SnapshotLayout, sums: [UInt64]) -> [UInt8] {
    var table = SnapshotTextWriter()
    for (part, offset) in zip(layout.parts, layout.offsets) {
      table.write(Int(part.section.rawValue) | part.stride << 32)
      table.write(offset)
      table.write(part.bytes.count / part.stride)
    }
    for sum in sums { table.write(Int(bitPattern: UInt(sum))) }
    return header(
      length: layout.length, sections: layout.parts.count, blocks: sums.count, tables: table.bytes)
      + table.bytes
  }

  /// Magic, version and number of sections, length, checksum of all that goes before the sections,
  /// number of blocks.
  static func header(length: Int, sections: Int, blocks: Int, tables: [UInt8]) -> [UInt8] {
    var start = SnapshotTextWriter()
    start.write(Int(version) | sections << 32)
    start.write(length)
    var end = SnapshotTextWriter()
    end.write(blocks)
    let filling = [UInt8](repeating: 0, count: headerLength - 40)
    let sum = (magic + start.bytes + end.bytes + filling + tables).withUnsafeBytes {
      checksum($0, ofBlock: 0)
    }
    var middle = SnapshotTextWriter()
    middle.write(Int(bitPattern: UInt(sum)))
    return magic + start.bytes + middle.bytes + end.bytes + filling
  }
}
