/// A sentence, or a part of one, with every phrase of the lexicon that stands in it.
///
/// Immutable; a class because many short-lived values refer to it.
final class TaggedSentence {
  /// A phrase of the lexicon.
  struct Match {
    /// Tokens of the sentence.
    var tokens: Range<Int>
    var section: LexiconSection
    var entry: Int
  }

  let lexicon: Lexicon
  /// The text that the tokens stand in.
  let text: [UInt8]
  let tokens: [Token]
  /// By beginning; of two that begin together, the shorter first.
  let matches: [Match]
  /// The first match that begins at or after each token.
  private let firstMatch: [Int]
  /// The parts of the lexicon that have a phrase over each token.
  private let covered: [LexiconSection.Set]
  /// The parts of the lexicon that have a phrase anywhere: most have none.
  private let present: LexiconSection.Set

  /// - Complexity: O(tokens · longest phrase).
  init(_ tokens: [Token], text: [UInt8], lexicon: Lexicon) {
    self.lexicon = lexicon
    self.text = text
    self.tokens = tokens
    var matches: [Match] = []
    var firstMatch: [Int] = []
    var covered = [LexiconSection.Set](repeating: LexiconSection.Set(), count: tokens.count)
    var present = LexiconSection.Set()
    firstMatch.reserveCapacity(tokens.count + 1)
    matches.reserveCapacity(tokens.count * 2)
    for start in tokens.indices {
      firstMatch.append(matches.count)
      var node = PhraseTrie.root
      var end = start
      var hasInsert = false
      // "is | also | to blame for": where a phrase goes on behind an adverb within its words.
      var behindInsert: (node: Int32, end: Int)?
      while true {
        if end > start, end < tokens.count, end - start < 6, behindInsert == nil,
          lexicon.isInsert(tokens[end].word)
        {
          behindInsert = (node, end + 1)
        }
        if end < tokens.count, tokens[end].word != WordTable.unknown,
          let next = end == start
            ? lexicon.beginning(tokens[end].word)
            : lexicon.phrases.next(node, tokens[end].word)
        {
          node = next
          end += 1
          lexicon.phrases.forEachEntry(at: node) { entry in
            let section = lexicon.entries[Int(entry)].section
            if hasInsert, section != .relations { return }
            matches.append(Match(tokens: start..<end, section: section, entry: Int(entry)))
            present.insert(section)
            for index in start..<end { covered[index].insert(section) }
          }
        } else if let place = behindInsert {
          (node, end) = place
          hasInsert = true
          behindInsert = nil
        } else {
          break
        }
      }
    }
    firstMatch.append(matches.count)
    self.matches = matches
    self.firstMatch = firstMatch
    self.covered = covered
    self.present = present
  }

  var count: Int { tokens.count }

  func entry(_ match: Match) -> LexiconEntry { lexicon.entries[match.entry] }

  /// The longest phrase of a part of the lexicon that begins at a token, within a limit.
  func longest(_ section: LexiconSection, at start: Int, before limit: Int? = nil) -> Match? {
    guard start >= 0, start < tokens.count, covered[start].contains(section) else { return nil }
    let end = limit ?? tokens.count
    var found: Match?
    for match in matches[firstMatch[start]..<firstMatch[start + 1]]
    where match.section == section && match.tokens.upperBound <= end {
      // Of the same length the entry that stands first in the lexicon counts.
      if let old = found,
        old.tokens.count > match.tokens.count
          || old.tokens.count == match.tokens.count && old.entry < match.entry
      {
        continue
      }
      found = match
    }
    return found
  }

  /// The phrases of a part of the lexicon that begin at a token, within a limit: the longest first,
  /// and of the same length the one that stands first in the lexicon.
  func every(_ section: LexiconSection, at start: Int, before limit: Int) -> [Match] {
    guard start >= 0, start < tokens.count, covered[start].contains(section) else { return [] }
    return matches[firstMatch[start]..<firstMatch[start + 1]]
      .filter { $0.section == section && $0.tokens.upperBound <= limit }
      .sorted {
        $0.tokens.count == $1.tokens.count
          ? $0.entry < $1.entry : $0.tokens.count > $1.tokens.count
      }
  }

  /// Whether a phrase of one of these parts of the lexicon stands over a token.
  func isCovered(_ index: Int, by sections: LexiconSection...) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    return sections.contains { covered[index].contains($0) }
  }

  /// Whether a phrase of this part of the lexicon stands over a token.
  func isCovered(_ index: Int, by section: LexiconSection) -> Bool {
    index >= 0 && index < tokens.count && covered[index].contains(section)
  }

  /// Whether a phrase of a part of the lexicon is exactly these tokens.
  func isPhrase(_ range: Range<Int>, _ section: LexiconSection) -> Bool {
    guard let start = range.first, covered[start].contains(section) else { return false }
    return matches[firstMatch[start]..<firstMatch[start + 1]].contains {
      $0.section == section && $0.tokens == range
    }
  }

  /// All phrases of a part of the lexicon within a range, none within another.
  func all(_ section: LexiconSection, in range: Range<Int>) -> [Match] {
    var found: [Match] = []
    guard present.contains(section) else { return found }
    var index = range.lowerBound
    while index < range.upperBound {
      if isCovered(index, by: section),
        let match = longest(section, at: index, before: range.upperBound)
      {
        found.append(match)
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether a token is this word, which must be in lower case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    if token.contraction != .none { return token.contraction.isVerb(word) }
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[token.start + offset].lowered != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether a word ends in these letters.
  func hasSuffix(_ index: Int, _ suffix: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    let count = suffix.utf8CodeUnitCount
    guard token.end - token.start > count else { return false }
    for offset in 0..<count
    where text[token.end - count + offset].lowered != suffix.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The stretch of text of some tokens.
  func textRange(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first else { return 0..<0 }
    return tokens[first].start..<tokens[range.upperBound - 1].end
  }

  func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: text[textRange(range)], as: UTF8.self)
  }
}

extension TaggedSentence {
  /// Ends with a question mark.
  var isQuestion: Bool {
    for token in tokens.reversed() where !token.isWordLike {
      if token.kind == .stop { return text[token.start] == 0x3f }
      if token.kind != .quote, token.kind != .close { return false }
    }
    return false
  }

  /// A question that begins with its question word: "What are the symptoms?"
  var asksWhat: Bool {
    isQuestion && isAny(tokens.firstIndex(where: \.isWordLike) ?? 0, ["what", "how", "why", "who"])
  }

  /// Whether a name stands at the beginning of the sentence.
  func place(of thing: NamedThing) -> Capitals.Place {
    let first = tokens.first(where: \.isWordLike)
    guard let first else { return .running }
    if first.start == thing.place.lowerBound { return .sentenceStart }
    // "Loss of sleep and appetite": the loss of appetite begins with the same word.
    let word = String(decoding: text[first.range], as: UTF8.self)
    return first.isCapitalized && thing.name.hasPrefix(word + " ") ? .sentenceStart : .running
  }

  /// "crop yields", "the amount of water": what is counted or measured stands at the head.
  ///
  /// - Complexity: O(length).
  func isQuantity(_ range: Range<Int>) -> Bool {
    let end =
      range.first { index in
        !tokens[index].isWordLike
          || ["of", "in", "for", "and", "or", "by", "to"].contains { (word: StaticString) in
            isWord(index, word)
          }
      } ?? range.upperBound
    return end > range.lowerBound && isCovered(end - 1, by: .quantities)
  }

  /// The tokens that stand within a stretch of text.
  func tokens(in place: Range<Int>) -> Range<Int>? {
    let first = tokens.firstIndex { $0.start >= place.lowerBound }
    let last = tokens.lastIndex { $0.end <= place.upperBound }
    guard let first, let last, first <= last else { return nil }
    return first..<last + 1
  }
}
