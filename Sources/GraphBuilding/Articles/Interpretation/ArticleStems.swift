internal import GraphModel

/// The words of an article's text without what tells forms of a word apart: case, accents, plural.
struct ArticleStems {
  /// A hash for each word, in reading order; 0 between stretches that no name crosses.
  private(set) var stems: [UInt64] = []

  /// At most this many words are looked at: what an article is about shows in fewer.
  private static let most = 50_000

  /// - Complexity: O(words).
  init(_ article: ArticleText, blocks: (Int) -> Bool) {
    for number in article.document.blocks.indices where blocks(number) {
      for token in article.tokens[article.blockTokens[number]] {
        if token.kind == .quote { continue }
        guard token.isWordLike else {
          stems.append(0)
          continue
        }
        Self.add(article.document.text[token.range], to: &stems)
      }
      stems.append(0)
      if stems.count > Self.most { break }
    }
  }

  /// The stems of a name, word by word.
  static func stems(of name: String) -> [UInt64] {
    var stems: [UInt64] = []
    add(Array(name.utf8)[...], to: &stems)
    return stems
  }

  private static func add(_ name: ArraySlice<UInt8>, to stems: inout [UInt64]) {
    name.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { buffer in
        if let length = NameKey.write(bytes, into: buffer) {
          add(words: UnsafeBufferPointer(rebasing: buffer[..<length]), to: &stems)
        } else {
          var key = NameKey(String(decoding: bytes, as: UTF8.self)).description
          key.withUTF8 { add(words: $0, to: &stems) }
        }
      }
    }
  }

  private static func add(words key: UnsafeBufferPointer<UInt8>, to stems: inout [UInt64]) {
    var start = 0
    while start < key.count {
      let end = key[start...].firstIndex(of: 0x20) ?? key.count
      if end > start {
        stems.append(max(1, WordTable.hash(UnsafeBufferPointer(rebasing: key[start..<end]))))
      }
      start = end + 1
    }
  }
}
