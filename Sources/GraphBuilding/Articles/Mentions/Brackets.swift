/// A stretch of a sentence without what stands in round or square brackets, and that.
struct Brackets {
  /// The part before the first bracket, or behind the last where nothing stands before.
  var outside: Range<Int>
  /// The parts in brackets at the outer level.
  var inside: [Range<Int>] = []

  /// - Complexity: O(tokens).
  init(_ range: Range<Int>, _ sentence: TaggedSentence) {
    outside = range
    var depth = 0
    var start = 0
    var firstOpen: Int?
    var lastClose: Int?
    for index in range {
      switch sentence.tokens[index].kind {
      case .open:
        if depth == 0 { start = index + 1 }
        firstOpen = firstOpen ?? index
        depth += 1
      case .close where depth > 0:
        depth -= 1
        if depth == 0 {
          if start < index { inside.append(start..<index) }
          lastClose = index
        }
      default: break
      }
    }
    if depth > 0, start < range.upperBound { inside.append(start..<range.upperBound) }
    guard let firstOpen else { return }
    if firstOpen > range.lowerBound, inside.count == 1, let lastClose,
      Self.goesOn(at: lastClose + 1, in: range, sentence)
    {
      // "sores (ulcers) in the mouth".
      outside = range
    } else if firstOpen > range.lowerBound, inside.count == 1, let lastClose,
      Self.isNoun(lastClose + 1, in: range, sentence)
    {
      // "the papilloma (HPV) virus": the brackets speak of a part of the name.
      outside = range
      inside = []
    } else if firstOpen > range.lowerBound {
      outside = range.lowerBound..<firstOpen
    } else if let lastClose {
      outside = lastClose + 1..<range.upperBound
    } else {
      outside = range.lowerBound..<range.lowerBound
    }
  }

  /// Whether the name ends with a noun or two behind the bracket.
  private static func isNoun(_ index: Int, in range: Range<Int>, _ sentence: TaggedSentence) -> Bool
  {
    let rest = Range<Int>.from(index, to: range.upperBound)
    return (1...2).contains(rest.count)
      && rest.allSatisfy { index in
        sentence.tokens[index].kind == .word
          && !sentence.isCovered(
            index, by: .clauseWords, .auxiliaries, .adverbs, .tails, .groups, .synonyms, .leadIns,
            .subordinators, .pronouns, .adjuncts, .hedges, .limits)
          && !sentence.isAny(
            index, ["and", "or", "with", "from", "by", "for", "at", "which", "that", "as", "plus"])
          && !sentence.hasSuffix(index, "ed")
      }
  }

  /// Whether the name goes on behind the bracket, with a preposition.
  private static func goesOn(at index: Int, in range: Range<Int>, _ sentence: TaggedSentence)
    -> Bool
  {
    guard index + 1 < range.upperBound else { return false }
    let words: [StaticString] = ["in", "of", "on", "under", "around", "inside", "behind", "to"]
    return words.contains { sentence.isWord(index, $0) }
  }
}

/// Whether a name in brackets is the long form of the abbreviation before them.
enum Initials {
  /// Whether the initials of the words in the range are the letters of the abbreviation, with or
  /// without a plural s (Schwartz and Hearst 2003, in its simplest form).
  static func match(
    _ sentence: TaggedSentence, _ range: Range<Int>, _ abbreviation: String
  ) -> Bool {
    let letters = Array(abbreviation.utf8)
    guard letters.count >= 2, letters.count <= 10, letters.filter(\.isUpperByte).count >= 2 else {
      return false
    }
    var initials: [UInt8] = []
    for index in range where sentence.tokens[index].kind == .word {
      let token = sentence.tokens[index]
      initials.append(sentence.text[token.start].lowered)
      for at in token.range.dropFirst() where sentence.text[at - 1] == 0x2d {
        initials.append(sentence.text[at].lowered)
      }
    }
    let wanted = letters.filter(\.isLetterByte).map(\.lowered)
    return initials == wanted || initials == wanted.dropLast() && wanted.last == 0x73
      || initials.count > 1 && initials.elementsEqual(wanted.prefix(initials.count))
        && wanted.count - initials.count <= 1
  }
}
