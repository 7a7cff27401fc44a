internal import GraphModel

/// Finds citations by author and year, "(Smith et al., 2015; Jones & Lee, 2018)" and "Smith and
/// Jones (2015)", and the entries of the article's list that they mean.
struct AuthorYearCitations {
  private(set) var clusters: [CitationCluster] = []
  /// Those that no entry of the list answers to.
  private(set) var unmatched: [(text: String, location: SourceLocation)] = []

  private let document: Document
  private let entries: [String: [Int]]

  /// - Parameter excluded: blocks that are no prose.
  /// - Complexity: O(length).
  init(_ document: Document, _ list: ReferenceList) {
    self.document = document
    var entries: [String: [Int]] = [:]
    for (number, reference) in list.references.enumerated() {
      guard let surname = Self.surname(of: reference), let year = Self.year(of: reference) else {
        continue
      }
      entries["\(surname) \(year)", default: []].append(number)
    }
    self.entries = entries
    for (number, block) in document.blocks.enumerated()
    where block.isProse && !list.blocks.contains(number) {
      scan(block.text)
    }
  }

  // MARK: Text

  private mutating func scan(_ block: Range<Int>) {
    let text = document.text
    var index = block.lowerBound
    while index < block.upperBound {
      guard text[index] == 0x28 else {
        index += 1
        continue
      }
      let limit = min(block.upperBound, index + 300)
      guard let close = (index..<limit).first(where: { text[$0] == 0x29 }) else {
        index += 1
        continue
      }
      read(index + 1..<close, open: index, block)
      index = close + 1
    }
  }

  /// What stands between two brackets: a year alone behind names, or names with years.
  private mutating func read(_ inside: Range<Int>, open: Int, _ block: Range<Int>) {
    let text = document.text
    if let year = Self.year(text[inside]) {
      guard let names = narrativeNames(before: open, block) else { return }
      add(
        [(surname(text[names]), year)], at: inside.upperBound + 1, isNarrative: true,
        names.lowerBound..<inside.upperBound + 1)
      return
    }
    var works: [(surname: String, year: String)] = []
    for part in text[inside].split(separator: 0x3b) {
      guard let comma = part.lastIndex(of: 0x2c),
        let year = Self.year(part[(comma + 1)...]), Self.isNames(part[..<comma])
      else { return }
      works.append((surname(part[..<comma]), year))
    }
    add(works, at: inside.upperBound + 1, isNarrative: false, open..<inside.upperBound + 1)
  }

  private mutating func add(
    _ works: [(surname: String, year: String)], at offset: Int, isNarrative: Bool,
    _ place: Range<Int>
  ) {
    if works.isEmpty { return }
    var keys: [CitationCluster.Key] = []
    let source = document.sourceOffset(of: place.lowerBound)
    for work in works {
      let plain = String(work.year.prefix(4))
      // Two works of one author in one year are told apart by nothing here.
      let found = entries["\(work.surname) \(plain)"] ?? []
      if found.count == 1 { keys.append(.init(name: "#\(found[0])", source: source)) }
    }
    if keys.count < works.count {
      unmatched.append((document.string(place), document.location(of: place.lowerBound)))
    }
    if keys.isEmpty { return }
    clusters.append(
      CitationCluster(offset: offset, keys: keys, isNarrative: isNarrative, isNumeric: true))
  }

  /// "Smith", "Smith and Jones", "Smith et al." right before a bracket with a year.
  private func narrativeNames(before open: Int, _ block: Range<Int>) -> Range<Int>? {
    let text = document.text
    var end = open
    while end > block.lowerBound, text[end - 1].isSpaceByte { end -= 1 }
    var start = end
    var names = 0
    while start > block.lowerBound {
      var word = start
      while word > block.lowerBound, !text[word - 1].isSpaceByte { word -= 1 }
      let bytes = text[word..<start]
      let small = String(decoding: bytes, as: UTF8.self)
      if ["and", "&", "et", "al.", "al"].contains(small) {
        if names > 0 && (small == "et" || small.hasPrefix("al")) { break }
      } else if bytes.first?.isUpperByte == true, names < 3, bytes.count > 1 {
        names += 1
        // A name that nothing joins to the one before it is the first.
        var before = word
        while before > block.lowerBound, text[before - 1].isSpaceByte { before -= 1 }
        let isJoined =
          text[..<before].suffix(4).elementsEqual(Array(" and".utf8))
          || text[..<before].last == 0x26 || text[..<before].last == 0x2c
        if !isJoined { return word..<end }
      } else {
        break
      }
      start = word
      while start > block.lowerBound, text[start - 1].isSpaceByte { start -= 1 }
    }
    return nil
  }

  /// Capitalised names with "and", "&" and "et al." between them.
  private static func isNames(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: {
      " ,\u{a0}".contains($0)
    })
    guard let first = words.first, words.count <= 12 else { return false }
    let openers = ["see", "e.g.", "cf.", "also", "reviewed", "in"]
    let names = openers.contains(first.lowercased()) ? words.dropFirst() : words[...]
    return !names.isEmpty
      && names.allSatisfy { word in
        ["and", "&", "et", "al", "al.", "de", "van", "von", "der", "la", "e.g.", "see"].contains(
          String(word)) || word.utf8.first.map { $0.isUpperByte || $0 >= 0x80 } == true
      }
  }

  /// The first surname, in small letters.
  private func surname(_ bytes: ArraySlice<UInt8>) -> String { Self.surname(bytes) }

  private static func surname(_ bytes: ArraySlice<UInt8>) -> String {
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: {
      " ,\u{a0}".contains($0)
    })
    let openers: Set<String> = ["see", "e.g.", "cf.", "also", "in", "reviewed"]
    let particles: Set<String> = ["de", "van", "von", "der", "la", "den", "del"]
    for word in words {
      let plain = word.lowercased()
      if openers.contains(plain) || particles.contains(plain) { continue }
      return plain.filter { $0.isLetter }
    }
    return ""
  }

  // MARK: Entries

  private static func surname(of reference: Reference) -> String? {
    let text = reference.authors.first ?? reference.text ?? ""
    let name = surname(Array(text.utf8)[...])
    return name.utf8.count > 1 ? name : nil
  }

  private static func year(of reference: Reference) -> Int? {
    if let year = reference.year { return year }
    let bytes = Array((reference.text ?? "").utf8)
    let place = bytes.indices.dropLast(3).first { index in
      ReferenceParser.isYear(bytes[index..<(index + 4)])
        && (index == 0 || !bytes[index - 1].isDigitByte)
        && (index + 4 == bytes.count || !bytes[index + 4].isDigitByte)
    }
    return place.flatMap { Int(String(decoding: bytes[$0..<($0 + 4)], as: UTF8.self)) }
  }

  /// `2015` or `2015a`, with space around it.
  private static func year(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
    let plain = Array(text.utf8)
    guard plain.count == 4 || plain.count == 5 && plain[4].isLowerByte,
      ReferenceParser.isYear(plain[..<4])
    else { return nil }
    return text
  }
}
