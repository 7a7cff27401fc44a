internal import GraphModel

/// The words of an article's text without what tells forms of a word apart: case, accents, plural.
struct ArticleStems {
  /// A hash for each word, in reading order; 0 between stretches that no name crosses.
  private(set) var stems: [UInt64] = []

  /// At most this many words are looked at: what an article is about shows in fewer.
  private static let most = 50_000

  /// - Complexity: O(words).
  init(_ article: ArticleText, blocks: (Int) -> Bool) {
    var known: [UInt64: [UInt64]] = [:]
    for number in article.document.blocks.indices where blocks(number) {
      for token in article.tokens[article.blockTokens[number]] {
        if token.kind == .quote { continue }
        guard token.isWordLike else {
          stems.append(0)
          continue
        }
        if let found = known[token.hash] {
          stems += found
        } else {
          let text = String(decoding: article.document.text[token.range], as: UTF8.self)
          let found = Self.stems(of: text)
          known[token.hash] = found
          stems += found
        }
      }
      stems.append(0)
      if stems.count > Self.most { break }
    }
  }

  /// The stems of a name, word by word.
  static func stems(of name: String) -> [UInt64] {
    let bytes = Array(NameKey(name).description.utf8)
    var stems: [UInt64] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
      if end > start { stems.append(max(1, WordTable.hash(bytes, start..<end))) }
      start = end + 1
    }
    return stems
  }
}
