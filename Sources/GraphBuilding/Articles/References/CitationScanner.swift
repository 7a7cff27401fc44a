/// A place at which the author cites works.
struct CitationCluster: Sendable, Hashable {
  struct Key: Sendable, Hashable {
    var name: String
    /// The byte of the file at which the key stands.
    var source: Int
  }

  /// The byte of the text, without the cluster, before which it stood.
  var offset: Int
  var keys: [Key]
  /// Part of the sentence ("@key found that …"), not set in brackets behind what it backs.
  var isNarrative = false
  /// Numbers of the article's own list ("[3]"), not keys of a bibliography.
  var isNumeric = false
}

/// Finds citations in a document's text and takes the bracketed ones out of it.
///
/// Pandoc's forms are read (Pandoc User's Guide, "Citation syntax"): `[@key]`, `[@key; @key2]`,
/// `[see @key, p. 3]`, `[-@key]`, `@key` and `@{key}` in running text; and numbers in square
/// brackets: `[1]`, `[2, 3]`, `[4–6]`.
struct CitationScanner {
  private let document: Document
  private var text: [UInt8] { document.text }
  private(set) var clusters: [CitationCluster] = []
  private var removed: [Range<Int>] = []
  private var marks = RaisedMarks()
  /// Marks of works that are listed nowhere may stand behind sentences.
  private var hasOrphans = false

  init(_ document: Document) { self.document = document }

  /// The document without its bracketed citations, and the citations in reading order.
  ///
  /// - Complexity: O(length).
  static func extract(from document: Document) -> (document: Document, clusters: [CitationCluster])
  {
    var scanner = CitationScanner(document)
    scanner.marks = RaisedMarks(document)
    scanner.hasOrphans = RaisedMarks.mayStand(in: document.text)
    guard
      document.text.contains(0x40) || document.text.contains(0x5b) || !scanner.marks.isEmpty
        || scanner.hasOrphans
    else { return (document, []) }
    for block in document.blocks where block.kind != .code { scanner.scan(block.text) }
    let edited = document.removing(scanner.removed, moving: scanner.clusters.map(\.offset))
    for (index, offset) in edited.places.enumerated() { scanner.clusters[index].offset = offset }
    return (edited.document, scanner.clusters)
  }

  private mutating func scan(_ range: Range<Int>) {
    let text = document.text
    let hasMarks = !marks.isEmpty || hasOrphans
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] != 0x5b, text[index] != 0x40, !hasMarks {
        index += 1
        continue
      }
      if text[index] == 0x5b, let end = bracketEnd(index, range) {
        let inside = index + 1..<end - 1
        let keys = keys(in: inside)
        let numbers =
          keys.isEmpty
          ? Self.numbers(in: text[inside], at: inside.lowerBound, of: document) : []
        if !keys.isEmpty || !numbers.isEmpty {
          remove(index..<end, in: range, keys.isEmpty ? numbers : keys, isNumeric: keys.isEmpty)
          index = end
          continue
        }
      } else if text[index] == 0x40, let key = key(at: index, before: range.upperBound),
        key.range.lowerBound >= range.lowerBound
      {
        let found = CitationCluster.Key(
          name: document.string(key.name), source: document.sourceOffset(of: index))
        clusters.append(
          CitationCluster(offset: index, keys: [found], isNarrative: true))
        index = key.range.upperBound
        continue
      } else if let end = marks.end(at: index, in: range, of: text) {
        let numbers = Self.numbers(in: marks.digits(index..<end, text), at: index, of: document)
        if marks.areListed(numbers) {
          remove(index..<end, in: range, numbers, isNumeric: true)
          index = end
          continue
        }
      }
      if let end = marks.orphanEnd(at: index, in: range, of: text) {
        removed.append(index..<end)
        index = end
        continue
      }
      index += 1
    }
  }

  private mutating func remove(
    _ cluster: Range<Int>, in block: Range<Int>, _ keys: [CitationCluster.Key], isNumeric: Bool
  ) {
    var start = cluster.lowerBound
    let next = cluster.upperBound
    let endsHere = next >= block.upperBound || !(text[next].isLetterByte || text[next].isDigitByte)
    while endsHere, start > block.lowerBound, text[start - 1].isSpaceByte { start -= 1 }
    clusters.append(CitationCluster(offset: start, keys: keys, isNumeric: isNumeric))
    removed.append(start..<cluster.upperBound)
  }

  /// The byte behind the bracket that closes the one at `start`, at most 1,000 bytes on.
  private func bracketEnd(_ start: Int, _ range: Range<Int>) -> Int? {
    var index = start + 1
    let limit = min(range.upperBound, start + 1000)
    while index < limit {
      if text[index] == 0x5d { return index + 1 }
      if text[index] == 0x5b { return nil }
      index += 1
    }
    return nil
  }

  private func keys(in range: Range<Int>) -> [CitationCluster.Key] {
    var keys: [CitationCluster.Key] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == 0x40, let key = key(at: index, before: range.upperBound) {
        keys.append(
          .init(name: document.string(key.name), source: document.sourceOffset(of: index)))
        index = key.range.upperBound
      } else {
        index += 1
      }
    }
    return keys
  }

  /// A key at an `@` that no letter precedes (that would be an address) and no backslash.
  private func key(at index: Int, before end: Int) -> (name: Range<Int>, range: Range<Int>)? {
    if index > 0, text[index - 1].isLetterByte || text[index - 1].isDigitByte { return nil }
    let source = document.sourceOffset(of: index)
    if source > 0, document.source.bytes[source - 1] == 0x5c { return nil }
    var place = index + 1
    guard place < end else { return nil }
    if text[place] == 0x7b {
      while place < end, text[place] != 0x7d { place += 1 }
      guard place < end, place > index + 2 else { return nil }
      return (index + 2..<place, index..<place + 1)
    }
    guard text[place].isLetterByte || text[place].isDigitByte || text[place] == 0x5f else {
      return nil
    }
    while place < end, Self.isKeyByte(text[place]) { place += 1 }
    while !(text[place - 1].isLetterByte || text[place - 1].isDigitByte || text[place - 1] == 0x5f)
    {
      place -= 1
    }
    return (index + 1..<place, index..<place)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isLetterByte || byte.isDigitByte || "_:.#$%&-+?<>~/".utf8.contains(byte)
  }

  /// `1`, `2, 3`, `4–6`: numbers up to 999, at most 30 of them.
  private static func numbers(
    in text: ArraySlice<UInt8>, at place: Int, of document: Document
  ) -> [CitationCluster.Key] {
    let range = text.indices
    guard range.count <= 60 else { return [] }
    var numbers: [Int] = []
    var value: Int?
    var first: Int?
    func end() {
      guard let last = value else { return }
      if let start = first, start <= last, last - start < 30 {
        numbers += Array(start...last)
      } else {
        numbers.append(last)
      }
      value = nil
      first = nil
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte.isDigitByte {
        let next = (value ?? 0) * 10 + Int(byte - 0x30)
        if next > 999 { return [] }
        value = next
      } else if byte == 0x2d {
        (first, value) = (value, nil)
      } else if byte == 0xe2, index + 2 < range.upperBound, text[index + 1] == 0x80 {
        (first, value) = (value, nil)
        index += 2
      } else if byte == 0x2c || byte == 0x3b {
        end()
      } else if !byte.isSpaceByte {
        return []
      }
      index += 1
    }
    end()
    let source = document.sourceOffset(of: place)
    return numbers.prefix(30).map { .init(name: String($0), source: source) }
  }
}
