import FoundationEssentials
import GraphModel

/// Remembers which compiled graphs were whole when they were last read through, so that opening one
/// again need not read all of it: a file is known by its place on the disk, its length and when it
/// last changed. Kept under the user's cache folder; where none can be written to, every file is
/// read through every time.
struct VerifiedFiles {
  private let folder: String?

  /// In `$XDG_CACHE_HOME/etiograph`, else `~/.cache/etiograph` (XDG Base Directory Specification
  /// 0.8).
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      folder = cache + "/etiograph/verified"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.cache/etiograph/verified"
    } else {
      folder = nil
    }
  }

  /// Whether a file was whole in this state.
  func contains(_ state: FileState) -> Bool {
    guard let path = path(of: state), let known = try? Data(contentsOf: URL(filePath: path)) else {
      return false
    }
    return known.elementsEqual(Self.line(state).utf8)
  }

  /// Remembers that a file is whole in this state. A state that another change could still bear is
  /// not remembered.
  func insert(_ state: FileState) {
    guard let folder, let path = path(of: state), !state.isFresh else { return }
    // To remember is a favour: where it cannot be done, the file is read through again.
    try? AtomicFile.makeFolder(folder)
    _ = try? AtomicFile.write(Array(Self.line(state).utf8), to: path)
  }

  private func path(of state: FileState) -> String? {
    folder.map { "\($0)/\(state.device)-\(state.number)" }
  }

  private static func line(_ state: FileState) -> String {
    "whole when \(state.length) bytes long, changed at \(state.contentChange) \(state.change)\n"
  }
}
