extension Snapshot {
  /// Whether a file begins as a snapshot does.
  package static func isSnapshot(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: magic)
  }

  /// How much of a file is verified when.
  package enum Verification {
    /// All of it, when it is opened.
    case whole
    /// Each block before it is first read, where the file is long and the system has the means.
    case asRead
  }

  /// The graph of a snapshot, whose columns look into the mapped file.
  ///
  /// Verified at once are its length, the header, both tables, and that every section lies within the
  /// file and is as long as the graph says; every block then at once or before it is first read. What
  /// is read is what was written, so no number from the file can lead anywhere else. Where a block
  /// that is read later is damaged, the process ends with an error instead of an answer
  /// (``BlockGuard``).
  ///
  /// - Parameters:
  ///   - file: a file that was mapped to stay open, where it is to be verified as it is read.
  ///   - guardedLength: the least length of a file that is verified as it is read.
  /// - Complexity: O(length) time, on all threads, for the whole; else O(blocks). O(blocks) space
  ///   besides the mapped pages.
  package static func open(
    _ file: MappedFile, verifying: Verification = .whole, guardedLength: Int = guardedLength,
    threads: Int = Parallel.standardThreads
  ) throws(SnapshotError) -> KnowledgeGraph {
    let opened = try SnapshotFile(
      file, verifies: verifying == .whole || file.bytes.count < guardedLength, threads: threads)
    return KnowledgeGraph(try opened.storage())
  }
}
