internal import GraphModel

/// The condition that an article is about, and the ways in which its sentences name it.
struct Focus: Sendable {
  var label: String
  var synonyms: [String] = []
  var abbreviations: [String] = []
  var location: SourceLocation?
  /// What kind of thing its name says it is.
  var category: Category?
  /// The keys of all its names, the vocabulary's included.
  private var keys: Set<NameKey> = []

  /// The same in either spelling, and the letters that they begin with.
  private var spellings: Set<SpellingKey> = []
  private var firstLetters: Set<UInt8> = []

  /// Hashes of the first words of all names, to look at few words closely.
  private var firstWords: Set<UInt64> = []
  /// A bit for each of these, by the low bits of the hash: most words need no more.
  private var firstBits: UInt64 = 0

  /// The words of its longest name, with some room for quotation marks.
  private(set) var longestName = 3

  init(label: String) {
    self.label = label
    insert(label)
    measure(label)
  }

  private mutating func measure(_ name: String) {
    longestName = max(longestName, 3 + name.utf8.lazy.filter { $0 == 0x20 }.count)
  }

  @discardableResult
  private mutating func insert(_ name: String) -> Bool {
    let key = NameKey(name)
    guard !key.isEmpty, keys.insert(key).inserted else { return false }
    let spelling = SpellingKey(key)
    spellings.insert(spelling)
    if let first = key.description.utf8.first { firstLetters.insert(first) }
    for text in [name, key.description, spelling.description] {
      let bytes = Array(text.utf8)
      let end = bytes.firstIndex { $0 == 0x20 || $0 == 0x2d || $0 == 0x2f } ?? bytes.count
      let hash = WordTable.hash(bytes, 0..<end)
      firstWords.insert(hash)
      firstBits |= 1 << (hash & 63)
    }
    return true
  }

  /// Whether a name of the condition may begin with this word or its plural.
  func mayBegin(with token: Token, in text: [UInt8]) -> Bool {
    if isFirst(token.hash) { return true }
    if let hyphen = token.range.first(where: { text[$0] == 0x2d }) {
      return isFirst(WordTable.hash(text, token.start..<hyphen))
    }
    return token.range.count > 3 && text[token.end - 1].lowered == 0x73
      && isFirst(WordTable.hash(text, token.start..<token.end - 1))
  }

  private func isFirst(_ hash: UInt64) -> Bool {
    firstBits & (1 << (hash & 63)) != 0 && firstWords.contains(hash)
  }

  /// A further name that the article declares.
  mutating func add(synonym: String) {
    if insert(synonym) {
      synonyms.append(synonym)
      measure(synonym)
    }
  }

  mutating func add(abbreviation: String) {
    if insert(abbreviation) {
      abbreviations.append(abbreviation)
      measure(abbreviation)
    }
    insert(abbreviation + "s")
  }

  /// A name that the vocabulary knows; the graph has it from there.
  mutating func recognize(_ name: String) { insert(name) }

  func isNamed(_ name: String) -> Bool {
    let key = NameKey(name)
    return keys.contains(key) || isSpelledLike(key)
  }

  /// "child labor" of child labour: the same name in British or American spelling.
  private func isSpelledLike(_ key: NameKey) -> Bool {
    let bytes = key.description.utf8
    guard let first = bytes.first,
      spellings.contains(where: { abs($0.description.utf8.count - bytes.count) < 4 }),
      firstLetters.contains(first)
    else { return false }
    return spellings.contains(SpellingKey(key))
  }

  /// Whether a name of the condition stands somewhere in a sentence.
  ///
  /// - Complexity: O(tokens) but where a word begins a name.
  func isNamed(in sentence: TaggedSentence) -> Bool {
    sentence.tokens.indices.contains { isNamed(from: $0, in: sentence) }
  }

  /// Whether a name of the condition begins at a word.
  func isNamed(from start: Int, in sentence: TaggedSentence) -> Bool {
    guard mayBegin(with: sentence.tokens[start], in: sentence.text) else { return false }
    let end = min(sentence.count, start + longestName)
    return Range<Int>.from(start + 1, to: end + 1).contains {
      isNamed(NameForm(sentence).text(of: start..<$0))
    }
  }

  /// Where the longest name of the condition ends that begins at a token.
  ///
  /// - Complexity: O(length of the longest name).
  func nameEnd(from start: Int, in sentence: TaggedSentence) -> Int? {
    var end = min(sentence.count, start + longestName)
    while end > start {
      if sentence.tokens[end - 1].isWordLike,
        isNamed(NameForm(sentence).text(of: start..<end))
      {
        return end
      }
      end -= 1
    }
    return nil
  }

  /// Whether a name is the condition's own with more before it: "demand-pull inflation".
  func isKind(_ name: String) -> Bool {
    let words = NameKey(name).words
    return (1..<max(1, min(5, words.count))).contains { start in
      isNamed(words[start...].joined(separator: " "))
        && !words[..<start].contains(where: Self.links.contains)
    }
  }

  /// What stands before a name for other reasons than to name a kind of it.
  private static let links: Set<Substring> = [
    "of", "in", "on", "to", "with", "from", "for", "by", "about", "at", "and", "or", "the", "a",
    "an", "that", "than", "as", "s", "one", "against",
    "tackling", "fighting", "treating", "reducing", "curbing", "combating", "preventing",
  ]

  /// Whether its name is a plural: "kidney stones".
  var isPlural: Bool {
    let last = label.lowercased()
    return last.hasSuffix("s") && !["ss", "us", "is", "as", "os"].contains { last.hasSuffix($0) }
  }

  /// What a stretch of a sentence says of the condition.
  enum Naming {
    case named
    /// "reduced …", "less …".
    case lessened
  }

  /// Whether the tokens are the condition's name, with words of change before it ("increased …")
  /// or what happens to it around it ("the onset of …", "… attacks").
  ///
  /// - Complexity: O(tokens²) for a name of at most ``NameCleaner/longestName`` tokens.
  func naming(_ range: Range<Int>, in sentence: TaggedSentence) -> Naming? {
    var start = range.lowerBound
    var naming = Naming.named
    while start < range.upperBound {
      if isNamed(start..<range.upperBound, in: sentence) { return naming }
      if sentence.isPhrase(start..<range.upperBound, .episodes) { return naming }
      if let match = sentence.longest(.reductions, at: start, before: range.upperBound) {
        naming = .lessened
        start = match.tokens.upperBound
      } else if let match = sentence.longest(.change, at: start, before: range.upperBound)
        ?? sentence.longest(.occurrences, at: start, before: range.upperBound)
        ?? sentence.longest(.leadIns, at: start, before: range.upperBound)
        ?? sentence.longest(.people, at: start, before: range.upperBound)
      {
        start = match.tokens.upperBound
      } else if !sentence.tokens[start].isWordLike {
        start += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func isNamed(_ range: Range<Int>, in sentence: TaggedSentence) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      if isNamed(NameForm(sentence).text(of: range.lowerBound..<end)) { return true }
      guard end - 1 > range.lowerBound, sentence.isPhrase(end - 1..<end, .occurrences) else {
        return false
      }
      end -= 1
    }
    return false
  }
}
