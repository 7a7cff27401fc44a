/// Finds what an end of a relation names in a list behind it: "Many factors contribute to X,
/// including A and B", "X can be caused by several things: A, B and C".
struct ListedEnd {
  let sentence: TaggedSentence

  init(_ sentence: TaggedSentence) { self.sentence = sentence }

  /// - Complexity: O(tokens).
  func apply(to use: inout RelationUse) {
    guard use.left.upperBound <= use.phrase.lowerBound, !use.isAdjunct else { return }
    leaveOutExamples(&use)
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

  /// "Examples of drugs that …" tells of drugs.
  private func leaveOutExamples(_ use: inout RelationUse) {
    var start = use.left.lowerBound
    let before: [StaticString] = ["some", "common", "the", "other", "further", "more", "typical"]
    while start < use.left.upperBound, before.contains(where: { sentence.isWord(start, $0) }) {
      start += 1
    }
    guard sentence.isWord(start, "examples") || sentence.isWord(start, "example"),
      sentence.isWord(start + 1, "of"), start + 2 < use.left.upperBound
    else { return }
    use.left = start + 2..<use.left.upperBound
  }

  /// "Some drugs can cause B, such as A": what stands behind B is listed of the subject where that
  /// is a number of things and B is one thing; where both share a word ("some things cause pain,
  /// such as back pain"), it is of B.
  private func behindObject(_ use: RelationUse) -> [RelationUse] {
    let numbers: [StaticString] = [
      "many", "some", "certain", "several", "various", "numerous", "other",
    ]
    guard !use.isNegated, !use.relation.isReversed, !use.isAdjunct,
      use.left.upperBound <= use.phrase.lowerBound, !use.left.isEmpty,
      numbers.contains(where: { sentence.isWord(use.left.lowerBound, $0) }),
      sentence.isPlural(use.left.upperBound - 1), let list = list(in: use.right),
      sentence.tokens[list.lowerBound].kind == .comma
    else { return [use] }
    let object = Range<Int>.from(use.right.lowerBound, to: list.lowerBound)
    let items = Range<Int>.from(list.upperBound, to: use.right.upperBound)
    let words = Set(object.map { sentence.tokens[$0].hash })
    guard (1...3).contains(object.count), object.allSatisfy({ sentence.tokens[$0].isWordLike }),
      !sentence.isPlural(object.upperBound - 1), !items.isEmpty,
      !items.contains(where: {
        sentence.tokens[$0].isWordLike && words.contains(sentence.tokens[$0].hash)
      })
    else { return [use] }
    var (named, listed) = (use, use)
    named.right = object
    listed.right = object
    listed.left = items
    listed.leftIsLastName = false
    return [named, listed]
  }

  /// "One of the problems caused by B is A": what is listed behind is what the noun leaves open.
  private func behindParticiple(_ use: RelationUse) -> [RelationUse]? {
    guard !use.isNegated, !use.leftIsLastName || use.phrase.count <= 3,
      sentence.hasSuffix(use.phrase.lowerBound, "ed")
        || isUnnamed(use.left) && sentence.hasSuffix(use.phrase.lowerBound, "ing")
        || sentence.isWord(use.phrase.lowerBound, "resulting"),
      !use.left.isEmpty, use.left.upperBound <= use.phrase.lowerBound,
      let verb = use.right.dropFirst().first(where: {
        sentence.isWord($0, "include") || sentence.isWord($0, "includes")
          || sentence.isWord($0, "are") || sentence.isWord($0, "is")
          || sentence.isWord($0, "be") && isUnnamed(use.left)
      }), sentence.tokens[verb - 1].kind != .comma,
      ![
        "not", "more", "less", "very", "so", "too", "often", "common", "rare",
      ].contains(where: { (word: StaticString) in sentence.isWord(verb + 1, word) })
    else { return nil }
    var (named, listed) = (use, use)
    named.right = objectBefore(verb, use)
    listed.left = .from(verb + 1, to: use.right.upperBound)
    listed.right = named.right
    listed.leftIsLastName = false
    if isUnnamed(use.left) { return [listed] }
    // "Drugs linked to B include A": of the drugs it is said as well.
    guard sentence.isWord(verb, "include"), sentence.isPlural(use.left.upperBound - 1) else {
      return nil
    }
    return [named, listed]
  }

  /// "Medicines that can cause it include A and B": what is listed does what the clause says.
  func behindRelative(_ use: RelationUse) -> [RelationUse] {
    if let listed = behindParticiple(use) { return listed }
    let before = use.phrase.lowerBound - 1
    guard use.leftIsLastName, sentence.isWord(before, "that") || sentence.isWord(before, "which"),
      !use.isNegated, !use.relation.isReversed,
      let verb = use.right.first(where: {
        sentence.isWord($0, "include") || sentence.isWord($0, "are")
          || sentence.isWord($0, "be") && isUnnamed(use.left)
      }), verb > use.right.lowerBound, sentence.tokens[verb - 1].kind != .comma
    else { return behindObject(use) }
    var (named, listed) = (use, use)
    named.right = objectBefore(verb, use)
    guard
      sentence.isWord(verb, "include") || sentence.isWord(verb, "be") || isUnnamed(use.left)
        || isOfExamples(use)
    else {
      return [named]
    }
    listed.left = .from(verb + 1, to: use.right.upperBound)
    listed.right = named.right
    listed.leftIsLastName = false
    return isUnnamed(use.left) ? [listed] : [named, listed]
  }

  /// What stands before the verb without its auxiliaries: "gout | may also".
  private func objectBefore(_ verb: Int, _ use: RelationUse) -> Range<Int> {
    var end = verb
    while end > use.right.lowerBound + 1,
      sentence.isCovered(end - 1, by: .auxiliaries, .adverbs, .hedges)
    {
      end -= 1
    }
    return use.right.lowerBound..<end
  }

  /// Behind "examples of", which is left out.
  private func isOfExamples(_ use: RelationUse) -> Bool {
    sentence.isWord(use.left.lowerBound - 1, "of")
      && (sentence.isWord(use.left.lowerBound - 2, "examples")
        || sentence.isWord(use.left.lowerBound - 2, "example"))
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
