internal import GraphModel

/// Finds the works whose titles name a concept, for articles that list works and cite none.
struct ReferenceMatcher {
  private let titles: [(id: String, words: String)]
  private let lexicon: Lexicon
  private var cache: [String: [String]] = [:]

  /// Above this many works, matching every concept with every title is not worth its time.
  private static let mostWorks = 1000

  init(_ references: [Reference], lexicon: Lexicon) {
    titles = references.prefix(Self.mostWorks).compactMap { reference in
      reference.title.map { (reference.id, " \(NameKey($0)) ") }
    }
    self.lexicon = lexicon
  }

  /// The works that name a concept by any of its names, in the order of the list.
  ///
  /// A name counts in full or without the wide nouns at its end ("… disorder"). A lone wide word
  /// such as "diet" names too much to tell a work by.
  ///
  /// - Complexity: O(names · titles), once for a concept.
  mutating func works(naming names: [String]) -> [String] {
    guard let label = names.first, !titles.isEmpty else { return [] }
    if let known = cache[label] { return known }
    var wanted: [String] = []
    for name in names { wanted += distinctiveForms(name) }
    let found = titles.filter { title in wanted.contains { title.words.contains(" \($0) ") } }
    let ids = found.map(\.id)
    cache[label] = ids
    return ids
  }

  private func distinctiveForms(_ name: String) -> [String] {
    var words = NameKey(name).description.split(separator: " ")
    while let first = words.first, words.count > 1, lexicon.has(first, in: .modifiers) {
      words.removeFirst()
    }
    var forms: [String] = []
    while !words.isEmpty {
      if isDistinctive(words) { forms.append(words.joined(separator: " ")) }
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
