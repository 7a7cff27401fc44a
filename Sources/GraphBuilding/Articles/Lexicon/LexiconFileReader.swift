internal import GraphModel

/// Reads the lines of a lexicon file; the file's head describes them.
struct LexiconFileReader {
  private let bytes: [UInt8]
  private var line = 0
  private var section: LexiconSection?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(into lexicon: inout Lexicon) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0a { end += 1 }
      line += 1
      readLine(trimmed(start..<end), into: &lexicon)
      start = end + 1
    }
  }

  private mutating func readLine(_ range: Range<Int>, into lexicon: inout Lexicon) {
    guard let first = range.first, bytes[first] != 0x23 else { return }
    if bytes[first] == 0x5b, bytes[range.upperBound - 1] == 0x5d {
      let name = text(first + 1..<range.upperBound - 1)
      section = LexiconSection(name: name)
      if section == nil { report("no part of a lexicon is called '\(name)'", &lexicon) }
      return
    }
    guard let section else { return report("an entry stands before the first [part]", &lexicon) }
    var fields = split(range, at: 0x7c)
    var entry = LexiconEntry(section: section, line: line)
    if let last = fields.last, last.first.map({ bytes[$0] }) == 0x22 {
      readExample(last, into: &entry)
      fields.removeLast()
    }
    guard let phrases = fields.first else { return }
    for field in fields.dropFirst() {
      for word in split(field, at: 0x20) where !word.isEmpty {
        if !readField(word, into: &entry, &lexicon) {
          report("'\(text(word))' means nothing here", &lexicon)
        }
      }
    }
    let number = Int32(lexicon.entries.count)
    for phrase in split(phrases, at: 0x2c) where !phrase.isEmpty {
      if bytes[phrase.lowerBound] == 0x2d, let category = entry.category {
        let letters = bytes[phrase.dropFirst()].map(\.lowered)
        lexicon.suffixes.append(LexiconSuffix(letters: letters, category: category))
      } else {
        add(phrase, number, into: &lexicon)
      }
    }
    lexicon.entries.append(entry)
  }

  /// One word of a field: a role, a direction, a predicate, a polarity, a certainty, …
  private func readField(
    _ range: Range<Int>, into entry: inout LexiconEntry, _ lexicon: inout Lexicon
  ) -> Bool {
    let word = text(range)
    switch entry.section {
    case .sections, .introductions: entry.role = SectionRole(rawValue: word)
    case .categories: entry.category = Category(word)
    case .denials, .retractions, .limits, .attributions, .hedges, .frames, .reportVerbs, .doubters:
      entry.certainty = Certainty(name: word)
      return entry.certainty != nil
    case .relations, .nouns, .joins:
      return readRelationField(word, range, into: &entry, &lexicon)
    case .changes, .undergone, .qualities, .fatalities, .inheritances:
      if word == "quantity" {
        entry.needsQuantity = true
      } else {
        entry.names.append(word.replacing("_", with: " "))
      }
      return true
    default: return false
    }
    return entry.role != nil || entry.category != nil
  }

  private func readRelationField(
    _ word: String, _ range: Range<Int>, into entry: inout LexiconEntry, _ lexicon: inout Lexicon
  ) -> Bool {
    if word.hasPrefix("+") || word.hasPrefix("-") || word == "?" {
      entry.relation?.polarity = word == "+" ? .increases : word == "-" ? .decreases : .unknown
    } else if word == "people" {
      entry.needsPeople = true
    } else if word == "bearer" {
      entry.isOfBearer = true
    } else if word == "loss" {
      entry.isOfLoss = true
    } else if word.contains("*") {
      entry.names.append(word.replacing("_", with: " "))
    } else if word == "compared" {
      entry.isCompared = true
    } else if word == "process" {
      entry.isOfProcess = true
    } else if word == "heading" {
      entry.isOfHeading = true
    } else if word == "A>B" || word == "B>A" {
      entry.relation = Relation(
        isReversed: word == "B>A", predicate: .relatedTo, polarity: .unknown,
        certainty: .established)
    } else if let certainty = Certainty(name: word) {
      entry.relation?.certainty = certainty
    } else if word.hasPrefix("~") {
      for part in split(range.dropFirst(), at: 0x2f) {
        entry.prepositions.append(lexicon.words.intern(bytes, part))
      }
    } else if word.hasPrefix("..") {
      for part in split(range.dropFirst(2), at: 0x2f) {
        entry.closings.append(lexicon.words.intern(bytes, part))
      }
    } else {
      entry.relation?.predicate = Predicate(word)
    }
    return entry.relation != nil || word.hasPrefix("~")
  }

  /// `"example" => expectation`.
  private func readExample(_ range: Range<Int>, into entry: inout LexiconEntry) {
    var close = range.upperBound - 1
    while close > range.lowerBound, bytes[close] != 0x22 { close -= 1 }
    guard close > range.lowerBound else { return }
    entry.example = range.lowerBound + 1..<close
    let rest = trimmed(close + 1..<range.upperBound)
    if rest.count > 2, bytes[rest.lowerBound] == 0x3d {
      entry.expectation = trimmed(rest.lowerBound + 2..<rest.upperBound)
    }
  }

  // MARK: Phrases

  /// Adds all phrases that a pattern stands for: `a/b c?` is "a", "b", "a c", "b c".
  private func add(_ phrase: Range<Int>, _ entry: Int32, into lexicon: inout Lexicon) {
    LexiconPattern.add(bytes, phrase, entry, to: &lexicon.words, &lexicon.phrases)
  }

  // MARK: Text

  private func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    LexiconPattern.split(bytes, range, at: separator)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    LexiconPattern.trimmed(bytes, range)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func report(_ message: String, _ lexicon: inout Lexicon) {
    lexicon.diagnostics.append(
      Diagnostic(.error, message, at: SourceLocation(file: "lexicon", line: line)))
  }
}
