/// Finds what an end of a relation names in a list behind it: "Many factors contribute to X,
/// including A and B", "X can be caused by several things: A, B and C".
struct ListedEnd {
  let sentence: TaggedSentence

  init(_ sentence: TaggedSentence) { self.sentence = sentence }

  /// - Complexity: O(tokens).
  func apply(to use: inout RelationUse) {
    guard use.left.upperBound <= use.phrase.lowerBound, !use.isAdjunct else { return }
    // "Many things can bring it on: A and B": a word of the relation stands behind the object.
    let isShort = use.right.count <= 2
    let rest = Range<Int>.from(
      use.right.lowerBound, to: isShort ? sentence.count : use.right.upperBound)
    if isUnnamed(use.left), !use.left.isEmpty, let list = list(in: rest) {
      use.left = .from(list.upperBound, to: rest.upperBound)
      use.right = .from(use.right.lowerBound, to: min(use.right.upperBound, list.lowerBound))
      use.leftIsLastName = false
    } else if let colon = use.right.first(where: { sentence.tokens[$0].kind == .colon }),
      isUnnamed(.from(use.right.lowerBound, to: colon))
    {
      use.right = .from(colon + 1, to: use.right.upperBound)
    }
  }

  /// "One of the problems caused by B is A": what is listed behind is what the noun leaves open.
  private func behindParticiple(_ use: RelationUse) -> RelationUse? {
    guard !use.isNegated, !use.leftIsLastName || use.phrase.count <= 3,
      sentence.hasSuffix(use.phrase.lowerBound, "ed")
        || sentence.isWord(use.phrase.lowerBound, "resulting"),
      !use.left.isEmpty, use.left.upperBound <= use.phrase.lowerBound, isUnnamed(use.left),
      let verb = use.right.dropFirst().first(where: {
        sentence.isWord($0, "include") || sentence.isWord($0, "includes")
          || sentence.isWord($0, "are") || sentence.isWord($0, "is")
      }), sentence.tokens[verb - 1].kind != .comma,
      ![
        "not", "more", "less", "very", "so", "too", "often", "common", "rare",
      ].contains(where: { (word: StaticString) in sentence.isWord(verb + 1, word) })
    else { return nil }
    var listed = use
    listed.left = .from(verb + 1, to: use.right.upperBound)
    listed.right = use.right.lowerBound..<verb
    listed.leftIsLastName = false
    return listed
  }

  /// "Medicines that can cause it include A and B": what is listed does what the clause says.
  func behindRelative(_ use: RelationUse) -> [RelationUse] {
    if let listed = behindParticiple(use) { return [listed] }
    let before = use.phrase.lowerBound - 1
    guard use.leftIsLastName, sentence.isWord(before, "that") || sentence.isWord(before, "which"),
      !use.isNegated, !use.relation.isReversed,
      let verb = use.right.first(where: {
        sentence.isWord($0, "include") || sentence.isWord($0, "are")
      }), verb > use.right.lowerBound, sentence.tokens[verb - 1].kind != .comma
    else { return [use] }
    var (named, listed) = (use, use)
    named.right = use.right.lowerBound..<verb
    guard sentence.isWord(verb, "include") || isUnnamed(use.left) else { return [named] }
    listed.left = .from(verb + 1, to: use.right.upperBound)
    listed.right = named.right
    listed.leftIsLastName = false
    return isUnnamed(use.left) ? [listed] : [named, listed]
  }

  /// Nothing but words for any thing: "many things", "a number of different factors".
  private func isUnnamed(_ range: Range<Int>) -> Bool {
    let words = range.filter { sentence.tokens[$0].isWordLike }
    guard let last = words.last else { return false }
    let nouns: [StaticString] = [
      "things", "factors", "causes", "reasons", "conditions", "triggers", "circumstances", "events",
      "problems", "issues", "diseases", "following", "culprits", "ways", "sources", "elements",
    ]
    return nouns.contains { sentence.isWord(last, $0) }
      && MentionParser(sentence).parse(range).isEmpty
  }

  /// The words behind a comma that lead to the list, or a colon.
  private func list(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      if sentence.tokens[index].kind == .colon { return index..<index + 1 }
      guard sentence.tokens[index].kind == .comma,
        let group = sentence.longest(.groups, at: index + 1, before: range.upperBound)
      else { continue }
      return index..<group.tokens.upperBound
    }
    return nil
  }
}
