import CBlockGuard

/// A graph as one file that is opened by mapping it: the columns, the index of the names, and the
/// adjacency in both directions.
///
/// A header of 64 bytes, the table of the sections, the table of the checksums, then the sections,
/// each at a multiple of 64 bytes and each a column as it is in memory (little-endian). Columns that
/// are empty are left out. Opening copies nothing.
///
/// The file is cut into blocks of 16 KiB from its beginning, and every block has a checksum, padding
/// included. What goes before the sections is verified when the file is opened, by a checksum in the
/// header; of the block that begins with it only what follows it is summed. A block that holds
/// sections is verified before the first byte of it is read (``BlockGuard``), so a question reads
/// what it needs and nothing that is read was not verified.
package enum Snapshot {
  /// What a file ends with.
  package static let fileExtension = "etg"
  static let magic: [UInt8] = Array("ETIOGRPH".utf8)
  /// Raised with every change of the format: no version reads another's files.
  static let version: UInt32 = 3
  static let headerLength = 64
  static let entryLength = 24
  static let alignment = 64
  /// The bytes that have one checksum.
  static let blockLength = 1 << 14
  /// Files of fewer bytes are read through when they are opened, which takes less than a
  /// millisecond.
  package static let guardedLength = 1 << 22

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
    case strengthTable, strengthCodes
    case evidenceDocument = 70, evidenceSection, evidenceQuote, evidenceStart, evidenceEnd
    case evidenceLine, evidenceHedge, evidenceCertainty, evidenceScope
    case citationOffsets, citationValues, evidenceOfEdge, referenceID
    case nodesByID = 90, nodesByName
    case outgoingOffsets = 100, outgoingNodes, outgoingEdges
    case incomingOffsets, incomingNodes, incomingEdges
  }

  /// The checksum of bytes of a block.
  static func checksum(_ bytes: UnsafeRawBufferPointer, ofBlock number: Int) -> UInt64 {
    cblockguard_checksum(bytes.baseAddress, bytes.count, UInt64(truncatingIfNeeded: number))
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
