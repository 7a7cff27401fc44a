/// A graph as one file that is opened by mapping it: the columns, the index of the names, and the
/// adjacency in both directions.
///
/// A header of 64 bytes, the table of the sections, then the sections, each at a multiple of 64
/// bytes and each a column as it is in memory (little-endian). Columns that are empty are left
/// out. Opening copies nothing; a file that is not known to be whole is read once to verify it.
///
/// The header tells version, length and a checksum of itself and of the table; the table tells of
/// each section its place, its length and its checksum.
package enum Snapshot {
  /// What a file ends with.
  package static let fileExtension = "etg"
  static let magic: [UInt8] = Array("ETIOGRPH".utf8)
  /// Raised with every change of the format: no version reads another's files.
  static let version: UInt32 = 2
  static let headerLength = 64
  static let entryLength = 32
  static let alignment = 64

  /// The sections, by the numbers that stand in files.
  enum Section: UInt32, CaseIterable {
    case texts = 1
    case stringBytes = 10, stringOffsets
    case nodeID = 20, nodeLabel, nodeRole, descriptionRows, descriptionValues
    case categoryOffsets, categoryValues, synonymOffsets, synonymValues
    case abbreviationOffsets, abbreviationValues, exactOffsets, exactValues
    case closeOffsets, closeValues, nodeFieldOffsets, nodeFieldValues
    case subject = 50, object, predicate, flags, certainty, knowledgeLevel, agentType
    case givenIDRows, givenIDValues, sourceRows, sourceValues, edgeFieldOffsets, edgeFieldValues
    case evidenceDocument = 70, evidenceSection, evidenceQuote, evidenceStart, evidenceEnd
    case evidenceLine, evidenceHedge, evidenceCertainty, evidenceScope
    case citationOffsets, citationValues, evidenceOfEdge, referenceID
    case nodesByID = 90, nodesByName
    case outgoingOffsets = 100, outgoingNodes, outgoingEdges
    case incomingOffsets, incomingNodes, incomingEdges
  }
}

/// Why a file is no snapshot that can be read.
package enum SnapshotError: Error, Sendable, Equatable {
  /// It does not begin as one.
  case notASnapshot
  /// Another version of the program wrote it.
  case otherVersion(UInt32)
  /// It was cut short, or grew.
  case wrongLength
  /// A part is not what was written.
  case damaged(String)
}

/// Checksums of sections: the hash of the hashes of blocks of a mebibyte, which several threads
/// make.
enum SnapshotChecksum {
  static let blockLength = 1 << 20

  static func of(_ bytes: UnsafeRawBufferPointer, threads: Int) -> UInt64 {
    let count = bytes.count
    if count == 0 { return 0 }
    let blocks = (count - 1) / blockLength + 1
    nonisolated(unsafe) let base = bytes.bindMemory(to: UInt8.self)
    let hashes = Column<UInt64>(count: blocks) { buffer in
      nonisolated(unsafe) let hashes = buffer
      Parallel.forEachChunk(count: count, length: blockLength, threads: threads) { block, range in
        hashes[block] = ByteHash.hash(UnsafeBufferPointer(rebasing: base[range]))
      }
    }
    return hashes.withUnsafeBufferPointer { hashes in
      UnsafeRawBufferPointer(hashes).withMemoryRebound(to: UInt8.self) { ByteHash.hash($0) }
    } ^ UInt64(truncatingIfNeeded: count)
  }
}
