import FoundationEssentials
import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

/// Writes files whole or not at all.
enum AtomicFile {
  /// Writes the bytes to a temporary file beside the target and renames it, so that a failed run
  /// leaves the old file as it was. A file that has these bytes already is left alone. What is
  /// no ordinary file (a device, a pipe) is written to as it is, never replaced.
  ///
  /// - Returns: whether the file changed.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) -> Bool {
    if isSpecial(path) {
      try writeThrough(bytes, to: path)
      return true
    }
    if let old = try? Data(contentsOf: URL(filePath: path)), old.elementsEqual(bytes) {
      return false
    }
    let temporary = "\(path).\(getpid()).tmp"
    TemporaryFiles.insert(temporary)
    defer { TemporaryFiles.forget(temporary) }
    do {
      try Data(bytes).write(to: URL(filePath: temporary))
    } catch {
      unlink(temporary)
      throw CommandFailure(
        "'\(path)' cannot be written",
        suggestion: "check that its folder is there, that you may write to it, and that the disk "
          + "has room")
    }
    guard rename(temporary, path) == 0 else {
      unlink(temporary)
      throw CommandFailure(
        "'\(path)' cannot be written", suggestion: "check that it is not a folder")
    }
    return true
  }

  /// Refuses a path that cannot be written, before work is done for it.
  static func check(_ path: String) throws(CommandFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw CommandFailure("'\(path)' is a folder", suggestion: "name a file in it")
      }
      if isSpecial(path) { return }
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure(
        "'\(path)' cannot be written: there is no folder '\(folder)'",
        suggestion: "make the folder first, or name another")
    }
    guard access(folder, W_OK) == 0 else {
      throw CommandFailure(
        "'\(path)' cannot be written", suggestion: "check that you may write to its folder")
    }
  }

  /// Whether there is something at the path that is neither an ordinary file nor a folder.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY)
    var start = 0
    while descriptor >= 0, start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno != EINTR { break }
      start += max(count, 0)
    }
    let isClosed = descriptor >= 0 && close(descriptor) == 0
    if !isClosed || start < bytes.count {
      throw CommandFailure(
        "'\(path)' cannot be written", suggestion: "check that you may, and that it has room")
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        "the folder '\(path)' cannot be made",
        suggestion: "check that no file has that name and that you may write there")
    }
  }
}
