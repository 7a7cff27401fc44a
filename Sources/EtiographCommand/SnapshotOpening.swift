import GraphModel

/// A graph that `etiograph compile` wrote, where one is named instead of documents.
enum SnapshotOpening {
  /// The graph of the one path where that is a compiled graph; nil where none of the paths is.
  ///
  /// Of a long file each part is verified before it is read, and damage found then ends the command
  /// (``Attendance``).
  ///
  /// - Parameter verifies: whether to read all of it through at once.
  /// - Throws: where the file is damaged or another version's, or where it is named beside others.
  static func open(
    _ paths: [String], vocabularies: [String], base: String?, verifies: Bool = false
  ) throws(CommandFailure) -> KnowledgeGraph? {
    for path in paths {
      let isNamedSo = path.lowercased().hasSuffix(".\(Snapshot.fileExtension)")
      guard isNamedSo || FileAccess.beginsAsSnapshot(path) else { continue }
      guard paths.count == 1, vocabularies.isEmpty, base == nil else {
        throw CommandFailure(
          "'\(path)' is a compiled graph, which is read by itself",
          suggestion: "give the documents, vocabularies and base when it is compiled")
      }
      guard let file = MappedFile(path: path, staysOpen: true) else {
        throw CommandFailure(
          "there is no file '\(path)' that can be read", suggestion: "check its name")
      }
      do throws(SnapshotError) {
        return try Snapshot.open(file, verifying: verifies ? .whole : .asRead)
      } catch {
        throw damaged(path, reason(error))
      }
    }
    return nil
  }

  /// Says what a file suffers from.
  private static func damaged(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      "'\(path)' \(reason)", suggestion: "make it anew with 'etiograph compile'")
  }

  /// What is said where damage is found after the file was opened.
  static func failure(_ damage: BlockGuard.Damage) -> CommandFailure {
    damaged(
      damage.path,
      damage.isDamaged
        ? reason(.damaged("a part of it")) : "cannot be read any more, or was changed meanwhile")
  }

  private static func reason(_ error: SnapshotError) -> String {
    switch error {
    case .notASnapshot: "is no compiled graph"
    case .otherVersion(let version):
      "was compiled by another version of etiograph (its format is \(version))"
    case .wrongLength: "is not as long as it was when it was written"
    case .damaged(let part): "is damaged: \(part) is not what was written"
    }
  }
}
