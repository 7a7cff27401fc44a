internal import GraphModel

/// Finds what an article is about: its front matter says so, else everything that its titles,
/// headings and sentences say is weighed.
struct FocusFinder {
  let article: ArticleText
  let outline: SectionOutline
  let frontMatter: FrontMatter
  let vocabulary: Vocabulary

  /// The condition under a name that was chosen.
  ///
  /// - Complexity: O(tokens + names of the vocabulary).
  func focus(_ name: String, place: Int?) -> Focus {
    var focus = Focus(label: name)
    focus.location = place.map { article.document.location(of: $0) }
    focus.category = category(of: name)
    recognizeVocabulary(&focus)
    let names = FocusNames(article: article)
    names.addShortForm(to: &focus)
    names.addVerbalForm(to: &focus)
    names.add(to: &focus)
    for name in focus.synonyms + focus.abbreviations { recognizeVocabulary(&focus, name: name) }
    return focus
  }

  /// What the name's own words say the condition is.
  private func category(of name: String) -> Category? {
    let sentence = article.tagged(text: name)
    return NameHead(0..<sentence.count, sentence).category
  }

  // MARK: The name

  /// What was found to be the name of the condition.
  enum Choice {
    case name(String, place: Int?)
    /// Two names of which nothing tells which is meant.
    case between(String, String)
    case nothing
  }

  /// With less than this speaking for it, no name is taken for that of the condition.
  private static let leastWeight = 3.0

  /// Weighs everything that speaks for one name or another.
  func choose() -> Choice {
    if let condition = frontMatter.condition { return .name(condition, place: nil) }
    var candidates = FocusCandidates()
    let titles = FocusTitles(article: article, outline: outline)
    let slug = Self.slug(of: article.document.source.name)
    titles.add(frontMatter: frontMatter, to: &candidates)
    titles.add(fileName: slug, to: &candidates)
    FocusProse(article: article).add(isRead, to: &candidates)
    candidates.add(fileName: slug)
    candidates.count(in: ArticleStems(article, blocks: isRead))
    candidates.uniteForms(isDegree: isDegree)
    let ranked = candidates.all.indices
      .filter { !candidates.all[$0].isForm && candidates.all[$0].isSupported }
      .map { (number: $0, weight: candidates.weight($0)) }
      .sorted { $0.weight == $1.weight ? $0.number < $1.number : $0.weight > $1.weight }
    guard let best = ranked.first else { return .nothing }
    guard best.weight >= Self.leastWeight else {
      // Where nothing else speaks for anything, the one plain title does.
      let titled = ranked.map { candidates.all[$0.number] }.filter { $0.title >= 3 }
      return titled.count == 1 ? .name(titled[0].name, place: titled[0].place) : .nothing
    }
    let chosen = candidates.all[best.number]
    if let next = ranked.dropFirst().first, next.weight >= best.weight * 0.9,
      candidates.all[next.number].title >= 3, chosen.title >= 3
    {
      return .between(chosen.name, candidates.all[next.number].name)
    }
    return .name(chosen.name, place: chosen.place)
  }

  /// Prose that belongs to the article proper.
  private func isRead(_ block: Int) -> Bool {
    let role = outline.sections[block].role
    return article.document.blocks[block].isProse && role != .references
  }

  /// "chronic insomnia": a degree or a duration before the name proper.
  private func isDegree(_ name: String) -> Bool {
    guard let first = name.spacedWords.first else { return false }
    let words = [first, Substring(first.lowercased())]
    return words.contains { article.lexicon.has($0, in: .modifiers) }
      || ["short-term", "mild", "sudden", "recurrent"].contains(first.lowercased())
  }

  /// The name of a file without its folder, its ending and numbers.
  static func slug(of name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return stem.split { !$0.isLetter }.joined(separator: " ")
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
  /// Whether the name begins with "the", "a" or "an", in any case.
  fileprivate var hasPrefixArticle: Bool {
    let head = utf8.prefix(4).map(\.lowered)
    return head.starts(with: Array("the ".utf8)) || head.starts(with: Array("a ".utf8))
      || head.starts(with: Array("an ".utf8))
  }
}
