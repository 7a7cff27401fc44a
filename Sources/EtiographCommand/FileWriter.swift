import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

/// Writes a file part by part to a temporary name beside the target, and renames it at the end.
final class FileWriter {
  private let path: String
  private let temporary: String
  private var descriptor: Int32

  init(replacing path: String) throws(CommandFailure) {
    self.path = path
    temporary = "\(path).\(getpid()).tmp"
    descriptor = -1
    if AtomicFile.isSpecial(path) {
      throw CommandFailure(
        "'\(path)' is no ordinary file, and would be replaced", suggestion: "name a file")
    }
    TemporaryFiles.insert(temporary)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      TemporaryFiles.forget(temporary)
      throw failure
    }
  }

  private var failure: CommandFailure {
    CommandFailure(
      "'\(path)' cannot be written: \(String(cString: strerror(errno)).lowercased())",
      suggestion: "check that its folder is there, that you may write to it, and that the disk "
        + "has room")
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, min(rest.count, 1 << 30))
      if count < 0, errno != EINTR { throw failure }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  /// Puts the file in the place of the old one.
  func finish() throws(CommandFailure) {
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isClosed, rename(temporary, path) == 0 else { throw failure }
    TemporaryFiles.forget(temporary)
  }

  /// Leaves the old file as it was.
  func abandon() {
    if descriptor >= 0 { _ = close(descriptor) }
    unlink(temporary)
    TemporaryFiles.forget(temporary)
  }
}
