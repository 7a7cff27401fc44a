internal import GraphModel

/// Finds the works whose titles name a concept, for articles that list works and cite none.
struct ReferenceMatcher {
  private var titles: [(id: String, words: [Substring])] = []
  /// The titles in which a word stands.
  private var titlesByWord: [Substring: [Int]] = [:]
  private let lexicon: Lexicon
  private var cache: [String: [String]] = [:]

  /// Above this many works, matching every concept with every title is not worth its time.
  private static let mostWorks = 1000

  init(_ references: [Reference], lexicon: Lexicon) {
    self.lexicon = lexicon
    for reference in references.prefix(Self.mostWorks) {
      guard let title = reference.title else { continue }
      let words = NameKey(title).words
      for word in Set(words) { titlesByWord[word, default: []].append(titles.count) }
      titles.append((reference.id, words))
    }
  }

  /// The works that name a concept by any of its names, in the order of the list.
  ///
  /// A name counts in full or without the wide nouns at its end ("… disorder"). A lone wide word
  /// such as "diet" names too much to tell a work by.
  ///
  /// - Complexity: O(names · titles that share their first word), once for a concept.
  mutating func works(naming names: [String]) -> [String] {
    guard let label = names.first, !titles.isEmpty else { return [] }
    if let known = cache[label] { return known }
    var found: Set<Int> = []
    for name in names {
      for form in distinctiveForms(name) {
        for title in titlesByWord[form[0]] ?? [] where contains(titles[title].words, form) {
          found.insert(title)
        }
      }
    }
    let ids = found.sorted().map { titles[$0].id }
    cache[label] = ids
    return ids
  }

  private func contains(_ words: [Substring], _ form: [Substring]) -> Bool {
    guard words.count >= form.count else { return false }
    return (0...(words.count - form.count)).contains { start in
      words[start..<(start + form.count)] == form[...]
    }
  }

  private func distinctiveForms(_ name: String) -> [[Substring]] {
    var words = NameKey(name).words
    while let first = words.first, words.count > 1, lexicon.has(first, in: .modifiers) {
      words.removeFirst()
    }
    var forms: [[Substring]] = []
    while !words.isEmpty {
      if isDistinctive(words) { forms.append(words) }
      guard let last = words.last, lexicon.has(last, in: .heads) else { break }
      words.removeLast()
    }
    return forms
  }

  private func isDistinctive(_ words: [Substring]) -> Bool {
    guard words.count == 1, let word = words.first else { return true }
    let wide: [LexiconSection] = [.heads, .collectives, .bodyParts, .generic, .modifiers]
    return word.utf8.count > 3 && !wide.contains { lexicon.has(word, in: $0) }
  }
}
