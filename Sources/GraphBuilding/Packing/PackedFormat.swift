/// How the bytes of a file are packed: by one of the programs with which data is published.
enum PackedFormat: Sendable, Hashable {
  /// gzip (RFC 1952), one member or several, as `gzip`, `pigz` and `bgzip` write it.
  case gzip
  /// Zstandard (RFC 8878), one frame or several.
  case zstandard

  /// The name, for messages.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstandard: "Zstandard"
    }
  }

  /// The format that the first bytes of a file tell.
  init?(head: [UInt8]) {
    if head.starts(with: [0x1f, 0x8b]) {
      self = .gzip
    } else if Self.beginsFrame(head) {
      self = .zstandard
    } else {
      return nil
    }
  }

  /// A frame, or one that is skipped, which `pzstd` puts before others.
  private static func beginsFrame(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x28, 0xb5, 0x2f, 0xfd])
      || head.count >= 4 && head[0] & 0xf0 == 0x50 && head[1...3].elementsEqual([0x2a, 0x4d, 0x18])
  }

  /// The format that the ending of a file's name tells.
  init?(ending: some StringProtocol) {
    switch ending.lowercased() {
    case "gz", "tgz", "gzip", "bgz": self = .gzip
    case "zst", "tzst", "zstd": self = .zstandard
    default: return nil
    }
  }
}

/// The name of a file as a person wrote it before it was packed.
enum PackedName {
  /// Stands between the name of an archive and that of a file in it.
  static let separator: Character = "!"

  /// The last part of a name, without the archive that it lies in and without the ending that
  /// tells how it is packed: `nodes.tsv` of `data/kg.tar.gz!merged/nodes.tsv.zst`.
  static func plain(_ name: String) -> String {
    var rest = Substring(name)
    if let mark = rest.lastIndex(of: separator), isArchive(rest[..<mark]) {
      rest = rest[rest.index(after: mark)...]
    }
    if let slash = rest.lastIndex(of: "/") { rest = rest[rest.index(after: slash)...] }
    if let dot = rest.lastIndex(of: "."),
      PackedFormat(ending: rest[rest.index(after: dot)...]) != nil
    {
      rest = rest[..<dot]
    }
    return String(rest)
  }

  /// Whether a name is that of a tar archive, packed or not.
  static func isArchive(_ name: some StringProtocol) -> Bool {
    let lower = name.lowercased()
    return [".tar", ".tgz", ".tzst", ".tar.gz", ".tar.zst", ".tar.zstd"].contains {
      lower.hasSuffix($0)
    }
  }
}
