import FoundationEssentials
import GraphBuilding
import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

/// All reading from the disk and from standard input.
enum FileAccess {
  /// The files behind the paths that a user gave: a file, a folder with everything in it, or `-`
  /// for standard input. Folders are read in the order of their names, hidden files left out.
  ///
  /// - Throws: every path that cannot be read, at once.
  static func inputs(at paths: [String]) throws(CommandFailure) -> [InputFile] {
    var files: [InputFile] = []
    var problems: [Diagnostic] = []
    for path in paths {
      do throws(CommandFailure) {
        files += try inputs(at: path)
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw CommandFailure(DiagnosticError(problems)) }
    return files
  }

  private static func inputs(at path: String) throws(CommandFailure) -> [InputFile] {
    if path == "-" { return [InputFile(name: "-", bytes: try standardInput())] }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure(
        "there is no file or folder '\(path)'",
        suggestion: "name a document, a data file, a folder, or - for standard input")
    }
    guard isFolder else { return [InputFile(name: path, bytes: try bytes(at: path))] }
    let root = path.hasSuffix("/") ? path : path + "/"
    var files: [InputFile] = []
    for name in try names(below: root) {
      files.append(InputFile(name: root + name, bytes: try bytes(at: root + name)))
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
  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

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
