internal import GraphModel

/// Tells names of groups of people: "older adults", "men over 50", "in babies and toddlers".
enum People {
  /// Whether a stretch names people by their age, sex or work and nothing else.
  ///
  /// - Complexity: O(tokens).
  static func areNamed(in sentence: TaggedSentence, _ range: Range<Int>) -> Bool {
    guard range.count <= 8 else { return false }
    var hasPeople = false
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = sentence.longest(.populations, at: index, before: range.upperBound) {
        hasPeople = true
        index = match.tokens.upperBound
      } else if isBeside(index, sentence) {
        index += 1
      } else {
        return false
      }
    }
    return hasPeople
  }

  /// The groups that a stretch names, where it names nothing else: "men over 50", or "infants" and
  /// "children".
  ///
  /// - Complexity: O(tokens).
  static func named(in sentence: TaggedSentence, _ range: Range<Int>) -> [NamedThing] {
    guard areNamed(in: sentence, range) else { return [] }
    let isPlain = range.allSatisfy {
      sentence.isCovered($0, by: .populations) || isJoin($0, sentence)
    }
    var parts: [Range<Int>] = []
    if isPlain {
      var start = range.lowerBound
      for index in range where isJoin(index, sentence) {
        if start < index { parts.append(start..<index) }
        start = index + 1
      }
      if start < range.upperBound { parts.append(start..<range.upperBound) }
    } else {
      parts = [range]
    }
    return parts.map { part in
      var thing = NamedThing(
        name: NameForm(sentence).text(of: part), place: sentence.textRange(part))
      thing.isPopulation = true
      return thing
    }
  }

  private static func isJoin(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    sentence.isWord(index, "and") || sentence.isWord(index, "or")
      || !sentence.tokens[index].isWordLike
  }

  /// An age, a preposition or a mark beside the word for people.
  private static func isBeside(_ index: Int, _ sentence: TaggedSentence) -> Bool {
    if sentence.tokens[index].kind != .word { return true }
    return sentence.isPhrase(index..<index + 1, .ages)
      || ["and", "or", "in", "for", "among"].contains { (word: StaticString) in
        sentence.isWord(index, word)
      }
  }
}
