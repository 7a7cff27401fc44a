import FoundationEssentials
import GraphBuilding
import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

/// All reading from the disk and from standard input.
enum FileAccess {
  /// A file's path and bytes.
  struct Found {
    /// The path that was named, and what follows below it.
    var path: String
    private let content: Content

    private enum Content {
      case bytes([UInt8])
      case mapped(MappedFile)
    }

    init(path: String, bytes: [UInt8]) {
      self.path = path
      content = .bytes(bytes)
    }

    init(path: String, mapped: MappedFile) {
      self.path = path
      content = .mapped(mapped)
    }

    /// The content as a file of this name.
    func file(named name: String) -> InputFile {
      switch content {
      case .bytes(let bytes): InputFile(name: name, bytes: bytes)
      case .mapped(let file): InputFile(name: name, mapped: file)
      }
    }
  }

  /// The least length of a table that is mapped rather than read.
  private static let mappedLength = 1 << 16

  /// The files behind a path that a user gave: a file, a folder with everything in it, or `-` for
  /// standard input. Folders are read in the order of their names, hidden files left out.
  static func files(at path: String) throws(CommandFailure) -> [Found] {
    if path == "-" { return [Found(path: path, bytes: try standardInput())] }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      // The folder that nobody named.
      let isStandard = path == GraphOptions.standardFolder
      throw CommandFailure(
        "there is no file or folder '\(path)'" + (isStandard ? " here" : ""),
        suggestion: isStandard
          ? "name a document, a data file or a folder with -g, or - for standard input"
          : "name a document, a data file, a folder, or - for standard input")
    }
    guard isFolder else { return [try found(at: path)] }
    let root = path.hasSuffix("/") ? path : path + "/"
    var files: [Found] = []
    for name in try names(below: root) {
      files.append(try found(at: root + name))
    }
    return files
  }

  /// The files below a folder, sorted by the bytes of their relative names.
  private static func names(below root: String) throws(CommandFailure) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let entries: [String]
      do {
        entries = try FileManager.default.contentsOfDirectory(atPath: root + folder)
      } catch {
        throw CommandFailure("the folder '\(root + folder)' cannot be read")
      }
      for entry in entries where !entry.hasPrefix(".") {
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: root + folder + entry, isDirectory: &isFolder)
        if isFolder, !isLink(root + folder + entry) {
          folders.append(folder + entry + "/")
        } else if !isFolder {
          found.append(folder + entry)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A link to a folder is not followed: it may lead in a circle.
  /// Whether there is a folder at the path.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// Large tables are read where they lie, all else is read at once.
  private static func found(at path: String) throws(CommandFailure) -> Found {
    if isTable(path), let mapped = MappedFile(path: path), mapped.bytes.count >= mappedLength {
      return Found(path: path, mapped: mapped)
    }
    return Found(path: path, bytes: try bytes(at: path))
  }

  /// Whether a file begins as a compiled graph does.
  static func beginsAsSnapshot(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return false }
    defer { _ = close(descriptor) }
    var start = [UInt8](repeating: 0, count: 8)
    return read(descriptor, &start, 8) == 8 && Snapshot.isSnapshot(start)
  }

  private static func isTable(_ path: String) -> Bool {
    let ending = path.lowercased().split(separator: ".").last ?? ""
    return tableEndings.contains(String(ending))
  }

  /// The endings of tables, of packed files and of archives.
  private static let tableEndings: Set<String> = [
    "tsv", "tab", "csv", "sif", "jsonl", "ndjson", "gz", "tgz", "bgz", "gzip", "zst", "zstd",
    "tzst", "tar",
  ]

  private static func bytes(at path: String) throws(CommandFailure) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw CommandFailure(
        "the file cannot be read", at: SourceLocation(file: path),
        suggestion: "check that you may read it")
    }
  }

  private static func standardInput() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw CommandFailure("standard input cannot be read")
      }
    }
  }
}
