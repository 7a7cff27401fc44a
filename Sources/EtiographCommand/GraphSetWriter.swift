import FoundationEssentials
import GraphBuilding
import GraphExport
import GraphModel

/// Writes a graph that is several files: beside each other, or in an archive, packed or not.
///
/// All are written under temporary names first and put in their places together, so that a failed
/// run leaves the old files as they were.
struct GraphSetWriter {
  /// Where the files go.
  private enum Place {
    /// Files whose names begin so.
    case files(prefix: String)
    /// A tar archive, and the name of the graph in it.
    case archive(path: String, name: String)
  }

  private let place: Place
  private let packing: Packing?

  /// - Parameters:
  ///   - output: a folder, which ends in `/` or is there; the name of an archive (`.tar`, `.tar.gz`,
  ///     `.tgz`, `.tar.zst`); or what the names of the files begin with, after which `.tsv` and
  ///     `.jsonl` are left out, and `.gz` and `.zst` say how the files are packed.
  ///   - stem: what the graph is called where the output does not say it.
  init(_ output: String, format: ExportFormat, stem: String) throws(CommandFailure) {
    guard output != "-" else {
      throw CommandFailure(
        "\(format.name) is a pair of files and cannot be written to standard output",
        suggestion: "add -o with a folder (kg/), a name (kg) or an archive (kg.tar.gz)")
    }
    var isFolder = FileAccess.isFolder(output)
    if output.hasSuffix("/") {
      if !isFolder { try AtomicFile.makeFolder(output) }
      isFolder = true
    }
    if isFolder {
      let last = output.split(separator: "/").last.map(String.init) ?? ""
      let name = last.isEmpty || last == "." || last == ".." ? stem : last
      place = .files(prefix: (output.hasSuffix("/") ? output : output + "/") + name)
      packing = nil
      return
    }
    var (packing, rest) = Packing.ofName(output)
    let lower = output.lowercased()
    let isTar =
      rest.lowercased().hasSuffix(".tar") || lower.hasSuffix(".tgz")
      || lower.hasSuffix(".tzst")
    if rest.lowercased().hasSuffix(".tar") { rest.removeLast(4) }
    if rest.lowercased().hasSuffix(".\(format.fileExtension)") {
      rest.removeLast(format.fileExtension.utf8.count + 1)
      // Either of the pair stands for both.
      if rest.hasSuffix("_nodes") || rest.hasSuffix("_edges") { rest.removeLast(6) }
    }
    self.packing = packing
    let name = rest.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !name.isEmpty else {
      throw CommandFailure(
        "'\(output)' names no graph", suggestion: "give a name, as in -o kg or -o kg.tar.gz")
    }
    try AtomicFile.check(output)
    place = isTar ? .archive(path: output, name: String(name)) : .files(prefix: rest)
  }

  /// Writes the files.
  ///
  /// - Returns: their paths.
  @discardableResult
  func write(_ parts: [ExportedPart]) throws(CommandFailure) -> [String] {
    switch place {
    case .files(let prefix): return try writeFiles(parts, prefix)
    case .archive(let path, let name):
      try writeArchive(parts, path, name)
      return [path]
    }
  }

  private func writeFiles(
    _ parts: [ExportedPart], _ prefix: String
  ) throws(CommandFailure) -> [String] {
    let ending =
      switch packing {
      case .gzip: ".gz"
      case .zstandard: ".zst"
      case nil: ""
      }
    var writers: [FileWriter] = []
    var paths: [String] = []
    do throws(CommandFailure) {
      for part in parts {
        // What is said of the graph is short, and read by people.
        let isPacked = packing != nil && part.suffix != Self.description
        let path = prefix + part.suffix + (isPacked ? ending : "")
        try AtomicFile.check(path)
        paths.append(path)
        let writer = try FileWriter(replacing: path)
        writers.append(writer)
        var stream = PackingFile(writer, isPacked ? packing : nil)
        for chunk in part.chunks { try stream.write(chunk) }
        try stream.finish()
      }
      for writer in writers { try writer.finish() }
    } catch {
      for writer in writers { writer.abandon() }
      throw error
    }
    if !parts.contains(where: { $0.suffix == Self.description }) {
      Self.removeDescription(prefix + Self.description)
    }
    return paths
  }

  private static let description = "_metadata.json"

  /// Removes what was said of an earlier graph of the name, since it is not true of this one.
  private static func removeDescription(_ path: String) {
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      InputFormat(of: InputFile(name: path, bytes: Array(data))) == .kgxDescription
    else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  private func writeArchive(
    _ parts: [ExportedPart], _ path: String, _ name: String
  ) throws(CommandFailure) {
    let writer = try FileWriter(replacing: path)
    do throws(CommandFailure) {
      var stream = PackingFile(writer, packing)
      for part in parts {
        // The length of a member stands before it: the file is made twice, and never held.
        let size = part.chunks.reduce(0) { $0 + $1.count }
        guard let header = TarHeader.block(of: name + part.suffix, size: size) else {
          throw CommandFailure(
            "'\(name)' is too long for a name in an archive", suggestion: "give a shorter one")
        }
        try stream.write(header)
        for chunk in part.chunks { try stream.write(chunk) }
        let padding = (TarHeader.blockSize - size % TarHeader.blockSize) % TarHeader.blockSize
        try stream.write([UInt8](repeating: 0, count: padding))
      }
      try stream.write([UInt8](repeating: 0, count: TarHeader.blockSize * 2))
      try stream.finish()
      try writer.finish()
    } catch {
      writer.abandon()
      throw error
    }
  }
}

/// A file that is packed while it is written, or written as it is.
private struct PackingFile {
  private let writer: FileWriter
  private var packed: PackedWriter?

  init(_ writer: FileWriter, _ packing: Packing?) {
    self.writer = writer
    packed = packing.map { PackedWriter($0) }
  }

  mutating func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(CommandFailure) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(CommandFailure) {
    guard packed != nil else { return try writer.write(bytes) }
    let writer = self.writer
    let isPacked = try packed?.write(bytes) { (block) throws(CommandFailure) in
      try writer.write(block)
    }
    if isPacked == false { throw Self.noMemory }
  }

  mutating func finish() throws(CommandFailure) {
    let writer = self.writer
    let isPacked = try packed?.finish { (block) throws(CommandFailure) in try writer.write(block) }
    if isPacked == false { throw Self.noMemory }
  }

  private static var noMemory: CommandFailure {
    CommandFailure("there is not enough memory to pack the file")
  }
}
