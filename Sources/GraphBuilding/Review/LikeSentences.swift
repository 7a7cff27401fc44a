/// Finds the sentence of an article that is most like one that is gone.
struct LikeSentences {
  private let sentences: [ArticlePassage.Sentence]
  /// How many different words each sentence has.
  private var wordCounts: [Int] = []
  /// The sentences that have a word, in order.
  private var places: [String: [Int]] = [:]

  /// - Complexity: O(length of the article).
  init(_ reading: ArticleReading) {
    sentences = reading.passages.flatMap(\.sentences)
    for (place, sentence) in sentences.enumerated() {
      let words = Self.words(of: sentence.text)
      wordCounts.append(words.count)
      for word in words { places[word, default: []].append(place) }
    }
  }

  /// The first of the sentences that share the most words with a text, where they share half of
  /// them: twice the shared words over the words of both (Dice 1945, doi:10.2307/1932409).
  ///
  /// - Complexity: O(sentences + occurrences of the text's words).
  func nearest(to text: String) -> ArticlePassage.Sentence? {
    let wanted = Self.words(of: text)
    if wanted.isEmpty { return nil }
    var shared = [Int](repeating: 0, count: sentences.count)
    for word in wanted { for place in places[word] ?? [] { shared[place] += 1 } }
    var best: (likeness: Double, place: Int)?
    for (place, count) in shared.enumerated() where count > 0 {
      let likeness = 2 * Double(count) / Double(wanted.count + wordCounts[place])
      if likeness >= 0.5, likeness > best?.likeness ?? 0 { best = (likeness, place) }
    }
    return best.map { sentences[$0.place] }
  }

  private static func words(of text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
