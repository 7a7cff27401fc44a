/// Reads the members of a tar archive, one after the other, from a file or while it is unpacked.
///
/// The names of members are only shown and never used as paths: nothing is written anywhere.
/// Links, folders and devices are passed over.
///
/// - Complexity: O(n) time over the archive, space for the members that are wanted.
struct TarArchive {
  /// Where the archive comes from.
  protocol Source {
    /// The next bytes, fewer at the end.
    mutating func take(_ count: Int) throws(UnpackingProblem) -> HeldBytes
    mutating func skip(_ count: Int) throws(UnpackingProblem) -> Int
    /// A member's content.
    mutating func file(named name: String, size: Int) throws(UnpackingProblem) -> InputFile
    var offset: Int { get }
  }

  /// Names longer than this are none.
  private static let longestName = 1 << 16

  /// The wanted members, in the order of the archive.
  ///
  /// - Parameter wants: whether a member of a name is to be read.
  static func members<From: Source>(
    of source: inout From, wants: (String) -> Bool
  ) throws(UnpackingProblem) -> [InputFile] {
    var files: [InputFile] = []
    var longName: String?
    while true {
      let block = try source.take(TarHeader.blockSize)
      if block.bytes.allSatisfy({ $0 == 0 }) {
        // An archive ends with blocks of zeros, or just ends. What follows is read all the same,
        // so that a packed file is known to be whole.
        if block.bytes.isEmpty || block.bytes.count == TarHeader.blockSize {
          _ = try source.skip(.max)
          return files
        }
      }
      guard let header = TarHeader(block.bytes) else {
        if block.bytes.count < TarHeader.blockSize { throw .truncated("tar", at: source.offset) }
        throw .damaged("tar", at: source.offset - TarHeader.blockSize, "no header stands there")
      }
      switch header.kind {
      case .longName, .records:
        guard header.size <= Self.longestName else {
          throw .damaged("tar", at: source.offset, "a name is too long")
        }
        let text = try source.take(header.paddedSize)
        guard text.bytes.count == header.paddedSize else {
          throw .truncated("tar", at: source.offset)
        }
        let used = UnsafeBufferPointer(rebasing: text.bytes[..<header.size])
        longName =
          header.kind == .longName
          ? String(decoding: used.prefix { $0 != 0 }, as: UTF8.self)
          : TarHeader.path(inRecords: used) ?? longName
      case .file:
        let name = shown(longName ?? header.name)
        longName = nil
        if wants(name) {
          files.append(try source.file(named: name, size: header.size))
          let padding = header.paddedSize - header.size
          // The last member's padding may be missing.
          _ = try source.skip(padding)
        } else if try source.skip(header.paddedSize) < header.size {
          throw .truncated("tar", at: source.offset)
        }
      case .other:
        longName = nil
        // Only a file has content, but some programs write a size for others.
        _ = try source.skip(header.paddedSize)
      }
    }
  }

  /// The name without what leads out of the archive.
  private static func shown(_ name: String) -> String {
    name.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
  }
}

/// An archive that is not packed: its members lie where they are.
struct PlainTarSource: TarArchive.Source {
  let archive: InputFile
  private let count: Int
  private(set) var offset = 0

  init(_ archive: InputFile) {
    self.archive = archive
    count = archive.withBytes(\.count)
  }

  mutating func take(_ count: Int) -> HeldBytes {
    let range = offset..<min(offset + count, self.count)
    offset = range.upperBound
    return archive.withBytes { HeldBytes($0[range]) }
  }

  mutating func skip(_ count: Int) -> Int {
    let taken = min(count, self.count - offset)
    offset += taken
    return taken
  }

  mutating func file(named name: String, size: Int) throws(UnpackingProblem) -> InputFile {
    guard size <= count - offset else { throw .truncated("tar", at: count) }
    defer { offset += size }
    return archive.part(named: name, offset..<(offset + size))
  }
}

/// An archive that is unpacked as it is read: the wanted members are held in memory.
struct PackedTarSource: TarArchive.Source {
  let stream: UnpackingStream
  let archiveName: String

  /// A place in the packed file.
  var offset: Int { stream.offset }

  mutating func take(_ count: Int) throws(UnpackingProblem) -> HeldBytes {
    let held = HeldBytes()
    while held.bytes.count < count {
      if try held.append(from: stream, atMost: count - held.bytes.count) == 0 { break }
    }
    return held
  }

  mutating func skip(_ count: Int) throws(UnpackingProblem) -> Int {
    let block = Pile<UInt8>(minimumCapacity: min(max(count, 1), 1 << 20))
    var skipped = 0
    while skipped < count {
      let room = UnsafeMutableBufferPointer(
        start: block.base, count: min(count - skipped, block.capacity))
      let taken = try stream.read(into: room)
      if taken == 0 { break }
      skipped += taken
    }
    return skipped
  }

  mutating func file(named name: String, size: Int) throws(UnpackingProblem) -> InputFile {
    let held = try take(size)
    guard held.bytes.count == size else { throw .truncated("tar", at: stream.offset) }
    return InputFile(name: "\(archiveName)\(PackedName.separator)\(name)", held: held)
  }
}
