/// The part of a list's item that names something: "bleeding from the gut" of "bleeding from the
/// gut, which may be due to ulcers".
struct ListedFragment {
  /// The tokens of the names.
  private(set) var tokens: Range<Int>
  /// Something was left out behind them.
  private(set) var isCut = false
  /// The item is a sentence, or takes back what it names.
  private(set) var isClause = false

  /// - Complexity: O(tokens).
  init(_ sentence: TaggedSentence, role: SectionRole) {
    // "For women, | loss of periods".
    let start = Self.peopleEnd(sentence)
    tokens = start..<max(start, sentence.count)
    for index in tokens.dropFirst() where Self.isCut(at: index, sentence, role) {
      tokens = start..<index
      isCut = true
      break
    }
    isClause =
      start == 0 && sentence.longest(.openers, at: 0) != nil
      || tokens.contains {
        sentence.isPhrase($0..<$0 + 1, .clauseWords) && sentence.isClauseWord($0, in: tokens)
      }
    if isCut {
      let rest = Range<Int>.from(tokens.upperBound, to: sentence.count)
      isClause =
        isClause || !sentence.all(.denials, in: rest).isEmpty
        || !RelationFinder(sentence).find().allSatisfy {
          $0.phrase.lowerBound >= tokens.upperBound
        }
    }
  }

  /// Behind "For women,", "In older adults:": whose signs they are.
  private static func peopleEnd(_ sentence: TaggedSentence) -> Int {
    guard sentence.isWord(0, "for") || sentence.isWord(0, "in"),
      let end = (1..<min(sentence.count, 6)).first(where: { !sentence.tokens[$0].isWordLike }),
      sentence.tokens[end].kind == .comma || sentence.tokens[end].kind == .colon,
      People.areNamed(in: sentence, 1..<end)
    else { return 0 }
    return end + 1
  }

  /// Whether a clause about what was named begins here: "…, which", "… as developers", "…,
  /// diverting resources".
  private static func isCut(
    at index: Int, _ sentence: TaggedSentence, _ role: SectionRole
  ) -> Bool {
    let words: [StaticString] = ["which", "who", "where", "because", "so", "since", "while"]
    let isAfterComma = sentence.tokens[index - 1].kind == .comma
    if isAfterComma, words.contains(where: { sentence.isWord(index, $0) }) { return true }
    // "pain after meals, particularly fatty ones".
    if isAfterComma, sentence.isWord(index, "particularly") || sentence.isWord(index, "especially")
    {
      return true
    }
    if sentence.isWord(index, "because") { return true }
    // "trouble sleeping | caused by coughing": no cause of the condition.
    if role != .causes, sentence.isWord(index + 1, "by"),
      ["caused", "triggered", "brought"].contains(where: { (word: StaticString) in
        sentence.isWord(index, word)
      })
    {
      return true
    }
    if sentence.isWord(index, "due"), sentence.isWord(index + 1, "to") { return true }
    if sentence.isWord(index, "as") {
      return !sentence.isWord(index - 1, "such") && !sentence.isWord(index - 1, "known")
        && !sentence.isWord(index + 1, "well") && !sentence.isWord(index - 1, "well")
        && !sentence.isWord(index - 1, "as") && !sentence.isWord(index + 2, "as")
    }
    // A lone participle with its object behind the only comma; symptoms may be such.
    guard isAfterComma, role != .symptoms, sentence.hasSuffix(index, "ing"),
      !sentence.isCovered(index, by: .categories, .groups), index + 1 < sentence.count,
      sentence.tokens[index + 1].kind == .word, !sentence.isWord(index + 1, "and"),
      !sentence.isWord(index + 1, "or")
    else { return false }
    return sentence.tokens.count { $0.kind == .comma } == 1
  }
}
