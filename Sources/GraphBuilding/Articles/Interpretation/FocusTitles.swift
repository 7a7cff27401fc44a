internal import GraphModel

/// Finds what titles and headings name: "Causes of asthma", "Asthma: symptoms and treatment".
struct FocusTitles {
  let article: ArticleText
  let outline: SectionOutline

  /// Notes the words of the name of the file.
  func add(fileName: String, to candidates: inout FocusCandidates) {
    let sentence = article.tagged(text: fileName)
    if sentence.count > 8 { return }
    for thing in stretches(0..<sentence.count, sentence) {
      candidates.add(thing, .title, 1, at: nil)
    }
  }

  /// Notes what the titles and headings of an article speak for.
  ///
  /// - Complexity: O(tokens of titles and headings).
  func add(frontMatter: FrontMatter, to candidates: inout FocusCandidates) {
    for title in [frontMatter.title, frontMatter.name] {
      guard let title else { continue }
      addTitle(article.tagged(text: title), at: nil, &candidates)
    }
    let headings = article.document.blocks.indices.filter {
      if case .heading = article.document.blocks[$0].kind {
        true
      } else {
        outline.sections[$0].isHeading
      }
    }
    // A heading below one that opens a section is no title.
    let firstSection =
      headings.first {
        SectionOutline.classify(article.tagged(article.blockTokens[$0])).role != nil
      } ?? article.document.blocks.count
    let firstProse = min(firstProse, firstSection + 1)
    let highest = headings.count { article.document.blocks[$0].kind == .heading(level: 1) }
    for number in headings {
      let block = article.document.blocks[number]
      let sentence = article.tagged(article.blockTokens[number])
      if sentence.count > 60 { continue }
      // Lines in strong type or on their own are headings, and no titles.
      var isMarked = false
      if case .heading = block.kind { isMarked = true }
      let isTitle =
        isMarked && number < firstProse || number == outline.titleBlock || number == headings.first
        || highest < 4 && block.kind == .heading(level: 1)
      if isTitle {
        addTitle(sentence, at: block.text.lowerBound, &candidates)
      } else {
        for (thing, isPlain) in names(in: sentence) where !isPlain {
          candidates.add(thing, .heading, 1.5, at: block.text.lowerBound)
        }
      }
    }
  }

  /// Headings before any prose are titles, such as that of a series and that of its article.
  private var firstProse: Int {
    let blocks = article.document.blocks
    return blocks.indices.first {
      blocks[$0].isProse && article.blockTokens[$0].count > 12
    } ?? blocks.count
  }

  private func addTitle(
    _ sentence: TaggedSentence, at place: Int?, _ candidates: inout FocusCandidates
  ) {
    for (thing, isPlain) in names(in: sentence) {
      candidates.add(thing, .title, isPlain ? 3 : 5, at: place)
      if let shorter = withoutPlace(thing) { candidates.add(shorter, .title, 3, at: place) }
    }
    let stretched = parts(sentence, atCommas: true)
    // "Asthma, plainly told".
    if let first = stretched.first, first.upperBound < sentence.count,
      sentence.tokens[first.upperBound].kind == .comma, let thing = plainName(first, sentence)
    {
      candidates.add(thing, .title, 2.5, at: place)
    }
    for part in stretched {
      for thing in stretches(part, sentence) { candidates.add(thing, .title, 1.5, at: place) }
    }
  }

  /// "technical debt in software projects": the name proper comes first.
  private func withoutPlace(_ thing: NamedThing) -> NamedThing? {
    let words = thing.name.spacedWords
    let prepositions: Set<Substring> = ["in", "for", "with", "among", "at", "on", "from", "during"]
    guard let cut = words.firstIndex(where: prepositions.contains), cut > 0 else { return nil }
    return NamedThing(name: words[..<cut].joined(separator: " "), place: thing.place)
  }

  // MARK: Names

  /// The names that a heading gives what it is about; plain ones stand there as nothing but names.
  func names(in sentence: TaggedSentence) -> [(thing: NamedThing, isPlain: Bool)] {
    let parts = parts(sentence, atCommas: false)
    var found: [(NamedThing, Bool)] = []
    for part in parts {
      if let name = nameAfterPattern(part, sentence) { found.append((name, false)) }
    }
    if found.isEmpty, parts.count > 1, let first = parts.first,
      parts.dropFirst().contains(where: { !sentence.sectionPhrases(in: $0).isEmpty }),
      sentence.sectionPhrases(in: first).isEmpty, let name = plainName(first, sentence)
    {
      // "Asthma: causes, symptoms and treatment".
      found.append((name, false))
    }
    if found.isEmpty, let name = nameBeforeSections(parts, sentence) { found.append((name, false)) }
    if found.isEmpty, let first = parts.first, sentence.sectionPhrases(in: first).isEmpty,
      let name = plainName(first, sentence)
    {
      found.append((name, true))
    }
    return found
  }

  private func parts(_ sentence: TaggedSentence, atCommas: Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for index in 0..<sentence.count {
      let ends: Bool
      switch sentence.tokens[index].kind {
      case .colon, .dash, .stop, .semicolon, .other: ends = true
      case .comma, .open, .close, .quote, .slash: ends = atCommas
      default: ends = false
      }
      if ends {
        if start < index { parts.append(start..<index) }
        start = index + 1
      }
    }
    if start < sentence.count { parts.append(start..<sentence.count) }
    return parts
  }

  /// "Causes of asthma", "What is asthma?", "The causes and symptoms of asthma".
  private func nameAfterPattern(_ part: Range<Int>, _ sentence: TaggedSentence) -> NamedThing? {
    var last: TaggedSentence.Match?
    for match in sentence.all(.titles, in: part) { last = match }
    guard let last, last.tokens.upperBound < part.upperBound else { return nil }
    return plainName(last.tokens.upperBound..<part.upperBound, sentence)
  }

  /// "Asthma causes and symptoms".
  private func nameBeforeSections(
    _ parts: [Range<Int>], _ sentence: TaggedSentence
  ) -> NamedThing? {
    guard let first = parts.first,
      let section = sentence.sectionPhrases(in: first).first,
      section.tokens.lowerBound > first.lowerBound,
      section.tokens.upperBound == first.upperBound
        || sentence.isWord(section.tokens.upperBound, "and")
        || sentence.tokens[section.tokens.upperBound].kind == .comma
        || sentence.tokens[section.tokens.upperBound].kind == .ampersand
    else { return nil }
    return plainName(first.lowerBound..<section.tokens.lowerBound, sentence)
  }

  /// One name of up to six words, without what the heading lists beside it.
  private func plainName(_ range: Range<Int>, _ sentence: TaggedSentence) -> NamedThing? {
    let things = MentionParser(sentence).parse(range)
    guard let thing = things.first, things.count == 1,
      !thing.name.contains(".") || thing.name.contains(" ")
    else { return nil }
    return thing.name.spacedWords.count <= 6 ? thing : nil
  }

  // MARK: Words of a title

  /// Every stretch of up to four words that may be a name: only the text can tell which is.
  private func stretches(_ part: Range<Int>, _ sentence: TaggedSentence) -> [NamedThing] {
    var found: [NamedThing] = []
    for start in part where isContent(start, sentence) {
      for end in Range<Int>.from(start + 1, to: min(start + 4, part.upperBound) + 1) {
        if !isContent(end - 1, sentence) { break }
        var thing = NamedThing(
          name: NameForm(sentence).text(of: start..<end),
          place: sentence.textRange(start..<end))
        thing.category = NameHead(start..<end, sentence).category
        found.append(thing)
      }
    }
    return found
  }

  /// A word that a name may be made of.
  private func isContent(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    let token = sentence.tokens[index]
    guard token.kind == .word, token.end - token.start > 2 else { return false }
    let small: [StaticString] = [
      "about", "for", "from", "with", "without", "into", "than", "the", "and", "but", "not", "yet",
    ]
    if small.contains(where: { sentence.isWord(index, $0) }) { return false }
    return !sentence.isCovered(
      index, by: .clauseWords, .pronouns, .auxiliaries, .adverbs, .subordinators, .openers)
      && !sentence.isPhrase(index..<index + 1, .leadIns)
      && !sentence.isPhrase(index..<index + 1, .sections)
      && !sentence.isPhrase(index..<index + 1, .generic)
  }
}
