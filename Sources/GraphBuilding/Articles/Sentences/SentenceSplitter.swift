/// Finds the sentences of a block.
///
/// A sentence ends at a full stop, question or exclamation mark that no abbreviation, initial or
/// bracket explains, when a capital, a digit or an opening mark follows.
struct SentenceSplitter {
  let lexicon: Lexicon

  /// The sentences as ranges of tokens, closing quotes and brackets included.
  ///
  /// - Complexity: O(tokens).
  func split(_ tokens: [Token], _ range: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    var depth = 0
    var openSince = 0
    while index < range.upperBound {
      let token = tokens[index]
      if token.kind == .open {
        if depth == 0 { openSince = index }
        depth += 1
      } else if token.kind == .close {
        depth = max(0, depth - 1)
      } else if token.kind == .stop {
        // A bracket that stays open over a long stretch was never meant to close.
        if depth > 0, index - openSince > 100 { depth = 0 }
        if depth == 0, ends(tokens, index, in: range, text) {
          index += 1
          while index < range.upperBound, isCloser(tokens, index) { index += 1 }
          sentences.append(start..<index)
          start = index
          continue
        }
      }
      index += 1
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// A quote or bracket that stands right behind the mark, or a further mark.
  private func isCloser(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .quote || token.kind == .close || token.kind == .stop else { return false }
    return token.start == tokens[index - 1].end
  }

  private func ends(
    _ tokens: [Token], _ index: Int, in range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    var next = index + 1
    while next < range.upperBound, isCloser(tokens, next) { next += 1 }
    guard next < range.upperBound else { return true }
    let follower = tokens[next]
    if follower.start == tokens[next - 1].end { return false }
    if text[tokens[index].start] != 0x2e { return true }
    if index > range.lowerBound {
      let before = tokens[index - 1]
      if before.end == tokens[index].start {
        if isAbbreviation(before) { return false }
        // An initial: "E. coli", "D. Smith".
        if before.end - before.start == 1, before.isCapitalized { return false }
      }
    }
    switch follower.kind {
    case .number, .open, .quote, .other, .dash: return true
    case .word:
      return follower.isCapitalized || follower.hasInnerCapitals || text[follower.start] >= 0x80
    default: return false
    }
  }

  private func isAbbreviation(_ token: Token) -> Bool {
    guard let node = lexicon.phrases.next(PhraseTrie.root, token.word) else { return false }
    var found = false
    lexicon.phrases.forEachEntry(at: node) {
      if lexicon.entries[Int($0)].section == .abbreviations { found = true }
    }
    return found
  }
}
