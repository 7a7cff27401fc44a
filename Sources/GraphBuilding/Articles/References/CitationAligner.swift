internal import GraphModel

/// Gives each statement the works that are cited for it.
struct CitationAligner {
  private struct Place {
    var offset: Int
    var isNarrative: Bool
    var works: [String]
  }
  private var places: [Place] = []
  private let text: [UInt8]

  /// Whether the article cites anything in its text.
  var isEmpty: Bool { places.isEmpty }

  /// - Parameter works: the references that a cluster's keys stand for.
  init(
    _ clusters: [CitationCluster], text: [UInt8], works: (CitationCluster) -> [String]
  ) {
    self.text = text
    places = clusters.compactMap { cluster in
      let found = works(cluster)
      return found.isEmpty
        ? nil
        : Place(offset: cluster.offset, isNarrative: cluster.isNarrative, works: found)
    }
    .sorted { $0.offset < $1.offset }
  }

  /// The works cited for a statement.
  ///
  /// Citations at the end of a sentence, and those that are part of it ("@key found …"), back all
  /// that it states. Where they stand within it, each backs what is named between the one before
  /// it and itself: "A [@a] and B [@b] cause C".
  ///
  /// - Parameters:
  ///   - thing: where the statement's own thing is named; nil for what heads the sentence.
  /// - Complexity: O(log clusters + clusters of the sentence).
  func works(for quote: Range<Int>, thing: Range<Int>?) -> [String] {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset <= quote.lowerBound { low = middle + 1 } else { high = middle }
    }
    if low > 0, places[low - 1].isNarrative, places[low - 1].offset == quote.lowerBound { low -= 1 }
    var own: [Place] = []
    while low < places.count, places[low].offset <= quote.upperBound {
      own.append(places[low])
      low += 1
    }
    var works: [String] = []
    func take(_ found: [String]) {
      for work in found where !works.contains(work) { works.append(work) }
    }
    let within = own.filter { !$0.isNarrative }
    let isSplit = within.contains { hasWords($0.offset..<quote.upperBound) }
    for place in own where place.isNarrative { take(place.works) }
    guard isSplit, let thing else {
      for place in within { take(place.works) }
      return works
    }
    guard let next = within.first(where: { $0.offset >= thing.upperBound }) else { return works }
    for place in within where place.offset == next.offset { take(place.works) }
    return works
  }

  private func hasWords(_ range: Range<Int>) -> Bool {
    range.contains { text[$0].isLetterByte && text[$0] < 0x80 }
  }
}
