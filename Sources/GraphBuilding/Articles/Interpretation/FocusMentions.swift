internal import GraphModel

/// How often an article's text uses a name, and the names that it uses often enough to be about
/// them.
struct FocusMentions {
  let article: ArticleText

  /// Tokens of running text that are looked at.
  private static let mostTokens = 40_000

  /// How often running text names something, counted up to a bound.
  ///
  /// - Complexity: O(tokens).
  func count(of name: String, atMost bound: Int) -> Int {
    let focus = Focus(label: name)
    var found = 0
    var seen = 0
    for (number, block) in article.document.blocks.enumerated() where block.isProse {
      let tokens = article.blockTokens[number]
      let text = article.document.text
      for start in tokens where focus.mayBegin(with: article.tokens[start], in: text) {
        let end = min(tokens.upperBound, start + focus.longestName)
        let sentence = article.tagged(start..<end)
        let isNamed = (1...max(1, sentence.count)).contains {
          $0 <= sentence.count && focus.isNamed(NameForm(sentence).text(of: 0..<$0))
        }
        if isNamed { found += 1 }
        if found >= bound { return found }
      }
      seen += tokens.count
      if seen > Self.mostTokens { break }
    }
    return found
  }

  /// "Two in the morning: what I've learned about insomnia": the name of up to three words within
  /// the title that the text uses most, three times at least.
  func nameInTitle(
    _ outline: SectionOutline, _ frontMatter: FrontMatter
  ) -> (name: String, place: Int?)? {
    var titles: [(sentence: TaggedSentence, place: Int?)] = []
    if let title = frontMatter.title { titles.append((article.tagged(text: title), nil)) }
    let first = outline.titleBlock ?? (article.document.blocks.isEmpty ? nil : 0)
    if let first, article.blockTokens[first].count <= 40 {
      titles.append(
        (article.tagged(article.blockTokens[first]), article.document.blocks[first].text.lowerBound)
      )
    }
    var best: (name: String, place: Int?, score: Int)?
    for (sentence, place) in titles {
      for start in 0..<sentence.count {
        for end in start + 1...start + 3 where end <= sentence.count {
          guard isName(start..<end, sentence) else { continue }
          let name = NameForm(sentence).text(of: start..<end)
          let uses = count(of: name, atMost: 50)
          if uses > 2, uses * (end - start) > best?.score ?? 0 {
            best = (name, place, uses * (end - start))
          }
        }
      }
    }
    return best.map { ($0.name, $0.place) }
  }

  /// "… for the causes of traffic congestion are …": what running text says the causes, symptoms
  /// or effects of, where it names that often.
  func nameInText() -> (name: String, place: Int?)? {
    var seen = 0
    for (number, block) in article.document.blocks.enumerated() where block.isProse {
      for range in article.sentences(of: number) where range.count <= 200 {
        seen += 1
        if seen > 40 { return nil }
        let sentence = article.tagged(range)
        for match in sentence.all(.titles, in: 0..<sentence.count) {
          let rest = Range<Int>.from(match.tokens.upperBound, to: sentence.count)
          let end = rest.first { !isNameWord($0, sentence) } ?? sentence.count
          for last in (rest.lowerBound..<min(end, rest.lowerBound + 3)).reversed() {
            guard isName(rest.lowerBound..<last + 1, sentence) else { continue }
            let name = NameForm(sentence).text(of: rest.lowerBound..<last + 1)
            if count(of: name, atMost: 3) > (last > rest.lowerBound ? 1 : 2) {
              return (name, sentence.tokens[rest.lowerBound].start)
            }
          }
        }
      }
    }
    return nil
  }

  /// Words that a name may be made of, none of which is a word of grammar.
  private func isName(_ range: Range<Int>, _ sentence: TaggedSentence) -> Bool {
    range.allSatisfy { isNameWord($0, sentence) } && !sentence.isPhrase(range, .generic)
      && sentence.sectionPhrases(in: range).isEmpty
  }

  private func isNameWord(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    let word = index..<index + 1
    let grammar: [LexiconSection] = [
      .clauseWords, .auxiliaries, .adverbs, .pronouns, .leadIns, .tails, .subordinators, .openers,
      .generic, .people, .hedges, .denials,
    ]
    let small: [StaticString] = ["of", "and", "or", "to", "at", "about", "on", "into", "up", "as"]
    return sentence.tokens[index].kind == .word
      && sentence.tokens[index].end - sentence.tokens[index].start > 2
      && !grammar.contains { sentence.isPhrase(word, $0) }
      && !small.contains { sentence.isWord(index, $0) }
  }
}
