import GraphModel

/// A graph that `etiograph compile` wrote, where one is named instead of documents.
enum SnapshotOpening {
  /// The graph of the one path where that is a compiled graph; nil where none of the paths is.
  ///
  /// A file that was whole when it was last read through, and has not changed since, is not read
  /// through again.
  ///
  /// - Parameter verifies: whether to read it through whatever is known of it.
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
      guard let file = MappedFile(path: path) else {
        throw CommandFailure(
          "there is no file '\(path)' that can be read", suggestion: "check its name")
      }
      do throws(SnapshotError) {
        let known = VerifiedFiles()
        let isVerified = !verifies && known.contains(file.state)
        // What changes while it is read through has another state afterwards.
        let isSettled = !file.state.isFresh
        let graph = try Snapshot.open(file, isVerified: isVerified)
        if !isVerified, isSettled, FileState(path: path) == file.state { known.insert(file.state) }
        return graph
      } catch {
        throw CommandFailure(
          "'\(path)' \(reason(error))",
          suggestion: "make it anew with 'etiograph compile'")
      }
    }
    return nil
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
