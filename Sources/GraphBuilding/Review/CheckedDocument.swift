internal import GraphModel

/// A document of today in which quotes are looked up.
final class CheckedDocument {
  let source: SourceText
  private let matcher: QuoteMatcher
  /// Where each word begins; made when a quote is first not found at its place.
  private lazy var words = WordPlaces(source.bytes)
  /// The article as it is read today; read when a quote is first not found at its place.
  private lazy var reading = ArticleReader().read(
    file, bibliography: Bibliography(), vocabulary: Vocabulary(), keepsText: true)
  private lazy var sentences = ReadSentences(reading, of: file)
  private lazy var likeSentences = LikeSentences(reading)
  private let file: InputFile

  init(_ file: InputFile) {
    self.file = file
    let read = DocumentReader.decode(file)
    source = read.source
    matcher = QuoteMatcher(read.source, read.format)
  }

  func outcome(_ evidence: Evidence) -> EvidenceFinding.Outcome {
    let quote = Array(evidence.quote.utf8)
    let range = evidence.range.flatMap(bytes)
    if let range, matcher.stands(quote, at: range) {
      let place = source.location(of: range.lowerBound)
      return evidence.line == nil || evidence.line == place.line ? .stands : .moved(to: place)
    }
    let read = sentences.outcome(evidence)
    if read == .stands { return .stands }
    let old = range?.lowerBound ?? evidence.range.map { _ in source.bytes.count }
    if let found = place(of: quote, near: old ?? 0) {
      // A graph that tells no range says only that the quote stands in the document.
      let place = source.location(of: found)
      let isAsSaid = evidence.line == nil || evidence.line == place.line
      return evidence.range == nil && isAsSaid ? .stands : .moved(to: place)
    }
    return read ?? .gone(nearest: likeSentences.nearest(to: evidence.quote))
  }

  private func bytes(_ scalars: Range<Int>) -> Range<Int>? {
    guard let start = source.byteOffset(ofScalar: scalars.lowerBound),
      let end = source.byteOffset(ofScalar: scalars.upperBound), start <= end
    else { return nil }
    return start..<end
  }

  /// The nearest place at which the quote stands.
  private func place(of quote: [UInt8], near old: Int) -> Int? {
    let word = WordPlaces.firstWord(of: quote)
    // What stands before the first word is looked at where the word was found.
    let rest = Array(quote[word.lowerBound...])
    let places = words.places(of: Array(quote[word]))
    // From the old place outwards: most quotes moved by a few lines.
    var above = places.partitioningIndex { $0 >= old }
    var below = above - 1
    while below >= 0 || above < places.count {
      let takesBelow =
        above >= places.count || below >= 0 && old - places[below] <= places[above] - old
      let start = places[takesBelow ? below : above]
      if takesBelow { below -= 1 } else { above += 1 }
      guard matcher.end(of: rest, from: start) != nil else { continue }
      if let found = whole(quote, word.lowerBound, endingAt: start) { return found }
    }
    return nil
  }

  /// Where a quote begins of which all but the first bytes were found.
  private func whole(_ quote: [UInt8], _ count: Int, endingAt place: Int) -> Int? {
    if count == 0 { return place }
    // Marks make the bytes before the first word longer in the file than in the quote.
    for start in stride(from: place - 1, through: max(0, place - count - 64), by: -1)
    where matcher.end(of: quote, from: start) != nil
      && matcher.stands(
        Array(quote[..<count]), at: start..<place)
    {
      return start
    }
    return nil
  }
}

/// The places of the words of ASCII letters in a text.
private struct WordPlaces {
  private let bytes: [UInt8]
  private var places: [UInt64: [Int]] = [:]

  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      guard Self.isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
      places[Self.key(bytes[start..<index]), default: []].append(start)
    }
  }

  /// Every place at which a word could stand; for a text without a word, every byte that begins
  /// like it.
  func places(of word: [UInt8]) -> [Int] {
    guard let first = word.first else { return [] }
    if Self.isLetter(first) { return places[Self.key(word[...])] ?? [] }
    return bytes.indices.filter { bytes[$0] == first }
  }

  /// The first word of a text; for a text without any, all of it.
  static func firstWord(of text: [UInt8]) -> Range<Int> {
    guard let start = text.firstIndex(where: isLetter) else { return 0..<text.count }
    return start..<(text[start...].firstIndex { !isLetter($0) } ?? text.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isUpperByte || byte.isLowerByte }

  /// FNV-1a, 64 bits (https://datatracker.ietf.org/doc/draft-eastlake-fnv/); of two words with the
  /// same key both are tried.
  private static func key(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension [Int] {
  /// The first index from which on a condition holds, in an array that begins without it.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
