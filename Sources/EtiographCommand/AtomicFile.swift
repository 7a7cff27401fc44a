import FoundationEssentials
import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

/// Writes files whole or not at all.
enum AtomicFile {
  /// Writes the bytes to a temporary file beside the target and renames it, so that a failed run
  /// leaves the old file as it was. A file that has these bytes already is left alone.
  ///
  /// - Returns: whether the file changed.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) -> Bool {
    if let old = try? Data(contentsOf: URL(filePath: path)), old.elementsEqual(bytes) {
      return false
    }
    let temporary = "\(path).\(getpid()).tmp"
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
