/// Finds the words in a sentence that hedge what is read from it.
enum HedgeMarks {
  /// The sentence cut where hedges begin and end; joined, the pieces are the sentence.
  ///
  /// A hedge is marked wherever its words stand by themselves: "may" in "maybe" is none.
  ///
  /// - Complexity: O(length · hedges).
  static func pieces(of text: String, hedges: [String]) -> [ArticleReview.Sentence.Piece] {
    let bytes = Array(text.utf8)
    var isHedge = [Bool](repeating: false, count: bytes.count)
    var seen: [String] = []
    for hedge in hedges where !hedge.isEmpty && !seen.contains(hedge) {
      seen.append(hedge)
      for range in places(of: Array(hedge.utf8), in: bytes) {
        for index in range { isHedge[index] = true }
      }
    }
    var pieces: [ArticleReview.Sentence.Piece] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, isHedge[end] == isHedge[start] { end += 1 }
      pieces.append(
        .init(text: String(decoding: bytes[start..<end], as: UTF8.self), isHedge: isHedge[start]))
      start = end
    }
    return pieces
  }

  private static func places(of words: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard words.count <= text.count else { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index + words.count <= text.count {
      let end = index + words.count
      if text[index] == words[0], text[index..<end].elementsEqual(words),
        index == 0 || !isWordByte(text[index - 1]), end == text.count || !isWordByte(text[end])
      {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isLetterByte || byte.isDigitByte }
}
