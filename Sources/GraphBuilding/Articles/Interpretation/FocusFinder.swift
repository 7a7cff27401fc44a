internal import GraphModel

/// Finds what an article is about: its front matter says so, else its title and headings, else
/// its opening sentence.
struct FocusFinder {
  let article: ArticleText
  let outline: SectionOutline
  let frontMatter: FrontMatter
  let vocabulary: Vocabulary

  private struct Candidate {
    var name: String
    var votes: Int
    var place: Int?
  }

  /// - Complexity: O(tokens + names of the vocabulary).
  func find() -> Focus? {
    guard let chosen = chosenName() else { return nil }
    var focus = Focus(label: chosen.name)
    focus.location = chosen.place.map { article.document.location(of: $0) }
    focus.category = category(of: chosen.name)
    recognizeVocabulary(&focus)
    FocusNames(article: article).add(to: &focus)
    for name in focus.synonyms + focus.abbreviations { recognizeVocabulary(&focus, name: name) }
    return focus
  }

  /// What the name's own words say the condition is.
  private func category(of name: String) -> Category? {
    let sentence = article.tagged(text: name)
    return NameHead(0..<sentence.count, sentence).category
  }

  private func chosenName() -> (name: String, place: Int?)? {
    if let condition = frontMatter.condition { return (condition, nil) }
    var candidates: [NameKey: Candidate] = [:]
    var order: [NameKey] = []
    func vote(_ name: String, _ votes: Int, _ place: Int?) {
      let key = NameKey(name)
      if key.isEmpty { return }
      if candidates[key] == nil { order.append(key) }
      var candidate = candidates[key] ?? Candidate(name: name, votes: 0, place: place)
      candidate.votes += votes
      if candidate.name.isInCapitals, !name.isInCapitals { candidate.name = name }
      candidate.place = candidate.place ?? place
      candidates[key] = candidate
    }
    if let title = frontMatter.title {
      for (name, votes) in names(in: article.tagged(text: title)) { vote(name, votes + 1, nil) }
    }
    for (number, block) in article.document.blocks.enumerated() {
      var level = Document.lowestHeading
      if case .heading(let marked) = block.kind {
        level = marked
      } else if !outline.sections[number].isHeading {
        continue
      }
      let sentence = article.tagged(article.blockTokens[number])
      if sentence.count > 40 { continue }
      for (name, votes) in names(in: sentence) {
        let isTitle = number == outline.titleBlock || number == 0 || level == 1
        // A title that is nothing but a name is weak evidence under a longer one.
        if votes == 1, !isTitle { continue }
        vote(name, votes + (isTitle ? 1 : 0), block.text.lowerBound)
      }
    }
    let mentions = FocusMentions(article: article)
    var best: Candidate?
    var bestIsUsed = false
    for key in order {
      guard let candidate = candidates[key] else { continue }
      // A heading's "uric acid up" is no name: the text never uses it.
      let isUsed = mentions.count(of: candidate.name, atMost: 2) > 1
      if best == nil || isUsed && !bestIsUsed
        || isUsed == bestIsUsed && candidate.votes > best?.votes ?? 0
      {
        best = candidate
        bestIsUsed = isUsed
      }
    }
    let isHinted = best.map { $0.votes > 2 } ?? false
    if let best, bestIsUsed || isHinted { return (best.name, best.place) }
    if let name = mentions.nameInTitle(outline, frontMatter) { return name }
    if let best { return (best.name, best.place) }
    return mentions.nameInText() ?? subjectOfOpening()
  }

  // MARK: Headings

  /// The names that a heading gives the condition, with their votes.
  private func names(in sentence: TaggedSentence) -> [(String, Int)] {
    var parts: [Range<Int>] = []
    var start = 0
    for index in 0..<sentence.count {
      let kind = sentence.tokens[index].kind
      if kind == .colon || kind == .dash || kind == .stop || kind == .semicolon {
        if start < index { parts.append(start..<index) }
        start = index + 1
      }
    }
    if start < sentence.count { parts.append(start..<sentence.count) }
    var found: [(String, Int)] = []
    for part in parts {
      if let name = nameAfterPattern(part, sentence) { found.append((name, 3)) }
    }
    if found.isEmpty, parts.count > 1, let first = parts.first,
      parts.dropFirst().contains(where: { !sentence.sectionPhrases(in: $0).isEmpty }),
      sentence.sectionPhrases(in: first).isEmpty, let name = plainName(first, sentence)
    {
      // "Asthma: causes, symptoms and treatment".
      found.append((name, 3))
    }
    if found.isEmpty, let name = nameBeforeSections(parts, sentence) { found.append((name, 2)) }
    // "Gout: why your big toe wakes you".
    if found.isEmpty, parts.count > 1, let first = parts.first,
      sentence.tokens[first.upperBound].kind == .colon,
      sentence.sectionPhrases(in: first).isEmpty, let name = plainName(first, sentence)
    {
      found.append((name, 2))
    }
    if found.isEmpty, let first = parts.first, sentence.sectionPhrases(in: first).isEmpty,
      let name = plainName(first, sentence)
    {
      found.append((name, 1))
    }
    return found
  }

  /// "Causes of asthma", "What is asthma?", "The causes and symptoms of asthma".
  private func nameAfterPattern(_ part: Range<Int>, _ sentence: TaggedSentence) -> String? {
    var last: TaggedSentence.Match?
    for match in sentence.all(.titles, in: part) { last = match }
    guard let last, last.tokens.upperBound < part.upperBound else { return nil }
    return plainName(last.tokens.upperBound..<part.upperBound, sentence)
  }

  /// "Asthma causes and symptoms".
  private func nameBeforeSections(
    _ parts: [Range<Int>], _ sentence: TaggedSentence
  ) -> String? {
    guard let first = parts.first,
      let section = sentence.sectionPhrases(in: first).first,
      section.tokens.lowerBound > first.lowerBound,
      section.tokens.upperBound == first.upperBound
        || sentence.isWord(section.tokens.upperBound, "and")
        || sentence.tokens[section.tokens.upperBound].kind == .comma
    else { return nil }
    return plainName(first.lowerBound..<section.tokens.lowerBound, sentence)
  }

  /// One name of up to six words, without what the heading lists beside it.
  private func plainName(_ range: Range<Int>, _ sentence: TaggedSentence) -> String? {
    let things = MentionParser(sentence).parse(range)
    guard let thing = things.first, things.count == 1 else { return nil }
    return thing.name.split(separator: " ").count <= 6 ? thing.name : nil
  }

  // MARK: Opening

  /// "Asthma is a disease of the airways": what the first sentence is about.
  private func subjectOfOpening() -> (name: String, place: Int?)? {
    for (number, block) in article.document.blocks.enumerated().prefix(5) where block.isProse {
      guard let first = article.sentences(of: number).first, first.count <= 200 else { continue }
      let sentence = article.tagged(first)
      let verb = (1..<max(1, sentence.count)).first {
        sentence.isWord($0, "is") || sentence.isWord($0, "are") || sentence.isWord($0, "has")
      }
      guard let verb, verb <= 12 else { continue }
      let things = MentionParser(sentence).parse(0..<verb)
      if let thing = things.first { return (thing.name, thing.place.lowerBound) }
    }
    return nil
  }

  // MARK: Vocabulary

  /// Takes over the names of the vocabulary's concept that goes by a name of the focus.
  private func recognizeVocabulary(_ focus: inout Focus, name: String? = nil) {
    let wanted = NameKey(name ?? focus.label)
    let first = wanted.description.utf8.first
    for concept in vocabulary.concepts {
      let isConcept = concept.names.contains { other in
        // A cheap look at the first letter spares most names the full comparison.
        let letter = other.utf8.first.map(\.lowered)
        return (letter == first || letter ?? 0x80 >= 0x80 || other.hasPrefixArticle)
          && NameKey(other) == wanted
      }
      if isConcept { for other in concept.names { focus.recognize(other) } }
    }
    if let concept = vocabulary.term(named: name ?? focus.label) {
      for other in concept.names { focus.recognize(other) }
    }
  }
}

extension String {
  /// Written in capitals throughout.
  fileprivate var isInCapitals: Bool { !utf8.contains(where: \.isLowerByte) }

  /// Whether the name begins with "the", "a" or "an", in any case.
  fileprivate var hasPrefixArticle: Bool {
    let head = utf8.prefix(4).map(\.lowered)
    return head.starts(with: Array("the ".utf8)) || head.starts(with: Array("a ".utf8))
      || head.starts(with: Array("an ".utf8))
  }
}
