internal import GraphModel

/// What two wordings of one name have in common: "damage to the joints" and "joint damage",
/// "hormonal changes" and "changes in hormones", "elevated sugar levels" and "high levels of sugar".
///
/// Only the order and the form of the words may differ, never a word that says something.
struct ConceptWording {
  private let lexicon: Lexicon

  /// Words of a name that say nothing of what it names.
  private static let silent: Set<String> = ["the", "a", "an", "your", "my", "affected"]
  private static let links: Set<String> = ["of", "in", "to", "around"]
  private static let more: Set<String> = [
    "high", "elevated", "raised", "excess", "excessive", "increased",
  ]
  private static let degrees: Set<String> = [
    "severe", "mild", "intense", "sudden", "extreme", "persistent", "constant", "frequent",
    "excruciating", "recurring", "recurrent", "ongoing", "prolonged", "serious", "slight",
    "occasional", "general", "chronic", "permanent", "unbearable", "moderate",
  ]

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The words of a name in one order and one form; the same for wordings of one thing.
  ///
  /// - Complexity: O(length).
  func key(of name: String) -> NameKey {
    var words = NameKey(name).words.map(String.init)
    words.removeAll(where: Self.silent.contains)
    words = turned(words)
    if words.count > 1, words.last == "factor" { words.removeLast() }
    words = quantity(words)
    return NameKey(words.map(stem).joined(separator: " "))
  }

  /// "severe joint pain" is joint pain: what shows a condition shows it in some degree.
  ///
  /// - Returns: the name without the words of degree that it begins with; nil where it has none.
  func plain(_ name: String) -> String? {
    var words = name.spacedWords[...]
    let count = words.count
    while words.count > 1, let first = words.first,
      Self.degrees.contains(first.lowercased().filter { $0 != "," })
    {
      words.removeFirst()
    }
    return words.count < count ? words.joined(separator: " ") : nil
  }

  /// "damage to joint" → "joint damage", where one preposition stands behind the noun.
  private func turned(_ words: [String]) -> [String] {
    let places = words.indices.filter { Self.links.contains(words[$0]) }
    guard places.count == 1, let place = places.first, place > 0, place + 1 < words.count,
      words.count - place <= 3, lexicon.has(Substring(words[place - 1]), in: .turners)
    else { return words }
    return Array(words[..<(place - 1)]) + words[(place + 1)...] + [words[place - 1]]
  }

  /// "excess sugar", "raised sugar level", "high level of sugar in blood" → "high sugar".
  private func quantity(_ words: [String]) -> [String] {
    var rest = words[...]
    if rest.first == "too", rest.dropFirst().first == "much" {
      rest = rest.dropFirst(2)
    } else if let first = rest.first, Self.more.contains(first) {
      rest = rest.dropFirst()
    } else {
      return words
    }
    if rest.first == "level" || rest.first == "amount", rest.dropFirst().first == "of" {
      rest = rest.dropFirst(2)
    } else if rest.first == "of" {
      rest = rest.dropFirst()
    }
    if rest.count > 2, rest.last == "blood" || rest.last == "body",
      rest[rest.endIndex - 2] == "in"
    {
      rest = rest.dropLast(2)
    }
    if rest.count > 1, rest.last == "level" { rest = rest.dropLast() }
    return rest.isEmpty ? words : ["high"] + rest
  }

  /// "hormonal" and "hormone", "dietary" and "diet".
  private func stem(_ word: String) -> String {
    guard word.utf8.count > 5 else { return word }
    for ending in ["al", "ary", "ics", "ic", "e"] where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
