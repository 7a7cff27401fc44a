extension SectionOutline {
  struct Classification {
    var role: SectionRole?
    /// The words that tell the role begin the heading.
    var isAtStart = false
    /// They end it.
    var isAtEnd = false
    /// How many different roles the heading names.
    var roleCount = 0
  }

  /// What a heading says that its section is about: the first phrase of the lexicon decides.
  static func classify(_ heading: TaggedSentence) -> Classification {
    var result = Classification()
    var roles: [SectionRole] = []
    var start = 0
    while start < heading.count, !heading.isWordStart(start) { start += 1 }
    for match in heading.sectionPhrases(in: 0..<heading.count) {
      guard let role = heading.entry(match).role else { continue }
      // "What are the symptoms?" asks for symptoms, not for a definition.
      if roles.isEmpty || result.role == .definition {
        result.role = role
        result.isAtStart = match.tokens.lowerBound <= start
      }
      result.isAtEnd =
        role == result.role
        && (match.tokens.upperBound..<heading.count).allSatisfy { !heading.tokens[$0].isWordLike }
      if !roles.contains(role) { roles.append(role) }
    }
    result.roleCount = roles.count
    return result
  }

  /// Whether a short line is nothing but the words that tell a role, as a heading is whose markup
  /// was lost: "Causes of acne", "Common symptoms:".
  static func isBareHeading(_ line: TaggedSentence) -> Bool {
    guard (1...10).contains(line.count), let first = line.tokens.first, first.isCapitalized,
      let last = line.tokens.last, last.isWordLike || last.kind == .colon
    else { return false }
    let found = classify(line)
    guard found.role != nil, found.isAtStart || found.isAtEnd else { return false }
    return line.tokens.indices.allSatisfy { index in
      let token = line.tokens[index]
      return !token.isWordLike || token.isCapitalized || line.isCovered(index, by: .sections)
        || line.isCovered(index, by: .leadIns, .fillers, .modifiers)
        || line.tokens[..<index].indices.contains { line.isWord($0, "of") }
    }
  }
}

extension SectionRole {
  /// A heading below may name a cause, a symptom, …
  var hasLeads: Bool {
    switch self {
    case .causes, .symptoms, .diseases, .effects, .protective, .types: true
    case .prevention, .definition, .references, .other: false
    }
  }

  /// Nothing under the heading belongs to the section above it.
  var endsSection: Bool {
    switch self {
    case .prevention, .references, .other: true
    default: false
    }
  }
}

extension TaggedSentence {
  /// What a question asks for that its answer behind it tells: "So what causes it?", but not "Does
  /// milk cause it?".
  var askedRole: SectionRole? {
    guard isQuestion, count <= 20, let first = tokens.firstIndex(where: \.isWordLike) else {
      return nil
    }
    let words: [StaticString] = ["what", "why", "how", "who", "what's", "what’s"]
    let asks = (first..<first + 3).contains { index in words.contains { isWord(index, $0) } }
    return asks ? SectionOutline.classify(self).role : nil
  }

  /// The phrases that tell what a section is about. "Disease" behind another word ends a name:
  /// "Lyme disease", "Chagas disease causes".
  func sectionPhrases(in range: Range<Int>) -> [Match] {
    all(.sections, in: range).filter { match in
      let word = match.tokens.lowerBound
      let isSingular = isWord(word, "disease") || isWord(word, "disorder")
      guard isSingular, match.tokens.count == 1, word > range.lowerBound else { return true }
      // "Causes of the disease".
      if isWord(word - 2, "of") || isWord(word - 2, "for") { return false }
      return tokens[word - 1].kind != .word || isCovered(word - 1, by: .leadIns)
        || isWord(word - 1, "and") || isWord(word - 1, "or")
    }
  }

  /// Whether the heading proper begins here: behind numbers, articles and adjectives of quantity.
  fileprivate func isWordStart(_ index: Int) -> Bool {
    tokens[index].kind == .word && !isPhrase(index..<index + 1, .leadIns)
  }
}
