/// Knows which words are written with a capital because they are names, not because they begin a
/// sentence or stand in a heading.
struct Capitals {
  /// Hashes of words that stand with a capital within a sentence and nowhere without.
  private var names: Set<UInt64> = []

  /// - Complexity: O(tokens).
  init(_ article: ArticleText, _ outline: SectionOutline) {
    let text = article.document.text
    // Lists of titles, as under "Related articles", have capitals of their own.
    func isRead(_ number: Int) -> Bool {
      let role = outline.sections[number].role
      return role != .other && role != .references && article.document.blocks[number].isProse
    }
    for number in article.document.blocks.indices where isRead(number) {
      var isStart = true
      let lead = LeadFinder(article: article).find(in: number)?.rest
      let tokens = article.blockTokens[number]
      for token in article.tokens[Range<Int>.from(lead ?? tokens.lowerBound, to: tokens.upperBound)]
      {
        if token.kind == .word, token.isCapitalized, !isStart {
          names.insert(WordTable.hash(text, token.range))
        }
        // What follows a colon or a dash may begin a sentence of its own.
        let isBroken = token.kind == .stop || token.kind == .colon || token.kind == .dash
        if token.isWordLike { isStart = false } else if isBroken { isStart = true }
      }
    }
    for number in article.document.blocks.indices where isRead(number) {
      if let name = Self.nameAmongItems(article, number) { names.insert(name) }
    }
    guard !names.isEmpty else { return }
    for number in article.document.blocks.indices where isRead(number) {
      for token in article.tokens[article.blockTokens[number]]
      where token.kind == .word && !token.isCapitalized {
        names.remove(WordTable.hash(text, token.range))
      }
    }
  }

  /// The first word of an item beside one that begins with a small letter: its capital is its own.
  private static func nameAmongItems(_ article: ArticleText, _ number: Int) -> UInt64? {
    let blocks = article.document.blocks
    func first(_ block: Int) -> Token? {
      guard blocks.indices.contains(block), blocks[block].kind.isItem else { return nil }
      return article.tokens[article.blockTokens[block]].first { $0.kind == .word }
    }
    guard let own = first(number), own.isCapitalized,
      article.document.strongRange(at: blocks[number].text.lowerBound) == nil,
      !article.tokens[article.blockTokens[number]].contains(where: { $0.kind == .colon }),
      [number - 1, number + 1].contains(where: { first($0)?.isCapitalized == false })
    else { return nil }
    return WordTable.hash(article.document.text, own.range)
  }

  /// How much of a name is written with capitals for its place alone.
  enum Place {
    /// Within a sentence: nothing.
    case running
    /// At the beginning of a sentence: the first word.
    case sentenceStart
    /// In a heading or at the head of an item: every word.
    case title
  }

  /// The name as it would stand within a sentence: abbreviations, names and single letters keep
  /// their capitals.
  ///
  /// - Complexity: O(length).
  func lowered(_ name: String, at place: Place) -> String {
    if place == .running { return name }
    // A heading in capitals: several words, or one too long for an abbreviation.
    if place == .title, !name.utf8.contains(where: \.isLowerByte),
      name.utf8.count > 8 || name.utf8.contains(0x20)
    {
      return name.lowercased()
    }
    let bytes = Array(name.utf8)
    var result: [UInt8] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x2f, bytes[end] != 0x2d {
        end += 1
      }
      if place == .title || start == 0 {
        result += lowered(bytes, start..<end)
      } else {
        result += bytes[start..<end]
      }
      if end < bytes.count { result.append(bytes[end]) }
      start = end + 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The thing with all its names, and its members, as they would stand within a sentence.
  func lowered(_ thing: NamedThing, at place: Place) -> NamedThing {
    if place == .running { return thing }
    var result = thing
    result.name = lowered(thing.name, at: place)
    result.synonyms = thing.synonyms.map { lowered($0, at: place) }
    if place == .title { result.members = thing.members.map { lowered($0, at: place) } }
    return result
  }

  private func lowered(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    let word = bytes[range]
    guard let first = word.first, first.isUpperByte, !names.contains(WordTable.hash(bytes, range)),
      range.count > 1 || range.count == bytes.count,
      !word.dropFirst().contains(where: { $0.isUpperByte || $0.isDigitByte }),
      !Self.isPossessive(word)
    else { return Array(word) }
    return [first.lowered] + word.dropFirst()
  }

  /// `Crohn’s`: named after someone.
  private static func isPossessive(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 3 && word.last == 0x73
      && (word.dropLast().last == 0x27
        || word.dropLast().suffix(3).elementsEqual([0xe2, 0x80, 0x99]))
  }
}

extension Document.Block {
  /// Running text, not a heading.
  var isProse: Bool {
    switch kind {
    case .heading, .code: false
    default: true
    }
  }
}
