/// The words of page furniture, read from a lexicon file; the file's head describes it.
struct FurnitureWords: Sendable {
  /// The English words of the package.
  static let english = FurnitureWords(bytes: PackageResources.furniture_lexicon)

  /// A part of the file: what its phrases are for.
  enum Part: String, Sendable, CaseIterable {
    case headings
    case headingFillers = "heading-fillers"
    case headingBeginnings = "heading-beginnings"
    case headingEnds = "heading-ends"
    case leads, lines, notices, networks, names
    case linkNames = "link-names"
    case sourceNames = "source-names"
    case roles
  }

  /// A line of the file.
  struct Entry: Sendable {
    var part: Part
    /// From 1.
    var line: Int
    /// The first words of each of its phrases, as they are written.
    var phrases: [String]
    var example: String
  }

  private(set) var entries: [Entry] = []
  /// The lines of the file that are not understood.
  private(set) var badLines: [Int] = []
  private var words = WordTable(capacity: 512)
  private var trie = PhraseTrie(capacity: 1024)

  /// - Complexity: O(length of the file).
  init(bytes: [UInt8]) {
    var part: Part?
    var line = 0
    for range in LexiconPattern.split(bytes, 0..<bytes.count, at: 0x0a) {
      line += 1
      guard let first = range.first, bytes[first] != 0x23 else { continue }
      if bytes[first] == 0x5b {
        part = Part(rawValue: String(decoding: bytes[range.dropFirst().dropLast()], as: UTF8.self))
        if part == nil { badLines.append(line) }
        continue
      }
      let fields = LexiconPattern.split(bytes, range, at: 0x7c)
      guard let part, let example = fields.last, fields.count == 2, example.count > 2,
        bytes[example.lowerBound] == 0x22, bytes[example.upperBound - 1] == 0x22
      else {
        badLines.append(line)
        continue
      }
      let number = Int32(entries.count)
      var phrases: [String] = []
      for phrase in LexiconPattern.split(bytes, fields[0], at: 0x2c) where !phrase.isEmpty {
        LexiconPattern.add(bytes, phrase, number, to: &words, &trie)
        phrases.append(String(decoding: bytes[phrase], as: UTF8.self))
      }
      entries.append(
        Entry(
          part: part, line: line, phrases: phrases,
          example: String(decoding: bytes[example.dropFirst().dropLast()], as: UTF8.self)))
    }
  }

  // MARK: Looking up

  func id(_ bytes: [UInt8], _ word: Range<Int>) -> WordTable.ID { words.id(bytes, word) }

  /// Whether a word is, by itself, a phrase of a part.
  func has(_ word: WordTable.ID, in part: Part) -> Bool {
    trie.next(PhraseTrie.root, word).map { ends(part, at: $0) } ?? false
  }

  /// The end of the longest phrase of a part that begins at a word; nil where there is none.
  ///
  /// - Complexity: O(length of the longest phrase).
  func end(of part: Part, in line: [WordTable.ID], from start: Int) -> Int? {
    var node = PhraseTrie.root
    var index = start
    var found: Int?
    while index < line.count, let next = trie.next(node, line[index]) {
      node = next
      index += 1
      if ends(part, at: node) { found = index }
    }
    return found
  }

  private func ends(_ part: Part, at node: Int32) -> Bool {
    var found = false
    trie.forEachEntry(at: node) { if entries[Int($0)].part == part { found = true } }
    return found
  }
}

/// The words of a line of text: letters and apostrophes, without numbers and punctuation.
struct FurnitureLine {
  private(set) var ids: [WordTable.ID] = []
  private(set) var ranges: [Range<Int>] = []
  /// Whether there are more words than were asked for.
  private(set) var isLong = false

  /// - Complexity: O(length), but for no more than so many words.
  init(_ text: [UInt8], _ range: Range<Int>, most: Int, _ words: FurnitureWords) {
    let expected = min(most, range.count / 4 + 1)
    ids.reserveCapacity(expected)
    ranges.reserveCapacity(expected)
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index].isLetterByte, !Self.isMark(text, index) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, text[index].isLetterByte || text[index] == 0x27,
        !Self.isMark(text, index)
      {
        index += 1
      }
      if ids.count == most {
        isLong = true
        return
      }
      ids.append(words.id(text, start..<index))
      ranges.append(start..<index)
    }
  }

  /// A character beyond ASCII that is no letter: general punctuation but ’, and arrows; the marks
  /// of Latin-1 such as » and ©.
  private static func isMark(_ text: [UInt8], _ index: Int) -> Bool {
    switch text[index] {
    case 0xc2: return true
    case 0x80...0xbf:
      // Within a character: as its first byte says.
      var first = index
      while first > 0, index - first < 3, text[first] & 0xc0 == 0x80 { first -= 1 }
      return text[first] == 0xc2 || text[first] == 0xe2 && isMark(text, first)
    case 0xe2:
      guard index + 2 < text.count else { return true }
      return !(text[index + 1] == 0x80 && text[index + 2] == 0x99)
    default: return false
    }
  }
}
