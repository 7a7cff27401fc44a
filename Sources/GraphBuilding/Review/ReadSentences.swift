internal import GraphModel

/// The sentences of a document as its reader reads them today.
///
/// A page may be broken in ways in which no rule about markup tells what of it is seen. What its
/// reader still reads as the same sentence at the same place stands there all the same.
struct ReadSentences {
  private struct Place: Hashable {
    var range: Range<Int>
    var location: SourceLocation
  }

  /// The places of each sentence, in reading order.
  private var places: [String: [Place]] = [:]

  /// - Complexity: O(length of the article).
  init(_ reading: ArticleReading, of file: InputFile) {
    for sentence in reading.passages.flatMap(\.sentences) {
      let location = SourceLocation(
        file: file.name, line: sentence.line, column: sentence.column)
      places[sentence.text, default: []].append(Place(range: sentence.range, location: location))
    }
    // A claim may quote less than a sentence, or more.
    for claim in reading.claims {
      guard let range = claim.evidence.range else { continue }
      let location = SourceLocation(file: file.name, line: claim.evidence.line)
      let place = Place(range: range, location: location)
      if places[claim.evidence.quote]?.contains(where: { $0.range == range }) != true {
        places[claim.evidence.quote, default: []].append(place)
      }
    }
  }

  /// What became of a quote: it stands at its place, or at the nearest other one; nil where it is
  /// read nowhere.
  ///
  /// - Complexity: O(places of the quote).
  func outcome(_ evidence: Evidence) -> EvidenceFinding.Outcome? {
    let wanted = evidence.range?.lowerBound ?? 0
    let nearest = places[evidence.quote]?.min { one, other in
      (abs(one.range.lowerBound - wanted), one.range.lowerBound)
        < (abs(other.range.lowerBound - wanted), other.range.lowerBound)
    }
    guard let nearest else { return nil }
    let isThere = evidence.range == nil || evidence.range == nearest.range
    let isOnLine = evidence.line == nil || evidence.line == nearest.location.line
    return isThere && isOnLine ? .stands : .moved(to: nearest.location)
  }
}
