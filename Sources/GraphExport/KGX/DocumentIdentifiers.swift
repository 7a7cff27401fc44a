import GraphModel

/// The identifiers of a graph's documents: `etiograph:document/` and the file's name.
///
/// What is no ASCII letter, digit, `-`, `_`, `~` or `.` is percent-encoded. Documents are told
/// apart by position: the second of a name gets `-2`, and so on.
struct DocumentIdentifiers: Sendable {
  private let ids: [String]

  init(_ documents: [SourceDocument]) {
    var taken = Set<String>()
    ids = documents.map { document in
      let parts = document.name.split(separator: "/", omittingEmptySubsequences: false)
      let path = parts.map { IRISyntax.percentEncoded($0) }.joined(separator: "/")
      let id = "\(PrefixMap.local):document/\(path)"
      var unique = id
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(id)-\(number)"
        number += 1
      }
      return unique
    }
  }

  /// The identifier of a document; nil for one that the graph has not.
  subscript(index: DocumentIndex) -> String? {
    index.position < ids.count ? ids[index.position] : nil
  }
}
