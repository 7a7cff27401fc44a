/// Finds the sentence of an article that is most like one that is gone.
struct LikeSentences {
  private let sentences: [ArticlePassage.Sentence]
  private let words: [Set<String>]

  /// - Complexity: O(length of the article).
  init(_ reading: ArticleReading) {
    sentences = reading.passages.flatMap(\.sentences)
    words = sentences.map { Self.words(of: $0.text) }
  }

  /// The first of the sentences that share the most words with a text, where they share half of
  /// them: twice the shared words over the words of both (Dice 1945, doi:10.2307/1932409).
  ///
  /// - Complexity: O(words of the article).
  func nearest(to text: String) -> ArticlePassage.Sentence? {
    let wanted = Self.words(of: text)
    var best: (likeness: Double, place: Int)?
    for (place, words) in words.enumerated() where !words.isEmpty {
      // A sentence of less than a third of the words cannot reach half.
      guard words.count * 3 >= wanted.count, wanted.count * 3 >= words.count else { continue }
      let shared = wanted.count { words.contains($0) }
      let likeness = 2 * Double(shared) / Double(wanted.count + words.count)
      if likeness >= 0.5, likeness > best?.likeness ?? 0 { best = (likeness, place) }
    }
    return best.map { sentences[$0.place] }
  }

  private static func words(of text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
