internal import GraphModel

/// The works behind an article: those that it cites by key, those of its own list, and where it
/// cites them.
struct CitedWorks {
  /// Cited works first, in the order of their first citation, then the rest of the list.
  private(set) var references: [Reference] = []
  /// Citations by author and year that no entry of the list answers to.
  private(set) var unmatched: [(text: String, location: SourceLocation)] = []
  private let clusters: [CitationCluster]
  private let bibliography: Bibliography
  private let list: ReferenceList

  /// - Complexity: O(clusters + works).
  init(
    _ clusters: [CitationCluster], _ document: Document, _ bibliography: Bibliography,
    _ list: ReferenceList
  ) {
    let notes = document.footnoteMarks.map { mark in
      CitationCluster(
        offset: mark.offset, keys: [.init(name: "note \(mark.label)", source: 0)], isNumeric: true)
    }
    let named = AuthorYearCitations(document, list)
    self.clusters = clusters + notes + named.clusters
    unmatched = named.unmatched
    self.bibliography = bibliography
    self.list = list
    var seen: Set<String> = []
    for cluster in clusters where !cluster.isNumeric {
      for key in cluster.keys {
        guard let entry = bibliography[key.name], seen.insert(entry.reference.id).inserted else {
          continue
        }
        references.append(entry.reference)
      }
    }
    for reference in list.references where seen.insert(reference.id).inserted {
      references.append(reference)
    }
  }

  /// Every citation key, known or not, in reading order. Numbers of a list are no keys.
  func citedKeys(_ document: Document) -> [ArticleReading.CitedKey] {
    clusters.filter { !$0.isNumeric }.flatMap(\.keys).map { key in
      ArticleReading.CitedKey(
        key: key.name, location: document.source.location(of: key.source))
    }
  }

  /// Aligns the citations with sentences.
  func aligner(_ document: Document) -> CitationAligner {
    CitationAligner(clusters, text: document.text) { cluster in
      cluster.keys.compactMap { key in
        cluster.isNumeric
          ? list.position(of: key.name).map { list.references[$0].id }
          : bibliography[key.name]?.reference.id
      }
    }
  }
}
